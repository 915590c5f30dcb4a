"""Files of the folders: which are there, and their text."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from quickscan.definitions.messages import Words
from quickscan.definitions.nodes import Mark, place
from quickscan.definitions.problems import Problem, Problems, QuestionnaireError, Value

LARGEST: Final = 2_000_000
"""More bytes than any questionnaire has; our own in two languages has some 150 000."""

_VERSION = re.compile(r"v([1-9][0-9]*)")
SCENARIOS: Final = ".scenarios.yaml"


def load(path: Path, largest: int = LARGEST) -> bytes:
    """Return what is in a file of at most `largest` bytes.

    Raises:
        QuestionnaireError: the file cannot be read, or is larger.
    """
    try:
        if path.is_dir():
            raise _refusal(path, Mark(0, 0), "no_file")
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        raise _refusal(path, Mark(0, 0), "unreadable", reason=reason_of(error)) from error
    if len(content) > largest:
        raise _refusal(path, Mark(0, 0), "too_large", limit=str(largest // 1000))
    return content


def reason_of(error: OSError) -> Value:
    """Return why a file or folder cannot be read, in words where they are ours."""
    match error:
        case FileNotFoundError():
            return Words("het is er niet", "it is not there")
        case PermissionError():
            return Words("je mag het niet lezen", "you may not read it")
        case _:
            return error.strerror or "?"


def decode(path: Path, content: bytes) -> str:
    """Return the text in the content of a file.

    Raises:
        QuestionnaireError: it is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", errors="replace")
        raise _refusal(path, place(before, len(before)), "not_utf8") from error


def _refusal(path: Path, start: Mark, code: str, **values: Value) -> QuestionnaireError:
    problems = Problems(str(path))
    problems.refuse_at(start, code, **values)
    return QuestionnaireError(tuple(problems.found))


def version_of(path: Path) -> int | None:
    """Return the version that the name of a file says, or None when it says none."""
    found = _VERSION.fullmatch(path.stem)
    return int(found.group(1)) if found and path.suffix == ".yaml" else None


def versions(folder: Path) -> Iterator[Path]:
    """Yield the files `<id>/v<version>.yaml` of a folder, by id and then by version."""
    for own in sorted(folder.iterdir()):
        if own.is_dir() and not own.name.startswith("."):
            files = [(version_of(path), path) for path in own.iterdir()]
            yield from (p for _, p in sorted((n, p) for n, p in files if n is not None))


def scenarios_of(path: Path) -> Path:
    """Return the path of the scenarios that belong to a questionnaire file."""
    return path.with_name(path.name.removesuffix(path.suffix) + SCENARIOS)


def problem(path: Path | str, code: str, line: int = 1, **values: Value) -> Problem:
    """Return a problem with a file as a whole, or with one line of it."""
    return Problem(path=str(path), line=line, column=1, code=code, values=values)
