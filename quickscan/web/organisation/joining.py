"""Several teams that take part in a round as one: choosing, telling of them, undoing."""

from collections.abc import Iterator, Sequence
from http import HTTPStatus

from flask import render_template, request, url_for
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import NotFound

from quickscan.presentation.sentences import enumeration
from quickscan.services.organisations import NameTakenError, UnfitNameError
from quickscan.services.planning import TeamPlan
from quickscan.services.round import JoinedTeam, Round, RoundTeam
from quickscan.web.organisation.drafting import as_plans, save_teams
from quickscan.web.organisation.sharing import blueprint, draft_of, frame, organisation_of
from quickscan.web.organisation.teams_in_draft import (
    Telling,
    Told,
    after_telling,
    sent_by_cards,
    sent_size,
    sent_told,
    stored,
    team_page,
)
from quickscan.web.organisation.ways import Way, sent_way
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Problem
from quickscan.web.speaking import say

LEAST = 2


@blueprint.get("/meting/<id>/samenvoegen")
def join(id: str) -> str:
    """Choose which teams take part as one."""
    return _choosing(draft_of(id))


def _choosing(own: Round, problems: tuple[Problem, ...] = ()) -> str:
    chosen = request.args.getlist("team")
    return render_template(
        "organisation/join.html",
        own=own,
        teams=_candidates(own, chosen),
        chosen=frozenset(chosen),
        problems=problems,
        **frame(),
    )


def _candidates(own: Round, chosen: Sequence[str]) -> list[JoinedTeam]:
    """Return the teams that can be joined, with the sizes that were told.

    Those that are joined already are among them when it is about their joined team.
    """
    sizes = {team.team: team.size for team in own.teams if team.team}
    elsewhere = set[str]()
    for team in own.teams:
        sizes |= {each.id: each.size for each in team.joined}
        if team.joined and not team.members & set(chosen):
            elsewhere |= team.members
    return [
        JoinedTeam(id=team.id, name=team.name, size=sizes.get(team.id, 0))
        for team in organisation_of(own.organisation).teams
        if team.id not in elsewhere
    ]


@blueprint.route("/meting/<id>/samengevoegd", methods=["GET", "POST"])
def joined(id: str) -> AnyResponse | str | tuple[str, int]:
    """Say of teams that take part as one what they are called, how large, and the rest."""
    own = draft_of(id)
    ids = request.args.getlist("team")
    teams = tuple(each for each in _candidates(own, ids) if each.id in ids)
    if len(teams) != len(set(ids)):
        raise NotFound
    if len(teams) < LEAST:
        problem = Problem("team", say()("Kies minstens twee teams."))
        return _choosing(own, (problem,)), HTTPStatus.UNPROCESSABLE_ENTITY
    members = frozenset(ids)
    same = (each for each in own.teams if each.joined and each.members == members)
    before = next(same, None)
    telling = _telling(own, teams, before)
    if request.method != "POST":
        return team_page(telling, stored(own, before or _first(own, ids)))
    if "weg" in request.form:
        save_teams(own, tuple(_without(own, members, apart=True)))
        return see_other(url_for("organisation.measurement", id=id))
    return _save(telling)


def _telling(own: Round, teams: tuple[JoinedTeam, ...], before: RoundTeam | None) -> Telling:
    total = before.size if before else sum(each.size for each in teams)
    name = before.name if before else enumeration([each.name for each in teams], say())
    size = str(total) if total else ""
    return Telling(own=own, name=name, size=size, before=before, joined=teams)


def _first(own: Round, teams: Sequence[str]) -> RoundTeam | None:
    """Return one of these teams of which something was told before."""
    return next((each for each in own.teams if each.members & set(teams)), None)


def _without(own: Round, teams: frozenset[str], *, apart: bool = False) -> Iterator[TeamPlan]:
    """Yield the plans of a draft without these teams, as far as they take part elsewhere.

    Of a joined team that loses one of them the others take part by themselves again; with
    `apart` so do these.
    """
    for plan in as_plans(own):
        if not plan.members & teams:
            yield plan
            continue
        for each in plan.joined:
            if each.size and (apart or each.id not in teams):
                yield TeamPlan(
                    team=each.id,
                    size=each.size,
                    role=plan.role,
                    answers=plan.answers,
                    together=plan.together,
                    single_use=plan.single_use,
                )


def _save(telling: Telling) -> AnyResponse | tuple[str, int]:
    told, problems = sent_told(telling)
    if problems:
        return team_page(telling, told, problems), HTTPStatus.UNPROCESSABLE_ENTITY
    members = frozenset(each.id for each in telling.joined)
    plan = TeamPlan(
        size=sent_size(),
        role=told.role,
        answers=told.answers,
        together=sent_way() is Way.TOGETHER,
        single_use=sent_by_cards(),
        name=request.form.get("naam", ""),
        joined=telling.joined,
    )
    try:
        save_teams(telling.own, (*_without(telling.own, members), plan))
    except UnfitNameError:
        return _misnamed(telling, told, say()("Kies een naam van 1 tot 80 tekens."))
    except NameTakenError as error:
        return _misnamed(
            telling,
            told,
            say()(
                "Er is al een team dat ‘{name}’ heet. Kies een andere naam.", name=error.name
            ),
        )
    return after_telling(telling.own, sorted(members))


def _misnamed(telling: Telling, told: Told, words: str) -> tuple[str, int]:
    page = team_page(telling, told, (Problem("naam", words),))
    return page, HTTPStatus.UNPROCESSABLE_ENTITY
