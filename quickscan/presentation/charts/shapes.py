"""The shapes that all drawings share: discs, stations, the line between them, the loop."""

import math
from typing import NamedTuple

from quickscan.presentation.charts.curves import Spot
from quickscan.presentation.charts.drawing import Lettering, Pen, Stroke, Tint, number, point
from quickscan.presentation.outcome.values import Place, PlaceState

_LATER = 0.76
"""How large a station that comes later is, beside one that is asked."""

_HERE = 1.5
"""How large the ring is around where people are."""


class Round(NamedTuple):
    """Where something round is: its middle and its radius."""

    x: float
    y: float
    r: float


# --- discs ------------------------------------------------------------------------------


def sector(x: float, y: float, r: float, share: float) -> str:
    """Return a path: a share (between 0 and 1) of a disc, clockwise from the top."""
    angle = 2 * math.pi * share
    end = point(x + r * math.sin(angle), y - r * math.cos(angle))
    large = int(share > 0.5)  # noqa: PLR2004  more than half the way round
    return f"M{point(x, y)}V{number(y - r)}A{point(r, r)} 0 {large} 1 {end}Z"


def disc(pen: Pen, at: Round, share: float, line: float) -> str:
    """Return a disc that is filled for a share: how far."""
    x, y, r = at
    stroke = Stroke(width=line)
    if share >= 1:
        return pen.circle(x, y, r, fill=Tint.ACCENT, line=stroke)
    rim = pen.circle(x, y, r, fill=Tint.PAPER, line=stroke)
    if share <= 0:
        return rim
    return rim + pen.path(sector(x, y, r, share), fill=Tint.ACCENT)


def square(pen: Pen, at: Round, share: float, line: float) -> str:
    """Return a square, for what is not on the path, filled from below for a share."""
    x, y, r = at
    stroke = Stroke(width=line)
    frame = pen.box(x - r, y - r, 2 * r, 2 * r, fill=Tint.PAPER, line=stroke, corner=2)
    if share <= 0:
        return frame
    high = 2 * r * min(share, 1)
    return frame + pen.box(x - r, y + r - high, 2 * r, high, fill=Tint.ACCENT, corner=1)


def hatched(  # noqa: PLR0913  a box has four sides, and a look
    pen: Pen, x: float, y: float, w: float, h: float, *, pitch: float, line: Stroke
) -> str:
    """Return the slanting lines of a box whose figure is hidden, without its frame."""
    d = []
    start = pitch / 2 - h
    while start < w:
        low = point(x + max(start, 0), y + h + min(start, 0))
        high = point(x + min(start + h, w), y + max(start + h - w, 0))
        d.append(f"M{low}L{high}")
        start += pitch
    return pen.path("".join(d), line=line)


def hidden(pen: Pen, at: Round) -> str:
    """Return the hatched square of a place whose figure is not shown."""
    x, y, r = at
    side = 1.64 * r
    left, top = x - side / 2, y - side / 2
    frame = Stroke(tint=Tint.ACCENT, width=r * 0.22)
    box = pen.box(left, top, side, side, fill=Tint.PAPER, line=frame)
    lines = Stroke(tint=Tint.ACCENT, width=r * 0.15)
    return box + hatched(pen, left, top, side, side, pitch=r * 0.55, line=lines)


def tick(pen: Pen, at: Round) -> str:
    """Return a tick that fits in a disc or a square."""
    x, y, r = at
    start = point(x - 0.46 * r, y + 0.03 * r)
    d = f"M{start}l{point(0.33 * r, 0.35 * r)} {point(0.6 * r, -0.68 * r)}"
    line = Stroke(tint=Tint.PAPER, width=0.24 * r, round=True)
    return pen.path(d, line=line, upright=x)


# --- stations ---------------------------------------------------------------------------


def is_later(place: Place) -> bool:
    """Say whether a place is drawn dotted: not yet."""
    return place.state is PlaceState.NOT_YET


def station(pen: Pen, at: Round, place: Place, *, on_path: bool) -> str:
    """Return the station of a place.

    Filled by band; dotted for not yet, hatched for hidden; with a question mark for too few
    answers and a dash for not asked. Where people are has a ring around it.
    """
    if is_later(place):
        return later(pen, at)
    if place.state is PlaceState.HIDDEN:
        return hidden(pen, at)
    x, y, r = at
    drawn = disc if on_path else square
    line = r * 0.28
    parts = []
    if place.here:
        around = Stroke(tint=Tint.ACCENT, width=r * 0.16)
        parts.append(pen.circle(x, y, r * _HERE, fill=Tint.PAPER, line=around))
    parts.append(drawn(pen, at, place.fill, line))
    if place.state is PlaceState.TOO_FEW:
        sign = Lettering(size=r * 1.4, bold=True, anchor="middle")
        parts.append(pen.text(x, y + r * 0.49, "?", sign))
    elif place.state is PlaceState.NOT_ASKED:
        dash = f"M{point(x - r * 0.4, y)}h{number(r * 0.8)}"
        parts.append(pen.path(dash, line=Stroke(tint=Tint.INK, width=r * 0.22)))
    return "".join(parts)


def covered(place: Place, r: float) -> float:
    """Return how much of the path the station of a place covers, from its middle."""
    if is_later(place):
        return r * _LATER
    if place.state is PlaceState.HIDDEN:
        return r * 0.82
    return r * _HERE if place.here else r


def later(pen: Pen, at: Round) -> str:
    """Return the dotted station of what comes later."""
    x, y, r = at
    small = r * _LATER
    dash = round(2 * math.pi * small / (r * 0.56))
    pitch = 2 * math.pi * small / dash
    dashes = f"{number(pitch * 0.55)} {number(pitch * 0.45)}"
    return pen.circle(x, y, small, fill=Tint.PAPER, line=Stroke(width=r * 0.24, dash=dashes))


# --- the line and the loop --------------------------------------------------------------


def solid(width: float) -> Stroke:
    """Return how the path is drawn where it is walked."""
    return Stroke(width=width, round=True)


def dotted(
    width: float, length: float, ends: tuple[float, float], *, odd: bool = False
) -> Stroke:
    """Return how the path is drawn where it is not yet walked: evenly dotted.

    `ends` is how much of the length lies under the stations at both ends; the dots are
    spread over what is seen, so that none is cut off. `odd` puts one in the middle.
    """
    start, end = ends
    seen = max(length - start - end, width)
    count = max(round(seen / (1.75 * width)), 1)
    if odd and count % 2 == 0:
        count += 1
    pitch = seen / count
    offset = pitch - (start + pitch / 2) % pitch
    return Stroke(
        width=0.8 * width, dash=f".1 {number(pitch - 0.1)}", offset=offset, round=True
    )


def loop(  # noqa: PLR0913  where it is, and how it is drawn
    pen: Pen, at: Round, *, width: float, station: float, later: bool, upward: bool
) -> str:
    """Return the loop that the path ends in: a circle that touches the line at `at`.

    It stands above a path that runs to the right (`upward`) and left of one that runs down.
    An arrow on its far side tells which way it turns, so that it reads as a loop when
    dotted too. `station` is the radius of the station it comes back to.
    """
    x, y, r = at
    far = Spot(x, y - 2 * r) if upward else Spot(x - 2 * r, y)
    half = f"A{point(r, r)} 0 1 {0 if upward else 1}"
    circle = f"M{point(x, y)}{half} {point(*far)}{half} {point(x, y)}"
    line = (
        dotted(width, 2 * math.pi * r, (station, station), odd=True) if later else solid(width)
    )
    return pen.path(circle, line=line) + _arrow(pen, far, width, to_left=upward)


def _arrow(pen: Pen, at: Spot, width: float, *, to_left: bool) -> str:
    """Return the head of an arrow, pointing to the left or else up."""
    long, wide, notch = 1.5 * width, 1.45 * width, 0.6 * width
    outline = ((-long, 0), (long, -wide), (notch, 0), (long, wide))
    spots = (
        point(at.x + a, at.y + b) if to_left else point(at.x + b, at.y + a) for a, b in outline
    )
    line = Stroke(width=0.4 * width, round=True)
    return pen.path(f"M{'L'.join(spots)}Z", fill=Tint.ACCENT, line=line)
