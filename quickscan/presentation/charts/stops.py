"""How far someone is in the questionnaire: the path with what is done, here, to do, later."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

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
from quickscan.presentation.charts.shapes import (
    Round,
    disc,
    dotted,
    later,
    loop,
    solid,
    square,
    tick,
)
from quickscan.presentation.colours import DEFAULT_PALETTE, Palette
from quickscan.presentation.language import Translator
from quickscan.presentation.sentences import enumeration, lowered


class StopState(StrEnum):
    """Where someone is with one part of the questionnaire."""

    DONE = "done"
    HERE = "here"
    TODO = "todo"
    LATER = "later"
    """Not asked yet: comes after the next step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One part of the questionnaire. What is not on the path is a square."""

    title: str
    state: StopState
    on_path: bool = True


_WIDE, _NARROW = 816, 328
_LABEL = 15
_LINE = 4


# --- the whole way ----------------------------------------------------------------------


def path_progress(
    stops: Sequence[Stop],
    _: Translator,
    *,
    wide: bool = True,
    skin: Skin = Skin.PAGE,
    palette: Palette = DEFAULT_PALETTE,
    classes: str = "",
) -> Markup:
    """Return the straight path along all stops, the names below it where there is room."""
    pen = Pen(skin, palette)
    spots = _wide_spots(stops) if wide else _narrow_spots(stops)
    parts = [_line(pen, spots, stops)]
    parts += [_stop(pen, spot, stop) for spot, stop in zip(spots, stops, strict=True)]
    if wide:
        parts += _labels(pen, spots, stops)
    bottom = spots[0].y + (44 if wide else 17)
    title = progress_in_words(stops, _)
    w = _WIDE if wide else _NARROW
    return picture(w, bottom, parts, title=title, skin=skin, classes=classes)


def progress_in_words(stops: Sequence[Stop], _: Translator) -> str:
    """Return where someone is, what is done, and what is still to come."""
    groups = {
        state: enumeration([lowered(stop.title) for stop in stops if stop.state is state], _)
        for state in StopState
    }
    sentences = (
        _("Je bent bij {places}.", places=groups[StopState.HERE]),
        _("Klaar: {places}.", places=groups[StopState.DONE]),
        _("Nog te doen: {places}.", places=groups[StopState.TODO]),
        _("Nog niet aan de orde: {places}.", places=groups[StopState.LATER]),
    )
    named = (
        groups[StopState.HERE],
        groups[StopState.DONE],
        groups[StopState.TODO],
        groups[StopState.LATER],
    )
    return " ".join(words for words, titles in zip(sentences, named, strict=True) if titles)


def _wide_spots(stops: Sequence[Stop]) -> tuple[Round, ...]:
    """Return where the stops are; the last leaves room for half of the loop."""
    step = (_WIDE - 66) / max(len(stops) - 1, 1)
    return tuple(Round(16 + step * i, 58, min(10, step / 3)) for i in range(len(stops)))


def _narrow_spots(stops: Sequence[Stop]) -> tuple[Round, ...]:
    step = (_NARROW - 36) / max(len(stops) - 1, 1)
    return tuple(Round(14 + step * i, 46, min(9, step / 3)) for i in range(len(stops)))


def _line(pen: Pen, spots: Sequence[Round], stops: Sequence[Stop]) -> str:
    parts = []
    for (one, before), (other, after) in pairwise(zip(spots, stops, strict=True)):
        if before.on_path and after.on_path:
            later = StopState.LATER in (before.state, after.state)
            line = dotted(_LINE, other.x - one.x, (one.r, other.r)) if later else solid(_LINE)
            d = f"M{point(one.x, one.y)}H{number(other.x)}"
            parts.append(pen.path(d, line=line))
    end, last = spots[-1], stops[-1]
    if len(stops) > 1 and last.on_path:
        turn = Round(end.x, end.y, 2 * min(end.r, 9.5))
        parts.append(_loop(pen, turn, last, end.r, upward=True))
    return "".join(parts)


def _loop(pen: Pen, at: Round, stop: Stop, station: float, *, upward: bool) -> str:
    later = stop.state is StopState.LATER
    return loop(pen, at, width=_LINE, station=station, later=later, upward=upward)


def _labels(pen: Pen, spots: Sequence[Round], stops: Sequence[Stop]) -> list[str]:
    """Return the names below the stops; where they would touch, only the name of "here"."""
    spans = [_span(spot, stop) for spot, stop in zip(spots, stops, strict=True)]
    crowded = any(one[1] + 8 > other[0] for one, other in pairwise(spans))
    named = list(zip(spots, stops, spans, strict=True))
    if crowded:
        named = [own for own in named if own[1].state is StopState.HERE][:1]
    return [
        pen.text(span[0], spot.y + 36, stop.title, _lettering(stop))
        for spot, stop, span in named
        if span[1] <= _WIDE
    ]


def _span(spot: Round, stop: Stop) -> tuple[float, float]:
    """Return from where to where the name of a stop goes: in its middle, within the edges."""
    room = width(stop.title, _LABEL, bold=stop.state is StopState.HERE)
    start = max(min(spot.x - room / 2, _WIDE - room), 0)
    return start, start + room


def _lettering(stop: Stop) -> Lettering:
    tint = Tint.MUTED if stop.state is StopState.LATER else Tint.INK
    return Lettering(size=_LABEL, bold=stop.state is StopState.HERE, tint=tint)


# --- one stop ---------------------------------------------------------------------------


def path_stop(
    stop: Stop,
    *,
    last: bool = False,
    skin: Skin = Skin.PAGE,
    palette: Palette = DEFAULT_PALETTE,
) -> Markup:
    """Return one stop of an upright path, 56 by 46, its middle at (40, 23).

    The page draws the line between the stops. The last stop on the path has the loop.
    """
    pen = Pen(skin, palette)
    parts = []
    if last and stop.on_path:
        parts.append(_loop(pen, Round(40, 23, 16.5), stop, 11, upward=False))
    parts.append(_stop(pen, Round(40, 23, 11), stop))
    return picture(56, 46, parts, skin=skin)


def _stop(pen: Pen, at: Round, stop: Stop) -> str:
    drawn = disc if stop.on_path else square
    match stop.state:
        case StopState.DONE:
            return drawn(pen, at, 1, 3) + tick(pen, at)
        case StopState.HERE:
            ring = Round(at.x, at.y, at.r * 1.3)
            return drawn(pen, ring, 0, 4) + pen.circle(*at[:2], at.r * 0.62, fill=Tint.ACCENT)
        case StopState.TODO:
            return drawn(pen, at, 0, 3)
        case StopState.LATER:
            return later(pen, at) if stop.on_path else _later_square(pen, at)


def _later_square(pen: Pen, at: Round) -> str:
    x, y, r = at
    dotted = Stroke(tint=Tint.EDGE, width=2.5, dash="3.2 2.8")
    return pen.box(x - r, y - r, 2 * r, 2 * r, fill=Tint.PAPER, line=dotted, corner=3)
