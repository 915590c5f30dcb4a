"""Whether a condition holds. No arithmetic: only options, bands, roles, and and/or/not."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from quickscan.domain.answers import Answers, given_options
from quickscan.domain.questionnaire import (
    AllOf,
    AnyOf,
    BandId,
    Condition,
    DimensionId,
    Not,
    OptionId,
    QuestionId,
    QuestionIs,
    QuestionIsNot,
    Questionnaire,
    RoleId,
    RoleIs,
    ThemeId,
    ThemeInBand,
)

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


def leaves(
    condition: Condition,
) -> Iterator[QuestionIs | QuestionIsNot | ThemeInBand | RoleIs]:
    """Yield the conditions inside a condition that are not and, or, not."""
    match condition:
        case AllOf(conditions) | AnyOf(conditions):
            for inner in conditions:
                yield from leaves(inner)
        case Not(inner):
            yield from leaves(inner)
        case QuestionIs() | QuestionIsNot() | ThemeInBand() | RoleIs():
            yield condition
        case _:
            assert_never(condition)
