"""Groups beside each other: two rounds of one team, or two teams of one round.

Only what each of the two already shows is used, so a comparison cannot tell more about either
than it tells itself: a second round adds no detail about the first. What was known when the
round closed and is not shown (a spread of fewer than ten people) stays unknown here.
Definitions: docs/scoring.md, "Verschil tussen twee groepen".
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from quickscan.domain.anonymity import EXACT_FROM, SMALLEST_GROUP, Detail, ShownTheme, detail
from quickscan.domain.comparability import comparability
from quickscan.domain.groups import Place, places
from quickscan.domain.ids import RoleId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.statistics import Interval, Sample, welch_interval

TYPICAL_SPREAD = 20
"""The spread of theme scores within a team that is counted on beforehand, in points of 0-100.

An assumption, on the careful side. People who differ by one step of a scale of five differ
by 25 points on a question, and the mean of several questions spreads less than one of them;
scores that are no more than chance, anywhere from 0 to 100, have a spread of 29.
"""

ROUNDED_UP_TO = 5
"""What is told beforehand is rounded up to a multiple of this: it is no more than a guide."""


class Chance(StrEnum):
    """Whether a difference may come from who happened to take part, in words."""

    BEYOND = "groter_dan_toeval"
    POSSIBLE = "kan_toeval_zijn"


class WhyNotBeside(StrEnum):
    """Why nothing is said of the difference between two groups on a theme."""

    OTHER_TEAM = "other_team"
    OTHER_ROLE = "other_role"
    OTHER_SUBJECT = "other_subject"
    OTHER_VERSION = "other_version"
    OTHER_QUESTIONS = "other_questions"
    HIDDEN = "hidden"


class WhyNoWord(StrEnum):
    """Why a difference has no word on chance.

    `WHOLE`: both times everyone took part, so the difference is simply that of the team.
    `TOO_SMALL`: fewer than ten people on a side, so chance cannot be ruled out.
    `ROUNDED`: enough people, but on a side a few skipped a question: no spread is shown.
    `ALIKE`: on a side nearly everyone gave the same: no spread is shown, and a rounded mean.
    """

    WHOLE = "whole"
    TOO_SMALL = "too_small"
    ROUNDED = "rounded"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A block, as one side of a comparison: what is shown of it, and what it is.

    `subject` is what the round was about, such as the intervention, as it was written down.
    `population` is how many the block could have been; None where that is not known.
    """

    questionnaire: Questionnaire
    role: RoleId | None
    subject: str
    teams: tuple[str, ...]
    population: int | None
    themes: Mapping[Place, ShownTheme]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeBeside:
    """One theme of two groups, side by side.

    `why` tells why nothing is said of a difference; None when they are comparable. Then there
    is a `word`, with the `interval` (-100 to 100) that it comes from, or a `why_no_word`.

    `difference` is own minus other, in points, exact. None too where a mean is rounded to
    five: the difference of two roundings may be five off, in a figure that looks like any
    other. So the two stand there, *rond 60, was rond 45*, and nothing is added. Their spread
    is not shown either, and without it chance can be neither ruled out nor blamed: of fewer
    than ten people the words are *te klein om toeval uit te sluiten*.
    """

    place: Place
    own: ShownTheme
    other: ShownTheme
    why: WhyNotBeside | None = None
    difference: Fraction | None = None
    interval: Interval | None = None
    word: Chance | None = None
    why_no_word: WhyNoWord | None = None


def compare_rounds(
    then: Side, now: Side, between: Sequence[Questionnaire] = ()
) -> tuple[ThemeBeside, ...]:
    """Lay a later round of a team (own) beside an earlier one, on the themes of the later.

    A theme is comparable when team, role and subject are the same and it measures the same in
    both versions; `between` are the versions in between, the oldest first. Unlike with two
    scans of one person, who was asked which of its questions is not known of a group.
    """
    why = _other(now, then)
    lineage = (then.questionnaire, *between, now.questionnaire)
    changed = {(own.dimension, own.theme) for own in comparability(lineage) if not own.holds}
    if why is None and set(then.teams) != set(now.teams):
        why = WhyNotBeside.OTHER_TEAM
    return tuple(
        _beside(
            place,
            now,
            then,
            why or (WhyNotBeside.OTHER_QUESTIONS if place in changed else None),
        )
        for place in places(now.questionnaire)
    )


def compare_teams(own: Side, other: Side) -> tuple[ThemeBeside, ...]:
    """Lay a block of a round beside another of the same round.

    Both have the same role and subject, and answered the same version.
    """
    why = _other(own, other)
    if why is None and _version(own) != _version(other):
        why = WhyNotBeside.OTHER_VERSION
    return tuple(_beside(place, own, other, why) for place in places(own.questionnaire))


def _other(own: Side, other: Side) -> WhyNotBeside | None:
    if own.role != other.role:
        return WhyNotBeside.OTHER_ROLE
    if _plain(own.subject) != _plain(other.subject):
        return WhyNotBeside.OTHER_SUBJECT
    return None


def _plain(subject: str) -> str:
    """Return a subject without what differs when the same is typed again."""
    return " ".join(subject.split()).casefold()


def _version(side: Side) -> tuple[str, int]:
    return side.questionnaire.id, side.questionnaire.version


def _beside(place: Place, own: Side, other: Side, why: WhyNotBeside | None) -> ThemeBeside:
    hidden = ShownTheme(detail=Detail.HIDDEN)
    mine, theirs = own.themes.get(place, hidden), other.themes.get(place, hidden)
    if why is None and Detail.HIDDEN in {mine.detail, theirs.detail}:
        why = WhyNotBeside.HIDDEN
    if why is not None:
        return ThemeBeside(place=place, own=mine, other=theirs, why=why)
    why_no_word = _why_no_word(mine, theirs)
    interval = None
    if why_no_word is None:
        samples = _sample(mine, own.population), _sample(theirs, other.population)
        interval = welch_interval(*samples, within=(-100, 100))
    return ThemeBeside(
        place=place,
        own=mine,
        other=theirs,
        difference=_difference(mine, theirs),
        interval=interval,
        word=None if interval is None else _word(interval),
        why_no_word=why_no_word,
    )


def _difference(own: ShownTheme, other: ShownTheme) -> Fraction | None:
    if own.mean is None or other.mean is None or not _both_exact(own, other):
        return None
    return own.mean - other.mean


def _both_exact(own: ShownTheme, other: ShownTheme) -> bool:
    """Say whether both means are exact; where nearly all gave the same they are rounded."""
    exact = own.detail is other.detail is Detail.EXACT
    return exact and not (own.nearly_all or other.nearly_all)


def _why_no_word(own: ShownTheme, other: ShownTheme) -> WhyNoWord | None:
    if own.is_whole and other.is_whole:
        return WhyNoWord.WHOLE
    if min(own.count or 0, other.count or 0) < EXACT_FROM:
        return WhyNoWord.TOO_SMALL
    if own.nearly_all or other.nearly_all:
        return WhyNoWord.ALIKE
    return None if _both_exact(own, other) else WhyNoWord.ROUNDED


def _sample(shown: ShownTheme, population: int | None) -> Sample:
    """Return what an exact theme shows of its scores."""
    return Sample(
        mean=shown.mean or 0,
        variance=(shown.deviation or 0) ** 2,
        count=shown.count or 0,
        population=population,
    )


def _word(interval: Interval) -> Chance:
    return Chance.POSSIBLE if interval.low <= 0 <= interval.high else Chance.BEYOND


# --- before a round opens ---------------------------------------------------------------


def least_difference(
    count: int,
    size: int | None,
    spread: float = TYPICAL_SPREAD,
    minimum: int = SMALLEST_GROUP,
) -> int | None:
    """Return the least difference that two rounds of a team can tell from chance, in points.

    `count` of `size` people take part each time, with the same `spread`. Rounded up to five;
    a smaller difference would be called *kan toeval zijn*. 0 where everyone takes part: then
    every difference is one of the team. None where no exact figures are shown, below ten
    people: then nothing can be told from chance.
    """
    if detail(count, minimum) is not Detail.EXACT:
        return None
    side = Sample(mean=0, variance=spread**2, count=count, population=size)
    found = welch_interval(side, side)
    return 0 if found is None else ROUNDED_UP_TO * math.ceil(found.high / ROUNDED_UP_TO)
