"""What the pages of the Workplace share."""

from flask import Blueprint, url_for
from werkzeug import Response
from werkzeug.exceptions import NotFound

from quickscan.domain.questionnaire import Questionnaire
from quickscan.services.editions import Edition, Standing
from quickscan.services.workplace import VersionTakenError
from quickscan.web.scan.at_hand import see_other
from quickscan.web.speaking import say
from quickscan.web.wiring import services
from quickscan.web.workplace.signing import PLACE, editor

blueprint = Blueprint("workplace", __name__, template_folder="templates", url_prefix=PLACE)


def frame() -> dict[str, object]:
    """Return what stands on every page."""
    return {"editor": editor().email}


def find(id: str, number: int) -> tuple[Standing, Questionnaire, Edition | None]:
    """Return a version, of a file or of the Workplace, and how it stands with it.

    Raises:
        NotFound: there is no such version.
    """
    for shelf in services().workplace.shelves():
        for standing in shelf.standings if shelf.id == id else ():
            if standing.version == number:
                own = standing.edition
                known = (
                    own.questionnaire() if own else services().catalogue.version(id, number)
                )
                return standing, known, own
    raise NotFound


def taken(error: VersionTakenError) -> str:
    """Return why a version is not taken in, and which number to give it."""
    return say()(
        "Van ‘{id}’ is versie {version} of een latere al gepubliceerd. Wat gepubliceerd is, "
        "verandert nooit. Geef deze het nummer {free}.",
        id=error.id,
        version=error.version,
        free=error.free,
    )


def to_version(id: str, number: int) -> Response:
    """Go to the page of a version."""
    return see_other(url_for("workplace.version", questionnaire=id, version=number))
