"""The words and figures of a team report, in reading order; all of them finished strings.

As in `report.document.values`: "" or () is what is not there, a `drawing` is an SVG, only
`markdown` holds Markdown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from quickscan.presentation.colours import Palette
from quickscan.report.document.values import (
    Advice,
    Answer,
    Cover,
    Fact,
    Guide,
    Key,
    Method,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlights:
    """What goes well and what asks attention; the intro is what to say when there is none."""

    good_heading: str
    good_intro: str
    good: tuple[Answer, ...]
    attention_heading: str
    attention_intro: str
    attention: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Figures in rows, each with its title; a cell may have a second line."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def has_row_heads(self) -> bool:
        """Whether titles of rows are header cells: not where heads would outnumber figures."""
        high, wide = len(self.rows), len(self.columns)
        return high * (wide - 1) >= high + wide


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The one page that tells it at a glance: of one group, or of several beside each other.

    `talk` are questions to talk about, `advice` titles.
    """

    name: str
    heading: str
    lead: str
    highlights: Highlights | None
    drawing: str
    talk_heading: str
    talk: tuple[str, ...]
    advice_heading: str
    advice: tuple[Fact, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    foot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement with what was answered: in words, drawn, and why not more.

    `texts` are what people wrote, word for word.
    """

    text: str
    words: str
    drawing: str
    more: tuple[str, ...]
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section about one theme, or about questions without one.

    `written` are questions that people answered in their own words.
    """

    name: str
    over: str
    title: str
    score: str
    goal: str
    sentences: tuple[str, ...]
    drawing: str
    key: str
    columns: tuple[str, str]
    statements: tuple[Told, ...]
    written: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Where a group stands on all themes; `others` are the other dimensions, each drawn."""

    name: str
    heading: str
    drawing: str
    bands: tuple[Key, ...]
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A statement to talk about: what was answered, and the question."""

    statement: str
    words: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What a group is divided on."""

    name: str
    heading: str
    intro: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindOut:
    """What many do not know."""

    name: str
    heading: str
    intro: str
    answers: tuple[Answer, ...]
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advices:
    """The advice of a group: in full, and what is named in a line."""

    name: str
    heading: str
    intro: str
    advice: tuple[Advice, ...]
    more_heading: str
    more: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreements:
    """A table to fill in together: what, who, when, and how it will be seen."""

    name: str
    heading: str
    lead: str
    columns: tuple[str, ...]
    empty: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Everything about one group that is shown."""

    name: str
    title: str
    lead: str
    highlights: Highlights | None
    profile: Profile
    parts: tuple[Part, ...]
    later: tuple[Fact, ...]
    later_heading: str
    talk: Talk | None
    find_out: FindOut | None
    advices: Advices | None
    own: Part | None
    asked: Part | None
    agreements: Agreements | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenGroups:
    """The groups of which nothing is shown, by name, and what is needed."""

    name: str
    heading: str
    intro: str
    groups: tuple[Fact, ...]
    drawing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The groups beside what they showed in an earlier round, a table for each."""

    name: str
    heading: str
    intro: str
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The appendix: every figure that is shown, of one group."""

    title: str
    tables: tuple[Table, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """All figures, per group."""

    name: str
    heading: str
    intro: str
    groups: tuple[Figures, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksheetSheet:
    """A sheet to fill in by hand: a table, questions with empty lines, or both.

    `rows` are the first cells of the table, "" where they are to be filled in too.
    """

    name: str
    over: str
    title: str
    markdown: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    questions: tuple[str, ...]
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSheet:
    """A meeting of the guide: what to do, and what this team has on the table.

    `short` is its line in the contents. `agenda` is times with Markdown; `hidden` says why
    there are no figures, and `without` what to do where `questions` are none or not all.
    """

    name: str
    over: str
    title: str
    short: str
    aim_heading: str
    aim: str
    agenda_heading: str
    agenda_columns: tuple[str, str]
    agenda: tuple[tuple[str, str], ...]
    figures: Table | None
    hidden: str
    dilemmas_heading: str
    dilemmas: str
    questions: tuple[Question, ...]
    without: str
    worksheets: tuple[WorksheetSheet, ...]
    source: Fact | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """How the team goes on: the guide of its questionnaire; `markdown` introduces it."""

    name: str
    heading: str
    markdown: str
    source: Fact | None
    meetings: tuple[MeetingSheet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamDocument:
    """A whole team report; of several groups it is the report of an organisation."""

    language: str
    title: str
    description: str
    running: str
    of: str
    setting: str
    cover: Cover
    sheet: Sheet
    guide: Guide
    groups: tuple[Group, ...]
    hidden: HiddenGroups | None
    earlier: Earlier | None
    advices: Advices | None
    appendix: Appendix
    method: Method
    meetings: Meetings | None
    palette: Palette

    template: ClassVar[str] = "team.html"
    styles: ClassVar[tuple[str, ...]] = ("rapport.css", "team.css")

    @property
    def spoken(self) -> Sequence[str]:
        """No cell holds nothing but marks: all say in words what they show."""
        return ()

    @property
    def links(self) -> Mapping[str, str]:
        """The title of each place that the contents lead to."""
        return {entry.name: entry.title for entry in self.guide.entries}
