"""What is wrong with a file: where, what, and how to mend it, in Dutch and in English."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Final, Protocol

from quickscan.definitions.messages import MESSAGES, Words


class Severity(StrEnum):
    """An error makes a file unusable; a warning is advice to its author.

    A suggestion is about words only, and told where an author reads the file over.
    """

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


Value = str | int | Words | Iterable[str]
"""What a message is filled with; a list of names is joined with commas."""


class Positioned(Protocol):
    """Anything that knows where in the file it starts, such as a node."""

    @property
    def start_mark(self) -> Any:
        """The place, with `line` and `column` from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong; `line` and `column` count from 1.

    `near` is the known name that a misspelt one resembles most, or None. `cell` is where it
    is in a workbook, as in `questions!D14`; "" for a file.
    """

    path: str
    line: int
    column: int
    code: str
    values: Mapping[str, Value] = field(default_factory=dict)
    near: str | None = None
    severity: Severity = Severity.ERROR
    cell: str = ""

    @property
    def place(self) -> str:
        """Where it is: `file:line:column`, or the cell of a workbook."""
        return self.cell or f"{self.path}:{self.line}:{self.column}"

    def message(self, language: str = "nl") -> str:
        """Return `file:line:column: what is wrong; how to mend it`."""
        return f"{self.place}: {self.words(language)}"

    def words(self, language: str = "nl") -> str:
        """Return `what is wrong; how to mend it`, without the place."""
        found = MESSAGES[self.code]
        values = {name: _shown(value, language) for name, value in self.values.items()}
        what = found.what.to(language).format(**values)
        if self.near is not None:
            mend = _NEAR.to(language).format(near=self.near)
        else:
            mend = found.mend.to(language).format(**values)
        return f"{_PREFIXES[self.severity].to(language)}{what}; {mend}"


MOST_NAMES: Final = 15
"""How many names a message lists; a questionnaire may have a hundred questions."""

_NEAR = Words("bedoel je '{near}'?", "did you mean '{near}'?")
_PREFIXES: Final = {
    Severity.ERROR: Words("", ""),
    Severity.WARNING: Words("let op: ", "warning: "),
    Severity.SUGGESTION: Words("tip: ", "tip: "),
}


def _shown(value: Value, language: str) -> str:
    if isinstance(value, Words):
        return value.to(language)
    if isinstance(value, str | int):
        return str(value)
    names = list(value)
    shown = names if len(names) <= MOST_NAMES else [*names[:MOST_NAMES], "…"]
    return ", ".join(shown) or "-"


@dataclass(slots=True)
class Problems:
    """The problems of one file, in the order in which they are found."""

    path: str
    found: list[Problem] = field(default_factory=list)

    def refuse(self, node: Positioned, code: str, **values: Value) -> None:
        """Note an error at a node."""
        self.refuse_at(node.start_mark, code, **values)

    def refuse_at(self, start: Any, code: str, **values: Value) -> None:
        """Note an error at a place (line and column from 0)."""
        self._note(start, code, values)

    def refuse_name(
        self, node: Positioned, code: str, name: str, known: Iterable[str], **values: Value
    ) -> str | None:
        """Note that a name is not known and return the known name it resembles, if any."""
        known = tuple(known)
        close = get_close_matches(name, known, n=1, cutoff=0.7)
        near = close[0] if close else None
        self._note(node.start_mark, code, {"name": name, "known": known, **values}, near)
        return near

    def warn(self, node: Positioned, code: str, **values: Value) -> None:
        """Note a warning at a node."""
        self._note(node.start_mark, code, values, severity=Severity.WARNING)

    def suggest(self, node: Positioned, code: str, **values: Value) -> None:
        """Note a suggestion at a node."""
        self._note(node.start_mark, code, values, severity=Severity.SUGGESTION)

    def _note(
        self,
        start: Any,
        code: str,
        values: Mapping[str, Value],
        near: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.found.append(
            Problem(
                path=self.path,
                line=start.line + 1,
                column=start.column + 1,
                code=code,
                values=values,
                near=near,
                severity=severity,
                cell=getattr(start, "cell", ""),
            )
        )

    @property
    def in_file_order(self) -> tuple[Problem, ...]:
        """All problems by line and column, each once."""
        unique = {(p.line, p.column, p.code, str(p.values)): p for p in self.found}
        return tuple(sorted(unique.values(), key=lambda p: (p.line, p.column, p.code)))


class QuestionnaireError(ValueError):
    """A file cannot be used; `problems` says everything that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(problem.message("en") for problem in problems))
        self.problems = problems
