"""What is stored of what a visitor gives: only what fits the questionnaire."""

from collections.abc import Mapping
from contextlib import suppress

from quickscan.domain.answers import (
    Answers,
    Given,
    InvalidAnswerError,
    UnknownQuestionError,
    parse,
)
from quickscan.domain.ids import QuestionId, RoleId, SectionId
from quickscan.domain.progress import opening
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import Question, TextQuestion


class UnknownRoleError(LookupError):
    """The questionnaire has no such role."""

    def __init__(self, role: str | None) -> None:
        super().__init__(f"there is no role {role!r}")
        self.role = role


def check_role(questionnaire: Questionnaire, role: RoleId | None) -> None:
    """See that a questionnaire has a role.

    Raises:
        UnknownRoleError: it has not.
    """
    if role is not None and questionnaire.role(role) is None:
        raise UnknownRoleError(role)


def by_section(
    questionnaire: Questionnaire, answers: Answers
) -> Mapping[SectionId, Mapping[str, object]]:
    """Return what to store per section; the opening section even when it has no answers."""
    first = opening(questionnaire)
    pages: dict[SectionId, dict[str, object]] = {first.id: {}} if first else {}
    for id, value in storable(questionnaire.questions, answers).items():
        section = questionnaire.section_of[QuestionId(id)]
        pages.setdefault(section.id, {})[id] = value
    return pages


def storable(
    questions: Mapping[QuestionId, Question], answers: Answers
) -> Mapping[str, object]:
    """Return answers as they are stored; None for one that is taken away.

    Raises:
        UnknownQuestionError: an answer is to none of these questions.
        InvalidAnswerError: an answer does not fit its question.
    """
    stored: dict[str, object] = {}
    for id, given in answers.items():
        question = questions.get(id)
        if question is None:
            raise UnknownQuestionError(id)
        stored[id] = None if given in ("", ()) else _parsed(question, given)
    return stored


def _parsed(question: Question, given: Given) -> object:
    value = parse(question, given)
    if isinstance(question, TextQuestion) and isinstance(value, str):
        return clean(value) or None
    return list(value) if isinstance(value, tuple) else value


def clean(words: str) -> str:
    """Return a text without what PostgreSQL cannot store: NUL and half a surrogate pair."""
    return words.replace("\0", "").encode("utf-8", "replace").decode()


def storable_note(note: str | None) -> str | None:
    """Return a note as it is stored; None for one that stays as it was."""
    return None if note is None else clean(note)


def opening_answers(questionnaire: Questionnaire, before: Answers) -> Answers:
    """Return earlier answers to what is asked first, as far as they fit this version."""
    first = opening(questionnaire)
    answers: dict[QuestionId, Given] = {}
    for question in first.questions if first else ():
        if question.id in before:
            with suppress(InvalidAnswerError):
                answers[question.id] = parse(question, before[question.id])
    return answers
