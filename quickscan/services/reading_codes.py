"""Reading codes: showing a result to others, who may only look, until a day."""

from dataclasses import dataclass
from datetime import date, timedelta

from quickscan.services.codes import ReadingCode
from quickscan.services.scan import Scan, ScanId
from quickscan.services.stored import NoSuchScanError, NotFinishedError, StoredScans
from quickscan.storage import reading_codes, scans
from quickscan.storage.database import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReadingCode:
    """A reading code that works: the name to revoke it by, and its last day."""

    ref: str
    ends: date


class ReadingCodes(StoredScans):
    """What the owner of a scan does with reading codes, and what their readers do."""

    def make_reading_code(self, scan: ScanId, days: int) -> ReadingCode:
        """Return a new code with which others can look for so many days after today.

        It never outlives the scan, is told once, and can be revoked.

        Raises:
            NoSuchScanError: there is no such scan.
            NotFinishedError: it is not finished.
        """
        code = self._codes.new_reading_code()
        hmac = self._codes.reading_hmac(code)
        with self._database.changing() as transaction:
            row = self._lock(transaction, scan)
            if row.finished is None:
                raise NotFinishedError(scan)
            ends = min(self._today() + timedelta(days=max(days, 0)), row.expires)
            reading_codes.add(transaction, hmac=hmac, ref=new_id(), scan_id=scan, ends=ends)
        return code

    def reading_codes(self, scan: ScanId) -> tuple[OpenReadingCode, ...]:
        """Return the reading codes that work today, the last to end first."""
        with self._database.reading() as transaction:
            rows = reading_codes.of_scan(transaction, scan, self._today())
        return tuple(OpenReadingCode(ref=ref, ends=ends) for ref, ends in rows)

    def revoke(self, scan: ScanId, ref: str) -> None:
        """End a reading code now; nothing when it has ended."""
        with self._database.changing() as transaction:
            reading_codes.remove(transaction, scan, ref)

    def read(self, code: str) -> Scan:
        """Return the finished scan that a typed reading code shows.

        Raises:
            MistypedCodeError: this cannot be a code.
            NoSuchScanError: it shows nothing (any more), or the scan is being changed.
        """
        hmac = self._codes.reading_hmac(code)
        with self._database.reading() as transaction:
            scan = reading_codes.scan_of(transaction, hmac, self._today())
            row = scan and scans.load(transaction, scan, self._today())
            if not row or row.finished is None:
                raise NoSuchScanError
            return self._scan(transaction, row)
