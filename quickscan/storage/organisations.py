"""Rows of organisations, of their teams, and of who coordinates them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select, update

from quickscan.storage.database import Transaction
from quickscan.storage.tables import coordinator, coordinator_team, organisation, team


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """An organisation, and the smallest group about which its rounds show anything."""

    id: str
    name: str
    minimum: int
    created: date
    sector: str | None = None
    size: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """A team of an organisation."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinatorRow:
    """Who coordinates, since when (seconds since 1970), and which teams; None for all."""

    email: str
    since: int
    teams: frozenset[str] | None


def add(connection: Transaction, row: OrganisationRow) -> None:
    """Add an organisation."""
    connection.execute(
        insert(organisation).values(
            id=row.id, name=row.name, minimum=row.minimum, created=row.created
        )
    )


def load(connection: Transaction, id: str) -> OrganisationRow | None:
    """Return an organisation, or None when it is not there."""
    query = select(organisation).where(organisation.c.id == id)
    row = connection.execute(query).one_or_none()
    return OrganisationRow(**row._asdict()) if row else None


def of_coordinator(connection: Transaction, email: str) -> tuple[OrganisationRow, ...]:
    """Return the organisations that someone coordinates, by name."""
    query = (
        select(organisation)
        .join_from(organisation, coordinator)
        .where(coordinator.c.email == email)
        .order_by(organisation.c.name, organisation.c.id)
    )
    return tuple(OrganisationRow(**row._asdict()) for row in connection.execute(query))


def change(connection: Transaction, id: str, **values: object) -> None:
    """Change columns of an organisation."""
    connection.execute(update(organisation).where(organisation.c.id == id).values(**values))


# --- teams ------------------------------------------------------------------------------


def add_team(connection: Transaction, organisation_id: str, row: TeamRow) -> None:
    """Add a team whose name is not there yet."""
    values = {"id": row.id, "organisation_id": organisation_id, "name": row.name}
    connection.execute(insert(team).values(**values))


def teams(connection: Transaction, organisation_id: str) -> tuple[TeamRow, ...]:
    """Return the teams of an organisation, by name."""
    query = (
        select(team.c.id, team.c.name)
        .where(team.c.organisation_id == organisation_id)
        .order_by(team.c.name)
    )
    return tuple(TeamRow(id=row.id, name=row.name) for row in connection.execute(query))


def rename_team(connection: Transaction, organisation_id: str, id: str, name: str) -> bool:
    """Give a team another name; say whether it was there."""
    own = (team.c.id == id) & (team.c.organisation_id == organisation_id)
    return bool(connection.execute(update(team).where(own).values(name=name)).rowcount)


def remove_team(connection: Transaction, organisation_id: str, id: str) -> None:
    """Remove a team of an organisation; its part in rounds stays."""
    own = (team.c.id == id) & (team.c.organisation_id == organisation_id)
    connection.execute(delete(team).where(own))


# --- coordinators -----------------------------------------------------------------------


def add_coordinator(
    connection: Transaction,
    organisation_id: str,
    *,
    email: str,
    since: int,
    teams: Iterable[str] | None,
) -> None:
    """Let an account coordinate an organisation: these teams, or all of them."""
    key = {"organisation_id": organisation_id, "email": email}
    connection.execute(
        insert(coordinator).values(**key, since=since, every_team=teams is None)
    )
    for own in teams or ():
        connection.execute(insert(coordinator_team).values(**key, team_id=own))


def coordinator_of(
    connection: Transaction, organisation_id: str, email: str
) -> CoordinatorRow | None:
    """Return how someone coordinates an organisation; None when they do not."""
    query = select(coordinator).where(
        coordinator.c.organisation_id == organisation_id, coordinator.c.email == email
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    own = _teams_of(connection, organisation_id, email)
    return CoordinatorRow(
        email=row.email, since=row.since, teams=None if row.every_team else own
    )


def coordinators(connection: Transaction, organisation_id: str) -> tuple[CoordinatorRow, ...]:
    """Return everyone who coordinates an organisation, in the order of the alphabet."""
    query = (
        select(coordinator.c.email)
        .where(coordinator.c.organisation_id == organisation_id)
        .order_by(coordinator.c.email)
    )
    emails = connection.execute(query).scalars().all()
    found = [coordinator_of(connection, organisation_id, email) for email in emails]
    return tuple(own for own in found if own)


def remove_coordinator(connection: Transaction, organisation_id: str, email: str) -> bool:
    """Let someone coordinate an organisation no longer; say whether they did."""
    query = delete(coordinator).where(
        coordinator.c.organisation_id == organisation_id, coordinator.c.email == email
    )
    return bool(connection.execute(query).rowcount)


def _teams_of(connection: Transaction, organisation_id: str, email: str) -> frozenset[str]:
    query = select(coordinator_team.c.team_id).where(
        coordinator_team.c.organisation_id == organisation_id,
        coordinator_team.c.email == email,
    )
    return frozenset(connection.execute(query).scalars())
