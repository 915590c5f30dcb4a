"""Bringing the tables of a database to the shape that this version of the program expects."""

from io import StringIO
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from quickscan.storage.database import Database, Transaction

FOLDER = Path(__file__).resolve().parents[2] / "migrations"


class NewerDatabaseError(RuntimeError):
    """The database was changed by a newer version of the program than this one."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"the database is at {revision!r}, which this version does not know; "
            "use the newer version, or put back the backup from before the upgrade"
        )
        self.revision = revision


def migrate(database: Database, folder: Path = FOLDER) -> None:
    """Bring the database up to date, in one transaction; nothing when it is.

    When several processes do this at once, one does the work and the others wait for it.

    Raises:
        NewerDatabaseError: it is at a revision that this version does not know.
    """
    if is_current(database, folder):
        return
    with database.restructuring() as transaction:
        _refuse_newer(transaction, folder)
        command.upgrade(_config(folder, transaction), "head")


def downgrade(database: Database, revision: str, folder: Path = FOLDER) -> None:
    """Take the database back to an earlier revision ("base": no tables at all)."""
    with database.restructuring() as transaction:
        command.downgrade(_config(folder, transaction), revision)


def check(database: Database, folder: Path = FOLDER) -> None:
    """See that migrations make exactly the tables that the program uses.

    Raises:
        CommandError: they do not.
    """
    with database.restructuring() as transaction:
        command.check(_config(folder, transaction))


def is_current(database: Database, folder: Path = FOLDER) -> bool:
    """Say whether the database has the shape that this version expects."""
    head = ScriptDirectory(str(folder)).get_current_head()
    with database.reading() as transaction:
        return _revision(transaction) == head


def _refuse_newer(transaction: Transaction, folder: Path) -> None:
    revision = _revision(transaction)
    if revision is None:
        return
    try:
        ScriptDirectory(str(folder)).get_revision(revision)
    except CommandError as error:
        raise NewerDatabaseError(revision) from error


def _revision(transaction: Transaction) -> str | None:
    return MigrationContext.configure(transaction).get_current_revision()


def _config(folder: Path, transaction: Transaction) -> Config:
    config = Config(stdout=StringIO())  # `check` talks to a terminal
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = transaction
    return config
