"""Tallies: what the people of an organisation have on a theme, in so few numbers as it takes.

They are kept up when a round closes, so that a benchmark reads one of them per organisation
instead of every scan, and can be counted again from the answers. They grow with the number of
possible scores and not with that of people. What is done with them: `benchmark`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from quickscan.domain.anonymity import SMALLEST_GROUP, Block, Detail, detail_of_theme, roughly
from quickscan.domain.assessment import Assessment
from quickscan.domain.groups import Place, theme_figures


class TallyError(ValueError):
    """A tally that no answers can give, such as one from which too much is taken away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What people have on one theme; of one version, role and organisation.

    `counts` is how many have each score, as a share from 0 to 1, exact. `rough` of them are in
    blocks that show no exact figure. `earned` and `possible` are the points of all their
    answers. Tallies of different people are added; what was added can be taken away.

    Raises:
        TallyError: no people can have this.
    """

    counts: Mapping[Fraction, int] = field(default_factory=dict)
    rough: int = 0
    earned: int = 0
    possible: int = 0

    def __post_init__(self) -> None:
        kept = {share: many for share, many in self.counts.items() if many}
        object.__setattr__(self, "counts", kept)
        if any(many < 0 or not 0 <= share <= 1 for share, many in kept.items()):
            raise TallyError(f"no people can have these scores: {self.written()}")
        if not 0 <= self.rough <= self.people:
            raise TallyError(f"{self.rough} of {self.people} people cannot be")
        if not 0 <= self.earned <= self.possible:
            raise TallyError(f"{self.earned} of {self.possible} points cannot be")

    def __add__(self, other: "Tally") -> "Tally":
        return self._with(other, 1)

    def __sub__(self, other: "Tally") -> "Tally":
        return self._with(other, -1)

    def _with(self, other: "Tally", times: int) -> "Tally":
        mine, theirs = self.counts, other.counts
        return Tally(
            counts={
                own: mine.get(own, 0) + times * theirs.get(own, 0) for own in {*mine, *theirs}
            },
            rough=self.rough + times * other.rough,
            earned=self.earned + times * other.earned,
            possible=self.possible + times * other.possible,
        )

    @property
    def people(self) -> int:
        """How many people have a score."""
        return sum(self.counts.values())

    @property
    def mean(self) -> Fraction | None:
        """The mean of their scores, 0-100, exact; None without people."""
        if not self.people:
            return None
        total = sum((share * many for share, many in self.counts.items()), Fraction(0))
        return 100 * total / self.people

    @property
    def shown(self) -> Fraction | None:
        """The mean that they may see themselves: exact, or else rounded to five.

        Rounded where a block is shown roughly, and where all or all but one have the same
        score. It is then of all answers together, as `anonymity.show_theme` has it.
        """
        if not self.rough and not self._is_alike:
            return self.mean
        return roughly(Fraction(100 * self.earned, self.possible))

    @property
    def _is_alike(self) -> bool:
        return bool(self.counts) and max(self.counts.values()) >= self.people - 1

    def written(self) -> dict[str, int]:
        """Return the counts by share, in lowest terms ("11/16"), lowest first."""
        return {_lowest_terms(share): self.counts[share] for share in sorted(self.counts)}


def _lowest_terms(share: Fraction) -> str:
    return f"{share.numerator}/{share.denominator}"


def read_counts(written: Mapping[str, int]) -> dict[Fraction, int]:
    """Return the counts of a tally that were written so.

    Raises:
        TallyError: this is not how counts are written.
    """
    try:
        found = {Fraction(share): many for share, many in written.items()}
    except (ValueError, ZeroDivisionError) as error:
        raise TallyError(f"not the counts of a tally: {error}") from error
    if set(map(_lowest_terms, found)) != set(written):
        raise TallyError("not the counts of a tally: a share is not in lowest terms")
    return found


def tally(
    blocks: Sequence[Block[Assessment]], place: Place, minimum: int = SMALLEST_GROUP
) -> Tally:
    """Count what the people of these blocks have on a theme, at the closing of a round.

    Only blocks that show the theme count: whoever is in no figure of their own organisation
    is in none of others either.
    """
    return sum((_of_block(block, place, minimum) for block in blocks), Tally())


def _of_block(block: Block[Assessment], place: Place, minimum: int) -> Tally:
    level = detail_of_theme(theme_figures(block.people, place), minimum)
    if level is Detail.HIDDEN:
        return Tally()
    dimension, theme = place
    scores = [own.themes[dimension][theme] for own in block.people]
    counts = Counter(own.share for own in scores if own.share is not None)
    return Tally(
        counts=counts,
        rough=counts.total() if level is Detail.ROUGH else 0,
        earned=sum(own.earned for own in scores),
        possible=sum(own.possible for own in scores),
    )
