"""Rows of what was published: days, what is shown of a part, and who stands where."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, insert, select

from quickscan.storage.database import Transaction, upsert
from quickscan.storage.tables import benchmark, publication, standing

PEOPLE = "mensen"
"""The part that is not of organisations: people who each answered on their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """Of what a benchmark is: a version, a role ("" for none) and a part of all."""

    questionnaire: str
    version: int
    role: str
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkRow:
    """What is shown of one part, by theme. `reference` is for the next time, without names."""

    day: date
    key: Key
    themes: Mapping[str, Any]
    reference: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRow:
    """Where an organisation stands in what was published: by which rounds, and by theme."""

    day: date
    organisation_id: str
    key: Key
    rounds: tuple[str, ...]
    themes: Mapping[str, Any]


def begin(connection: Transaction, day: date) -> bool:
    """Say that something is published on a day; False when another did so already."""
    query = upsert(connection, publication).values(day=day).on_conflict_do_nothing()
    begun = connection.execute(query.returning(publication.c.day))
    return begun.scalar_one_or_none() is not None


def latest(connection: Transaction) -> date | None:
    """Return the last day on which something was published."""
    day: date | None = connection.execute(select(func.max(publication.c.day))).scalar_one()
    return day


def add(connection: Transaction, rows: Iterable[BenchmarkRow]) -> None:
    """Add what is shown."""
    values = [
        {"day": own.day, "themes": own.themes, "reference": own.reference, **asdict(own.key)}
        for own in rows
    ]
    if values:
        connection.execute(insert(benchmark), values)


def shown(connection: Transaction, day: date, key: Key) -> Mapping[str, Any] | None:
    """Return what is shown since a day, by theme; None when nothing was."""
    query = select(benchmark.c.themes).where(benchmark.c.day == day, *_of(key))
    return connection.execute(query).scalar_one_or_none()


def references(connection: Transaction) -> Mapping[Key, Mapping[str, list[str]]]:
    """Return what the last precise figures were made of, for everything ever published."""
    newest = select(func.max(benchmark.c.day).label("day"), *_KEY).group_by(*_KEY).subquery()
    query = select(benchmark.c.reference, *_KEY).join(
        newest,
        (benchmark.c.day == newest.c.day)
        & (benchmark.c.questionnaire == newest.c.questionnaire)
        & (benchmark.c.version == newest.c.version)
        & (benchmark.c.role == newest.c.role)
        & (benchmark.c.part == newest.c.part),
    )
    return {
        Key(
            questionnaire=row.questionnaire, version=row.version, role=row.role, part=row.part
        ): row.reference
        for row in connection.execute(query)
    }


_KEY = (benchmark.c.questionnaire, benchmark.c.version, benchmark.c.role, benchmark.c.part)


def _of(key: Key) -> list[Any]:
    values = asdict(key)
    return [column == values[column.name] for column in _KEY]


# --- who stands where -------------------------------------------------------------------


def add_standings(connection: Transaction, rows: Iterable[StandingRow]) -> None:
    """Add where organisations stand."""
    values = [
        {
            "day": own.day,
            "organisation_id": own.organisation_id,
            "questionnaire": own.key.questionnaire,
            "version": own.key.version,
            "role": own.key.role,
            "rounds": list(own.rounds),
            "themes": own.themes,
        }
        for own in rows
    ]
    if values:
        connection.execute(insert(standing), values)


def standings(
    connection: Transaction, day: date, organisation_id: str, questionnaire: str, version: int
) -> tuple[StandingRow, ...]:
    """Return where an organisation stands in what was published on a day, by role."""
    query = select(standing).where(
        standing.c.day == day,
        standing.c.organisation_id == organisation_id,
        standing.c.questionnaire == questionnaire,
        standing.c.version == version,
    )
    return tuple(
        StandingRow(
            day=row.day,
            organisation_id=row.organisation_id,
            key=Key(questionnaire=row.questionnaire, version=row.version, role=row.role),
            rounds=tuple(row.rounds),
            themes=row.themes,
        )
        for row in connection.execute(query)
    )
