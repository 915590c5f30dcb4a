"""The database: its engine and its two kinds of transaction, on SQLite and PostgreSQL."""

import secrets
import sqlite3
import time
from base64 import b32encode
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError

Transaction = Connection
"""What the functions of this room work in; opened by `Database` and by nobody else."""

DatabaseError = SQLAlchemyError
"""What any transaction may raise when the database is in trouble."""

DatabaseFailedError = OperationalError
"""The part of it that is no fault of the program: no connection, no room, no permission."""

Upsert = postgresql.Insert | sqlite.Insert

_DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}
_BUSY_MILLISECONDS = 5_000
_SHORTLY_MILLISECONDS = 200
_ID_BYTES = 10


class DatabaseUrlError(ValueError):
    """A database address that names no SQLite file and no PostgreSQL database."""

    def __init__(self, url: str) -> None:
        super().__init__(
            "the database address must look like sqlite:////path/to/file.sqlite3 or "
            "postgresql://user:password@host/name"
        )
        self.url = url


class DatabaseUnreachableError(RuntimeError):
    """The database cannot be opened: no such server, no such folder, no permission."""


def new_id() -> str:
    """Return a random row key of 16 letters and digits (80 bits); it is no secret."""
    return b32encode(secrets.token_bytes(_ID_BYTES)).decode().lower()


class Database:
    """One SQLite file or PostgreSQL database, opened as every transaction here expects.

    Raises:
        DatabaseUrlError: the address is of another kind of database.
        DatabaseUnreachableError: an SQLite file cannot be made there.
    """

    def __init__(self, url: str) -> None:
        self.url = _parse(url)
        if self.is_sqlite and self.url.database:
            _make_file(Path(self.url.database))
        self.engine = _engine(self.url)
        self._changing = self.engine.execution_options(begin="BEGIN IMMEDIATE")
        self._glancing = self.engine.execution_options(begin="")

    @property
    def is_sqlite(self) -> bool:
        """Whether this is an SQLite file; otherwise it is PostgreSQL."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Open a transaction that changes nothing."""
        with self.engine.begin() as connection:
            yield connection

    @contextmanager
    def glancing(self) -> Iterator[Transaction]:
        """Open a connection for a single statement that changes nothing.

        SQLite needs no transaction for that, and every page begins with one.
        """
        with self._glancing.connect() as connection:
            yield connection

    @contextmanager
    def changing(self) -> Iterator[Transaction]:
        """Open a transaction that may change rows: all of it happens, or nothing does.

        On SQLite it takes the writing lock at once: a reading transaction that starts to
        write fails with "database is locked" when another wrote in between.
        """
        with self._changing.begin() as connection:
            yield connection

    @contextmanager
    def restructuring(self) -> Iterator[Transaction]:
        """Open a transaction that may change tables; only one runs at a time.

        Foreign keys are not enforced on SQLite meanwhile: there a changed table is a new
        table, and dropping the old one would take everything that refers to it along.
        """
        with self.engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection:
            if self.is_sqlite:
                with _without_foreign_keys(connection), connection.begin():
                    yield connection
                    _check_foreign_keys(connection)
            else:
                with connection.begin():
                    connection.execute(text("SELECT pg_advisory_xact_lock(7110)"))
                    yield connection

    def check(self) -> None:
        """Ask the database for a sign of life.

        Raises:
            DatabaseUnreachableError: it gives none.
        """
        try:
            with self.reading() as connection:
                connection.execute(text("SELECT 1"))
        except SQLAlchemyError as error:
            raise DatabaseUnreachableError(reason_of(error)) from error

    def forget_deleted(self) -> None:
        """Empty SQLite's write-ahead file, where deleted rows still stand, if it is free now.

        PostgreSQL does such things by itself.
        """
        if not self.is_sqlite:
            return
        with self.engine.connect() as connection:
            driver = _driver(connection)
            driver.execute(f"PRAGMA busy_timeout={_SHORTLY_MILLISECONDS}").close()
            try:
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
            finally:
                driver.execute(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}").close()

    def copy_to(self, path: Path) -> None:
        """Write a complete copy of an SQLite database to a file while it is in use.

        Raises:
            NotImplementedError: this is PostgreSQL, which has pg_dump for that.
            DatabaseUnreachableError: it cannot be read or written, as when the disk is full.
        """
        if not self.is_sqlite:
            raise NotImplementedError("use pg_dump for PostgreSQL")
        try:
            with self.engine.connect() as connection, closing(sqlite3.connect(path)) as copy:
                _driver(connection).backup(copy)
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise DatabaseUnreachableError(reason_of(error)) from error

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def is_there(url: str) -> bool:
    """Say whether a database could be opened without making it: an SQLite file exists.

    Raises:
        DatabaseUrlError: the address is of another kind of database.
        DatabaseUnreachableError: one may not look there.
    """
    parsed = _parse(url)
    try:
        return parsed.get_backend_name() != "sqlite" or Path(parsed.database or "").is_file()
    except OSError as error:
        raise DatabaseUnreachableError(str(error)) from error


def upsert(connection: Transaction, table: Table) -> Upsert:
    """Return an insert that can say what to do when the row is there already."""
    return insert_for(connection.dialect.name, table)


def insert_for(dialect: str, table: Table) -> Upsert:
    """Return an insert of one kind of database, to which `on_conflict_...` can be added."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise DatabaseUrlError(url) from error
    driver = _DRIVERS.get(parsed.get_backend_name())
    if driver is None or not parsed.database:
        raise DatabaseUrlError(url)
    return parsed.set(drivername=driver)


def _make_file(path: Path) -> None:
    """Make an SQLite file for its owner only, where there is none."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
    except OSError as error:
        raise DatabaseUnreachableError(str(error)) from error


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(driver: sqlite3.Connection, _record: object) -> None:
    driver.isolation_level = None  # the driver's own transactions begin too late
    _write_ahead(driver)
    for pragma in (
        f"busy_timeout={_BUSY_MILLISECONDS}",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",  # what a visitor deletes is overwritten
    ):
        driver.execute(f"PRAGMA {pragma}").close()


def _write_ahead(driver: sqlite3.Connection) -> None:
    """Keep a write-ahead file; two that switch to it at once do not wait by themselves."""
    until = time.monotonic() + _BUSY_MILLISECONDS / 1000
    while True:
        try:
            driver.execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _on_begin(connection: Connection) -> None:
    begin = connection.get_execution_options().get("begin", "BEGIN")
    if begin:
        connection.exec_driver_sql(begin)


@contextmanager
def _without_foreign_keys(connection: Connection) -> Iterator[None]:
    driver = _driver(connection)
    driver.execute("PRAGMA foreign_keys=OFF").close()
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON").close()


def _driver(connection: Connection) -> sqlite3.Connection:
    """Return the connection of SQLite itself, for what lies outside transactions."""
    driver: sqlite3.Connection | None = connection.connection.driver_connection
    if driver is None:
        raise RuntimeError("the connection is closed")
    return driver


def _check_foreign_keys(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(f"{len(broken)} rows refer to rows that are not there")


def reason_of(error: Exception) -> str:
    """Return the first line of what the driver says, without the statement and its values."""
    said = getattr(error, "orig", None) if isinstance(error, SQLAlchemyError) else error
    return str(said or type(error).__name__).strip().partition("\n")[0].rstrip(".")
