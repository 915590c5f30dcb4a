"""What a group answered to one statement: a mark per person, or a bar per option."""

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
from quickscan.presentation.charts.lettering import width, wrap
from quickscan.presentation.charts.shapes import Round, disc, hatched
from quickscan.presentation.colours import DEFAULT_PALETTE, Palette
from quickscan.presentation.team_outcome.values import Showing, Statement, Tally

WIDTH = 328
_TEXT = Lettering(size=15)
_NUMBER = Lettering(size=15, bold=True)
_LEADING = 18

_MARK, _PITCH = 7, 18
_IN_A_ROW = 9
_MOST = 36
"""So many marks can be drawn; of more people than that, the number says enough."""
_BETWEEN = 18

_BAR, _LABEL = 16, 150
_ROW = 23


def answers_drawn(
    statement: Statement,
    *,
    skin: Skin = Skin.PAGE,
    palette: Palette = DEFAULT_PALETTE,
    classes: str = "",
) -> Markup:
    """Return the answers to a statement as a drawing; "" where no numbers are shown.

    With few people a mark for each, in three groups: fill means how far along the scale. Else
    a bar for each option. What is off the scale stands apart, dashed. The title reads out
    every number; `tallies` is the table beside it.
    """
    if not statement.tallies:
        return Markup()
    pen = Pen(skin, palette)
    by_option = statement.showing is Showing.EXACT
    parts, height = (_bars if by_option else _marks)(pen, statement.tallies)
    title = statement.spoken
    return picture(WIDTH, height, parts, title=title, skin=skin, classes=classes)


def nothing_drawn(
    showing: Showing, *, skin: Skin = Skin.PAGE, palette: Palette = DEFAULT_PALETTE
) -> Markup:
    """Return a bar that is hatched for hidden and dotted for empty; "" for all else.

    It is decoration: the words must stand beside it.
    """
    pen = Pen(skin, palette)
    edge = Stroke(tint=Tint.EDGE, width=1)
    box = 1.0, 1.0, WIDTH - 2.0, float(_BAR)
    if showing is Showing.HIDDEN:
        parts = [pen.box(*box, fill=Tint.PAPER, line=edge)]
        parts.append(hatched(pen, *box, pitch=12, line=edge))
    elif showing is Showing.EMPTY:
        dotted = Stroke(tint=Tint.EDGE, width=2, dash=".1 6", round=True)
        parts = [pen.box(*box, line=dotted)]
    else:
        return Markup()
    return picture(WIDTH, _BAR + 2, parts, skin=skin)


# --- a mark for each person -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Group:
    """One group of marks: where it begins, and its label broken into lines."""

    tally: Tally
    lines: tuple[str, ...]
    wide: float

    @property
    def rows(self) -> int:
        """How many rows of marks there are."""
        return -(-_drawn(self.tally) // _IN_A_ROW)

    @property
    def high(self) -> float:
        """How high label and marks are together."""
        return _LEADING * len(self.lines) + _PITCH * max(self.rows, 1) + 4


def _drawn(tally: Tally) -> int:
    return tally.number if tally.number <= _MOST else 0


def _group(tally: Tally) -> _Group:
    lines = wrap(f"{tally.number} {tally.label}", WIDTH - 4, _TEXT.size)
    label = max(width(line, _TEXT.size, bold=True) for line in lines)
    return _Group(tally, lines, max(label, _PITCH * min(_drawn(tally), _IN_A_ROW)))


def _marks(pen: Pen, tallies: Sequence[Tally]) -> tuple[list[str], float]:
    """Draw groups after one another, on a next line where they do not fit."""
    parts: list[str] = []
    x = y = lowest = 0.0
    before = False
    for group in map(_group, tallies):
        if x and x + group.wide > WIDTH:
            x, y, before = 0.0, lowest + 6, group.tally.apart
        if group.tally.apart and not before and x:
            dotted = Stroke(tint=Tint.EDGE, width=1.5, dash="2 3")
            line = f"M{point(x - _BETWEEN / 2, y + 2)}V{number(y + group.high)}"
            parts.append(pen.path(line, line=dotted))
        before = group.tally.apart
        parts += _group_drawn(pen, group, x, y)
        lowest = max(lowest, y + group.high)
        x += group.wide + _BETWEEN
    return parts, lowest + 2


def _group_drawn(pen: Pen, group: _Group, x: float, y: float) -> list[str]:
    first = group.lines[0].removeprefix(str(group.tally.number))
    after = x + width(str(group.tally.number), _NUMBER.size, bold=True)
    parts = [
        pen.text(x, y + 14, str(group.tally.number), _NUMBER),
        pen.text(after + 4, y + 14, first.strip(), _TEXT),
        pen.lines(x, y + 14 + _LEADING, group.lines[1:], _TEXT, _LEADING),
    ]
    top = y + _LEADING * len(group.lines) + _PITCH / 2 + 2
    for rank in range(_drawn(group.tally)):
        row, column = divmod(rank, _IN_A_ROW)
        at = Round(x + _PITCH * column + _MARK + 1, top + _PITCH * row, _MARK)
        parts.append(_mark(pen, at, group.tally))
    return parts


def _mark(pen: Pen, at: Round, tally: Tally) -> str:
    if not tally.apart:
        return disc(pen, at, tally.fill, 2)
    frame = Stroke(tint=Tint.INK, width=1.6, dash="3 2")
    x, y, r = at
    return pen.box(x - r, y - r, 2 * r, 2 * r, fill=Tint.PAPER, line=frame, corner=2)


# --- a bar for each option --------------------------------------------------------------


def _bars(pen: Pen, tallies: Sequence[Tally]) -> tuple[list[str], float]:
    """Draw a bar under each other for what is on the scale, then for what is apart."""
    most = max(1, *(own.number for own in tallies))
    label = min(_LABEL, max(width(own.label, _TEXT.size) for own in tallies) + 2)
    figures = width(str(most), _NUMBER.size, bold=True) + 10
    unit = (WIDTH - label - 10 - figures) / most
    parts: list[str] = []
    y, before = 0.0, False
    for own in tallies:
        y += 8 if own.apart and not before and y else 0
        before = own.apart
        lines = wrap(own.label, label, _TEXT.size)
        high = max(_ROW, _LEADING * len(lines) + 6)
        first = y + high / 2 - _LEADING * (len(lines) - 1) / 2 + 5
        parts.append(pen.lines(0, first, lines, _TEXT, _LEADING))
        parts.append(_bar(pen, label + 10, y + high / 2, own.number * unit, own))
        y += high
    return parts, y + 2


def _bar(pen: Pen, x: float, y: float, long: float, tally: Tally) -> str:
    told = pen.text(x + long + (8 if long else 0), y + 5, str(tally.number), _NUMBER)
    if not tally.number:
        return told
    top = y - _BAR / 2
    if tally.apart:
        dashed = Stroke(tint=Tint.EDGE, width=2, dash="4 3")
        frame = pen.box(
            x + 1, top + 1, max(long - 2, 2), _BAR - 2, fill=Tint.PAPER, line=dashed
        )
        return frame + told
    return pen.box(x, top, long, _BAR, fill=Tint.ACCENT) + told
