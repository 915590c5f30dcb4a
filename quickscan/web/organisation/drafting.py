"""A round as a draft: what is measured, when, with which teams, and what is known of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from http import HTTPStatus

from flask import render_template, request, url_for
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import NotFound

from quickscan.domain.answers import Answers
from quickscan.domain.ids import QuestionId, QuestionnaireId, RoleId
from quickscan.domain.questions import Question
from quickscan.presentation.dates import long_date, today
from quickscan.services.organisations import Team, UnfitNameError
from quickscan.services.round import Round, RoundTeam
from quickscan.services.rounds import (
    LARGEST_TEAM,
    LONGEST_WORD,
    MOST_CARDS,
    Plan,
    TeamPlan,
    UnfitDaysError,
)
from quickscan.web.entrance import account
from quickscan.web.forms import ROLE, read
from quickscan.web.organisation.sharing import (
    asked_first,
    blueprint,
    draft_of,
    frame,
    organisation_of,
    whole_organisation_of,
)
from quickscan.web.scan.asking import drawn_questions
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Page, Problem, problems_of, role_views
from quickscan.web.speaking import language, say, speak_as
from quickscan.web.wiring import services

_NO_ANSWERS: Answers = {}

_DAYS = 14
"""How long a new round lasts, unless someone chooses otherwise."""


@blueprint.route("/<id>/meting", methods=["GET", "POST"])
def new_round(id: str) -> AnyResponse | str | tuple[str, int]:
    """Begin a draft."""
    own = whole_organisation_of(id)
    if request.method != "POST":
        return _plan_page(id, None)
    plan = _plan(())
    if plan is None:
        return _plan_page(id, None, _no_day()), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        made = services().rounds.draft(account().email, own.id, plan)
    except (UnfitNameError, UnfitDaysError) as error:
        return _plan_page(id, None, _why(error)), HTTPStatus.UNPROCESSABLE_ENTITY
    return see_other(url_for("organisation.measurement", id=made.id))


@blueprint.route("/meting/<id>/plan", methods=["GET", "POST"])
def change_round(id: str) -> AnyResponse | str | tuple[str, int]:
    """Change what a draft measures, and when."""
    own = draft_of(id)
    if request.method != "POST":
        return _plan_page(own.organisation, own)
    plan = _plan(tuple(_as_plans(own)))
    if plan is None:
        page = _plan_page(own.organisation, own, _no_day())
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    if plan.questionnaire != own.questionnaire.id:
        plan = replace(
            plan, teams=tuple(replace(t, role=None, answers={}) for t in plan.teams)
        )
    try:
        services().rounds.change(account().email, id, plan)
    except (UnfitNameError, UnfitDaysError) as error:
        page = _plan_page(own.organisation, own, _why(error))
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    return see_other(url_for("organisation.measurement", id=id))


def _plan(teams: tuple[TeamPlan, ...]) -> Plan | None:
    """Return what was sent; None when it has no days."""
    form = request.form
    try:
        opens, closes = (date.fromisoformat(form.get(own, "")) for own in ("opent", "sluit"))
    except ValueError:
        return None
    offered = {own.id for own in services().catalogue.offered}
    questionnaire = QuestionnaireId(form.get("vragenlijst", ""))
    if questionnaire not in offered:
        raise NotFound
    return Plan(
        name=form.get("naam", ""),
        questionnaire=questionnaire,
        opens=opens,
        closes=closes,
        word=form.get("woord", ""),
        teams=teams,
    )


def _plan_page(organisation: str, own: Round | None, problem: Problem | None = None) -> str:
    form, day = request.form, today()
    first = own.opens if own else day
    last = own.closes if own else day + timedelta(days=_DAYS)
    return render_template(
        "organisation/plan.html",
        whose=organisation,
        own=own,
        problems=(problem,) if problem else (),
        name=form.get("naam", own.name if own else ""),
        chosen=form.get("vragenlijst", own.questionnaire.id if own else ""),
        questionnaires=[
            (each.id, each.title.to(language())) for each in services().catalogue.offered
        ],
        opens=form.get("opent", first.isoformat()),
        closes=form.get("sluit", last.isoformat()),
        word=form.get("woord", own.word if own else ""),
        most_word=LONGEST_WORD,
        **frame(),
    )


def _no_day() -> Problem:
    example = long_date(today(), language())
    words = say()(
        "Kies een eerste en een laatste dag, bijvoorbeeld {example}.", example=example
    )
    return Problem("opent", words)


def _why(error: Exception) -> Problem:
    _ = say()
    if isinstance(error, UnfitDaysError):
        words = _("De laatste dag komt na de eerste, en een meting duurt hoogstens een jaar.")
        return Problem("sluit", words)
    return Problem("naam", _("Geef de meting een naam van 1 tot 80 tekens."))


# --- a team in a draft ------------------------------------------------------------------


@blueprint.route("/meting/<id>/team/<team>", methods=["GET", "POST"])
def team_in_round(id: str, team: str) -> AnyResponse | str | tuple[str, int]:
    """Say of a team how large it is, and what is asked first; or leave it out."""
    own = draft_of(id)
    known = next((t for t in organisation_of(own.organisation).teams if t.id == team), None)
    if known is None:
        raise NotFound
    before = next((each for each in own.teams if each.team == team), None)
    if request.method != "POST":
        return _team_page(own, known, before, _stored(own, before))
    others = [each for each in _as_plans(own) if each.team != team]
    if "weg" in request.form:
        _save(own, tuple(others))
        return see_other(url_for("organisation.measurement", id=id))
    filled = _sent(own)
    page = Page(questionnaire=own.questionnaire, say=say(), answers=filled.answers)
    problems = problems_of(page, filled.asked, filled.errors)
    size = _size()
    if not 1 <= size <= LARGEST_TEAM:
        words = say()("Hoeveel mensen heeft het team? Schrijf een getal vanaf 1.")
        problems = (Problem("grootte", words), *problems)
    elif _by_cards() and size > MOST_CARDS:
        problems = (Problem("deelname--link", _too_many_cards()), *problems)
    if problems:
        shown = _team_page(own, known, before, filled, problems)
        return shown, HTTPStatus.UNPROCESSABLE_ENTITY
    plan = TeamPlan(
        team=team, size=size, role=filled.role, answers=filled.answers, single_use=_by_cards()
    )
    _save(own, (*others, plan))
    return see_other(url_for("organisation.measurement", id=id))


def _size() -> int:
    """Return the size that was sent; 0 for what is no number, or far too long for one."""
    typed = request.form.get("grootte", "").strip()
    return int(typed) if typed.isdecimal() and len(typed) <= len(str(LARGEST_TEAM)) else 0


def _by_cards() -> bool:
    """Say whether people are to draw a card with a code that works once."""
    return request.form.get("deelname") == "kaartjes"


def _too_many_cards() -> str:
    return say()("Kaartjes kunnen tot en met {most} mensen. Kies de link.", most=MOST_CARDS)


def _save(own: Round, teams: tuple[TeamPlan, ...]) -> None:
    plan = Plan(
        name=own.name,
        questionnaire=own.questionnaire.id,
        opens=own.opens,
        closes=own.closes,
        word=own.word,
        teams=teams,
    )
    services().rounds.change(account().email, own.id, plan)


def _as_plans(own: Round) -> Iterator[TeamPlan]:
    for team in own.teams:
        if team.team is not None:
            yield TeamPlan(
                team=team.team,
                size=team.size,
                role=team.role,
                answers=team.answers,
                single_use=team.single_use,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filled:
    """What a page of a team has in it: the role, what is asked first, and the answers."""

    role: RoleId | None
    asked: tuple[Question, ...]
    answers: Answers
    errors: Mapping[QuestionId, str] = field(default_factory=dict)


def _stored(own: Round, before: RoundTeam | None) -> _Filled:
    role, answers = (before.role, before.answers) if before else (None, _NO_ANSWERS)
    return _Filled(role=role, asked=asked_first(own, answers, role), answers=answers)


def _sent(own: Round) -> _Filled:
    """Return what was sent, with all that it brings up: an answer may lead to a question.

    This ends, as what is asked depends on earlier questions only.
    """
    found = own.questionnaire.role(RoleId(request.form.get(ROLE, "")))
    role, answers = (found.id if found else None), _NO_ANSWERS
    while True:
        asked = asked_first(own, answers, role)
        sent = read(asked, request.form, say())
        if sent.answers == answers:
            return _Filled(role=role, asked=asked, answers=answers, errors=sent.errors)
        answers = sent.answers


def _team_page(
    own: Round,
    team: Team,
    before: RoundTeam | None,
    filled: _Filled,
    problems: tuple[Problem, ...] = (),
) -> str:
    questionnaire = own.questionnaire
    speak_as(questionnaire)
    return render_template(
        "organisation/team.html",
        own=own,
        team=team.id,
        name=team.name,
        is_in=before is not None,
        by_cards=_by_cards()
        if "deelname" in request.form
        else before is not None and before.single_use,
        problems=problems,
        size=request.form.get("grootte", str(before.size) if before else ""),
        minimum=organisation_of(own.organisation).minimum,
        roles=role_views(questionnaire.roles, filled.role, say()),
        questions=drawn_questions(
            Page(questionnaire=questionnaire, say=say(), answers=filled.answers),
            filled.asked,
            typed=request.form if problems else None,
            errors=filled.errors,
        ),
        **frame(),
    )
