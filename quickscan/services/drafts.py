"""Questionnaires in the making: files that an author changes while looking at them."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from quickscan.definitions.check import Checked, check_text, questionnaires_in
from quickscan.definitions.files import decode, load, scenarios_of


class NoSuchDraftError(LookupError):
    """There is no such file (any more)."""

    def __init__(self, name: str) -> None:
        super().__init__(f"there is no file {name!r}")
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One questionnaire as it is now: the text of its file and of its scenarios."""

    name: str
    path: Path
    text: str
    scenarios: str

    def check(self) -> Checked:
        """Return everything that can be said about it."""
        return check_text(self.path, self.text, self.scenarios)


class SomeDrafts(Protocol):
    """Questionnaires to preview, wherever they are."""

    @property
    def is_live(self) -> bool:
        """Whether they may change while someone looks."""

    @property
    def names(self) -> Sequence[str]:
        """The names of all drafts, in order."""

    def load(self, name: str) -> Draft:
        """Return a draft as it is now."""

    def mark(self, name: str) -> str:
        """Return a mark that changes when the draft does."""


class Drafts:
    """The questionnaires in some files and folders, by a name that fits in an address."""

    is_live = True

    def __init__(self, places: Sequence[Path]) -> None:
        self._places = tuple(place.absolute() for place in places)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all drafts, in order."""
        return tuple(sorted(name for name, _ in self._files()))

    def load(self, name: str) -> Draft:
        """Return a draft as it is now.

        Raises:
            NoSuchDraftError: there is no such file.
            QuestionnaireError: it is no text.
        """
        path = self._path(name)
        beside = scenarios_of(path)
        return Draft(
            name=name,
            path=Path(name),
            text=decode(path, load(path)),
            scenarios=decode(beside, load(beside)) if beside.is_file() else "",
        )

    def mark(self, name: str) -> str:
        """Return a mark that changes when the file or its scenarios do.

        Raises:
            NoSuchDraftError: there is no such file.
        """
        path = self._path(name)
        seen = hashlib.sha256()
        for each in (path, scenarios_of(path)):
            if each.is_file():
                state = each.stat()
                seen.update(f"{state.st_mtime_ns} {state.st_size} ".encode())
        return seen.hexdigest()[:16]

    def _path(self, name: str) -> Path:
        path = dict(self._files()).get(name)
        if path is None or not path.is_file():
            raise NoSuchDraftError(name)
        return path

    def _files(self) -> Iterator[tuple[str, Path]]:
        for place in self._places:
            if place.is_file():
                yield place.name, place
            elif place.is_dir():
                for path in questionnaires_in(place):
                    yield path.relative_to(place).as_posix(), path
