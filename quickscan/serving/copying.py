"""A copy of an installation: the database and the key that belongs to it."""

from pathlib import Path
from shutil import copyfile

from quickscan.config import Config
from quickscan.presentation.language import translator
from quickscan.services.keys import load_key
from quickscan.storage.database import Database


class NotHereError(RuntimeError):
    """This database cannot be copied from here: PostgreSQL has pg_dump for that."""

    def __init__(self) -> None:
        super().__init__("use pg_dump for a PostgreSQL database, and copy the key file")

    @staticmethod
    def message(language: str) -> str:
        """Return what to do instead."""
        return translator(language)(
            "Een PostgreSQL-database kopieer je met pg_dump. Kopieer ook het sleutelbestand."
        )


def copy_to(config: Config, folder: Path) -> None:
    """Copy the database as it is at one moment, and the key, to a new folder.

    Raises:
        NotHereError: the database is not SQLite.
        FileExistsError: the folder is there already.
        DatabaseUnreachableError: the database cannot be read, or its copy not written.
    """
    database = Database(config.database_url)
    if not database.is_sqlite:
        raise NotHereError
    load_key(config.key_file)
    folder.mkdir(mode=0o700, parents=True)
    database.copy_to(folder / "quickscan.sqlite3")
    copyfile(config.key_file, folder / "key")
    for file in folder.iterdir():
        file.chmod(0o600)
    database.close()
