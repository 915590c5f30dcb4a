"""Reading codes: showing a result to others, who may only look, until a day."""

from dataclasses import dataclass
from datetime import date, timedelta

from quickscan.services.codes import ReadingCode
from quickscan.services.scan import Scan, ScanId
from quickscan.services.stored import NoSuchScanError, NotFinishedError, StoredScans
from quickscan.storage import reading_codes, scans
from quickscan.storage.database import new_id

MOST_READING_CODES = 10
"""How many reading codes of one scan work at the same time."""


class BeingChangedError(RuntimeError):
    """The owner of a scan is changing an answer: until then it has no result to show."""

    def __init__(self) -> None:
        super().__init__("the scan is being changed; look again later")


class TooManyReadingCodesError(RuntimeError):
    """A scan has as many reading codes as can work at once; one must end first."""

    def __init__(self) -> None:
        super().__init__(f"{MOST_READING_CODES} reading codes work already; revoke one first")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReadingCode:
    """A reading code that works: the name to revoke it by, the code, and its last day."""

    ref: str
    code: ReadingCode
    ends: date


class ReadingCodes(StoredScans):
    """What the owner of a scan does with reading codes, and what their readers do."""

    def make_reading_code(self, scan: ScanId, days: int) -> ReadingCode:
        """Return a new code with which others can look for so many days after today.

        It never outlives the scan, and can be revoked.

        Raises:
            NoSuchScanError: there is no such scan.
            NotFinishedError: it is not finished.
            TooManyReadingCodesError: as many work already as can.
        """
        ref, today = new_id(), self._today()
        code = self._codes.reading_code(ref)
        hmac = self._codes.reading_hmac(code)
        with self._database.changing() as transaction:
            row = self._lock(transaction, scan)
            if row.finished is None:
                raise NotFinishedError(scan)
            if len(reading_codes.of_scan(transaction, scan, today)) >= MOST_READING_CODES:
                raise TooManyReadingCodesError
            ends = min(today + timedelta(days=max(days, 0)), row.expires)
            reading_codes.add(transaction, hmac=hmac, ref=ref, scan_id=scan, ends=ends)
        return code

    def reading_codes(self, scan: ScanId) -> tuple[OpenReadingCode, ...]:
        """Return the reading codes that work today, the last to end first."""
        with self._database.reading() as transaction:
            rows = reading_codes.of_scan(transaction, scan, self._today())
        return tuple(
            OpenReadingCode(ref=ref, code=self._codes.reading_code(ref), ends=ends)
            for ref, ends in rows
        )

    def revoke(self, scan: ScanId, ref: str) -> None:
        """End a reading code now; nothing when it has ended."""
        with self._database.changing() as transaction:
            reading_codes.remove(transaction, scan, ref)

    def read(self, code: str) -> Scan:
        """Return the finished scan that a typed reading code shows.

        Raises:
            MistypedCodeError: this cannot be a code.
            NoSuchScanError: it shows nothing (any more).
            BeingChangedError: the owner opened the scan again, to change an answer.
        """
        hmac = self._codes.reading_hmac(code)
        with self._database.reading() as transaction:
            scan = reading_codes.scan_of(transaction, hmac, self._today())
            row = scan and scans.load(transaction, scan, self._today())
            if not row:
                raise NoSuchScanError
            if row.finished is None:
                raise BeingChangedError
            return self._scan(transaction, row)
