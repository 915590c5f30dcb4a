"""Rows of tallies: of closed rounds, and of people who count on their own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import insert, select

from quickscan.storage.database import Transaction
from quickscan.storage.publications import PEOPLE, Key
from quickscan.storage.tables import organisation, people_tally, round_, tally


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """What the people of a round have on a theme, in one role ("" for none)."""

    round_id: str
    role: str
    dimension: str
    theme: str
    counts: Mapping[str, int]
    rough: int
    earned: int
    possible: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedRow(TallyRow):
    """The same, with whose it is and of which version."""

    organisation_id: str
    sector: str | None
    size: str | None
    questionnaire: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTallyRow:
    """What people on their own have on a theme, who all began to count on one day."""

    day: date
    questionnaire: str
    version: int
    role: str
    dimension: str
    theme: str
    people: int
    counts: Mapping[str, int]

    @property
    def key(self) -> Key:
        """Of which version and role it is."""
        return Key(
            questionnaire=self.questionnaire, version=self.version, role=self.role, part=PEOPLE
        )


def add(connection: Transaction, rows: Iterable[TallyRow]) -> None:
    """Add the tallies of a round."""
    values = [asdict(row) for row in rows]
    if values:
        connection.execute(insert(tally), values)


def of_round(connection: Transaction, round_id: str) -> tuple[TallyRow, ...]:
    """Return the tallies of a round."""
    query = (
        select(tally)
        .where(tally.c.round_id == round_id)
        .order_by(tally.c.role, tally.c.dimension, tally.c.theme)
    )
    return tuple(TallyRow(**row._asdict()) for row in connection.execute(query))


def shared(connection: Transaction, after: date, until: date) -> Iterator[SharedRow]:
    """Return the tallies of rounds that are shared and closed in a period, per version.

    The day `after` is before the period, the day `until` is in it.
    """
    query = (
        select(
            tally,
            round_.c.organisation_id,
            organisation.c.sector,
            organisation.c.size,
            round_.c.questionnaire,
            round_.c.version,
        )
        .join_from(tally, round_, tally.c.round_id == round_.c.id)
        .join(organisation, round_.c.organisation_id == organisation.c.id)
        .where(round_.c.shares, round_.c.closed > after, round_.c.closed <= until)
        .order_by(
            round_.c.questionnaire,
            round_.c.version,
            tally.c.role,
            round_.c.organisation_id,
            tally.c.round_id,
        )
    )
    for row in connection.execute(query):
        yield SharedRow(**row._asdict())


def shared_rounds(connection: Transaction, after: date, until: date) -> frozenset[str]:
    """Return the rounds that are shared and closed in a period; see `shared`."""
    query = select(round_.c.id).where(
        round_.c.shares, round_.c.closed > after, round_.c.closed <= until
    )
    return frozenset(connection.execute(query).scalars())


def closed_rounds(connection: Transaction) -> tuple[str, ...]:
    """Return the rounds that are closed, the one that closed first before others."""
    query = select(round_.c.id).where(round_.c.closed.is_not(None))
    return tuple(connection.execute(query.order_by(round_.c.closed, round_.c.id)).scalars())


# --- people on their own ----------------------------------------------------------------


def add_people(connection: Transaction, rows: Iterable[PeopleTallyRow]) -> None:
    """Add tallies of people who begin to count."""
    values = [asdict(row) for row in rows]
    if values:
        connection.execute(insert(people_tally), values)


def of_people(
    connection: Transaction, after: date, until: date | None = None
) -> tuple[PeopleTallyRow, ...]:
    """Return the tallies of people who began to count after one day, up to another."""
    query = select(people_tally).where(people_tally.c.day > after)
    if until is not None:
        query = query.where(people_tally.c.day <= until)
    ordered = query.order_by(
        people_tally.c.questionnaire,
        people_tally.c.version,
        people_tally.c.role,
        people_tally.c.day,
        people_tally.c.dimension,
        people_tally.c.theme,
    )
    return tuple(PeopleTallyRow(**row._asdict()) for row in connection.execute(ordered))
