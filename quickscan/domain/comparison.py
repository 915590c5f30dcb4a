"""Then and now: two assessments of the same thing, theme beside theme.

Source: docs/scoring.md, "Toen en nu".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from quickscan.domain.answers import given_options
from quickscan.domain.assessment import Assessment
from quickscan.domain.comparability import Lineage, comparability, differing_parts
from quickscan.domain.ids import DimensionId, QuestionId, ThemeId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import Option
from quickscan.domain.scoring import WhyNoScore


class WhyNotCompared(StrEnum):
    """Why two scores of a theme cannot stand beside each other."""

    OTHER_ROLE = "other_role"
    OTHER_QUESTIONS = "other_questions"
    NOT_YET = "not_yet"
    NO_SCORE = "no_score"
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


def compare(
    then: Assessment, now: Assessment, between: Sequence[Questionnaire] = ()
) -> Comparison:
    """Compare an earlier assessment with a later one, on the themes of the later one.

    A theme is comparable when the role is the same, the theme measures the same in both
    versions (see `versions.comparability`), and the same of its questions were asked.
    `between` are the versions between the two, the oldest first.
    """
    same_role = then.role == now.role
    lineage = (then.questionnaire, *between, now.questionnaire)
    measures = {(own.dimension, own.theme): own.holds for own in comparability(lineage)}
    themes = tuple(
        _theme_change(
            then,
            now,
            (dimension.id, theme.id),
            same_role=same_role,
            same_measure=measures[dimension.id, theme.id],
        )
        for dimension in now.questionnaire.dimensions
        for theme in dimension.themes
    )
    answers = tuple(_answer_changes(then, now, lineage))
    return Comparison(same_role=same_role, themes=themes, answers=answers)


def _theme_change(
    then: Assessment,
    now: Assessment,
    place: tuple[DimensionId, ThemeId],
    *,
    same_role: bool,
    same_measure: bool,
) -> ThemeChange:
    dimension, theme = place
    earlier = then.themes.get(dimension, {}).get(theme)
    before = earlier.value if earlier else None
    later = now.themes[dimension][theme]
    after = later.value
    asked = [_asked(each, *place) for each in (then, now)]
    why: WhyNotCompared | None = None
    if before is None and after is None:
        not_yet = later.why is WhyNoScore.NOT_YET
        why = WhyNotCompared.NOT_YET if not_yet else WhyNotCompared.NO_SCORE
    elif not same_measure:
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


def _answer_changes(
    then: Assessment, now: Assessment, lineage: Lineage
) -> Iterator[AnswerChange]:
    earlier = {question.id: question for question in then.scored}
    for question in now.scored:
        before = earlier.get(question.id)
        if before is None or differing_parts(lineage, question.id):
            continue
        was, is_ = given_options(before, then.answers), given_options(question, now.answers)
        if [own.id for own in was] != [own.id for own in is_]:
            yield AnswerChange(question=question.id, then=was, now=is_)
