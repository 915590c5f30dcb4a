"""Where everything in a profile goes: the columns, and a row for each place."""

from collections.abc import Sequence
from dataclasses import dataclass

from quickscan.presentation.charts.drawing import Lettering, Tint
from quickscan.presentation.charts.lettering import width, wrap
from quickscan.presentation.outcome.values import Place, PlaceState
from quickscan.presentation.sentences import lowered

WIDE, NARROW = 760, 328
"""In which widths a profile is drawn; one of the two is shown."""

TITLE = Lettering(size=18, bold=True)
WORD = Lettering(size=15, tint=Tint.MUTED)
TITLE_LEADING, WORD_LEADING = 21, 18
_HEAD = 26
"""Room above for the numbers of the scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
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
class Row:
    """One place: from where to where it goes, and its texts broken into lines."""

    place: Place
    top: float
    height: float
    y: float
    titles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def wide_sheet(places: Sequence[Place], pitch: float, *, loop: bool) -> Sheet:
    """Return the columns of the wide drawing; names take what they need, up to a point."""
    spine = 68.0 if loop else 20.0
    title = spine + 28
    widest = max(width(place.title, TITLE.size, bold=True) for place in places)
    title_room = min(max(widest, 110), 190)
    told = max(width(place.words, TITLE.size, bold=True) for place in places)
    said = max(width(place.band, WORD.size) for place in places)
    words_room = max(told, min(said, 160), 90) + 4
    return Sheet(
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


def narrow_sheet(places: Sequence[Place], pitch: float, *, loop: bool) -> Sheet:
    """Return the columns of the narrow drawing: name and score above the bar."""
    spine = 48.0 if loop else 16.0
    start = spine + 22
    told = max(width(place.words, 16, bold=True) for place in places)
    return Sheet(
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


def has_bar(place: Place) -> bool:
    """Say whether a bar is drawn under a name: filled, or hatched where it is hidden."""
    return bool(place.words) or place.state is PlaceState.HIDDEN


def rows_of(places: Sequence[Place], sheet: Sheet) -> tuple[Row, ...]:
    """Return a row for each place, one under the other."""
    rows: list[Row] = []
    top = float(_HEAD)
    for place in places:
        row = (_wide_row if sheet.wide else _narrow_row)(place, sheet, top)
        rows.append(row)
        top += row.height
    return tuple(rows)


def _wide_row(place: Place, sheet: Sheet, top: float) -> Row:
    titles = wrap(place.title, sheet.title_room, TITLE.size, bold=True)
    words = wrap(lowered(place.band), sheet.words_room, WORD.size) if place.band else ()
    left = TITLE_LEADING * len(titles) + (WORD_LEADING if place.here_words else 0)
    right = (TITLE_LEADING if place.words else 0) + WORD_LEADING * len(words)
    height = max(left + 16, right + 16, sheet.pitch)
    return Row(
        place=place, top=top, height=height, y=top + height / 2, titles=titles, words=words
    )


def _narrow_row(place: Place, sheet: Sheet, top: float) -> Row:
    room = sheet.title_room if place.words else sheet.words_room
    titles = wrap(place.title, room, TITLE.size, bold=True)
    told = " · ".join(part for part in (lowered(place.band), place.here_words) if part)
    words = wrap(told, sheet.words_room, WORD.size)
    bar = 24 if has_bar(place) else 4
    needed = TITLE_LEADING * len(titles) + bar + WORD_LEADING * len(words) + 18
    height = max(float(needed), sheet.pitch if has_bar(place) else 60.0)
    return Row(place=place, top=top, height=height, y=top + 12, titles=titles, words=words)
