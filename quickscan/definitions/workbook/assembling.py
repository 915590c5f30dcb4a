"""From the rows of all sheets to the nodes of a file: what belongs where."""

from collections.abc import Iterable, Iterator, Sequence

from quickscan.definitions.nodes import Mapping, Node, Scalar
from quickscan.definitions.nodes import Sequence as ListNode
from quickscan.definitions.problems import Problems
from quickscan.definitions.workbook import sheets
from quickscan.definitions.workbook.cells import (
    CellMark,
    Row,
    mapping,
    scalar,
    sequence,
    table,
)
from quickscan.definitions.workbook.opening import Rows
from quickscan.definitions.workbook.sheets import Column, place_of
from quickscan.definitions.workbook.values import Values, split

_ELSEWHERE = (*sheets.OF_SCORING, *sheets.OF_GUIDE)
"""Rows of `about` that are no keys of the questionnaire itself."""


class Assembly:
    """Puts the rows of all sheets together as the nodes of a file."""

    def __init__(self, rows: Rows, problems: Problems) -> None:
        self.rows = rows
        self.problems = problems
        self.about = {row.words("key"): row for row in table(rows, "about")}
        languages = split(self._about("languages")) or ["nl"]
        self.values = Values(rows, languages, problems)

    def nodes(self) -> tuple[Mapping, ListNode]:
        """Return the nodes of the questionnaire and of its scenarios."""
        pairs: list[tuple[Scalar, Node]] = []
        for key, row in self.about.items():
            if key in _ELSEWHERE:
                continue
            column = sheets.ABOUT.get(key)
            value = self.values.read(row, "value", column or Column(key), ("about", key))
            if value is not None:
                pairs.append((scalar(key, row.mark), value))
        for key, node in self._parts():
            if node is not None:
                pairs.append((scalar(key, CellMark(key, 0, 0)), node))
        self.values.refuse_stray_languages()
        self.values.warn_of_stale()
        return mapping(pairs, CellMark("about", 0, 0)), self._scenarios()

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
        yield "guide", self._guide()

    def _scoring(self) -> Mapping:
        return mapping(self._rows_about(sheets.OF_SCORING), CellMark("about", 0, 0))

    def _rows_about(self, keys: Iterable[str], prefix: str = "") -> list[tuple[Scalar, Node]]:
        """Return rows of `about` that belong to a part of a file, by their keys there."""
        pairs = []
        for key in keys:
            row, column = self.about.get(key), sheets.ABOUT[key]
            value = self.values.read(row, "value", column, ("about", key)) if row else None
            if row and value is not None:
                pairs.append((scalar(key.removeprefix(prefix), row.mark), value))
        return pairs

    # --- parts --------------------------------------------------------------------------

    def _record(
        self, row: Row, columns: Sequence[Column], place: Sequence[str], leave: Iterable[str]
    ) -> list[tuple[Scalar, Node]]:
        """Return the keys and values of a row; unknown columns too, to be refused."""
        known = {column.key: column for column in columns}
        left = set(leave)
        pairs = []
        for key in row.cells:
            if key in left or not key:
                continue
            column = known.get(key, Column(key))
            value = self.values.read(row, key, column, (*place, key))
            if value is not None:
                pairs.append((row.key(key, key), value))
        return pairs

    def _keyed(self, sheet: str, columns: Sequence[Column]) -> Mapping | None:
        pairs: list[tuple[Scalar, Node]] = []
        for row in table(self.rows, sheet):
            id = row.words("id")
            own = self._record(row, columns, (sheet, id), ("id",))
            pairs.append((scalar(id, row.mark_of("id")), mapping(own, row.mark)))
        return self._unique(pairs, sheet)

    def _unique(self, pairs: list[tuple[Scalar, Node]], sheet: str) -> Mapping | None:
        """Return things by their name; a name that stands twice is a problem."""
        seen: dict[str, Scalar] = {}
        for key, _ in pairs:
            if key.value in seen:
                self.problems.refuse(key, "duplicate_key", key=key.value)
            seen.setdefault(key.value, key)
        return mapping(pairs, CellMark(sheet, 0, 0)) if pairs else None

    def _listed(self, sheet: str, columns: Sequence[Column]) -> ListNode | None:
        items: list[Node] = [
            mapping(self._record(row, columns, (sheet, row.words("id")), ()), row.mark)
            for row in table(self.rows, sheet)
        ]
        return sequence(items, CellMark(sheet, 0, 0)) if items else None

    def _options(self, sheet: str, owner: str) -> dict[str, tuple[CellMark, list[Node]]]:
        """Return options by the scale or question they belong to, with its first place."""
        found: dict[str, tuple[CellMark, list[Node]]] = {}
        for row in table(self.rows, sheet):
            name = row.words(owner)
            place = (sheet, name, row.words("id"))
            own = self._record(row, sheets.OPTION, place, (owner,))
            _, options = found.setdefault(name, (row.mark_of(owner), []))
            options.append(mapping(own, row.mark))
        return found

    def _scales(self) -> Mapping | None:
        pairs: list[tuple[Scalar, Node]] = []
        for id, (mark, options) in self._options("scales", "scale").items():
            own = [(scalar("options", mark), sequence(options, mark))]
            pairs.append((scalar(id, mark), mapping(own, mark)))
        return self._unique(pairs, "scales")

    def _dimensions(self) -> Mapping | None:
        themes: dict[str, list[tuple[Scalar, Node]]] = {}
        for row in table(self.rows, "themes"):
            axis, id = row.words("dimension"), row.words("id")
            own = self._record(row, sheets.THEMES, ("themes", axis, id), ("dimension", "id"))
            pair = (scalar(id, row.mark_of("id")), mapping(own, row.mark))
            themes.setdefault(axis, []).append(pair)
        pairs: list[tuple[Scalar, Node]] = []
        for row in table(self.rows, "dimensions"):
            id = row.words("id")
            leave = ("id", "position", "ahead", "order")
            own = self._record(row, sheets.DIMENSIONS, ("dimensions", id), leave)
            own += self._position(row)
            mine = self._unique(themes.pop(id, []), "themes")
            if mine is not None:
                own.append((scalar("themes", row.mark_of("id")), mine))
            pairs.append((scalar(id, row.mark_of("id")), mapping(own, row.mark)))
        self._unknown("themes", "dimension", themes, [key.value for key, _ in pairs])
        return self._unique(pairs, "dimensions")

    def _position(self, row: Row) -> list[tuple[Scalar, Node]]:
        known = {column.key: column for column in sheets.DIMENSIONS}
        names = {"position": "question", "ahead": "ahead", "order": "order"}
        own = [
            (row.key(name, column), value)
            for column, name in names.items()
            if (value := self.values.read(row, column, known[column], ())) is not None
        ]
        return [(scalar("position", row.mark), mapping(own, row.mark))] if own else []

    def _unknown(
        self, sheet: str, column: str, left: Iterable[str], known: Iterable[str]
    ) -> None:
        """Refuse rows that belong to something that is not there."""
        left = set(left)
        for row in table(self.rows, sheet):
            if row.words(column) in left:
                node = scalar(row.words(column), row.mark_of(column))
                name = row.words(column)
                self.problems.refuse_name(node, "unknown_row", name, known, column=column)

    def _sections(self) -> ListNode | None:
        options = self._options("options", "question")
        questions: dict[str, list[Node]] = {}
        ids: list[str] = []
        for row in table(self.rows, "questions"):
            id = row.words("id")
            ids.append(id)
            own = self._placed(row, sheets.QUESTIONS, ("questions", id), ("section",))
            if id in options:
                mark, mine = options[id]
                own.append((scalar("options", mark), sequence(mine, mark)))
            questions.setdefault(row.words("section"), []).append(mapping(own, row.mark))
        self._unknown("options", "question", options.keys() - set(ids), ids)
        items: list[Node] = []
        known = []
        for row in table(self.rows, "sections"):
            id = row.words("id")
            known.append(id)
            own = self._record(row, sheets.SECTIONS, ("sections", id), ())
            mine = questions.pop(id, [])
            if mine:
                own.append((scalar("questions", row.mark), sequence(mine, row.mark)))
            items.append(mapping(own, row.mark))
        self._unknown("questions", "section", questions, known)
        return sequence(items, CellMark("sections", 0, 0)) if items else None

    def _placed(
        self, row: Row, columns: Sequence[Column], place: Sequence[str], leave: Iterable[str]
    ) -> list[tuple[Scalar, Node]]:
        """Return the keys and values of a row that has themes."""
        axes = [key for key in row.cells if key.startswith(sheets.THEME)]
        own = self._record(row, (*columns, sheets.IN_ORDER), place, (*leave, *axes))
        themes: list[tuple[Scalar, Node]] = [
            (
                row.key(key.removeprefix(sheets.THEME), key),
                scalar(row.words(key), row.mark_of(key)),
            )
            for key in axes
        ]
        if themes:
            own.append((scalar("themes", row.mark), mapping(themes, row.mark)))
        return own

    def _advice(self) -> ListNode:
        items: list[Node] = []
        for row in table(self.rows, "advice"):
            place = ("advice", row.words("id"))
            own = self._placed(row, sheets.ADVICE, place, _numbered(row, sheets.STEP))
            own += self._texts(row, "steps", sheets.STEP, place)
            items.append(mapping(own, row.mark))
        return sequence(items, CellMark("advice", 0, 0))

    def _texts(
        self, row: Row, key: str, prefix: str, place: Sequence[str]
    ) -> list[tuple[Scalar, Node]]:
        """Return a list of texts that stand in numbered columns; nothing without any."""
        texts: list[Node] = [
            self.values.text(row.words(name), row.mark_of(name), place_of(*place, name))
            for name in _numbered(row, prefix)
        ]
        return [(scalar(key, row.mark), sequence(texts, row.mark))] if texts else []

    # --- the guide ----------------------------------------------------------------------

    def _guide(self) -> Mapping | None:
        own = self._rows_about(sheets.OF_GUIDE, "guide_")
        agendas, worksheets = self._agendas(), self._worksheets()
        meetings: list[Node] = []
        known = []
        for row in table(self.rows, "meetings"):
            id = row.words("id")
            known.append(id)
            pairs = self._record(row, sheets.MEETINGS, ("meetings", id), ())
            for key, found in (("agenda", agendas), ("worksheets", worksheets)):
                mine = found.pop(id, [])
                if mine:
                    pairs.append((scalar(key, row.mark), sequence(mine, row.mark)))
            meetings.append(mapping(pairs, row.mark))
        self._unknown("agenda", "meeting", agendas, known)
        self._unknown("worksheets", "meeting", worksheets, known)
        if meetings:
            mark = CellMark("meetings", 0, 0)
            own.append((scalar("meetings", mark), sequence(meetings, mark)))
        return mapping(own, CellMark("about", 0, 0)) if own else None

    def _agendas(self) -> dict[str, list[Node]]:
        """Return the items of the agenda of each meeting."""
        found: dict[str, list[Node]] = {}
        for row in table(self.rows, "agenda"):
            items = found.setdefault(row.words("meeting"), [])
            place = ("agenda", row.words("meeting"), str(len(items) + 1))
            own = self._record(row, sheets.AGENDA, place, ("meeting",))
            items.append(mapping(own, row.mark))
        return found

    def _worksheets(self) -> dict[str, list[Node]]:
        """Return the worksheets of each meeting."""
        found: dict[str, list[Node]] = {}
        for row in table(self.rows, "worksheets"):
            place = ("worksheets", row.words("id"))
            numbered = [
                name for prefix in sheets.LISTED.values() for name in _numbered(row, prefix)
            ]
            own = self._record(row, sheets.WORKSHEETS, place, ("meeting", *numbered))
            for key, prefix in sheets.LISTED.items():
                own += self._texts(row, key, prefix, place)
            found.setdefault(row.words("meeting"), []).append(mapping(own, row.mark))
        return found

    # --- scenarios ----------------------------------------------------------------------

    def _scenarios(self) -> ListNode:
        kinds = {row.words("id"): row.words("kind") for row in table(self.rows, "questions")}
        known = {column.key: column for column in sheets.SCENARIOS}
        items: list[Node] = []
        for row in table(self.rows, "scenarios"):
            own: list[tuple[Scalar, Node]] = []
            expect: list[tuple[Scalar, Node]] = []
            answers: list[tuple[Scalar, Node]] = []
            for key in row.cells:
                if key not in known:
                    answers.append((row.key(key, key), _answer(row, key, kinds.get(key, ""))))
                    continue
                value = self.values.read(row, key, known[key], ())
                name = key.removeprefix(sheets.EXPECT)
                if value is not None:
                    (own if name == key else expect).append((row.key(name, key), value))
            own.append((scalar("answers", row.mark), mapping(answers, row.mark)))
            if expect:
                own.append((scalar("expect", row.mark), mapping(expect, row.mark)))
            items.append(mapping(own, row.mark))
        return sequence(items, CellMark("scenarios", 0, 0))


def _numbered(row: Row, prefix: str) -> list[str]:
    """Return the columns of a row that hold a list of texts, from left to right."""
    found = (key for key in row.cells if key.startswith(prefix))
    return sorted(found, key=lambda key: row.cells[key].column)


def _answer(row: Row, key: str, kind: str) -> Node:
    words, mark = row.words(key), row.mark_of(key)
    if kind == "multiple":
        chosen = [] if words == sheets.NONE_CHOSEN else split(words)
        return sequence([scalar(each, mark) for each in chosen], mark)
    if kind == "text":
        return scalar(row.cells[key].words, mark)
    return scalar(words, mark, plain=kind == "number")
