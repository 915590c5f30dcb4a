"""Whether a condition holds, with these answers and scores. No arithmetic."""

from collections.abc import Mapping
from typing import assert_never

from quickscan.domain.answers import Answers, given_options
from quickscan.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Not,
    QuestionIs,
    QuestionIsNot,
    RoleIs,
    ThemeInBand,
)
from quickscan.domain.ids import BandId, DimensionId, OptionId, QuestionId, RoleId, ThemeId
from quickscan.domain.questionnaire import Questionnaire

Bands = Mapping[tuple[DimensionId, ThemeId], BandId]
"""The bands of the themes that have a score."""


def holds(  # noqa: PLR0911  one return for each kind of condition
    condition: Condition,
    questionnaire: Questionnaire,
    answers: Answers,
    role: RoleId | None,
    bands: Bands | None = None,
) -> bool:
    """Say whether a condition holds.

    `answers` are those to questions that are asked. A condition on a question without an
    answer, or on a theme without a score, does not hold; `not` turns whatever is inside.
    """

    def holds_here(inner: Condition) -> bool:
        return holds(inner, questionnaire, answers, role, bands)

    match condition:
        case QuestionIs(question, options):
            return bool(_chosen(questionnaire, question, answers) & set(options))
        case QuestionIsNot(question, options):
            chosen = _chosen(questionnaire, question, answers)
            return bool(chosen) and not chosen & set(options)
        case ThemeInBand(dimension, theme, wanted):
            return (bands or {}).get((dimension, theme)) in wanted
        case RoleIs(roles):
            return role in roles
        case AllOf(conditions):
            return all(map(holds_here, conditions))
        case AnyOf(conditions):
            return any(map(holds_here, conditions))
        case Not(inner):
            return not holds_here(inner)
        case _:
            assert_never(condition)


def _chosen(
    questionnaire: Questionnaire, question: QuestionId, answers: Answers
) -> set[OptionId]:
    return {option.id for option in given_options(questionnaire.questions[question], answers)}
