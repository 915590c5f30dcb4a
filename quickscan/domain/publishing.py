"""What is published of organisations together, and how precisely; the same of people alone.

Figures are published at fixed dates and then stay as they are. Two publications beside each
other must not tell what one organisation has: see `is_precise`. A page reads what was
published, so it costs the same however many scans there are.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quickscan.domain.anonymity import EXACT_FROM, roughly
from quickscan.domain.benchmark import (
    FEWEST,
    Class,
    NoBenchmark,
    Standing,
    WhyNoBenchmark,
    benchmark,
)
from quickscan.domain.statistics import quartiles
from quickscan.domain.tallies import Tally

FEWEST_PEOPLE = 30
"""Of fewer people on their own, nothing is shown."""

FEWEST_NEW_PEOPLE = 5
"""So many people on their own begin to count together, or none of them does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What is shown of a theme: how many there are, and the quartiles (0-100).

    To be printed in whole points; when it `is_rough` they are rounded to five.
    """

    number: int
    quartiles: tuple[Fraction, Fraction, Fraction]
    is_rough: bool = False


def publish(
    everyone: Sequence[Standing], part: Class | None, before: Sequence[Fraction]
) -> Published | NoBenchmark:
    """Return what is published of a theme, of all organisations or of a part of them.

    `before` is what the last precise figures of that part were made of.
    """
    found = benchmark(everyone, part=part)
    if isinstance(found, NoBenchmark):
        return found
    if is_precise(means_of(everyone, part), before):
        return Published(number=found.organisations, quartiles=found.quartiles)
    low, middle, high = map(roughly, found.quartiles)
    return Published(number=found.organisations, quartiles=(low, middle, high), is_rough=True)


def means_of(everyone: Sequence[Standing], part: Class | None) -> tuple[Fraction, ...]:
    """Return the means of a part of all organisations, the lowest first, without names."""
    return tuple(sorted(own.mean for own in everyone if part is None or part in own.classes))


def is_precise(now: Sequence[Fraction], before: Sequence[Fraction]) -> bool:
    """Say whether figures may be precise: of ten or more, and not too like the last precise.

    Where nothing changed they are the same. Where a few did, two precise middles beside each
    other would tell what those few have; so five or more must have come, gone or changed.
    """
    if len(now) < EXACT_FROM:
        return False
    many = changed(now, before)
    return many == 0 or many >= FEWEST


def changed(now: Sequence[Fraction], before: Sequence[Fraction]) -> int:
    """Return how many means came or went, whichever is more."""
    new, old = Counter(now), Counter(before)
    return max((new - old).total(), (old - new).total())


def places(values: Sequence[Fraction]) -> Mapping[Fraction, Fraction]:
    """Return the place (0-100) of each value among all: the mid-rank, of all at once."""
    return places_of(Counter(values))


def places_of(counts: Mapping[Fraction, int]) -> Mapping[Fraction, Fraction]:
    """Return the place (0-100) of each value, given how often it is there."""
    total = sum(counts.values())
    found: dict[Fraction, Fraction] = {}
    below = 0
    for value in sorted(counts):
        found[value] = Fraction(100 * (2 * below + counts[value]), 2 * total)
        below += counts[value]
    return found


# --- people on their own ----------------------------------------------------------------


def publish_people(own: Tally) -> Published | NoBenchmark:
    """Return what is published of a theme of people who each answered on their own."""
    if own.people < FEWEST_PEOPLE:
        return NoBenchmark(why=WhyNoBenchmark.TOO_FEW, needed=FEWEST_PEOPLE - own.people)
    values = [100 * share for share, many in own.counts.items() for _ in range(many)]
    return Published(number=own.people, quartiles=quartiles(values))


def place_among(counts: Mapping[Fraction, int], own: Fraction) -> Fraction:
    """Return the place (0-100) of a share among shares: below, and half of the equals."""
    below = sum(many for share, many in counts.items() if share < own)
    return Fraction(100 * (2 * below + counts.get(own, 0)), 2 * sum(counts.values()))
