"""A round: while it is a draft, while it is open, and what it shows once it is closed."""

from collections.abc import Sequence
from datetime import date
from http import HTTPStatus

from flask import Response, render_template, request, url_for
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import NotFound

from quickscan.domain.own_questions import MOST_QUESTIONS
from quickscan.presentation.charts import qr_drawn
from quickscan.presentation.dates import long_date, today
from quickscan.services.organisations import Organisation
from quickscan.services.round import Round, RoundState, RoundTeam
from quickscan.services.round_papers import invites
from quickscan.services.round_result import Earlier
from quickscan.services.rounds import NotOpenError, UnfitDaysError
from quickscan.web.entrance import account
from quickscan.web.organisation.among import counting_of
from quickscan.web.organisation.own_questions import told_of
from quickscan.web.organisation.sharing import (
    blueprint,
    frame,
    organisation_of,
    own_round,
    round_of,
)
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Problem
from quickscan.web.security import own_origin
from quickscan.web.speaking import language, say
from quickscan.web.team.showing import round_report, subject_of, team_page
from quickscan.web.wiring import services


@blueprint.get("/meting/<id>")
def measurement(id: str) -> str:
    """Show a round: what to do now, and its teams."""
    return _round_page(round_of(id))


def _round_page(own: Round, problem: Problem | None = None) -> str:
    organisation, state, day = organisation_of(own.organisation), own.state(today()), today()
    left = (own.closes - day).days
    return render_template(
        "organisation/round.html",
        own=own,
        whose=organisation,
        is_whole=organisation.coordinator.teams is None,
        counting=counting_of(own) if organisation.coordinator.teams is None else None,
        state=state,
        states=RoundState,
        title=own.questionnaire.title.to(language()),
        opens=long_date(own.opens, language()),
        closes=long_date(own.closes, language()),
        closed=long_date(own.closed, language()) if own.closed else "",
        left=_left(left),
        lacking=[team.name for team in own.lacking(day)],
        teams=[_team(own, team) for team in own.teams],
        others=[
            team
            for team in organisation.teams
            if not any(team.id in part.members for part in own.teams)
        ],
        can_join=len(organisation.teams) > 1,
        apart=_apart(own, organisation) if state is RoundState.DRAFT else (),
        problems=(problem,) if problem else (),
        minimum=own.minimum,
        questions=told_of(own),
        most_questions=MOST_QUESTIONS,
        invites=invites(own),
        along=_along(own) if organisation.coordinator.teams is None else "",
        entrance=f"{own_origin()}{url_for('team.entrance')}",
        language=language(),
        day=request.form.get("sluit", ""),
        **frame(),
    )


def _along(own: Round) -> str:
    """Return the link by which a round is read along; "" where it has none."""
    code = services().reading_along.code(account().email, own.id)
    return f"{own_origin()}{url_for('along.page', code=code)}" if code else ""


def _left(days: int) -> str:
    """Return how many days people can still take part after today."""
    if days == 0:
        return say()("Vandaag is de laatste dag.")
    return say().many("Nog één dag.", "Nog {number} dagen.", days)


def _apart(own: Round, organisation: Organisation) -> Sequence[str]:
    """Return the joined teams of the round before that cannot be joined any more."""
    before = _earlier(own)
    there = {team.id for team in organisation.teams}
    teams = before.round.teams if before else ()
    return [team.name for team in teams if team.joined and not team.members <= there]


def _change(own: Round, team: RoundTeam) -> str:
    """Return the address on which a team in a draft is changed; "" once it was removed."""
    if team.joined:
        return url_for("organisation.joined", id=own.id, team=sorted(team.members))
    if team.team is None:
        return ""
    return url_for("organisation.team_in_round", id=own.id, team=team.team)


def _team(own: Round, team: RoundTeam) -> dict[str, object]:
    """Return what is told of a team in a round."""
    role = own.questionnaire.role(team.role)
    link = f"{own_origin()}{url_for('team.invitation', code=team.code)}"
    return {
        "id": team.id,
        "change": _change(own, team),
        "together": team.together,
        "joined": [each.name for each in team.joined],
        "name": team.name,
        "size": team.size,
        "role": role.label.to(language()) if role else "",
        "is_small": team.size < own.minimum,
        "lacks": bool(own.open_questions(team)),
        "code": team.code,
        "link": link,
        "has_enough": team.has_enough,
        "single_use": team.single_use,
        "qr": qr_drawn(link, title=say()("QR-code naar {link}", link=link)),
        "mail": _mail(own, team, link),
    }


def _mail(own: Round, team: RoundTeam, link: str) -> str:
    """Return a text to invite with; what is read word for word is promised to nobody."""
    _, closes = say(), long_date(own.closes, language())
    if team.together:
        return _(
            "Vullen jullie de meting ‘{name}’ samen in, op één scherm? Het kan tot en met"
            " {closes}, zonder account. Dit is niet vertrouwelijk; daarover lees je eerst"
            " meer. {link}",
            name=own.name,
            closes=closes,
            link=link,
        )
    promise = _("Niemand ziet jouw antwoorden; daarover lees je eerst meer.")
    if own.has_open_question:
        promise = _("Wie wat ziet, lees je eerst.")
    asking = _(
        "Doe je mee aan de meting ‘{name}’? Het kan tot en met {closes}, zonder account.",
        name=own.name,
        closes=closes,
    )
    if team.single_use:
        card = _("Trek een kaartje, zonder te kijken: daarop staat jouw code.")
        return f"{asking} {card} {promise} {link}"
    return f"{asking} {promise} {link}"


@blueprint.post("/meting/<id>/verlengen")
def extend(id: str) -> AnyResponse | tuple[str, int]:
    """Give a round a later last day."""
    _ = say()
    try:
        day = date.fromisoformat(request.form.get("sluit", ""))
        services().rounds.extend(account().email, id, day)
    except (ValueError, UnfitDaysError):
        words = _(
            "Kies een dag na {closes}.", closes=long_date(round_of(id).closes, language())
        )
    except NotOpenError:
        words = _("Deze meting is niet meer open.")
    else:
        return see_other(url_for("organisation.measurement", id=id))
    return _round_page(round_of(id), Problem("sluit", words)), HTTPStatus.UNPROCESSABLE_ENTITY


@blueprint.route("/meting/<id>/sluiten", methods=["GET", "POST"])
def close(id: str) -> AnyResponse | str:
    """Close a round now, after saying what that means."""
    own = own_round(id)
    if own.state(today()) not in {RoundState.OPEN, RoundState.COUNTING}:
        return see_other(url_for("organisation.measurement", id=id))
    if request.method != "POST":
        return render_template("organisation/close.html", own=own, **frame())
    services().rounds.close(account().email, id)
    return see_other(url_for("organisation.measurement", id=id))


@blueprint.post("/meting/<id>/weg")
def discard(id: str) -> AnyResponse:
    """Throw a draft away."""
    own = round_of(id)
    services().rounds.discard(account().email, id)
    return see_other(url_for("organisation.organisation", id=own.organisation))


@blueprint.post("/meting/<id>/volgende")
def following(id: str) -> AnyResponse:
    """Begin the next round, with everything taken over."""
    made = services().rounds.next_round(account().email, id)
    return see_other(url_for("organisation.measurement", id=made.id))


# --- what it shows ----------------------------------------------------------------------


@blueprint.get("/meting/<id>/uitslag/<team>")
def result(id: str, team: str) -> str:
    """Show what may be shown of a team: the same as its members see."""
    own, part = _closed(id, team)
    return team_page(
        own,
        part,
        here=url_for("organisation.result", id=id, team=team),
        pdf=url_for("organisation.report", id=id, team=team, language=language()),
        again=url_for("organisation.report_again", id=id, team=team),
        then=_earlier(own),
    )


def _earlier(own: Round) -> Earlier | None:
    return services().rounds.earlier(account().email, own)


@blueprint.get("/meting/<id>/uitslag/<team>/rapport-<language>.pdf")
def report(id: str, team: str, language: str) -> Response | tuple[str, int]:
    """Give the report of a team."""
    own, part = _closed(id, team)
    back = url_for("organisation.result", id=id, team=team)
    return round_report(own, subject_of(own, part, language, _earlier(own)), back=back)


@blueprint.post("/meting/<id>/uitslag/<team>/rapport")
def report_again(id: str, team: str) -> AnyResponse:
    """Ask once more for a report that could not be made."""
    own, part = _closed(id, team)
    services().reports.asked_again(subject_of(own, part, language(), _earlier(own)))
    return see_other(url_for("organisation.result", id=id, team=team))


def _closed(id: str, team: str) -> tuple[Round, RoundTeam]:
    own = round_of(id)
    part = next((each for each in own.teams if each.id == team), None)
    if part is None or own.closed is None or part.together:
        raise NotFound
    return own, part
