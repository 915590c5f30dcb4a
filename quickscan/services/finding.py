"""Looking at a scan: finding it by its code, and what follows from it."""

from collections.abc import Sequence

from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.outcome import Outcome, outcome
from quickscan.services.codes import MistypedCodeError, ReturnCode, normalise, shown
from quickscan.services.scan import Scan, ScanId, from_rows
from quickscan.services.stored import NoSuchScanError, NotFinishedError, StoredScans
from quickscan.storage import scans


class Finding(StoredScans):
    """How the owner of a scan finds it, and sees what it says."""

    def load(self, scan: ScanId, codes: Sequence[str]) -> Scan:
        """Return a scan for whoever has one of these codes; what is no code opens nothing.

        Raises:
            NoSuchScanError: none of the codes opens it.
        """
        hmacs = [hmac for code in codes if (hmac := self._return_hmac(code))]
        with self._database.glancing() as connection:
            found = scans.load_opened_by(connection, scan, hmacs, self._today())
        if found is None:
            raise NoSuchScanError
        return from_rows(*found, self._catalogue)

    def _return_hmac(self, code: str) -> str | None:
        try:
            return self._codes.return_hmac(code)
        except MistypedCodeError:
            return None

    def find(self, code: str) -> Scan:
        """Return the scan that a typed return code opens.

        Raises:
            MistypedCodeError: this cannot be a code.
            NoSuchScanError: it opens nothing.
        """
        hmac = self._codes.return_hmac(code)
        with self._database.reading() as transaction:
            return self._scan(transaction, scans.find(transaction, hmac, self._today()))

    def code_for(self, scan: ScanId, codes: Sequence[str]) -> ReturnCode:
        """Return which of these codes opens a scan.

        Raises:
            NoSuchScanError: none of them.
        """
        day = self._today()
        with self._database.reading() as transaction:
            for code in codes:
                hmac = self._return_hmac(code)
                if hmac and scans.load_opened_by(transaction, scan, [hmac], day):
                    return ReturnCode(self.tidy(code))
        raise NoSuchScanError

    @staticmethod
    def tidy(code: str) -> str:
        """Return a typed code as it is shown.

        Raises:
            MistypedCodeError: this cannot be a code.
        """
        return shown(normalise(code))

    def previous(self, scan: Scan) -> Scan | None:
        """Return the measurement before this one, if it is still kept and finished."""
        if scan.previous is None:
            return None
        with self._database.reading() as transaction:
            row = scans.load(transaction, scan.previous, self._today())
            if row is None or row.finished is None:
                return None
            return self._scan(transaction, row)

    def between(self, then: Scan, now: Scan) -> Sequence[Questionnaire]:
        """Return the versions between those of two scans: each may change a meaning."""
        return self._catalogue.between(then.questionnaire, now.questionnaire)

    def assessment(self, scan: Scan) -> Assessment:
        """Return everything that follows from a scan."""
        return assess(scan.questionnaire, scan.answers, scan.role)

    def outcome(self, scan: Scan, language: str) -> Outcome:
        """Return a scan's assessment in words.

        Raises:
            NotFinishedError: it is not finished.
        """
        if scan.finished is None:
            raise NotFinishedError(scan.id)
        return outcome(
            self.assessment(scan),
            language,
            finished=scan.finished,
            chosen=scan.chosen,
            notes=scan.notes,
            divided=scan.disagreement,
        )
