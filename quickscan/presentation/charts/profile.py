"""The profile: the path upright, and from each station a bar on one scale of 0 to 100."""

from collections.abc import Sequence
from dataclasses import dataclass, field
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
from quickscan.presentation.charts.lettering import width, wrap
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
from quickscan.presentation.outcome.values import BandWords, Place
from quickscan.presentation.sentences import lowered

WIDE, NARROW = 760, 328
"""In which widths it is drawn; one of the two is shown."""

_TITLE = Lettering(size=18, bold=True)
_WORD = Lettering(size=15, tint=Tint.MUTED)
_SMALL = Lettering(size=14, tint=Tint.MUTED)
_TITLE_LEADING, _WORD_LEADING = 21, 18
_STATION, _LINE = 11, 5
_HEAD = 26
"""Room above for the numbers of the scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """Where the columns are. `loop` is the radius of the loop, 0 for none."""

    wide: bool
    spine: float
    loop: float
    title: float
    title_room: float
    start: float
    end: float
    words: float
    words_room: float
    pitch: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One place: from where to where it goes, and its texts broken into lines."""

    place: Place
    top: float
    height: float
    y: float
    titles: tuple[str, ...] = field(default=())
    words: tuple[str, ...] = field(default=())


def path_profile(  # noqa: PLR0913  what is drawn, and how
    places: Sequence[Place],
    *,
    bands: Sequence[BandWords] = (),
    heading: str = "",
    ordered: bool = True,
    wide: bool = True,
    pitch: float = 0,
    skin: Skin = Skin.PAGE,
    palette: Palette = DEFAULT_PALETTE,
    classes: str = "",
) -> Markup:
    """Return where all places stand on one scale; the bands begin at dashed marks.

    Ordered places lie on a path that ends in a loop; others are squares that no line
    connects. The title reads out every place. `pitch` is the least distance between two
    places, for a page with room to spare.
    """
    pen = Pen(skin, palette)
    has_loop = ordered and len(places) > 1
    sheet = (
        _wide(places, pitch, loop=has_loop) if wide else _narrow(places, pitch, loop=has_loop)
    )
    rows = _rows(places, sheet)
    bottom = rows[-1].top + rows[-1].height
    parts = [
        _scale(pen, sheet, bands),
        _path(pen, sheet, rows) if has_loop else "",
        *(_row(pen, sheet, row, bands, ordered=ordered) for row in rows),
    ]
    height = max(bottom, rows[-1].y + sheet.loop + _LINE) + 2
    title = reading(heading, places)
    return picture(
        WIDE if wide else NARROW, height, parts, title=title, skin=skin, classes=classes
    )


# --- where everything goes --------------------------------------------------------------


def _wide(places: Sequence[Place], pitch: float, *, loop: bool) -> _Sheet:
    spine = 68.0 if loop else 20.0
    title = spine + 28
    widest = max(width(place.title, _TITLE.size, bold=True) for place in places)
    title_room = min(max(widest, 110), 190)
    told = max(width(place.words, _TITLE.size, bold=True) for place in places)
    said = max(width(place.band, _WORD.size) for place in places)
    words_room = max(told, min(said, 160), 90) + 4
    return _Sheet(
        wide=True,
        spine=spine,
        loop=29 if loop else 0,
        title=title,
        title_room=title_room + 2,
        start=title + title_room + 22,
        end=WIDE - words_room - 20,
        words=WIDE - words_room,
        words_room=words_room,
        pitch=max(pitch, 58),
    )


def _narrow(places: Sequence[Place], pitch: float, *, loop: bool) -> _Sheet:
    spine = 48.0 if loop else 16.0
    start = spine + 22
    told = max(width(place.words, 16, bold=True) for place in places)
    return _Sheet(
        wide=False,
        spine=spine,
        loop=20 if loop else 0,
        title=start,
        title_room=NARROW - 2 - start - (told + 10 if told else 0),
        start=start,
        end=NARROW - 2,
        words=start,
        words_room=NARROW - 2 - start,
        pitch=max(pitch, 78),
    )


def _rows(places: Sequence[Place], sheet: _Sheet) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    top = float(_HEAD)
    for place in places:
        row = (_wide_row if sheet.wide else _narrow_row)(place, sheet, top)
        rows.append(row)
        top += row.height
    return tuple(rows)


def _wide_row(place: Place, sheet: _Sheet, top: float) -> _Row:
    titles = wrap(place.title, sheet.title_room, _TITLE.size, bold=True)
    words = wrap(lowered(place.band), sheet.words_room, _WORD.size)
    left = _TITLE_LEADING * len(titles) + (_WORD_LEADING if place.here_words else 0)
    right = (_TITLE_LEADING if place.words else 0) + _WORD_LEADING * len(words)
    height = max(left + 16, right + 16, sheet.pitch)
    return _Row(
        place=place, top=top, height=height, y=top + height / 2, titles=titles, words=words
    )


def _narrow_row(place: Place, sheet: _Sheet, top: float) -> _Row:
    room = sheet.title_room if place.words else sheet.words_room
    titles = wrap(place.title, room, _TITLE.size, bold=True)
    told = " · ".join(part for part in (lowered(place.band), place.here_words) if part)
    words = wrap(told, sheet.words_room, _WORD.size)
    bar = 24 if place.words else 4
    needed = _TITLE_LEADING * len(titles) + bar + _WORD_LEADING * len(words) + 18
    height = max(float(needed), sheet.pitch if place.words else 60.0)
    return _Row(place=place, top=top, height=height, y=top + 12, titles=titles, words=words)


# --- the drawing ------------------------------------------------------------------------


def _scale(pen: Pen, sheet: _Sheet, bands: Sequence[BandWords]) -> str:
    """Return the numbers above: 0, where bands begin, 100; none on top of another."""
    marks = [(0.0, "0"), (100.0, "100")]
    shown = [(0.0, 0.0), (100.0, 0.0)]
    for band in bands:
        room = width(band.from_, _SMALL.size) + 26
        x = _x(sheet, band.start)
        if all(abs(_x(sheet, at) - x) > room for at, _ in shown):
            shown.append((band.start, 0.0))
            marks.append((band.start, band.from_))
    return "".join(_scale_number(pen, sheet, at, words) for at, words in sorted(marks))


def _scale_number(pen: Pen, sheet: _Sheet, at: float, words: str) -> str:
    anchor = "middle"
    if not sheet.wide and at in (0, 100):
        anchor = "end" if at else "start"
    how = Lettering(size=_SMALL.size, tint=_SMALL.tint, anchor=anchor)
    return pen.text(_x(sheet, at), 15, words, how)


def _path(pen: Pen, sheet: _Sheet, rows: Sequence[_Row]) -> str:
    parts = []
    for above, below in pairwise(rows):
        ends = covered(above.place, _STATION), covered(below.place, _STATION)
        later = is_later(above.place) or is_later(below.place)
        line = dotted(_LINE, below.y - above.y, ends) if later else solid(_LINE)
        parts.append(pen.path(f"M{point(sheet.spine, above.y)}V{number(below.y)}", line=line))
    last = rows[-1]
    turn = loop(
        pen,
        Round(sheet.spine, last.y, sheet.loop),
        width=_LINE,
        station=covered(last.place, _STATION),
        later=is_later(last.place),
        upward=False,
    )
    return turn + "".join(parts)


def _row(
    pen: Pen, sheet: _Sheet, row: _Row, bands: Sequence[BandWords], *, ordered: bool
) -> str:
    drawn = station(pen, Round(sheet.spine, row.y, _STATION), row.place, on_path=ordered)
    texts = _wide_texts(pen, sheet, row) if sheet.wide else _narrow_texts(pen, sheet, row)
    return drawn + _bar(pen, sheet, row, bands) + texts


def _bar(pen: Pen, sheet: _Sheet, row: _Row, bands: Sequence[BandWords]) -> str:
    score = row.place.score
    high = 18 if sheet.wide else 16
    top = row.y - high / 2 if sheet.wide else row.top + _TITLE_LEADING * len(row.titles) + 6
    if score is None:
        return _no_bar(pen, sheet, row) if sheet.wide else ""
    edge = Stroke(tint=Tint.EDGE, width=1)
    parts = [
        pen.box(sheet.start, top, sheet.end - sheet.start, high, fill=Tint.PAPER, line=edge)
    ]
    if score:
        filled = _x(sheet, score) - sheet.start
        parts.append(pen.box(sheet.start, top, filled, high, fill=Tint.ACCENT))
    for band in bands:
        if 0 < band.start < 100:  # noqa: PLR2004  the ends of the scale
            tint = Tint.PAPER if band.start < score else Tint.EDGE
            mark = Stroke(tint=tint, width=1.5, dash="3 2.5")
            d = f"M{point(_x(sheet, band.start), top + 0.5)}v{number(high - 1)}"
            parts.append(pen.path(d, line=mark))
    return "".join(parts)


def _no_bar(pen: Pen, sheet: _Sheet, row: _Row) -> str:
    d = f"M{point(sheet.start, row.y)}H{number(sheet.end)}"
    dotted = Stroke(tint=Tint.EDGE, width=2, dash=".1 7", round=True)
    plain = Stroke(tint=Tint.LINE, width=1)
    return pen.path(d, line=dotted if is_later(row.place) else plain)


def _wide_texts(pen: Pen, sheet: _Sheet, row: _Row) -> str:
    place = row.place
    title = _TITLE if place.score is not None else _quiet(_TITLE)
    left = _TITLE_LEADING * len(row.titles) + (_WORD_LEADING if place.here_words else 0)
    y = row.y - left / 2 + 16
    here = y + _TITLE_LEADING * len(row.titles) - 3
    right = (_TITLE_LEADING if place.words else 0) + _WORD_LEADING * len(row.words)
    told = row.y - right / 2 + (16 if place.words else 14)
    said = told + (_TITLE_LEADING - 2 if place.words else 0)
    return "".join(
        (
            pen.lines(sheet.title, y, row.titles, title, _TITLE_LEADING),
            pen.text(sheet.title, here, place.here_words, _SMALL),
            pen.text(sheet.words, told, place.words, _TITLE),
            pen.lines(sheet.words, said, row.words, _WORD, _WORD_LEADING),
        )
    )


def _narrow_texts(pen: Pen, sheet: _Sheet, row: _Row) -> str:
    place = row.place
    title = _TITLE if place.score is not None else _quiet(_TITLE)
    score = Lettering(size=16, bold=True, anchor="end")
    y = row.top + 18
    below = (
        y
        + _TITLE_LEADING * (len(row.titles) - 1)
        + (_WORD_LEADING + 24 if place.words else 20)
    )
    return "".join(
        (
            pen.lines(sheet.title, y, row.titles, title, _TITLE_LEADING),
            pen.text(sheet.end, y, place.words, score),
            pen.lines(sheet.words, below, row.words, _WORD, _WORD_LEADING),
        )
    )


def _quiet(how: Lettering) -> Lettering:
    return Lettering(size=how.size, bold=how.bold, tint=Tint.MUTED)


def _x(sheet: _Sheet, score: float) -> float:
    return sheet.start + (sheet.end - sheet.start) * score / 100
