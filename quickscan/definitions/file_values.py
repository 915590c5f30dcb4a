"""Plain values as they stand in a file, and how a few of them are written."""

from typing import Any

from quickscan.domain.texts import Language, Text

Data = dict[str, Any]
"""Keys and plain values as they stand in a file: text, numbers, truth, lists and mappings."""


class Flow(dict[str, Any]):
    """Values that fit on one line, between braces."""


class Flat(list[Any]):
    """A list that fits on one line, between brackets."""


class Figures(str):
    """A number that is written with exactly these figures."""

    __slots__ = ()


def without_nothing(*, keep: tuple[str, ...] = (), **values: object) -> Data:
    """Return the values that are there; an empty list or mapping only where it is wanted."""
    return {
        name: value
        for name, value in values.items()
        if name in keep or (value is not None and value not in ([], {}))
    }


def text_data(text: Text | None, default: Language) -> object:
    """Return a text as it stands in a file: a string where only the default is there."""
    if text is None:
        return None
    versions = dict(text.versions)
    return versions[default] if set(versions) == {default} else versions
