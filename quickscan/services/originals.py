"""All versions of a questionnaire: those in files, and those that the Workplace published.

For commands, which take what they need and no more: a file that is broken does not keep them
from another, as it keeps the site from starting. `CurrentCatalogue` is what visitors get.
"""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from quickscan.definitions.files import version_of, versions
from quickscan.definitions.originals import Original
from quickscan.definitions.publishing import published_beside
from quickscan.services.cataloguing import see_same, stored
from quickscan.services.clock import REAL, Clock
from quickscan.storage import editions
from quickscan.storage.database import (
    Database,
    DatabaseError,
    DatabaseUnreachableError,
    is_there,
    reason_of,
)
from quickscan.storage.editions import EditionRow


def originals(
    id: str, folders: Iterable[Path], published: Iterable[EditionRow]
) -> dict[int, Original]:
    """Return all versions of a questionnaire by number, the lowest first.

    Files count published or not, and also when they are withdrawn. Of one version a published
    file goes before an edition, as on the site, and an edition before a file that is not
    published, which the site does not know.

    Raises:
        CatalogueError: an edition is another text than the published file of its version.
    """
    files: dict[int, Path] = {}
    for folder in folders:
        for path in versions(folder):
            if path.parent.name == id:
                files.setdefault(version_of(path) or 0, path)
    found: dict[int, Original] = {**files}
    for row in published:
        if row.questionnaire == id:
            file = files.get(row.version)
            if file is not None and published_beside(file).is_published(file):
                see_same(file, row)
            else:
                found[row.version] = stored(row)
    return dict(sorted(found.items()))


def published_editions(url: str, *, clock: Clock = REAL) -> tuple[EditionRow, ...]:
    """Return what the Workplace published until today; nothing where no database was made yet.

    It makes no database, and brings none up to date.

    Raises:
        DatabaseUrlError: the address names no database we know.
        DatabaseUnreachableError: it cannot be asked, or was never brought up to date.
    """
    if not is_there(url):
        return ()
    try:
        with closing(Database(url)) as database, database.reading() as transaction:
            return editions.published(transaction, clock.today())
    except DatabaseError as error:
        raise DatabaseUnreachableError(reason_of(error)) from error
