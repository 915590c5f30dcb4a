"""The path as ornament: on the front page and in the logo. It says nothing by itself."""

from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup

from quickscan.presentation.charts.curves import Spot, along, written
from quickscan.presentation.charts.drawing import Pen, Skin, Stroke, Tint, picture
from quickscan.presentation.charts.shapes import Round, loop
from quickscan.presentation.colours import DEFAULT_PALETTE, Palette

_WIDTH, _HEIGHT = 1120, 184
_HILLS = (126, 92, 140, 84, 124, 148)
"""How high the path lies at each station; it rolls on from the start where there are more."""
_LAST = 152


def path_home(
    count: int,
    *,
    skin: Skin = Skin.PAGE,
    palette: Palette = DEFAULT_PALETTE,
    classes: str = "",
) -> Markup:
    """Return the rolling path with so many stations, each above a column of its own.

    Decoration: the names stand in the columns below.
    """
    pen = Pen(skin, palette)
    spots = _spots(count)
    line = Stroke(width=9, round=True)
    parts = [pen.path(written(along(one, other)), line=line) for one, other in pairwise(spots)]
    if count > 1:
        turn = Round(*spots[-1], min(56, _WIDTH / count * 0.3))
        parts.append(loop(pen, turn, width=9, station=16, later=False, upward=True))
    rim = Stroke(width=6)
    parts += [pen.circle(x, y, 16, fill=Tint.PAPER, line=rim) for x, y in spots]
    return picture(_WIDTH, _HEIGHT, parts, skin=skin, classes=classes)


def _spots(count: int) -> Sequence[Spot]:
    column = _WIDTH / count
    hills = [_HILLS[i % len(_HILLS)] for i in range(count - 1)]
    return [Spot(26 + column * i, y) for i, y in enumerate([*hills, _LAST])]


def logo(*, skin: Skin = Skin.PAGE, palette: Palette = DEFAULT_PALETTE) -> Markup:
    """Return the mark of the service: a line with a station that ends in a loop."""
    pen = Pen(skin, palette)
    d = "M3 18c6 0 6-5 12-5s8 8 15 8a8 8 0 1 0 0-16 8 8 0 0 0 0 16"
    line = pen.path(d, line=Stroke(width=4, round=True))
    dot = pen.circle(4.5, 18, 3.6, fill=Tint.ACCENT)
    return picture(44, 26, [line, dot], skin=skin)
