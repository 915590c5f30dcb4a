"""What the fonts of the report can show."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("fonts") / "coverage.txt"
"""Every character that some font has, as ranges; made by fonts/list_coverage.py."""

REPLACEMENT = "\ufffd"

_BEYOND_ASCII = re.compile("[^\x20-\x7e\n]")
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
    if character in "\t\r\v\f" or kind.startswith("Z"):
        return " "
    return "" if kind.startswith("C") and kind != "Co" and kind != "Cn" else REPLACEMENT


@cache
def _shown() -> frozenset[str]:
    steering = {own for own in _listed() if unicodedata.category(own) in ("Cc", "Cf")}
    return frozenset(_listed()) - steering | _JOINERS


def _listed() -> Iterator[str]:
    for line in LIST.read_text(encoding="ascii").split():
        first, last = (int(end, 16) for end in line.split("-"))
        yield from map(chr, range(first, last + 1))
