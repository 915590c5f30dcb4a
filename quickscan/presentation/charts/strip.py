"""The scores on one straight line, for a page that has to be read at a glance."""

from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup

from quickscan.presentation.charts.drawing import (
    Lettering,
    Pen,
    Skin,
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

_WIDTH = 760
_LEFT = 20
_Y, _Y_ALONE = 60, 18
"""How low the line lies: with a loop above it, and without."""
_LINE = 5
_SIZES = ((17, 15), (15.5, 14.5), (14, 14))
"""Sizes of title and words to try; the smallest is 8 points on paper."""


def path_strip(  # noqa: PLR0913  what is drawn, and how
    places: Sequence[Place],
    *,
    heading: str = "",
    ordered: bool = True,
    skin: Skin = Skin.PAGE,
    palette: Palette = DEFAULT_PALETTE,
    classes: str = "",
) -> Markup:
    """Return all places on one line with their scores below.

    Where the names do not fit below their stations, these are numbered and the names stand
    in two columns under the line.
    """
    pen = Pen(skin, palette)
    spots = _spots(places, y=_Y if ordered else _Y_ALONE)
    line = _line(pen, spots, places) if ordered else ""
    stations = "".join(
        station(pen, spot, place, on_path=ordered)
        for spot, place in zip(spots, places, strict=True)
    )
    sizes = _sizes(places)
    texts, bottom = _below(pen, spots, places, sizes) if sizes else _list(pen, spots, places)
    title = reading(heading, places)
    return picture(
        _WIDTH, bottom, [line, stations, texts], title=title, skin=skin, classes=classes
    )


def _spots(places: Sequence[Place], *, y: float) -> tuple[Round, ...]:
    step = _step(places)
    return tuple(Round(_LEFT + step * i, y, min(11, step / 4)) for i in range(len(places)))


def _step(places: Sequence[Place]) -> float:
    return (_WIDTH - 2) / len(places)


def _line(pen: Pen, spots: Sequence[Round], places: Sequence[Place]) -> str:
    parts = []
    for (one, before), (other, after) in pairwise(zip(spots, places, strict=True)):
        ends = covered(before, one.r), covered(after, other.r)
        later = is_later(before) or is_later(after)
        line = dotted(_LINE, other.x - one.x, ends) if later else solid(_LINE)
        parts.append(pen.path(f"M{point(one.x, _Y)}H{number(other.x)}", line=line))
    end, last = spots[-1], places[-1]
    if len(places) > 1:
        turn = Round(end.x, _Y, min(24, _step(places) * 0.35))
        under, later = covered(last, end.r), is_later(last)
        parts.append(loop(pen, turn, width=_LINE, station=under, later=later, upward=True))
    return "".join(parts)


# --- names below the stations -----------------------------------------------------------


def _sizes(places: Sequence[Place]) -> tuple[float, float] | None:
    """Return the largest sizes at which every word, and every score, fits in its column."""
    room = _step(places) - 12
    for title, words in _SIZES:
        if all(
            fits(place.title, room, title, bold=True)
            and width(place.words, words) <= room
            and fits(place.band, room, words)
            for place in places
        ):
            return title, words
    return None


def _below(
    pen: Pen, spots: Sequence[Round], places: Sequence[Place], sizes: tuple[float, float]
) -> tuple[str, float]:
    room = _step(places) - 12
    title, words = sizes
    titles = [wrap(place.title, room, title, bold=True) for place in places]
    start = spots[0].y + 38
    below = start + 20 * max(len(lines) for lines in titles)
    parts, bottom = [], 0.0
    for spot, place, lines in zip(spots, places, titles, strict=True):
        x = spot.x - _LEFT + 2
        tint = Tint.INK if place.state is PlaceState.SCORED else Tint.MUTED
        parts.append(
            pen.lines(x, start, lines, Lettering(size=title, bold=True, tint=tint), 20)
        )
        parts.append(pen.text(x, below, place.words, Lettering(size=words)))
        quiet = Lettering(size=words, tint=Tint.MUTED)
        said = [*wrap(lowered(place.band), room, words)]
        said += wrap(place.here_words, room, words) if place.here else ()
        first = below + (18 if place.words else 0)
        parts.append(pen.lines(x, first, said, quiet, 18))
        bottom = max(bottom, first + 18 * len(said) - 10)
    return "".join(parts), bottom


# --- names in a list --------------------------------------------------------------------


def _list(pen: Pen, spots: Sequence[Round], places: Sequence[Place]) -> tuple[str, float]:
    small = Lettering(size=14, anchor="middle")
    parts = [
        pen.text(spot.x, spot.y + 34, str(rank), small)
        for rank, spot in enumerate(spots, start=1)
    ]
    half = (len(places) + 1) // 2
    bottom = 0.0
    for column, begin in enumerate((0, half)):
        y = spots[0].y + 66
        for rank, place in enumerate(places[begin : begin + half], start=begin + 1):
            drawn, y = _entry(pen, 390 * column, y, rank, place)
            parts.append(drawn)
        bottom = max(bottom, y)
    return "".join(parts), bottom - 8


def _entry(pen: Pen, x: float, y: float, rank: int, place: Place) -> tuple[str, float]:
    """Return one name with its number and score, and where the next begins."""
    room = 335.0
    titles = wrap(place.title, room, 15, bold=True)
    told = ", ".join(
        part for part in (place.words, lowered(place.band), place.here_words) if part
    )
    words = wrap(told, room, 14)
    below = y + 18 * len(titles)
    parts = (
        pen.text(x, y, str(rank), Lettering(size=14)),
        pen.lines(x + 28, y, titles, Lettering(size=15, bold=True), 18),
        pen.lines(x + 28, below, words, Lettering(size=14, tint=Tint.MUTED), 17),
    )
    return "".join(parts), below + 17 * len(words) + 8
