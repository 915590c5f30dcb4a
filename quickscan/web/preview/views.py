"""What an author sees: the file read over, tried out, and on paper."""

import time
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from werkzeug import Response as AnyResponse

from quickscan.definitions.check import Checked
from quickscan.definitions.files import SCENARIOS
from quickscan.definitions.problems import Problem, QuestionnaireError, Severity
from quickscan.domain.answers import Answers
from quickscan.domain.assessment import assess
from quickscan.domain.ids import RoleId
from quickscan.domain.progress import follow
from quickscan.domain.questionnaire import AdviceRule, Questionnaire
from quickscan.domain.questions import options_of
from quickscan.presentation.guiding import guide_in_words
from quickscan.presentation.language import DUTCH, Translator, direction, translator
from quickscan.presentation.proofing import (
    SECONDS_AN_ANSWER,
    WORDS_A_MINUTE,
    coverage,
    fired_rows,
    reading_times,
    scored_rows,
    unfired,
)
from quickscan.services.drafts import Draft, NoSuchDraftError, SomeDrafts
from quickscan.web.forms import ROLE, read
from quickscan.web.scan.asking import drawn_questions
from quickscan.web.scan.contexts import Page

DRAFTS = "quickscan-drafts"
LANGUAGE = "_taal"

_LOOK_SECONDS = 0.05
_WAIT_SECONDS = 20.0

blueprint = Blueprint("preview", __name__, template_folder="templates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One problem beside the line it is about."""

    line: int
    excerpt: str
    words: str
    severity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an author looks at: a draft, in a role and a language."""

    draft: Draft
    checked: Checked
    role: RoleId | None
    say: Translator


def drafts() -> SomeDrafts:
    """Return the drafts of the running preview."""
    found: SomeDrafts = current_app.extensions[DRAFTS]
    return found


@blueprint.get("/")
def index() -> AnyResponse | str:
    """List all files; go straight to the file when there is only one."""
    names = drafts().names
    if len(names) == 1:
        return redirect(url_for("preview.proof", name=names[0]))
    return render_template("preview/index.html", names=names, **_words(translator(DUTCH)))


@blueprint.get("/lees/<path:name>")
def proof(name: str) -> str:
    """Read a file over: what is wrong, what is covered, how long it takes."""
    wanted = _wanted(name)
    own, _ = wanted.checked.questionnaire, wanted.say
    remarks = [_remark(each, wanted) for each in wanted.checked.problems]
    return render_template(
        "preview/proof.html",
        errors=[each for each in remarks if each.severity is Severity.ERROR],
        warnings=[each for each in remarks if each.severity is Severity.WARNING],
        suggestions=[each for each in remarks if each.severity is Severity.SUGGESTION],
        times=reading_times(own, _) if own else (),
        words_a_minute=WORDS_A_MINUTE,
        seconds_an_answer=SECONDS_AN_ANSWER,
        grids=coverage(own, wanted.role, _) if own else (),
        guide=guide_in_words(own, _.language) if own else None,
        scenarios=len(wanted.checked.scenarios),
        unfired=[(rule.id, rule.title.to(_.language)) for rule in _unfired(wanted.checked)],
        **_frame(wanted),
    )


@blueprint.route("/proef/<path:name>", methods=["GET", "POST"])
def trial(name: str) -> AnyResponse | str:
    """Fill a file in, and see at once what comes out and why."""
    wanted = _wanted(name)
    own, _ = wanted.checked.questionnaire, wanted.say
    if own is None:
        return redirect(url_for("preview.proof", name=name))
    answers = _answers(own, _)
    progress = follow(own, answers, wanted.role)
    page = Page(questionnaire=own, say=_, answers=progress.answers)
    assessment = assess(own, answers, wanted.role)
    return render_template(
        "preview/trial.html",
        sections=[
            (section.title.to(_.language), drawn_questions(page, progress.asked_in(section)))
            for section in progress.course.sections
        ],
        scores=scored_rows(assessment, _),
        advice=fired_rows(assessment, _),
        **_frame(wanted),
    )


@blueprint.get("/papier/<path:name>")
def council(name: str) -> AnyResponse | str:
    """Show everything on one page to print, for a works council."""
    wanted = _wanted(name)
    own, _ = wanted.checked.questionnaire, wanted.say
    if own is None:
        return redirect(url_for("preview.proof", name=name))
    page = Page(questionnaire=own, say=_, answers={})
    labels = {role.id: role.label.to(_.language) for role in own.roles}
    return render_template(
        "preview/council.html",
        introduction=own.introduction.to(_.language) if own.introduction else "",
        roles=list(labels.values()),
        sections=[
            (
                section.title.to(_.language),
                [
                    (
                        page.words(question),
                        [option.label.to(_.language) for option in options_of(question)],
                        [labels[role] for role in question.roles],
                    )
                    for question in section.questions
                ],
            )
            for section in own.sections
        ],
        **_frame(wanted),
    )


@blueprint.get("/veranderd/<path:name>")
def changed(name: str) -> Response:
    """Answer as soon as a file is another than the page was made of, or after a while."""
    seen, until = request.args.get("gezien", ""), time.monotonic() + _WAIT_SECONDS
    while (mark := drafts().mark(name)) == seen and time.monotonic() < until:
        if not drafts().is_live:
            break
        time.sleep(_LOOK_SECONDS)
    return Response(mark, content_type="text/plain; charset=utf-8")


def no_such_draft(error: NoSuchDraftError) -> tuple[str, int]:
    """Say that a file is not there."""
    words = _words(translator(DUTCH))
    return render_template("preview/missing.html", name=error.name, **words), 404


# --- what the pages share ---------------------------------------------------------------


def _wanted(name: str) -> Wanted:
    try:
        draft = drafts().load(name)
        checked = draft.check()
    except QuestionnaireError as error:
        draft = Draft(name=name, path=Path(name), text="", scenarios="")
        checked = Checked(draft.path, None, (), error.problems)
    own = checked.questionnaire
    language = request.values.get(LANGUAGE, "")
    languages = own.languages if own else ()
    role = own.role(RoleId(request.values.get(ROLE, ""))) if own else None
    return Wanted(
        draft=draft,
        checked=checked,
        role=role.id if role else None,
        say=translator(language if language in languages else DUTCH),
    )


def _answers(own: Questionnaire, _: Translator) -> Answers:
    """Return the valid answers that were sent; what no longer fits is left out."""
    sent = read(tuple(own.questions.values()), request.form, _)
    return {id: given for id, given in sent.answers.items() if given not in ("", ())}


def _unfired(checked: Checked) -> tuple[AdviceRule, ...]:
    if checked.questionnaire is None or not checked.scenarios:
        return ()
    examples = ((each.answers, each.role) for each in checked.scenarios)
    return unfired(checked.questionnaire, examples)


def _remark(problem: Problem, wanted: Wanted) -> Remark:
    in_scenarios = problem.path.endswith(SCENARIOS)
    lines = (wanted.draft.scenarios if in_scenarios else wanted.draft.text).splitlines()
    there = 0 < problem.line <= len(lines)
    return Remark(
        line=problem.line,
        excerpt=lines[problem.line - 1].strip() if there else "",
        words=problem.words(wanted.say.language),
        severity=problem.severity,
    )


def _frame(wanted: Wanted) -> dict[str, object]:
    own, _ = wanted.checked.questionnaire, wanted.say
    return {
        "name": wanted.draft.name,
        "title": own.title.to(_.language) if own else wanted.draft.name,
        "version": own.version if own else "",
        "readable": own is not None,
        "roles_offered": [(r.id, r.label.to(_.language)) for r in own.roles] if own else [],
        "role": wanted.role or "",
        "languages": list(own.languages) if own else [],
        "seen": drafts().mark(wanted.draft.name) if drafts().is_live else "",
        "back": _version_of(wanted.draft.name) if not drafts().is_live else "",
        **_words(_),
    }


def _version_of(name: str) -> str:
    """Return the page of the Workplace about a draft called `<id>/v<version>`."""
    id, _, version = name.partition("/v")
    return url_for("workplace.version", questionnaire=id, version=version)


def _words(_: Translator) -> dict[str, object]:
    return {
        "_": _,
        "language": _.language,
        "direction": direction(_.language),
        "in_workplace": not drafts().is_live,
    }
