"""The questionnaire: sections of questions, what they are scored on, advice and guide."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from quickscan.domain.conditions import Condition
from quickscan.domain.guide import Guide
from quickscan.domain.ids import (
    AdviceId,
    BandId,
    DimensionId,
    Places,
    QuestionId,
    QuestionnaireId,
    RoleId,
    SectionId,
    SourceId,
    ThemeId,
)
from quickscan.domain.questions import AnswerScale, Question
from quickscan.domain.texts import Language, Text


class Status(StrEnum):
    """How well a questionnaire has been tried."""

    CONCEPT = "concept"
    PROEF = "proef"
    ONDERZOCHT = "onderzocht"


class Effort(StrEnum):
    """How much work an advice is."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a statement, bound or advice comes from."""

    id: SourceId
    title: Text
    publisher: Text | None = None
    year: int | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """How long filling in takes, from `low` to `high` whole minutes (often the same)."""

    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """As who someone answers; questions and advice may be for some roles only."""

    id: RoleId
    label: Text
    minutes: Minutes | None = None


class Order(StrEnum):
    """In which order the sections are shown once the position is known."""

    FILE = "file"
    CURRENT_FIRST = "current_first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """The question that tells where on an ordered dimension people are.

    Questions of themes more than `ahead` steps after the answer are not asked.
    """

    question: QuestionId
    ahead: int
    order: Order = Order.FILE


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One place on a dimension: a phase, a factor."""

    id: ThemeId
    title: Text
    goal: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """An axis on which questions are scored.

    `minimum_count` is how many answers with points a theme needs for a score.
    """

    id: DimensionId
    title: Text
    themes: tuple[Theme, ...]
    ordered: bool = False
    position: Position | None = None
    minimum_count: int = 1

    def index(self, theme: ThemeId) -> int:
        """Return the place of a theme in this dimension, from 0."""
        return [own.id for own in self.themes].index(theme)

    def theme(self, theme: ThemeId) -> Theme:
        """Return the theme with this id."""
        return self.themes[self.index(theme)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The questions of one page."""

    id: SectionId
    title: Text
    questions: tuple[Question, ...]
    introduction: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """How scores are made: the least share answered, and the dimension of the overall mean."""

    minimum_answered: Fraction = Fraction(1, 2)
    overall: DimensionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A named range of scores, from `from_` (0-100) to where the next band begins."""

    id: BandId
    from_: Fraction
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceRule:
    """When an advice fires, and what it says."""

    id: AdviceId
    themes: Places
    when: Condition
    title: Text
    text: Text
    steps: tuple[Text, ...]
    effort: Effort
    actor: Text | None = None
    roles: tuple[RoleId, ...] = ()
    source: SourceId | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Questionnaire:
    """One immutable version of a questionnaire.

    `same_meaning` are the questions whose words this version changed, and not their meaning.
    Compared by identity, so that what follows from it can be remembered.
    """

    id: QuestionnaireId
    version: int
    languages: tuple[Language, ...]
    title: Text
    summary: Text
    minutes: Minutes
    dimensions: tuple[Dimension, ...]
    sections: tuple[Section, ...]
    scoring: Scoring
    bands: tuple[Band, ...]
    advice: tuple[AdviceRule, ...]
    status: Status = Status.CONCEPT
    evidence: Text | None = None
    introduction: Text | None = None
    sources: tuple[Source, ...] = ()
    roles: tuple[Role, ...] = ()
    scales: tuple[AnswerScale, ...] = ()
    guide: Guide | None = None
    same_meaning: tuple[QuestionId, ...] = ()

    @cached_property
    def questions(self) -> dict[QuestionId, Question]:
        """All questions by id, in file order."""
        return {question.id: question for question in self._walk()}

    def _walk(self) -> Iterator[Question]:
        for section in self.sections:
            yield from section.questions

    @cached_property
    def section_of(self) -> dict[QuestionId, Section]:
        """The section that each question stands in."""
        return {q.id: section for section in self.sections for q in section.questions}

    def section(self, section: SectionId) -> Section | None:
        """Return the section with this id, or None."""
        return next((own for own in self.sections if own.id == section), None)

    def dimension(self, dimension: DimensionId) -> Dimension:
        """Return the dimension with this id."""
        return next(own for own in self.dimensions if own.id == dimension)

    def role(self, role: RoleId | None) -> Role | None:
        """Return the role with this id, or None."""
        return next((own for own in self.roles if own.id == role), None)

    def source(self, source: SourceId | None) -> Source | None:
        """Return the source with this id, or None."""
        return next((own for own in self.sources if own.id == source), None)

    def band(self, band: BandId) -> Band:
        """Return the band with this id."""
        return next(own for own in self.bands if own.id == band)

    def rule(self, advice: AdviceId) -> AdviceRule | None:
        """Return the advice rule with this id, or None."""
        return next((own for own in self.advice if own.id == advice), None)

    @property
    def positioned(self) -> Dimension | None:
        """The first dimension that has a position question, or None."""
        return next((own for own in self.dimensions if own.position), None)
