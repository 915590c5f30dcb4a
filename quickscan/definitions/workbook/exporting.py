"""A questionnaire and its scenarios to a workbook."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Final

import xlsxwriter

from quickscan.definitions.data import as_data, scenario_data
from quickscan.definitions.messages.workbook import COLUMNS
from quickscan.definitions.scenarios import Scenario
from quickscan.definitions.workbook import sheets
from quickscan.definitions.workbook.filling import Filling, Sheet
from quickscan.definitions.workbook.sheets import Column
from quickscan.domain.questionnaire import Questionnaire

MOST_CHARACTERS: Final = 32_767
"""The most that a cell of a workbook holds."""

_NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands in every workbook as the day it was made: the same content is the same file."""


class TooLongForACellError(ValueError):
    """A text does not fit in a cell: no workbook can hold this questionnaire."""

    def __init__(self, place: str) -> None:
        super().__init__(f"{place} is longer than {MOST_CHARACTERS} characters")
        self.place = place


def to_workbook(
    questionnaire: Questionnaire, scenarios: Iterable[Scenario] = (), language: str = "nl"
) -> bytes:
    """Return a workbook; the same questionnaire gives the same bytes.

    `language` is that of the explanations above the columns.

    Raises:
        TooLongForACellError: a text does not fit.
    """
    made = Filling(as_data(questionnaire), questionnaire.languages[0])
    filled = made.sheets(tuple(scenario_data(each) for each in scenarios))
    return _written(filled, made.ids, language)


def _written(
    filled: Mapping[str, Sheet], ids: Mapping[str, Sequence[str]], language: str
) -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"created": _NO_DAY})
    look = {
        "head": book.add_format({"bold": True, "bottom": 2, "num_format": "@"}),
        "cell": book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"}),
    }
    lists = _lists(book, filled, ids)
    for name in sheets.SHEETS:
        own = filled[name]
        page = book.get_worksheet_by_name(name)
        page.freeze_panes(1, 1 if name == "about" else 2)
        for number, column in enumerate(own.columns):
            page.set_column(number, number, column.width, look["cell"])
            page.write_string(0, number, column.key, look["head"])
            page.write_comment(0, number, _explained(name, column.key, language))
            source = _source(column, lists)
            if source:
                last = 20 + 2 * len(own.rows) + 200
                page.data_validation(1, number, last, number, {"validate": "list", **source})
        for row, cells in enumerate(own.rows, 1):
            for number, words in enumerate(cells):
                if len(words) > MOST_CHARACTERS:
                    raise TooLongForACellError(f"{name}/{own.columns[number].key}")
                if words:
                    page.write_string(row, number, words, look["cell"])
            if name == "about":
                page.write_string(
                    row, 2, COLUMNS[f"about.{cells[0]}"].to(language), look["cell"]
                )
    book.close()
    return file.getvalue()


def _lists(
    book: xlsxwriter.Workbook, filled: Mapping[str, Sheet], ids: Mapping[str, Sequence[str]]
) -> Mapping[str, str]:
    """Add all sheets, and a hidden one with the ids to choose from; return their ranges."""
    for name in filled:
        book.add_worksheet(name)
    page = book.add_worksheet(sheets.LISTS)
    page.hide()
    ranges = {}
    for number, (name, own) in enumerate(ids.items()):
        page.write_string(0, number, name)
        for row, id in enumerate(own, 1):
            page.write_string(row, number, id)
        if own:
            letter = xlsxwriter.utility.xl_col_to_name(number)
            ranges[name] = f"={sheets.LISTS}!${letter}$2:${letter}${len(own) + 1}"
    return ranges


def _source(column: Column, lists: Mapping[str, str]) -> dict[str, object]:
    """Return what a drop-down offers; a new name may be typed, and is checked when read."""
    if isinstance(column.choices, str):
        found = lists.get(column.choices)
        return {"source": found, "error_type": "warning"} if found else {}
    return {"source": list(column.choices)} if column.choices else {}


def _explained(sheet: str, key: str, language: str) -> str:
    if sheet == "translations":
        name = "where" if key == sheets.WHERE else "to language"
    elif sheet == "about":
        name = f"about.{key}"
    else:
        own = key.split(":", maxsplit=1)[0] if key.startswith(sheets.THEME) else key
        if own.startswith(sheets.NUMBERED):
            own = own.split(maxsplit=1)[0]
        name = next((each for each in (f"{sheet}.{own}", own) if each in COLUMNS), "answer")
    return COLUMNS[name].to(language)
