"""How wide a text is in Atkinson Hyperlegible, so that drawings leave room for it.

The advance widths come from the font's own table, in thousandths of the font size, grouped
by width. Kerning is left out: texts turn out a little narrower than told here.
"""

import unicodedata
from functools import lru_cache

_REGULAR = {
    160: "'",
    205: ",.:;",
    233: "|",
    235: "·‘’",
    239: "l",
    254: "j",
    268: "`",
    278: "iìíîï",
    280: " \xa0",
    281: "!",
    300: "()",
    301: '"',
    311: "f",
    315: "[]",
    319: "{}",
    324: "t",
    340: "r",
    368: "-",
    377: "/\\",
    396: "_",
    398: "“”",
    402: "1",
    414: "IÌÍÎÏ",
    429: "yýÿ",
    433: "*",
    441: "v",
    460: "z",
    461: "x",
    471: "s",
    480: "–",
    490: "k",
    500: "cç",
    510: "7J",
    520: "?",
    526: "aàáâãäå",
    528: "×",
    536: "uùúûü",
    539: "Leèéêë",
    546: "hnñ",
    548: "F",
    549: "2",
    552: "^oòóôõöø",
    553: "<>",
    555: "~",
    558: "T",
    560: "g",
    564: "d",
    566: "bpþ",
    567: "EÈÉÊËð",
    574: "3",
    576: "qÞ",
    583: "5",
    589: "V",
    594: "$",
    595: "YÝ",
    596: "S",
    597: "ß",
    598: "69",
    601: "P",
    602: "+=÷",
    607: "Z",
    614: "4",
    615: "8",
    618: "R",
    619: "B",
    623: "X",
    626: "AÀÁÂÃÄÅ",
    627: "K",
    648: "0",
    654: "w",
    655: "#",
    656: "CÇ",
    664: "€",
    673: "D",
    689: "NÑ",
    690: "HUÙÚÛÜ",
    696: "…",
    705: "&",
    710: "G",
    712: "Ð",
    727: "OÒÓÔÕÖØ",
    753: "Q",
    780: "@",
    820: "M",
    840: "W",
    841: "m",
    874: "æ",
    927: "%",
    998: "Æ",
}

_BOLD = {
    222: "'",
    234: "|",
    243: ",.:;",
    259: "j",
    277: "‘’",
    283: "!",
    301: "ìíîï·",
    314: "`l",
    315: "i",
    320: " \xa0",
    333: "[]",
    366: "()",
    367: "f",
    370: "{}",
    372: "r",
    374: "-",
    379: "t",
    410: '"',
    430: "_",
    434: "*",
    442: "/\\",
    448: "1",
    458: "IÌÍÎÏ",
    498: "“”",
    508: "–",
    516: "z",
    518: "yýÿ",
    520: "cç",
    526: "v",
    533: "x~",
    534: "s",
    537: "L",
    539: "×",
    543: "7",
    544: "F",
    553: "aàáâãäå",
    560: "J",
    561: "9",
    566: "eèéêë",
    567: "k",
    570: "uùúûü",
    572: "hnñ",
    573: "<>oòóôõöø",
    580: "EÈÉÊË",
    586: "2",
    589: "^ð",
    594: "÷",
    596: "bdpþ",
    597: "g",
    601: "q",
    605: "3",
    612: "5",
    614: "?",
    615: "Þ",
    617: "T",
    618: "+=",
    619: "$S",
    621: "Zß",
    625: "8",
    626: "4P",
    632: "6",
    639: "B",
    652: "0",
    654: "R",
    656: "V",
    659: "K",
    663: "UÙÚÛÜ",
    673: "CÇ€",
    679: "H",
    686: "D",
    687: "YÝ",
    690: "AÀÁÂÃÄÅ",
    699: "X",
    700: "NÑ",
    702: "&",
    719: "G",
    723: "w",
    754: "@",
    763: "Ø",
    764: "OÒÓÔÕÖ",
    773: "Ð",
    781: "Q",
    783: "#",
    803: "…",
    842: "M",
    883: "Wæ",
    886: "m",
    977: "%",
    1016: "Æ",
}

_UNKNOWN = 1000
"""A character that the font does not have is set in another, perhaps as wide as high."""

_FROM_THE_RIGHT = {False: 600, True: 650}
"""A letter of Arabic or Hebrew. Joined, letters are narrower than apart: of Arabic words in
Noto Sans, nine in ten have less than this per letter."""

_ARABIC = "AL"
_UNSEEN = ("Mn", "Me", "Cf")
"""Marks that stand on a letter, and characters that only steer."""


def _by_character(groups: dict[int, str]) -> dict[str, int]:
    return {character: width for width, all_ in groups.items() for character in all_}


_WIDTHS = {False: _by_character(_REGULAR), True: _by_character(_BOLD)}


@lru_cache(maxsize=4096)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is at a font size, in the same unit."""
    widths = _WIDTHS[bold]
    thousandths = (
        widths[character] if character in widths else _elsewhere(character, bold=bold)
        for character in text
    )
    return sum(thousandths) * size / 1000


def _elsewhere(character: str, *, bold: bool) -> int:
    """Return how wide a character is at most, nearly always, in a font that stands in."""
    if unicodedata.category(character) in _UNSEEN:
        return 0
    from_the_right = unicodedata.bidirectional(character) in ("R", _ARABIC, "AN")
    return _FROM_THE_RIGHT[bold] if from_the_right else _UNKNOWN


@lru_cache(maxsize=4096)
def wrap(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines that fit; a word that is too long is broken with a hyphen.

    A soft hyphen in a word says where it is best broken. A word in Arabic letters is never
    broken: they are joined, and have no hyphen.
    """
    lines: list[str] = []
    current = ""
    for word in _words(text, room, size, bold=bold):
        joined = f"{current} {word}" if current else word
        if current and width(joined, size, bold=bold) > room:
            lines.append(current)
            current = word
        else:
            current = joined
    return (*lines, current)


def fits(text: str, room: float, size: float, *, bold: bool = False) -> bool:
    """Say whether every word of a text fits in the room without being broken."""
    whole = text.replace(_SOFT, "").split()
    return all(width(word, size, bold=bold) <= room for word in whole)


_SOFT = "\N{SOFT HYPHEN}"
_LEAST = 3
"""How many letters stay together at both ends of a broken word, if they can."""


def _words(text: str, room: float, size: float, *, bold: bool) -> list[str]:
    def must_break(word: str) -> bool:
        too_wide = width(word.replace(_SOFT, ""), size, bold=bold) > room
        return too_wide and len(word) > 1 and not _is_joined(word)

    words: list[str] = []
    for word in text.split():
        rest = word
        while must_break(rest):
            cut = _cut(rest, room, size, bold=bold)
            words.append(rest[:cut].replace(_SOFT, "") + "-")
            rest = rest[cut:]
        words.append(rest.replace(_SOFT, ""))
    return words


def _is_joined(word: str) -> bool:
    return any(unicodedata.bidirectional(letter) == _ARABIC for letter in word)


def _cut(word: str, room: float, size: float, *, bold: bool) -> int:
    """Return after how many letters a word is best broken so that it fits with a hyphen."""
    able = [
        cut
        for cut in range(1, len(word))
        if width(word[:cut].replace(_SOFT, "") + "-", size, bold=bold) <= room
    ]
    soft = [cut for cut in able if word[cut - 1] == _SOFT]
    hard = [cut for cut in able if _LEAST <= cut <= len(word) - _LEAST]
    return max(soft or hard or able or [1])
