"""Answers: what was given, with "weet niet", "n.v.t." and "overgeslagen" kept apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from quickscan.domain.ids import OptionId, QuestionId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import (
    ChoiceQuestion,
    CountsAs,
    MultipleQuestion,
    NumberQuestion,
    Option,
    Question,
    RatingQuestion,
    TextQuestion,
)

Given = str | int | tuple[OptionId, ...]
"""An option id or a text, a number, or the chosen options of a multiple question."""

Answers = Mapping[QuestionId, Given]


class AnswerState(StrEnum):
    """What an answer is to the score."""

    POINTS = "points"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    SKIPPED = "skipped"


class UnknownQuestionError(LookupError):
    """An answer is given to a question that the questionnaire does not have."""

    def __init__(self, question: str) -> None:
        super().__init__(f"there is no question {question!r}")
        self.question = question


class InvalidAnswerError(ValueError):
    """An answer does not fit its question: no such option, too long, not a whole number."""

    def __init__(self, question: Question, given: object) -> None:
        super().__init__(f"question {question.id!r} cannot be answered with {given!r}")
        self.question = question
        self.given = given


@dataclass(frozen=True, slots=True)
class Points:
    """Points earned out of points within reach, each times the question's weight."""

    earned: int
    possible: int

    @property
    def lost(self) -> int:
        """What was within reach and not earned."""
        return self.possible - self.earned


def given_option(question: Question, answers: Answers) -> Option | None:
    """Return the chosen option of a rating or choice question; None without an answer."""
    given = answers.get(question.id)
    if isinstance(question, RatingQuestion | ChoiceQuestion) and isinstance(given, str):
        return question.option(OptionId(given))
    return None


def given_options(question: Question, answers: Answers) -> tuple[Option, ...]:
    """Return the chosen options of any question with options, in the question's order."""
    if isinstance(question, MultipleQuestion):
        given = answers.get(question.id)
        chosen = given if isinstance(given, tuple) else ()
        return tuple(option for option in question.options if option.id in chosen)
    option = given_option(question, answers)
    return (option,) if option else ()


def is_answered(question: Question, answers: Answers) -> bool:
    """Say whether something was given: an option, at least one of several, text, a number."""
    return answers.get(question.id, "") not in ("", ())


def state(question: Question, answers: Answers) -> AnswerState:
    """Return what the answer to a question with options is to the score."""
    options = given_options(question, answers)
    if not options:
        return AnswerState.SKIPPED
    if any(option.points is not None for option in options):
        return AnswerState.POINTS
    if any(option.counts_as is CountsAs.UNKNOWN for option in options):
        return AnswerState.UNKNOWN
    return AnswerState.NOT_APPLICABLE


def reach(question: Question) -> int:
    """Return the most points that a question can earn, without its weight."""
    match question:
        case RatingQuestion() | ChoiceQuestion():
            return max((o.points for o in question.options if o.points is not None), default=0)
        case MultipleQuestion():
            return sum(option.points or 0 for option in question.options)
        case TextQuestion() | NumberQuestion():
            return 0
        case _:
            assert_never(question)


def points(question: Question, answers: Answers) -> Points | None:
    """Return the weighted points of an answer, or None when it has no points.

    A reversed question earns (highest + lowest - points); the lowest of a scored question
    is 0, so that is what is within reach minus the points.
    """
    scored = [o.points for o in given_options(question, answers) if o.points is not None]
    if not scored:
        return None
    most = reach(question)
    earned = most - sum(scored) if question.reversed else sum(scored)
    return Points(question.weight * earned, question.weight * most)


@dataclass(frozen=True, slots=True)
class Counted:
    """How one answer counts: what it is to the score, and its points if it has any."""

    state: AnswerState
    points: Points | None


def counted(question: Question, answers: Answers) -> Counted:
    """Return how the answer to a question counts."""
    return Counted(state(question, answers), points(question, answers))


def parse(question: Question, raw: object) -> Given:
    """Return a raw value (from a file, a form or the database) as an answer.

    Raises:
        InvalidAnswerError: the value does not fit the question.
    """
    match question:
        case RatingQuestion() | ChoiceQuestion():
            if isinstance(raw, str) and question.option(OptionId(raw)):
                return raw
        case MultipleQuestion():
            chosen = _chosen(question, raw)
            if chosen is not None:
                return chosen
        case TextQuestion():
            if isinstance(raw, str) and len(raw) <= question.max_length:
                return raw
        case NumberQuestion():
            if isinstance(raw, int) and not isinstance(raw, bool) and _within(question, raw):
                return raw
        case _:
            assert_never(question)
    raise InvalidAnswerError(question, raw)


def _chosen(question: MultipleQuestion, raw: object) -> tuple[OptionId, ...] | None:
    if not isinstance(raw, list | tuple) or not all(isinstance(each, str) for each in raw):
        return None
    chosen = tuple(option.id for option in question.options if option.id in raw)
    if len(chosen) != len(set(raw)):
        return None
    if len(chosen) > 1 and question.exclusive & set(chosen):
        return None
    return chosen


def _within(question: NumberQuestion, number: int) -> bool:
    low, high = question.minimum, question.maximum
    return (low is None or number >= low) and (high is None or number <= high)


def parse_all(questionnaire: Questionnaire, raw: Mapping[str, object]) -> Answers:
    """Return raw values as answers.

    Raises:
        UnknownQuestionError: there is no such question.
        InvalidAnswerError: a value does not fit its question.
    """
    answers: dict[QuestionId, Given] = {}
    for key, value in raw.items():
        question = questionnaire.questions.get(QuestionId(key))
        if question is None:
            raise UnknownQuestionError(key)
        answers[question.id] = parse(question, value)
    return answers
