"""What a team can talk about: what goes well, what asks attention, where it is divided.

Read from what is shown and from nothing else, so that a list tells no more than the figures.
Definitions: docs/scoring.md, "Wat opvalt in een groep".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from quickscan.domain.anonymity import ShownQuestion, Third, third_of
from quickscan.domain.answers import reach
from quickscan.domain.group_results import GroupResult
from quickscan.domain.ids import OptionId
from quickscan.domain.questions import ChoiceQuestion, Question, RatingQuestion, is_scored
from quickscan.domain.statistics import Agreement

MOST = Fraction(3, 4)
"""From this share of the people on, a statement goes well for the team."""

MANY = Fraction(1, 2)
"""From this share of the people on, a statement asks attention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlights:
    """Statements that stand out, in file order.

    Those that most find in place, that many find lacking, on which people are divided, and
    that half or more do not know.
    """

    strengths: tuple[Question, ...]
    attention: tuple[Question, ...]
    divided: tuple[Question, ...]
    to_find_out: tuple[Question, ...]


def highlights(result: GroupResult) -> Highlights:
    """Return what stands out in a team result, as far as it is shown."""
    return Highlights(
        strengths=_where(result, lambda q, own: _share(q, own, good=True) >= MOST),
        attention=_where(result, lambda q, own: _share(q, own, good=False) >= MANY),
        divided=_where(result, lambda _q, own: own.word is Agreement.DIVIDED),
        to_find_out=_where(result, lambda _q, own: own.most_unknown),
    )


def _where(
    result: GroupResult, holds: Callable[[Question, ShownQuestion], bool]
) -> tuple[Question, ...]:
    return tuple(question for question, own in _statements(result) if holds(question, own))


def _statements(result: GroupResult) -> Iterator[tuple[Question, ShownQuestion]]:
    for id, own in result.questions.items():
        question = result.questionnaire.questions[id]
        if is_scored(question) and reach(question):
            yield question, own


def _share(question: Question, own: ShownQuestion, *, good: bool) -> Fraction:
    """Return the share of people on the good (or other) side of the scale; 0 where hidden.

    Of a reversed statement the lower part of the scale is the good one.
    """
    side = Third.HIGHER if good is not question.reversed else Third.LOWER
    if not isinstance(question, RatingQuestion | ChoiceQuestion) or not own.count:
        return Fraction(0)
    parts = third_of(question)
    if own.nearly_all is not None:
        return Fraction(side in {own.nearly_all, parts.get(OptionId(own.nearly_all))})
    if own.thirds is not None:
        return Fraction(own.thirds[side], own.count)
    counts = own.counts or {}
    return Fraction(sum(n for id, n in counts.items() if parts.get(id) is side), own.count)
