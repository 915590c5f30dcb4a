"""An assessment put into words, once, for both the result page and the report.

Everything in an `Outcome` follows from the questionnaire and the answers: nothing is
judged, guessed or remembered.
"""

from quickscan.presentation.outcome.making import main_dimension, name_question, outcome
from quickscan.presentation.outcome.values import (
    AdviceWords,
    BandWords,
    CellKind,
    Dimensional,
    Divided,
    Grid,
    GridCell,
    GridRow,
    Line,
    Mark,
    MarkState,
    Outcome,
    Place,
    PlaceState,
)

__all__ = [
    "AdviceWords",
    "BandWords",
    "CellKind",
    "Dimensional",
    "Divided",
    "Grid",
    "GridCell",
    "GridRow",
    "Line",
    "Mark",
    "MarkState",
    "Outcome",
    "Place",
    "PlaceState",
    "main_dimension",
    "name_question",
    "outcome",
]
