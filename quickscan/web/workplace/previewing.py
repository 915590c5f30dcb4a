"""What lies in the Workplace, as drafts to preview."""

import re

from quickscan.services.drafts import Draft, NoSuchDraftError
from quickscan.services.editions import Edition
from quickscan.services.workplace import NoSuchEditionError
from quickscan.web.wiring import services

_NAME = re.compile(r"(?P<id>[a-z0-9-]+)/v(?P<version>[1-9][0-9]{0,6})")


class EditionDrafts:
    """The editions of the running app, each called `<id>/v<version>`.

    They change only by an upload, after which the editor looks anew.
    """

    is_live = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all editions, in order."""
        shelves = services().workplace.shelves()
        return tuple(
            name_of(own.edition) for each in shelves for own in each.standings if own.edition
        )

    def load(self, name: str) -> Draft:
        """Return an edition.

        Raises:
            NoSuchDraftError: it is not there.
        """
        own = _edition(name)
        return Draft(name=name, path=own.path, text=own.text, scenarios=own.scenarios)

    def mark(self, name: str) -> str:
        """Return a mark that changes when the edition does.

        Raises:
            NoSuchDraftError: it is not there.
        """
        return _edition(name).sha256


def name_of(edition: Edition) -> str:
    """Return what an edition is called in addresses."""
    return f"{edition.id}/v{edition.version}"


def _edition(name: str) -> Edition:
    found = _NAME.fullmatch(name)
    if found is None:
        raise NoSuchDraftError(name)
    try:
        return services().workplace.edition(found["id"], int(found["version"]))
    except NoSuchEditionError as error:
        raise NoSuchDraftError(name) from error
