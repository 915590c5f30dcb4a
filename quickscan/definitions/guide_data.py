"""A guide as the keys and values of a file.

What has its default value is left out.
"""

from dataclasses import fields
from typing import Final

from quickscan.definitions.file_values import Data, Flat, Flow, text_data, without_nothing
from quickscan.domain.guide import AgendaItem, Guide, Meeting, Worksheet
from quickscan.domain.ids import DimensionId, ThemeId
from quickscan.domain.texts import Language

_LINES: Final = next(field.default for field in fields(Worksheet) if field.name == "lines")


def guide_data(own: Guide, default: Language) -> Data:
    """Return a guide as the keys and values of a file."""
    return without_nothing(
        title=text_data(own.title, default),
        introduction=text_data(own.introduction, default),
        meetings=[_meeting(each, default) for each in own.meetings],
        source=own.source,
    )


def _meeting(own: Meeting, default: Language) -> Data:
    return without_nothing(
        id=own.id,
        title=text_data(own.title, default),
        aim=text_data(own.aim, default),
        minutes=own.minutes,
        figures=_figures(own.figures),
        dilemmas=text_data(own.dilemmas, default),
        agenda=[_agenda_item(each, default) for each in own.agenda],
        worksheets=[_worksheet(each, default) for each in own.worksheets],
        source=own.source,
    )


def _figures(figures: tuple[tuple[DimensionId, ThemeId], ...]) -> Data:
    found: Data = Flow()
    for dimension, theme in figures:
        found.setdefault(dimension, Flat()).append(theme)
    return found


def _agenda_item(own: AgendaItem, default: Language) -> Data:
    return {"minutes": own.minutes, "text": text_data(own.text, default)}


def _worksheet(own: Worksheet, default: Language) -> Data:
    return without_nothing(
        id=own.id,
        title=text_data(own.title, default),
        introduction=text_data(own.introduction, default),
        columns=[text_data(each, default) for each in own.columns],
        rows=[text_data(each, default) for each in own.rows],
        questions=[text_data(each, default) for each in own.questions],
        lines=own.lines if own.lines != _LINES else None,
    )
