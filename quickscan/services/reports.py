"""Reports: wanted when a scan is finished, made by the worker, kept with the scan.

A web request only asks and hands out; what is to be made stands in the rows of work.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from enum import StrEnum

from quickscan.domain.assessment import assess
from quickscan.domain.ids import RoleId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.logs import nature
from quickscan.services.clock import REAL, Clock
from quickscan.services.press import (
    Manuscript,
    PdfPress,
    Press,
    Printed,
    UnusablePressError,
)
from quickscan.services.round import Round, round_from_rows
from quickscan.services.round_papers import RoundPapers, is_paper
from quickscan.services.round_reports import is_with_earlier, round_manuscript
from quickscan.services.round_result import Earlier, earlier
from quickscan.services.samples import Library, paper, printed, sample, team_sample
from quickscan.services.scan import Scan, ScanId, from_rows
from quickscan.services.stored import NoSuchScanError, NotFinishedError
from quickscan.storage import reports, rounds, scans, work
from quickscan.storage.database import Database, Transaction
from quickscan.storage.reports import ReportRow
from quickscan.storage.subjects import Subject
from quickscan.storage.work import Claim

LEASE_SECONDS = 20
RETRY_SECONDS = 2

_log = logging.getLogger(__name__)

Guard = Callable[[], AbstractContextManager[None]]
"""Surrounds the making of one report; what it raises ends that report, not the worker."""


class ReportState(StrEnum):
    """How it stands with a report."""

    READY = "ready"
    WANTED = "wanted"
    FAILED = "failed"
    NONE = "none"


class Reports:
    """Asks for reports, hands them out, and (in the worker only) makes them."""

    def __init__(
        self,
        database: Database,
        catalogue: Library,
        *,
        press: Press | None = None,
        papers: RoundPapers | None = None,
        clock: Clock = REAL,
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._press: Press = press or PdfPress()
        self._papers = papers
        self._today = clock.today
        self._now = clock.now

    # --- of a scan ----------------------------------------------------------------------

    def state(self, scan: Scan, language: str) -> ReportState:
        """Return how it stands with the report of a scan in one language."""
        with self._database.reading() as transaction:
            return _state(transaction, Subject(scan_id=scan.id, language=language))

    def want(self, scan_id: ScanId, language: str) -> None:
        """Want a report; nothing when it is there or being made, anew when it failed.

        Raises:
            NoSuchScanError: there is no such scan.
            NotFinishedError: it is not finished.
        """
        subject = Subject(scan_id=scan_id, language=language)
        with self._database.changing() as transaction:
            row = scans.load(transaction, scan_id, self._today(), lock=True)
            if row is None:
                raise NoSuchScanError
            if row.finished is None:
                raise NotFinishedError(scan_id)
            if _state(transaction, subject) in (ReportState.NONE, ReportState.FAILED):
                work.want(transaction, subject)

    def pdf(self, scan_id: ScanId, language: str) -> bytes | None:
        """Return the report of a scan, or None while it is not ready."""
        subject = Subject(scan_id=scan_id, language=language)
        with self._database.reading() as transaction:
            if _state(transaction, subject) is not ReportState.READY:
                return None
            return reports.pdf(transaction, subject)

    # --- of a round ---------------------------------------------------------------------

    def asked(self, subject: Subject) -> ReportState:
        """Return how it stands with what is printed of a round, wanting it if nobody did."""
        with self._database.reading() as transaction:
            state = _state(transaction, subject)
        if state is not ReportState.NONE:
            return state
        with self._database.changing() as transaction:
            if _state(transaction, subject) is ReportState.NONE:
                work.want(transaction, subject)
        return ReportState.WANTED

    def asked_again(self, subject: Subject) -> None:
        """Want once more what could not be made."""
        with self._database.changing() as transaction:
            if _state(transaction, subject) is ReportState.FAILED:
                work.want(transaction, subject)

    def asked_anew(self, subject: Subject) -> ReportState:
        """Return how it stood with what is printed of a round, when someone asks for it.

        What nobody wanted yet is wanted from now on, and what could not be made once more.
        """
        anew = (ReportState.NONE, ReportState.FAILED)
        with self._database.reading() as transaction:
            state = _state(transaction, subject)
        if state in anew:
            with self._database.changing() as transaction:
                if _state(transaction, subject) in anew:
                    work.want(transaction, subject)
        return state

    def made(self, subject: Subject) -> bytes | None:
        """Return what is printed of a round, or None while it is not ready."""
        with self._database.reading() as transaction:
            if _state(transaction, subject) is not ReportState.READY:
                return None
            return reports.pdf(transaction, subject)

    # --- samples ------------------------------------------------------------------------

    def sample_state(self, questionnaire: Questionnaire, language: str) -> ReportState:
        """Return how it stands with the sample; an older one is ready while it is remade."""
        subject = sample(questionnaire, language)
        with self._database.reading() as transaction:
            if reports.fingerprint(transaction, subject) is not None:
                return ReportState.READY
            return _state(transaction, subject)

    def sample_pdf(self, questionnaire: Questionnaire, language: str) -> bytes | None:
        """Return the sample report of a questionnaire, or None while there is none."""
        with self._database.reading() as transaction:
            return reports.pdf(transaction, sample(questionnaire, language))

    def team_sample_state(self, questionnaire: Questionnaire, language: str) -> ReportState:
        """Return how it stands with the sample of a team report."""
        subject = team_sample(questionnaire, language)
        with self._database.reading() as transaction:
            if reports.fingerprint(transaction, subject) is not None:
                return ReportState.READY
            return _state(transaction, subject)

    def team_sample_pdf(self, questionnaire: Questionnaire, language: str) -> bytes | None:
        """Return the sample of a team report, or None while there is none."""
        with self._database.reading() as transaction:
            return reports.pdf(transaction, team_sample(questionnaire, language))

    def paper_pdf(
        self, questionnaire: Questionnaire, role: RoleId | None, language: str
    ) -> bytes | None:
        """Return a questionnaire on paper for one role, or None while there is none."""
        with self._database.reading() as transaction:
            return reports.pdf(transaction, paper(questionnaire, role, language))

    def want_samples(self) -> None:
        """Want a sample and the papers of all that is offered, in every language it has.

        What is the same as it was is not printed again. What is of a questionnaire that is
        no longer offered goes.
        """
        subjects = tuple(printed(self._catalogue))
        offered = frozenset(subject.sample for subject in subjects if subject.sample)
        with self._database.changing() as transaction:
            work.remove_other_samples(transaction, offered)
            reports.remove_other_samples(transaction, offered)
            for subject in subjects:
                if not _is_wanted(transaction, subject):
                    work.want(transaction, subject)

    # --- the worker ---------------------------------------------------------------------

    def make_next(self, guard: Guard = nullcontext) -> bool:
        """Make what has waited longest and return True; False when there is nothing to do.

        A report that cannot be made is tried again a little later, and given up after the
        third attempt. `SystemExit` and `KeyboardInterrupt` give the work back untried.
        """
        claim = self._claim()
        if claim is None:
            return False
        try:
            with self._held(claim), guard():
                made = self._make(claim.subject)
        except (KeyboardInterrupt, SystemExit):
            with self._database.changing() as transaction:
                work.release(transaction, claim, until=None, counts=False)
            raise
        except BaseException as error:  # noqa: BLE001  WeasyPrint's are no Exception
            self._not_made(claim, error)
        else:
            self._store(claim, made)
        return True

    def _claim(self) -> Claim | None:
        now = int(self._now())
        with self._database.reading() as transaction:
            if not work.is_waiting(transaction, now):
                return None
        with self._database.changing() as transaction:
            return work.claim(transaction, now, LEASE_SECONDS)

    @contextmanager
    def _held(self, claim: Claim) -> Iterator[None]:
        """Keep the lease while the work goes on: at idle priority that may take long."""
        done = threading.Event()

        def renew() -> None:
            while not done.wait(LEASE_SECONDS / 4):
                with self._database.changing() as transaction:
                    work.renew(transaction, claim, int(self._now()) + LEASE_SECONDS)

        thread = threading.Thread(target=renew, daemon=True)
        thread.start()
        try:
            yield
        finally:
            done.set()

    def _make(self, subject: Subject) -> ReportRow | None:
        """Return what is to be stored; None when the report there is already the same."""
        with self._database.reading() as transaction:
            manuscript = self._manuscript(transaction, subject)
            there = reports.fingerprint(transaction, subject)
        if manuscript is None:
            return None
        fingerprint = self._press.fingerprint(manuscript)
        if fingerprint == there:
            return None
        pdf = self._press.print(manuscript)
        return ReportRow(fingerprint=fingerprint, pdf=pdf, made=self._today())

    def _manuscript(self, transaction: Transaction, subject: Subject) -> Printed | None:
        """Return what the report is made of; None when its subject has gone meanwhile."""
        if subject.round_id is not None:
            return self._round_manuscript(transaction, subject)
        if subject.scan_id is None:
            making = printed(self._catalogue).get(subject)
            return None if making is None else making()
        row = scans.load(transaction, subject.scan_id, self._today())
        if row is None or row.finished is None:
            return None
        scan = from_rows(row, scans.sections(transaction, row.id), self._catalogue)
        return Manuscript(
            assessment=assess(scan.questionnaire, scan.answers, scan.role),
            language=subject.language,
            finished=row.finished,
            kept_until=row.expires,
            chosen=scan.chosen,
            notes=scan.notes,
            divided=scan.disagreement,
        )

    def _round_manuscript(self, transaction: Transaction, subject: Subject) -> Printed | None:
        row = rounds.load(transaction, str(subject.round_id))
        if row is None:
            return None
        found = round_from_rows(row, rounds.teams(transaction, row.id), self._catalogue)
        if is_paper(subject):
            papers = self._papers
            return papers.manuscript(transaction, found, subject) if papers else None
        earlier = self._earlier(transaction, found) if is_with_earlier(subject) else None
        return round_manuscript(found, subject, earlier)

    def _earlier(self, transaction: Transaction, round_: Round) -> Earlier | None:
        """Return the round before this one, if there is one that was closed."""
        row = rounds.load(transaction, round_.previous) if round_.previous else None
        if row is None or row.closed is None:
            return None
        then = round_from_rows(row, rounds.teams(transaction, row.id), self._catalogue)
        return earlier(then, round_, self._catalogue)

    def _store(self, claim: Claim, made: ReportRow | None) -> None:
        with self._database.changing() as transaction:
            held = work.complete(transaction, claim)
            if held and made is not None:
                reports.save(transaction, claim.subject, made)
        if made is not None:
            _log.info("report_made" if held else "report_outdated")

    def _not_made(self, claim: Claim, error: BaseException) -> None:
        last = claim.attempt >= work.MOST_ATTEMPTS
        with self._database.changing() as transaction:
            if last:
                work.fail(transaction, claim)
            else:
                until = int(self._now()) + RETRY_SECONDS * claim.attempt
                work.release(transaction, claim, until=until, counts=True)
        about: dict[str, object] = {"attempt": claim.attempt, "error": nature(error)}
        if isinstance(error, UnusablePressError):
            about["remedy"] = str(error)
        _log.error("report_failed" if last else "report_retried", extra=about)


def _is_wanted(transaction: Transaction, subject: Subject) -> bool:
    return work.failed(transaction, subject) is False


def _state(transaction: Transaction, subject: Subject) -> ReportState:
    failed = work.failed(transaction, subject)
    if failed is not None:
        return ReportState.FAILED if failed else ReportState.WANTED
    there = reports.fingerprint(transaction, subject) is not None
    return ReportState.READY if there else ReportState.NONE
