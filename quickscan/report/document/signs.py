"""Answers and bands as signs: single characters of the font Quickscan Marks."""

from collections.abc import Sequence
from typing import assert_never

from quickscan.presentation.outcome import Line, Mark, MarkState
from quickscan.report.document.values import Answer, Key

QUARTERS = "○◔◑◕●"
"""From empty to full."""

NOT_YET = "◌"
_FULL = len(QUARTERS) - 1


def sign_of(mark: Mark) -> str:
    """Return the sign of an answer."""
    match mark.state:
        case MarkState.POINTS:
            return QUARTERS[mark.quarters]
        case MarkState.UNKNOWN:
            return "⍰"
        case MarkState.NOT_APPLICABLE:
            return "⊟"
        case MarkState.SKIPPED:
            return "□"
        case MarkState.GIVEN:
            return "▪"
        case MarkState.NOT_YET:
            return NOT_YET
        case _:
            assert_never(mark.state)


def sign_of_fill(fill: float) -> str:
    """Return the sign of a band: the quarter nearest to how full its station is drawn."""
    return QUARTERS[round(fill * _FULL)]


def answer_of(line: Line, *, aside: str = "") -> Answer:
    """Return a line of the outcome as a statement with its answer."""
    return Answer(sign=sign_of(line.mark), text=line.text, words=line.mark.label, aside=aside)


def keys_of(marks: Sequence[Mark]) -> tuple[Key, ...]:
    """Return what each sign stands for."""
    return tuple(Key(sign=sign_of(mark), words=mark.label) for mark in marks)
