"""The questionnaires of all folders, by id and version."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from quickscan.definitions.files import (
    decode,
    load,
    problem,
    reason_of,
    scenarios_of,
    version_of,
    versions,
)
from quickscan.definitions.problems import Problem, QuestionnaireError
from quickscan.definitions.publishing import Published, published_in
from quickscan.definitions.reader import examine, without_collecting
from quickscan.definitions.scenarios import Scenario, load_scenarios, read_scenarios
from quickscan.domain.ids import QuestionnaireId
from quickscan.domain.questionnaire import Questionnaire


class CatalogueError(QuestionnaireError):
    """One or more files cannot be used; `problems` says all that is wrong with all of them."""


class UnknownQuestionnaireError(LookupError):
    """There is no such questionnaire, or no such version of it, to be filled in."""

    def __init__(self, id: str, version: int | None = None) -> None:
        named = id if version is None else f"{id} version {version}"
        super().__init__(f"there is no questionnaire {named}")
        self.id = id
        self.version = version


Content = tuple[Questionnaire, tuple[Scenario, ...]]
"""What a file says, and the worked examples beside it."""


class Later:
    """What a file says, read when someone first asks; once, whoever asks at the same time."""

    def __init__(self, read: Callable[[], Content]) -> None:
        self._read = read
        self._lock = Lock()
        self._content: Content | None = None

    def __call__(self) -> Content:
        """Return it."""
        with self._lock:
            if self._content is None:
                self._content = self._read()
            return self._content


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of a folder: `id` and `version` as its place says, the rest when asked for."""

    id: QuestionnaireId
    version: int
    path: Path
    published: bool
    withdrawn: bool
    content: Callable[[], Content]

    @property
    def questionnaire(self) -> Questionnaire:
        """What the file says.

        Raises:
            CatalogueError: it was published, and this version of the program cannot read it.
        """
        return self.content()[0]

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The worked examples beside it."""
        return self.content()[1]


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Every version of every questionnaire that can be filled in; compared by identity.

    Published versions only. The order is that of the folders, and within one that of its
    list of published files.
    """

    entries: Mapping[QuestionnaireId, Mapping[int, Entry]]

    @classmethod
    def load(cls, folders: Sequence[Path]) -> "Catalogue":
        """Read all files of all folders, also what is not published yet.

        Of a published version with a later one beside it only the hash is looked at: it is
        what it was when it was checked. It is read when someone goes on with it.

        Raises:
            CatalogueError: something is wrong with a file; the error says all that is.
        """
        problems: list[Problem] = []
        found: dict[tuple[str, int], Entry] = {}
        with without_collecting():
            for entry in (each for own in folders for each in _read_folder(own, problems)):
                first = found.setdefault(_key(entry), entry)
                if first is not entry:
                    problems.append(_twice(entry, first))
        if problems:
            raise CatalogueError(tuple(problems))
        return cls(_by_id(e for e in found.values() if e.published))

    @property
    def offered(self) -> tuple[Questionnaire, ...]:
        """The newest version of each questionnaire that is not withdrawn as a whole."""
        newest = (self._newest(id) for id in self.entries)
        return tuple(own.questionnaire for own in newest if own is not None)

    def version(self, id: str, version: int) -> Questionnaire:
        """Return one version of a questionnaire.

        Raises:
            UnknownQuestionnaireError: it is not there.
        """
        return self.entry(id, version).questionnaire

    def newest(self, id: str) -> Questionnaire:
        """Return the version of a questionnaire that a visitor begins.

        That is the newest that is not withdrawn.

        Raises:
            UnknownQuestionnaireError: there is none.
        """
        own = self._newest(QuestionnaireId(id))
        if own is None:
            raise UnknownQuestionnaireError(id)
        return own.questionnaire

    def _newest(self, id: QuestionnaireId) -> Entry | None:
        own = self.entries.get(id, {})
        offered = [number for number, entry in own.items() if not entry.withdrawn]
        return own[max(offered)] if offered else None

    def between(self, old: Questionnaire, new: Questionnaire) -> tuple[Questionnaire, ...]:
        """Return the versions that lie between two versions, the oldest first."""
        own = self.entries.get(new.id, {})
        return tuple(
            own[number].questionnaire
            for number in sorted(own)
            if old.version < number < new.version
        )

    def joined(
        self, more: Iterable[Entry], withdrawn: Container[tuple[str, int]] = ()
    ) -> "Catalogue":
        """Return these questionnaires with more of them, which lie in no folder.

        Of a version that is here already the one that is here stays. `withdrawn` names the
        versions, of these and of those, on which no new scan begins besides.
        """
        found = {_key(entry): entry for own in self.entries.values() for entry in own.values()}
        for entry in more:
            found.setdefault(_key(entry), entry)
        return Catalogue(
            _by_id(
                replace(entry, withdrawn=entry.withdrawn or key in withdrawn)
                for key, entry in found.items()
            )
        )

    def scenarios(self, id: str, version: int) -> tuple[Scenario, ...]:
        """Return the worked examples of a version.

        Raises:
            UnknownQuestionnaireError: that version is not there.
        """
        return self.entry(id, version).scenarios

    def entry(self, id: str, version: int) -> Entry:
        """Return one version with what is known of it.

        Raises:
            UnknownQuestionnaireError: it is not there.
        """
        entry = self.entries.get(QuestionnaireId(id), {}).get(version)
        if entry is None:
            raise UnknownQuestionnaireError(id, version)
        return entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A version that lies in no folder: the bytes of its file and of its scenarios.

    `path` is what its file would be called.
    """

    path: Path
    content: bytes
    scenarios: bytes | None


def read_stored(stored: Stored) -> Entry:
    """Return what a published version says that lies in no folder.

    Raises:
        CatalogueError: it cannot be used, or no longer by this version of the program.
    """
    path, scenarios = stored.path, stored.scenarios
    examined = examine(path, decode(path, stored.content))
    problems, own = list(examined.errors), examined.questionnaire
    examples: tuple[Scenario, ...] = ()
    if own is not None and scenarios is not None:
        beside = scenarios_of(path)
        found = read_scenarios(str(beside), decode(beside, scenarios), own)
        problems += found.problems
        examples = found.scenarios
    if own is None or problems:
        raise CatalogueError(tuple(problems))
    return Entry(
        id=own.id,
        version=own.version,
        path=path,
        published=True,
        withdrawn=False,
        content=lambda: (own, examples),
    )


def _key(entry: Entry) -> tuple[str, int]:
    return entry.id, entry.version


def _by_id(entries: Iterator[Entry]) -> dict[QuestionnaireId, dict[int, Entry]]:
    found: dict[QuestionnaireId, dict[int, Entry]] = {}
    for entry in entries:
        found.setdefault(entry.id, {})[entry.version] = entry
    return found


def _read_folder(folder: Path, problems: list[Problem]) -> Iterator[Entry]:
    try:
        paths = list(versions(folder))
    except OSError as error:
        problems.append(problem(folder, "unreadable", reason=reason_of(error)))
        return
    published = published_in(folder)
    problems += published.problems
    problems += published.gone()
    order = list(published.hashes)
    first = {name.split("/")[0]: order.index(name) for name in reversed(order)}
    paths.sort(key=lambda path: first.get(path.parent.name, len(order)))
    for path in paths:
        entry = _read_file(path, published, problems)
        if entry is not None:
            yield entry


def _read_file(path: Path, published: Published, problems: list[Problem]) -> Entry | None:
    try:
        content = load(path)
        text = decode(path, content)
    except QuestionnaireError as error:
        problems += error.problems
        return None
    changed = published.changed(path, content)
    if changed:
        problems.append(changed)
    version = version_of(path)
    if version is not None and not changed and published.has_later(path):
        return _entry(path, published, version, Later(lambda: _content(path, text)))
    examined = examine(path, text)
    problems += examined.errors
    own = examined.questionnaire
    if own is None:
        return None
    problems += misplaced(path, own)
    examples = _read_scenarios(path, own, problems)
    return _entry(path, published, own.version, lambda: (own, examples), own.id)


def _entry(
    path: Path,
    published: Published,
    version: int,
    content: Callable[[], Content],
    id: QuestionnaireId | None = None,
) -> Entry:
    return Entry(
        id=id or QuestionnaireId(path.parent.name),
        version=version,
        path=path,
        published=published.is_published(path),
        withdrawn=published.is_withdrawn(path),
        content=content,
    )


def _content(path: Path, text: str) -> Content:
    examined = examine(path, text)
    problems, own = list(examined.errors), examined.questionnaire
    examples = _read_scenarios(path, own, problems) if own else ()
    if own is None or problems:
        raise CatalogueError(tuple(problems))
    return own, examples


def _read_scenarios(
    path: Path, questionnaire: Questionnaire, problems: list[Problem]
) -> tuple[Scenario, ...]:
    """Return the scenarios beside a file; whether they come out is for `check` to say."""
    beside = scenarios_of(path)
    if not beside.exists():
        return ()
    examples = load_scenarios(beside, questionnaire)
    problems += examples.problems
    return examples.scenarios


def misplaced(path: Path, questionnaire: Questionnaire) -> tuple[Problem, ...]:
    """Return the problem of a file whose folder or name says another id or version."""
    id, version = questionnaire.id, questionnaire.version
    if path.parent.name == id and version_of(path) == version:
        return ()
    return (problem(path, "file_place", id=id, version=version),)


def _twice(entry: Entry, first: Entry) -> Problem:
    other = str(first.path)
    return problem(entry.path, "file_twice", id=entry.id, version=entry.version, other=other)
