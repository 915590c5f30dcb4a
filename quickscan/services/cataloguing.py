"""The catalogue as it is now: the files of the folders, and what the Workplace published."""

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from quickscan.definitions.catalogue import (
    Catalogue,
    CatalogueError,
    Entry,
    Stored,
    read_stored,
)
from quickscan.definitions.files import load, problem
from quickscan.definitions.publishing import digest
from quickscan.definitions.scenarios import Scenario
from quickscan.domain.ids import QuestionnaireId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.logs import nature
from quickscan.services.clock import REAL, Clock
from quickscan.storage import editions, steps
from quickscan.storage.database import Database, DatabaseError
from quickscan.storage.editions import EditionRow

LOOK_SECONDS = 1.0
"""How long a process may not know what was published elsewhere."""

_log = logging.getLogger(__name__)


class CurrentCatalogue:
    """The questionnaires of this installation, as they are at this moment.

    Every process looks at most once a second whether something was published or withdrawn,
    or whether a new day has come. While the database is in trouble it keeps what it has.

    Raises:
        CatalogueError: what the database holds cannot be used, or is another text than a
            file with the same name.
    """

    def __init__(
        self,
        files: Catalogue,
        database: Database,
        *,
        clock: Clock = REAL,
        look_seconds: float = LOOK_SECONDS,
        ticking: Callable[[], float] = time.monotonic,
    ) -> None:
        self._files = files
        self._database = database
        self._today = clock.today
        self._look_seconds = look_seconds
        self._ticking = ticking
        self._looking = threading.Lock()
        self._read: dict[str, Entry] = {}
        self._mark: tuple[int, date] | None = None
        self._catalogue = files
        self.refresh()

    @property
    def now(self) -> Catalogue:
        """The catalogue of this moment; the same object for as long as nothing changes."""
        if self._ticking() >= self._look_again and self._looking.acquire(blocking=False):
            try:
                self._refresh()
            except (DatabaseError, CatalogueError) as error:
                _log.error("catalogue_not_refreshed", extra={"error": nature(error)})
            finally:
                self._looking.release()
        return self._catalogue

    def refresh(self) -> None:
        """Look now.

        Raises:
            CatalogueError: what the database holds cannot be used.
        """
        with self._looking:
            self._refresh()

    def _refresh(self) -> None:
        self._look_again = self._ticking() + self._look_seconds
        with self._database.glancing() as connection:
            mark = (steps.last(connection), self._today())
        if mark == self._mark:
            return
        with self._database.reading() as transaction:
            published = editions.published(transaction, mark[1])
            withdrawn = editions.withdrawn(transaction)
        entries = [self._entry(row) for row in published]
        self._catalogue = self._files.joined(
            [entry for entry in entries if entry is not None], withdrawn
        )
        self._mark = mark

    def _entry(self, row: EditionRow) -> Entry | None:
        """Return what an edition says; None when its very bytes lie in a folder too."""
        file = self._files.entries.get(QuestionnaireId(row.questionnaire), {}).get(row.version)
        if file is not None:
            see_same(file.path, row)
            return None
        if row.sha256 not in self._read:
            self._read[row.sha256] = read_stored(stored(row))
        return self._read[row.sha256]

    def withdrawn_in_folder(self, id: str, version: int) -> bool:
        """Say whether the list of a folder withdraws a version; only there it comes back."""
        own = self._files.entries.get(QuestionnaireId(id), {}).get(version)
        return own is not None and own.withdrawn

    # --- what a catalogue does, now -------------------------------------------------------

    @property
    def entries(self) -> Mapping[QuestionnaireId, Mapping[int, Entry]]:
        """See `Catalogue`."""
        return self.now.entries

    @property
    def offered(self) -> tuple[Questionnaire, ...]:
        """See `Catalogue`."""
        return self.now.offered

    def entry(self, id: str, version: int) -> Entry:
        """See `Catalogue`."""
        return self.now.entry(id, version)

    def version(self, id: str, version: int) -> Questionnaire:
        """See `Catalogue`."""
        return self.now.version(id, version)

    def newest(self, id: str) -> Questionnaire:
        """See `Catalogue`."""
        return self.now.newest(id)

    def between(self, old: Questionnaire, new: Questionnaire) -> Sequence[Questionnaire]:
        """See `Catalogue`."""
        return self.now.between(old, new)

    def scenarios(self, id: str, version: int) -> tuple[Scenario, ...]:
        """See `Catalogue`."""
        return self.now.scenarios(id, version)


def see_same(path: Path, row: EditionRow) -> None:
    """See that a published file and the edition of its version are the same text.

    Raises:
        CatalogueError: they are not.
    """
    if digest(load(path)) != row.sha256:
        raise CatalogueError((problem(path, "edition_differs", id=row.questionnaire),))


def stored(row: EditionRow) -> Stored:
    """Return the bytes of an edition, with what its file would be called in a folder."""
    path = Path(row.questionnaire) / f"v{row.version}.yaml"
    return Stored(path=path, content=row.content, scenarios=row.scenarios)
