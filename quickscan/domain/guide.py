"""A guide for a team: the meetings in which it goes on with what its scans showed."""

from dataclasses import dataclass

from quickscan.domain.ids import DimensionId, MeetingId, SourceId, ThemeId, WorksheetId
from quickscan.domain.questions import Question
from quickscan.domain.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """What is done in a meeting, and for how many whole minutes."""

    minutes: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """A sheet to fill in: a table, questions, or both.

    `columns` are the heads of the table. With `rows` its first column says what each row is
    about; without, the table has `lines` empty rows. Each of `questions` has `lines` empty
    lines below it.
    """

    id: WorksheetId
    title: Text
    introduction: Text | None = None
    columns: tuple[Text, ...] = ()
    rows: tuple[Text, ...] = ()
    questions: tuple[Text, ...] = ()
    lines: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One time that a team comes together.

    `minutes` are those of its agenda together. `figures` are the themes whose scores of the
    team are on the table; `dilemmas` says what to do with the statements on which the team is
    divided, of these themes or (without figures) of all.
    """

    id: MeetingId
    title: Text
    aim: Text
    minutes: int
    agenda: tuple[AgendaItem, ...]
    figures: tuple[tuple[DimensionId, ThemeId], ...] = ()
    dilemmas: Text | None = None
    worksheets: tuple[Worksheet, ...] = ()
    source: SourceId | None = None

    def is_about(self, question: Question) -> bool:
        """Say whether a question belongs to what this meeting talks about."""
        return not self.figures or any(place in self.figures for place in question.themes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """How a team goes on: some meetings, one after the other."""

    title: Text
    meetings: tuple[Meeting, ...]
    introduction: Text | None = None
    source: SourceId | None = None

    @property
    def worksheets(self) -> tuple[Worksheet, ...]:
        """The worksheets of all meetings, in their order."""
        return tuple(sheet for meeting in self.meetings for sheet in meeting.worksheets)
