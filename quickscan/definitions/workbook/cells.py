"""Cells as the nodes that a YAML file gives, each knowing its cell; rows under columns."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import yaml

from quickscan.definitions.nodes import Mapping, Node, Scalar, Sequence
from quickscan.definitions.workbook import sheets
from quickscan.definitions.workbook.opening import Cell, Rows, cell_name

_ROWS_OF_A_SHEET: Final = 1_000_000
_PLAIN: Final = (True, False)
_QUOTED: Final = (False, True)


@dataclass(frozen=True, slots=True)
class CellMark:
    """A place in a workbook, as problems know one: `line` orders sheets and rows."""

    sheet: str
    row: int
    column: int

    @property
    def line(self) -> int:
        """The row, after all rows of the sheets before it."""
        known = self.sheet in sheets.SHEETS
        number = sheets.SHEETS.index(self.sheet) if known else len(sheets.SHEETS)
        return number * _ROWS_OF_A_SHEET + self.row

    @property
    def cell(self) -> str:
        """What the cell is called."""
        return cell_name(self.sheet, self.row, self.column)


def scalar(words: str, mark: CellMark, *, plain: bool = False) -> Scalar:
    """Return a word or text; `plain` for what may be a number, or true or false."""
    where: Any = mark  # a parser's own mark has no cell
    return Scalar(None, None, _PLAIN if plain else _QUOTED, words, where)


def mapping(pairs: Iterable[tuple[Scalar, Node]], mark: CellMark) -> Mapping:
    """Return keys with their values; of a key that stands twice only the first."""
    kept: dict[str, tuple[Scalar, Node]] = {}
    for key, value in pairs:
        kept.setdefault(key.value, (key, value))
    return Mapping(
        [*kept.values()], {name: value for name, (_, value) in kept.items()}, mark, flow=False
    )


def sequence(items: list[Node], mark: CellMark) -> Sequence:
    """Return a list."""
    return Sequence(items, mark)


def mark_of(cell: Cell) -> CellMark:
    """Return the place of a cell."""
    return CellMark(cell.sheet, cell.row, cell.column)


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not empty: its cells by column, and the columns' own cells."""

    cells: dict[str, Cell]
    heads: dict[str, Cell]
    mark: CellMark

    def words(self, key: str) -> str:
        """Return what stands in a column; "" for nothing."""
        return self.cells[key].words.strip() if key in self.cells else ""

    def mark_of(self, key: str) -> CellMark:
        """Return the place of a cell; of the row where there is none."""
        return mark_of(self.cells[key]) if key in self.cells else self.mark

    def key(self, name: str, column: str) -> Scalar:
        """Return the key of a value: at the head of its column."""
        head = self.heads.get(column)
        return scalar(name, mark_of(head) if head else self.mark)


def table(rows: Rows, sheet: str) -> list[Row]:
    """Return the rows of a sheet under their columns."""
    own = rows.get(sheet, ())
    if not own:
        return []
    heads = {cell.column: (cell.words.strip(), cell) for cell in own[0]}
    by_name = dict(heads.values())
    return [
        Row(
            {heads[cell.column][0]: cell for cell in row if cell.column in heads},
            by_name,
            CellMark(sheet, row[0].row, 0),
        )
        for row in own[1:]
        if row
    ]


def moved(node: Node, mark: CellMark) -> Node:
    """Return a node with all its parts in one cell."""
    if type(node) is Mapping:
        return mapping(
            (
                (scalar(key.value, mark, plain=key.implicit[0]), moved(value, mark))
                for key, value in node.pairs
            ),
            mark,
        )
    if type(node) is Sequence:
        return sequence([moved(item, mark) for item in node.items], mark)
    assert isinstance(node, yaml.ScalarEvent)  # noqa: S101  there are three kinds of node
    return scalar(node.value, mark, plain=node.implicit[0])
