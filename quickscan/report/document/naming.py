"""The places in a report that its contents and bookmarks lead to."""

from quickscan.presentation.language import Translator

BOARD = "bestuur"
GUIDE = "inhoud"
DIVIDED = "oneens"
PROFILE = "profiel"
GRID = "stellingen"
LATER = "later"
FIND_OUT = "uitzoeken"
AGENDA = "verbeteragenda"
NOTES = "notities"
ANSWERS = "antwoorden"
METHOD = "verantwoording"

IN_MARGIN = 60
"""The most characters of the name below every page."""

_LEFT_TO_RIGHT = "\u200e"
"""Keeps the number of the page in its place behind a name in Arabic."""


def part_name(number: int) -> str:
    """Return the name of the so-manieth theme; ids of themes may clash across dimensions."""
    return f"deel-{number}"


def in_margin(title: str, _: Translator) -> str:
    """Return what stands below every page, before the number of the page."""
    return clipped(_("Quickscan {name}", name=title), IN_MARGIN) + _LEFT_TO_RIGHT


def clipped(text: str, most: int) -> str:
    """Return a text of at most so many characters, cut between words where that can be."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > most // 2 else cut).rstrip(" ,.;:") + "…"
