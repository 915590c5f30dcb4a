"""What is known of one file while it is being read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from quickscan.definitions.nodes import Mapping, Node, Scalar, Sequence, where
from quickscan.definitions.problems import Problems
from quickscan.domain.conditions import Condition
from quickscan.domain.questions import AnswerScale, Question
from quickscan.domain.texts import Language, Text

Sort = Literal["question", "name", "text"]
"""What a question asks, a name that is the same in every language, or another text."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text of the file with its place, and what sort of text it is."""

    text: Text
    of: Sort
    node: Node


@dataclass(frozen=True, slots=True)
class WrittenCondition:
    """A condition that could be read, of an advice or of a question, with its place.

    `roles` are those of its owner; empty means everyone.
    """

    condition: Condition
    roles: tuple[str, ...]
    node: Node


@dataclass(slots=True)
class Reading:
    """What has been found in a file so far: names to refer to, and what is wrong.

    `unsure` holds the kinds of name, and the ids of questions, whose definition could not
    be read or is not the only one: what refers to them is not judged, so that one mistake
    is reported once.
    """

    problems: Problems
    languages: tuple[Language, ...] = (Language("nl"),)
    names: dict[str, dict[str, Node]] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    scales: dict[str, AnswerScale] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    places: dict[int, Mapping] = field(default_factory=dict)
    texts: list[WrittenText] = field(default_factory=list)
    conditions: list[WrittenCondition] = field(default_factory=list)
    question: str | None = None
    """The id of the question that is being read, "" where it has none; None between them."""
    dimension: str = ""
    """The dimension whose themes are being read."""

    def define(self, kind: str, name: str, node: Node) -> None:
        """Note a name; the first that bears it keeps it, a second is a problem."""
        own = self.names.setdefault(kind, {})
        if name in own:
            first = where(own[name])
            self.problems.refuse(node, "duplicate_id", name=name, where=first)
            self.unsure.add(name)
        else:
            own[name] = node

    def is_known(self, kind: str, name: str) -> bool:
        """Say whether something of this kind bears the name, or may well do so."""
        return kind in self.unsure or name in self.names.get(kind, ())

    def known(self, kind: str) -> Iterable[str]:
        """All names of a kind, in file order."""
        return self.names.get(kind, {}).keys()

    def place_of(self, value: object, key: str) -> Node:
        """Return the node of a key of a value that was read, or of the value itself."""
        mapping = self.places[id(value)]
        return mapping.get(key) or mapping


def note_questions(root: Mapping, reading: Reading) -> None:
    """Make the ids of all questions known before anything else of the file is read.

    Where they cannot be found, names of questions are not judged.
    """
    near = get_close_matches("sections", root.values, n=1, cutoff=0.7)
    sections = root.get(near[0]) if near else None
    for section in _items(sections, reading):
        questions = section.get("questions") if type(section) is Mapping else None
        for question in _items(questions, reading):
            own = question.get("id") if type(question) is Mapping else None
            if type(own) is Scalar:
                reading.define("question", own.value, own)
            else:
                reading.unsure.add("question")


def _items(node: Node | None, reading: Reading) -> list[Node]:
    """Return what stands in a list of sections or questions; unsure when it is none."""
    if type(node) is Sequence and node.items:
        return node.items
    reading.unsure |= {"question", "coverage"}
    return []
