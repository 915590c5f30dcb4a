"""Which questions are asked, which are still open, and in which order the sections come."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from quickscan.domain.answers import Answers, Counted, Given, counted, is_answered
from quickscan.domain.conditions import QuestionIs, QuestionIsNot, leaves
from quickscan.domain.holding import holds
from quickscan.domain.ids import DimensionId, QuestionId, RoleId, SectionId, ThemeId
from quickscan.domain.own_questions import OWN_SECTION
from quickscan.domain.questionnaire import Dimension, Order, Questionnaire, Section
from quickscan.domain.questions import Question, is_scored


class WhyNot(StrEnum):
    """Why a question is not asked: not for this role or these answers, or not yet."""

    NOT_ASKED = "not_asked"
    NOT_YET = "not_yet"


@dataclass(frozen=True, kw_only=True)
class Course:
    """What is asked of someone: it depends on their role and on a few answers only.

    `positions` holds, per dimension, the theme that people say they are at; `sections` are
    those with a question that is asked, in the order in which they are shown.
    """

    asked: tuple[Question, ...]
    not_asked: Mapping[QuestionId, WhyNot]
    positions: Mapping[DimensionId, ThemeId]
    sections: tuple[Section, ...]

    @cached_property
    def by_section(self) -> Mapping[SectionId, tuple[Question, ...]]:
        """The questions that are asked, per section."""
        return {
            section.id: tuple(q for q in section.questions if q.id not in self.not_asked)
            for section in self.sections
        }


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Which questions are asked, given a role and answers.

    `answers` holds only answers to questions that are asked; the rest are ignored
    everywhere until their question is asked again.
    """

    course: Course
    answers: Answers

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that are asked, in file order."""
        return self.course.asked

    @property
    def not_asked(self) -> Mapping[QuestionId, WhyNot]:
        """The other questions, each with the reason."""
        return self.course.not_asked

    @property
    def positions(self) -> Mapping[DimensionId, ThemeId]:
        """Per dimension, the theme that people say they are at."""
        return self.course.positions

    @cached_property
    def counted(self) -> Mapping[QuestionId, Counted]:
        """How each answer counts, for the scored questions that are asked."""
        return {q.id: counted(q, self.answers) for q in self.asked if is_scored(q)}

    def asked_in(self, section: Section) -> tuple[Question, ...]:
        """Return the questions of a section that are asked."""
        return self.course.by_section.get(section.id, ())

    def open_in(self, section: Section) -> tuple[Question, ...]:
        """Return the required questions of a section that have no answer yet."""
        return self._open(self.asked_in(section))

    def answered_in(self, section: Section) -> tuple[Question, ...]:
        """Return the questions of a section that have an answer."""
        return tuple(q for q in self.asked_in(section) if is_answered(q, self.answers))

    @property
    def open(self) -> tuple[Question, ...]:
        """All required questions without an answer."""
        return self._open(self.asked)

    def _open(self, asked: tuple[Question, ...]) -> tuple[Question, ...]:
        return tuple(q for q in asked if q.required and not is_answered(q, self.answers))


def follow(questionnaire: Questionnaire, answers: Answers, role: RoleId | None) -> Progress:
    """Return which questions are asked of someone with this role and these answers."""
    steering = tuple((id, answers.get(id)) for id in _steering(questionnaire))
    course = _course(questionnaire, steering, role)
    heard = {id: given for id, given in answers.items() if id not in course.not_asked}
    return Progress(course=course, answers=heard)


@lru_cache(maxsize=256)
def _steering(questionnaire: Questionnaire) -> tuple[QuestionId, ...]:
    """Return the questions whose answers decide which questions are asked."""
    named = {d.position.question for d in questionnaire.dimensions if d.position}
    for question in questionnaire.questions.values():
        for leaf in leaves(question.when) if question.when else ():
            if isinstance(leaf, QuestionIs | QuestionIsNot):
                named.add(leaf.question)
    return tuple(id for id in questionnaire.questions if id in named)


@lru_cache(maxsize=4096)
def _course(
    questionnaire: Questionnaire,
    steering: tuple[tuple[QuestionId, Given | None], ...],
    role: RoleId | None,
) -> Course:
    """Walk through the questionnaire; many visitors take the same course.

    One walk in file order suffices: a condition and a position look only at questions
    before the one they decide on.
    """
    answers = {id: given for id, given in steering if given is not None}
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
    return Course(
        asked=tuple(asked),
        not_asked=not_asked,
        positions=positions,
        sections=tuple(
            section
            for section in _ordered(questionnaire, positions)
            if any(question.id not in not_asked for question in section.questions)
        ),
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


@lru_cache(maxsize=256)
def section_themes(
    questionnaire: Questionnaire, dimension: DimensionId
) -> Mapping[SectionId, ThemeId | None]:
    """Return per section the theme that all its questions share on a dimension, or None."""
    places: dict[SectionId, ThemeId | None] = {}
    for section in questionnaire.sections:
        themes = {question.theme(dimension) for question in section.questions}
        places[section.id] = themes.pop() if len(themes) == 1 else None
    return places


def opening(questionnaire: Questionnaire) -> Section | None:
    """Return the first section if none of its questions is scored: who you are, where you are.

    Its questions are asked together with the role, before the other sections.
    """
    first = questionnaire.sections[0]
    return None if any(map(is_scored, first.questions)) else first


def _ordered(
    questionnaire: Questionnaire, positions: Mapping[DimensionId, ThemeId]
) -> tuple[Section, ...]:
    """Return the sections in the order in which they are shown.

    With `order: current_first` and a known position: the sections before the first section
    of the dimension, the current theme and what follows it, the sections that are not on
    the dimension, the earlier themes, and last what an organisation asks itself.
    """
    dimension = questionnaire.positioned
    here = positions.get(dimension.id) if dimension else None
    if dimension is None or dimension.position is None or here is None:
        return questionnaire.sections
    if dimension.position.order is Order.FILE:
        return questionnaire.sections
    current = dimension.index(here)
    places = section_themes(questionnaire, dimension.id)
    on_dimension = [
        i for i, s in enumerate(questionnaire.sections) if places[s.id] is not None
    ]
    first = min(on_dimension, default=0)

    def rank(numbered: tuple[int, Section]) -> tuple[int, int]:
        number, section = numbered
        if section.id == OWN_SECTION:
            return (4, number)
        theme = places[section.id]
        if theme is None:
            return (0 if number < first else 2, number)
        return (1 if dimension.index(theme) >= current else 3, number)

    return tuple(section for _, section in sorted(enumerate(questionnaire.sections), key=rank))


def first_open(progress: Progress) -> Section | None:
    """Return the first section, in the order shown, that still needs an answer."""
    return next((s for s in progress.course.sections if progress.open_in(s)), None)
