"""A workbook to a questionnaire and its scenarios, or everything that is wrong, cell by cell.

The cells become the same nodes that a YAML file gives, each knowing its cell; the reader and
its rules do the rest.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import yaml

from quickscan.definitions import nodes
from quickscan.definitions.nodes import Mapping, Node, Scalar
from quickscan.definitions.nodes import Sequence as ListNode
from quickscan.definitions.problems import Problem, Problems, Severity
from quickscan.definitions.reader import Examined, examine_node
from quickscan.definitions.remarks import remark
from quickscan.definitions.scenarios import Scenario, read_scenario_nodes, verify
from quickscan.definitions.workbook import sheets
from quickscan.definitions.workbook.opening import Cell, Rows, cell_name, opened
from quickscan.definitions.workbook.sheets import Column, Form, place_of
from quickscan.domain.questionnaire import Questionnaire

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


@dataclass(frozen=True, slots=True)
class Imported:
    """What a workbook holds, and what was found in it."""

    questionnaire: Questionnaire | None
    scenarios: tuple[Scenario, ...]
    problems: tuple[Problem, ...]

    @property
    def is_good(self) -> bool:
        """Say whether nothing is wrong; warnings do not count."""
        return not any(own.severity is Severity.ERROR for own in self.problems)


def from_workbook(content: bytes, name: str = "workbook.xlsx") -> Imported:
    """Return the questionnaire in a workbook, and everything that is wrong with it.

    Raises:
        RefusedWorkbookError: it is no workbook that can be read.
    """
    problems = Problems(name)
    root, scenarios = _Assembly(opened(content), problems).nodes()
    examined: Examined = examine_node(root, problems)
    own = examined.questionnaire
    if own is None:
        return Imported(None, (), examined.problems)
    remark(own, examined.reading)
    examples = read_scenario_nodes(scenarios, own, problems)
    verify(examples, own)
    return Imported(own, examples.scenarios, problems.in_file_order)


# --- nodes that know their cell ---------------------------------------------------------


def _scalar(words: str, mark: CellMark, *, plain: bool = False) -> Scalar:
    where: Any = mark  # a parser's own mark has no cell
    return Scalar(None, None, _PLAIN if plain else _QUOTED, words, where)


def _mapping(pairs: Iterable[tuple[Scalar, Node]], mark: CellMark) -> Mapping:
    kept: dict[str, tuple[Scalar, Node]] = {}
    for key, value in pairs:
        kept.setdefault(key.value, (key, value))
    return Mapping(
        [*kept.values()], {name: value for name, (_, value) in kept.items()}, mark, flow=False
    )


def _list(items: list[Node], mark: CellMark) -> ListNode:
    return ListNode(items, mark)


def _mark(cell: Cell) -> CellMark:
    return CellMark(cell.sheet, cell.row, cell.column)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row that is not empty: its cells by column, and the columns' own cells."""

    cells: dict[str, Cell]
    heads: dict[str, Cell]
    mark: CellMark

    def words(self, key: str) -> str:
        """Return what stands in a column; "" for nothing."""
        return self.cells[key].words.strip() if key in self.cells else ""

    def mark_of(self, key: str) -> CellMark:
        """Return the place of a cell; of the row where there is none."""
        return _mark(self.cells[key]) if key in self.cells else self.mark

    def key(self, name: str, column: str) -> Scalar:
        """Return the key of a value: at the head of its column."""
        head = self.heads.get(column)
        return _scalar(name, _mark(head) if head else self.mark)


def _table(rows: Rows, sheet: str) -> list[_Row]:
    """Return the rows of a sheet under their columns."""
    own = rows.get(sheet, ())
    if not own:
        return []
    heads = {cell.column: (cell.words.strip(), cell) for cell in own[0]}
    by_name = dict(heads.values())
    return [
        _Row(
            {heads[cell.column][0]: cell for cell in row if cell.column in heads},
            by_name,
            CellMark(sheet, row[0].row, 0),
        )
        for row in own[1:]
        if row
    ]


# --- from rows to a file ----------------------------------------------------------------


class _Assembly:
    """Puts the rows of all sheets together as the nodes of a file."""

    def __init__(self, rows: Rows, problems: Problems) -> None:
        self.rows = rows
        self.problems = problems
        self.about = {row.words("key"): row for row in _table(rows, "about")}
        self.languages = _split(self._about("languages")) or ["nl"]
        self.translations = {
            row.words(sheets.WHERE): row for row in _table(rows, "translations")
        }

    def nodes(self) -> tuple[Mapping, ListNode]:
        """Return the nodes of the questionnaire and of its scenarios."""
        pairs: list[tuple[Scalar, Node]] = []
        for key, row in self.about.items():
            column = sheets.ABOUT.get(key)
            value = self._value(row, "value", column or Column(key), ("about", key))
            if value is not None and key not in ("minimum_answered", "overall"):
                pairs.append((_scalar(key, row.mark), value))
        for key, node in self._parts():
            if node is not None:
                pairs.append((_scalar(key, CellMark(key, 0, 0)), node))
        self._stray_translations()
        return _mapping(pairs, CellMark("about", 0, 0)), self._scenarios()

    def _about(self, key: str) -> str:
        return self.about[key].words("value") if key in self.about else ""

    def _parts(self) -> Iterator[tuple[str, Node | None]]:
        yield "sources", self._keyed("sources", sheets.SOURCES)
        yield "roles", self._keyed("roles", sheets.ROLES)
        yield "scales", self._scales()
        yield "dimensions", self._dimensions()
        yield "sections", self._sections()
        yield "scoring", self._scoring()
        yield "bands", self._listed("bands", sheets.BANDS)
        yield "advice", self._advice()

    def _scoring(self) -> Mapping:
        pairs = []
        for key in ("minimum_answered", "overall"):
            row = self.about.get(key)
            value = self._value(row, "value", sheets.ABOUT[key], ()) if row else None
            if row and value is not None:
                pairs.append((_scalar(key, row.mark), value))
        return _mapping(pairs, CellMark("about", 0, 0))

    def _value(  # noqa: PLR0911  one return for each form
        self, row: _Row, key: str, column: Column, place: tuple[str, ...]
    ) -> Node | None:
        """Return what a cell becomes; None for an empty one."""
        words, mark = row.words(key), row.mark_of(key)
        if not words:
            return None
        match column.form:
            case Form.TEXT:
                return self._text(words, mark, place_of(*place))
            case Form.PLAIN:
                return _scalar(words, mark, plain=True)
            case Form.LIST:
                return _list([_scalar(each, mark) for each in _split(words)], mark)
            case Form.MINUTES:
                return _minutes(words, mark)
            case Form.YAML:
                return self._yaml(words, mark)
            case Form.WORD:
                return _scalar(words, mark)

    def _text(self, words: str, mark: CellMark, place: str) -> Node:
        """Return a text with its translations, if it has any."""
        default = self.languages[0]
        row = self.translations.get(place)
        others = [(language, row.words(language)) for language in self.languages[1:] if row]
        translated = [(language, each) for language, each in others if each]
        if row is None or not translated:
            return _scalar(words, mark)
        before = row.words(default)
        if before and before != words:
            self.problems.warn(
                _scalar("", row.mark_of(default)), "translation_stale", cell=mark.cell
            )
        pairs: list[tuple[Scalar, Node]] = [(_scalar(default, mark), _scalar(words, mark))]
        for language, each in translated:
            own = row.mark_of(language)
            pairs.append((_scalar(language, own), _scalar(each, own)))
        return _mapping(pairs, mark)

    def _yaml(self, words: str, mark: CellMark) -> Node:
        """Return what a cell says in YAML; every part of it stands in that cell."""
        found = Problems(self.problems.path)
        node = nodes.compose(words, found)
        for problem in found.found:
            self.problems.refuse_at(mark, problem.code, **dict(problem.values))
        return _scalar(words, mark) if node is None else _moved(node, mark)

    # --- parts --------------------------------------------------------------------------

    def _record(
        self, row: _Row, columns: Sequence[Column], place: Sequence[str], leave: Iterable[str]
    ) -> list[tuple[Scalar, Node]]:
        """Return the keys and values of a row; unknown columns too, to be refused."""
        known = {column.key: column for column in columns}
        left = set(leave)
        pairs = []
        for key in row.cells:
            if key in left or not key:
                continue
            column = known.get(key, Column(key))
            value = self._value(row, key, column, (*place, key))
            if value is not None:
                pairs.append((row.key(key, key), value))
        return pairs

    def _keyed(self, sheet: str, columns: Sequence[Column]) -> Mapping | None:
        pairs: list[tuple[Scalar, Node]] = []
        for row in _table(self.rows, sheet):
            id = row.words("id")
            own = self._record(row, columns, (sheet, id), ("id",))
            pairs.append((_scalar(id, row.mark_of("id")), _mapping(own, row.mark)))
        return self._unique(pairs, sheet)

    def _unique(self, pairs: list[tuple[Scalar, Node]], sheet: str) -> Mapping | None:
        """Return things by their name; a name that stands twice is a problem."""
        seen: dict[str, Scalar] = {}
        for key, _ in pairs:
            if key.value in seen:
                self.problems.refuse(key, "duplicate_key", key=key.value)
            seen.setdefault(key.value, key)
        return _mapping(pairs, CellMark(sheet, 0, 0)) if pairs else None

    def _listed(self, sheet: str, columns: Sequence[Column]) -> ListNode | None:
        items: list[Node] = [
            _mapping(self._record(row, columns, (sheet, row.words("id")), ()), row.mark)
            for row in _table(self.rows, sheet)
        ]
        return _list(items, CellMark(sheet, 0, 0)) if items else None

    def _options(self, sheet: str, owner: str) -> dict[str, tuple[CellMark, list[Node]]]:
        """Return options by the scale or question they belong to, with its first place."""
        found: dict[str, tuple[CellMark, list[Node]]] = {}
        for row in _table(self.rows, sheet):
            name = row.words(owner)
            place = (sheet, name, row.words("id"))
            own = self._record(row, sheets.OPTION, place, (owner,))
            _, options = found.setdefault(name, (row.mark_of(owner), []))
            options.append(_mapping(own, row.mark))
        return found

    def _scales(self) -> Mapping | None:
        pairs: list[tuple[Scalar, Node]] = []
        for id, (mark, options) in self._options("scales", "scale").items():
            own = [(_scalar("options", mark), _list(options, mark))]
            pairs.append((_scalar(id, mark), _mapping(own, mark)))
        return self._unique(pairs, "scales")

    def _dimensions(self) -> Mapping | None:
        themes: dict[str, list[tuple[Scalar, Node]]] = {}
        for row in _table(self.rows, "themes"):
            axis, id = row.words("dimension"), row.words("id")
            own = self._record(row, sheets.THEMES, ("themes", axis, id), ("dimension", "id"))
            pair = (_scalar(id, row.mark_of("id")), _mapping(own, row.mark))
            themes.setdefault(axis, []).append(pair)
        pairs: list[tuple[Scalar, Node]] = []
        for row in _table(self.rows, "dimensions"):
            id = row.words("id")
            leave = ("id", "position", "ahead", "order")
            own = self._record(row, sheets.DIMENSIONS, ("dimensions", id), leave)
            own += self._position(row)
            mine = self._unique(themes.pop(id, []), "themes")
            if mine is not None:
                own.append((_scalar("themes", row.mark_of("id")), mine))
            pairs.append((_scalar(id, row.mark_of("id")), _mapping(own, row.mark)))
        self._unknown("themes", "dimension", themes, [key.value for key, _ in pairs])
        return self._unique(pairs, "dimensions")

    def _position(self, row: _Row) -> list[tuple[Scalar, Node]]:
        known = {column.key: column for column in sheets.DIMENSIONS}
        names = {"position": "question", "ahead": "ahead", "order": "order"}
        own = [
            (row.key(name, column), value)
            for column, name in names.items()
            if (value := self._value(row, column, known[column], ())) is not None
        ]
        return [(_scalar("position", row.mark), _mapping(own, row.mark))] if own else []

    def _unknown(
        self, sheet: str, column: str, left: Iterable[str], known: Iterable[str]
    ) -> None:
        """Refuse rows that belong to something that is not there."""
        left = set(left)
        for row in _table(self.rows, sheet):
            if row.words(column) in left:
                node = _scalar(row.words(column), row.mark_of(column))
                name = row.words(column)
                self.problems.refuse_name(node, "unknown_row", name, known, column=column)

    def _sections(self) -> ListNode | None:
        options = self._options("options", "question")
        questions: dict[str, list[Node]] = {}
        ids: list[str] = []
        for row in _table(self.rows, "questions"):
            id = row.words("id")
            ids.append(id)
            own = self._placed(row, sheets.QUESTIONS, ("questions", id), ("section",))
            if id in options:
                mark, mine = options[id]
                own.append((_scalar("options", mark), _list(mine, mark)))
            questions.setdefault(row.words("section"), []).append(_mapping(own, row.mark))
        self._unknown("options", "question", options.keys() - set(ids), ids)
        items: list[Node] = []
        known = []
        for row in _table(self.rows, "sections"):
            id = row.words("id")
            known.append(id)
            own = self._record(row, sheets.SECTIONS, ("sections", id), ())
            mine = questions.pop(id, [])
            if mine:
                own.append((_scalar("questions", row.mark), _list(mine, row.mark)))
            items.append(_mapping(own, row.mark))
        self._unknown("questions", "section", questions, known)
        return _list(items, CellMark("sections", 0, 0)) if items else None

    def _placed(
        self, row: _Row, columns: Sequence[Column], place: Sequence[str], leave: Iterable[str]
    ) -> list[tuple[Scalar, Node]]:
        """Return the keys and values of a row that has themes."""
        axes = [key for key in row.cells if key.startswith(sheets.THEME)]
        own = self._record(row, (*columns, sheets.IN_ORDER), place, (*leave, *axes))
        themes: list[tuple[Scalar, Node]] = [
            (
                row.key(key.removeprefix(sheets.THEME), key),
                _scalar(row.words(key), row.mark_of(key)),
            )
            for key in axes
        ]
        if themes:
            own.append((_scalar("themes", row.mark), _mapping(themes, row.mark)))
        return own

    def _advice(self) -> ListNode:
        items: list[Node] = []
        for row in _table(self.rows, "advice"):
            place = ("advice", row.words("id"))
            numbered = sorted(
                (key for key in row.cells if key.startswith(sheets.STEP)),
                key=lambda key: row.cells[key].column,
            )
            own = self._placed(row, sheets.ADVICE, place, numbered)
            steps: list[Node] = [
                self._text(row.words(key), row.mark_of(key), place_of(*place, key))
                for key in numbered
            ]
            if steps:
                own.append((_scalar("steps", row.mark), _list(steps, row.mark)))
            items.append(_mapping(own, row.mark))
        return _list(items, CellMark("advice", 0, 0))

    # --- scenarios and translations -----------------------------------------------------

    def _scenarios(self) -> ListNode:
        kinds = {row.words("id"): row.words("kind") for row in _table(self.rows, "questions")}
        known = {column.key: column for column in sheets.SCENARIOS}
        items: list[Node] = []
        for row in _table(self.rows, "scenarios"):
            own: list[tuple[Scalar, Node]] = []
            expect: list[tuple[Scalar, Node]] = []
            answers: list[tuple[Scalar, Node]] = []
            for key in row.cells:
                if key not in known:
                    answers.append((row.key(key, key), _answer(row, key, kinds.get(key, ""))))
                    continue
                value = self._value(row, key, known[key], ())
                name = key.removeprefix(sheets.EXPECT)
                if value is not None:
                    (own if name == key else expect).append((row.key(name, key), value))
            own.append((_scalar("answers", row.mark), _mapping(answers, row.mark)))
            if expect:
                own.append((_scalar("expect", row.mark), _mapping(expect, row.mark)))
            items.append(_mapping(own, row.mark))
        return _list(items, CellMark("scenarios", 0, 0))

    def _stray_translations(self) -> None:
        """Refuse languages that the questionnaire does not have."""
        for row in _table(self.rows, "translations")[:1]:
            for name, head in row.heads.items():
                if name != sheets.WHERE and name not in self.languages:
                    node = _scalar(name, _mark(head))
                    self.problems.refuse_name(node, "unknown_language", name, self.languages)


def _answer(row: _Row, key: str, kind: str) -> Node:
    words, mark = row.words(key), row.mark_of(key)
    if kind == "multiple":
        chosen = [] if words == sheets.NONE_CHOSEN else _split(words)
        return _list([_scalar(each, mark) for each in chosen], mark)
    if kind == "text":
        return _scalar(row.cells[key].words, mark)
    return _scalar(words, mark, plain=kind == "number")


def _split(words: str) -> list[str]:
    return [each for part in words.split(",") if (each := part.strip())]


def _minutes(words: str, mark: CellMark) -> Node:
    parts = [part.strip() for part in words.replace("–", "-").split("-")]
    plain: Callable[[str], Scalar] = partial(_scalar, mark=mark, plain=True)
    return plain(words) if len(parts) == 1 else _list([plain(part) for part in parts], mark)


def _moved(node: Node, mark: CellMark) -> Node:
    """Return a node with all its parts in one cell."""
    if type(node) is Mapping:
        return _mapping(
            (
                (_scalar(key.value, mark, plain=key.implicit[0]), _moved(value, mark))
                for key, value in node.pairs
            ),
            mark,
        )
    if type(node) is ListNode:
        return _list([_moved(item, mark) for item in node.items], mark)
    assert isinstance(node, yaml.ScalarEvent)  # noqa: S101  there are three kinds of node
    return _scalar(node.value, mark, plain=node.implicit[0])
