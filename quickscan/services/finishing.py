"""Finishing a scan, opening it again, and choosing what to begin with."""

from collections.abc import Sequence
from datetime import date

from quickscan.domain.ids import AdviceId
from quickscan.domain.own_questions import OWN_SECTION
from quickscan.domain.progress import follow
from quickscan.domain.questions import Question
from quickscan.services.scan import ScanId
from quickscan.services.stored import StoredScans
from quickscan.storage import reports, rounds, scans, work
from quickscan.storage.database import Transaction
from quickscan.storage.scans import ScanRow
from quickscan.storage.subjects import Subject

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


class Finishing(StoredScans):
    """What decides whether a scan has a report, and what the report says first."""

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
            day = row.started if self._last_day(transaction, row) else self._today()
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
            last = self._last_day(transaction, row) or self._today()
            expires = self._retention.unfinished(last)
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

    def _last_day(self, transaction: Transaction, row: ScanRow) -> date | None:
        """Return the last day of the round that a scan was made for; None when for none.

        All scans of a round keep its days and no other. What is finished or changed after
        its last day is of no round any more.
        """
        if row.round_team_id is None:
            return None
        last = rounds.last_day(transaction, row.round_team_id, self._today())
        if last is None:
            scans.drop_link(transaction, row.id, OWN_SECTION)
        return last


def _languages(transaction: Transaction, scan: ScanId) -> frozenset[str]:
    """Return the languages in which a report of this scan is there, wanted or failed."""
    return reports.languages(transaction, scan) | work.languages(transaction, scan)
