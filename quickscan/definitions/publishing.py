"""Which versions are published, and that they have not changed since.

`published.sha256` lies in each folder of questionnaires and is written as `sha256sum` does:
`<hash>  <id>/v<version>.yaml`. Its order is the order in which questionnaires are offered.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quickscan.definitions.files import decode, load, problem
from quickscan.definitions.problems import Problem, QuestionnaireError

LIST: Final = "published.sha256"

_LINE = re.compile(r"([0-9a-f]{64}) [ *]([a-z0-9-]+/v[1-9][0-9]*\.yaml)")


@dataclass(frozen=True, slots=True)
class Published:
    """The list of published files of a folder.

    `hashes` has the SHA-256 of each by its name in the folder, in the order of the list;
    `lines` the line it stands on.
    """

    folder: Path
    hashes: dict[str, str]
    lines: dict[str, int]
    problems: tuple[Problem, ...] = ()

    def is_published(self, path: Path) -> bool:
        """Say whether this file of the folder is published."""
        return name_of(path) in self.hashes

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


def is_published(path: Path) -> bool:
    """Say whether a questionnaire file is in the list of its folder."""
    return published_beside(path).is_published(path)


def published_beside(path: Path) -> Published:
    """Return the list of published files of the folder that a questionnaire file is in."""
    return published_in(path.absolute().parent.parent)


def published_in(folder: Path) -> Published:
    """Return the published files of a folder; none when it has no list."""
    path = folder / LIST
    if not path.exists():
        return Published(folder, {}, {})
    try:
        text = decode(path, load(path))
    except QuestionnaireError as error:
        return Published(folder, {}, {}, error.problems)
    hashes: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), start=1):
        found = _LINE.fullmatch(line.rstrip())
        if found:
            hashes[found.group(2)] = found.group(1)
            lines[found.group(2)] = number
        elif line.strip() and not line.startswith("#"):
            problems.append(problem(path, "published_line", number))
    return Published(folder, hashes, lines, tuple(problems))


def publish(path: Path) -> str:
    """Add a file's hash to the list of its folder of questionnaires; return the hash.

    The caller has checked the file. A file that is in the list already stays as it is.
    """
    own = digest(load(path))
    published = published_beside(path)
    if not published.is_published(path):
        lines = [f"{hash_}  {name}\n" for name, hash_ in published.hashes.items()]
        lines.append(f"{own}  {name_of(path)}\n")
        (published.folder / LIST).write_text("".join(lines), encoding="utf-8")
    return own
