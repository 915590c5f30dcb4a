"""The questionnaire: sections of questions, what they are scored on, and the advice."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NewType, TypeGuard

QuestionnaireId = NewType("QuestionnaireId", str)
SectionId = NewType("SectionId", str)
QuestionId = NewType("QuestionId", str)
OptionId = NewType("OptionId", str)
RoleId = NewType("RoleId", str)
ScaleId = NewType("ScaleId", str)
DimensionId = NewType("DimensionId", str)
ThemeId = NewType("ThemeId", str)
BandId = NewType("BandId", str)
AdviceId = NewType("AdviceId", str)
SourceId = NewType("SourceId", str)
Language = NewType("Language", str)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one or more languages, the default language first."""

    versions: tuple[tuple[Language, str], ...]

    def to(self, language: str) -> str:
        """Return the text in this language, or in the default language where it is missing."""
        for own, words in self.versions:
            if own == language:
                return words
        return self.versions[0][1]

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages this text is written in."""
        return tuple(language for language, _ in self.versions)


class Status(StrEnum):
    """How well a questionnaire has been tried."""

    CONCEPT = "concept"
    PROEF = "proef"
    ONDERZOCHT = "onderzocht"


class CountsAs(StrEnum):
    """What an option without points means for the score."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


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


# --- conditions -------------------------------------------------------------------------


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


# --- questions --------------------------------------------------------------------------

Places = tuple[tuple[DimensionId, ThemeId], ...]


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
        return next((own for own in self.options if own.id == option), None)


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
