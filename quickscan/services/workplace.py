"""The Workplace: editors upload a version of a questionnaire, and another publishes it.

Two pairs of eyes see every version before a visitor does. What is published lives in the
database, as the very bytes of its files; each step is logged.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from quickscan.definitions.catalogue import Entry, UnknownQuestionnaireError
from quickscan.definitions.check import Checked, check_text
from quickscan.definitions.files import load, scenarios_of
from quickscan.definitions.publishing import LIST, WITHDRAWN, digest
from quickscan.domain.ids import QuestionnaireId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.services.cataloguing import CurrentCatalogue
from quickscan.services.clock import REAL, Clock
from quickscan.services.editions import (
    Edition,
    RefusedUploadError,
    Shelf,
    Upload,
    edition_of,
    shelves_of,
)
from quickscan.storage import editions, steps
from quickscan.storage.database import Database, Transaction
from quickscan.storage.editions import EditionRow
from quickscan.storage.steps import StepRow

SHOWN_STEPS = 500
"""How many steps of the log are shown at once."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of files in a zip: always the same, so that the same is the same to the byte."""


class NoSuchEditionError(LookupError):
    """There is no such version in the Workplace (any more)."""

    def __init__(self, id: str, version: int) -> None:
        super().__init__(f"there is no {id} version {version} in the Workplace")


class VersionTakenError(ValueError):
    """A version with this number, or a later one, is published already; `free` is not."""

    def __init__(self, id: str, version: int, free: int) -> None:
        super().__init__(f"{id} version {version} is published already; {free} is free")
        self.id = id
        self.version = version
        self.free = free


class OwnUploadError(RuntimeError):
    """Whoever uploaded a version does not publish it: another editor must have seen it."""


class ChangedMeanwhileError(RuntimeError):
    """It is no longer what the editor looked at: another text, or another state."""


class WithdrawnInFolderError(RuntimeError):
    """The list of its folder withdraws a version: `quickscan publish` offers it again."""


class PastDayError(ValueError):
    """A version cannot be published on a day that has passed."""


class Workplace:
    """What editors do. `by` is the e-mail address of whoever does it."""

    def __init__(
        self, database: Database, catalogue: CurrentCatalogue, *, clock: Clock = REAL
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._today = clock.today
        self._now = clock.now

    # --- looking ------------------------------------------------------------------------

    def shelves(self) -> tuple[Shelf, ...]:
        """Return every questionnaire with its versions, published or not."""
        return shelves_of(self._catalogue.now, self._editions())

    def edition(self, id: str, version: int) -> Edition:
        """Return one version that came in through the Workplace.

        Raises:
            NoSuchEditionError: it is not there.
        """
        with self._database.reading() as transaction:
            row = editions.load(transaction, id, version)
            withdrawn = editions.withdrawn(transaction)
        if row is None:
            raise NoSuchEditionError(id, version)
        return edition_of(row, self._today(), withdrawn)

    def lineage(self, questionnaire: Questionnaire) -> tuple[Questionnaire, ...]:
        """Return what visitors begin now, what lies between, and this version.

        Only this version where nothing, or it itself, is offered.
        """
        try:
            before = self._catalogue.newest(questionnaire.id)
        except UnknownQuestionnaireError:
            return (questionnaire,)
        if before.version >= questionnaire.version:
            return (questionnaire,)
        return (before, *self._catalogue.between(before, questionnaire), questionnaire)

    def log(self) -> tuple[StepRow, ...]:
        """Return the last steps, the newest first."""
        with self._database.reading() as transaction:
            return steps.newest(transaction, SHOWN_STEPS)

    # --- drafts -------------------------------------------------------------------------

    def upload(self, by: str, sent: Upload) -> Edition:
        """Keep a version as a draft, in the place of an earlier draft of it.

        Raises:
            RefusedUploadError: it has a fault; nothing is kept.
            VersionTakenError: that version, or a later one, is published.
        """
        text, scenarios = sent.texts()
        own = _clean(check_text(Path(sent.name), text, scenarios))
        content = text.encode()
        row = EditionRow(
            questionnaire=own.id,
            version=own.version,
            content=content,
            scenarios=scenarios.encode() if scenarios.strip() else None,
            sha256=digest(content),
            uploaded_by=by,
        )
        with self._database.changing() as transaction:
            self._must_be_free(transaction, own.id, own.version)
            if not editions.save_draft(transaction, row, self._today()):
                raise VersionTakenError(own.id, own.version, own.version + 1)
            self._log(transaction, by, "uploaded", (own.id, own.version), row.sha256)
        return self.edition(own.id, own.version)

    def discard(self, by: str, id: str, version: int) -> None:
        """Remove a version that is not published.

        Raises:
            NoSuchEditionError: there is none.
        """
        with self._database.changing() as transaction:
            if not editions.remove_draft(transaction, id, version, self._today()):
                raise NoSuchEditionError(id, version)
            self._log(transaction, by, "discarded", (id, version))

    # --- publishing ---------------------------------------------------------------------

    def publish(
        self, by: str, id: str, version: int, *, seen: str, day: date | None = None
    ) -> None:
        """Publish a version, today or from a day to come on.

        `seen` is the hash of the text that the editor looked at.

        Raises:
            NoSuchEditionError: it is not there.
            VersionTakenError: it, or a later version, is published already.
            ChangedMeanwhileError: someone uploaded another text since.
            OwnUploadError: this editor uploaded it.
            RefusedUploadError: this version of the program finds faults in it.
            PastDayError: the day has passed.
        """
        today = self._today()
        when = day or today
        if when < today:
            raise PastDayError
        with self._database.changing() as transaction:
            row = editions.load(transaction, id, version, lock=True)
            if row is None:
                raise NoSuchEditionError(id, version)
            self._must_be_free(transaction, id, version)
            if row.sha256 != seen:
                raise ChangedMeanwhileError
            if row.uploaded_by == by:
                raise OwnUploadError
            _clean(edition_of(row, today, ()).check())
            editions.plan(transaction, id, version, by=by, day=when)
            what = "published" if when == today else "planned"
            self._log(transaction, by, what, (id, version), when.isoformat())
        self._catalogue.refresh()

    def unplan(self, by: str, id: str, version: int) -> None:
        """Take back that a version will be published.

        Raises:
            ChangedMeanwhileError: its day has come, or it had none.
        """
        with self._database.changing() as transaction:
            if not editions.unplan(transaction, id, version, self._today()):
                raise ChangedMeanwhileError
            self._log(transaction, by, "unplanned", (id, version))

    def withdraw(self, by: str, id: str, version: int) -> None:
        """Let new scans begin on the version before; scans that have begun go on.

        Raises:
            UnknownQuestionnaireError: there is no such published version.
        """
        self._turn(by, (id, version), "withdrawn", editions.withdraw)

    def offer(self, by: str, id: str, version: int) -> None:
        """Let new scans begin again on a version that was withdrawn here.

        Raises:
            UnknownQuestionnaireError: there is no such published version.
            WithdrawnInFolderError: it is withdrawn in its folder, not here.
        """
        if self._catalogue.withdrawn_in_folder(id, version):
            raise WithdrawnInFolderError
        self._turn(by, (id, version), "offered", editions.offer)

    # --- taking along -------------------------------------------------------------------

    def folder(self) -> bytes:
        """Return all that is published as a zip of a folder of questionnaires.

        Files and editions alike, each with its scenarios, and the list of hashes: it fits
        in the place of a folder of questionnaires, or beside one.
        """
        self._catalogue.refresh()
        here = {(own.id, own.version): own for own in self._editions()}
        hashes, withdrawn, zipped = "", "", io.BytesIO()
        with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as folder:
            for id, number, entry in self._published():
                name = f"{id}/v{number}.yaml"
                content, scenarios = _bytes_of(entry, here.get((id, number)))
                _put(folder, name, content)
                if scenarios:
                    _put(folder, scenarios_of(Path(name)).as_posix(), scenarios)
                hashes += f"{digest(content)}  {name}\n"
                withdrawn += f"{name}\n" if entry.withdrawn else ""
            _put(folder, LIST, hashes.encode())
            if withdrawn:
                _put(folder, WITHDRAWN, withdrawn.encode())
        return zipped.getvalue()

    # --- within -------------------------------------------------------------------------

    def _published(self) -> Iterator[tuple[QuestionnaireId, int, Entry]]:
        for id, entries in self._catalogue.entries.items():
            for number, entry in sorted(entries.items()):
                yield id, number, entry

    def _editions(self) -> tuple[Edition, ...]:
        with self._database.reading() as transaction:
            rows = editions.load_all(transaction)
            withdrawn = editions.withdrawn(transaction)
        return tuple(edition_of(row, self._today(), withdrawn) for row in rows)

    def _must_be_free(self, transaction: Transaction, id: str, version: int) -> None:
        """See that no version with this number, or a later one, is published.

        Raises:
            VersionTakenError: one is.
        """
        files = [number for own, number, _ in self._published() if own == id]
        taken = max((*files, editions.newest_published(transaction, id, self._today())))
        if version <= taken:
            raise VersionTakenError(id, version, taken + 1)

    def _turn(
        self,
        by: str,
        own: tuple[str, int],
        what: str,
        change: Callable[[Transaction, str, int], None],
    ) -> None:
        """Let new scans begin on a published version, or on the one before it."""
        self._catalogue.entry(*own)
        with self._database.changing() as transaction:
            change(transaction, *own)
            self._log(transaction, by, what, own)
        self._catalogue.refresh()

    def _log(
        self,
        transaction: Transaction,
        by: str,
        what: str,
        own: tuple[str, int],
        about: str | None = None,
    ) -> None:
        id, version = own
        row = StepRow(
            at=int(self._now()),
            email=by,
            what=what,
            questionnaire=id,
            version=version,
            about=about,
        )
        steps.add(transaction, row)


def _clean(checked: Checked) -> Questionnaire:
    """Return a questionnaire without faults.

    Raises:
        RefusedUploadError: it has some.
    """
    if checked.questionnaire is None or not checked.is_good:
        raise RefusedUploadError(checked.problems)
    return checked.questionnaire


def _bytes_of(entry: Entry, edition: Edition | None) -> tuple[bytes, bytes]:
    """Return the bytes of a file and of its scenarios, b"" without."""
    if entry.path.is_file():
        beside = scenarios_of(entry.path)
        return load(entry.path), load(beside) if beside.is_file() else b""
    if edition is None:
        raise NoSuchEditionError(entry.questionnaire.id, entry.questionnaire.version)
    return edition.text.encode(), edition.scenarios.encode()


def _put(folder: zipfile.ZipFile, name: str, content: bytes) -> None:
    own = zipfile.ZipInfo(name, _EARLIEST)
    own.compress_type = zipfile.ZIP_DEFLATED
    folder.writestr(own, content)
