"""What a visitor does with a scan: begin it, measure again, delete it, and all between."""

from quickscan.domain.answers import Answers
from quickscan.domain.ids import RoleId
from quickscan.domain.progress import opening
from quickscan.domain.questionnaire import Questionnaire
from quickscan.services.answering import Answering
from quickscan.services.codes import ReturnCode
from quickscan.services.finding import Finding
from quickscan.services.finishing import Finishing
from quickscan.services.reading_codes import ReadingCodes
from quickscan.services.scan import Scan, ScanId
from quickscan.services.stored import NoSuchScanError, NotFinishedError
from quickscan.services.storing import by_section, check_role, opening_answers, storable_note
from quickscan.storage import scans
from quickscan.storage.database import new_id
from quickscan.storage.scans import ScanRow


class Scans(Finding, Answering, Finishing, ReadingCodes):
    """Everything that a visitor can do with scans."""

    def begin(  # noqa: PLR0913  all that people give at once
        self,
        questionnaire: Questionnaire,
        *,
        role: RoleId | None,
        language: str,
        answers: Answers,
        note: str | None = None,
        together: bool = False,
    ) -> tuple[Scan, ReturnCode]:
        """Begin a scan with what is asked first, and return it with its code.

        The code is told once and cannot be looked up again. A scan that people fill in
        `together` keeps what they do not agree on.

        Raises:
            UnknownRoleError: the questionnaire has no such role.
            UnknownQuestionError: an answer is to no question of it.
            InvalidAnswerError: an answer does not fit its question.
        """
        check_role(questionnaire, role)
        return self._begin(
            questionnaire, role, language, answers, note=note, together=together
        )

    def _begin(  # noqa: PLR0913  a row has so many columns
        self,
        questionnaire: Questionnaire,
        role: RoleId | None,
        language: str,
        answers: Answers,
        *,
        note: str | None = None,
        previous: ScanId | None = None,
        together: bool = False,
    ) -> tuple[Scan, ReturnCode]:
        pages = by_section(questionnaire, answers)
        code = self._codes.new_return_code()
        day = self._today()
        row = ScanRow(
            id=new_id(),
            questionnaire=questionnaire.id,
            version=questionnaire.version,
            role=role,
            language=language,
            started=day,
            finished=None,
            expires=self._retention.unfinished(day),
            chosen=(),
            previous_id=previous,
            together=together,
        )
        with self._database.changing() as transaction:
            scans.add(transaction, row, self._codes.return_hmac(code))
            first = opening(questionnaire)
            for section, changes in pages.items():
                own = note if first and section == first.id else None
                scans.merge_section(transaction, row.id, section, changes, storable_note(own))
            return self._scan(transaction, row), code

    def next_measurement(self, scan: ScanId, language: str) -> tuple[Scan, ReturnCode]:
        """Begin the same questionnaire anew, in its newest version, to compare with this one.

        The role and what was answered first are taken over, as far as they still fit. What
        was filled in together, is again.

        Raises:
            NoSuchScanError: there is no such scan.
            NotFinishedError: it is not finished.
        """
        with self._database.reading() as transaction:
            before = self._scan(transaction, scans.load(transaction, scan, self._today()))
        if before.finished is None:
            raise NotFinishedError(scan)
        questionnaire = self._catalogue.newest(before.questionnaire.id)
        role = before.role if questionnaire.role(before.role) else None
        answers = opening_answers(questionnaire, before.answers)
        return self._begin(
            questionnaire,
            role,
            language,
            answers,
            previous=scan,
            together=before.together,
        )

    def delete(self, scan: ScanId) -> None:
        """Delete everything: answers, reports, what was wanted and every reading code.

        Raises:
            NoSuchScanError: there is no such scan.
        """
        with self._database.changing() as transaction:
            if not scans.remove(transaction, scan):
                raise NoSuchScanError
        self._database.forget_deleted()
