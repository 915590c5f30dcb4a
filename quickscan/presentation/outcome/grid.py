"""The statements of two dimensions as marks: main dimension down, another across."""

from collections.abc import Mapping, Sequence

from quickscan.domain.ids import ThemeId
from quickscan.domain.progress import WhyNot
from quickscan.domain.questionnaire import Dimension
from quickscan.domain.questions import Question
from quickscan.domain.scoring import Score, WhyNoScore
from quickscan.presentation.outcome.lines import Lines
from quickscan.presentation.outcome.values import (
    CellKind,
    Grid,
    GridCell,
    GridRow,
    Place,
    PlaceState,
)
from quickscan.presentation.outcome.voice import Voice
from quickscan.presentation.sentences import enumeration, lowered

Crossing = tuple[ThemeId | None, ThemeId | None]
"""A theme of the main dimension and one of the other; None outside that dimension."""


def crossing(voice: Voice, main: Dimension) -> tuple[Dimension, ...]:
    """Return the other dimensions that share a question with the main one, in file order."""
    shared = {own for pair in voice.assessment.cells if main.id in pair for own in pair}
    return tuple(
        own for own in voice.questionnaire.dimensions if own.id in shared and own != main
    )


def grid_of(
    voice: Voice, main: Dimension, across: Dimension, places: Sequence[Place], lines: Lines
) -> Grid:
    """Return every statement of the main dimension in its cell.

    Statements without a theme across get a last column of their own.
    """
    _ = voice.translate
    questions = _by_crossing(voice, main, across)
    themes: list[ThemeId | None] = [theme.id for theme in across.themes]
    columns = [voice.title(theme) for theme in across.themes]
    if any(column is None and row is not None for row, column in questions):
        themes.append(None)
        columns.append(_("Overig"))
    rows = []
    for place in places:
        cells = tuple(
            _cell(voice, (main, across), (place.id, theme), questions, lines)
            for theme in themes
        )
        rows.append(
            GridRow(place=place, cells=cells, whole=_whole(place, cells, _("geen stelling")))
        )
    return Grid(
        title=voice.title(across),
        columns=tuple(columns),
        rows=tuple(rows),
        explanation=_(
            "Elk teken is één stelling. Naar rechts lees je waar die over gaat: {columns}.",
            columns=enumeration([lowered(column) for column in columns], _),
        ),
    )


def _by_crossing(
    voice: Voice, main: Dimension, across: Dimension
) -> Mapping[Crossing, list[Question]]:
    found: dict[Crossing, list[Question]] = {}
    for question in voice.questionnaire.questions.values():
        crossing = (question.theme(main.id), question.theme(across.id))
        found.setdefault(crossing, []).append(question)
    return found


def _cell(
    voice: Voice,
    dimensions: tuple[Dimension, Dimension],
    crossing: Crossing,
    questions: Mapping[Crossing, list[Question]],
    lines: Lines,
) -> GridCell:
    _ = voice.translate
    own = questions.get(crossing, [])
    shown = tuple(lines[question.id] for question in own if question.id in lines)
    if not shown:
        not_asked = voice.assessment.progress.not_asked
        later = any(not_asked.get(question.id) is WhyNot.NOT_YET for question in own)
        if later:
            return GridCell(kind=CellKind.NOT_YET, words=_("nog niet aan de orde"))
        return GridCell(kind=CellKind.NONE, words=_("geen stelling"))
    score = _score(voice, dimensions, crossing)
    if score is None or score.why is None:
        return GridCell(kind=CellKind.LINES, lines=shown)
    applies = score.why is not WhyNoScore.NOT_ASKED
    words = _("geen score") if applies else _("niet van toepassing")
    return GridCell(kind=CellKind.NO_SCORE, words=words, lines=shown)


def _score(
    voice: Voice, dimensions: tuple[Dimension, Dimension], crossing: Crossing
) -> Score | None:
    """Return the score of a cell; None in the column for what is left."""
    main, across = dimensions
    row, column = crossing
    if row is None or column is None:
        return None
    cells = voice.assessment.cells
    if (main.id, across.id) in cells:
        return cells[main.id, across.id].get((row, column))
    return cells[across.id, main.id].get((column, row))


def _whole(place: Place, cells: Sequence[GridCell], nothing: str) -> str:
    """Return what a row without marks says."""
    if any(cell.lines for cell in cells):
        return ""
    return place.band if place.state is not PlaceState.SCORED else nothing
