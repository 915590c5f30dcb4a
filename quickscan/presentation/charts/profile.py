"""The profile: the path upright, and from each station a bar on one scale of 0 to 100."""

from collections.abc import Sequence
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
from quickscan.presentation.charts.rows import (
    NARROW,
    TITLE,
    TITLE_LEADING,
    WIDE,
    WORD,
    WORD_LEADING,
    Row,
    Sheet,
    has_bar,
    narrow_sheet,
    rows_of,
    wide_sheet,
)
from quickscan.presentation.charts.shapes import (
    Round,
    covered,
    dotted,
    hatched,
    is_later,
    loop,
    solid,
    station,
)
from quickscan.presentation.charts.speaking import reading
from quickscan.presentation.colours import DEFAULT_PALETTE, Palette
from quickscan.presentation.outcome.values import BandWords, Place, PlaceState

_SMALL = Lettering(size=14, tint=Tint.MUTED)
_STATION, _LINE = 11, 5


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
    sheet = (wide_sheet if wide else narrow_sheet)(places, pitch, loop=has_loop)
    rows = rows_of(places, sheet)
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


# --- the drawing ------------------------------------------------------------------------


def _scale(pen: Pen, sheet: Sheet, bands: Sequence[BandWords]) -> str:
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


def _scale_number(pen: Pen, sheet: Sheet, at: float, words: str) -> str:
    anchor = "middle"
    if not sheet.wide and at in (0, 100):
        anchor = "end" if at else "start"
    how = Lettering(size=_SMALL.size, tint=_SMALL.tint, anchor=anchor)
    return pen.text(_x(sheet, at), 15, words, how)


def _path(pen: Pen, sheet: Sheet, rows: Sequence[Row]) -> str:
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
    pen: Pen, sheet: Sheet, row: Row, bands: Sequence[BandWords], *, ordered: bool
) -> str:
    drawn = station(pen, Round(sheet.spine, row.y, _STATION), row.place, on_path=ordered)
    texts = _wide_texts(pen, sheet, row) if sheet.wide else _narrow_texts(pen, sheet, row)
    return drawn + _bar(pen, sheet, row, bands) + texts


def _bar(pen: Pen, sheet: Sheet, row: Row, bands: Sequence[BandWords]) -> str:
    score = row.place.score
    high = 18 if sheet.wide else 16
    top = row.y - high / 2 if sheet.wide else row.top + TITLE_LEADING * len(row.titles) + 6
    edge = Stroke(tint=Tint.EDGE, width=1)
    if row.place.state is PlaceState.HIDDEN:
        box = sheet.start, top, sheet.end - sheet.start, high
        return pen.box(*box, fill=Tint.PAPER, line=edge) + hatched(
            pen, *box, pitch=12, line=edge
        )
    if score is None:
        return _no_bar(pen, sheet, row) if sheet.wide else ""
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


def _no_bar(pen: Pen, sheet: Sheet, row: Row) -> str:
    d = f"M{point(sheet.start, row.y)}H{number(sheet.end)}"
    dotted = Stroke(tint=Tint.EDGE, width=2, dash=".1 7", round=True)
    plain = Stroke(tint=Tint.LINE, width=1)
    return pen.path(d, line=dotted if is_later(row.place) else plain)


def _wide_texts(pen: Pen, sheet: Sheet, row: Row) -> str:
    place = row.place
    title = TITLE if place.score is not None else _quiet(TITLE)
    left = TITLE_LEADING * len(row.titles) + (WORD_LEADING if place.here_words else 0)
    y = row.y - left / 2 + 16
    here = y + TITLE_LEADING * len(row.titles) - 3
    right = (TITLE_LEADING if place.words else 0) + WORD_LEADING * len(row.words)
    told = row.y - right / 2 + (16 if place.words else 14)
    said = told + (TITLE_LEADING - 2 if place.words else 0)
    return "".join(
        (
            pen.lines(sheet.title, y, row.titles, title, TITLE_LEADING),
            pen.text(sheet.title, here, place.here_words, _SMALL),
            pen.text(sheet.words, told, place.words, TITLE),
            pen.lines(sheet.words, said, row.words, WORD, WORD_LEADING),
        )
    )


def _narrow_texts(pen: Pen, sheet: Sheet, row: Row) -> str:
    place = row.place
    title = TITLE if place.score is not None else _quiet(TITLE)
    score = Lettering(size=16, bold=True, anchor="end")
    y = row.top + 18
    below = (
        y
        + TITLE_LEADING * (len(row.titles) - 1)
        + (WORD_LEADING + 24 if has_bar(place) else 20)
    )
    return "".join(
        (
            pen.lines(sheet.title, y, row.titles, title, TITLE_LEADING),
            pen.text(sheet.end, y, place.words, score),
            pen.lines(sheet.words, below, row.words, WORD, WORD_LEADING),
        )
    )


def _quiet(how: Lettering) -> Lettering:
    return Lettering(size=how.size, bold=how.bold, tint=Tint.MUTED)


def _x(sheet: Sheet, score: float) -> float:
    return sheet.start + (sheet.end - sheet.start) * score / 100
