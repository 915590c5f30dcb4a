"""Rows of links by which a round is read along; a round has one at most."""

from sqlalchemy import delete, select

from quickscan.storage.database import Transaction, upsert
from quickscan.storage.tables import read_along


def add(connection: Transaction, round_id: str, ref: str, hmac: str) -> None:
    """Let a round be read along; nothing when it can be already."""
    query = upsert(connection, read_along).values(round_id=round_id, ref=ref, hmac=hmac)
    connection.execute(query.on_conflict_do_nothing(index_elements=["round_id"]))


def ref(connection: Transaction, round_id: str) -> str | None:
    """Return the name of the link of a round; None when it cannot be read along."""
    query = select(read_along.c.ref).where(read_along.c.round_id == round_id)
    return connection.execute(query).scalar_one_or_none()


def round_of(connection: Transaction, hmac: str) -> str | None:
    """Return which round a link is of, or None."""
    query = select(read_along.c.round_id).where(read_along.c.hmac == hmac)
    return connection.execute(query).scalar_one_or_none()


def remove(connection: Transaction, round_id: str) -> None:
    """Let a round be read along no longer."""
    connection.execute(delete(read_along).where(read_along.c.round_id == round_id))
