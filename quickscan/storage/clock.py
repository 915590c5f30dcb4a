"""When things that recur were last done, in seconds since 1970."""

from sqlalchemy import select

from quickscan.storage.database import Transaction, upsert
from quickscan.storage.tables import clock

PURGE = "purge"
COUNT = "count"


def set_time(connection: Transaction, name: str, at: int) -> None:
    """Say that something was done at this time."""
    query = upsert(connection, clock).values(name=name, at=at)
    connection.execute(
        query.on_conflict_do_update(index_elements=[clock.c.name], set_={"at": at})
    )


def time_of(connection: Transaction, name: str) -> int | None:
    """Return when something was last done, or None when it never was."""
    query = select(clock.c.at).where(clock.c.name == name)
    return connection.execute(query).scalar_one_or_none()
