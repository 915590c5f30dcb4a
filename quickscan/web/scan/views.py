"""Answering: the sections, the overview, all answers, finishing."""

from collections.abc import Container, Sequence
from dataclasses import replace

from flask import Blueprint, make_response, render_template, request, url_for
from werkzeug import Response
from werkzeug.exceptions import NotFound

from quickscan.domain.ids import SectionId
from quickscan.domain.own_questions import OWN_SECTION
from quickscan.domain.progress import opening
from quickscan.domain.questionnaire import Section
from quickscan.domain.questions import Question
from quickscan.presentation.keys import KEYS
from quickscan.presentation.outcome import name_question
from quickscan.presentation.wording import answer_in_words
from quickscan.services.finishing import OpenQuestionsError
from quickscan.services.scan import Scan
from quickscan.web.forms import (
    NOTE,
    NOTE_LENGTH,
    Sent,
    read,
    read_note,
    writing,
    written_before,
)
from quickscan.web.scan.asking import drawn_questions
from quickscan.web.scan.at_hand import (
    after,
    code_of,
    is_known,
    only_unfinished,
    onward,
    page_of,
    progress_of,
    question_url,
    role_is_missing,
    scan_at_hand,
    section_url,
    sections_of,
    see_other,
    team_of,
    with_saved,
)
from quickscan.web.scan.contexts import (
    Page,
    Problem,
    answer_views,
    first_input,
    problems_of,
    section_states,
    seen,
)
from quickscan.web.scan.progress_line import progress_line
from quickscan.web.security import own_origin
from quickscan.web.speaking import language, say
from quickscan.web.wiring import config, services

blueprint = Blueprint("scan", __name__, template_folder="templates")

TO_OVERVIEW = "_overzicht"


@blueprint.get("/scan/<ref>/code")
def code(ref: str) -> str:
    """Give the return code, told in words, after the first saved page."""
    scan = scan_at_hand(ref)
    return render_template("scan/code.html", **_keeping(scan), forward=onward(scan))


@blueprint.get("/scan/<ref>/code.txt")
def code_file(ref: str) -> Response:
    """Give the return code as a file to keep."""
    scan = scan_at_hand(ref)
    text = render_template("scan/code.txt", **_keeping(scan))
    response = make_response(text)
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    response.headers["Content-Disposition"] = 'attachment; filename="quickscan-code.txt"'
    return response


def _keeping(scan: Scan) -> dict[str, object]:
    """Return what is told about where the answers are kept and how to come back."""
    retention = config()
    return {
        "ref": scan.id,
        "finished": bool(scan.finished),
        "code": code_of(scan),
        "home": own_origin(),
        "unfinished_days": retention.unfinished_days,
        "finished_months": retention.finished_months,
        "team": team_of(scan),
        "together": scan.together,
    }


@blueprint.route("/scan/<ref>/onderdeel/<section>", methods=["GET", "POST"])
def section(ref: str, section: str) -> Response | str | tuple[str, int]:
    """Show or save the questions of one section."""
    scan = scan_at_hand(ref)
    found = scan.questionnaire.section(SectionId(section))
    if found is None or is_known(scan, found):
        raise NotFound
    only_unfinished(scan)
    asked = progress_of(scan).asked_in(found)
    if request.method != "POST":
        if not asked or found == opening(scan.questionnaire) or scan.together:
            return see_other(section_url(scan, found) if asked else onward(scan))
        return _section_page(scan, found)
    before = written_before(request.form, scan.pages.get(found.id))
    sent = _sent(found.questions, asked, before)
    note = read_note(request.form, say(), before)
    page = writing(request.form, before, sent, note)
    services().scans.save(scan.id, found.id, sent.answers, note.words, page)
    scan = with_saved(scan, found, sent.answers, note.words)
    if TO_OVERVIEW in request.form and not (note.error or sent.is_invalid):
        return see_other(url_for("scan.overview", ref=scan.id))
    if sent.errors or note.error:
        return _section_page(scan, found, sent=sent, note_error=note.error), 422
    if any(question not in asked for question in progress_of(scan).open_in(found)):
        return see_other(section_url(scan, found))
    return see_other(after(scan, found))


def _sent(
    questions: Sequence[Question], asked: Sequence[Question], before: Container[str]
) -> Sent:
    """Return what was sent for a section.

    In another tab the role or phase may have changed since the page was made: what is valid
    is saved all the same, but nothing is demanded of questions that are no longer asked.
    """
    sent = read(questions, request.form, say(), before)
    demanded = {question.id for question in asked}
    errors = {id: words for id, words in sent.errors.items() if id in demanded}
    return replace(sent, errors=errors, missing=sent.missing & demanded)


def _section_page(
    scan: Scan, section: Section, *, sent: Sent | None = None, note_error: str = ""
) -> str:
    progress = progress_of(scan)
    page = page_of(scan, progress)
    asked = sections_of(scan, progress)
    number = asked.index(section)
    errors = sent.errors if sent else {}
    stored_note = scan.notes.get(section.id, "")
    questions = progress.asked_in(section)
    following = asked[number + 1] if number + 1 < len(asked) else None
    problems = problems_of(page, questions, errors)
    if note_error:
        problems = (*problems, Problem(NOTE, note_error))
    return render_template(
        "scan/section.html",
        keys=KEYS,
        ref=scan.id,
        title=section.title.to(language()),
        introduction=page.explained(section.introduction) if section.introduction else "",
        overview_url=url_for("scan.overview", ref=scan.id),
        questions=drawn_questions(
            page, questions, typed=request.form if sent else None, errors=errors
        ),
        problems=problems,
        note=request.form.get(NOTE, stored_note) if sent else stored_note,
        seen=seen(page, questions, stored_note),
        note_error=note_error,
        note_length=NOTE_LENGTH,
        has_note=section.id != OWN_SECTION,
        line=progress_line(page, progress, scan.saved, section),
        page_number=number + 1,
        page_total=len(asked),
        following=following.title.to(language()) if following else "",
        previous_url=section_url(scan, asked[number - 1]) if number else "",
        previous=asked[number - 1].title.to(language()) if number else "",
    )


@blueprint.get("/scan/<ref>/")
def overview(ref: str) -> Response | str:
    """Show the state of every section, in any order to be answered."""
    scan = scan_at_hand(ref)
    if scan.finished:
        return see_other(url_for("scan.result", ref=scan.id))
    progress = progress_of(scan)
    page = page_of(scan, progress)
    shown = {section.id for section in sections_of(scan, progress)}
    known = {section.id for section in progress.course.sections} - shown
    states = [
        state
        for state in section_states(
            page, progress, scan.saved, role_missing=role_is_missing(scan)
        )
        if state.id not in known
    ]
    forward = onward(scan)
    urls = {
        state.id: section_url(scan, found)
        for state in states
        if (found := scan.questionnaire.section(SectionId(state.id)))
    }
    role = scan.questionnaire.role(scan.role)
    return render_template(
        "scan/overview.html",
        **_keeping(scan),
        name=_name(page),
        states=states,
        urls=urls,
        forward=forward,
        role=role.label.to(language()) if role else "",
        total=sum(1 for q in progress.asked if q.themes),
        answered=sum(1 for q in progress.asked if q.themes and q.id in progress.answers),
        review=url_for("scan.review", ref=scan.id),
        nothing_open=not progress.open and not role_is_missing(scan),
    )


def _name(page: Page) -> str:
    """Return what the intervention is called, if that was given."""
    question = name_question(page.questionnaire)
    return answer_in_words(question, language(), page.answers) if question else ""


# --- all answers, and finishing ---------------------------------------------------------


@blueprint.route("/scan/<ref>/antwoorden", methods=["GET", "POST"])
def review(ref: str) -> Response | str | tuple[str, int]:
    """Show all answers, each to be changed; finishing demands what is required."""
    scan = scan_at_hand(ref)
    if scan.finished:
        return see_other(url_for("scan.result", ref=scan.id))
    if role_is_missing(scan):
        return see_other(onward(scan))
    if request.method != "POST":
        return _review_page(scan)
    try:
        services().scans.finish(scan.id, language())
    except OpenQuestionsError as error:
        return _review_page(scan, error.questions), 422
    return see_other(url_for("scan.result", ref=scan.id))


def _review_page(scan: Scan, missing: Sequence[Question] = ()) -> str:
    progress = progress_of(scan)
    page = page_of(scan, progress)
    sections = [
        (
            section.title.to(language()),
            section_url(scan, section),
            answer_views(page, progress.asked_in(section)),
            scan.notes.get(section.id, ""),
        )
        for section in sections_of(scan, progress)
    ]
    role = scan.questionnaire.role(scan.role)
    problems = tuple(
        Problem(first_input(question), page.words(question), page=question_url(scan, question))
        for section in sections_of(scan, progress)
        for question in section.questions
        if question in missing
    )
    return render_template(
        "scan/review.html",
        ref=scan.id,
        role=role.label.to(language()) if role and scan.round_team is None else "",
        start_url=url_for("scan.start", ref=scan.id),
        sections=sections,
        problems=problems,
        open_count=len(progress.open),
        forward=onward(scan),
        missing={q.id for q in progress.open},
        pages={question.id: question_url(scan, question) for question in progress.asked},
        divided=scan.disagreement,
        finished_months=config().finished_months,
    )
