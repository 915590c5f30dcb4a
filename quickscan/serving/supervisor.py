"""Starts web server and workers, keeps them running, and stops them together."""

import http.client
import logging
import signal
import socket
import sys
import time
from http import HTTPStatus
from pathlib import Path

from quickscan.config import Config
from quickscan.presentation.language import translator
from quickscan.serving.children import Child, Copy, Kept, Program
from quickscan.serving.webserver import WebServer

_log = logging.getLogger(__name__)

_START_SECONDS = 60.0
_STOP_SECONDS = 10.0
_LOOK_SECONDS = 0.25
_SIGNALS = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD})
_ANY = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  where to ask, not where to listen


class AddressError(RuntimeError):
    """The web server cannot listen there: the port is taken, or not ours to take."""

    def __init__(self, config: Config, reason: OSError) -> None:
        super().__init__(f"cannot listen on {config.host}:{config.port}: {reason.strerror}")
        self.config = config
        self.reason = reason

    def message(self, language: str) -> str:
        """Return what is wrong and what to do."""
        return translator(language)(
            "Op {host} poort {port} kan de webserver niet luisteren ({reason}). Stop wat daar "
            "draait, of kies een andere poort met PORT.",
            host=self.config.host,
            port=self.config.port,
            reason=self.reason.strerror,
        )


def listen(config: Config) -> socket.socket:
    """Return a socket on which the web server will listen.

    Raises:
        AddressError: it cannot.
    """
    try:
        found = socket.getaddrinfo(
            config.host, config.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        family, _, _, _, address = found[0]
        listening = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise AddressError(config, error) from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(2048)
    except OSError as error:
        listening.close()
        raise AddressError(config, error) from error
    return listening


class Supervisor:
    """Keeps one web server and its workers running until it is asked to stop."""

    def __init__(self, config: Config, listening: socket.socket) -> None:
        self._config = config
        self._listening = listening
        self._host, self._port = listening.getsockname()[:2]
        self._web = Kept("web", self._start_web)
        self._workers = tuple(
            Kept(f"worker-{number + 1}", _start_worker) for number in range(config.workers)
        )
        self._is_asked_to_stop = False

    def run(self) -> bool:
        """Serve until asked to stop, and say whether it was: False when the web server died.

        Whatever happens, nothing runs any more when this returns.
        """
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
        try:
            self._web.start()
            self._listening.close()
            if self._wait_for_answer():
                self._tell_address()
            self._keep_running()
            return self._is_asked_to_stop
        finally:
            self._stop()
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _start_web(self) -> Child:
        return Copy(WebServer(self._config, self._listening.fileno()).run)

    def _look(self, seconds: float) -> None:
        """Wait until a child dies, a stop is asked for or some time has passed."""
        heard = signal.sigtimedwait(_SIGNALS, seconds)
        if heard is not None and heard.si_signo != signal.SIGCHLD:
            self._is_asked_to_stop = True

    def _wait_for_answer(self) -> bool:
        until = time.monotonic() + _START_SECONDS
        while not self._is_asked_to_stop and self._web.is_running:
            if _answers(_ANY.get(self._host, self._host), self._port):
                return True
            if time.monotonic() > until:
                _log.error("web_does_not_answer")
                self._web.kill()
                break
            self._look(0.05)
        return False

    def _tell_address(self) -> None:
        say = translator(self._config.language)
        shown = _ANY.get(self._host, self._host)
        shown = f"[{shown}]" if ":" in shown else shown
        address = f"http://{shown}:{self._port}/"
        words = say("Quickscan draait op {address} – stop met Ctrl-C.", address=address)
        print(words, flush=True)  # noqa: T201  the one line that a person waits for

    def _keep_running(self) -> None:
        while self._web.is_running and not self._is_asked_to_stop:
            for worker in self._workers:
                if worker.has_died():
                    _log.error("worker_died", extra={"child": worker.name})
                worker.revive()
            self._look(_LOOK_SECONDS)
        if not self._is_asked_to_stop:
            _log.error("web_died", extra={"exit_code": self._web.exit_code})

    def _stop(self) -> None:
        children = (self._web, *self._workers)
        until = time.monotonic() + _STOP_SECONDS
        for child in children:
            child.ask_to_stop()
        for child in children:
            if not child.wait(until):
                _log.warning("killed", extra={"child": child.name})
            child.kill()


def _start_worker() -> Child:
    return Program(_worker_command())


def _worker_command() -> tuple[str, ...]:
    """Return `quickscan worker`, as people know it, where the command is installed."""
    installed = Path(sys.executable).with_name("quickscan")
    if installed.exists():
        return (str(installed), "worker")
    return (sys.executable, "-m", "quickscan.worker")


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
