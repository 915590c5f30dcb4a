"""What the fonts of the report can show."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("fonts") / "coverage.txt"
"""Every character that some font has, as ranges; made by fonts/list_coverage.py."""

REPLACEMENT = "\ufffd"

_BEYOND_ASCII = re.compile("[^\x20-\x7e\n\t]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
"""Categories of control characters, steering characters and halves of characters."""

_JOINERS = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\u00ad")
"""Characters that are not seen but do their work: joiners, soft hyphens, emoji or text."""


def printable(text: str) -> str:
    """Return a text with only what the fonts can show.

    A character that none has becomes U+FFFD. Control characters, and those that turn the
    direction of what comes after them, are left out: a name may not reorder its sentence.
    """
    strange = set(_BEYOND_ASCII.findall(text)) - _shown()
    if not strange:
        return text
    return text.translate({ord(own): _instead(own) for own in strange})


def _instead(character: str) -> str:
    kind = unicodedata.category(character)
    if character in "\r\v\f" or kind.startswith("Z"):
        return " "
    return "" if kind in _UNSEEN else REPLACEMENT


@cache
def _shown() -> frozenset[str]:
    steering = {own for own in listed() if unicodedata.category(own) in _UNSEEN}
    return frozenset(listed()) - steering | _JOINERS


def listed() -> Iterator[str]:
    """Yield every character that some font has."""
    for line in LIST.read_text(encoding="ascii").split():
        first, last = (int(end, 16) for end in line.split("-"))
        yield from map(chr, range(first, last + 1))
