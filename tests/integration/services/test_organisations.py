"""Organisations: who sees which, and what they do with teams."""

import pytest

from quickscan.domain.anonymity import MinimumTooLowError
from quickscan.services.organisations import (
    LastCoordinatorError,
    NameTakenError,
    NoSuchOrganisationError,
    NoSuchTeamError,
    UnfitNameError,
)
from quickscan.storage import organisations
from tests.integration.installation import Installation

ANNA, BOB = "anna@voorbeeld.example", "bob@voorbeeld.example"
PASSWORD = "een lange zin als wachtwoord"


@pytest.fixture
def installation(installation: Installation) -> Installation:
    for email in (ANNA, BOB):
        installation.accounts.add(email, PASSWORD, roles=frozenset())
    return installation


def test_who_begins_an_organisation_coordinates_all_of_it(installation: Installation) -> None:
    own = installation.organisations.begin(ANNA, "  Stichting   Voorbeeld ")

    assert installation.organisations.of(ANNA) == (own,)
    assert (own.name, own.minimum, own.coordinator.teams) == ("Stichting Voorbeeld", 5, None)


def test_another_organisation_looks_as_if_it_is_not_there(installation: Installation) -> None:
    own = installation.organisations.begin(ANNA, "Voorbeeld")

    assert installation.organisations.of(BOB) == ()
    for id in (own.id, "x"):
        with pytest.raises(NoSuchOrganisationError):
            installation.organisations.load(BOB, id)
        with pytest.raises(NoSuchOrganisationError):
            installation.organisations.add_team(BOB, id, "Noord")


def test_teams_have_names_of_their_own(installation: Installation) -> None:
    service = installation.organisations
    own = service.begin(ANNA, "Voorbeeld")
    north = service.add_team(ANNA, own.id, "Noord")
    service.add_team(ANNA, own.id, "Zuid")

    with pytest.raises(NameTakenError):
        service.add_team(ANNA, own.id, " Noord")
    with pytest.raises(NameTakenError):
        service.rename_team(ANNA, own.id, north.id, "Zuid")
    service.rename_team(ANNA, own.id, north.id, "Noord-Oost")
    service.rename_team(ANNA, own.id, north.id, "Noord-Oost")

    assert [team.name for team in service.load(ANNA, own.id).teams] == ["Noord-Oost", "Zuid"]
    service.remove_team(ANNA, own.id, north.id)
    with pytest.raises(NoSuchTeamError):
        service.remove_team(ANNA, own.id, north.id)


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_name_is_short_and_not_empty(installation: Installation, name: str) -> None:
    with pytest.raises(UnfitNameError):
        installation.organisations.begin(ANNA, name)


def test_the_smallest_group_may_be_raised_and_never_lowered(
    installation: Installation,
) -> None:
    own = installation.organisations.begin(ANNA, "Voorbeeld")

    installation.organisations.set_minimum(ANNA, own.id, 8)

    assert installation.organisations.load(ANNA, own.id).minimum == 8
    with pytest.raises(MinimumTooLowError):
        installation.organisations.set_minimum(ANNA, own.id, 4)


def test_a_coordinator_of_some_teams_sees_those_and_arranges_nothing(
    installation: Installation,
) -> None:
    service = installation.organisations
    own = service.begin(ANNA, "Voorbeeld")
    north = service.add_team(ANNA, own.id, "Noord")
    service.add_team(ANNA, own.id, "Zuid")
    with installation.database.changing() as transaction:
        organisations.add_coordinator(
            transaction, own.id, email=BOB, since=0, teams=[north.id]
        )

    assert service.load(BOB, own.id).teams == (north,)
    with pytest.raises(NoSuchOrganisationError):
        service.add_team(BOB, own.id, "West")
    assert [each.email for each in service.coordinators(ANNA, own.id)] == [ANNA, BOB]
    with pytest.raises(LastCoordinatorError):
        service.remove_coordinator(ANNA, own.id, ANNA)
    service.remove_coordinator(ANNA, own.id, "\0")
    service.remove_coordinator(ANNA, own.id, BOB)
    assert service.of(BOB) == ()
