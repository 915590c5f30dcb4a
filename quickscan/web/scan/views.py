"""Answering: role and phase, the sections, the overview, all answers, finishing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, make_response, render_template, request, url_for
from werkzeug import Response
from werkzeug.exceptions import NotFound

from quickscan.domain.progress import follow, opening
from quickscan.domain.questionnaire import (
    Question,
    QuestionId,
    Questionnaire,
    QuestionnaireId,
    RoleId,
    Section,
    SectionId,
)
from quickscan.presentation.outcome import name_question
from quickscan.presentation.wording import answer_in_words
from quickscan.services.scan import Scan
from quickscan.services.scans import OpenQuestionsError
from quickscan.services.stored import FinishedError
from quickscan.web.forms import NOTE, NOTE_LENGTH, ROLE, Sent, read, tidy_note
from quickscan.web.scan.at_hand import (
    after,
    code_of,
    onward,
    page_of,
    progress_of,
    scan_at_hand,
    section_url,
    see_other,
    with_saved,
)
from quickscan.web.scan.contexts import (
    Page,
    answer_views,
    first_input,
    question_views,
    role_views,
    section_states,
)
from quickscan.web.scan.progress_line import progress_line
from quickscan.web.security import remember_code
from quickscan.web.speaking import language, say
from quickscan.web.wiring import config, services

blueprint = Blueprint("scan", __name__, template_folder="templates")

TO_OVERVIEW = "_overzicht"


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the summary on top of a page: where to mend it, and what is wrong."""

    target: str
    words: str


# --- role and phase ---------------------------------------------------------------------


@blueprint.route("/vragenlijst/<questionnaire>/start", methods=["GET", "POST"])
def begin(questionnaire: str) -> Response | str | tuple[str, int]:
    """Ask the role and the opening questions; the first saved page makes the scan."""
    wanted = services().catalogue.newest(QuestionnaireId(questionnaire))
    if request.method == "GET":
        return _start_page(wanted, None, action=url_for("scan.begin", questionnaire=wanted.id))
    role = _role(wanted)
    sent = _sent_opening(wanted, role)
    problems = _start_problems(wanted, role, sent)
    if problems and role is None and not any(sent.answers.values()):
        action = url_for("scan.begin", questionnaire=wanted.id)
        return _start_page(wanted, None, action=action, sent=sent), 422
    scan, code = services().scans.begin(
        wanted, role=role, language=language(), answers=sent.answers
    )
    if problems:
        page = _start_page(wanted, scan, action=url_for("scan.start", ref=scan.id), sent=sent)
        response: Response = make_response(page, 422)
    else:
        response = see_other(url_for("scan.code", ref=scan.id))
    remember_code(response, request, code)
    return response


@blueprint.route("/scan/<ref>/start", methods=["GET", "POST"])
def start(ref: str) -> Response | str | tuple[str, int]:
    """Change the role and the opening answers; all other answers stay."""
    scan = scan_at_hand(ref)
    _only_unfinished(scan)
    action = url_for("scan.start", ref=scan.id)
    if request.method == "GET":
        return _start_page(scan.questionnaire, scan, action=action)
    role = _role(scan.questionnaire) or scan.role
    sent = _sent_opening(scan.questionnaire, role)
    first = opening(scan.questionnaire)
    services().scans.change_role(scan.id, role)
    if first:
        services().scans.save(scan.id, first.id, sent.answers, None)
    scan = scan_at_hand(ref)
    if TO_OVERVIEW in request.form:
        return see_other(url_for("scan.overview", ref=scan.id))
    if _start_problems(scan.questionnaire, role, sent):
        return _start_page(scan.questionnaire, scan, action=action, sent=sent), 422
    if scan.saved <= {first.id if first else None}:
        return see_other(url_for("scan.code", ref=scan.id))
    return see_other(after(scan, first) if first else onward(scan))


def _role(questionnaire: Questionnaire) -> RoleId | None:
    role = questionnaire.role(RoleId(request.form.get(ROLE, "")))
    return role.id if role else None


def _sent_opening(questionnaire: Questionnaire, role: RoleId | None) -> Sent:
    return read(_opening_questions(questionnaire, role), request.form, say())


def _opening_questions(
    questionnaire: Questionnaire, role: RoleId | None
) -> tuple[Question, ...]:
    first = opening(questionnaire)
    if first is None:
        return ()
    return follow(questionnaire, {}, role).asked_in(first)


def _start_problems(
    questionnaire: Questionnaire, role: RoleId | None, sent: Sent
) -> tuple[Problem, ...]:
    page = Page(questionnaire=questionnaire, say=say(), answers=sent.answers)
    found = _problems(page, _opening_questions(questionnaire, role), sent.errors)
    if role is not None or not questionnaire.roles:
        return found
    first = f"rol--{questionnaire.roles[0].id}"
    return (Problem(first, say()("Kies als wie je dit invult.")), *found)


def _start_page(
    questionnaire: Questionnaire, scan: Scan | None, *, action: str, sent: Sent | None = None
) -> str:
    answers = scan.answers if scan else {}
    role = scan.role if scan else None
    page = Page(questionnaire=questionnaire, say=say(), answers=answers)
    first = opening(questionnaire)
    questions = _opening_questions(questionnaire, role)
    errors = sent.errors if sent else {}
    problems = _start_problems(questionnaire, role, sent) if sent else ()
    return render_template(
        "scan/start.html",
        questionnaire=questionnaire.title.to(language()),
        title=first.title.to(language()) if first else say()("Over jou"),
        introduction=first.introduction.to(language()) if first and first.introduction else "",
        roles=role_views(questionnaire.roles, role, say()),
        role_error=next((p.words for p in problems if p.target.startswith("rol--")), ""),
        questions=question_views(
            page, questions, typed=request.form if sent else None, errors=errors
        ),
        problems=problems,
        action=action,
        ref=scan.id if scan else None,
        changing=bool(scan and scan.saved and not sent),
    )


# --- answering --------------------------------------------------------------------------


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
        "home": url_for("pages.home", _external=True),
        "unfinished_days": retention.unfinished_days,
        "finished_months": retention.finished_months,
    }


@blueprint.route("/scan/<ref>/onderdeel/<section>", methods=["GET", "POST"])
def section(ref: str, section: str) -> Response | str | tuple[str, int]:
    """Show or save the questions of one section."""
    scan = scan_at_hand(ref)
    found = scan.questionnaire.section(SectionId(section))
    if found is None:
        raise NotFound
    _only_unfinished(scan)
    questions = progress_of(scan).asked_in(found)
    if not questions:
        return see_other(onward(scan))
    if request.method == "GET":
        return _section_page(scan, found)
    sent = read(questions, request.form, say())
    note = tidy_note(request.form)
    fits = len(note) <= NOTE_LENGTH
    services().scans.save(scan.id, found.id, sent.answers, note if fits else None)
    scan = with_saved(scan, found, sent.answers, note if fits else None)
    if TO_OVERVIEW in request.form and fits:
        return see_other(url_for("scan.overview", ref=scan.id))
    if sent.errors or not fits:
        return _section_page(
            scan, found, sent=sent, note_error="" if fits else _too_long()
        ), 422
    if _appeared(scan, found, questions):
        return see_other(section_url(scan, found))
    return see_other(after(scan, found))


def _too_long() -> str:
    return say()("Dit is te lang. Gebruik hooguit {number} tekens.", number=NOTE_LENGTH)


def _appeared(scan: Scan, section: Section, before: Sequence[Question]) -> bool:
    """Say whether the answers brought up questions that were not on the sent page."""
    return any(q not in before for q in progress_of(scan).open_in(section))


def _section_page(
    scan: Scan, section: Section, *, sent: Sent | None = None, note_error: str = ""
) -> str:
    progress = progress_of(scan)
    page = page_of(scan, progress)
    asked = progress.course.sections
    number = asked.index(section)
    errors = sent.errors if sent else {}
    questions = progress.asked_in(section)
    following = asked[number + 1] if number + 1 < len(asked) else None
    problems = _problems(page, questions, errors)
    if note_error:
        problems = (*problems, Problem(NOTE, note_error))
    return render_template(
        "scan/section.html",
        ref=scan.id,
        title=section.title.to(language()),
        introduction=page.explained(section.introduction) if section.introduction else "",
        overview_url=url_for("scan.overview", ref=scan.id),
        questions=question_views(
            page, questions, typed=request.form if sent else None, errors=errors
        ),
        problems=problems,
        note=request.form.get(NOTE, "") if sent else scan.notes.get(section.id, ""),
        note_error=note_error,
        note_length=NOTE_LENGTH,
        line=progress_line(page, progress, scan.saved, section),
        page_number=number + 1,
        page_total=len(asked),
        following=following.title.to(language()) if following else "",
        previous_url=section_url(scan, asked[number - 1]) if number else "",
        previous=asked[number - 1].title.to(language()) if number else "",
    )


def _problems(
    page: Page, questions: Sequence[Question], errors: Mapping[QuestionId, str]
) -> tuple[Problem, ...]:
    return tuple(
        Problem(first_input(question), page.words(question))
        for question in questions
        if question.id in errors
    )


@blueprint.get("/scan/<ref>/")
def overview(ref: str) -> Response | str:
    """Show the state of every section, in any order to be answered."""
    scan = scan_at_hand(ref)
    if scan.finished:
        return see_other(url_for("scan.result", ref=scan.id))
    progress = progress_of(scan)
    page = page_of(scan, progress)
    states = section_states(page, progress, scan.saved)
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
        nothing_open=not progress.open,
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
    if request.method == "GET":
        return _review_page(scan)
    try:
        if scan.language != language():
            services().scans.change_language(scan.id, language())
        services().scans.finish(scan.id)
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
        for section in progress.course.sections
    ]
    role = scan.questionnaire.role(scan.role)
    problems = tuple(Problem(f"a-{q.id}", page.words(q)) for q in missing)
    return render_template(
        "scan/review.html",
        ref=scan.id,
        role=role.label.to(language()) if role else "",
        start_url=url_for("scan.start", ref=scan.id),
        sections=sections,
        problems=problems,
        open_count=len(progress.open),
        missing={q.id for q in progress.open},
        finished_months=config().finished_months,
    )


def _only_unfinished(scan: Scan) -> None:
    if scan.finished:
        raise FinishedError(scan.id)
