"""Answering a scan: page by page, what is asked first among them."""

from quickscan.domain.answers import Answers
from quickscan.domain.ids import RoleId, SectionId
from quickscan.domain.progress import opening
from quickscan.services.scan import ScanId
from quickscan.services.stored import StoredScans
from quickscan.services.storing import check_role, storable, storable_note
from quickscan.storage import scans


class UnknownSectionError(LookupError):
    """The questionnaire has no such section."""

    def __init__(self, section: str) -> None:
        super().__init__(f"there is no section {section!r}")
        self.section = section


class Answering(StoredScans):
    """How the owner of a scan answers it, while it is not finished."""

    def save(
        self,
        scan: ScanId,
        section: SectionId,
        answers: Answers,
        note: str | None,
        page: str | None = None,
    ) -> None:
        """Save the answers of a page beside those that are there.

        Questions that are not among the answers keep theirs; an empty text or nothing
        chosen takes an answer away. A note of None stays as it was, an empty one goes.
        `page` is kept as it is.

        Raises:
            NoSuchScanError: there is no such scan.
            FinishedError: it is finished.
            UnknownSectionError: the questionnaire has no such section.
            UnknownQuestionError: an answer is to no question of this section.
            InvalidAnswerError: an answer does not fit its question.
        """
        with self._database.changing() as transaction:
            row = self._touch(transaction, scan)
            questionnaire = self._questionnaire(row)
            own = questionnaire.section(section)
            if own is None:
                raise UnknownSectionError(section)
            changes = storable({q.id: q for q in own.questions}, answers)
            scans.merge_section(transaction, scan, section, changes, storable_note(note), page)

    def save_opening(
        self,
        scan: ScanId,
        role: RoleId | None,
        answers: Answers,
        note: str | None = None,
        page: str | None = None,
    ) -> None:
        """Save as who someone answers and what is asked first; all other answers stay.

        A note of None stays as it was, an empty one goes. `page` is kept as it is.

        Raises:
            NoSuchScanError: there is no such scan.
            FinishedError: it is finished.
            UnknownRoleError: the questionnaire has no such role.
            UnknownQuestionError: an answer is to no question that is asked first.
            InvalidAnswerError: an answer does not fit its question.
        """
        with self._database.changing() as transaction:
            questionnaire = self._questionnaire(self._touch(transaction, scan))
            check_role(questionnaire, role)
            scans.change(transaction, scan, role=role)
            first = opening(questionnaire)
            if first is not None:
                changes = storable({q.id: q for q in first.questions}, answers)
                scans.merge_section(
                    transaction, scan, first.id, changes, storable_note(note), page
                )
