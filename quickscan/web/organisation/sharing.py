"""What the pages of organisations share."""

from collections.abc import Sequence

from flask import Blueprint

from quickscan.domain.answers import Answers
from quickscan.domain.ids import RoleId
from quickscan.domain.progress import follow, opening
from quickscan.domain.questions import Question
from quickscan.services.organisations import Coordinator, NoSuchOrganisationError, Organisation
from quickscan.services.round import Round
from quickscan.services.rounds import FixedError, NoSuchRoundError
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


def whole_organisation_of(id: str) -> Organisation:
    """Return an organisation of which who is signed in coordinates all teams.

    Raises:
        NoSuchOrganisationError: it is not there, or not wholly theirs.
    """
    found = organisation_of(id)
    if found.coordinator.teams is not None:
        raise NoSuchOrganisationError
    return found


def own_round(id: str) -> Round:
    """Return a round that who is signed in may arrange, and not only see.

    Raises:
        NoSuchRoundError: it is not there, or not theirs to arrange.
    """
    found = round_of(id)
    if organisation_of(found.organisation).coordinator.teams is not None:
        raise NoSuchRoundError
    return found


def draft_of(id: str) -> Round:
    """Return a draft that who is signed in may arrange.

    Raises:
        NoSuchRoundError: it is not there, or not theirs to arrange.
        FixedError: it was opened.
    """
    found = own_round(id)
    if found.confirmed is not None:
        raise FixedError
    return found


def asked_first(own: Round, answers: Answers, role: RoleId | None) -> tuple[Question, ...]:
    """Return what is asked of a team beforehand, given what is known of it already."""
    first = opening(own.questionnaire)
    return follow(own.questionnaire, answers, role).asked_in(first) if first else ()


def coordinators_of(own: Organisation) -> Sequence[tuple[Coordinator, str]]:
    """Return who coordinates an organisation, with their teams in words; "" for all."""
    found = services().organisations.coordinators(account().email, own.id)
    return [
        (each, "" if each.teams is None else ", ".join(_names(own, each))) for each in found
    ]


def _names(own: Organisation, coordinator: Coordinator) -> list[str]:
    return [team.name for team in own.teams if coordinator.has(team.id)]
