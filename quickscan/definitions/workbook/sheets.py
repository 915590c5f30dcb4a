"""Which sheets a workbook has, and which columns: for writing and for reading."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final


class Form(Enum):
    """How a cell is written: what becomes of it when it is read."""

    WORD = auto()
    """An id or a fixed word, or a text that is the same in every language."""
    TEXT = auto()
    """A text in the default language; its translations stand on `translations`."""
    PLAIN = auto()
    """A number, a fraction or true or false."""
    LIST = auto()
    """Several words with commas between them."""
    MINUTES = auto()
    """A number, or two with a hyphen between them."""
    YAML = auto()
    """A condition or an expectation, written as in a file."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in a file, how it is written, and what can be chosen from.

    `choices` are fixed words, or the name of a list of ids (`roles`, `scales`, ...).
    """

    key: str
    form: Form = Form.WORD
    choices: tuple[str, ...] | str = ()
    width: int = 16


TRUTH: Final = ("true", "false")

ABOUT: Final[Mapping[str, Column]] = {
    "id": Column("id"),
    "version": Column("version", Form.PLAIN),
    "status": Column("status", choices=("concept", "proef", "onderzocht")),
    "evidence": Column("evidence", Form.TEXT),
    "languages": Column("languages", Form.LIST),
    "title": Column("title", Form.TEXT),
    "summary": Column("summary", Form.TEXT),
    "introduction": Column("introduction", Form.TEXT),
    "minutes": Column("minutes", Form.MINUTES),
    "minimum_answered": Column("minimum_answered", Form.PLAIN),
    "overall": Column("overall", choices="dimensions"),
    "guide_title": Column("guide_title", Form.TEXT),
    "guide_introduction": Column("guide_introduction", Form.TEXT),
    "guide_source": Column("guide_source", choices="sources"),
    "same_meaning": Column("same_meaning", Form.LIST),
}
"""The rows of the sheet `about`."""

OF_SCORING: Final = ("minimum_answered", "overall")
OF_GUIDE: Final = ("guide_title", "guide_introduction", "guide_source")
"""The rows that stand below `scoring` and `guide` in a file."""

SOURCES: Final = (
    Column("id"),
    Column("title", Form.TEXT, width=50),
    Column("publisher", Form.TEXT, width=30),
    Column("year", Form.PLAIN, width=8),
    Column("url", width=50),
)
ROLES: Final = (
    Column("id"),
    Column("label", Form.TEXT, width=50),
    Column("minutes", Form.MINUTES, width=10),
)
OPTION: Final = (
    Column("id"),
    Column("label", Form.TEXT, width=40),
    Column("points", Form.PLAIN, width=8),
    Column("counts_as", choices=("unknown", "not_applicable")),
)
SCALES: Final = (Column("scale"), *OPTION)
OPTIONS: Final = (Column("question", choices="questions"), *OPTION)
DIMENSIONS: Final = (
    Column("id"),
    Column("title", Form.TEXT, width=40),
    Column("ordered", Form.PLAIN, TRUTH, 10),
    Column("position", choices="questions"),
    Column("ahead", Form.PLAIN, width=8),
    Column("order", choices=("file", "current_first")),
    Column("minimum_count", Form.PLAIN, width=14),
)
THEMES: Final = (
    Column("dimension", choices="dimensions"),
    Column("id"),
    Column("title", Form.TEXT, width=30),
    Column("goal", Form.TEXT, width=60),
)
SECTIONS: Final = (
    Column("id"),
    Column("title", Form.TEXT, width=30),
    Column("introduction", Form.TEXT, width=60),
)
QUESTIONS: Final = (
    Column("section", choices="sections"),
    Column("id"),
    Column("kind", choices=("rating", "choice", "multiple", "text", "number"), width=10),
    Column("text", Form.TEXT, width=60),
    Column("help", Form.TEXT, width=50),
    Column("talk", Form.TEXT, width=40),
    Column("scale", choices="scales"),
    Column("roles", Form.LIST, width=24),
    Column("weight", Form.PLAIN, width=8),
    Column("reversed", Form.PLAIN, TRUTH, 10),
    Column("required", Form.PLAIN, TRUTH, 10),
    Column("when", Form.YAML, width=40),
    Column("fallback", Form.TEXT, width=24),
    Column("max_length", Form.PLAIN, width=12),
    Column("lines", Form.PLAIN, width=8),
    Column("minimum", Form.PLAIN, width=10),
    Column("maximum", Form.PLAIN, width=10),
    Column("unit", Form.TEXT, width=14),
    Column("source", choices="sources"),
)
"""Before `scale` stands a column `theme: ...` for each dimension."""

BANDS: Final = (
    Column("id"),
    Column("from", Form.PLAIN, width=8),
    Column("label", Form.TEXT, width=30),
)
ADVICE: Final = (
    Column("id"),
    Column("when", Form.YAML, width=50),
    Column("title", Form.TEXT, width=40),
    Column("text", Form.TEXT, width=60),
    Column("actor", Form.TEXT, width=24),
    Column("effort", choices=("small", "medium", "large"), width=10),
    Column("roles", Form.LIST, width=24),
    Column("source", choices="sources"),
)
"""After `id` a column `theme: ...` for each dimension; after `text` the steps."""

MEETINGS: Final = (
    Column("id"),
    Column("title", Form.TEXT, width=30),
    Column("aim", Form.TEXT, width=50),
    Column("minutes", Form.PLAIN, width=10),
    Column("figures", Form.YAML, width=40),
    Column("dilemmas", Form.TEXT, width=60),
    Column("source", choices="sources"),
)
AGENDA: Final = (
    Column("meeting", choices="meetings"),
    Column("minutes", Form.PLAIN, width=10),
    Column("text", Form.TEXT, width=80),
)
WORKSHEETS: Final = (
    Column("meeting", choices="meetings"),
    Column("id"),
    Column("title", Form.TEXT, width=30),
    Column("introduction", Form.TEXT, width=60),
    Column("lines", Form.PLAIN, width=8),
)
"""Before `lines` stand the texts of each list, numbered: `column 1`, `row 1`, `question 1`."""

SCENARIOS: Final = (
    Column("name", width=40),
    Column("role", choices="roles"),
    Column("expect themes", Form.YAML, width=40),
    Column("expect bands", Form.YAML, width=40),
    Column("expect overall", Form.PLAIN, width=14),
    Column("expect advice_first", Form.LIST, width=30),
    Column("expect advice_absent", Form.LIST, width=30),
)
"""After these a column for each question."""

SHEETS: Final = (
    "about",
    "roles",
    "scales",
    "options",
    "dimensions",
    "themes",
    "sections",
    "questions",
    "bands",
    "advice",
    "meetings",
    "agenda",
    "worksheets",
    "sources",
    "scenarios",
    "translations",
)
"""The sheets in their order. `lists` comes after them: hidden, for the drop-downs."""

IN_ORDER: Final = Column("themes", Form.YAML, width=30)
"""Themes whose order differs from that of the dimensions; only there when some do."""

NONE_CHOSEN: Final = "[]"
"""An answer to a multiple question of which nothing was chosen."""

LISTS: Final = "lists"
THEME: Final = "theme: "
STEP: Final = "step "
FEWEST_STEPS: Final = 4
LISTED: Final[Mapping[str, str]] = {
    "columns": "column ",
    "rows": "row ",
    "questions": "question ",
}
"""The lists of a worksheet, and what their columns are called before the number."""

FEWEST_LISTED: Final = 2
NUMBERED: Final = (STEP, *LISTED.values())
EXPECT: Final = "expect "
WHERE: Final = "where"


def place_of(*parts: str) -> str:
    """Return how `translations` names a text: the sheet, what it is of, and its column."""
    return "/".join(parts)
