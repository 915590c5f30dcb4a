"""Which questions are asked, which are still open, and in which order the sections come."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from quickscan.domain.answers import Answers, Given, is_answered
from quickscan.domain.conditions import holds
from quickscan.domain.questionnaire import (
    Dimension,
    DimensionId,
    Order,
    Question,
    QuestionId,
    Questionnaire,
    RoleId,
    Section,
    SectionId,
    ThemeId,
)


class WhyNot(StrEnum):
    """Why a question is not asked: not for this role or these answers, or not yet."""

    NOT_ASKED = "not_asked"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Which questions are asked, given a role and answers.

    `answers` holds only answers to questions that are asked; the rest are ignored
    everywhere until their question is asked again. `positions` holds, per dimension, the
    theme that people say they are at.
    """

    asked: tuple[Question, ...]
    not_asked: Mapping[QuestionId, WhyNot]
    answers: Answers
    positions: Mapping[DimensionId, ThemeId]

    def asked_in(self, section: Section) -> tuple[Question, ...]:
        """Return the questions of a section that are asked."""
        return tuple(q for q in section.questions if q.id not in self.not_asked)

    def open_in(self, section: Section) -> tuple[Question, ...]:
        """Return the required questions of a section that have no answer yet."""
        return tuple(
            question
            for question in self.asked_in(section)
            if question.required and not is_answered(question, self.answers)
        )

    def answered_in(self, section: Section) -> tuple[Question, ...]:
        """Return the questions of a section that have an answer."""
        return tuple(q for q in self.asked_in(section) if is_answered(q, self.answers))

    @property
    def open(self) -> tuple[Question, ...]:
        """All required questions without an answer."""
        return tuple(q for q in self.asked if q.required and not is_answered(q, self.answers))


def follow(questionnaire: Questionnaire, answers: Answers, role: RoleId | None) -> Progress:
    """Walk through the questionnaire and return which questions are asked.

    One walk in file order suffices: a condition and a position look only at questions
    before the one they decide on.
    """
    asked: list[Question] = []
    not_asked: dict[QuestionId, WhyNot] = {}
    heard: dict[QuestionId, Given] = {}
    for question in questionnaire.questions.values():
        why = _why_not(questionnaire, question, heard, role)
        if why is not None:
            not_asked[question.id] = why
            continue
        asked.append(question)
        if question.id in answers:
            heard[question.id] = answers[question.id]
    positions = {
        dimension.id: position
        for dimension in questionnaire.dimensions
        if (position := _position(dimension, heard)) is not None
    }
    return Progress(
        asked=tuple(asked), not_asked=not_asked, answers=heard, positions=positions
    )


def _why_not(
    questionnaire: Questionnaire, question: Question, heard: Answers, role: RoleId | None
) -> WhyNot | None:
    if question.roles and role not in question.roles:
        return WhyNot.NOT_ASKED
    if question.when and not holds(question.when, questionnaire, heard, role):
        return WhyNot.NOT_ASKED
    for dimension_id, theme in question.themes:
        dimension = questionnaire.dimension(dimension_id)
        if _is_beyond(dimension, theme, heard):
            return WhyNot.NOT_YET
    return None


def _position(dimension: Dimension, heard: Answers) -> ThemeId | None:
    if dimension.position is None:
        return None
    given = heard.get(dimension.position.question)
    return next((theme.id for theme in dimension.themes if theme.id == given), None)


def _is_beyond(dimension: Dimension, theme: ThemeId, heard: Answers) -> bool:
    here = _position(dimension, heard)
    if here is None or dimension.position is None:
        return False
    return dimension.index(theme) > dimension.index(here) + dimension.position.ahead


def section_theme(section: Section, dimension: Dimension) -> ThemeId | None:
    """Return the theme that all questions of a section share on a dimension, or None."""
    themes = {question.theme(dimension.id) for question in section.questions}
    return themes.pop() if len(themes) == 1 else None


def opening(questionnaire: Questionnaire) -> Section | None:
    """Return the first section if none of its questions is scored: who you are, where you are.

    Its questions are asked together with the role, before the other sections.
    """
    first = questionnaire.sections[0]
    return None if any(question.themes for question in first.questions) else first


def ordered_sections(questionnaire: Questionnaire, progress: Progress) -> tuple[Section, ...]:
    """Return the sections in the order in which they are shown.

    With `order: current_first` and a known position: the sections before the first section
    of the dimension, the current theme and what follows it, the sections that are not on
    the dimension, and the earlier themes last.
    """
    dimension = questionnaire.positioned
    here = progress.positions.get(dimension.id) if dimension else None
    if dimension is None or dimension.position is None or here is None:
        return questionnaire.sections
    if dimension.position.order is Order.FILE:
        return questionnaire.sections
    current = dimension.index(here)
    places = {s.id: section_theme(s, dimension) for s in questionnaire.sections}
    first = next(i for i, s in enumerate(questionnaire.sections) if places[s.id] is not None)

    def rank(numbered: tuple[int, Section]) -> tuple[int, int]:
        number, section = numbered
        theme = places[section.id]
        if theme is None:
            return (0 if number < first else 2, number)
        return (1 if dimension.index(theme) >= current else 3, number)

    return tuple(section for _, section in sorted(enumerate(questionnaire.sections), key=rank))


def asked_sections(questionnaire: Questionnaire, progress: Progress) -> tuple[Section, ...]:
    """Return the sections with at least one question that is asked, in the order shown."""
    return tuple(s for s in ordered_sections(questionnaire, progress) if progress.asked_in(s))


def first_open(questionnaire: Questionnaire, progress: Progress) -> SectionId | None:
    """Return the first section, in the order shown, that still needs an answer."""
    for section in asked_sections(questionnaire, progress):
        if progress.open_in(section):
            return section.id
    return None
