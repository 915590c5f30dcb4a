"""Rows of the log of the Workplace."""

from dataclasses import asdict, dataclass, fields

from sqlalchemy import func, insert, select

from quickscan.storage.database import Transaction
from quickscan.storage.tables import step


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One thing that someone did; `at` in seconds since 1970."""

    at: int
    email: str
    what: str
    questionnaire: str | None = None
    version: int | None = None
    about: str | None = None


_COLUMNS = [step.c[own.name] for own in fields(StepRow)]


def add(connection: Transaction, row: StepRow) -> None:
    """Log a step."""
    connection.execute(insert(step).values(asdict(row)))


def last(connection: Transaction) -> int:
    """Return the number of the last step; 0 when nothing was ever done."""
    return connection.execute(select(func.max(step.c.number))).scalar_one() or 0


def newest(connection: Transaction, most: int) -> tuple[StepRow, ...]:
    """Return the last steps, the newest first."""
    query = select(*_COLUMNS).order_by(step.c.number.desc()).limit(most)
    return tuple(StepRow(**row._asdict()) for row in connection.execute(query))
