"""Which advice fires, because of which answers, and in what order.

Source: docs/scoring.md, "De volgorde van advies".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from quickscan.domain.answers import is_answered
from quickscan.domain.conditions import QuestionIs, QuestionIsNot, ThemeInBand, leaves
from quickscan.domain.holding import Bands, holds
from quickscan.domain.ids import DimensionId, QuestionId, RoleId, ThemeId
from quickscan.domain.progress import Progress
from quickscan.domain.questionnaire import AdviceRule, Questionnaire
from quickscan.domain.scoring import Score

ThemeScores = Mapping[DimensionId, Mapping[ThemeId, Score]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A rule that fired, and the answered questions that made it fire, in file order."""

    rule: AdviceRule
    because: tuple[QuestionId, ...]


def advise(
    questionnaire: Questionnaire,
    progress: Progress,
    role: RoleId | None,
    scores: ThemeScores,
    bands: Bands,
) -> tuple[Advice, ...]:
    """Return the advice that fires, the most important first."""
    fired = [
        Advice(rule=rule, because=_because(questionnaire, rule, progress))
        for rule in questionnaire.advice
        if (not rule.roles or role in rule.roles)
        and holds(rule.when, questionnaire, progress.answers, role, bands)
    ]

    def importance(advice: Advice) -> tuple[int, bool, Fraction, int]:
        dimension, theme = advice.rule.themes[0]
        value = scores[dimension][theme].value
        return (
            _distance(questionnaire, advice.rule, progress),
            value is None,
            value or Fraction(0),
            -_lost(advice, progress),
        )

    return tuple(sorted(fired, key=importance))


def _because(
    questionnaire: Questionnaire, rule: AdviceRule, progress: Progress
) -> tuple[QuestionId, ...]:
    reasons: set[QuestionId] = set()
    for leaf in leaves(rule.when):
        match leaf:
            case QuestionIs(question, _) | QuestionIsNot(question, _):
                reasons.add(question)
            case ThemeInBand(dimension, theme, _):
                reasons |= _lossy(questionnaire, dimension, theme, progress)
            case _:
                pass
    return tuple(
        question.id
        for question in progress.asked
        if question.id in reasons and is_answered(question, progress.answers)
    )


def _lossy(
    questionnaire: Questionnaire, dimension: DimensionId, theme: ThemeId, progress: Progress
) -> set[QuestionId]:
    return {
        question.id
        for question in questionnaire.questions.values()
        if question.theme(dimension) == theme and _lost_on(question.id, progress) > 0
    }


def _distance(questionnaire: Questionnaire, rule: AdviceRule, progress: Progress) -> int:
    """Return 0 for advice on the theme people are at, 1 for the next theme, else 2."""
    for dimension_id, theme in rule.themes:
        here = progress.positions.get(dimension_id)
        if here is None:
            continue
        dimension = questionnaire.dimension(dimension_id)
        steps = dimension.index(theme) - dimension.index(here)
        return steps if steps in (0, 1) else 2
    return 2


def _lost(advice: Advice, progress: Progress) -> int:
    return sum(_lost_on(id, progress) for id in advice.because)


def _lost_on(question: QuestionId, progress: Progress) -> int:
    """Return the points that an answer did not earn; 0 where it has none to earn."""
    answer = progress.counted.get(question)
    return answer.points.lost if answer and answer.points else 0
