# ruff: noqa: INP001  a script for who changes a font, no part of the program
"""Draw QuickscanMarks.ttf: the marks of the answers as glyphs of a font.

A glyph costs the renderer a third of what an inline SVG costs, and a report has more than a
hundred marks. The shapes are those of `presentation.charts`: a ring of 22 by 22 whose filled
part says how far. Run this file after changing a shape: `python draw_marks.py`.
"""

import math
from collections.abc import Sequence
from pathlib import Path

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

Point = tuple[float, float]
Contour = list[tuple[Point, bool]]
"""Points with whether the outline goes through them, clockwise in the font's axes."""

FAMILY = "Quickscan Marks"
EM = 1000
UNIT = EM / 22
DROP = 130
"""How far below the baseline the marks start, so that they stand in the middle of x-height."""

OUTER, INNER, SECTOR = 10.0, 8.0, 9.0
STEPS = 16


def glyphs() -> dict[str, list[Contour]]:
    """Return the outlines of each character."""
    ring = [_arc(OUTER, 0, 360), _arc(INNER, 0, 360)[::-1]]
    return {
        "○": ring,
        "◔": [*ring, _sector(90)],
        "◑": [*ring, _sector(180)],
        "◕": [*ring, _sector(270)],
        "●": [_arc(OUTER, 0, 360)],
        "◌": [_dash(start, 22) for start in range(0, 360, 40)],
        "⍰": [*_dashed_square(), *_question_mark()],
        "□": _square(9.2, 1.7),
        "⊟": [*_square(9.2, 1.7), _box(6.5, 10, 15.5, 12)],
        "▪": [_box(6, 6, 16, 16)],
    }


def _at(radius: float, degrees: float) -> Point:
    """Return a point on a circle; 0 degrees is the top, turning clockwise."""
    turn = math.radians(degrees)
    return 11 + radius * math.sin(turn), 11 + radius * math.cos(turn)


def _arc(radius: float, start: float, end: float) -> Contour:
    """Return an arc as quadratic curves: points on it, and the control points between."""
    steps = max(2, round(STEPS * (end - start) / 360))
    step = (end - start) / steps
    away = radius / math.cos(math.radians(step / 2))
    contour: Contour = []
    for number in range(steps):
        here = start + number * step
        contour += [(_at(radius, here), True), (_at(away, here + step / 2), False)]
    whole_circle = end - start >= 360  # noqa: PLR2004  a full turn
    return contour if whole_circle else [*contour, (_at(radius, end), True)]


def _sector(end: float) -> Contour:
    return [*_arc(SECTOR, 0, end), ((11, 11), True)]


def _dash(start: float, length: float) -> Contour:
    return [*_arc(9.6, start, start + length), *_arc(7.8, start, start + length)[::-1]]


def _box(left: float, bottom: float, right: float, top: float) -> Contour:
    corners = ((left, bottom), (left, top), (right, top), (right, bottom))
    return [(corner, True) for corner in corners]


def _square(half: float, width: float) -> list[Contour]:
    low, high = 11 - half, 11 + half
    hole = _box(low + width, low + width, high - width, high - width)[::-1]
    return [_box(low, low, high, high), hole]


def _dashed_square() -> list[Contour]:
    low, high, width, dash, gap = 1.6, 20.4, 1.7, 3.4, 1.73
    starts = [low + number * (dash + gap) for number in range(4)]
    boxes = []
    for start in starts:
        end = min(start + dash, high)
        boxes += [_box(start, low, end, low + width), _box(start, high - width, end, high)]
        if start not in (starts[0], starts[-1]):
            boxes += [_box(low, start, low + width, end), _box(high - width, start, high, end)]
    for corner in (low, high - dash):
        up = (low + width, low + dash) if corner == low else (high - dash, high - width)
        boxes += [_box(low, up[0], low + width, up[1])]
        boxes += [_box(high - width, up[0], high, up[1])]
    return boxes


def _question_mark() -> list[Contour]:
    """Return a question mark: an open bow, a stem and a dot."""
    outer = [_turn(4.3, angle) for angle in (-80, -30, 30, 80, 130)]
    inner = [_turn(2.2, angle) for angle in (130, 80, 30, -30, -80)]
    bow = [*_through(outer), ((12.1, 9.3), True), ((12.1, 8.0), True), ((9.9, 8.0), True)]
    bow += [((9.9, 10.3), True), *_through(inner)]
    return [bow, _box(9.9, 4.6, 12.1, 6.8)]


def _turn(radius: float, degrees: float) -> Point:
    turn = math.radians(degrees)
    return 11 + radius * math.sin(turn), 13.2 + radius * math.cos(turn)


def _through(points: Sequence[Point]) -> Contour:
    return [(points[0], True), *((point, False) for point in points[1:-1]), (points[-1], True)]


def build(path: Path) -> None:
    """Write the font."""
    drawn = glyphs()
    names = {ord(character): f"uni{ord(character):04X}" for character in drawn}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space", *names.values()])
    builder.setupCharacterMap({32: "space", **names})
    outlines = {".notdef": _pen([]), "space": _pen([])}
    outlines |= {names[ord(own)]: _pen(contours) for own, contours in drawn.items()}
    builder.setupGlyf(outlines)
    drawn_bounds = builder.font["glyf"]
    lefts = {name: getattr(drawn_bounds[name], "xMin", 0) for name in outlines}
    builder.setupHorizontalMetrics({name: (EM, lefts[name]) for name in outlines})
    builder.setupHorizontalHeader(ascent=880, descent=-230)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-230, usWinAscent=880, usWinDescent=230)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(path)


def _pen(contours: list[Contour]) -> object:
    pen = TTGlyphPen(None)
    for contour in contours:
        first = next(place for place, (_, on) in enumerate(contour) if on)
        turned = contour[first:] + contour[:first]
        placed = [((x * UNIT, y * UNIT - DROP), on) for (x, y), on in turned]
        rounded = [((round(x), round(y)), on) for (x, y), on in placed]
        pen.moveTo(rounded[0][0])
        waiting: list[tuple[int, int]] = []
        for point, on in rounded[1:]:
            waiting.append(point)
            if on:
                _line_or_curve(pen, waiting)
                waiting = []
        if waiting:
            _line_or_curve(pen, [*waiting, rounded[0][0]])
        pen.closePath()
    return pen.glyph()


def _line_or_curve(pen: TTGlyphPen, points: list[tuple[int, int]]) -> None:
    if len(points) == 1:
        pen.lineTo(points[0])
    else:
        pen.qCurveTo(*points)


if __name__ == "__main__":
    build(Path(__file__).with_name("QuickscanMarks-Regular.ttf"))
