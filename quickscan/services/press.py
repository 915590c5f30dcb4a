"""Turns an assessment or team results into a report, and a questionnaire into paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from typing import Protocol

from quickscan.domain.anonymity import SMALLEST_GROUP
from quickscan.domain.assessment import Assessment
from quickscan.domain.ids import AdviceId, QuestionId, RoleId, SectionId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.along import Along
from quickscan.presentation.beside import ThenAndNow
from quickscan.presentation.colours import DEFAULT_PALETTE, Palette
from quickscan.presentation.outcome import outcome
from quickscan.presentation.team_outcome import Group, Scope, team_outcome
from quickscan.report.document import (
    Call,
    Printable,
    along_document,
    as_invented,
    cards,
    document,
    paper,
    poster,
    team_document,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """What a report is made of; `kept_until` is None for a sample, which is nobody's.

    `divided` is what people who filled it in together do not agree on; None for one person.
    """

    assessment: Assessment
    language: str
    finished: date
    kept_until: date | None = None
    sample: bool = False
    chosen: Sequence[AdviceId] = ()
    notes: Mapping[SectionId, str] = field(default_factory=dict)
    divided: Mapping[QuestionId, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A questionnaire to fill in by hand, for one role; None where it has no roles."""

    questionnaire: Questionnaire
    role: RoleId | None
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamManuscript:
    """What is shown of one group, or of several beside each other.

    `name` is the team, `about` what was measured; `minimum` is that of the results; `scope`
    is whose it is. `changes` lay it beside an earlier round.
    """

    questionnaire: Questionnaire
    groups: Sequence[Group]
    language: str
    name: str
    finished: date
    about: str = ""
    minimum: int = SMALLEST_GROUP
    scope: Scope = Scope.TEAM
    changes: ThenAndNow | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterManuscript:
    """What invites a team, on one page for the wall."""

    call: Call

    @property
    def language(self) -> str:
        """In which language it is."""
        return self.call.language


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsManuscript:
    """A card for each single-use code of a team."""

    call: Call
    codes: Sequence[str]

    @property
    def language(self) -> str:
        """In which language they are."""
        return self.call.language


@dataclass(frozen=True, slots=True, kw_only=True)
class AlongManuscript:
    """A round for who reads it along."""

    words: Along

    @property
    def language(self) -> str:
        """In which language it is."""
        return self.words.language


Printed = (
    Manuscript | Blank | TeamManuscript | PosterManuscript | CardsManuscript | AlongManuscript
)
"""What can be printed."""


class UnusablePressError(RuntimeError):
    """No report can be made on this machine; the words say what to install."""


class Press(Protocol):
    """Makes reports; a test may bring one that breaks."""

    def fingerprint(self, manuscript: Printed, /) -> str:
        """Return the hash of what would be printed, with which template and software."""

    def print(self, manuscript: Printed, /) -> bytes:
        """Return it as PDF."""


class PdfPress:
    """The press of `quickscan.report`, in the colours of the house.

    What makes a PDF is loaded at the first report: a web process never prints.
    """

    def __init__(self, palette: Palette = DEFAULT_PALETTE, *, invented: bool = False) -> None:
        self._palette = palette
        self._invented = invented

    def fingerprint(self, manuscript: Printed, /) -> str:
        """Return the hash of the Document, the template and the software."""
        from quickscan.report import pdf  # noqa: PLC0415  see the class

        return pdf.fingerprint(self._marked(manuscript))

    def print(self, manuscript: Printed, /) -> bytes:
        """Return it as tagged PDF.

        Raises:
            UnusablePressError: this machine lacks a library.
        """
        from quickscan.report import pdf  # noqa: PLC0415  see the class

        try:
            return pdf.render(self._marked(manuscript))
        except pdf.MissingLibraryError as error:
            raise UnusablePressError(str(error)) from error

    def _marked(self, manuscript: Printed) -> Printable:
        """Return what is printed; of a demonstration every page says that it is invented."""
        made = self._document(manuscript)
        return as_invented(made) if self._invented else made

    def _document(self, manuscript: Printed) -> Printable:
        if isinstance(manuscript, Blank):
            return paper(
                manuscript.questionnaire,
                manuscript.role,
                manuscript.language,
                palette=self._palette,
            )
        if isinstance(manuscript, TeamManuscript):
            return self._of_team(manuscript)
        if isinstance(manuscript, PosterManuscript):
            return poster(manuscript.call, palette=self._palette)
        if isinstance(manuscript, CardsManuscript):
            return cards(manuscript.call, manuscript.codes, palette=self._palette)
        if isinstance(manuscript, AlongManuscript):
            return along_document(manuscript.words, _software(), palette=self._palette)
        words = outcome(
            manuscript.assessment,
            manuscript.language,
            finished=manuscript.finished,
            chosen=manuscript.chosen,
            notes=manuscript.notes,
            divided=manuscript.divided,
        )
        return document(
            words,
            manuscript.language,
            _software(),
            kept_until=manuscript.kept_until,
            sample=manuscript.sample,
            palette=self._palette,
        )

    def _of_team(self, manuscript: TeamManuscript) -> Printable:
        words = team_outcome(
            manuscript.questionnaire,
            manuscript.groups,
            manuscript.language,
            name=manuscript.name,
            finished=manuscript.finished,
            about=manuscript.about,
            minimum=manuscript.minimum,
            scope=manuscript.scope,
        )
        return team_document(
            words,
            _software(),
            sample=manuscript.sample,
            palette=self._palette,
            changes=manuscript.changes,
        )


def _software() -> str:
    return f"Quickscan {version('quickscan')}"
