"""What a visitor does with a scan: begin, save, finish, choose, measure again, delete."""

from collections.abc import Sequence

from quickscan.domain.answers import (
    Answers,
)
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.progress import follow, opening
from quickscan.domain.questionnaire import (
    AdviceId,
    Question,
    Questionnaire,
    RoleId,
    SectionId,
)
from quickscan.presentation.outcome import Outcome, outcome
from quickscan.services.codes import (
    MistypedCodeError,
    ReadingCode,
    ReturnCode,
    normalise,
    shown,
)
from quickscan.services.reading_codes import ReadingCodes
from quickscan.services.scan import Scan, ScanId, from_rows
from quickscan.services.stored import FinishedError, NoSuchScanError, NotFinishedError
from quickscan.services.storing import (
    UnknownRoleError,
    by_section,
    check_role,
    opening_answers,
    storable,
    storable_note,
)
from quickscan.storage import reports, scans, work
from quickscan.storage.database import Transaction, new_id
from quickscan.storage.scans import ScanRow
from quickscan.storage.subjects import Subject

__all__ = [
    "MOST_CHOSEN",
    "FinishedError",
    "MistypedCodeError",
    "NoSuchScanError",
    "NotFinishedError",
    "OpenQuestionsError",
    "ReadingCode",
    "ReturnCode",
    "RoleMissingError",
    "Scan",
    "ScanId",
    "Scans",
    "TooManyChosenError",
    "UnknownAdviceError",
    "UnknownRoleError",
    "UnknownSectionError",
]

MOST_CHOSEN = 3
"""How many advices a visitor can choose to begin with."""


class OpenQuestionsError(RuntimeError):
    """A scan cannot be finished while required questions have no answer."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        super().__init__(f"{len(questions)} questions need an answer first")
        self.questions = questions


class RoleMissingError(RuntimeError):
    """Which statements someone gets depends on the role: without one, nothing is finished."""

    def __init__(self, scan: ScanId) -> None:
        super().__init__("choose a role first")
        self.scan = scan


class UnknownSectionError(LookupError):
    """The questionnaire has no such section."""

    def __init__(self, section: str) -> None:
        super().__init__(f"there is no section {section!r}")
        self.section = section


class UnknownAdviceError(LookupError):
    """The questionnaire has no such advice."""

    def __init__(self, advice: str) -> None:
        super().__init__(f"there is no advice {advice!r}")
        self.advice = advice


class TooManyChosenError(ValueError):
    """More advices are chosen than one can begin with."""

    def __init__(self, number: int) -> None:
        super().__init__(f"{number} advices chosen, at most {MOST_CHOSEN} can be")
        self.number = number


class Scans(ReadingCodes):
    """Everything that a visitor can do with scans."""

    # --- begin and find -----------------------------------------------------------------

    def begin(
        self,
        questionnaire: Questionnaire,
        *,
        role: RoleId | None,
        language: str,
        answers: Answers,
        note: str | None = None,
    ) -> tuple[Scan, ReturnCode]:
        """Begin a scan with what is asked first, and return it with its code.

        The code is told once and cannot be looked up again.

        Raises:
            UnknownRoleError: the questionnaire has no such role.
            UnknownQuestionError: an answer is to no question of it.
            InvalidAnswerError: an answer does not fit its question.
        """
        check_role(questionnaire, role)
        return self._begin(questionnaire, role, language, answers, note=note)

    def _begin(  # noqa: PLR0913  a row has so many columns
        self,
        questionnaire: Questionnaire,
        role: RoleId | None,
        language: str,
        answers: Answers,
        *,
        note: str | None = None,
        previous: ScanId | None = None,
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
        )
        with self._database.changing() as transaction:
            scans.add(transaction, row, self._codes.return_hmac(code))
            first = opening(questionnaire)
            for section, changes in pages.items():
                own = note if first and section == first.id else None
                scans.merge_section(transaction, row.id, section, changes, storable_note(own))
            return self._scan(transaction, row), code

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
        )

    # --- answer -------------------------------------------------------------------------

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

    # --- finish -------------------------------------------------------------------------

    def finish(self, scan: ScanId, language: str | None = None) -> None:
        """Finish a scan and want its report, in one transaction; nothing when it is finished.

        The report is wanted in the scan's language, which can be changed at the same time.

        Raises:
            NoSuchScanError: there is no such scan.
            RoleMissingError: the questionnaire has roles, and none was chosen.
            OpenQuestionsError: required questions have no answer.
        """
        with self._database.changing() as transaction:
            row = self._lock(transaction, scan)
            if row.finished:
                return
            now = self._scan(transaction, row)
            if now.role is None and now.questionnaire.roles:
                raise RoleMissingError(scan)
            still_open = follow(now.questionnaire, now.answers, now.role).open
            if still_open:
                raise OpenQuestionsError(still_open)
            day = self._today()
            expires = self._retention.finished(day)
            own = language or row.language
            scans.change(transaction, scan, finished=day, expires=expires, language=own)
            work.want(transaction, Subject(scan_id=scan, language=own))

    def reopen(self, scan: ScanId) -> None:
        """Let the answers be changed again; the report goes, and what was wanted with it.

        From now on the scan is kept as long as any that is not finished.

        Raises:
            NoSuchScanError: there is no such scan.
        """
        with self._database.changing() as transaction:
            row = self._lock(transaction, scan)
            if row.finished is None:
                return
            expires = self._retention.unfinished(self._today())
            scans.change(transaction, scan, finished=None, expires=expires)
            work.remove_of_scan(transaction, scan)
            reports.remove_of_scan(transaction, scan)

    def choose(self, scan: ScanId, advice: Sequence[AdviceId]) -> None:
        """Choose what to begin with, in this order; reports that are there are made anew.

        Raises:
            NoSuchScanError: there is no such scan.
            TooManyChosenError: more than three.
            UnknownAdviceError: the questionnaire has no such advice.
        """
        chosen = tuple(dict.fromkeys(advice))
        if len(chosen) > MOST_CHOSEN:
            raise TooManyChosenError(len(chosen))
        with self._database.changing() as transaction:
            row = self._lock(transaction, scan)
            questionnaire = self._questionnaire(row)
            for each in chosen:
                if questionnaire.rule(each) is None:
                    raise UnknownAdviceError(each)
            if chosen == row.chosen:
                return
            scans.change(transaction, scan, chosen=list(chosen))
            if row.finished:
                for language in _languages(transaction, scan) | {row.language}:
                    work.want(transaction, Subject(scan_id=scan, language=language))

    def next_measurement(self, scan: ScanId, language: str) -> tuple[Scan, ReturnCode]:
        """Begin the same questionnaire anew, in its newest version, to compare with this one.

        The role and what was answered first are taken over, as far as they still fit.

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
        return self._begin(questionnaire, role, language, answers, previous=scan)

    def delete(self, scan: ScanId) -> None:
        """Delete everything: answers, reports, what was wanted and every reading code.

        Raises:
            NoSuchScanError: there is no such scan.
        """
        with self._database.changing() as transaction:
            if not scans.remove(transaction, scan):
                raise NoSuchScanError
        self._database.forget_deleted()


def _languages(transaction: Transaction, scan: ScanId) -> frozenset[str]:
    """Return the languages in which a report of this scan is there, wanted or failed."""
    return reports.languages(transaction, scan) | work.languages(transaction, scan)
