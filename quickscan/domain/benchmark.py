"""One organisation among others: middle, quartiles and place.

Every organisation counts once, with the mean of its own people, and what others have never
changes what one sees of oneself. Definitions: docs/scoring.md, "Plek tussen anderen".

Three things keep people and organisations out of sight.

*People.* An organisation stands in the reference with the mean that it may see itself: exact
where all its blocks are, and rounded to five, of all answers together, as soon as one of them
is shown roughly. A quartile of five organisations *is* the mean of one of them, so an exact
one would tell that organisation the mean of its smallest team. Now whatever is made of the
reference tells no more about a team than a union of whole blocks does, in the detail of the
least.

*Organisations.* Nothing is shown of fewer than five, or where one has more than half of the
scans: the others would then see mostly that one.

*Parts.* Two shown parts also show what lies between them: all less a sector, two sectors that
overlap a size class, all sectors less the ones that are hidden. So a part is offered only if
everything that the parts offered so far cut out of the whole still keeps the rule of five and
half. Each set that can be made of what is shown by adding and subtracting is made of such
pieces, so it keeps the rule too. One's own organisation is in the reference like any other:
were it left out, two readers would see two references, and their difference.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from quickscan.domain.statistics import mid_rank, quartiles
from quickscan.domain.tallies import Tally

FEWEST = 5
"""With fewer organisations than this, nothing is shown."""

PARTS_FROM = 30
"""From this many organisations on, a part of them may be chosen."""


# --- organisations ----------------------------------------------------------------------


class Trait(StrEnum):
    """What a part of the organisations can have in common; in the order they are offered."""

    SECTOR = "sector"
    SIZE = "omvang"


Class = tuple[Trait, str]
"""One value of a trait: a sector, a size class."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All that a benchmark reads of one organisation on one theme, of one version and role.

    `mean` (0-100) is what that organisation may see itself; `people` is how many it is about.
    """

    organisation: str
    people: int
    mean: Fraction
    classes: frozenset[Class] = frozenset()


def standing(
    organisation: str, own: Tally, classes: frozenset[Class] = frozenset()
) -> Standing | None:
    """Return how an organisation stands on a theme; None where it shows nothing."""
    if own.shown is None:
        return None
    return Standing(
        organisation=organisation, people=own.people, mean=own.shown, classes=classes
    )


# --- the benchmark ----------------------------------------------------------------------


class WhyNoBenchmark(StrEnum):
    """Why nothing is shown of other organisations."""

    TOO_FEW = "too_few"
    ONE_TOO_LARGE = "one_too_large"
    TOO_FEW_FOR_PARTS = "too_few_for_parts"
    SHOWS_OTHERS = "shows_others"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoBenchmark:
    """Nothing is shown, and how many organisations are needed still: one at the least.

    For `ONE_TOO_LARGE` and `SHOWS_OTHERS` it depends on which join, so there it says one.
    """

    why: WhyNoBenchmark
    needed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """What is shown of organisations together on one theme, each counting once; exact.

    `quartiles` (lower, middle, upper) are 0-100, to be printed in whole points. `position` is
    one's own mid-rank, 0-100: half of those with the same mean, oneself among them, stand
    below. None for who is not in it.
    """

    organisations: int
    quartiles: tuple[Fraction, Fraction, Fraction]
    position: Fraction | None


def benchmark(
    everyone: Sequence[Standing], own: str | None = None, part: Class | None = None
) -> Benchmark | NoBenchmark:
    """Return how organisations stand on a theme, and the place of one's `own` among them.

    Of everyone, or of those of one `part`; one's own need not be of that part. The work grows
    with the number of organisations and not with that of their scans.
    """
    refused = _why_not(everyone) or (_why_not_part(everyone, part) if part else None)
    if refused:
        return refused
    chosen = [each.mean for each in everyone if part is None or part in each.classes]
    mine = next((each.mean for each in everyone if each.organisation == own), None)
    return Benchmark(
        organisations=len(chosen),
        quartiles=quartiles(chosen),
        position=None if mine is None else mid_rank(chosen, mine),
    )


def parts_offered(everyone: Sequence[Standing]) -> tuple[Class, ...]:
    """Return the parts that may be shown, all of them at once.

    Trait by trait, the largest part first. One that would leave a piece too small, together
    with the parts before it, is passed over.
    """
    if len(everyone) < PARTS_FROM:
        return ()
    sizes = Counter(each for one in everyone for each in one.classes)
    traits = list(Trait)
    offered: list[Class] = []
    pieces: list[Sequence[Standing]] = [everyone]
    for part in sorted(sizes, key=lambda own: (traits.index(own[0]), -sizes[own], own[1])):
        cut = [half for piece in pieces for half in _halves(piece, part) if half]
        if not any(map(_why_not, cut)):
            pieces = cut
            offered.append(part)
    return tuple(offered)


def _halves(
    piece: Sequence[Standing], part: Class
) -> tuple[Sequence[Standing], Sequence[Standing]]:
    inside = [each for each in piece if part in each.classes]
    return inside, [each for each in piece if part not in each.classes]


def _why_not(reference: Sequence[Standing]) -> NoBenchmark | None:
    """Return why nothing may be shown of these organisations together."""
    if len(reference) < FEWEST:
        return NoBenchmark(why=WhyNoBenchmark.TOO_FEW, needed=FEWEST - len(reference))
    people = [each.people for each in reference]
    if 2 * max(people) > sum(people):
        return NoBenchmark(why=WhyNoBenchmark.ONE_TOO_LARGE, needed=1)
    return None


def _why_not_part(everyone: Sequence[Standing], part: Class) -> NoBenchmark | None:
    lacking = PARTS_FROM - len(everyone)
    if lacking > 0:
        return NoBenchmark(why=WhyNoBenchmark.TOO_FEW_FOR_PARTS, needed=lacking)
    if refused := _why_not(_halves(everyone, part)[0]):
        return refused
    if part not in parts_offered(everyone):
        return NoBenchmark(why=WhyNoBenchmark.SHOWS_OTHERS, needed=1)
    return None
