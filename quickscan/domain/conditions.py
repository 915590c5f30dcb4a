"""When something is asked or advised: only options, bands, roles, and and/or/not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from quickscan.domain.ids import BandId, DimensionId, OptionId, QuestionId, RoleId, ThemeId


@dataclass(frozen=True, slots=True)
class QuestionIs:
    """Holds when the answer is (or contains) one of these options."""

    question: QuestionId
    options: tuple[OptionId, ...]


@dataclass(frozen=True, slots=True)
class QuestionIsNot:
    """Holds when the question is answered with none of these options."""

    question: QuestionId
    options: tuple[OptionId, ...]


@dataclass(frozen=True, slots=True)
class ThemeInBand:
    """Holds when the score of a theme lies in one of these bands."""

    dimension: DimensionId
    theme: ThemeId
    bands: tuple[BandId, ...]


@dataclass(frozen=True, slots=True)
class RoleIs:
    """Holds when the visitor has one of these roles."""

    roles: tuple[RoleId, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds when every condition holds."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds when at least one condition holds."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Holds when the condition does not."""

    condition: "Condition"


Condition = QuestionIs | QuestionIsNot | ThemeInBand | RoleIs | AllOf | AnyOf | Not


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
