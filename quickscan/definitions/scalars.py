"""Single values: what a plain word means in YAML, and the shapes of one value."""

import re
import unicodedata
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final, Generic, TypeGuard, TypeVar

from quickscan.definitions.messages import THINGS
from quickscan.definitions.nodes import Node, Scalar, Sequence
from quickscan.definitions.problems import Value
from quickscan.definitions.reading import Reading

Json = dict[str, Any]
E = TypeVar("E", bound=StrEnum)

SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# What YAML 1.1 takes an unquoted word for. Editors differ in it, so none of these is ever
# taken as a text.
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset(w for b in ("true", "yes", "on") for w in (b, b.title(), b.upper()))
_FALSE = frozenset(w for b in ("false", "no", "off") for w in (b, b.title(), b.upper()))
_WORDS = _NULL | _TRUE | _FALSE
_NUMBER = re.compile(
    r"[-+]?(?:0x[0-9a-fA-F_]+|0b[01_]+|0o[0-7_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?"
    r"|\.[0-9_]+|\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))(?:[eE][-+]?[0-9]+)?"
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\s].*)?")
_FIRST_OF_NUMBER = frozenset("0123456789+-.")

_HTTPS = re.compile(r"https://[^\s<>\"]+")
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,8})")
_FRACTION = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9}|/0*[1-9][0-9]{0,8})?")


def is_empty(node: Node) -> bool:
    """Say whether nothing was written, or a word that YAML reads as nothing."""
    return type(node) is Scalar and node.implicit[0] and node.value in _NULL


def misread(node: Scalar) -> str | None:
    """Return the problem of a value that YAML does not read as text, or None."""
    value = node.value
    if not node.implicit[0]:
        return None
    if not value:
        return "empty"
    if value in _WORDS:
        return "nothing_as_text" if value in _NULL else "truth_as_text"
    if value[0] in _FIRST_OF_NUMBER:
        if _DATE.fullmatch(value):
            return "date_as_text"
        if _NUMBER.fullmatch(value):
            return "number_as_text"
    return None


def word(node: Node, reading: Reading, wanted: str, **values: Value) -> str | None:
    """Return a single value that is text; None, with the problem noted, when it is not."""
    if type(node) is not Scalar:
        reading.problems.refuse(node, wanted, **values)
        return None
    code = misread(node)
    if code is not None:
        reading.problems.refuse(node, code, value=node.value)
        return None
    return node.value


class Slug:
    """A name made of a-z, 0-9 and hyphens."""

    instead = ""

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the name as written, also when it is no slug: others may refer to it."""
        name = word(node, reading, "slug_wanted")
        if name is not None and not SLUG.fullmatch(name):
            reading.problems.refuse(node, "no_slug", value=name, slug=slug_of(name))
        return name

    def schema(self) -> Json:
        """Return the JSON Schema of a slug."""
        return {"$ref": "#/$defs/slug"}


def slug_of(name: str) -> str:
    """Return a slug that resembles a name, to propose."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "een-naam"


class Id(Slug):
    """The name by which something of a kind is referred to, once in a file."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the name and note that something bears it."""
        name = super().read(node, reading)
        if name is not None:
            reading.define(self.kind, name, node)
        return name


class Reference(Slug):
    """The name of something of a kind that stands elsewhere in the file."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the name, or the one it resembles most; None where there is none."""
        return refer(node, reading, self.kind)


def refer(node: Node, reading: Reading, kind: str, thing: str | None = None) -> str | None:
    """Return the name of a known thing of this kind that a node refers to, or None."""
    name = word(node, reading, "slug_wanted")
    if name is None or reading.is_known(kind, name):
        return name
    known = reading.known(kind)
    what = THINGS[thing or kind]
    if not known:
        reading.unsure.add(kind)  # one mistake, however often the names are used
        reading.problems.refuse(node, "no_names", name=name, kind=what)
        return None
    return reading.problems.refuse_name(node, "unknown_name", name, known, kind=what)


def refuse_value(node: Node, reading: Reading, wanted: str) -> None:
    """Note that something else is wanted than what stands here, if anything does."""
    if is_empty(node):
        reading.problems.refuse(node, "empty")
    else:
        reading.problems.refuse(node, wanted, value=_shown(node))


def _shown(node: Node) -> Value:
    """Return how a message names what stands somewhere; quotes are part of the mistake."""
    if type(node) is Scalar:
        return node.value if node.implicit[0] else f'"{node.value}"'
    return THINGS["list" if type(node) is Sequence else "keys"]


def whole(node: Node) -> int | None:
    """Return the whole number that a node is, or None."""
    if type(node) is Scalar and node.implicit[0] and _WHOLE.fullmatch(node.value):
        return int(node.value)
    return None


class Whole:
    """A whole number between two bounds."""

    instead = 1

    def __init__(self, lowest: int, highest: int = 999_999_999) -> None:
        self.lowest = lowest
        self.highest = highest

    def read(self, node: Node, reading: Reading) -> int | None:
        """Return the number, or None when it is none or out of bounds."""
        number = whole(node)
        if number is None:
            refuse_value(node, reading, "whole_wanted")
            return None
        if number < self.lowest:
            reading.problems.refuse(node, "too_low", value=number, lowest=self.lowest)
            return None
        if number > self.highest:
            reading.problems.refuse(node, "too_high", value=number, highest=self.highest)
            return None
        return number

    def schema(self) -> Json:
        """Return the JSON Schema of a number between these bounds."""
        return {"type": "integer", "minimum": self.lowest, "maximum": self.highest}


class Exact:
    """A number between two bounds, as 1/2, 0.5 or 50, kept exact."""

    instead = Fraction(-1)  # lower than any that can be written, so that it is recognised

    def __init__(self, highest: int, code: str) -> None:
        self.highest = highest
        self.code = code

    def read(self, node: Node, reading: Reading) -> Fraction | None:
        """Return the number, or None when it is none or lies outside 0 and the highest."""
        if type(node) is Scalar and _FRACTION.fullmatch(node.value):
            number = Fraction(node.value)
            if 0 <= number <= self.highest:
                return number
        refuse_value(node, reading, self.code)
        return None

    def schema(self) -> Json:
        """Return the JSON Schema of a number or a fraction."""
        number = {"type": "number", "minimum": 0, "maximum": self.highest}
        return {"anyOf": [number, {"type": "string", "pattern": "^[0-9]+/[0-9]+$"}]}


def is_flag(node: Node) -> TypeGuard[Scalar]:
    """Say whether a node is true or false, in one of the words that YAML takes for them."""
    return type(node) is Scalar and node.implicit[0] and node.value in _TRUE | _FALSE


class Flag:
    """True or false."""

    instead = False

    def read(self, node: Node, reading: Reading) -> bool | None:
        """Return the truth value, or None when it is none."""
        if is_flag(node):
            return node.value in _TRUE
        refuse_value(node, reading, "truth_wanted")
        return None

    def schema(self) -> Json:
        """Return the JSON Schema of a truth value."""
        return {"type": "boolean"}


class OneOf(Generic[E]):
    """One of a few fixed words."""

    def __init__(self, words: type[E]) -> None:
        self.words = {member.value: member for member in words}
        self.instead = next(iter(words))

    def read(self, node: Node, reading: Reading) -> E | None:
        """Return the member, also when misspelt; None when it resembles none."""
        name = word(node, reading, "word_wanted", known=self.words)
        if name is None or name in self.words:
            return self.words.get(name or "")
        near = reading.problems.refuse_name(node, "unknown_word", name, self.words)
        return self.words.get(near or "")

    def schema(self) -> Json:
        """Return the JSON Schema of these words."""
        return {"enum": list(self.words)}


class Link:
    """An address that starts with https://."""

    instead = ""

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the address, or None when it is another or none."""
        address = word(node, reading, "line_wanted")
        if address is not None and not _HTTPS.fullmatch(address):
            reading.problems.refuse(node, "link_not_https", link=address)
            return None
        return address

    def schema(self) -> Json:
        """Return the JSON Schema of an address."""
        return {"type": "string", "format": "uri", "pattern": "^https://"}


class Line:
    """A text in one language, for authors only."""

    instead = ""

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the text, or None when it is none."""
        said = word(node, reading, "line_wanted")
        return None if said is None else said.strip()

    def schema(self) -> Json:
        """Return the JSON Schema of a text."""
        return {"type": "string"}
