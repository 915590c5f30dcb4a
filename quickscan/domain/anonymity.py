"""What may be shown about a group, and about whom: the one place that decides.

People are cut into disjoint blocks; what is shown is a block, or a union of whole blocks that
each show the same figure, so nothing can be subtracted. Detail grows with numbers. Why, and
what was rejected: docs/anonymity.md, "Groepen".
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import Generic, TypeVar

from quickscan.domain.groups import QuestionFigures, ThemeFigures, ladder
from quickscan.domain.ids import OptionId, RoleId
from quickscan.domain.progress import WhyNot
from quickscan.domain.questions import OptionQuestion
from quickscan.domain.statistics import Agreement, Interval, in_words

SMALLEST_GROUP = 5
"""The least number of people about whom anything is shown (k): may be raised, not lowered."""

EXACT_FROM = 10
"""From this many people on, figures are exact."""

ROUGH_STEP = 5
"""With fewer, a mean is rounded to a multiple of this, on 0-100."""

Person = TypeVar("Person")


class MinimumTooLowError(ValueError):
    """Someone asks for a smallest group below the one that protects people."""

    def __init__(self, minimum: int) -> None:
        super().__init__(f"a group of {minimum} is too small: {SMALLEST_GROUP} at least")
        self.minimum = minimum


# --- blocks -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[Person]):
    """The people of one role of one team who took part."""

    team: str
    role: RoleId | None
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamParts(Generic[Person]):
    """A team that was asked: its stated size, fixed when the round opened, and who took part.

    `size` is None only where it is not known (a file of answers): then the rules on how many
    of the team took part cannot be held.
    """

    team: str
    size: int | None
    parts: tuple[Part[Person], ...]

    @property
    def count(self) -> int:
        """How many took part, all roles together."""
        return sum(len(part.people) for part in self.parts)

    @property
    def is_overfull(self) -> bool:
        """Whether more took part than there are: then nothing is reported about the team."""
        return self.size is not None and self.count > self.size

    @property
    def is_answered(self) -> bool:
        """Whether at least half of the team took part."""
        return self.size is None or 2 * self.count >= self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Generic[Person]):
    """The smallest group about which anything is shown: one role of one team, or the rest.

    `teams` is one team, or the two or more that are joined as *overige teams samen*.
    `population` is how many the block could have been; None where that is not known.
    `is_undivided`: it is a team of which nobody took part in another role.
    """

    teams: tuple[str, ...]
    role: RoleId | None
    people: tuple[Person, ...]
    population: int | None = None
    is_undivided: bool = False

    @property
    def is_joined(self) -> bool:
        """Whether this is the rest of several teams together."""
        return len(self.teams) > 1


def cut(
    teams: Sequence[TeamParts[Person]], minimum: int = SMALLEST_GROUP
) -> tuple[Block[Person], ...]:
    """Cut the people of a closed round into blocks; who is in none is left out of everything.

    First the teams in their order, each with its roles in their order, then the joined rest
    per role. A team of several roles is never one block.

    Raises:
        MinimumTooLowError: the minimum is below `SMALLEST_GROUP`.
    """
    if minimum < SMALLEST_GROUP:
        raise MinimumTooLowError(minimum)
    own: list[Block[Person]] = []
    rest: dict[RoleId | None, list[Part[Person]]] = {}
    for team in teams:
        if team.is_overfull:
            continue
        parts = [part for part in team.parts if part.people]
        for part in parts:
            if team.is_answered and len(part.people) >= minimum:
                is_undivided = len(parts) == 1
                known = team.size if is_undivided else None
                own.append(_block([part], known, is_undivided=is_undivided))
            else:
                rest.setdefault(part.role, []).append(part)
    joined = (_block(parts, None) for parts in rest.values() if len(parts) > 1)
    return (*own, *(block for block in joined if len(block.people) >= minimum))


def _block(
    parts: Sequence[Part[Person]], population: int | None, *, is_undivided: bool = False
) -> Block[Person]:
    return Block(
        teams=tuple(part.team for part in parts),
        role=parts[0].role,
        people=tuple(person for part in parts for person in part.people),
        population=population,
        is_undivided=is_undivided,
    )


# --- what a figure shows ----------------------------------------------------------------


class Detail(IntEnum):
    """How much of a figure is shown, by how many people it is about."""

    HIDDEN = 0
    ROUGH = 1
    EXACT = 2


def detail(count: int, minimum: int = SMALLEST_GROUP) -> Detail:
    """Return how much is shown of a figure about this many people."""
    if count < minimum:
        return Detail.HIDDEN
    return Detail.ROUGH if count < EXACT_FROM else Detail.EXACT


def detail_of_theme(
    figures: ThemeFigures, minimum: int = SMALLEST_GROUP, *, guarded: bool = True
) -> Detail:
    """Return how much is shown of a theme.

    Where a few people, and fewer than `minimum`, skipped a question of the theme, the mean of
    people's scores beside exact counts would give away what they did answer. Then, if
    `guarded`, it is rough however many took part; see `show_theme`.
    """
    level = detail(figures.count, minimum)
    if guarded and 0 < figures.partly < minimum:
        return min(level, Detail.ROUGH)
    return level


class Third(StrEnum):
    """Where on its scale an answer lies: below the middle, in it, or above it."""

    LOWER = "lower"
    MIDDLE = "middle"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTheme:
    """What is shown of a group on a theme; everything is None where it is hidden.

    `not_asked`: nobody in the group was asked about it, and why; that is no secret.
    `nearly_all`: all or all but one have the same score; then no number tells which.
    `is_whole`: everyone in the team has a score, so nothing is said about chance.
    """

    detail: Detail
    not_asked: WhyNot | None = None
    count: int | None = None
    mean: Fraction | None = None
    deviation: float | None = None
    interval: Interval | None = None
    agreement_of_theme: Fraction | None = None
    word: Agreement | None = None
    nearly_all: bool = False
    is_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuestion:
    """What is shown of a group on a question; every number is None where it is hidden.

    `counts` per option from ten people on, `thirds` of the scale with fewer; `apart` are the
    options without points. `nearly_all` is what all or all but one chose: an option, or a
    part of the scale; then there are no counts. `most_unknown`: half or more do not know, and
    `is_empty`: nobody answered; both are told in words where the numbers are hidden too, if
    enough people were asked. `not_asked`: nobody in the group was asked, and why.
    """

    detail: Detail
    not_asked: WhyNot | None = None
    most_unknown: bool = False
    is_empty: bool = False
    count: int | None = None
    counts: Mapping[OptionId, int] | None = None
    thirds: Mapping[Third, int] | None = None
    apart: Mapping[OptionId, int] | None = None
    agreement: Fraction | None = None
    deviation: Fraction | None = None
    word: Agreement | None = None
    nearly_all: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTexts:
    """What is shown of what people wrote to a question of their organisation: all, or nothing.

    `is_empty`: nobody wrote anything. `is_apart`: it is never shown of these people, however
    many wrote, as they are of several teams or roles.
    """

    detail: Detail
    texts: tuple[str, ...] = ()
    is_empty: bool = False
    is_apart: bool = False


def show_theme(
    figures: ThemeFigures,
    minimum: int = SMALLEST_GROUP,
    most: Detail = Detail.EXACT,
    *,
    guarded: bool = True,
) -> ShownTheme:
    """Return what may be shown of a group's figures on a theme.

    `most` is the most detail there may be: that of the least detailed block of a union. Where
    someone skipped a question and the mean is rough, it is that of all answers together, if
    `guarded`: it follows from the counts of the questions, so it tells nothing besides.
    """
    level = min(detail_of_theme(figures, minimum, guarded=guarded), most)
    if level is Detail.HIDDEN or figures.mean is None:
        return ShownTheme(detail=Detail.HIDDEN)
    pooled = figures.pooled if guarded and figures.partly else None
    rough = roughly(figures.mean if pooled is None else pooled)
    exact, alike = level is Detail.EXACT, figures.most_alike >= figures.count - 1
    tells = exact and not alike
    agreed = figures.agreement
    return ShownTheme(
        detail=level,
        count=figures.count,
        mean=rough if guarded and alike else figures.mean if exact else rough,
        deviation=figures.deviation if tells else None,
        interval=figures.interval if tells else None,
        agreement_of_theme=_of_enough(figures, minimum) if tells else None,
        word=None if alike or agreed is None else in_words(agreed),
        nearly_all=alike,
        is_whole=figures.is_whole,
    )


def _of_enough(figures: ThemeFigures, minimum: int) -> Fraction | None:
    complete = len(figures.complete[0]) if figures.complete else 0
    return figures.agreement_of_theme if complete >= minimum else None


def roughly(value: Fraction) -> Fraction:
    """Return a mean as groups below ten show it: to the nearest five, a half upwards."""
    return Fraction(ROUGH_STEP * math.floor(value / ROUGH_STEP + Fraction(1, 2)))


def show_question(
    figures: QuestionFigures, minimum: int = SMALLEST_GROUP, most: Detail = Detail.EXACT
) -> ShownQuestion:
    """Return what may be shown of a group's figures on a question with options."""
    level = min(detail(figures.count, minimum), most)
    unknown = figures.most_unknown and figures.asked >= minimum
    if level is Detail.HIDDEN:
        empty = figures.is_empty and figures.asked >= minimum
        return ShownQuestion(detail=level, most_unknown=unknown, is_empty=empty)
    exact = level is Detail.EXACT
    thirds = None if exact else _in_thirds(figures)
    nearly: str | None = _alike(figures.counts, figures.count)
    if thirds is not None:
        nearly = _alike(thirds, figures.count)
    agreed = figures.agreement
    tells = nearly is None
    return ShownQuestion(
        detail=level,
        most_unknown=unknown,
        count=figures.count,
        counts=figures.counts if exact and tells else None,
        thirds=thirds if tells else None,
        apart=figures.apart,
        agreement=agreed if exact and tells else None,
        deviation=figures.deviation if exact and tells else None,
        word=in_words(agreed) if tells and agreed is not None else None,
        nearly_all=nearly,
    )


def show_texts(
    blocks: Sequence[Block[Person]], texts: Sequence[str], minimum: int = SMALLEST_GROUP
) -> ShownTexts:
    """Return what may be shown of what people of these blocks wrote to one question.

    Word for word from ten people on, and only of a whole team of one role: people were told
    that their team reads it, and that no role stands with it. The order follows from the
    words alone, so that it tells nothing of who wrote which, or when.
    """
    if len(blocks) != 1 or not blocks[0].is_undivided:
        return ShownTexts(detail=Detail.HIDDEN, is_apart=True)
    if detail(len(texts), minimum) is Detail.EXACT:
        return ShownTexts(detail=Detail.EXACT, texts=tuple(sorted(texts)))
    empty = not texts and len(blocks[0].people) >= minimum
    return ShownTexts(detail=Detail.HIDDEN, is_empty=empty)


Key = TypeVar("Key", bound=str)


def _alike(counts: Mapping[Key, int], people: int) -> Key | None:
    """Return what all or all but one of these people chose."""
    key = max(counts, key=counts.__getitem__, default=None)
    return key if key is not None and counts[key] >= people - 1 else None


def _in_thirds(figures: QuestionFigures) -> Mapping[Third, int] | None:
    """Return how many chose in each part of the scale; None where there is no scale."""
    if not figures.positions:
        return None
    thirds = dict.fromkeys(Third, 0)
    for option, part in third_of(figures.question).items():
        thirds[part] += figures.counts[option]
    return thirds


def third_of(question: OptionQuestion) -> dict[OptionId, Third]:
    """Return the part of the scale of each option with points; an even scale has no middle."""
    rungs = ladder(question)

    def part(place: int) -> Third:
        side = 2 * place - (len(rungs) - 1)
        return Third.MIDDLE if side == 0 else Third.LOWER if side < 0 else Third.HIGHER

    return {option.id: part(place) for place, option in enumerate(rungs)}


# --- blocks together --------------------------------------------------------------------


def together(
    blocks: Sequence[Block[Person]], levels: Sequence[Detail]
) -> tuple[tuple[Block[Person], ...], Detail]:
    """Return the blocks over which a figure is taken together, and its most detail.

    `levels` is what each block shows of the figure itself. Only blocks that show it count, and
    the union is never in more detail than the least of them: an exact sum less an exact block
    would show a small block exactly.
    """
    shown = [pair for pair in zip(blocks, levels, strict=True) if pair[1] is not Detail.HIDDEN]
    most = min((level for _, level in shown), default=Detail.HIDDEN)
    return tuple(block for block, _ in shown), most
