"""What the pages of organisations share."""

from flask import Blueprint

from quickscan.services.organisations import Organisation
from quickscan.services.round import Round
from quickscan.web.entrance import account
from quickscan.web.speaking import speak_as
from quickscan.web.wiring import services

PLACE = "/organisatie"

blueprint = Blueprint("organisation", __name__, template_folder="templates", url_prefix=PLACE)


def frame() -> dict[str, object]:
    """Return what stands on every page."""
    return {"account": account().email}


def organisation_of(id: str) -> Organisation:
    """Return an organisation of who is signed in.

    Raises:
        NoSuchOrganisationError: it is not there, or not theirs.
    """
    return services().organisations.load(account().email, id)


def round_of(id: str) -> Round:
    """Return a round that who is signed in may see.

    Raises:
        NoSuchRoundError: it is not there, or not theirs to see.
    """
    found = services().rounds.load(account().email, id)
    speak_as(found.questionnaire)
    return found
