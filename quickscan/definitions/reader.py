"""A YAML file to a `Questionnaire`, or everything that is wrong with it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from quickscan.definitions.layout import QUESTIONNAIRE
from quickscan.definitions.nodes import Mapping, Node, compose
from quickscan.definitions.problems import Problem, Problems, QuestionnaireError, Severity
from quickscan.definitions.reading import Reading, note_questions
from quickscan.definitions.rules import apply_rules
from quickscan.domain.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was read: the questionnaire, if there is one, and what was noticed."""

    questionnaire: Questionnaire | None
    reading: Reading

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that was noticed, in file order."""
        return self.reading.problems.in_file_order

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What makes the file unusable, in file order."""
        return tuple(p for p in self.problems if p.severity is Severity.ERROR)


def read(path: Path | str, text: str) -> Questionnaire:
    """Return the questionnaire in a YAML text; `path` is how problems name the file.

    Raises:
        QuestionnaireError: the file is wrong; the error says all that is.
    """
    examined = examine(path, text)
    if examined.questionnaire is None:
        raise QuestionnaireError(examined.errors)
    return examined.questionnaire


def examine(path: Path | str, text: str) -> Examined:
    """Read a YAML text and keep what was noticed, whether or not it can be used."""
    with without_collecting():
        return _examine(Problems(str(path)), text)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep the garbage collector from walking thousands of new values, none of them garbage.

    It costs a quarter of the reading time; nodes refer only downwards, so nothing leaks.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _examine(problems: Problems, text: str) -> Examined:
    root = compose(text, problems)
    return Examined(None, Reading(problems)) if root is None else examine_node(root, problems)


def examine_node(root: Node, problems: Problems) -> Examined:
    """Read nodes, wherever they come from, and keep what was noticed."""
    reading = Reading(problems)
    _prepare(root, reading)
    questionnaire = QUESTIONNAIRE.read(root, reading)
    if questionnaire is not None:
        apply_rules(questionnaire, reading)
    usable = not any(p.severity is Severity.ERROR for p in problems.found)
    return Examined(questionnaire if usable else None, reading)


_NEEDED_KINDS = {"languages": "language", "dimensions": "dimension", "bands": "band"}


def _prepare(root: Node, reading: Reading) -> None:
    """Make known what texts and conditions may name before it is reached."""
    if type(root) is not Mapping:
        return
    note_questions(root, reading)
    for key, kind in _NEEDED_KINDS.items():
        if key not in root.values:
            reading.unsure.add(kind)
