"""Where the time of a piece of work goes: own time by function and by area."""

import cProfile
import pstats
import re
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = re.compile(r"site-packages/([^/]+)(?:/([^/]+?)(?:\.py)?(?=/|$))?")

_WORDS: Mapping[str, str] = {
    "escape (markupsafe/__init__.py)": "escaping a value for HTML",
    "__new__ (markupsafe/__init__.py)": "marking a text as safe HTML",
    "sqlite3.Cursor.execute": "SQLite running a statement",
    "sqlite3.Connection.commit": "SQLite committing",
    "parse (quickscan.domain/answers.py)": "checking stored and sent answers",
    "_question_view (quickscan.web/contexts.py)": "preparing a question for the template",
    "macro (quickscan.web/parts.html)": "the template of the questions",
    "root (quickscan.web/base.html)": "the frame of every page",
    "root (quickscan.web/frame.html)": "the frame of every page",
    "block_main (quickscan.web/section.html)": "the template of the page",
    "getattr (jinja2/environment.py)": "a template looking up a name",
    "call (jinja2/runtime.py)": "a template calling a function",
    "_inputs (quickscan.web/contexts.py)": "marking what was chosen",
    "content_to_boxes (weasyprint.formatting_structure/build.py)": "turning text into boxes",
    "_to_bytes (pydyf/__init__.py)": "writing PDF objects as bytes",
    "__init__ (weasyprint.css/__init__.py)": "finding the style of every element",
    "__missing__ (weasyprint.css/__init__.py)": "working out one property of a style",
    "get_first_line (weasyprint.text/line_break.py)": "breaking text into lines with Pango",
    "draw_first_line (weasyprint.draw/text.py)": "drawing a line of text",
    "setup (weasyprint.text/line_break.py)": "telling Pango the style of a text",
    "resolve_percentages (weasyprint.layout/percent.py)": "the sizes of a box",
    "resolve_one_percentage (weasyprint.layout/percent.py)": "one size of a box",
    "percentage (weasyprint.layout/percent.py)": "a percentage of a size",
    "is_in_normal_flow (weasyprint.formatting_structure/boxes.py)": "whether a box floats",
}


@dataclass(frozen=True, slots=True)
class Own:
    """What one function took by itself."""

    words: str
    area: str
    calls: int
    share: float


@dataclass(frozen=True, slots=True)
class Profile:
    """The functions that took most, and the share of each area (a package or our own room)."""

    functions: tuple[Own, ...]
    areas: tuple[tuple[str, float], ...]


def profile(work: Callable[[], object], *, most: int = 15) -> Profile:
    """Profile some work. The profiler makes small functions look larger than they are."""
    profiler = cProfile.Profile(time.process_time)
    profiler.enable()
    work()
    profiler.disable()
    rows = pstats.Stats(profiler).stats.items()  # type: ignore[attr-defined]
    total = sum(row[2] for _, row in rows)
    functions = [
        Own(_in_words(*key), _area(key[0]), row[1], row[2] / total)
        for key, row in rows
        if "cProfile" not in key[2] and "_lsprof" not in key[2]
    ]
    functions.sort(key=lambda own: -own.share)
    areas: dict[str, float] = defaultdict(float)
    for own in functions:
        areas[own.area] += own.share
    by_share = sorted(areas.items(), key=lambda area: -area[1])
    return Profile(tuple(functions[:most]), tuple(by_share[:8]))


def _in_words(file: str, _line: int, function: str) -> str:
    """Return what a function does, as far as we know it, and else its name and file."""
    if file == "~":
        method = re.fullmatch(r"<method '(.+)' of '(.+)' objects>", function)
        plain = re.sub(
            r"<built-in method (builtins\.)?|( of type object)? at 0x\w+|>", "", function
        )
        named = f"{method[2]}.{method[1]}" if method else plain
        return _WORDS.get(named, f"`{named}`")
    named = f"{function} ({_area(file)}/{Path(file).name})"
    return _WORDS.get(named, f"`{named}`")


def _area(file: str) -> str:
    """Return the package, or the room of our own, that a file belongs to."""
    found = _PACKAGE.search(file)
    if found:
        package, part = found.groups()
        return f"{package}.{part}" if package in ("weasyprint", "sqlalchemy") else package
    own = re.search(r"quickscan/(?:(\w+)/)?[\w/.]+$", file)
    if own:
        return f"quickscan.{own.group(1)}" if own.group(1) else "quickscan"
    if ".html" in file or file.startswith("<template"):
        return "templates"
    return "Python itself"
