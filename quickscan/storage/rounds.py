"""Rows of rounds, and of the teams that take part in them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from quickscan.storage.database import Transaction
from quickscan.storage.tables import round_, round_team, scan
from quickscan.storage.tables import team as team_


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """A round without its teams. `confirmed` is in seconds since 1970; None for a draft."""

    id: str
    organisation_id: str
    previous_id: str | None
    name: str
    questionnaire: str
    version: int
    word: str
    minimum: int
    opens: date
    closes: date
    confirmed: int | None = None
    closed: date | None = None
    result: Mapping[str, object] | None = None
    own_questions: Mapping[str, object] | None = None
    origin: str | None = None
    shares: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundTeamRow:
    """A team in a round. `answers` are those to what is asked first, by question id.

    `joined` are the teams that take part as this one, with `id`, `name` and `size`.
    """

    id: str
    round_id: str
    team_id: str | None
    name: str
    size: int
    role: str | None
    answers: Mapping[str, object]
    code: str
    has_enough: bool = False
    together: bool = False
    joined: Sequence[Mapping[str, Any]] = ()
    single_use: bool = False


def add(connection: Transaction, row: RoundRow) -> None:
    """Add a round."""
    connection.execute(insert(round_).values(**asdict(row)))


def load(connection: Transaction, id: str, *, lock: bool = False) -> RoundRow | None:
    """Return a round; with `lock` no other transaction changes it until this one ends."""
    query = select(round_).where(round_.c.id == id)
    return _round(connection.execute(query.with_for_update() if lock else query).one_or_none())


def of_organisation(connection: Transaction, organisation_id: str) -> tuple[RoundRow, ...]:
    """Return the rounds of an organisation, the one that opens last first."""
    query = (
        select(round_)
        .where(round_.c.organisation_id == organisation_id)
        .order_by(round_.c.opens.desc(), round_.c.id)
    )
    return tuple(own for row in connection.execute(query) if (own := _round(row)))


def change(connection: Transaction, id: str, **values: object) -> None:
    """Change columns of a round."""
    connection.execute(update(round_).where(round_.c.id == id).values(**values))


def remove(connection: Transaction, id: str) -> None:
    """Remove a round with its teams; scans made for it are nobody's team's from then on."""
    connection.execute(delete(round_).where(round_.c.id == id))


def to_close(connection: Transaction, day: date) -> tuple[str, ...]:
    """Return the rounds whose last day was before this one and that are not closed."""
    query = select(round_.c.id).where(
        round_.c.confirmed.is_not(None), round_.c.closed.is_(None), round_.c.closes < day
    )
    return tuple(connection.execute(query).scalars())


def open_on(connection: Transaction, day: date) -> tuple[str, ...]:
    """Return the rounds in which people can take part on a day."""
    query = select(round_.c.id).where(
        round_.c.confirmed.is_not(None),
        round_.c.closed.is_(None),
        round_.c.opens <= day,
        round_.c.closes >= day,
    )
    return tuple(connection.execute(query).scalars())


def last_day(connection: Transaction, round_team_id: str, day: date) -> date | None:
    """Return the last day of a team's round; None when that has passed or it was closed."""
    query = (
        select(round_.c.closes)
        .join_from(round_, round_team)
        .where(
            round_team.c.id == round_team_id,
            round_.c.closed.is_(None),
            round_.c.closes >= day,
        )
    )
    return connection.execute(query).scalar_one_or_none()


# --- teams ------------------------------------------------------------------------------


def set_teams(connection: Transaction, round_id: str, rows: Iterable[RoundTeamRow]) -> None:
    """Let exactly these teams take part in a draft."""
    connection.execute(delete(round_team).where(round_team.c.round_id == round_id))
    for row in rows:
        connection.execute(insert(round_team).values(**asdict(row)))


def leave_drafts(connection: Transaction, team_id: str) -> None:
    """Let a team take part in no draft any more, also not joined with others.

    What was opened keeps it.
    """
    whose = select(team_.c.organisation_id).where(team_.c.id == team_id).scalar_subquery()
    drafts = select(round_.c.id).where(
        round_.c.confirmed.is_(None), round_.c.organisation_id == whose
    )
    query = select(round_team.c.id, round_team.c.team_id, round_team.c.joined).where(
        round_team.c.round_id.in_(drafts)
    )
    leaving = [
        row.id
        for row in connection.execute(query)
        if row.team_id == team_id or any(own["id"] == team_id for own in row.joined)
    ]
    connection.execute(delete(round_team).where(round_team.c.id.in_(leaving)))


def teams(connection: Transaction, round_id: str) -> tuple[RoundTeamRow, ...]:
    """Return the teams of a round, by name."""
    query = (
        select(round_team)
        .where(round_team.c.round_id == round_id)
        .order_by(round_team.c.name, round_team.c.id)
    )
    return tuple(RoundTeamRow(**row._asdict()) for row in connection.execute(query))


def team(connection: Transaction, id: str) -> RoundTeamRow | None:
    """Return a team in a round, or None."""
    row = connection.execute(select(round_team).where(round_team.c.id == id)).one_or_none()
    return RoundTeamRow(**row._asdict()) if row else None


def by_code(connection: Transaction, code: str) -> RoundTeamRow | None:
    """Return the team in a round that a code is for, or None."""
    query = select(round_team).where(round_team.c.code == code)
    row = connection.execute(query).one_or_none()
    return RoundTeamRow(**row._asdict()) if row else None


def finished(connection: Transaction, round_id: str) -> Mapping[str, Mapping[str | None, int]]:
    """Return how many finished scans count in a round, per team and role."""
    query = (
        select(scan.c.round_team_id, scan.c.role, func.count())
        .join_from(scan, round_team, scan.c.round_team_id == round_team.c.id)
        .where(
            round_team.c.round_id == round_id,
            scan.c.finished.is_not(None),
            scan.c.together.is_(False),
        )
        .group_by(scan.c.round_team_id, scan.c.role)
    )
    counts: dict[str, dict[str | None, int]] = {}
    for own, role, number in connection.execute(query):
        counts.setdefault(own, {})[role] = number
    return counts


def set_enough(connection: Transaction, id: str, *, has_enough: bool) -> None:
    """Keep whether a team has enough finished scans for a result."""
    query = update(round_team).where(round_team.c.id == id).values(has_enough=has_enough)
    connection.execute(query)


def _round(row: Row[tuple[object, ...]] | None) -> RoundRow | None:
    return RoundRow(**row._asdict()) if row else None
