"""Then and now: two assessments of the same thing, theme beside theme.

Source: docs/scoring.md, "Then and now".
"""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from quickscan.domain.answers import given_options
from quickscan.domain.assessment import Assessment
from quickscan.domain.questionnaire import (
    DimensionId,
    Option,
    Question,
    QuestionId,
    Questionnaire,
    ThemeId,
    is_scored,
)


class WhyNotCompared(StrEnum):
    """Why two scores of a theme cannot stand beside each other."""

    OTHER_ROLE = "other_role"
    OTHER_QUESTIONS = "other_questions"
    NO_SCORE_THEN = "no_score_then"
    NO_SCORE_NOW = "no_score_now"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeChange:
    """One theme then and now; scores are 0-100, exact. `why` is None when comparable."""

    dimension: DimensionId
    theme: ThemeId
    then: Fraction | None
    now: Fraction | None
    why: WhyNotCompared | None

    @property
    def difference(self) -> Fraction | None:
        """Now minus then, exact; None when the two cannot be compared."""
        if self.why or self.then is None or self.now is None:
            return None
        return self.now - self.then


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    """A question that was asked both times and answered differently."""

    question: QuestionId
    then: tuple[Option, ...]
    now: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that follows from laying two assessments side by side."""

    same_role: bool
    themes: tuple[ThemeChange, ...]
    answers: tuple[AnswerChange, ...]


def compare(then: Assessment, now: Assessment) -> Comparison:
    """Compare an earlier assessment with a later one, on the themes of the later one.

    A theme is comparable when the role is the same and the theme has the same questions,
    each with the same words, options, points, weight, roles and condition, and the same of
    them were asked.
    """
    same_role = then.role == now.role
    themes = tuple(
        _theme_change(then, now, dimension.id, theme.id, same_role=same_role)
        for dimension in now.questionnaire.dimensions
        for theme in dimension.themes
    )
    return Comparison(same_role=same_role, themes=themes, answers=_answer_changes(then, now))


def _theme_change(
    then: Assessment,
    now: Assessment,
    dimension: DimensionId,
    theme: ThemeId,
    *,
    same_role: bool,
) -> ThemeChange:
    earlier = then.themes.get(dimension, {}).get(theme)
    before = earlier.value if earlier else None
    after = now.themes[dimension][theme].value
    place = (dimension, theme)
    measured = [_measured(each.questionnaire, *place) for each in (then, now)]
    asked = [_asked(each, *place) for each in (then, now)]
    why: WhyNotCompared | None = None
    if measured[0] != measured[1]:
        why = WhyNotCompared.OTHER_QUESTIONS
    elif not same_role:
        why = WhyNotCompared.OTHER_ROLE
    elif after is None:
        why = WhyNotCompared.NO_SCORE_NOW
    elif before is None:
        why = WhyNotCompared.NO_SCORE_THEN
    elif asked[0] != asked[1]:
        why = WhyNotCompared.OTHER_QUESTIONS
    return ThemeChange(dimension=dimension, theme=theme, then=before, now=after, why=why)


def _asked(
    assessment: Assessment, dimension: DimensionId, theme: ThemeId
) -> frozenset[QuestionId]:
    return frozenset(q.id for q in assessment.scored if q.theme(dimension) == theme)


def _measured(
    questionnaire: Questionnaire, dimension: DimensionId, theme: ThemeId
) -> tuple[Hashable, ...]:
    """Return what a score of this theme measures; equal means comparable."""
    minimum = next((d.minimum_count for d in questionnaire.dimensions if d.id == dimension), 0)
    questions = (
        question
        for question in questionnaire.questions.values()
        if is_scored(question) and question.theme(dimension) == theme
    )
    return (
        minimum,
        questionnaire.scoring.minimum_answered,
        frozenset(map(_meaning, questions)),
    )


def _meaning(question: Question) -> Hashable:
    options = getattr(question, "options", ())
    return (
        question.id,
        question.text,
        tuple(
            (option.id, option.points, option.counts_as, option.label) for option in options
        ),
        question.weight,
        question.reversed,
        frozenset(question.roles),
        question.when,
    )


def _answer_changes(then: Assessment, now: Assessment) -> tuple[AnswerChange, ...]:
    earlier = {question.id: question for question in then.scored}
    changes = []
    for question in now.scored:
        before = earlier.get(question.id)
        if before is None:
            continue
        if _meaning(before) != _meaning(question):
            continue
        was, is_ = given_options(before, then.answers), given_options(question, now.answers)
        if was != is_:
            changes.append(AnswerChange(question=question.id, then=was, now=is_))
    return tuple(changes)
