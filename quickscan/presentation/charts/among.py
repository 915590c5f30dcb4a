"""One among others: for every theme a scale, the middle half of all, and one's own mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from quickscan.presentation.among import AmongKey, AmongRow
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
from quickscan.presentation.charts.lettering import width, wrap
from quickscan.presentation.charts.shapes import hatched
from quickscan.presentation.colours import DEFAULT_PALETTE, Palette

_HEAD, _HALF = 30, 9
_TITLE = Lettering(size=16, bold=True)
_WORD = Lettering(size=15)
_SCALE = Lettering(size=14, tint=Tint.MUTED, anchor="middle")
_THIN = Stroke(tint=Tint.LINE, width=1)
_FRAME = Stroke(width=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """Where the columns are; `above` where the titles stand above their scale."""

    width: float
    room: float
    start: float
    end: float
    above: bool


_WIDE = _Sheet(width=760, room=196, start=228, end=620, above=False)
_NARROW = _Sheet(width=328, room=322, start=14, end=314, above=True)


def among_drawn(  # noqa: PLR0913  what is drawn, and how
    rows: Sequence[AmongRow],
    key: AmongKey,
    *,
    heading: str = "",
    wide: bool = True,
    skin: Skin = Skin.PAGE,
    palette: Palette = DEFAULT_PALETTE,
    classes: str = "",
) -> Markup:
    """Return where one stands among others on each theme; "" where nothing is shown of any.

    The middle half is a box with a bar at the middle; hatched where it is hidden. One's own
    mark is a disc. The title reads out every figure; a table must stand beside it.
    """
    if all(row.nothing for row in rows):
        return Markup()
    pen, sheet = Pen(skin, palette), _WIDE if wide else _NARROW
    parts: list[str] = []
    y = float(_HEAD)
    for row in rows:
        drawn, high = _row(pen, sheet, y, row)
        parts += drawn
        y += high
    told, bottom = _key(pen, sheet, y + 14, rows, key)
    spoken = [f"{heading.rstrip('.')}."] if heading else []
    title = " ".join((*spoken, *(row.spoken for row in rows)))
    shapes = [_guides(pen, sheet, y), *parts, *told]
    return picture(sheet.width, bottom, shapes, title=title, skin=skin, classes=classes)


def _guides(pen: Pen, sheet: _Sheet, bottom: float) -> str:
    """Return the ends and the middle of the scale, from top to bottom."""
    parts = []
    for at in (0, 50, 100):
        x = _x(sheet, at)
        parts.append(pen.path(f"M{point(x, _HEAD - 8)}V{number(bottom)}", line=_THIN))
        parts.append(pen.text(x, 15, str(at), _SCALE))
    return "".join(parts)


def _row(pen: Pen, sheet: _Sheet, y: float, row: AmongRow) -> tuple[list[str], float]:
    """Return one theme, and how high it is."""
    own = Lettering(size=16, bold=True, anchor="end")
    score = row.own if row.score is not None else ""
    room = sheet.room - (width(score, 16, bold=True) + 12 if sheet.above and score else 0)
    titles = wrap(row.title, room, _TITLE.size, bold=True)
    text = 20 * len(titles)
    high = text + 44 if sheet.above else max(text + 14, 44)
    middle = y + text + 20 if sheet.above else y + high / 2
    first = y + 16 if sheet.above else middle - text / 2 + 15
    at = first if sheet.above else middle + 5
    parts = [
        pen.lines(0, first, titles, _TITLE, 20),
        pen.text(sheet.width - 2, at, score, own),
        _others(pen, sheet, middle, row),
    ]
    if row.score is not None:
        parts.append(_own(pen, _x(sheet, row.score), middle))
    return parts, high


def _others(pen: Pen, sheet: _Sheet, y: float, row: AmongRow) -> str:
    line = Stroke(tint=Tint.EDGE, width=1.5)
    scale = pen.path(f"M{point(sheet.start, y)}H{number(sheet.end)}", line=line)
    if row.nothing:
        return _hidden(pen, sheet.start, y, sheet.end - sheet.start)
    low, high = _x(sheet, row.low), _x(sheet, row.high)
    return scale + _box(pen, low, y, max(high - low, 4)) + _bar(pen, _x(sheet, row.middle), y)


def _box(pen: Pen, x: float, y: float, wide: float) -> str:
    return pen.box(x, y - _HALF, wide, 2 * _HALF, fill=Tint.SOFT, line=_FRAME)


def _bar(pen: Pen, x: float, y: float) -> str:
    return pen.path(f"M{point(x, y - 14)}v28", line=Stroke(tint=Tint.INK, width=4))


def _own(pen: Pen, x: float, y: float) -> str:
    return pen.circle(x, y, 8, fill=Tint.ACCENT, line=Stroke(tint=Tint.PAPER, width=2.5))


def _hidden(pen: Pen, x: float, y: float, wide: float) -> str:
    edge = Stroke(tint=Tint.EDGE, width=1.5)
    box = x, y - _HALF, wide, 2.0 * _HALF
    frame = pen.box(*box, fill=Tint.PAPER, line=edge)
    return frame + hatched(pen, *box, pitch=8, line=Stroke(tint=Tint.EDGE, width=1))


def _key(
    pen: Pen, sheet: _Sheet, y: float, rows: Sequence[AmongRow], key: AmongKey
) -> tuple[list[str], float]:
    """Return what each mark is, and where that ends: beside each other where it fits."""
    marks = [(_own(pen, 10, 0), key.own), (_bar(pen, 10, 0), key.middle)]
    marks.append((_box(pen, 0, 0, 20), key.half))
    if any(row.nothing for row in rows):
        marks.append((_hidden(pen, 0, 0, 20), key.hidden))
    parts, x, at = [], 0.0, y + 18
    for mark, words in marks:
        wide = 30 + width(words, _WORD.size)
        if x and x + wide > sheet.width:
            x, at = 0.0, at + 34
        moved = f'<g transform="translate({number(x)} {number(at)})">{mark}</g>'
        parts += [moved, pen.text(x + 30, at + 5, words, _WORD)]
        x += wide + 26
    return parts, at + 20


def _x(sheet: _Sheet, score: float) -> float:
    return sheet.start + (sheet.end - sheet.start) * score / 100
