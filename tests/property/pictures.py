"""What can be seen in an SVG: its texts, each with the box it takes."""

import xml.etree.ElementTree as ET
from itertools import combinations
from typing import NamedTuple

from quickscan.presentation.charts.lettering import width

ASCENT, DESCENT = 0.72, 0.16
"""How far letters rise above and hang below the baseline, in the font's size."""


class Written(NamedTuple):
    words: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


def parsed(svg: str) -> ET.Element:
    """The SVG as XML; raises when it is not well-formed."""
    return ET.fromstring(svg)  # noqa: S314  our own drawing


def title(svg: str) -> str:
    return next((e.text or "" for e in parsed(svg).iter() if _name(e) == "title"), "")


def texts(svg: str) -> list[Written]:
    return [_written(e) for e in parsed(svg).iter() if _name(e) == "text"]


def overlapping(svg: str) -> list[tuple[str, str]]:
    return [
        (one.words, other.words)
        for one, other in combinations(texts(svg), 2)
        if one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    ]


def outside(svg: str) -> list[str]:
    """Texts that stick out of the picture."""
    wide, high = (float(n) for n in parsed(svg).attrib["viewBox"].split()[2:])
    return [
        own.words
        for own in texts(svg)
        if own.left < -1 or own.top < -1 or own.right > wide + 1 or own.bottom > high + 1
    ]


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _written(element: ET.Element) -> Written:
    x, y, size = (float(element.attrib[name]) for name in ("x", "y", "font-size"))
    words = element.text or ""
    wide = width(words, size, bold=element.get("font-weight") == "700")
    shift = {"start": 0.0, "middle": wide / 2, "end": wide}[
        element.get("text-anchor", "start")
    ]
    return Written(
        words, x - shift, y - ASCENT * size, x - shift + wide, y + DESCENT * size, size
    )
