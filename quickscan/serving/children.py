"""Child processes that never outlive their parent."""

import contextlib
import ctypes
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.process import BaseProcess
from typing import Protocol

_PR_SET_PDEATHSIG = 1
_SETTLED_SECONDS = 60.0
_SHORTEST_DELAY = 0.5
_LONGEST_DELAY = 30.0


class Child(Protocol):
    """A process that we started.

    It has a session of its own, so that Ctrl-C in a terminal reaches only the parent, which
    then stops its children in order. On Linux the kernel ends it when the parent is killed.
    """

    @property
    def pid(self) -> int:
        """Its id, which is that of its session too."""

    @property
    def exit_code(self) -> int | None:
        """How it ended, or None while it runs."""

    def wait(self, seconds: float) -> bool:
        """Wait so long at most until it has ended; say whether it has."""


class Program:
    """A child that runs a command."""

    def __init__(self, command: Sequence[str]) -> None:
        parent = os.getpid()
        self._process = subprocess.Popen(  # noqa: S603  our own program
            command,
            start_new_session=True,
            preexec_fn=lambda: _tie_to(parent),  # noqa: PLW1509  the parent has one thread
        )

    @property
    def pid(self) -> int:
        """Its id."""
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """How it ended, or None while it runs."""
        return self._process.poll()

    def wait(self, seconds: float) -> bool:
        """Wait so long at most until it has ended; say whether it has."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return self._process.returncode is not None


class Copy:
    """A child that is a copy of this process and goes on with a function.

    What was loaded is loaded in the copy too: it starts in no time. Only a process with one
    thread and no open database can be copied.
    """

    def __init__(self, go_on: Callable[[], None]) -> None:
        parent = os.getpid()

        def run() -> None:
            os.setsid()
            _tie_to(parent)
            go_on()

        context = multiprocessing.get_context("fork")
        self._process: BaseProcess = context.Process(target=run)
        self._process.start()

    @property
    def pid(self) -> int:
        """Its id."""
        return self._process.pid or 0

    @property
    def exit_code(self) -> int | None:
        """How it ended, or None while it runs."""
        return self._process.exitcode

    def wait(self, seconds: float) -> bool:
        """Wait so long at most until it has ended; say whether it has."""
        self._process.join(seconds)
        return self._process.exitcode is not None


def _tie_to(parent: int) -> None:
    """In the new process: hear signals again, and die with the parent."""
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it was killed before the line above
            os._exit(1)


class Kept:
    """A child that is started again when it dies: the longer it lived, the sooner."""

    def __init__(self, name: str, start: Callable[[], Child]) -> None:
        self.name = name
        self._start = start
        self._child: Child | None = None
        self._start_at = self._started = time.monotonic()
        self._delay = 0.0

    def start(self) -> None:
        """Start it."""
        self._started = time.monotonic()
        self._child = self._start()

    @property
    def is_running(self) -> bool:
        """Whether it runs."""
        return self._child is not None and self._child.exit_code is None

    @property
    def exit_code(self) -> int | None:
        """How it ended, or None when it runs or never ran."""
        return self._child.exit_code if self._child else None

    def has_died(self) -> bool:
        """Say once of each start whether it has died, and decide when to start it again."""
        if self._child is None or self.is_running:
            return False
        now = time.monotonic()
        settled = now - self._started > _SETTLED_SECONDS
        longer = min(max(_SHORTEST_DELAY, 2 * self._delay), _LONGEST_DELAY)
        self._delay = _SHORTEST_DELAY if settled else longer
        self._start_at = now + self._delay
        self._child = None
        return True

    def revive(self) -> None:
        """Start it again, when it has died and the time for it has come."""
        if self._child is None and time.monotonic() >= self._start_at:
            self.start()

    def ask_to_stop(self) -> None:
        """Ask it to stop."""
        if self._child is not None and self.is_running:
            os.kill(self._child.pid, signal.SIGTERM)

    def wait(self, until: float) -> bool:
        """Wait until it has stopped, or that moment; say whether it has."""
        return self._child is None or self._child.wait(max(0.0, until - time.monotonic()))

    def kill(self) -> None:
        """End it, and whatever it started, at once."""
        if self._child is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._child.pid, signal.SIGKILL)
            self._child.wait(_SETTLED_SECONDS)
