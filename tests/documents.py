"""The pages of docs/: their headings and tables, for tests that work out what they say."""

import re
from collections.abc import Sequence
from fractions import Fraction

from quickscan.config import PROJECT

Table = Sequence[Sequence[str]]


class Document:
    """A page of docs/ in Markdown."""

    def __init__(self, name: str) -> None:
        self.text = (PROJECT / "docs" / name).read_text("utf-8")

    @property
    def headings(self) -> set[str]:
        return set(re.findall(r"^#+ (.+)$", self.text, re.MULTILINE))

    def under(self, heading: str) -> str:
        """Return what stands under a heading, up to the next of any level."""
        _, found, after = self.text.partition(f"# {heading}\n")
        assert found, heading
        return re.split(r"^#+ ", after, maxsplit=1, flags=re.MULTILINE)[0]

    def prose(self, heading: str) -> str:
        """Return the same on one line, so that a sentence is found wherever it breaks."""
        return " ".join(self.under(heading).split())

    def tables(self, heading: str) -> list[Table]:
        """Return the tables under a heading: rows of cells, without the head of the table."""
        found = re.findall(r"(?:^\|.*\n)+", self.under(heading), re.MULTILINE)
        return [[_cells(line) for line in table.splitlines()[2:]] for table in found]


def _cells(line: str) -> list[str]:
    return [cell.strip(" *`") for cell in line.strip("|").split("|")]


def numbers(text: str) -> list[str]:
    """Return the numbers in a Dutch text as they are printed: `−2,50`."""
    return re.findall(r"−?\d+(?:,\d+)?", text)


def values(text: str) -> list[Fraction]:
    """Return the numbers in a Dutch text, exact."""
    return [Fraction(own.replace(",", ".").replace("−", "-")) for own in numbers(text)]


def printed(value: Fraction | float | None, like: str) -> str:
    """Return a value as Dutch prints it, with as many decimals as `like`."""
    assert value is not None
    decimals = len(like.partition(",")[2])
    return f"{float(value):.{decimals}f}".replace(".", ",").replace("-", "−")
