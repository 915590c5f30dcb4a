"""Editions: versions of questionnaires that came in through the Workplace, as values."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from quickscan.definitions.catalogue import Catalogue, Entry
from quickscan.definitions.check import Checked, check_text
from quickscan.definitions.files import LARGEST, decode, problem, scenarios_of
from quickscan.definitions.messages.words import Words
from quickscan.definitions.problems import Problem, QuestionnaireError
from quickscan.definitions.reader import read
from quickscan.domain.ids import QuestionnaireId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.texts import Text
from quickscan.storage.editions import EditionRow

_ZIP = b"PK"


class State(StrEnum):
    """How far a version is."""

    DRAFT = "draft"
    PLANNED = "planned"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class RefusedUploadError(ValueError):
    """What was sent is no questionnaire that can be used: all that is wrong with it.

    `words` instead of problems where it could not be opened at all.
    """

    def __init__(self, problems: Sequence[Problem] = (), words: Words | None = None) -> None:
        super().__init__("what was uploaded cannot be used")
        self.problems = tuple(problems)
        self.words = words


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """What an editor sends: a workbook, or a file with its scenarios in another."""

    name: str
    content: bytes
    scenarios: bytes = b""

    @property
    def is_workbook(self) -> bool:
        """Whether it is a workbook; those hold their scenarios themselves."""
        return self.content.startswith(_ZIP) or self.name.lower().endswith(".xlsx")

    def texts(self) -> tuple[str, str]:
        """Return the text of the questionnaire and of its scenarios, "" without.

        Raises:
            RefusedUploadError: it cannot be read; for a workbook also when it has a fault.
        """
        if self.is_workbook:
            return _from_workbook(self)
        path = Path(self.name)
        try:
            return _text(path, self.content), _text(scenarios_of(path), self.scenarios)
        except QuestionnaireError as error:
            raise RefusedUploadError(error.problems) from error


def _text(path: Path, content: bytes) -> str:
    if len(content) > LARGEST:
        limit = LARGEST // 1000
        raise RefusedUploadError([problem(path, "too_large", limit=limit)])
    return decode(path, content)


def _from_workbook(sent: Upload) -> tuple[str, str]:
    from quickscan.definitions.workbook import (  # noqa: PLC0415 - visitors need no workbook
        RefusedWorkbookError,
        from_workbook,
    )
    from quickscan.definitions.writing import write, write_scenarios  # noqa: PLC0415

    try:
        found = from_workbook(sent.content, sent.name)
    except RefusedWorkbookError as error:
        raise RefusedUploadError(words=error.words) from error
    if found.questionnaire is None or not found.is_good:
        raise RefusedUploadError(found.problems)
    scenarios = write_scenarios(found.scenarios) if found.scenarios else ""
    return write(found.questionnaire), scenarios


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One version in the Workplace. `published` may be a day to come."""

    id: str
    version: int
    text: str
    scenarios: str
    sha256: str
    state: State
    uploaded_by: str
    published_by: str | None
    published: date | None

    @property
    def path(self) -> Path:
        """What its file is called in a folder of questionnaires."""
        return Path(self.id) / f"v{self.version}.yaml"

    @property
    def is_open(self) -> bool:
        """Whether it may still be changed: it is a draft, or its day has not come."""
        return self.state in (State.DRAFT, State.PLANNED)

    def check(self) -> Checked:
        """Return everything that can be said about it."""
        return check_text(self.path, self.text, self.scenarios)

    def questionnaire(self) -> Questionnaire:
        """Return what it says.

        Raises:
            QuestionnaireError: this version of the program cannot use it.
        """
        return read(self.path, self.text)


def edition_of(row: EditionRow, day: date, withdrawn: Collection[tuple[str, int]]) -> Edition:
    """Return an edition as it is on a day."""
    return Edition(
        id=row.questionnaire,
        version=row.version,
        text=row.content.decode(),
        scenarios=(row.scenarios or b"").decode(),
        sha256=row.sha256,
        state=_state(row, day, withdrawn),
        uploaded_by=row.uploaded_by,
        published_by=row.published_by,
        published=row.published,
    )


def _state(row: EditionRow, day: date, withdrawn: Collection[tuple[str, int]]) -> State:
    if row.published is None:
        return State.DRAFT
    if row.published > day:
        return State.PLANNED
    if (row.questionnaire, row.version) in withdrawn:
        return State.WITHDRAWN
    return State.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How it stands with one version; `edition` is None where it is a file of a folder."""

    version: int
    state: State
    is_offered: bool
    edition: Edition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A questionnaire with all its versions, the newest first."""

    id: str
    title: Text
    standings: tuple[Standing, ...]


def shelves_of(catalogue: Catalogue, editions: Sequence[Edition]) -> tuple[Shelf, ...]:
    """Return every questionnaire with its versions, in the order in which they are offered."""
    ids = dict.fromkeys((*catalogue.entries, *(QuestionnaireId(own.id) for own in editions)))
    return tuple(
        _shelf(
            id,
            catalogue.entries.get(id, {}),
            {own.version: own for own in editions if own.id == id},
        )
        for id in ids
    )


def _shelf(
    id: QuestionnaireId, entries: Mapping[int, Entry], editions: Mapping[int, Edition]
) -> Shelf:
    newest = max({*entries, *editions})
    known = entries[newest].questionnaire if newest in entries else None
    return Shelf(
        id=id,
        title=(known or editions[newest].questionnaire()).title,
        standings=tuple(_standings(entries, editions)),
    )


def _standings(
    entries: Mapping[int, Entry], editions: Mapping[int, Edition]
) -> Iterator[Standing]:
    offered = max((n for n, own in entries.items() if not own.withdrawn), default=0)
    for number in sorted({*entries, *editions}, reverse=True):
        entry, edition = entries.get(number), editions.get(number)
        if entry is not None:
            state = State.WITHDRAWN if entry.withdrawn else State.PUBLISHED
        else:
            state = editions[number].state
        yield Standing(
            version=number, state=state, is_offered=number == offered, edition=edition
        )
