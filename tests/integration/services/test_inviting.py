"""Inviting coordinators: a link that works once, until a day, and shows nothing of before."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from quickscan.domain.ids import QuestionnaireId
from quickscan.services.inviting import (
    INVITED_DAYS,
    MOST_INVITATIONS,
    CoordinatesAlreadyError,
    Inviting,
    NoSuchCoordinatorInvitationError,
    NoTeamError,
    TooManyInvitationsError,
)
from quickscan.services.organisations import (
    NoSuchOrganisationError,
    NoSuchTeamError,
    Organisation,
    Team,
)
from quickscan.services.planning import Plan, TeamPlan
from quickscan.services.round import Round
from quickscan.services.rounds import NoSuchRoundError
from quickscan.storage.tables import coordinator_invitation
from tests.integration.installation import LEADER, Installation

ANNA, BOB, CAS = (f"{name}@voorbeeld.example" for name in ("anna", "bob", "cas"))
PASSWORD = "een lange zin als wachtwoord"


@pytest.fixture
def installation(installation: Installation) -> Installation:
    for email in (ANNA, BOB, CAS):
        installation.accounts.add(email, PASSWORD, roles=frozenset())
    return installation


@pytest.fixture
def inviting(installation: Installation) -> Inviting:
    return installation.inviting


@pytest.fixture
def own(installation: Installation) -> Organisation:
    """An organisation of Anna, with the teams North and South."""
    own = installation.organisations.begin(ANNA, "Voorbeeld")
    for name in ("Noord", "Zuid"):
        installation.organisations.add_team(ANNA, own.id, name)
    return installation.organisations.load(ANNA, own.id)


def opened(installation: Installation, own: Organisation) -> Round:
    plan = Plan(
        name="Najaar",
        questionnaire=QuestionnaireId("klein"),
        opens=installation.day,
        closes=installation.day + timedelta(days=14),
        teams=tuple(
            TeamPlan(team=team.id, size=8, role=LEADER, answers={}) for team in own.teams
        ),
    )
    return installation.rounds.confirm(ANNA, installation.rounds.draft(ANNA, own.id, plan).id)


def test_who_accepts_coordinates_all_teams_also_those_to_come(
    installation: Installation, inviting: Inviting, own: Organisation
) -> None:
    invitation = inviting.invite(ANNA, own.id, None)
    assert inviting.look(invitation.secret) == invitation
    assert (invitation.by, invitation.organisation) == (ANNA, "Voorbeeld")
    assert invitation.teams is None

    assert inviting.accept(BOB, invitation.secret) == own.id

    installation.organisations.add_team(BOB, own.id, "West")
    assert len(installation.organisations.load(BOB, own.id).teams) == 3


def test_who_accepts_for_some_teams_has_those_and_arranges_nothing(
    installation: Installation, inviting: Inviting, own: Organisation
) -> None:
    north = own.teams[0]
    invitation = inviting.invite(ANNA, own.id, {north.id})
    assert invitation.teams == (Team(id=north.id, name="Noord"),)

    inviting.accept(BOB, invitation.secret)

    assert installation.organisations.load(BOB, own.id).teams == (north,)
    for act in (
        lambda: inviting.invite(BOB, own.id, {north.id}),
        lambda: inviting.open(BOB, own.id),
        lambda: inviting.withdraw(BOB, own.id, invitation.ref),
    ):
        with pytest.raises(NoSuchOrganisationError):
            act()


def test_an_invitation_works_once(inviting: Inviting, own: Organisation) -> None:
    secret = inviting.invite(ANNA, own.id, None).secret
    inviting.accept(BOB, secret)

    for gone in (lambda: inviting.look(secret), lambda: inviting.accept(CAS, secret)):
        with pytest.raises(NoSuchCoordinatorInvitationError):
            gone()
    assert inviting.open(ANNA, own.id) == ()


def test_an_invitation_works_two_weeks_and_is_removed_after_that(
    installation: Installation, inviting: Inviting, own: Organisation
) -> None:
    made = inviting.invite(ANNA, own.id, {own.teams[0].id})
    installation.wait(days=INVITED_DAYS)
    assert inviting.open(ANNA, own.id) == (made,)

    installation.wait(days=1)

    with pytest.raises(NoSuchCoordinatorInvitationError):
        inviting.accept(BOB, made.secret)
    assert inviting.open(ANNA, own.id) == ()
    installation.housekeeping.purge()
    assert not {name for name in installation.rows() if "invitation" in name}


def test_an_invitation_can_be_withdrawn(inviting: Inviting, own: Organisation) -> None:
    made = inviting.invite(ANNA, own.id, None)

    inviting.withdraw(ANNA, own.id, made.ref)
    inviting.withdraw(ANNA, own.id, made.ref)

    with pytest.raises(NoSuchCoordinatorInvitationError):
        inviting.accept(BOB, made.secret)


def test_the_links_of_who_coordinates_no_longer_are_gone(
    installation: Installation, inviting: Inviting, own: Organisation
) -> None:
    inviting.accept(BOB, inviting.invite(ANNA, own.id, None).secret)
    secret = inviting.invite(BOB, own.id, None).secret

    installation.organisations.remove_coordinator(ANNA, own.id, BOB)

    with pytest.raises(NoSuchCoordinatorInvitationError):
        inviting.accept(BOB, secret)


def test_an_invitation_for_a_team_that_is_gone_is_one_for_nothing(
    installation: Installation, inviting: Inviting, own: Organisation
) -> None:
    north = own.teams[0].id
    secret = inviting.invite(ANNA, own.id, {north}).secret

    installation.organisations.remove_team(ANNA, own.id, north)

    assert inviting.open(ANNA, own.id) == ()
    with pytest.raises(NoSuchCoordinatorInvitationError):
        inviting.accept(BOB, secret)


def test_who_coordinates_already_changes_nothing_by_accepting(
    installation: Installation, inviting: Inviting, own: Organisation
) -> None:
    north = own.teams[0]
    inviting.accept(BOB, inviting.invite(ANNA, own.id, {north.id}).secret)
    before = installation.organisations.load(BOB, own.id)
    installation.wait(days=1)
    secret = inviting.invite(ANNA, own.id, None).secret

    with pytest.raises(CoordinatesAlreadyError) as caught:
        inviting.accept(BOB, secret)

    assert caught.value.organisation == own.id
    assert installation.organisations.load(BOB, own.id) == before
    assert inviting.accept(CAS, secret) == own.id, "the link is not used up"


def test_who_is_added_later_sees_only_rounds_that_open_after_that(
    installation: Installation, inviting: Inviting, own: Organisation
) -> None:
    before = opened(installation, own)
    inviting.accept(BOB, inviting.invite(ANNA, own.id, None).secret)
    with pytest.raises(NoSuchRoundError):
        installation.rounds.load(BOB, before.id)
    for act in (installation.rounds.close, installation.rounds.next_round):
        with pytest.raises(NoSuchRoundError):
            act(BOB, before.id)

    installation.wait(seconds=1)
    after = opened(installation, own)

    assert installation.rounds.of(BOB, own.id) == (after,)
    told = [
        installation.taking_part.invitation(each.teams[0].code).coordinators
        for each in (before, after)
    ]
    assert told == [1, 2]


def test_who_was_removed_and_comes_back_is_one_who_is_added_later(
    installation: Installation, inviting: Inviting, own: Organisation
) -> None:
    inviting.accept(BOB, inviting.invite(ANNA, own.id, None).secret)
    installation.wait(seconds=1)
    before = opened(installation, own)
    installation.wait(seconds=1)
    installation.organisations.remove_coordinator(ANNA, own.id, BOB)

    inviting.accept(BOB, inviting.invite(ANNA, own.id, None).secret)

    with pytest.raises(NoSuchRoundError):
        installation.rounds.load(BOB, before.id)


def test_what_does_not_fit_is_refused(
    installation: Installation, inviting: Inviting, own: Organisation
) -> None:
    other = installation.organisations.begin(BOB, "Anders")
    team = installation.organisations.add_team(BOB, other.id, "West")

    with pytest.raises(NoTeamError):
        inviting.invite(ANNA, own.id, set())
    with pytest.raises(NoSuchTeamError):
        inviting.invite(ANNA, own.id, {own.teams[0].id, team.id})
    with pytest.raises(NoSuchOrganisationError):
        inviting.invite(ANNA, other.id, None)
    made = inviting.invite(ANNA, own.id, None)
    with pytest.raises(NoSuchOrganisationError):
        inviting.withdraw(ANNA, other.id, made.ref)
    inviting.withdraw(BOB, other.id, made.ref)
    assert inviting.open(ANNA, own.id) == (made,), "it is of another organisation"


def test_so_many_work_at_once_and_no_more(inviting: Inviting, own: Organisation) -> None:
    made = [inviting.invite(ANNA, own.id, None) for _ in range(MOST_INVITATIONS)]

    with pytest.raises(TooManyInvitationsError):
        inviting.invite(ANNA, own.id, None)
    inviting.withdraw(ANNA, own.id, made[0].ref)
    inviting.invite(ANNA, own.id, None)


def test_only_an_hmac_of_the_secret_is_stored(
    installation: Installation, inviting: Inviting, own: Organisation
) -> None:
    made = inviting.invite(ANNA, own.id, None)

    with installation.database.reading() as transaction:
        rows = transaction.execute(select(coordinator_invitation)).all()

    assert made.secret not in str(rows)
    assert len(made.secret) == 64
    for guess in ("", made.ref, made.secret[:-1], rows[0].hmac):
        with pytest.raises(NoSuchCoordinatorInvitationError):
            inviting.look(guess)
