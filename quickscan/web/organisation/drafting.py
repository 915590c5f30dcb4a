"""A round as a draft: what is measured, and when. Its teams are in teams_in_draft.py."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from http import HTTPStatus

from flask import render_template, request, url_for
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import NotFound

from quickscan.domain.ids import QuestionnaireId
from quickscan.presentation.dates import long_date, today
from quickscan.services.organisations import UnfitNameError
from quickscan.services.planning import Plan, TeamPlan
from quickscan.services.round import Round
from quickscan.services.rounds import LONGEST_WORD, UnfitDaysError
from quickscan.web.entrance import account
from quickscan.web.organisation.sharing import (
    blueprint,
    draft_of,
    frame,
    whole_organisation_of,
)
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Problem
from quickscan.web.speaking import language, say
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
    own = draft_of(id)
    if request.method != "POST":
        return _plan_page(own.organisation, own)
    plan = _plan(tuple(as_plans(own)))
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


# --- its teams ---------------------------------------------------------------------------


def save_teams(own: Round, teams: tuple[TeamPlan, ...]) -> None:
    """Let exactly these teams take part in a draft."""
    plan = Plan(
        name=own.name,
        questionnaire=own.questionnaire.id,
        opens=own.opens,
        closes=own.closes,
        word=own.word,
        teams=teams,
    )
    services().rounds.change(account().email, own.id, plan)


def as_plans(own: Round) -> Iterator[TeamPlan]:
    """Yield what was told of each team of a draft that is still there."""
    for team in own.teams:
        if team.members:
            yield TeamPlan(
                team=team.team,
                size=team.size,
                role=team.role,
                answers=team.answers,
                together=team.together,
                single_use=team.single_use,
                name=team.name,
                joined=team.joined,
            )
