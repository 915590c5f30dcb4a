"""CPU time of small things, each round one after the other so that noise hits all alike."""

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds that one thing took, each time it was done."""

    seconds: Sequence[float]

    @property
    def median(self) -> float:
        """The middle one, in milliseconds."""
        return 1000 * median(self.seconds)

    @property
    def least(self) -> float:
        """The shortest, in milliseconds: what it takes when nothing else disturbs."""
        return 1000 * min(self.seconds)

    def percentile(self, which: int) -> float:
        """The value, in milliseconds, that so many percent stay under."""
        return 1000 * quantiles(self.seconds, n=100, method="inclusive")[which - 1]


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds, of this process and all its threads, that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def side_by_side(
    things: Mapping[str, Callable[[], Callable[[], object]]], *, rounds: int, warm_up: int = 10
) -> dict[str, Times]:
    """Measure several things in rounds of one each.

    Each thing is prepared anew by a function that returns the work; only that work counts.
    """
    taken: dict[str, list[float]] = {name: [] for name in things}
    for number in range(-warm_up, rounds):
        for name, prepare in things.items():
            seconds = cpu(prepare())
            if number >= 0:
                taken[name].append(seconds)
    gc.collect()
    return {name: Times(seconds) for name, seconds in taken.items()}
