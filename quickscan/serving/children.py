"""Child processes that never outlive their parent."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_PR_SET_PDEATHSIG = 1
_SETTLED_SECONDS = 60.0
_LONGEST_DELAY = 30.0


@dataclass(slots=True, kw_only=True)
class Child:
    """A program that is kept running.

    It has a session of its own, so that Ctrl-C in a terminal reaches only the parent, which
    then stops its children in order. On Linux the kernel ends it when the parent is killed.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    descriptors: Sequence[int] = ()
    _process: "subprocess.Popen[bytes] | None" = None
    _started: float = 0.0
    _start_at: float = field(default_factory=time.monotonic)
    _delay: float = 0.0

    def start(self) -> None:
        """Start it."""
        parent = os.getpid()
        self._started = time.monotonic()
        self._process = subprocess.Popen(  # noqa: S603  our own programs
            self.command,
            env=self.environment,
            pass_fds=self.descriptors,
            start_new_session=True,
            preexec_fn=lambda: _tie_to(parent),  # noqa: PLW1509  the parent has one thread
        )

    @property
    def is_running(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.poll() is None

    @property
    def exit_code(self) -> int | None:
        """How it ended, or None while it runs."""
        return None if self._process is None else self._process.poll()

    def has_died(self) -> bool:
        """Say once of each start whether it has died, and decide when to start it again.

        The longer it lived, the sooner: after half a second, or up to half a minute.
        """
        if self._process is None or self.is_running:
            return False
        now = time.monotonic()
        settled = now - self._started > _SETTLED_SECONDS
        self._delay = 0.5 if settled else min(max(0.5, 2 * self._delay), _LONGEST_DELAY)
        self._start_at = now + self._delay
        self._process = None
        return True

    def revive(self) -> None:
        """Start it again, when it has died and the time for it has come."""
        if self._process is None and time.monotonic() >= self._start_at:
            self.start()

    def ask_to_stop(self) -> None:
        """Ask it to stop."""
        if self._process is not None and self.is_running:
            self._process.send_signal(signal.SIGTERM)

    def wait(self, until: float) -> bool:
        """Wait until it has stopped, or that moment; say whether it has."""
        if self._process is None:
            return True
        try:
            self._process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            return False
        return True

    def kill(self) -> None:
        """End it, and whatever it started, at once."""
        if self._process is not None:
            try:
                os.killpg(self._process.pid, signal.SIGKILL)
            except ProcessLookupError:
                return
            self._process.wait()


def _tie_to(parent: int) -> None:
    """In the new process: hear signals again, and die with the parent."""
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it was killed before the line above
            os._exit(1)
