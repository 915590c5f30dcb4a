"""What a database belongs to: a key under which codes are hashed, or a demonstration."""

from sqlalchemy import insert, select

from quickscan.storage.database import Transaction, upsert
from quickscan.storage.tables import account, installation, organisation, scan

_KEY, _INVENTED = "key", "invented"


def key_mark(connection: Transaction, mark: str) -> str:
    """Return the mark of this database's key; this one where there was none."""
    query = upsert(connection, installation).values(name=_KEY, mark=mark)
    connection.execute(query.on_conflict_do_nothing())
    found = select(installation.c.mark).where(installation.c.name == _KEY)
    there: str = connection.execute(found).scalar_one()
    return there


def is_empty(connection: Transaction) -> bool:
    """Say whether there is no account, no organisation and no scan."""
    tables = (account, organisation, scan)
    return all(connection.execute(select(own).limit(1)).first() is None for own in tables)


def mark_as_invented(connection: Transaction) -> None:
    """Keep that all in this database is invented."""
    connection.execute(insert(installation).values(name=_INVENTED, mark=""))


def is_invented(connection: Transaction) -> bool:
    """Say whether all in this database is invented."""
    query = select(installation.c.name).where(installation.c.name == _INVENTED)
    return connection.execute(query).first() is not None
