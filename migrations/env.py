"""Runs migrations in the transaction that Quickscan opened, or in one of its own.

`quickscan.storage.migrations` hands over its transaction; the `alembic` command of a developer
has none, and takes the database that the environment names.
"""

from alembic import context
from sqlalchemy import Connection

from quickscan.config import Config
from quickscan.storage.database import Database
from quickscan.storage.tables import metadata


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,  # SQLite changes a table by making a new one
        compare_type=True,
        transactional_ddl=True,
        transaction_per_migration=False,
    )
    context.run_migrations()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    _run(given)
else:
    with Database(Config.from_env().database_url).restructuring() as own:
        _run(own)
