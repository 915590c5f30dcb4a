"""The guide of a questionnaire: what may stand there, and what does not fit together."""

from collections.abc import Callable, Iterator
from collections.abc import Mapping as ReadMapping
from typing import Final, TypeVar

from quickscan.definitions.conditions import refer_theme
from quickscan.definitions.nodes import Mapping, Node, Scalar, Sequence
from quickscan.definitions.reading import Reading
from quickscan.definitions.scalars import Id, Json, Reference, Whole
from quickscan.definitions.shapes import Key, ListOf, Record
from quickscan.definitions.texts import Words
from quickscan.domain.guide import AgendaItem, Guide, Meeting, Worksheet
from quickscan.domain.ids import DimensionId, ThemeId

T = TypeVar("T")
Figures = tuple[tuple[DimensionId, ThemeId], ...]

_LONGEST: Final = 600
"""The most minutes that a meeting takes: ten hours, as for filling in."""

_MOST_LINES: Final = 40
"""The most lines to write on: as many as stand on one sheet."""

_LEAST_COLUMNS: Final = 2
"""A table with rows has a column for what they are about, and at least one to fill in."""


class FiguresShape:
    """Themes by dimension, any number of each: `{dimension: [theme, theme]}`."""

    instead: Figures = ()

    def read(self, node: Node, reading: Reading) -> Figures | None:
        """Return the themes that can be found, each with its dimension, as they stand."""
        if type(node) is not Mapping or not node.pairs:
            reading.problems.refuse(node, "figures_wanted")
            return None
        return tuple(place for pair in node.pairs for place in _themes(*pair, reading))

    def schema(self) -> Json:
        """Return the JSON Schema of themes by dimension."""
        slug = {"$ref": "#/$defs/slug"}
        themes = {"type": "array", "items": slug, "minItems": 1, "uniqueItems": True}
        return {
            "type": "object",
            "propertyNames": slug,
            "additionalProperties": themes,
            "minProperties": 1,
        }


def _themes(
    dimension: Scalar, themes: Node, reading: Reading
) -> Iterator[tuple[DimensionId, ThemeId]]:
    if type(themes) is not Sequence or not themes.items:
        reading.problems.refuse(themes, "figures_wanted")
        return
    found = set()
    for node in themes.items:
        place = refer_theme(dimension, node, reading)
        if place is not None and place not in found:
            found.add(place)
            yield place
        elif place is not None and type(node) is Scalar and node.value == place[1]:
            reading.problems.refuse(node, "listed_twice", value=place[1])


class _Judged(Record[T]):
    """A record that is judged as a whole, once there is nothing wrong with its parts."""

    def __init__(
        self,
        thing: str,
        make: Callable[..., T],
        keys: ReadMapping[str, Key],
        *,
        judge: Callable[[T, Reading], None],
    ) -> None:
        super().__init__(thing, make, keys)
        self._judge = judge

    def read(self, node: Node, reading: Reading, **given: object) -> T | None:
        """Return what was made of the mapping; what does not fit together is noted."""
        before = len(reading.problems.found)
        own = super().read(node, reading, **given)
        if own is not None and len(reading.problems.found) == before:
            self._judge(own, reading)
        return own


def _judge_worksheet(own: Worksheet, reading: Reading) -> None:
    if own.rows and len(own.columns) < _LEAST_COLUMNS:
        reading.problems.refuse(reading.place_of(own, "rows"), "rows_without_columns")
    elif not own.columns and not own.questions:
        reading.problems.refuse(reading.places[id(own)], "worksheet_empty")


def _judge_meeting(own: Meeting, reading: Reading) -> None:
    together = sum(item.minutes for item in own.agenda)
    if together != own.minutes:
        place, minutes = reading.place_of(own, "minutes"), own.minutes
        reading.problems.refuse(place, "agenda_minutes", together=together, minutes=minutes)


AGENDA_ITEM: Final = Record(
    "agenda",
    AgendaItem,
    {
        "minutes": Key(Whole(1, _LONGEST), "How long it takes.", needed=True),
        "text": Key(Words(markdown=True), "What is done.", needed=True),
    },
)
WORKSHEET: Final = _Judged(
    "worksheet",
    Worksheet,
    {
        "id": Key(Id("worksheet"), "Its name, stable for ever.", needed=True),
        "title": Key(Words(), "What it is called.", needed=True),
        "introduction": Key(Words(markdown=True), "What to do with it."),
        "columns": Key(ListOf(Words()), "The heads of the table."),
        "rows": Key(ListOf(Words()), "What each row is about: its first column."),
        "questions": Key(ListOf(Words()), "Questions, with lines to write on."),
        "lines": Key(
            Whole(1, _MOST_LINES),
            "Empty lines: of a table without rows, and below each question. Default 3.",
        ),
    },
    judge=_judge_worksheet,
)
MEETING: Final = _Judged(
    "meeting",
    Meeting,
    {
        "id": Key(Id("meeting"), "Its name, stable for ever.", needed=True),
        "title": Key(Words(), "What it is called.", needed=True),
        "aim": Key(Words(), "What is reached at the end.", needed=True),
        "minutes": Key(
            Whole(1, _LONGEST), "How long it takes: its agenda together.", needed=True
        ),
        "figures": Key(FiguresShape(), "The themes whose scores are on the table."),
        "dilemmas": Key(
            Words(markdown=True), "What to do with statements on which the team is divided."
        ),
        "agenda": Key(ListOf(AGENDA_ITEM), "What is done, in order.", needed=True),
        "worksheets": Key(ListOf(WORKSHEET), "Sheets to fill in."),
        "source": Key(Reference("source"), "Where it comes from."),
    },
    judge=_judge_meeting,
)
GUIDE: Final = Record(
    "guide",
    Guide,
    {
        "title": Key(Words(), "What it is called.", needed=True),
        "introduction": Key(Words(markdown=True), "Before the first meeting."),
        "meetings": Key(ListOf(MEETING), "The meetings, in order.", needed=True),
        "source": Key(Reference("source"), "Where it comes from."),
    },
)
