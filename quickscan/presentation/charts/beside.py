"""Groups beside each other: for every theme a scale, with a numbered mark for each group."""

from collections.abc import Sequence
from dataclasses import dataclass

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
from quickscan.presentation.charts.lettering import wrap
from quickscan.presentation.charts.shapes import hatched
from quickscan.presentation.colours import DEFAULT_PALETTE, Palette
from quickscan.presentation.team_outcome.values import Showing, Side, TeamTheme

MOST = 9
"""How many groups can stand beside each other in one drawing; of more, a table tells more."""

_R, _LANE, _APART = 11, 25, 26
_TITLE = Lettering(size=16, bold=True)
_NAME = Lettering(size=15)
_DIGIT = Lettering(size=14, bold=True, anchor="middle")
_SCALE = Lettering(size=14, tint=Tint.MUTED, anchor="middle")
_HEAD = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """Where the columns are; `above` where the titles stand above their scale.

    From `side` on is room for groups without a figure, so many `in_a_row`.
    """

    width: float
    room: float
    start: float
    end: float
    side: float
    in_a_row: int
    above: bool


_WIDE = _Sheet(width=760, room=196, start=228, end=600, side=634, in_a_row=3, above=False)
_NARROW = _Sheet(width=328, room=324, start=14, end=210, side=242, in_a_row=2, above=True)
_STEP = 42


def groups_drawn(  # noqa: PLR0913  what is drawn, and how
    sides: Sequence[Side],
    *,
    heading: str = "",
    wide: bool = True,
    skin: Skin = Skin.PAGE,
    palette: Palette = DEFAULT_PALETTE,
    classes: str = "",
) -> Markup:
    """Return where up to nine groups stand on the same themes; "" for more of them, or one.

    A group without a figure stands beside the scale: hatched where it is hidden, dotted where
    it was not asked. A group that is hidden altogether is hatched among the names. The title
    reads out every figure; a table must stand beside it.
    """
    if not 1 < len(sides) <= MOST or not sides[0].themes:
        return Markup()
    pen, sheet = Pen(skin, palette), _WIDE if wide else _NARROW
    parts: list[str] = []
    y = float(_HEAD)
    ranks = [rank for rank, side in enumerate(sides, start=1) if not side.is_hidden]
    for own in zip(*(side.themes for side in sides), strict=True):
        drawn, high = _row(pen, sheet, y, [(own[rank - 1], rank) for rank in ranks], own[0])
        parts += drawn
        y += high
    guides = _guides(pen, sheet, y)
    names, bottom = _names(pen, sheet, y + 18, sides)
    title = " ".join(
        (f"{heading.rstrip('.')}.", *_spoken(sides)) if heading else _spoken(sides)
    )
    return picture(
        sheet.width, bottom, [guides, *parts, *names], title=title, skin=skin, classes=classes
    )


def _spoken(sides: Sequence[Side]) -> tuple[str, ...]:
    return tuple(
        f"{side.name}. " + " ".join(own.place.spoken for own in side.themes) for side in sides
    )


def _guides(pen: Pen, sheet: _Sheet, bottom: float) -> str:
    """Return the ends and the middle of the scale, from top to bottom."""
    line = Stroke(tint=Tint.LINE, width=1)
    parts = []
    for at in (0, 50, 100):
        x = _x(sheet, at)
        parts.append(pen.path(f"M{point(x, _HEAD - 8)}V{number(bottom)}", line=line))
        parts.append(pen.text(x, 15, str(at), _SCALE))
    return "".join(parts)


def _row(
    pen: Pen,
    sheet: _Sheet,
    y: float,
    groups: Sequence[tuple[TeamTheme, int]],
    theme: TeamTheme,
) -> tuple[list[str], float]:
    """Return one theme and how high it is; marks that would touch lie below each other."""
    titles = wrap(theme.place.title, sheet.room, _TITLE.size, bold=True)
    lanes = _lanes(
        [
            (_x(sheet, own.place.score), rank)
            for own, rank in groups
            if own.place.score is not None
        ]
    )
    without = [(own, rank) for own, rank in groups if own.place.score is None]
    rows = -(-len(without) // sheet.in_a_row)
    high = max(max((lane for *_, lane in lanes), default=0) + 1, rows) * _LANE
    text = 20 * len(titles)
    top = y + (text if sheet.above else max(text - high, 0) / 2) + 7
    first = y + 20 if sheet.above else y + 7 + max(high - text, 0) / 2 + 15
    parts = [pen.lines(0, first, titles, _TITLE, 20)]
    for x, rank, lane in lanes:
        parts.append(_mark(pen, x, top + _LANE * (lane + 0.5), rank))
    for place, (own, rank) in enumerate(without):
        row, column = divmod(place, sheet.in_a_row)
        x, middle = sheet.side + _STEP * column, top + _LANE * (row + 0.5)
        parts.append(_without(pen, x, middle, own.showing, rank))
    return parts, (text + high if sheet.above else max(text, high)) + 14


def _lanes(marks: Sequence[tuple[float, int]]) -> list[tuple[float, int, int]]:
    """Return for each mark how low it lies, so that none touches another."""
    ends: list[float] = []
    placed = []
    for x, rank in sorted(marks):
        lane = next((own for own, end in enumerate(ends) if x - end >= _APART), len(ends))
        ends[lane:] = [x, *ends[lane + 1 :]]
        placed.append((x, rank, lane))
    return placed


def _mark(pen: Pen, x: float, y: float, rank: int) -> str:
    disc = pen.circle(x, y, _R, fill=Tint.PAPER, line=Stroke(width=2.5))
    return disc + pen.text(x, y + 5, str(rank), _DIGIT)


def _without(pen: Pen, x: float, y: float, showing: Showing, rank: int) -> str:
    """Return a group that has no figure here, with its number behind it."""
    told = pen.text(x + 18, y + 5, str(rank), _DIGIT) if rank else ""
    edge = Stroke(tint=Tint.EDGE, width=1.5)
    if showing is Showing.NOT_ASKED:
        dotted = Stroke(tint=Tint.EDGE, width=2, dash="2.6 2.6")
        return pen.circle(x, y, 8, line=dotted) + told
    box = x - 9, y - 9, 18.0, 18.0
    frame = pen.box(*box, fill=Tint.PAPER, line=edge)
    return frame + hatched(pen, *box, pitch=6, line=edge) + told


def _names(
    pen: Pen, sheet: _Sheet, y: float, sides: Sequence[Side]
) -> tuple[list[str], float]:
    """Return the names of the groups with their numbers, and where they end."""
    columns = 1 if sheet.above else 2
    wide = sheet.width / columns
    half = -(-len(sides) // columns)
    parts, bottom = [], y
    for column in range(columns):
        at = y
        for rank in range(column * half, min((column + 1) * half, len(sides))):
            lines = wrap(sides[rank].name, wide - 46, _NAME.size)
            x, middle = column * wide + 13, at + 13
            parts.append(
                _without(pen, x, middle, Showing.HIDDEN, 0)
                if sides[rank].is_hidden
                else _mark(pen, x, middle, rank + 1)
            )
            parts.append(pen.lines(column * wide + 34, at + 18, lines, _NAME, 19))
            at += 19 * len(lines) + 11
        bottom = max(bottom, at)
    return parts, bottom


def _x(sheet: _Sheet, score: float) -> float:
    return sheet.start + (sheet.end - sheet.start) * score / 100
