"""What is printed of a round for its coordinators: posters, and cards to draw blind."""

from collections.abc import Callable

from flask import Response, make_response, render_template, request, url_for
from werkzeug.exceptions import NotFound

from quickscan.presentation.language import LANGUAGES
from quickscan.services import round_papers
from quickscan.services.reports import ReportState
from quickscan.services.round import Round, RoundTeam
from quickscan.storage.subjects import Subject
from quickscan.web.organisation.sharing import blueprint, round_of
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
    if place is round_papers.cards and not part.single_use:
        raise NotFound
    back = url_for("organisation.measurement", id=id)
    return handed_out(place(own, part, wanted), back)


def handed_out(subject: Subject, back: str) -> Response:
    """Give what is printed of a round, or a page that says that it is being made."""
    state = services().reports.asked(subject)
    pdf = services().reports.made(subject)
    if pdf is None:
        page = render_template(
            "organisation/printing.html",
            again=request.path,
            back=back,
            has_failed=state is ReportState.FAILED,
        )
        response = make_response(page, 503)
        response.headers["Retry-After"] = "5"
        return response
    response = make_response(pdf)
    response.headers["Content-Type"] = "application/pdf"
    name = request.path.rpartition("/")[2]
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
