"""What the pages for operators say is what the program does."""

import re
from pathlib import Path

from quickscan.config import FOR_TESTS, PREFIX, PROJECT, settings

DOCS = PROJECT / "docs"


def text(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def test_every_setting_is_in_the_table_with_its_default_and_meaning() -> None:
    rows = [line for line in text("configuration.md").splitlines() if line.startswith("| `")]

    assert rows == [
        f"| `{own.variable}` | {f'`{own.default}`' if own.default else '–'} | {own.meaning} |"
        for own in settings()
    ]


def test_no_page_names_a_setting_that_is_not_there() -> None:
    known = {setting.variable for setting in settings()}
    pages = [*DOCS.rglob("*.md"), *PROJECT.glob("*.md")]

    named = {name for page in pages for name in _settings_in(page)}

    assert {name for name in named if not name.startswith(FOR_TESTS)} <= known


def _settings_in(page: Path) -> set[str]:
    return set(re.findall(rf"{PREFIX}[A-Z_]*[A-Z]", page.read_text(encoding="utf-8")))


def test_the_commands_that_operators_read_about_are_there() -> None:
    from quickscan.cli.program import GROUPS  # noqa: PLC0415  loads what commands need

    source = "".join(Path(group.__code__.co_filename).read_text() for group in GROUPS)
    named = set(re.findall(r"`?quickscan ([a-z]+)", text("operating.md")))

    assert {"serve", "worker", "migrate", "purge", "backup"} <= named
    assert all(f'"{name}"' in source for name in named)
