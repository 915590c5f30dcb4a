"""questionnaires/README.md, read from top to bottom by an author who does what it says.

The first line of a yaml block names the file it belongs in. With "erbij" the block holds only
what is new, and the rule for where that goes stands on the page: under a key or id that is
there already, else at the end; what differs takes the place of what was.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from quickscan.config import PROJECT
from quickscan.definitions.check import Checked, check_text
from quickscan.definitions.reader import read

PAGE = (PROJECT / "questionnaires" / "README.md").read_text("utf-8")
PROSE = re.sub(r"^```.*?^```", "", PAGE, flags=re.MULTILINE | re.DOTALL)

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_HEAD = re.compile(r"# (\S+\.\w+)(, erbij)?\n")


@dataclass(frozen=True, slots=True)
class Step:
    """One block of the page, and the files of an author who came this far."""

    kind: str
    block: str
    files: Mapping[str, str]

    @property
    def checked(self) -> Checked:
        """What is said about the newest version, its scenarios and its wording."""
        version = "v2" if "v2.yaml" in self.files else "v1"
        scenarios = self.files.get(f"{version}.scenarios.yaml", "")
        return check_text(Path(f"{version}.yaml"), self.files[f"{version}.yaml"], scenarios)


def _steps() -> Iterator[Step]:
    files: dict[str, str] = {}
    for kind, block in _BLOCK.findall(PAGE):
        if kind == "yaml":
            files = files | _taken_over(block, files)
        yield Step(kind, block, files)


def _taken_over(block: str, files: Mapping[str, str]) -> dict[str, str]:
    """The files that are new or different after a block was taken over."""
    head = _HEAD.match(block)
    assert head, f"this block does not say in which file it belongs:\n{block}"
    name, more = head.groups()
    if not more:
        return {name: block}
    if name in files:
        return {name: together(files[name], block)}
    scenarios = name.replace(".yaml", ".scenarios.yaml")  # a next version begins as a copy
    return {name: together(files["v1.yaml"], block), scenarios: files["v1.scenarios.yaml"]}


def together(old: str, new: str) -> str:
    """A file after something was added to it."""
    both = _added(yaml.safe_load(old), yaml.safe_load(new))
    return yaml.safe_dump(both, allow_unicode=True, sort_keys=False)


def _added(old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {key: _added(old.get(key), value) for key, value in new.items()}
    if isinstance(old, list) and isinstance(new, list) and isinstance(new[0], dict):
        return list(_added(_by_name(old), _by_name(new)).values())
    return new


def _by_name(things: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {each.get("id") or each["name"]: each for each in things}


STEPS = tuple(_steps())
EXAMPLES = tuple(step for step in STEPS if step.kind == "yaml")
BEGIN = EXAMPLES[0].files["v1.yaml"]
"""The smallest file, as it stands on the page."""

GROWN = next(step for step in reversed(EXAMPLES) if "v2.yaml" not in step.files)
"""The last step of the first version, with all scenarios."""

OWN = read("v1.yaml", GROWN.files["v1.yaml"])
FILES = STEPS[-1].files


def tables(heading: str) -> list[list[list[str]]]:
    """The rows of every table whose first columns have these headings, cell by cell."""
    found = re.findall(rf"^\| {heading} .*\n\|[-|]+\|\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    return [[_cells(row) for row in rows.splitlines()] for rows in found]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split(" |")]
