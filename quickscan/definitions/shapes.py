"""Shapes of several values together: lists, records, and named records."""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as ReadMapping
from dataclasses import dataclass
from typing import Any, Final, Generic, Protocol, TypeVar

from quickscan.definitions.messages import THINGS
from quickscan.definitions.nodes import Mapping, Node, Scalar, Sequence
from quickscan.definitions.reading import Reading
from quickscan.definitions.scalars import Json, Slug, is_empty

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Shape(Protocol[T_co]):
    """What may stand somewhere in a file, for the reader and for editors.

    `instead` is the harmless value with which reading goes on after a mistake.
    """

    @property
    def instead(self) -> T_co:
        """A value to go on with when the written one cannot be used."""

    def read(self, node: Node, reading: Reading) -> T_co | None:
        """Return the value; None, with the problem noted, when it cannot be used."""

    def schema(self) -> Json:
        """Return the JSON Schema of what may stand here."""


class ListOf(Generic[T]):
    """A list of at least `least` values of one shape."""

    instead: tuple[T, ...] = ()

    def __init__(self, item: Shape[T], least: int = 1) -> None:
        self.item = item
        self.least = least

    def read(self, node: Node, reading: Reading) -> tuple[T, ...] | None:
        """Return the values that can be used."""
        if type(node) is not Sequence:
            code = "empty" if is_empty(node) else "list_wanted"
            reading.problems.refuse(node, code)
            return None
        if len(node.items) < self.least:
            reading.problems.refuse(node, "list_empty")
        read = self.item.read
        values = [read(item, reading) for item in node.items]
        return tuple(value for value in values if value is not None)

    def schema(self) -> Json:
        """Return the JSON Schema of the list."""
        return {"type": "array", "items": self.item.schema(), "minItems": self.least}


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record: what may stand there and what it means.

    `field` is the name of the value it fills where that differs from the key.
    """

    shape: Shape[Any]
    about: str
    needed: bool = False
    field: str | None = None


class Record(Generic[T]):
    """A mapping with known keys, of which a value is made."""

    instead: Any = None

    def __init__(
        self,
        thing: str,
        make: Callable[..., T],
        keys: ReadMapping[str, Key],
        *,
        first: tuple[str, ...] = (),
        elsewhere: ReadMapping[str, str] | None = None,
    ) -> None:
        self.thing = thing
        self.make = make
        self.keys: Final = keys
        self.first = first
        self.elsewhere = elsewhere or {}
        self.needed = tuple(name for name, key in keys.items() if key.needed)
        self._instead = {
            keys[own].field or own: keys[own].shape.instead for own in self.needed
        }

    def read(self, node: Node, reading: Reading, **given: object) -> T | None:
        """Return what was made of the mapping; None when it is no mapping."""
        if type(node) is not Mapping:
            code = "empty" if is_empty(node) else "record_wanted"
            keys = self.needed or self.keys
            reading.problems.refuse(node, code, thing=THINGS[self.thing], keys=keys)
            return None
        made = self.make(**given, **self.values(node, reading))
        reading.places[id(made)] = node
        return made

    def values(self, node: Mapping, reading: Reading) -> dict[str, Any]:
        """Return what is made of each key, and something to go on with for what is needed."""
        found = self._known(node, reading)
        for name in self.needed:
            if name not in found:
                thing = THINGS[self.thing]
                reading.problems.refuse(node, "missing_key", key=name, thing=thing)
        values = self._instead.copy()
        for name in self._order(found):
            key = self.keys[name]
            value = key.shape.read(found[name], reading)
            if value is not None:
                values[key.field or name] = value
        return values

    def _order(self, found: ReadMapping[str, Node]) -> Iterable[str]:
        """Return the keys that are there, first those that the others refer to."""
        if not self.first:
            return found
        return dict.fromkeys(name for name in (*self.first, *found) if name in found)

    def _known(self, node: Mapping, reading: Reading) -> dict[str, Node]:
        """Return the values by known key; a misspelt key counts as the one it resembles."""
        if node.values.keys() <= self.keys.keys():
            return node.values
        found = {key.value: value for key, value in node.pairs if key.value in self.keys}
        for key, value in node.pairs:
            if key.value not in self.keys:
                near = self._refuse_key(key, node, reading)
                if near is not None:
                    found.setdefault(near, value)
        return found

    def _refuse_key(self, key: Scalar, node: Mapping, reading: Reading) -> str | None:
        if node.flow and is_comma(key, node):
            reading.problems.refuse(key, "comma_in_text", value=key.value)
            return None
        if key.value in self.elsewhere:
            kind = self.elsewhere[key.value]
            reading.problems.refuse(key, "key_of_other_kind", key=key.value, kind=kind)
            return None
        free = [name for name in self.keys if name not in node.values] or list(self.keys)
        thing = THINGS[self.thing]
        return reading.problems.refuse_name(key, "unknown_key", key.value, free, thing=thing)

    def schema(self) -> Json:
        """Return the JSON Schema of the mapping."""
        schema: Json = {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                name: {**key.shape.schema(), "description": key.about}
                for name, key in self.keys.items()
            },
        }
        if self.needed:
            schema["required"] = list(self.needed)
        return schema


def is_comma(key: Scalar, node: Mapping) -> bool:
    """Say whether a key without a value is the rest of a text that has a comma in it."""
    return " " in key.value and is_empty(node.get(key.value) or key)


class Keyed(Generic[T]):
    """Records by name: `name: {…}`, in file order."""

    instead: tuple[T, ...] = ()

    def __init__(self, kind: str, record: Record[T]) -> None:
        self.kind = kind
        self.record = record
        self._slug = Slug()

    def read(self, node: Node, reading: Reading) -> tuple[T, ...] | None:
        """Return the records, each with its name as `id`."""
        return self.read_as(self.kind, node, reading)

    def read_as(self, kind: str, node: Node, reading: Reading) -> tuple[T, ...] | None:
        """Return the records, whose names are then known as names of this kind."""
        if type(node) is not Mapping or not node.pairs:
            reading.unsure.add(kind)
            empty = is_empty(node) or type(node) is Mapping
            code = "empty" if empty else "names_wanted"
            reading.problems.refuse(node, code, thing=THINGS[self.kind])
            return None
        for key, _ in node.pairs:
            self._slug.read(key, reading)
            reading.define(kind, key.value, key)
        made = [self.read_one(key.value, value, reading) for key, value in node.pairs]
        return tuple(value for value in made if value is not None)

    def read_one(self, name: str, node: Node, reading: Reading) -> T | None:
        """Return one record."""
        return self.record.read(node, reading, id=name)

    def schema(self) -> Json:
        """Return the JSON Schema of the names and their records."""
        return {
            "type": "object",
            "propertyNames": {"$ref": "#/$defs/slug"},
            "additionalProperties": self.record.schema(),
            "minProperties": 1,
        }
