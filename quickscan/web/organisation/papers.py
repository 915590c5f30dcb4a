"""What coordinators hand out: posters, cards to draw blind, a link to read along."""

from collections.abc import Callable

from flask import Response, url_for
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import NotFound

from quickscan.presentation.language import LANGUAGES
from quickscan.services import round_papers
from quickscan.services.round import Round, RoundTeam
from quickscan.storage.subjects import Subject
from quickscan.web.entrance import account
from quickscan.web.organisation.sharing import blueprint, round_of
from quickscan.web.scan.at_hand import see_other
from quickscan.web.team.handing_out import handed_out
from quickscan.web.wiring import services

Place = Callable[[Round, RoundTeam, str], Subject]


@blueprint.get("/meting/<id>/uitnodigen/<team>/poster-<language>.pdf")
def poster(id: str, team: str, language: str) -> Response:
    """Give the poster of a team, or ask for patience while it is made."""
    return _paper(id, team, language, round_papers.poster)


@blueprint.get("/meting/<id>/uitnodigen/<team>/kaartjes-<language>.pdf")
def cards(id: str, team: str, language: str) -> Response:
    """Give the cards of a team with single-use codes, or ask for patience."""
    return _paper(id, team, language, round_papers.cards)


def _paper(id: str, team: str, wanted: str, place: Place) -> Response:
    own = round_of(id)
    part = next((each for each in own.teams if each.id == team), None)
    if part is None or wanted not in LANGUAGES or not round_papers.invites(own):
        raise NotFound
    if part.together:
        raise NotFound
    if place is round_papers.cards and not part.single_use:
        raise NotFound
    back = url_for("organisation.measurement", id=id)
    return handed_out(place(own, part, wanted), back)


@blueprint.post("/meting/<id>/meelezen")
def share(id: str) -> AnyResponse:
    """Make a link by which a round is read along."""
    services().reading_along.share(account().email, id)
    return see_other(url_for("organisation.measurement", id=id) + "#meelezen")


@blueprint.post("/meting/<id>/meelezen/weg")
def withdraw_link(id: str) -> AnyResponse:
    """Let a round be read along no longer."""
    services().reading_along.withdraw(account().email, id)
    return see_other(url_for("organisation.measurement", id=id) + "#meelezen")
