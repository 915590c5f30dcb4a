"""One answer as a mark: its share as a filled disc, and squares for what has no points."""

from functools import lru_cache

from markupsafe import Markup

from quickscan.presentation.charts.drawing import Lettering, Pen, Skin, Stroke, Tint, picture
from quickscan.presentation.charts.shapes import Round, disc
from quickscan.presentation.colours import DEFAULT_PALETTE, HouseColours, Palette
from quickscan.presentation.outcome.values import Mark, MarkState

SIDE = 22
_MIDDLE = SIDE / 2
_DISC = Round(_MIDDLE, _MIDDLE, 9)
_QUARTERS = 4


def mark(
    mark: Mark,
    *,
    skin: Skin = Skin.PAGE,
    palette: Palette = DEFAULT_PALETTE,
    size: float = SIDE,
) -> Markup:
    """Return the mark of an answer. It is decoration: its label must stand beside it."""
    return _mark(mark.state, mark.quarters, skin, palette.house, size)


def station_mark(
    fill: float, *, skin: Skin = Skin.PAGE, palette: Palette = DEFAULT_PALETTE
) -> Markup:
    """Return a station of the path, as large as a mark, for the key of the bands."""
    pen = Pen(skin, palette)
    shape = disc(pen, _DISC, fill, 2)
    return picture(SIDE, SIDE, [shape], skin=skin, classes="mark")


@lru_cache(maxsize=512)
def _mark(
    state: MarkState, quarters: int, skin: Skin, house: HouseColours, size: float
) -> Markup:
    pen = Pen(skin, Palette(house=house))
    shape = _shape(pen, state, quarters)
    return picture(SIDE, SIDE, [shape], skin=skin, classes="mark", size=size)


def _shape(pen: Pen, state: MarkState, quarters: int) -> str:
    match state:
        case MarkState.POINTS:
            return disc(pen, _DISC, quarters / _QUARTERS, 2)
        case MarkState.UNKNOWN:
            return _square(pen, dash="3 2.2") + pen.text(_MIDDLE, 16.2, "?", _SIGN)
        case MarkState.NOT_APPLICABLE:
            return _square(pen) + pen.path("M7 11h8", line=Stroke(tint=Tint.INK, width=2))
        case MarkState.SKIPPED:
            return _square(pen)
        case MarkState.GIVEN:
            return pen.box(6, 6, 10, 10, fill=Tint.ACCENT, corner=2)
        case MarkState.NOT_YET:
            dotted = Stroke(tint=Tint.EDGE, width=2, dash="2.6 2.6")
            return pen.circle(_MIDDLE, _MIDDLE, 8, line=dotted)


_SIGN = Lettering(size=15, bold=True, anchor="middle")


def _square(pen: Pen, dash: str = "") -> str:
    frame = Stroke(tint=Tint.INK, width=1.6, dash=dash)
    return pen.box(2.5, 2.5, 17, 17, fill=Tint.PAPER, line=frame, corner=2)
