"""Opening a round: everything that becomes fixed, on one page."""

from http import HTTPStatus

from flask import render_template, request, url_for
from werkzeug import Response as AnyResponse

from quickscan.domain.anonymity import EXACT_FROM
from quickscan.presentation.dates import long_date, today
from quickscan.presentation.foretelling import what_can_show
from quickscan.services.round import Round, RoundTeam
from quickscan.services.rounds import NotReadyError, UnfitDaysError
from quickscan.web.entrance import account
from quickscan.web.organisation.own_questions import told_of
from quickscan.web.organisation.sharing import (
    asked_first,
    blueprint,
    coordinators_of,
    draft_of,
    frame,
    organisation_of,
)
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Page, Problem, answer_views
from quickscan.web.security import own_origin
from quickscan.web.speaking import language, say
from quickscan.web.wiring import services


@blueprint.route("/meting/<id>/openen", methods=["GET", "POST"])
def open_round(id: str) -> AnyResponse | str | tuple[str, int]:
    """Say what becomes fixed and who will see what, and open the round."""
    own = draft_of(id)
    if request.method != "POST":
        return _opening_page(own)
    _ = say()
    try:
        services().rounds.confirm(account().email, id, origin=own_origin())
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
        teams=[_fixed(own, team, organisation.minimum) for team in own.teams],
        minimum=organisation.minimum,
        texts_from=max(EXACT_FROM, organisation.minimum),
        questions=told_of(own),
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


def _fixed(own: Round, team: RoundTeam, minimum: int) -> dict[str, object]:
    """Return what becomes fixed of a team, in words."""
    role = own.questionnaire.role(team.role)
    page = Page(questionnaire=own.questionnaire, say=say(), answers=team.answers)
    asked = asked_first(own, team.answers, team.role)
    return {
        "name": team.name,
        "size": team.size,
        "can_show": what_can_show(team.size, minimum, say()),
        "together": team.together,
        "joined": [each.name for each in team.joined],
        "role": role.label.to(language()) if role else "",
        "by_cards": team.single_use,
        "choose": bool(own.questionnaire.roles) and role is None,
        "answers": answer_views(page, [each for each in asked if each.id in team.answers]),
    }
