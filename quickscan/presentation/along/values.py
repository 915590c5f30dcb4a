"""What is told of a round to who reads it along, and what that is made of."""

from dataclasses import dataclass
from datetime import date

from quickscan.domain.answers import Answers
from quickscan.domain.ids import RoleId
from quickscan.domain.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """Who runs this installation, and how to reach them; "" where that is not set."""

    name: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTold:
    """A team in a round; `coordinators` is how many see its figures.

    A team that fills in `together` has no figures: only itself sees its result.
    """

    name: str
    size: int
    role: RoleId | None
    answers: Answers
    single_use: bool
    coordinators: int
    together: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A round as it is now.

    `is_fixed` once it was opened. The days and months are how long scans are kept: unfinished
    ones after the last day of the round, finished ones after its first; `link_days` is how
    long after closing it is known of which team a scan is. `own_count` and `open_questions`
    as for what is promised.
    """

    organisation: str
    name: str
    questionnaire: Questionnaire
    word: str
    minimum: int
    opens: date
    closes: date
    is_fixed: bool
    teams: tuple[TeamTold, ...]
    host: Host
    unfinished_days: int
    finished_months: int
    link_days: int
    own_count: int = 0
    open_questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A heading with sentences, a list, and facts, in that order; `name` is its place."""

    name: str
    heading: str
    sentences: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWords:
    """A question as it is asked; `notes` say for whom, and how it can be answered."""

    text: str
    notes: tuple[str, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionWords:
    """The questions of one page; `intro` says who answers them, where not everyone does."""

    title: str
    intro: str
    questions: tuple[QuestionWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Along:
    """Everything, in reading order: chapters, all questions, and chapters once more."""

    language: str
    title: str
    lead: str
    before: tuple[Chapter, ...]
    questions_heading: str
    questions_intro: str
    sections: tuple[SectionWords, ...]
    after: tuple[Chapter, ...]
    foot: str
