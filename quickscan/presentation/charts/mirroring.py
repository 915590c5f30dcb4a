"""Drawings for a language that is read from right to left: all turned but the letters."""

import re

from markupsafe import Markup

from quickscan.presentation.charts.drawing import number
from quickscan.presentation.language import is_right_to_left

_WIDTH = re.compile(r'viewBox="0 0 ([\d.]+) ')
_START = re.compile(r"(<svg[^>]*>(?:<title>.*?</title>)?)(.*)</svg>", re.DOTALL)
_UPRIGHT = re.compile(r'<(text|path) (?:data-upright|x)="(-?[\d.]+)"([^>]*)>')
_ANCHOR = re.compile(r' text-anchor="(start|middle|end)"')
_OTHER = {"start": "end", "middle": "middle", "end": "start"}


def facing(svg: Markup, language: str) -> Markup:
    """Return a drawing as readers of a language look at it."""
    return mirrored(svg) if is_right_to_left(language) else svg


def mirrored(svg: Markup) -> Markup:
    """Return a drawing turned left to right, with letters and ticks upright in their place."""
    parts, width = _START.search(svg), _WIDTH.search(svg)
    if parts is None or width is None:
        return svg
    body = _UPRIGHT.sub(_turned_back, parts[2])
    turn = f'transform="translate({width[1]} 0) scale(-1 1)" direction="ltr"'
    return Markup(f"{parts[1]}<g {turn}>{body}</g></svg>")  # noqa: S704  a drawing of ours


def _turned_back(found: re.Match[str]) -> str:
    """Return a text or tick that is turned twice, around where it stands."""
    name, x, rest = found[1], float(found[2]), found[3]
    own = f'transform="translate({number(2 * x)} 0) scale(-1 1)"'
    if name == "path":
        return f"<path {own}{rest}>"
    anchor = _ANCHOR.search(rest)
    swapped = _OTHER[anchor[1] if anchor else "start"]
    rest = _ANCHOR.sub("", rest)
    return f'<text {own} x="{number(x)}" text-anchor="{swapped}"{rest}>'
