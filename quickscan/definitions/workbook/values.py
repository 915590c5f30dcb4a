"""What one cell becomes: a word, a number, a list, YAML, or a text with its translations."""

from collections.abc import Callable
from functools import partial

from quickscan.definitions import nodes
from quickscan.definitions.nodes import Node, Scalar
from quickscan.definitions.problems import Problems
from quickscan.definitions.workbook import sheets
from quickscan.definitions.workbook.cells import (
    CellMark,
    Row,
    mapping,
    mark_of,
    moved,
    scalar,
    sequence,
    table,
)
from quickscan.definitions.workbook.opening import Rows
from quickscan.definitions.workbook.sheets import Column, Form, place_of


class Values:
    """Reads cells; `languages` are those of the questionnaire, the default first."""

    def __init__(self, rows: Rows, languages: list[str], problems: Problems) -> None:
        self.languages = languages
        self.problems = problems
        self._translations = table(rows, "translations")
        self._by_place = {row.words(sheets.WHERE): row for row in self._translations}
        self._stale: dict[str, list[tuple[CellMark, str]]] = {}

    def read(  # noqa: PLR0911  one return for each form
        self, row: Row, key: str, column: Column, place: tuple[str, ...]
    ) -> Node | None:
        """Return what a cell becomes; None for an empty one."""
        words, mark = row.words(key), row.mark_of(key)
        if not words:
            return None
        match column.form:
            case Form.TEXT:
                return self.text(words, mark, place_of(*place))
            case Form.PLAIN:
                return scalar(words, mark, plain=True)
            case Form.LIST:
                return sequence([scalar(each, mark) for each in split(words)], mark)
            case Form.MINUTES:
                return _minutes(words, mark)
            case Form.YAML:
                return self._yaml(words, mark)
            case Form.WORD:
                return scalar(words, mark)

    def text(self, words: str, mark: CellMark, place: str) -> Node:
        """Return a text with its translations, if it has any."""
        default = self.languages[0]
        row = self._by_place.get(place)
        others = [(language, row.words(language)) for language in self.languages[1:] if row]
        translated = [(language, each) for language, each in others if each]
        if row is None or not translated:
            return scalar(words, mark)
        is_stale = row.words(default) not in ("", words)
        pairs: list[tuple[Scalar, Node]] = [(scalar(default, mark), scalar(words, mark))]
        for language, each in translated:
            if is_stale:
                own_stale = self._stale.setdefault(language, [])
                own_stale.append((row.mark_of(default), mark.cell))
            own = row.mark_of(language)
            pairs.append((scalar(language, own), scalar(each, own)))
        return mapping(pairs, mark)

    def _yaml(self, words: str, mark: CellMark) -> Node:
        """Return what a cell says in YAML; every part of it stands in that cell."""
        found = Problems(self.problems.path)
        node = nodes.compose(words, found)
        for problem in found.found:
            self.problems.refuse_at(mark, problem.code, **dict(problem.values))
        return scalar(words, mark) if node is None else moved(node, mark)

    def warn_of_stale(self) -> None:
        """Warn once per language of the texts that changed after they were translated."""
        for language, stale in self._stale.items():
            first, _ = min(stale, key=lambda each: (each[0].line, each[0].column))
            cells = [cell for _, cell in stale]
            self.problems.warn(
                scalar("", first),
                "translation_stale",
                language=language,
                number=len(cells),
                cells=cells,
            )

    def refuse_stray_languages(self) -> None:
        """Refuse languages that the questionnaire does not have."""
        for row in self._translations[:1]:
            for name, head in row.heads.items():
                if name != sheets.WHERE and name not in self.languages:
                    node = scalar(name, mark_of(head))
                    self.problems.refuse_name(node, "unknown_language", name, self.languages)


def split(words: str) -> list[str]:
    """Return the words between the commas."""
    return [each for part in words.split(",") if (each := part.strip())]


def _minutes(words: str, mark: CellMark) -> Node:
    parts = [part.strip() for part in words.replace("–", "-").split("-")]
    plain: Callable[[str], Scalar] = partial(scalar, mark=mark, plain=True)
    return plain(words) if len(parts) == 1 else sequence([plain(part) for part in parts], mark)
