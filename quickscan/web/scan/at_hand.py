"""The scan that a request is about, and the answers that lead from page to page."""

from dataclasses import dataclass, replace

from flask import redirect, request, url_for
from werkzeug import Response

from quickscan.domain.answers import Answers
from quickscan.domain.progress import Progress, first_open, follow, opening
from quickscan.domain.questionnaire import Questionnaire, Section
from quickscan.domain.questions import Question
from quickscan.presentation.dates import long_date
from quickscan.presentation.outcome import Outcome
from quickscan.services.scan import Scan, ScanId
from quickscan.services.stored import FinishedError
from quickscan.web.scan.contexts import Page
from quickscan.web.scan.held import held
from quickscan.web.speaking import language, say, speak_as
from quickscan.web.wiring import services


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamView:
    """The team with which someone takes part, and until when."""

    code: str
    name: str
    organisation: str
    closes: str
    is_closed: bool


def scan_at_hand(ref: str) -> Scan:
    """Return the scan with this reference, if this browser holds its return code.

    Raises:
        NoSuchScanError: it was never there, is not this visitor's, or is gone.
    """
    code = held(request).get(ScanId(ref))
    scan = services().scans.load(ScanId(ref), [code] if code else [])
    speak_as(scan.questionnaire)
    return scan


def only_unfinished(scan: Scan) -> None:
    """Let a scan be answered.

    Raises:
        FinishedError: its answers stand.
    """
    if scan.finished:
        raise FinishedError(scan.id)


def code_of(scan: Scan) -> str:
    """Return the return code of a scan at hand."""
    return held(request)[scan.id]


def page_of(scan: Scan, progress: Progress) -> Page:
    """Return the words and answers for a page of this scan."""
    return Page(questionnaire=scan.questionnaire, say=say(), answers=progress.answers)


def progress_of(scan: Scan) -> Progress:
    """Return what is asked in this scan and what is open."""
    return follow(scan.questionnaire, scan.answers, scan.role)


def outcome_of(scan: Scan) -> Outcome:
    """Return the outcome of a finished scan in the language of this request.

    Raises:
        NotFinishedError: it is still being answered.
    """
    return services().scans.outcome(scan, language())


def with_saved(scan: Scan, section: Section, answers: Answers, note: str | None) -> Scan:
    """Return a scan as it is after saving a page, as far as this visitor knows.

    What another tab saved meanwhile is stored too, and seen at the next look.
    """
    notes = scan.notes if note is None else {**scan.notes, section.id: note}
    return replace(
        scan,
        answers={**scan.answers, **answers},
        notes=notes,
        saved=scan.saved | {section.id},
    )


def sections_of(scan: Scan, progress: Progress) -> tuple[Section, ...]:
    """Return the sections that this visitor answers, in the order in which they are shown."""
    every = progress.course.sections
    return tuple(section for section in every if not is_known(scan, section))


def is_known(scan: Scan, section: Section) -> bool:
    """Say whether a section is asked of nobody: a coordinator answered it for the team."""
    return scan.round_team is not None and opens_with_start(scan.questionnaire, section)


def team_of(scan: Scan) -> TeamView | None:
    """Return with which team someone takes part in a round; None when with none."""
    found = services().taking_part.of_scan(scan)
    if found is None:
        return None
    return TeamView(
        code=found.code,
        name=found.team.name,
        organisation=found.organisation,
        closes=long_date(found.round.closes, language()),
        is_closed=found.round.closed is not None,
    )


def opens_with_start(questionnaire: Questionnaire, section: Section) -> bool:
    """Say whether a section is answered on the page of role and phase."""
    return section == opening(questionnaire)


def section_url(scan: Scan, section: Section) -> str:
    """Return the address of the page on which a section is answered."""
    if opens_with_start(scan.questionnaire, section):
        return url_for("scan.start", ref=scan.id)
    if scan.together:
        progress = progress_of(scan)
        for question in (*progress.open_in(section), *progress.asked_in(section)):
            return question_url(scan, question)
    return url_for("scan.section", ref=scan.id, section=section.id)


def question_url(scan: Scan, question: Question) -> str:
    """Return the address of the page on which a question is answered."""
    section = scan.questionnaire.section_of[question.id]
    if scan.together and not opens_with_start(scan.questionnaire, section):
        return url_for("scan.statement", ref=scan.id, question=question.id)
    return section_url(scan, section)


def after(scan: Scan, section: Section) -> str:
    """Return the address of what comes after a section: the next, or all answers."""
    asked = sections_of(scan, progress_of(scan))
    if section in asked:
        later = asked[asked.index(section) + 1 :]
        if later:
            return section_url(scan, later[0])
    return onward(scan)


def onward(scan: Scan) -> str:
    """Return the address of the first section with an open question, else of all answers."""
    if scan.finished:
        return url_for("scan.result", ref=scan.id)
    if role_is_missing(scan):
        return url_for("scan.start", ref=scan.id)
    section = first_open(progress_of(scan))
    if section is None:
        return url_for("scan.review", ref=scan.id)
    return section_url(scan, section)


def role_is_missing(scan: Scan) -> bool:
    """Say whether a role must be chosen first: which statements are asked depends on it."""
    return scan.role is None and bool(scan.questionnaire.roles)


def see_other(address: str) -> Response:
    """Send the browser on after a change, so that reloading does nothing twice."""
    return redirect(address, 303)
