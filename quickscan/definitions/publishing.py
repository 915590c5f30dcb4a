"""Which versions are published, and that they have not changed since.

`published.sha256` lies in each folder of questionnaires and is written as `sha256sum` does:
`<hash>  <id>/v<version>.yaml`. Its order is the order in which questionnaires are offered.
`withdrawn.txt` beside it names the published versions on which no new scan begins.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quickscan.definitions.files import decode, load, problem, version_of
from quickscan.definitions.problems import Problem, QuestionnaireError

LIST: Final = "published.sha256"
WITHDRAWN: Final = "withdrawn.txt"

_NAME = r"[a-z0-9-]+/v[1-9][0-9]*\.yaml"
_LINE = re.compile(rf"([0-9a-f]{{64}}) [ *]({_NAME})")


@dataclass(frozen=True, slots=True)
class Published:
    """The list of published files of a folder.

    `hashes` has the SHA-256 of each by its name in the folder, in the order of the list;
    `lines` the line it stands on. `withdrawn` names those that are not offered.
    """

    folder: Path
    hashes: dict[str, str]
    lines: dict[str, int]
    withdrawn: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def is_published(self, path: Path) -> bool:
        """Say whether this file of the folder is published."""
        return name_of(path) in self.hashes

    def is_withdrawn(self, path: Path) -> bool:
        """Say whether no new scan begins on this published file."""
        return name_of(path) in self.withdrawn

    def has_later(self, path: Path) -> bool:
        """Say whether new scans begin on a later version than this published file."""
        id, own = path.parent.name, version_of(path)
        if own is None or not self.is_published(path):
            return False
        offered = [Path(name) for name in self.hashes if name not in self.withdrawn]
        return any(
            each.parent.name == id and (version_of(each) or 0) > own for each in offered
        )

    def changed(self, path: Path, content: bytes) -> Problem | None:
        """Return the problem of a published file that has changed, or None."""
        name = name_of(path)
        published = self.hashes.get(name)
        if published is None or published == digest(content):
            return None
        return problem(path, "published_changed", name=name, file=str(path))

    def gone(self) -> tuple[Problem, ...]:
        """Return the problems of published files that are no longer there."""
        return tuple(
            problem(
                self.folder / LIST,
                "published_gone",
                self.lines[name],
                name=name,
                file=str(self.folder / name),
            )
            for name in self.hashes
            if not (self.folder / name).is_file()
        )


def name_of(path: Path) -> str:
    """Return how the list names a file: `<id>/v<version>.yaml`."""
    own = path.absolute()
    return f"{own.parent.name}/{own.name}"


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def published_beside(path: Path) -> Published:
    """Return the list of published files of the folder that a questionnaire file is in."""
    return published_in(path.absolute().parent.parent)


def published_in(folder: Path) -> Published:
    """Return the published files of a folder; none when it has no list."""
    problems: list[Problem] = []
    hashes: dict[str, str] = {}
    lines: dict[str, int] = {}
    for number, line in _lines(folder / LIST, problems):
        found = _LINE.fullmatch(line)
        if found:
            hashes[found.group(2)] = found.group(1)
            lines[found.group(2)] = number
        else:
            problems.append(problem(folder / LIST, "published_line", number))
    withdrawn: list[str] = []
    for number, name in _lines(folder / WITHDRAWN, problems):
        if name in hashes:
            withdrawn.append(name)
        else:
            problems.append(problem(folder / WITHDRAWN, "withdrawn_line", number, name=name))
    return Published(folder, hashes, lines, tuple(withdrawn), tuple(problems))


def _lines(path: Path, problems: list[Problem]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a list with their numbers, without remarks; none where it is not."""
    if not path.exists():
        return
    try:
        text = decode(path, load(path))
    except QuestionnaireError as error:
        problems += error.problems
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line.rstrip()


def publish(path: Path) -> str:
    """Add a file's hash to the list of its folder of questionnaires; return the hash.

    The caller has checked the file. A file that is in the list already keeps its hash; if it
    was withdrawn, it is offered again. What else stands in the lists stays as it is.

    Raises:
        QuestionnaireError: a list has a line that cannot be read; nothing was written.
    """
    own = digest(load(path))
    published = _sound(published_beside(path))
    if not published.is_published(path):
        _change(published.folder / LIST, added=f"{own}  {name_of(path)}")
    if published.is_withdrawn(path):
        _change(published.folder / WITHDRAWN, removed=name_of(path))
    return own


def withdraw(path: Path) -> None:
    """Let no new scan begin on a published file; scans that have begun go on as they were.

    Raises:
        QuestionnaireError: a list has a line that cannot be read; nothing was written.
    """
    published = _sound(published_beside(path))
    if not published.is_withdrawn(path):
        _change(published.folder / WITHDRAWN, added=name_of(path))


def _sound(published: Published) -> Published:
    if published.problems:
        raise QuestionnaireError(published.problems)
    return published


def _change(file: Path, *, added: str = "", removed: str = "") -> None:
    """Add or remove one line of a list, all at once; a list without lines goes."""
    there = file.read_text("utf-8").splitlines() if file.exists() else []
    lines = [line for line in there if not removed or line.rstrip() != removed]
    lines += [added] if added else []
    if not lines:
        file.unlink()
        return
    draft = file.with_name(f".{file.name}.new")
    draft.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    draft.replace(file)
