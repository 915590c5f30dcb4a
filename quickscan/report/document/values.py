"""The words and figures of a report, in reading order; all of them finished strings.

What is not there is an empty string or an empty tuple. `sign` is one character of the font
Quickscan Marks (see fonts/README.md). Only `markdown` fields hold Markdown; a `drawing` is
an SVG from `presentation.charts`; everything else is plain text, also where people typed it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from quickscan.presentation.colours import Palette


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What a sign stands for."""

    sign: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A statement, and what was answered: as a sign and in words."""

    sign: str
    text: str
    words: str
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label with what it says; `url` where it can be looked up."""

    label: str
    words: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One advice in full."""

    title: str
    markdown: str
    steps: tuple[str, ...]
    facts: str
    because: tuple[Key, ...]
    """Why this advice: the answers, each with its sign; the first says what this is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What people wrote down themselves."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the contents; `name` is the place in the document that it leads to."""

    name: str
    title: str
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The front page."""

    brand: str
    logo: str
    title: str
    lines: tuple[str, ...]
    drawing: str
    imprint: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Better:
    """What can be better, for the board: the answer that says so, and the advice."""

    answer: Answer | None
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What people start with; `empty` lines are there to write on."""

    heading: str
    rows: tuple[tuple[str, ...], ...]
    prompt: str
    empty: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The one page for the board."""

    name: str
    heading: str
    lead: str
    good_heading: str
    good_intro: str
    good: tuple[Answer, ...]
    better_heading: str
    better_intro: str
    better: tuple[Better, ...]
    drawing: str
    plan: Plan
    ask: str
    foot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A piece of the account: sentences, and facts below each other."""

    heading: str
    sentences: tuple[str, ...]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The contents, and how to read the report."""

    name: str
    heading: str
    entries: tuple[Entry, ...]
    reading_heading: str
    reading: tuple[str, ...]
    rule: Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of the grid: marks that stand alone, or words."""

    marks: tuple[Key, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the grid; `whole` is what it says when all its cells are one."""

    title: str
    words: str
    cells: tuple[Cell, ...]
    whole: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Every statement in its place, with a last row for the columns as a whole."""

    name: str
    heading: str
    explanation: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    foot_title: str
    foot: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Where everything stands."""

    name: str
    heading: str
    lead: str
    drawing: str
    bands: tuple[Key, ...]
    key: tuple[Key, ...]
    grid: Grid | None
    others: tuple[str, ...]
    """Where the dimensions stand that have a place of their own, in a sentence each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A question on which people did not agree: their answer, their note, and how to go on."""

    answer: Answer
    note: Note | None
    talk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """On what people who filled it in together did not agree."""

    name: str
    heading: str
    intro: str
    disputes: tuple[Dispute, ...]
    talk_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One theme: its score, what was answered, and advice.

    `over` stands above the title: the dimension, where that is not the main one.
    """

    name: str
    over: str
    title: str
    score: str
    band: str
    here: str
    lead: str
    answers_heading: str
    answers: tuple[Answer, ...]
    advice_heading: str
    advice: tuple[Advice, ...]
    more_heading: str
    more: tuple[Fact, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """What is not at issue yet: a heading, and a line for each theme."""

    name: str
    heading: str
    intro: str
    themes: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindOut:
    """Statements whose answer nobody knew."""

    name: str
    heading: str
    intro: str
    answers: tuple[Answer, ...]
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """An advice that was chosen; `steps` only where the report tells them nowhere else."""

    title: str
    words: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What was chosen, with room to write who, when and how they will see it.

    `columns` are what, and the three that are to be filled in by hand.
    """

    name: str
    heading: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[Action, ...]
    empty: int
    next_heading: str
    next_text: str
    next_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Notes that belong to no theme."""

    name: str
    heading: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The appendix: every question that was asked."""

    name: str
    heading: str
    intro: str
    key: tuple[Key, ...]
    groups: tuple[tuple[str, tuple[Answer, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How it was made: what is missing, privacy, sources, software."""

    name: str
    heading: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report. `running` and `date` stand in the margins, with `of` between pages.

    `setting` names the smaller type of a report with much to tell; "" is the ordinary one.
    """

    language: str
    title: str
    description: str
    running: str
    date: str
    of: str
    setting: str
    cover: Cover
    board: Board
    guide: Guide
    profile: Profile
    parts: tuple[Part, ...]
    later: Later | None
    find_out: FindOut | None
    agenda: Agenda
    notes: Notes | None
    answers: Answers
    method: Method
    palette: Palette
    divided: Divided | None = None

    template: ClassVar[str] = "report.html"
    styles: ClassVar[tuple[str, ...]] = ("rapport.css",)

    @property
    def spoken(self) -> Sequence[str]:
        """The words of the cells with nothing but marks, in reading order."""
        grid = self.profile.grid
        rows = grid.rows if grid else ()
        cells = (cell.marks for row in rows if not row.whole for cell in row.cells)
        return [", ".join(mark.words for mark in marks) for marks in cells if marks]

    @property
    def links(self) -> Mapping[str, str]:
        """The title of each place that the contents lead to."""
        return {entry.name: entry.title for entry in self.guide.entries}


class Printable(Protocol):
    """What can become a PDF: the report, or a questionnaire on paper."""

    @property
    def template(self) -> str:
        """The template that lays it out, which gets it as `document`."""

    @property
    def styles(self) -> tuple[str, ...]:
        """The stylesheets, one after another."""

    @property
    def language(self) -> str:
        """In which language it is."""

    @property
    def palette(self) -> Palette:
        """The colours of the house."""

    @property
    def spoken(self) -> Sequence[str]:
        """The words of table cells with nothing but marks, in reading order."""

    @property
    def links(self) -> Mapping[str, str]:
        """The title of each place that is linked to, by its name."""
