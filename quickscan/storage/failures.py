"""Rows that count tried codes per address prefix, for at most an hour."""

from sqlalchemy import delete, select

from quickscan.storage.database import Transaction, upsert
from quickscan.storage.tables import failure


def add(connection: Transaction, address_hmac: str, hour: int) -> None:
    """Count one more failure."""
    query = upsert(connection, failure).values(address_hmac=address_hmac, hour=hour, count=1)
    connection.execute(
        query.on_conflict_do_update(
            index_elements=[failure.c.address_hmac, failure.c.hour],
            set_={"count": failure.c.count + 1},
        )
    )


def count(connection: Transaction, address_hmac: str, hour: int) -> int:
    """Return how many failures there were in this hour."""
    query = select(failure.c.count).where(
        failure.c.address_hmac == address_hmac, failure.c.hour == hour
    )
    return connection.execute(query).scalar_one_or_none() or 0


def remove_before(connection: Transaction, hour: int) -> int:
    """Remove what was counted in earlier hours; return how many rows went."""
    return connection.execute(delete(failure).where(failure.c.hour < hour)).rowcount
