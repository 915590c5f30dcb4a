"""Which day it is, and what time: tests bring their own."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from quickscan.presentation.dates import today


@dataclass(frozen=True, slots=True)
class Clock:
    """The day in Amsterdam, and the seconds since 1970."""

    today: Callable[[], date] = today
    now: Callable[[], float] = time.time


REAL = Clock()
