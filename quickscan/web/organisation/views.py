"""Organisations, and the teams of one."""

from collections.abc import Callable
from http import HTTPStatus

from flask import render_template, request, url_for
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import NotFound

from quickscan.domain.anonymity import SMALLEST_GROUP, MinimumTooLowError
from quickscan.presentation.dates import long_date, today
from quickscan.services.organisations import (
    LONGEST_NAME,
    LastCoordinatorError,
    NameTakenError,
    Organisation,
    UnfitNameError,
)
from quickscan.services.round import Round, RoundState
from quickscan.web.entrance import account
from quickscan.web.organisation.among import sectors, sizes
from quickscan.web.organisation.sharing import (
    blueprint,
    coordinators_of,
    frame,
    organisation_of,
    whole_organisation_of,
)
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Problem
from quickscan.web.speaking import language, say
from quickscan.web.wiring import services


@blueprint.get("/")
def home() -> AnyResponse | str:
    """Show the organisations of who is signed in; who has one goes there at once."""
    own = services().organisations.of(account().email)
    if len(own) == 1 and "alle" not in request.args:
        return see_other(url_for("organisation.organisation", id=own[0].id))
    return _home_page(own)


@blueprint.post("/")
def begin() -> AnyResponse | tuple[str, int]:
    """Begin an organisation."""
    own = services().organisations
    try:
        made = own.begin(account().email, request.form.get("naam", ""))
    except UnfitNameError:
        problem = Problem("naam", _unfit())
        page = _home_page(own.of(account().email), problem)
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    return see_other(url_for("organisation.organisation", id=made.id))


def _home_page(own: tuple[Organisation, ...], problem: Problem | None = None) -> str:
    return render_template(
        "organisation/home.html",
        organisations=own,
        problems=(problem,) if problem else (),
        typed=request.form.get("naam", ""),
        most=LONGEST_NAME,
        **frame(),
    )


@blueprint.get("/<id>/")
def organisation(id: str) -> str:
    """Show an organisation: its rounds, its teams, who coordinates it."""
    return organisation_page(id)


def organisation_page(id: str, problem: Problem | None = None) -> str:
    """Return the page of an organisation, with what is wrong."""
    own = organisation_of(id)
    email = account().email
    return render_template(
        "organisation/organisation.html",
        own=own,
        is_whole=own.coordinator.teams is None,
        rounds=[_line(round_) for round_ in services().rounds.of(email, id)],
        coordinators=coordinators_of(own),
        sectors=sectors(),
        sizes=sizes(),
        problems=(problem,) if problem else (),
        typed=request.form.get("naam", "") if problem and problem.target == "team" else "",
        most=LONGEST_NAME,
        **frame(),
    )


def _line(round_: Round) -> tuple[str, str, str]:
    """Return where a round is, its name, and how far it is in words."""
    _, state = say(), round_.state(today())
    days = {"opens": long_date(round_.opens, language())}
    closes = long_date(round_.closes, language())
    words = {
        RoundState.DRAFT: _("Concept"),
        RoundState.WAITING: _("Opent op {opens}", **days),
        RoundState.OPEN: _("Open tot en met {closes}", closes=closes),
        RoundState.COUNTING: _("Wordt uitgerekend"),
        RoundState.CLOSED: _("Gesloten op {day}", day=closes)
        if round_.closed is None
        else _("Gesloten op {day}", day=long_date(round_.closed, language())),
    }[state]
    return url_for("organisation.measurement", id=round_.id), round_.name, words


# --- changes ----------------------------------------------------------------------------


@blueprint.post("/<id>/team")
def add_team(id: str) -> AnyResponse | tuple[str, int]:
    """Add a team."""
    name = request.form.get("naam", "")
    return _changed(id, "team", lambda own: own.add_team(account().email, id, name))


@blueprint.post("/<id>/team/<team>")
def change_team(id: str, team: str) -> AnyResponse | tuple[str, int]:
    """Rename or remove a team."""
    email, name = account().email, request.form.get("naam", "")
    if "weg" in request.form:
        return _changed(id, "team", lambda own: own.remove_team(email, id, team))
    return _changed(id, f"team-{team}", lambda own: own.rename_team(email, id, team, name))


@blueprint.post("/<id>/minimum")
def minimum(id: str) -> AnyResponse | tuple[str, int]:
    """Raise the smallest group of rounds to come."""
    typed = request.form.get("minimum", "")
    number = int(typed) if typed.isdecimal() and len(typed) <= len("1000") else 0
    return _changed(id, "minimum", lambda own: own.set_minimum(account().email, id, number))


@blueprint.route("/<id>/coordinator", methods=["GET", "POST"])
def remove_coordinator(id: str) -> AnyResponse | str | tuple[str, int]:
    """Let someone coordinate the organisation no longer, after saying what that means."""
    own, me = whole_organisation_of(id), account().email
    email = request.values.get("email", "")
    if request.method != "POST":
        if email not in {each.email for each, _ in coordinators_of(own)}:
            raise NotFound
        return render_template(
            "organisation/remove.html", own=own, email=email, is_me=email == me, **frame()
        )
    try:
        services().organisations.remove_coordinator(me, id, email)
    except LastCoordinatorError:
        words = say()("Een organisatie houdt minstens één coördinator van alle teams.")
        page = organisation_page(id, Problem("coordinatoren", words))
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    if email == me:
        return see_other(url_for("organisation.home"))
    return see_other(url_for("organisation.organisation", id=id))


def _changed(
    id: str, target: str, act: Callable[..., object]
) -> AnyResponse | tuple[str, int]:
    """Change something of an organisation and show it, or say what is wrong."""
    _ = say()
    try:
        act(services().organisations)
    except UnfitNameError:
        words = _unfit()
    except NameTakenError as error:
        words = _(
            "Er is al een team dat ‘{name}’ heet. Kies een andere naam.", name=error.name
        )
    except MinimumTooLowError:
        words = _("Kies een getal van {least} of hoger.", least=SMALLEST_GROUP)
    else:
        return see_other(url_for("organisation.organisation", id=id))
    return organisation_page(id, Problem(target, words)), HTTPStatus.UNPROCESSABLE_ENTITY


def _unfit() -> str:
    return say()("Geef een naam van 1 tot {most} tekens.", most=LONGEST_NAME)
