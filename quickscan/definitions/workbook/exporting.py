"""A questionnaire and its scenarios to a workbook."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Final

import xlsxwriter

from quickscan.definitions.messages.workbook import COLUMNS
from quickscan.definitions.scenarios import Scenario
from quickscan.definitions.workbook import sheets
from quickscan.definitions.workbook.sheets import Column, Form, place_of
from quickscan.definitions.writing import Data, as_data, flow, scenario_data
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


@dataclass(slots=True)
class _Sheet:
    """One sheet in the making: its columns and its rows of text."""

    columns: Sequence[Column]
    rows: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text of a questionnaire: where it stands, and its words by language."""

    place: str
    versions: Mapping[str, str]


def texts_of(questionnaire: Questionnaire) -> tuple[PlacedText, ...]:
    """Return every text of a questionnaire, as the sheet `translations` has them."""
    made = _Making(as_data(questionnaire), questionnaire.languages[0])
    made.sheets(())
    return tuple(
        PlacedText(
            place,
            {own: each for own, each in zip(made.languages, words, strict=True) if each},
        )
        for place, *words in made.translations
    )


def to_workbook(
    questionnaire: Questionnaire, scenarios: Iterable[Scenario] = (), language: str = "nl"
) -> bytes:
    """Return a workbook; the same questionnaire gives the same bytes.

    `language` is that of the explanations above the columns.

    Raises:
        TooLongForACellError: a text does not fit.
    """
    made = _Making(as_data(questionnaire), questionnaire.languages[0])
    filled = made.sheets(tuple(scenario_data(each) for each in scenarios))
    return _written(filled, made.ids, language)


# --- what stands in the cells -----------------------------------------------------------


@dataclass(slots=True)
class _Making:
    """Fills the sheets, and collects every text with its translations."""

    data: Data
    default: str
    translations: list[list[str]] = field(default_factory=list)

    @property
    def languages(self) -> list[str]:
        return [str(language) for language in self.data["languages"]]

    @property
    def ids(self) -> Mapping[str, list[str]]:
        """The ids that columns are chosen from."""
        questions = [
            q["id"] for section in self.data["sections"] for q in section["questions"]
        ]
        dimensions = self.data["dimensions"]
        return {
            "roles": [*self.data.get("roles", {})],
            "scales": [*self.data.get("scales", {})],
            "sources": [*self.data.get("sources", {})],
            "dimensions": [*dimensions],
            "sections": [section["id"] for section in self.data["sections"]],
            "questions": questions,
            **{f"{sheets.THEME}{axis}": [*own["themes"]] for axis, own in dimensions.items()},
        }

    def sheets(self, scenarios: Sequence[Data]) -> dict[str, _Sheet]:
        """Return every sheet, filled."""
        data, themes = self.data, self._theme_columns()
        steps = max([sheets.FEWEST_STEPS, *(len(own["steps"]) for own in data["advice"])])
        filled = {
            "about": self._about(),
            "roles": self._keyed("roles", sheets.ROLES, data.get("roles", {})),
            "scales": self._options("scales", sheets.SCALES, self._scales()),
            "options": self._options("options", sheets.OPTIONS, self._own_options()),
            "dimensions": self._dimensions(),
            "themes": self._themes(),
            "sections": self._listed("sections", sheets.SECTIONS, data["sections"]),
            "questions": self._questions(themes),
            "bands": self._listed("bands", sheets.BANDS, data["bands"]),
            "advice": self._advice(themes, steps),
            "sources": self._keyed("sources", sheets.SOURCES, data.get("sources", {})),
            "scenarios": self._scenarios(scenarios),
        }
        filled["translations"] = self._translations()
        return filled

    def _theme_columns(self) -> list[Column]:
        return [
            Column(f"{sheets.THEME}{axis}", choices=f"{sheets.THEME}{axis}", width=18)
            for axis in self.data["dimensions"]
        ]

    def _about(self) -> _Sheet:
        scoring = self.data["scoring"]
        values = {**self.data, **scoring}
        rows = [
            [key, self._cell(column, values.get(key), "about", key)]
            for key, column in sheets.ABOUT.items()
        ]
        columns = (Column("key", width=18), Column("value", width=70))
        return _Sheet((*columns, Column("explanation", width=70)), rows)

    def _keyed(self, sheet: str, columns: Sequence[Column], things: Data) -> _Sheet:
        named = [{"id": id, **own} for id, own in things.items()]
        return self._listed(sheet, columns, named)

    def _listed(
        self, sheet: str, columns: Sequence[Column], things: Iterable[Data], of: str = "id"
    ) -> _Sheet:
        rows = [
            [
                self._cell(column, own.get(column.key), sheet, own[of], column.key)
                for column in columns
            ]
            for own in things
        ]
        return _Sheet(columns, rows)

    def _scales(self) -> Iterator[tuple[str, Data]]:
        for id, scale in self.data.get("scales", {}).items():
            yield from ((id, option) for option in scale["options"])

    def _own_options(self) -> Iterator[tuple[str, Data]]:
        for section in self.data["sections"]:
            for question in section["questions"]:
                yield from ((question["id"], option) for option in question.get("options", ()))

    def _options(
        self, sheet: str, columns: Sequence[Column], options: Iterable[tuple[str, Data]]
    ) -> _Sheet:
        rows = [
            [
                owner,
                *(
                    self._cell(
                        column, option.get(column.key), sheet, owner, option["id"], column.key
                    )
                    for column in columns[1:]
                ),
            ]
            for owner, option in options
        ]
        return _Sheet(columns, rows)

    def _dimensions(self) -> _Sheet:
        things = []
        for id, own in self.data["dimensions"].items():
            where = own.get("position", {})
            position = {**where, "position": where.get("question")}
            things.append({**position, **own, "id": id, "position": position["position"]})
        return self._listed("dimensions", sheets.DIMENSIONS, things)

    def _themes(self) -> _Sheet:
        rows = []
        for axis, own in self.data["dimensions"].items():
            for id, theme in own["themes"].items():
                values = {**theme, "id": id}
                cells = [
                    self._cell(column, values.get(column.key), "themes", axis, id, column.key)
                    for column in sheets.THEMES[1:]
                ]
                rows.append([axis, *cells])
        return _Sheet(sheets.THEMES, rows)

    def _questions(self, themes: Sequence[Column]) -> _Sheet:
        things = [
            {**question, "section": section["id"]}
            for section in self.data["sections"]
            for question in section["questions"]
        ]
        columns = _with(sheets.QUESTIONS, themes, before="scale")
        return self._placed("questions", columns, things)

    def _advice(self, themes: Sequence[Column], steps: int) -> _Sheet:
        numbered = [
            Column(f"{sheets.STEP}{n}", Form.TEXT, width=40) for n in range(1, steps + 1)
        ]
        columns = _with(sheets.ADVICE, themes, before="when")
        columns = _with(columns, numbered, before="actor")
        things = [
            {
                **advice,
                **{f"{sheets.STEP}{n}": step for n, step in enumerate(advice["steps"], 1)},
            }
            for advice in self.data["advice"]
        ]
        return self._placed("advice", columns, things)

    def _placed(self, sheet: str, columns: Sequence[Column], things: Sequence[Data]) -> _Sheet:
        """Return things with their theme on each dimension.

        Themes in another order than that of the dimensions stand in a column of their own.
        """
        order = [*self.data["dimensions"]]
        rows: list[Data] = []
        for own in things:
            placed = own.get("themes", {})
            if [*placed] == [axis for axis in order if axis in placed]:
                rest = {key: value for key, value in own.items() if key != "themes"}
                rows.append(
                    rest | {f"{sheets.THEME}{axis}": id for axis, id in placed.items()}
                )
            else:
                rows.append(own)
        if any("themes" in own for own in rows):
            columns = (*columns, sheets.IN_ORDER)
        return self._listed(sheet, columns, rows)

    def _scenarios(self, scenarios: Sequence[Data]) -> _Sheet:
        asked = [Column(id, width=18) for id in self.ids["questions"]]
        columns = (*sheets.SCENARIOS, *asked)
        rows = []
        for own in scenarios:
            expect = own.get("expect", {})
            values = {
                **{id: _answer(given) for id, given in own["answers"].items()},
                **{f"{sheets.EXPECT}{key}": value for key, value in expect.items()},
                "name": own["name"],
                "role": own.get("role"),
            }
            rows.append([self._cell(column, values.get(column.key)) for column in columns])
        return _Sheet(columns, rows)

    def _translations(self) -> _Sheet:
        columns = [Column(sheets.WHERE, width=40)]
        columns += [Column(language, Form.TEXT, width=60) for language in self.languages]
        return _Sheet(columns, self.translations)

    def _cell(self, column: Column, value: object, *place: str) -> str:
        """Return what stands in a cell; a text is noted with its translations."""
        if value is None:
            return ""
        match column.form:
            case Form.TEXT:
                versions = value if isinstance(value, dict) else {self.default: value}
                self.translations.append(
                    [
                        place_of(*place),
                        *(str(versions.get(language, "")) for language in self.languages),
                    ]
                )
                return str(versions[self.default])
            case Form.LIST if isinstance(value, list | tuple):
                return ", ".join(map(str, value))
            case Form.MINUTES if isinstance(value, list | tuple):
                return "-".join(map(str, value))
            case Form.YAML:
                return flow(value)
            case _:
                return _plain(value)


def _answer(given: object) -> str:
    if isinstance(given, list):
        return ", ".join(map(str, given)) or sheets.NONE_CHOSEN
    return str(given)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _with(columns: Sequence[Column], more: Sequence[Column], *, before: str) -> list[Column]:
    """Return columns with more of them before one."""
    at = next(i for i, column in enumerate(columns) if column.key == before)
    return [*columns[:at], *more, *columns[at:]]


# --- the workbook itself ----------------------------------------------------------------


def _written(
    filled: Mapping[str, _Sheet], ids: Mapping[str, Sequence[str]], language: str
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
    book: xlsxwriter.Workbook, filled: Mapping[str, _Sheet], ids: Mapping[str, Sequence[str]]
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
        name = "step" if own.startswith(sheets.STEP) else own
        name = name if name in COLUMNS else "answer"
    return COLUMNS[name].to(language)
