"""Holding a row for a while: what every table of work has in common.

Such a table has the columns `id`, `attempts`, `leased_until` (seconds since 1970) and `claim`.
Whoever takes a row does so under a random token, until the lease ends; what is done with it
counts only while the row still has that token.
"""

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, Table, or_, select, update

from quickscan.storage.database import Transaction, new_id

MOST_ATTEMPTS = 3


def is_free(table: Table, now: int) -> ColumnElement[bool]:
    """Return the condition that nobody holds a row."""
    return or_(table.c.leased_until.is_(None), table.c.leased_until <= now)


def spent(table: Table, now: int) -> Select[tuple[str]]:
    """Return the rows whose last attempt ended without a word: their worker was killed."""
    free = select(table.c.id).where(is_free(table, now), table.c.attempts >= MOST_ATTEMPTS)
    return free.with_for_update(skip_locked=True)


def first(query: Select[tuple[str]]) -> ScalarSelect[str]:
    """Return the first row of these that no other transaction is just taking."""
    return query.limit(1).with_for_update(skip_locked=True).scalar_subquery()


def take(
    connection: Transaction, table: Table, chosen: ScalarSelect[str], until: int
) -> Row[tuple[object, ...]] | None:
    """Take a row for one more attempt; return it with its token, or None: there is none."""
    query = update(table).where(table.c.id == chosen)
    held = {"claim": new_id(), "leased_until": until, "attempts": table.c.attempts + 1}
    return connection.execute(query.values(**held).returning(*table.c)).one_or_none()


def renew(connection: Transaction, table: Table, token: str, until: int) -> bool:
    """Hold a row longer; say whether it was still held."""
    query = update(table).where(table.c.claim == token).values(leased_until=until)
    return connection.execute(query).rowcount > 0


def release(
    connection: Transaction, table: Table, token: str, *, until: int | None, counts: bool
) -> bool:
    """Give a row back, to be tried again after `until`; say whether it was still held.

    When the attempt does not count (the worker was asked to stop), it is as if it never was.
    """
    values: dict[str, object] = {"claim": None, "leased_until": until}
    if not counts:
        values["attempts"] = table.c.attempts - 1
    query = update(table).where(table.c.claim == token).values(**values)
    return connection.execute(query).rowcount > 0
