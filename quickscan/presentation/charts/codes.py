"""A link as a QR code (ISO/IEC 18004): to be read by the camera of a phone."""

from collections.abc import Iterator
from functools import lru_cache

import segno
from markupsafe import Markup

from quickscan.presentation.charts.drawing import Pen, Skin, Tint, picture
from quickscan.presentation.colours import DEFAULT_PALETTE, HouseColours, Palette

QUIET = 4
"""How many modules stay empty on every side, as the standard asks."""

_CORRECTION = "m"
"""Readable while 15 % of it is lost: a stain, or a fold."""


def qr_drawn(
    link: str,
    *,
    title: str,
    size: float = 160,
    skin: Skin = Skin.PAGE,
    palette: Palette = DEFAULT_PALETTE,
) -> Markup:
    """Return a link as a QR code; the link itself must stand beside it.

    Dark on light, also where a house has other colours: cameras need that.
    """
    return _drawn(link, title, size, skin, palette.house)


@lru_cache(maxsize=512)
def _drawn(link: str, title: str, size: float, skin: Skin, house: HouseColours) -> Markup:
    code = segno.make(link, error=_CORRECTION, micro=False)
    rows = [[bool(module) for module in row] for row in code.matrix]
    side = len(rows) + 2 * QUIET
    pen = Pen(skin, Palette(house=house))
    shapes = [
        pen.box(0, 0, side, side, fill=Tint.PAPER),
        '<g shape-rendering="crispEdges">',
        pen.path("".join(_runs(rows)), fill=Tint.INK),
        "</g>",
    ]
    return picture(side, side, shapes, title=title, skin=skin, classes="qr", size=size)


def _runs(rows: list[list[bool]]) -> Iterator[str]:
    """Yield the dark modules as boxes, those beside each other in one."""
    for y, row in enumerate(rows):
        start = None
        for x, dark in enumerate([*row, False]):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                yield f"M{start + QUIET} {y + QUIET}h{x - start}v1h-{x - start}z"
                start = None
