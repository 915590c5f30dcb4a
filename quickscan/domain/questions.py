"""What is asked: five kinds of question, and the options to answer some of them with."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeGuard

from quickscan.domain.conditions import Condition
from quickscan.domain.ids import (
    DimensionId,
    OptionId,
    Places,
    QuestionId,
    RoleId,
    ScaleId,
    SourceId,
    ThemeId,
)
from quickscan.domain.texts import Text


class CountsAs(StrEnum):
    """What an option without points means for the score."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose.

    `points` is None for an option that is not scored; `counts_as` then says whether the
    question stays among those asked (unknown) or leaves them (not applicable).
    """

    id: OptionId
    label: Text
    points: int | None = None
    counts_as: CountsAs = CountsAs.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerScale:
    """Options shared by many rating questions, from lowest to highest."""

    id: ScaleId
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """What every kind of question has.

    `themes` holds at most one theme of each dimension; a question without themes is not
    scored. `roles` empty means everyone. `fallback` stands in other texts while there is
    no answer.
    """

    id: QuestionId
    text: Text
    help: Text | None = None
    talk: Text | None = None
    themes: Places = ()
    roles: tuple[RoleId, ...] = ()
    weight: int = 1
    reversed: bool = False
    required: bool = False
    when: Condition | None = None
    fallback: Text | None = None
    source: SourceId | None = None

    def theme(self, dimension: DimensionId) -> ThemeId | None:
        """Return this question's theme on a dimension, or None."""
        return dict(self.themes).get(dimension)


@dataclass(frozen=True, slots=True, kw_only=True)
class _OptionQuestion(_Question):
    """A question that is answered by choosing from options."""

    options: tuple[Option, ...]

    def option(self, option: OptionId) -> Option | None:
        """Return the option with this id, or None when the question has no such option."""
        for own in self.options:  # asked for every answer of every page: no generator
            if own.id == option:
                return own
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingQuestion(_OptionQuestion):
    """A statement with one answer from an answer scale."""

    scale: ScaleId


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceQuestion(_OptionQuestion):
    """One answer from the question's own options."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleQuestion(_OptionQuestion):
    """Any number of the question's own options.

    When scored, an option with 0 points or without points excludes the others.
    """

    @property
    def exclusive(self) -> frozenset[OptionId]:
        """The options that cannot be combined with another."""
        return frozenset(
            option.id
            for option in self.options
            if (option.points is None and self.themes) or option.points == 0
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuestion(_Question):
    """Free text of at most `max_length` characters on `lines` lines; never scored."""

    max_length: int = 2000
    lines: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberQuestion(_Question):
    """A whole number between two bounds; never scored."""

    minimum: int | None = None
    maximum: int | None = None
    unit: Text | None = None


Question = RatingQuestion | ChoiceQuestion | MultipleQuestion | TextQuestion | NumberQuestion
OptionQuestion = RatingQuestion | ChoiceQuestion | MultipleQuestion


def is_scored(question: Question) -> TypeGuard[OptionQuestion]:
    """Say whether a question counts for scores: it has a theme, and options with points.

    A text or number with a theme follows the position, and is never scored.
    """
    return bool(question.themes) and not isinstance(question, TextQuestion | NumberQuestion)


def options_of(question: Question) -> tuple[Option, ...]:
    """Return the options of a question; none of a text or a number."""
    return () if isinstance(question, TextQuestion | NumberQuestion) else question.options
