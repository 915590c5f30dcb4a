"""The worker: makes reports and sends mail that are wanted, and does what is due by the clock.

It runs at idle priority, so that visitors never wait for a report of someone else. Nothing is
lost when it is killed: what it was making is wanted still, and comes back when its lease ends.
"""

import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from types import FrameType
from typing import TypeVar

from quickscan.config import Config
from quickscan.definitions.catalogue import Catalogue
from quickscan.logs import configure, hear_ignored, nature
from quickscan.services.application import Application
from quickscan.storage.database import DatabaseError

T = TypeVar("T")

_log = logging.getLogger("quickscan.worker")

_SHORTEST_PAUSE = 0.2
_LONGEST_PAUSE = 0.5
_TROUBLE_PAUSE = 5.0
_HOUSEKEEPING_SECONDS = 300.0
CPU_SECONDS = 60.0
"""A report takes about one; one that takes sixty will never be done."""


class TooSlowError(RuntimeError):
    """A report took so much processor time that it will never be done."""


class Worker:
    """One worker; `run` returns when it is asked to stop."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._stop = threading.Event()
        self._is_making = False
        self._look_again = 0.0
        self._wanted: Catalogue | None = None

    def stop(self, _signal: int = 0, _frame: FrameType | None = None) -> None:
        """Stop soon: a report that is being made is given back untried."""
        self._stop.set()
        if self._is_making:
            raise SystemExit(0)

    def run(self) -> None:
        """Work until asked to stop."""
        pause = _SHORTEST_PAUSE
        while not self._stop.is_set():
            self._safely(self._want_samples)
            self._safely(self._keep_house)
            sent, made = self._safely(self._send_next), self._safely(self._make_next)
            if sent or made:
                pause = _SHORTEST_PAUSE
            else:
                self._stop.wait(pause)
                pause = min(1.5 * pause, _LONGEST_PAUSE)

    def _want_samples(self) -> None:
        """Want the samples of all that is offered: at the start, and when that changes."""
        catalogue = self._application.catalogue.now
        if catalogue is not self._wanted:
            self._application.reports.want_samples()
            self._wanted = catalogue

    def _send_next(self) -> bool:
        return self._application.mailing.send_next(self._guard)

    def _make_next(self) -> bool:
        return self._application.reports.make_next(self._guard)

    def _keep_house(self) -> None:
        """Purge once a day, forget tried codes, close rounds and publish what is due."""
        now = time.monotonic()
        if now < self._look_again:
            return
        housekeeping = self._application.housekeeping
        housekeeping.forget()
        if housekeeping.is_due():
            gone = housekeeping.purge()
            _log.info("purged", extra=asdict(gone))
        closed = self._application.taking_part.tend()
        if closed:
            _log.info("rounds_closed", extra={"number": closed})
        self._application.mailing.tend()
        if self._application.publishing.tend():
            _log.info("benchmarks_published")
        self._look_again = now + _HOUSEKEEPING_SECONDS

    def _safely(self, step: Callable[[], T]) -> T | None:
        """Take a step; while the database is in trouble, wait a little instead."""
        try:
            return step()
        except DatabaseError as error:
            _log.error("database_trouble", extra={"error": nature(error)})
            self._stop.wait(_TROUBLE_PAUSE)
            return None

    @contextmanager
    def _guard(self) -> Iterator[None]:
        """Let the making of one report be stopped: by a signal, or when it takes too long."""
        if self._stop.is_set():
            raise SystemExit(0)
        self._is_making = True
        signal.setitimer(signal.ITIMER_VIRTUAL, CPU_SECONDS, 1.0)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self._is_making = False


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def become_idle() -> None:
    """Run only when no other program wants the processor."""
    try:
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    except (AttributeError, OSError):  # not Linux, or not allowed here
        os.nice(19)


def work(config: Config) -> int:
    """Work until asked to stop; return the exit code."""
    become_idle()
    worker = Worker(Application.open(config))
    signal.signal(signal.SIGVTALRM, _too_slow)
    for asked in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(asked, worker.stop)
    _log.info("worker_started")
    with suppress(SystemExit):
        worker.run()
    _log.info("worker_stopped")
    return 0


def main() -> int:
    """Work with the settings of the environment."""
    config = Config.from_env()
    configure(config.log_level)
    hear_ignored()
    return work(config)


if __name__ == "__main__":
    sys.exit(main())
