"""Answering a scan: page by page, what is asked first among them."""

from quickscan.domain.answers import Answers, UnknownQuestionError
from quickscan.domain.ids import QuestionId, RoleId, SectionId
from quickscan.domain.progress import opening
from quickscan.services.scan import ScanId
from quickscan.services.stored import StoredScans
from quickscan.services.storing import check_role, clean, storable, storable_note
from quickscan.storage import scans


class UnknownSectionError(LookupError):
    """The questionnaire has no such section."""

    def __init__(self, section: str) -> None:
        super().__init__(f"there is no section {section!r}")
        self.section = section


class AloneError(RuntimeError):
    """A scan of one person has nothing that people do not agree on."""

    def __init__(self, scan: ScanId) -> None:
        super().__init__("this scan is not filled in together")
        self.scan = scan


LONGEST_DISAGREEMENT = 500
"""The most characters of a note on what people do not agree on."""


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

    def save_together(
        self, scan: ScanId, question: QuestionId, answers: Answers, divided: str | None
    ) -> None:
        """Save what people at one screen say to one question, and whether they agree.

        No answer leaves the one that is there. `divided` is what they do not agree on, perhaps
        without a word; None when they agree.

        Raises:
            NoSuchScanError: there is no such scan.
            FinishedError: it is finished.
            AloneError: it is of one person.
            UnknownQuestionError: the questionnaire has no such question.
            InvalidAnswerError: the answer does not fit its question.
        """
        with self._database.changing() as transaction:
            row = self._touch(transaction, scan)
            if not row.together:
                raise AloneError(scan)
            questionnaire = self._questionnaire(row)
            own = questionnaire.questions.get(question)
            if own is None:
                raise UnknownQuestionError(question)
            section = questionnaire.section_of[question].id
            changes = storable({question: own}, answers)
            note = None if divided is None else clean(divided)[:LONGEST_DISAGREEMENT]
            scans.merge_section(transaction, scan, section, changes, None)
            scans.set_divided(transaction, scan, section, question, note)

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
