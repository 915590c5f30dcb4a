"""Beginning: as who someone answers, and the opening questions; both can be changed later."""

from collections.abc import Container
from functools import partial

from flask import make_response, render_template, request, url_for
from werkzeug import Response
from werkzeug.exceptions import NotFound

from quickscan.domain.answers import Answers
from quickscan.domain.ids import QuestionnaireId, RoleId
from quickscan.domain.progress import follow, opening
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import Question
from quickscan.presentation.keys import KEYS
from quickscan.services.scan import Scan
from quickscan.web.forms import (
    NOTE,
    NOTE_LENGTH,
    ROLE,
    Sent,
    SentNote,
    read,
    read_note,
    writing,
    written_before,
)
from quickscan.web.scan.asking import drawn_questions
from quickscan.web.scan.at_hand import (
    after,
    only_unfinished,
    onward,
    scan_at_hand,
    see_other,
)
from quickscan.web.scan.contexts import (
    Page,
    Problem,
    problems_of,
    role_views,
    seen,
)
from quickscan.web.scan.held import hold
from quickscan.web.scan.views import TO_OVERVIEW, blueprint
from quickscan.web.speaking import language, say, speak_as
from quickscan.web.wiring import services


@blueprint.route("/vragenlijst/<questionnaire>/start", methods=["GET", "POST"])
def begin(questionnaire: str, *, together: bool = False) -> Response | str | tuple[str, int]:
    """Ask the role and the opening questions; the first saved page makes the scan."""
    wanted = services().catalogue.newest(QuestionnaireId(questionnaire))
    speak_as(wanted)
    new = url_for("scan.begin_together" if together else "scan.begin", questionnaire=wanted.id)
    if request.method != "POST":
        return _start_page(wanted, None, action=new, together=together)
    role, note = _role(wanted), read_note(request.form, say())
    sent = _sent_opening(wanted, {}, role)
    problems = _start_problems(wanted, role, sent, note)
    if problems and role is None and not any((*sent.answers.values(), note.words)):
        page = _start_page(wanted, None, action=new, sent=(sent, note), together=together)
        return page, 422
    scan, code = services().scans.begin(
        wanted,
        role=role,
        language=language(),
        answers=sent.answers,
        note=note.words,
        together=together,
    )
    if problems:
        action = url_for("scan.start", ref=scan.id)
        page = _start_page(wanted, scan, action=action, sent=(sent, note))
        response: Response = make_response(page, 422)
    elif onward(scan) == url_for("scan.start", ref=scan.id):
        response = see_other(url_for("scan.start", ref=scan.id))
    else:
        response = see_other(url_for("scan.code", ref=scan.id))
    hold(response, scan.id, code)
    return response


blueprint.add_url_rule(
    "/vragenlijst/<questionnaire>/samen/start",
    "begin_together",
    partial(begin, together=True),
    methods=["GET", "POST"],
)


@blueprint.route("/scan/<ref>/start", methods=["GET", "POST"])
def start(ref: str) -> Response | str | tuple[str, int]:
    """Change the role and the opening answers; all other answers stay."""
    scan = scan_at_hand(ref)
    if scan.round_team is not None:
        raise NotFound
    only_unfinished(scan)
    action = url_for("scan.start", ref=scan.id)
    if request.method != "POST":
        return _start_page(scan.questionnaire, scan, action=action)
    role = _role(scan.questionnaire) or scan.role
    first = opening(scan.questionnaire)
    before = written_before(request.form, scan.pages.get(first.id) if first else None)
    sent = _sent_opening(scan.questionnaire, scan.answers, role, before)
    note = read_note(request.form, say(), before)
    page = writing(request.form, before, sent, note)
    services().scans.save_opening(scan.id, role, sent.answers, note.words, page)
    scan = scan_at_hand(ref)
    faults = _start_problems(scan.questionnaire, role, sent, note)
    if TO_OVERVIEW in request.form and not (note.error or sent.is_invalid):
        return see_other(url_for("scan.overview", ref=scan.id))
    if faults:
        page = _start_page(scan.questionnaire, scan, action=action, sent=(sent, note))
        return page, 422
    if first and follow(scan.questionnaire, scan.answers, role).open_in(first):
        return see_other(action)
    if scan.saved <= {first.id if first else None}:
        return see_other(url_for("scan.code", ref=scan.id))
    return see_other(after(scan, first) if first else onward(scan))


def _role(questionnaire: Questionnaire) -> RoleId | None:
    role = questionnaire.role(RoleId(request.form.get(ROLE, "")))
    return role.id if role else None


def _sent_opening(
    questionnaire: Questionnaire,
    answers: Answers,
    role: RoleId | None,
    before: Container[str] = (),
) -> Sent:
    questions = _opening_questions(questionnaire, answers, role)
    return read(questions, request.form, say(), before)


def _opening_questions(
    questionnaire: Questionnaire, answers: Answers, role: RoleId | None
) -> tuple[Question, ...]:
    first = opening(questionnaire)
    return follow(questionnaire, answers, role).asked_in(first) if first else ()


def _start_problems(
    questionnaire: Questionnaire, role: RoleId | None, sent: Sent, note: SentNote
) -> tuple[Problem, ...]:
    page = Page(questionnaire=questionnaire, say=say(), answers=sent.answers)
    asked = [
        questionnaire.questions[id] for id in questionnaire.questions if id in sent.errors
    ]
    found = problems_of(page, asked, sent.errors)
    if note.error:
        found = (*found, Problem(NOTE, note.error))
    unknown = ROLE in request.form and _role(questionnaire) is None
    if not questionnaire.roles or not (unknown or role is None):
        return found
    first = f"rol--{questionnaire.roles[0].id}"
    return (Problem(first, say()("Kies als wie je dit invult.")), *found)


def _start_page(
    questionnaire: Questionnaire,
    scan: Scan | None,
    *,
    action: str,
    sent: tuple[Sent, SentNote] | None = None,
    together: bool = False,
) -> str:
    answers = scan.answers if scan else {}
    role = scan.role if scan else None
    page = Page(questionnaire=questionnaire, say=say(), answers=answers)
    first = opening(questionnaire)
    questions = _opening_questions(questionnaire, answers, role)
    problems = _start_problems(questionnaire, role, *sent) if sent else ()
    stored_note = scan.notes.get(first.id, "") if scan and first else ""
    return render_template(
        "scan/start.html",
        keys=KEYS,
        questionnaire=questionnaire.title.to(language()),
        title=first.title.to(language()) if first else say()("Over jou"),
        introduction=first.introduction.to(language()) if first and first.introduction else "",
        roles=role_views(questionnaire.roles, role, say()),
        role_error=next((p.words for p in problems if p.target.startswith("rol--")), ""),
        questions=drawn_questions(
            page,
            questions,
            typed=request.form if sent else None,
            errors=sent[0].errors if sent else {},
        ),
        problems=problems,
        has_note=first is not None,
        note=request.form.get(NOTE, stored_note) if sent else stored_note,
        note_error=sent[1].error if sent else "",
        note_length=NOTE_LENGTH,
        action=action,
        ref=scan.id if scan else None,
        seen=seen(page, questions, stored_note),
        changing=bool(scan and scan.saved and not sent),
        together=scan.together if scan else together,
    )
