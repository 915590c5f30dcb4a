"""Everything that must be right before anything is served."""

from quickscan.config import Config
from quickscan.definitions.catalogue import Catalogue
from quickscan.services.cataloguing import CurrentCatalogue
from quickscan.services.keys import check_key, load_key
from quickscan.storage.database import Database
from quickscan.storage.migrations import migrate


def prepare(config: Config) -> Catalogue:
    """Read all questionnaires, make the key at the first start, and migrate the database.

    Several processes may do this at once.

    Raises:
        CatalogueError: a questionnaire is broken; says all that is wrong.
        KeyFileError: the key file cannot be used.
        DatabaseUrlError: the address names no database we know.
        DatabaseUnreachableError: the database cannot be opened.
        NewerDatabaseError: the database is from a newer version of the program.
        OtherKeyError: the database belongs to another key.
    """
    files = Catalogue.load(config.questionnaires)
    key = load_key(config.key_file)
    database = Database(config.database_url)
    try:
        database.check()
        migrate(database)
        check_key(database, key)
        return CurrentCatalogue(files, database).now
    finally:
        database.close()
