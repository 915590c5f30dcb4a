"""A round as a draft: what is measured, when, with which teams, and what is known of each."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from http import HTTPStatus

from flask import render_template, request, url_for
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import NotFound

from quickscan.domain.answers import Answers
from quickscan.domain.ids import QuestionnaireId, RoleId
from quickscan.domain.progress import follow, opening
from quickscan.presentation.dates import long_date, today
from quickscan.services.organisations import UnfitNameError
from quickscan.services.round import Round, RoundTeam
from quickscan.services.rounds import (
    LARGEST_TEAM,
    LONGEST_WORD,
    FixedError,
    NotReadyError,
    Plan,
    TeamPlan,
    UnfitDaysError,
)
from quickscan.web.entrance import account
from quickscan.web.forms import ROLE, read
from quickscan.web.organisation.sharing import (
    blueprint,
    coordinators_of,
    frame,
    organisation_of,
    own_round,
    whole_organisation_of,
)
from quickscan.web.scan.asking import drawn_questions
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Page, Problem, problems_of, role_views
from quickscan.web.speaking import language, say, speak_as
from quickscan.web.wiring import services

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
    own = _draft(id)
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


def _draft(id: str) -> Round:
    own = own_round(id)
    if own.confirmed is not None:
        raise FixedError
    return own


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
    own = _draft(id)
    known = next((t for t in organisation_of(own.organisation).teams if t.id == team), None)
    if known is None:
        raise NotFound
    before = next((each for each in own.teams if each.team == team), None)
    if request.method != "POST":
        return _team_page(own, known.name, team, before)
    others = [each for each in _as_plans(own) if each.team != team]
    if "weg" in request.form:
        _save(own, tuple(others))
        return see_other(url_for("organisation.measurement", id=id))
    role, answers, problems = _sent(own)
    size = request.form.get("grootte", "")
    if not size.isdecimal() or not 1 <= int(size[:9]) <= LARGEST_TEAM:
        words = say()("Hoeveel mensen heeft het team? Schrijf een getal vanaf 1.")
        problems = (Problem("grootte", words), *problems)
    if problems:
        page = _team_page(own, known.name, team, before, problems)
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    plan = TeamPlan(team=team, size=int(size), role=role, answers=answers)
    _save(own, (*others, plan))
    return see_other(url_for("organisation.measurement", id=id))


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
                team=team.team, size=team.size, role=team.role, answers=team.answers
            )


def _sent(own: Round) -> tuple[RoleId | None, Answers, tuple[Problem, ...]]:
    questionnaire = own.questionnaire
    role = questionnaire.role(RoleId(request.form.get(ROLE, "")))
    first = opening(questionnaire)
    asked = (
        follow(questionnaire, {}, role.id if role else None).asked_in(first) if first else ()
    )
    sent = read(asked, request.form, say())
    page = Page(questionnaire=questionnaire, say=say(), answers=sent.answers)
    return (role.id if role else None), sent.answers, problems_of(page, asked, sent.errors)


def _team_page(
    own: Round,
    name: str,
    team: str,
    before: RoundTeam | None,
    problems: tuple[Problem, ...] = (),
) -> str:
    questionnaire = own.questionnaire
    speak_as(questionnaire)
    role = before.role if before else None
    answers = before.answers if before else {}
    page = Page(questionnaire=questionnaire, say=say(), answers=answers)
    first = opening(questionnaire)
    asked = follow(questionnaire, answers, role).asked_in(first) if first else ()
    chosen = RoleId(request.form.get(ROLE, "")) if problems else role
    errors = read(asked, request.form, say()).errors if problems else {}
    return render_template(
        "organisation/team.html",
        own=own,
        team=team,
        name=name,
        is_in=before is not None,
        problems=problems,
        size=request.form.get("grootte", str(before.size) if before else ""),
        minimum=organisation_of(own.organisation).minimum,
        roles=role_views(questionnaire.roles, chosen, say()),
        questions=drawn_questions(
            page, asked, typed=request.form if problems else None, errors=errors
        ),
        **frame(),
    )


# --- opening ----------------------------------------------------------------------------


@blueprint.route("/meting/<id>/openen", methods=["GET", "POST"])
def open_round(id: str) -> AnyResponse | str | tuple[str, int]:
    """Say what becomes fixed and who will see what, and open the round."""
    own = _draft(id)
    if request.method != "POST":
        return _opening_page(own)
    _ = say()
    try:
        services().rounds.confirm(account().email, id)
    except NotReadyError as error:
        words = _("Kies eerst minstens één team.")
        if error.teams:
            names = ", ".join(error.teams)
            words = _("Vul eerst in wat er nog mist bij: {teams}.", teams=names)
    except UnfitDaysError:
        words = _("De laatste dag is al voorbij. Kies eerst een andere.")
    else:
        return see_other(url_for("organisation.measurement", id=id))
    return _opening_page(own, Problem("openen", words)), HTTPStatus.UNPROCESSABLE_ENTITY


def _opening_page(own: Round, problem: Problem | None = None) -> str:
    organisation = organisation_of(own.organisation)
    return render_template(
        "organisation/open.html",
        own=own,
        whose=organisation,
        minimum=organisation.minimum,
        title=own.questionnaire.title.to(language()),
        opens=long_date(max(own.opens, today()), language()),
        closes=long_date(own.closes, language()),
        problems=(problem,) if problem else (),
        emails=[
            f"{each.email} ({say()('alleen {teams}', teams=teams)})" if teams else each.email
            for each, teams in coordinators_of(organisation)
        ],
        **frame(),
    )
