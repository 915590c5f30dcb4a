"""A workbook from who knows where: refused in one sentence when it is not what it should be.

Looked at from the outside in: its size, then the list of what the zip holds, and only then the
sheets, of which no more is read than a questionnaire can fill.
"""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from quickscan.definitions.messages.words import Words
from quickscan.definitions.messages.workbook import REFUSALS
from quickscan.definitions.workbook import sheets

LARGEST: Final = 5_000_000
"""The most bytes of a workbook; fifty statements in two languages take 0.1 million."""

_MOST_UNPACKED: Final = 20_000_000
_MOST_PARTS: Final = 500
_MOST_ROWS: Final = 5_000
_MOST_COLUMNS: Final = 500
_MOST_CELLS: Final = 300_000

_OLD = b"\xd0\xcf\x11\xe0"
"""How a file of before 2007 begins, and one that is locked with a password."""


class RefusedWorkbookError(ValueError):
    """A workbook that is not read; `words` says why and what to do, in one sentence."""

    def __init__(self, code: str, **values: object) -> None:
        found = REFUSALS[code]
        self.words = Words(found.nl.format(**values), found.en.format(**values))
        self.code = code
        super().__init__(self.words.en)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, as text; `row` and `column` count from 0."""

    sheet: str
    row: int
    column: int
    words: str

    @property
    def name(self) -> str:
        """Where it is, as in `questions!D14`."""
        return cell_name(self.sheet, self.row, self.column)


def cell_name(sheet: str, row: int, column: int) -> str:
    """Return what a cell is called: `questions!D14` for row 13 and column 3."""
    return f"{sheet}!{openpyxl.utils.get_column_letter(column + 1)}{row + 1}"


Rows = Mapping[str, tuple[tuple[Cell, ...], ...]]
"""The rows of each sheet, the first with the names of the columns; empty rows stay."""


def opened(content: bytes) -> Rows:
    """Return the cells of the sheets we know; the others are left alone.

    Raises:
        RefusedWorkbookError: it is no workbook that can be read; the error says what to do.
    """
    _look_at(content)
    try:
        book = openpyxl.load_workbook(
            BytesIO(content), read_only=True, data_only=False, keep_links=False
        )
        with_cells = {name: tuple(_rows(book[name])) for name in sheets.SHEETS if name in book}
    except RefusedWorkbookError:
        raise
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        ParseError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        EOFError,
        RuntimeError,
    ) as error:
        raise RefusedWorkbookError("broken") from error
    book.close()
    if "about" not in with_cells:
        raise RefusedWorkbookError("no_sheets")
    return with_cells


def _look_at(content: bytes) -> None:
    """See from the outside that this can be a workbook of ours."""
    if not content:
        raise RefusedWorkbookError("empty")
    if len(content) > LARGEST:
        raise RefusedWorkbookError("large", limit=LARGEST // 1_000_000)
    if content.startswith(_OLD):
        raise RefusedWorkbookError("old")
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            names = parts.namelist()
            unpacked = sum(part.file_size for part in parts.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise RefusedWorkbookError("other" if content[:2] != b"PK" else "broken") from error
    if len(names) > _MOST_PARTS or unpacked > _MOST_UNPACKED:
        raise RefusedWorkbookError("bomb")
    if "xl/workbook.xml" not in names:
        raise RefusedWorkbookError("other")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise RefusedWorkbookError("macros")
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise RefusedWorkbookError("links")


def _rows(page: Any) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a sheet as text, as far as a questionnaire can go."""
    cells = 0
    for number, row in enumerate(page.iter_rows()):
        filled = [own for own in row if own.value is not None]
        cells += len(row)
        if (
            number > _MOST_ROWS
            or cells > _MOST_CELLS
            or any(own.column > _MOST_COLUMNS for own in filled)
        ):
            raise RefusedWorkbookError("wide", sheet=page.title)
        yield tuple(
            Cell(page.title, number, own.column - 1, words)
            for own in filled
            if (words := _words(page.title, own)).strip()
        )


def _words(sheet: str, cell: Any) -> str:
    """Return what stands in a cell, as an author would type it."""
    name = cell_name(sheet, cell.row - 1, cell.column - 1)
    value = cell.value
    match cell.data_type:
        case "f":
            raise RefusedWorkbookError("formula", cell=name)
        case "d":
            raise RefusedWorkbookError("date", cell=name)
        case "e":
            raise RefusedWorkbookError("fault", cell=name, value=value)
        case "b":
            return "true" if value else "false"
        case "n":
            return str(int(value)) if float(value).is_integer() else repr(value)
        case _:
            return str(value).replace("\r\n", "\n").replace("\r", "\n")
