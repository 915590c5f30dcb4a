"""The cover of a report: the path, large, and swinging as the scores do."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from quickscan.presentation.charts.curves import Spot, down, length, written
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
from quickscan.presentation.charts.lettering import fits, width, wrap
from quickscan.presentation.charts.shapes import (
    Round,
    covered,
    dotted,
    is_later,
    loop,
    solid,
    station,
)
from quickscan.presentation.charts.speaking import reading
from quickscan.presentation.colours import DEFAULT_PALETTE, Palette
from quickscan.presentation.outcome.values import Place, PlaceState
from quickscan.presentation.sentences import lowered

_WIDTH, _HEIGHT = 640, 640
_MIDDLE = 226
"""Where the path swings around."""
_TEXT = 354
_ROOM = _WIDTH - _TEXT
_TOP = 40
_STATION, _LINE = 25, 14
_TITLES = (29, 27, 25, 23, 21, 19, 17, 16, 15, 14)
"""Sizes of the names to try, so that all fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """How large everything is; `scale` is 1 for up to six places.

    A `tight` sheet has where people are on the same line as the score.
    """

    pitch: float
    scale: float
    title: float
    tight: bool

    @property
    def words(self) -> float:
        """The size of scores and words."""
        return max(self.title * 0.62, 13.5)

    @property
    def leading(self) -> float:
        """From one line of a name to the next."""
        return self.title * 1.12

    @property
    def words_leading(self) -> float:
        """From one line of words to the next."""
        return self.words * 1.3


def path_cover(
    places: Sequence[Place],
    *,
    heading: str = "",
    ordered: bool = True,
    skin: Skin = Skin.PRINT,
    palette: Palette = DEFAULT_PALETTE,
) -> Markup:
    """Return the path of one scan, at most 640 by 640.

    The higher a score, the further the path swings out; so hardly two covers are alike.
    """
    pen = Pen(skin, palette)
    sheet = _sheet(places)
    spots = _spots(places, sheet) if ordered else _column(places, sheet)
    parts = [_path(pen, sheet, spots, places)] if ordered else []
    for spot, place in zip(spots, places, strict=True):
        parts.append("" if ordered else _bar(pen, sheet, spot, place))
        at = Round(*spot, _STATION * sheet.scale)
        parts.append(station(pen, at, place, on_path=ordered))
        parts.append(_text(pen, sheet, spot, place))
    below = max(_radius(sheet) + 12, 46, _high(places[-1], sheet) / 2 + 4)
    title = reading(heading, places)
    return picture(_WIDTH, spots[-1].y + below, parts, title=title, skin=skin)


def _sheet(places: Sequence[Place]) -> _Sheet:
    pitch = min(128.0, (_HEIGHT - _TOP - 74) / max(len(places) - 1, 1))
    scale = min(max(pitch / 106, 0.5), 1.0)
    most = 29 * max(scale, 0.62)
    sheets = [
        _Sheet(pitch=pitch, scale=scale, title=title, tight=tight)
        for title in _TITLES
        for tight in (False, True)
        if title <= most
    ]
    roomy = [sheet for sheet in sheets if all(_has_room(place, sheet) for place in places)]
    unbroken = [sheet for sheet in roomy if all(_is_whole(place, sheet) for place in places)]
    if unbroken and unbroken[0].title > most * 0.65:
        return unbroken[0]
    return (roomy or sheets[-1:])[0]


def _has_room(place: Place, sheet: _Sheet) -> bool:
    return _high(place, sheet) <= sheet.pitch - 8


def _high(place: Place, sheet: _Sheet) -> float:
    titles, words = _broken(place, sheet)
    return len(titles) * sheet.leading + len(words) * sheet.words_leading


def _is_whole(place: Place, sheet: _Sheet) -> bool:
    return fits(place.title, _ROOM, sheet.title, bold=True)


def _broken(place: Place, sheet: _Sheet) -> tuple[tuple[str, ...], tuple[str, ...]]:
    titles = wrap(place.title, _ROOM, sheet.title, bold=True)
    told = ", ".join(part for part in (place.words, lowered(place.band)) if part)
    if sheet.tight and place.here:
        return titles, wrap(f"{told}: {place.here_words}", _ROOM, sheet.words)
    here = wrap(place.here_words, _ROOM, sheet.words) if place.here else ()
    return titles, (*wrap(told, _ROOM, sheet.words), *here)


def _top(places: Sequence[Place], sheet: _Sheet) -> float:
    """Return where the first station is, with room above it for its name."""
    return max(_TOP, _high(places[0], sheet) / 2 + 4)


def _spots(places: Sequence[Place], sheet: _Sheet) -> list[Spot]:
    """Return where the stations are: in turn left and right, further for a higher score.

    The last is on the left, and not too far: there the path comes to its loop in one sweep.
    """
    spots = []
    for rank, place in enumerate(places):
        is_last = rank == len(places) - 1
        side = -1 if (len(places) - rank) % 2 else 1
        score = place.score if place.score is not None else 30
        out = 14 + (0.4 if is_last else 0.66) * score
        spots.append(Spot(_MIDDLE + side * out, _top(places, sheet) + sheet.pitch * rank))
    return spots


def _column(places: Sequence[Place], sheet: _Sheet) -> list[Spot]:
    return [
        Spot(_TEXT - 60, _top(places, sheet) + sheet.pitch * rank)
        for rank in range(len(places))
    ]


def _path(pen: Pen, sheet: _Sheet, spots: Sequence[Spot], places: Sequence[Place]) -> str:
    wide, radius = _LINE * sheet.scale, _STATION * sheet.scale
    parts = []
    for (one, before), (other, after) in pairwise(zip(spots, places, strict=True)):
        curve = down(one, other)
        ends = covered(before, radius), covered(after, radius)
        later = is_later(before) or is_later(after)
        line = dotted(wide, length(curve), ends) if later else solid(wide)
        parts.append(pen.path(written(curve), line=line))
    if len(places) > 1:
        turn = Round(*spots[-1], _radius(sheet))
        last = places[-1]
        under, later = covered(last, radius), is_later(last)
        parts.append(loop(pen, turn, width=wide, station=under, later=later, upward=False))
    return "".join(parts)


def _radius(sheet: _Sheet) -> float:
    return max(60 * sheet.scale, 40)


def _bar(pen: Pen, sheet: _Sheet, spot: Spot, place: Place) -> str:
    """Return a bar as long as the score, for what is not on a path."""
    if not place.score:
        return ""
    d = f"M{point(*spot)}h{number(-2.2 * place.score)}"
    return pen.path(d, line=Stroke(width=_LINE * sheet.scale))


def _text(pen: Pen, sheet: _Sheet, spot: Spot, place: Place) -> str:
    titles, words = _broken(place, sheet)
    most = max(int((sheet.pitch - sheet.words_leading) / sheet.leading), 1)
    if len(titles) > most:
        titles = (*titles[: most - 1], _cut_short(titles[most - 1], sheet.title))
    high = len(titles) * sheet.leading + len(words) * sheet.words_leading
    y = spot.y - high / 2 + sheet.title * 0.85
    below = y + (len(titles) - 1) * sheet.leading + sheet.words_leading + sheet.title * 0.14
    tint = Tint.INK if place.state is PlaceState.SCORED else Tint.MUTED
    name = Lettering(size=sheet.title, bold=True, tint=tint)
    quiet = Lettering(size=sheet.words, tint=Tint.MUTED)
    return pen.lines(_TEXT, y, titles, name, sheet.leading) + pen.lines(
        _TEXT, below, words, quiet, sheet.words_leading
    )


def _cut_short(line: str, size: float) -> str:
    """Return a line with three dots for what did not fit; the title of the drawing has it."""
    kept = line.rstrip("-")
    while width(kept + " …", size, bold=True) > _ROOM:
        kept = kept[:-1]
    return kept.rstrip() + " …"
