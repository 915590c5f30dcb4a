"""The row that ties a database to the key under which its codes were hashed."""

from sqlalchemy import select

from quickscan.storage.database import Transaction, upsert
from quickscan.storage.tables import installation

_KEY = "key"


def key_mark(connection: Transaction, mark: str) -> str:
    """Return the mark of this database's key; this one where there was none."""
    query = upsert(connection, installation).values(name=_KEY, mark=mark)
    connection.execute(query.on_conflict_do_nothing())
    found = select(installation.c.mark).where(installation.c.name == _KEY)
    there: str = connection.execute(found).scalar_one()
    return there
