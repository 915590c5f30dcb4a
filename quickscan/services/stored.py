"""How a scan is found among the rows, and who may change it now."""

from quickscan.domain.questionnaire import Questionnaire
from quickscan.services.clock import REAL, Clock
from quickscan.services.codes import Codes
from quickscan.services.retention import Retention
from quickscan.services.scan import (
    Questionnaires,
    Scan,
    ScanId,
    from_rows,
    questionnaire_of,
)
from quickscan.storage import scans
from quickscan.storage.database import Database, Transaction
from quickscan.storage.scans import ScanRow


class NoSuchScanError(LookupError):
    """There is no such scan: it never was, is another's, or is no longer kept."""

    def __init__(self) -> None:
        super().__init__("there is no such scan")


class FinishedError(RuntimeError):
    """Answers of a finished scan do not change; it must be reopened first."""

    def __init__(self, scan: ScanId) -> None:
        super().__init__("the scan is finished; reopen it to change its answers")
        self.scan = scan


class NotFinishedError(RuntimeError):
    """Only a finished scan has a result to share, to print or to measure again."""

    def __init__(self, scan: ScanId) -> None:
        super().__init__("the scan is not finished")
        self.scan = scan


class StoredScans:
    """Scans as rows: what the services for visitors and for reports have in common."""

    def __init__(
        self,
        database: Database,
        catalogue: Questionnaires,
        codes: Codes,
        retention: Retention,
        *,
        clock: Clock = REAL,
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._codes = codes
        self._retention = retention
        self._today = clock.today

    def _scan(self, transaction: Transaction, row: ScanRow | None) -> Scan:
        if row is None:
            raise NoSuchScanError
        return from_rows(row, scans.sections(transaction, row.id), self._catalogue)

    def _touch(self, transaction: Transaction, scan: ScanId) -> ScanRow:
        """Return the row of an unfinished scan, kept for as long again from today."""
        day = self._today()
        expires = self._retention.unfinished(day)
        row = scans.touch(transaction, scan, day=day, expires=expires)
        if row is None:
            self._lock(transaction, scan)
            raise FinishedError(scan)
        return row

    def _lock(self, transaction: Transaction, scan: ScanId) -> ScanRow:
        row = scans.load(transaction, scan, self._today(), lock=True)
        if row is None:
            raise NoSuchScanError
        return row

    def _questionnaire(self, row: ScanRow) -> Questionnaire:
        return questionnaire_of(row, self._catalogue)
