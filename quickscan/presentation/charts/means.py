"""The mean of a group on its scale, with the range in which the mean of all probably lies."""

from markupsafe import Markup

from quickscan.presentation.charts.drawing import (
    Lettering,
    Pen,
    Skin,
    Stroke,
    Tint,
    number,
    picture,
    point,
)
from quickscan.presentation.charts.lettering import width
from quickscan.presentation.colours import DEFAULT_PALETTE, Palette
from quickscan.presentation.team_outcome.values import TeamTheme

WIDTH, HEIGHT = 328, 66
_START, _END = 20, 290
_Y = 34
_SMALL = Lettering(size=14, tint=Tint.MUTED)


def mean_drawn(
    theme: TeamTheme,
    *,
    skin: Skin = Skin.PAGE,
    palette: Palette = DEFAULT_PALETTE,
    classes: str = "",
) -> Markup:
    """Return a mean and the two ends of its interval on a scale; "" without an interval."""
    if theme.low is None or theme.high is None or theme.place.score is None:
        return Markup()
    pen = Pen(skin, palette)
    edge = Stroke(tint=Tint.EDGE, width=1.5)
    middle, low, high = (_x(own) for own in (theme.place.score, theme.low, theme.high))
    half = f"M{point(_x(50), _Y - 4)}v8"
    parts = [
        pen.path(f"M{point(_START, _Y)}H{number(_END)}", line=edge),
        pen.path(f"M{point(_START, _Y - 6)}v12M{point(_END, _Y - 6)}v12{half}", line=edge),
        pen.text(_START - 8, _Y + 5, "0", Lettering(size=14, tint=Tint.MUTED, anchor="end")),
        pen.text(_END + 8, _Y + 5, "100", _SMALL),
        pen.box(low, _Y - 9, max(high - low, 2), 18, fill=Tint.SOFT, line=Stroke(width=2)),
        pen.path(f"M{point(middle, _Y - 15)}v30", line=Stroke(tint=Tint.INK, width=4)),
        _centred(pen, middle, 14, str(theme.place.score), 16),
        _centred(pen, (low + high) / 2, _Y + 28, theme.interval, 14),
    ]
    return picture(WIDTH, HEIGHT, parts, title=theme.spoken, skin=skin, classes=classes)


def _centred(pen: Pen, x: float, y: float, words: str, size: float) -> str:
    """Return words around a place, but inside the drawing."""
    room = width(words, size, bold=True) / 2 + 1
    how = Lettering(size=size, bold=True, anchor="middle")
    return pen.text(min(max(x, room), WIDTH - room), y, words, how)


def _x(score: float) -> float:
    return _START + (_END - _START) * score / 100
