# ruff: noqa: INP001  a script for who changes a font, no part of the program
"""Write coverage.txt: every character that some font in this folder can show, as ranges.

The report reads that list instead of the fonts. Run this file after changing a font.
"""

from itertools import pairwise
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

HERE = Path(__file__).parent


def covered() -> list[int]:
    """Return every character of every font, sorted."""
    found: set[int] = set()
    for path in sorted(HERE.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            found |= font.getBestCmap().keys()
    return sorted(found)


def ranges(numbers: list[int]) -> list[str]:
    """Return sorted numbers as ranges, in hexadecimals: "20-7e"."""
    gaps = [
        place for place, (one, next_) in enumerate(pairwise(numbers), 1) if next_ > one + 1
    ]
    starts, ends = [0, *gaps], [*gaps, len(numbers)]
    return [
        f"{numbers[start]:x}-{numbers[end - 1]:x}"
        for start, end in zip(starts, ends, strict=True)
    ]


if __name__ == "__main__":
    (HERE / "coverage.txt").write_text("\n".join(ranges(covered())) + "\n", encoding="ascii")
