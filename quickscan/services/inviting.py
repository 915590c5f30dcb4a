"""Inviting others to coordinate an organisation, with a link that works once.

The secret in the link follows from the name of the invitation and the key, as that of a
reading code does, so that who made it can see it again. Only its HMAC is stored.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from quickscan.services.clock import REAL, Clock
from quickscan.services.codes import keyed_hash
from quickscan.services.mailing import MailKind, Recipient
from quickscan.services.organisations import NoSuchTeamError, Team, whole_organisation
from quickscan.storage import coordinator_invitations as invitations
from quickscan.storage import organisations
from quickscan.storage.coordinator_invitations import InvitationRow
from quickscan.storage.database import Database, Transaction, new_id

INVITED_DAYS = 14
"""So many days after today an invitation works."""

MOST_INVITATIONS = 20
"""How many invitations of one organisation work at the same time."""


class NoSuchCoordinatorInvitationError(LookupError):
    """This is no invitation, or it was accepted or withdrawn, or has ended."""

    def __init__(self) -> None:
        super().__init__("there is no such invitation")


class NoTeamError(ValueError):
    """An invitation is for at least one team."""

    def __init__(self) -> None:
        super().__init__("an invitation is for at least one team")


class TooManyInvitationsError(RuntimeError):
    """As many invitations work already as can at once; one must be withdrawn first."""

    def __init__(self) -> None:
        super().__init__(f"{MOST_INVITATIONS} invitations work already; withdraw one first")


class CoordinatesAlreadyError(RuntimeError):
    """Who accepts coordinates this organisation already: for the same teams, or others."""

    def __init__(self, organisation: str) -> None:
        super().__init__("this account coordinates the organisation already")
        self.organisation = organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinatorInvitation:
    """An invitation that works: by whom, to what, until when (inclusive).

    `teams` is None for all teams, also those to come.
    """

    ref: str
    secret: str
    by: str
    organisation: str
    ends: date
    teams: tuple[Team, ...] | None


class Inviting:
    """Makes invitations to coordinate an organisation, and lets people accept them."""

    def __init__(self, database: Database, key: bytes, *, clock: Clock = REAL) -> None:
        self._database = database
        self._key = key
        self._today = clock.today
        self._now = clock.now

    def invite(
        self,
        email: str,
        organisation: str,
        teams: AbstractSet[str] | None,
        *,
        mail: Recipient | None = None,
    ) -> CoordinatorInvitation:
        """Invite one person to coordinate these teams; all of them when None.

        With an address the link is mailed to it too; it is kept until that is sent.

        Raises:
            NoSuchOrganisationError: it is not there, or not wholly theirs.
            NoTeamError: there is no team among them.
            NoSuchTeamError: it has no such team.
            TooManyInvitationsError: as many work already as can.
        """
        ref, day = new_id(), self._today()
        with self._database.changing() as transaction:
            own = whole_organisation(transaction, organisation, email)
            if teams is not None and not teams:
                raise NoTeamError
            if teams is not None and not teams <= {team.id for team in own.teams}:
                raise NoSuchTeamError
            at_once = invitations.of_organisation(transaction, organisation, day)
            if len(at_once) >= MOST_INVITATIONS:
                raise TooManyInvitationsError
            row = InvitationRow(
                hmac=self._hmac(self._secret(ref)),
                ref=ref,
                organisation_id=organisation,
                email=email,
                ends=day + timedelta(days=INVITED_DAYS),
                teams=None if teams is None else frozenset(teams),
            )
            invitations.add(transaction, row)
            if mail is not None:
                mail.want(transaction, MailKind.INVITATION, ref, int(self._now()))
            return self._invitation(transaction, row)

    def open(self, email: str, organisation: str) -> tuple[CoordinatorInvitation, ...]:
        """Return the invitations of an organisation that work, the last to end first.

        Raises:
            NoSuchOrganisationError: it is not there, or not wholly theirs.
        """
        with self._database.reading() as transaction:
            whole_organisation(transaction, organisation, email)
            rows = invitations.of_organisation(transaction, organisation, self._today())
            return tuple(self._invitation(transaction, row) for row in rows if _works(row))

    def withdraw(self, email: str, organisation: str, ref: str) -> None:
        """Let an invitation work no longer; nothing when it does not already.

        Raises:
            NoSuchOrganisationError: it is not there, or not wholly theirs.
        """
        with self._database.changing() as transaction:
            whole_organisation(transaction, organisation, email)
            invitations.remove(transaction, organisation, ref)

    def named(self, ref: str) -> CoordinatorInvitation:
        """Return the invitation with this name, to mail it.

        Raises:
            NoSuchCoordinatorInvitationError: it was accepted or withdrawn, or has ended.
        """
        return self.look(self._secret(ref))

    def look(self, secret: str) -> CoordinatorInvitation:
        """Return what a link invites to.

        Raises:
            NoSuchCoordinatorInvitationError: to nothing (any more).
        """
        with self._database.reading() as transaction:
            return self._invitation(transaction, self._row(transaction, secret))

    def accept(self, email: str, secret: str) -> str:
        """Let an account coordinate what a link invites to; return which organisation.

        Raises:
            NoSuchCoordinatorInvitationError: it invites to nothing (any more).
            CoordinatesAlreadyError: this account does already; the link keeps working.
        """
        with self._database.changing() as transaction:
            row = self._row(transaction, secret)
            organisation = row.organisation_id
            if organisations.coordinator_of(transaction, organisation, email):
                raise CoordinatesAlreadyError(organisation)
            if not invitations.take(transaction, row.hmac):
                raise NoSuchCoordinatorInvitationError
            # A second later, so that nobody sees a round that opened in this very second.
            since = int(self._now()) + 1
            organisations.add_coordinator(
                transaction, organisation, email=email, since=since, teams=row.teams
            )
        return organisation

    # --- inside -------------------------------------------------------------------------

    def _row(self, transaction: Transaction, secret: str) -> InvitationRow:
        row = invitations.load(transaction, self._hmac(secret), self._today())
        if row is None or not _works(row):
            raise NoSuchCoordinatorInvitationError
        return row

    def _invitation(
        self, transaction: Transaction, row: InvitationRow
    ) -> CoordinatorInvitation:
        organisation = organisations.load(transaction, row.organisation_id)
        if organisation is None:
            raise NoSuchCoordinatorInvitationError
        teams = organisations.teams(transaction, row.organisation_id)
        own = [team for team in teams if row.teams is not None and team.id in row.teams]
        return CoordinatorInvitation(
            ref=row.ref,
            secret=self._secret(row.ref),
            by=row.email,
            organisation=organisation.name,
            ends=row.ends,
            teams=None
            if row.teams is None
            else tuple(Team(id=team.id, name=team.name) for team in own),
        )

    def _secret(self, ref: str) -> str:
        return keyed_hash(self._key, "coordinator-invitation-of", ref)

    def _hmac(self, secret: str) -> str:
        return keyed_hash(self._key, "coordinator-invitation", secret)


def _works(row: InvitationRow) -> bool:
    """Say whether a team is left that an invitation is for."""
    return row.teams is None or bool(row.teams)
