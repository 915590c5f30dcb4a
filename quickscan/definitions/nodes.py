"""YAML text to nodes that know where they stand.

The parser's events become nodes directly: composing and constructing cost twice as much and
lose the places of keys. Tags and second documents are refused.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import yaml

from quickscan.definitions.messages import Words
from quickscan.definitions.problems import Problems

DEEPEST: Final = 40
"""More levels than any questionnaire has: the deepest example in the documentation has 9."""

MOST_REPEATED: Final = 20_000
"""How many nodes aliases may repeat; our own questionnaire has 5 000 and repeats none."""

# libyaml is some ten times as quick as the same parser in Python, which is there to fall
# back on where PyYAML was built without it.
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


Scalar = yaml.ScalarEvent
"""A single value: `value` as written, `implicit[0]` true when it stands without quotes.

It is the parser's own event: making a second object of each costs a tenth of all reading.
"""


# Nodes are not frozen: freezing triples what making one costs, and a file has thousands.
@dataclass(slots=True)
class Sequence:
    """A list of nodes."""

    items: "list[Node]"
    start_mark: Any


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in file order; `flow` when written between { and }."""

    pairs: "list[tuple[Scalar, Node]]"
    values: "dict[str, Node]"
    start_mark: Any
    flow: bool

    def get(self, key: str) -> "Node | None":
        """Return the value of a key, or None when the key is not there."""
        return self.values.get(key)

    def key(self, key: str) -> Scalar | None:
        """Return the key itself, for its place, or None when it is not there."""
        return next((own for own, _ in self.pairs if own.value == key), None)


Node = Scalar | Sequence | Mapping


@dataclass(slots=True)
class Mark:
    """A place in a file; line and column from 0, as the parser counts."""

    line: int
    column: int


class _UnreadableError(Exception):
    """Something that stops reading at a place in the file."""

    def __init__(self, start: Any, code: str) -> None:
        super().__init__(code)
        self.start = start
        self.code = code


def compose(text: str, problems: Problems, empty: str = "empty_file") -> Node | None:
    """Return the one document in a YAML text, or None when it cannot be read.

    What is wrong goes to `problems`; `empty` is the problem of a text in which nothing
    stands. A key that stands twice keeps its first value.
    """
    try:
        root = _document(_Parser(text), problems)
    except yaml.MarkedYAMLError as error:
        start, code = _diagnosis(error, text)
        problems.refuse_at(start, code, said=error.problem or "")
    except yaml.reader.ReaderError:
        _refuse_character(text, problems)
    except _UnreadableError as error:
        problems.refuse_at(error.start, error.code)
    else:
        if root is None:
            problems.refuse_at(Mark(0, 0), empty)
        return root
    return None


def _refuse_character(text: str, problems: Problems) -> None:
    """Note the first character that YAML does not allow."""
    found = _FORBIDDEN.search(text)
    start, character = (found.start(), found.group()) if found else (0, text[:1])
    code = f"U+{ord(character):04X}"
    problems.refuse_at(place(text, start), "yaml_character", character=code)


def where(node: Node) -> Words:
    """Return the part of a sentence that says where a node starts: on which line or cell."""
    mark: Any = node.start_mark
    cell = getattr(mark, "cell", "")
    if cell:
        return Words(f"in {cell}", f"in {cell}")
    return Words(f"op regel {mark.line + 1}", f"on line {mark.line + 1}")


def place(text: str, index: int) -> Mark:
    """Return the line and column (from 0) of a character in a text."""
    before = text[:index]
    return Mark(before.count("\n"), index - (before.rfind("\n") + 1))


def _document(parser: Any, problems: Problems) -> Node | None:
    children: list[Any] = []
    stack: list[tuple[list[Any], Any]] = []
    aliases = _Aliases()
    next_event = parser.get_event
    while True:
        event = next_event()
        kind = type(event)
        if kind is Scalar:
            if event.tag is not None or event.anchor is not None:
                raise _UnreadableError(event.start_mark, "yaml_sign")
            children.append(event)
        elif kind in _OPENING:
            _refuse_opening(event, len(stack))
            stack.append((children, event))
            children = []
        elif kind in _CLOSING:
            above, opening = stack.pop()
            above.append(_closed(opening, children, problems))
            children = above
            if opening.anchor is not None:
                aliases.nodes[opening.anchor] = children[-1]
        elif kind is yaml.AliasEvent:
            children.append(aliases.find(event, len(stack)))
        elif kind is yaml.StreamEndEvent:
            return children[0] if children else None
        elif kind is yaml.DocumentStartEvent and children:
            raise _UnreadableError(event.start_mark, "yaml_documents")


_OPENING: Final = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_CLOSING: Final = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})


def _refuse_opening(event: Any, depth: int) -> None:
    if event.tag is not None:
        raise _UnreadableError(event.start_mark, "yaml_sign")
    if depth >= DEEPEST:
        raise _UnreadableError(event.start_mark, "yaml_deep")


class _Aliases:
    """What was named with & and is repeated with *, as programs that write YAML do.

    Repeating is bounded, so that a small file cannot unfold into a large one.
    """

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.repeated = 0
        self._measures: dict[int, tuple[int, int]] = {}

    def find(self, event: Any, depth: int) -> Node:
        node = self.nodes.get(event.anchor)
        if node is None:
            raise _UnreadableError(event.start_mark, "yaml_sign")
        size, height = self._measure(node)
        self.repeated += size
        if self.repeated > MOST_REPEATED or depth + height > DEEPEST:
            raise _UnreadableError(event.start_mark, "yaml_repeated")
        return node

    def _measure(self, node: Node) -> tuple[int, int]:
        """Return how many nodes a node unfolds into, and how deep."""
        if type(node) is Scalar:
            return 1, 0
        if id(node) not in self._measures:
            below: Iterable[Node] = ()
            if type(node) is Sequence:
                below = node.items
            elif type(node) is Mapping:
                below = node.values.values()
            sizes, heights = zip((0, 0), *map(self._measure, below), strict=True)
            self._measures[id(node)] = (1 + sum(sizes), 1 + max(heights))
        return self._measures[id(node)]


def _closed(opening: Any, children: list[Any], problems: Problems) -> Sequence | Mapping:
    """Return the node of which an opening event and all that lies in it are known."""
    if type(opening) is yaml.SequenceStartEvent:
        return Sequence(children, opening.start_mark)
    pairs = list(zip(children[::2], children[1::2], strict=True))
    values: dict[str, Node] = {}
    for key, value in pairs:
        if type(key) is not Scalar:
            raise _UnreadableError(key.start_mark, "yaml_key")
        if key.value in values:
            problems.refuse(key, "duplicate_key", key=key.value)
        else:
            values[key.value] = value
    if len(values) < len(pairs):
        pairs = [(key, value) for key, value in pairs if values[key.value] is value]
    return Mapping(pairs, values, opening.start_mark, opening.flow_style)


_CLOSERS: Final = ("}", "]", '"', "'")
_DIAGNOSES = (
    ("mapping values are not allowed", "yaml_colon"),
    ("tab character", "yaml_tab"),
    ("found unexpected end of stream", "yaml_quote"),
    ("unexpected document indicator", "yaml_quote"),
    ("unknown escape character", "yaml_escape"),
    ("cannot start any token", "yaml_start"),
    ("alphabetic or numeric character", "yaml_start"),
    ("expected ',' or", "yaml_bracket"),
    ("expected node content", "yaml_bracket"),
    ("did not find expected key", "yaml_indent"),
    ("did not find expected '-'", "yaml_indent"),
    ("<document start>", "yaml_indent"),
    ("<block end>", "yaml_indent"),
    ("block sequence entries are not allowed", "yaml_indent"),
    ("could not find expected ':'", "yaml_no_colon"),
)


def _diagnosis(error: yaml.MarkedYAMLError, text: str) -> tuple[Any, str]:
    """Return the place and the code that help most with an error of the parser."""
    start = error.problem_mark or error.context_mark or Mark(0, 0)
    opened = error.context_mark
    said = error.problem or ""
    code = next((code for words, code in _DIAGNOSES if words in said), "yaml_other")
    lines = text.split("\n")
    line = lines[start.line] if start.line < len(lines) else ""
    if code == "yaml_start" and line[start.column : start.column + 1] == "\t":
        code = "yaml_tab"
    if code == "yaml_indent" and line[: start.column].rstrip().endswith(_CLOSERS):
        code = "yaml_after"
    if code in ("yaml_quote", "yaml_no_colon") and opened:
        start = opened
    if code == "yaml_bracket" and opened and opened.line < start.line:
        start = opened
    if start.line >= len(lines):
        start = place(text, len(text))
    return start, code
