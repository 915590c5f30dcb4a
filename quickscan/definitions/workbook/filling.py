"""What stands in the cells of each sheet, for a questionnaire and its scenarios."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quickscan.definitions.file_values import Data
from quickscan.definitions.workbook import sheets
from quickscan.definitions.workbook.sheets import Column, Form, place_of
from quickscan.definitions.writing import flow


@dataclass(slots=True)
class Sheet:
    """One sheet in the making: its columns and its rows of text."""

    columns: Sequence[Column]
    rows: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class Filling:
    """Fills the sheets, and collects every text with its translations."""

    data: Data
    default: str
    translations: list[list[str]] = field(default_factory=list)

    @property
    def languages(self) -> list[str]:
        """The languages of the questionnaire, the default first."""
        return [str(language) for language in self.data["languages"]]

    @property
    def ids(self) -> Mapping[str, list[str]]:
        """The ids that columns are chosen from."""
        meetings = self.data.get("guide", {}).get("meetings", ())
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
            "meetings": [meeting["id"] for meeting in meetings],
            **{f"{sheets.THEME}{axis}": [*own["themes"]] for axis, own in dimensions.items()},
        }

    def sheets(self, scenarios: Sequence[Data]) -> dict[str, Sheet]:
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
            **self._guide(data.get("guide", {}).get("meetings", [])),
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

    def _about(self) -> Sheet:
        guide = {f"guide_{key}": value for key, value in self.data.get("guide", {}).items()}
        values = {**self.data, **self.data["scoring"], **guide}
        rows = [
            [key, self._cell(column, values.get(key), "about", key)]
            for key, column in sheets.ABOUT.items()
        ]
        columns = (Column("key", width=18), Column("value", width=70))
        return Sheet((*columns, Column("explanation", width=70)), rows)

    def _keyed(self, sheet: str, columns: Sequence[Column], things: Data) -> Sheet:
        named = [{"id": id, **own} for id, own in things.items()]
        return self._listed(sheet, columns, named)

    def _listed(
        self, sheet: str, columns: Sequence[Column], things: Iterable[Data], of: str = "id"
    ) -> Sheet:
        rows = [
            [
                self._cell(column, own.get(column.key), sheet, own[of], column.key)
                for column in columns
            ]
            for own in things
        ]
        return Sheet(columns, rows)

    def _scales(self) -> Iterator[tuple[str, Data]]:
        for id, scale in self.data.get("scales", {}).items():
            yield from ((id, option) for option in scale["options"])

    def _own_options(self) -> Iterator[tuple[str, Data]]:
        for section in self.data["sections"]:
            for question in section["questions"]:
                yield from ((question["id"], option) for option in question.get("options", ()))

    def _options(
        self, sheet: str, columns: Sequence[Column], options: Iterable[tuple[str, Data]]
    ) -> Sheet:
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
        return Sheet(columns, rows)

    def _dimensions(self) -> Sheet:
        things = []
        for id, own in self.data["dimensions"].items():
            where = own.get("position", {})
            position = {**where, "position": where.get("question")}
            things.append({**position, **own, "id": id, "position": position["position"]})
        return self._listed("dimensions", sheets.DIMENSIONS, things)

    def _themes(self) -> Sheet:
        rows = []
        for axis, own in self.data["dimensions"].items():
            for id, theme in own["themes"].items():
                values = {**theme, "id": id}
                cells = [
                    self._cell(column, values.get(column.key), "themes", axis, id, column.key)
                    for column in sheets.THEMES[1:]
                ]
                rows.append([axis, *cells])
        return Sheet(sheets.THEMES, rows)

    def _questions(self, themes: Sequence[Column]) -> Sheet:
        things = [
            {**question, "section": section["id"]}
            for section in self.data["sections"]
            for question in section["questions"]
        ]
        columns = _with(sheets.QUESTIONS, themes, before="scale")
        return self._placed("questions", columns, things)

    def _advice(self, themes: Sequence[Column], steps: int) -> Sheet:
        columns = _with(sheets.ADVICE, themes, before="when")
        columns = _with(columns, _numbered_columns(sheets.STEP, steps), before="actor")
        things = [
            {**advice, **_numbered(sheets.STEP, advice["steps"])}
            for advice in self.data["advice"]
        ]
        return self._placed("advice", columns, things)

    def _guide(self, meetings: Sequence[Data]) -> dict[str, Sheet]:
        sheet = [(own["id"], each) for own in meetings for each in own.get("worksheets", ())]
        return {
            "meetings": self._listed("meetings", sheets.MEETINGS, meetings),
            "agenda": self._agenda(meetings),
            "worksheets": self._worksheets(sheet),
        }

    def _agenda(self, meetings: Sequence[Data]) -> Sheet:
        rows = []
        for own in meetings:
            for number, item in enumerate(own["agenda"], 1):
                cells = [
                    self._cell(
                        column, item[column.key], "agenda", own["id"], str(number), column.key
                    )
                    for column in sheets.AGENDA[1:]
                ]
                rows.append([own["id"], *cells])
        return Sheet(sheets.AGENDA, rows)

    def _worksheets(self, worksheets: Sequence[tuple[str, Data]]) -> Sheet:
        columns: Sequence[Column] = sheets.WORKSHEETS
        things = [{**own, "meeting": meeting} for meeting, own in worksheets]
        for key, prefix in sheets.LISTED.items():
            lists = [own.get(key, ()) for own in things]
            most = max([sheets.FEWEST_LISTED, *map(len, lists)])
            columns = _with(columns, _numbered_columns(prefix, most), before="lines")
            for own, texts in zip(things, lists, strict=True):
                own.update(_numbered(prefix, texts))
        return self._listed("worksheets", columns, things)

    def _placed(self, sheet: str, columns: Sequence[Column], things: Sequence[Data]) -> Sheet:
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

    def _scenarios(self, scenarios: Sequence[Data]) -> Sheet:
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
        return Sheet(columns, rows)

    def _translations(self) -> Sheet:
        columns = [Column(sheets.WHERE, width=40)]
        columns += [Column(language, Form.TEXT, width=60) for language in self.languages]
        return Sheet(columns, self.translations)

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


def _numbered_columns(prefix: str, most: int) -> list[Column]:
    return [Column(f"{prefix}{n}", Form.TEXT, width=40) for n in range(1, most + 1)]


def _numbered(prefix: str, texts: Sequence[object]) -> Data:
    """Return the texts of a list, each by the name of its column."""
    return {f"{prefix}{n}": text for n, text in enumerate(texts, 1)}


def _with(columns: Sequence[Column], more: Sequence[Column], *, before: str) -> list[Column]:
    """Return columns with more of them before one."""
    at = next(i for i, column in enumerate(columns) if column.key == before)
    return [*columns[:at], *more, *columns[at:]]
