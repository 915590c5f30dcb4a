"""Rows of invitations to coordinate an organisation."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, delete, insert, select

from quickscan.storage.database import Transaction
from quickscan.storage.tables import coordinator_invitation as invitation
from quickscan.storage.tables import coordinator_invitation_team as invitation_team


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRow:
    """An invitation: to which organisation, by whom, until when, and for which teams.

    `teams` is None for all of them. Teams that are gone have left it.
    """

    hmac: str
    ref: str
    organisation_id: str
    email: str
    ends: date
    teams: frozenset[str] | None


def add(connection: Transaction, row: InvitationRow) -> None:
    """Add an invitation."""
    values = {
        "hmac": row.hmac,
        "ref": row.ref,
        "organisation_id": row.organisation_id,
        "email": row.email,
        "ends": row.ends,
        "every_team": row.teams is None,
    }
    connection.execute(insert(invitation).values(**values))
    for team in row.teams or ():
        connection.execute(insert(invitation_team).values(hmac=row.hmac, team_id=team))


def load(connection: Transaction, hmac: str, day: date) -> InvitationRow | None:
    """Return the invitation that this is on this day, or None."""
    query = select(invitation).where(invitation.c.hmac == hmac, invitation.c.ends >= day)
    row = connection.execute(query).one_or_none()
    return _read(connection, row) if row else None


def of_organisation(
    connection: Transaction, organisation_id: str, day: date
) -> tuple[InvitationRow, ...]:
    """Return the invitations that work on this day, the last to end first."""
    query = (
        select(invitation)
        .where(invitation.c.organisation_id == organisation_id, invitation.c.ends >= day)
        .order_by(invitation.c.ends.desc(), invitation.c.ref)
    )
    return tuple(_read(connection, row) for row in connection.execute(query).all())


def take(connection: Transaction, hmac: str) -> bool:
    """Remove an invitation; say whether it was there, which only one who asks is told."""
    query = delete(invitation).where(invitation.c.hmac == hmac)
    return bool(connection.execute(query).rowcount)


def remove(connection: Transaction, organisation_id: str, ref: str) -> None:
    """Remove one invitation of an organisation; nothing when it is gone."""
    own = (invitation.c.organisation_id == organisation_id) & (invitation.c.ref == ref)
    connection.execute(delete(invitation).where(own))


def remove_ended(connection: Transaction, day: date) -> int:
    """Remove the invitations that ended before this day; return how many."""
    return connection.execute(delete(invitation).where(invitation.c.ends < day)).rowcount


def _read(connection: Transaction, row: Row[tuple[object, ...]]) -> InvitationRow:
    query = select(invitation_team.c.team_id).where(invitation_team.c.hmac == row.hmac)
    teams = frozenset(connection.execute(query).scalars())
    return InvitationRow(
        hmac=row.hmac,
        ref=row.ref,
        organisation_id=row.organisation_id,
        email=row.email,
        ends=row.ends,
        teams=None if row.every_team else teams,
    )
