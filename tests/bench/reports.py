"""What a report costs: the sample report, in a process that made some already, and cold."""

import gc
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from unittest.mock import patch

import pikepdf

from quickscan.config import PROJECT
from quickscan.definitions.catalogue import Catalogue
from quickscan.domain.assessment import assess
from quickscan.report import html
from quickscan.services.press import Manuscript, PdfPress
from quickscan.services.samples import SAMPLE_DAY
from tests.bench.measuring import Times, side_by_side
from tests.bench.visiting import MAIN

_COLD = """
import time
from tests.bench.reports import printing
printing()()
print(time.process_time())
"""


LEFT_OUT = {
    "the page numbers in the contents": ".toc a::before { content: none !important }",
    "the drawings": "svg { display: none !important }",
    "the tables other than the grid": "table:not(.grid) { display: none !important }",
    "the appendix with all answers": ".appendix { display: none !important }",
}
"""What a report could do without, with the style that leaves it out of the layout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCosts:
    """CPU per report, in milliseconds where it is not a `Times`, and what was made."""

    warm: Times
    less: dict[str, Times]
    words: Times
    cold: float
    kilobytes: int
    pages: int


def measure(*, rounds: int) -> ReportCosts:
    """Measure the sample report of the Implementatie-Quickscan, in Dutch."""
    write = printing()
    pdf = write()
    taken = side_by_side(
        {name: _without(style) for name, style in {"": "", **LEFT_OUT}.items()},
        rounds=rounds,
        warm_up=1,
    )
    return ReportCosts(
        warm=taken.pop(""),
        less=taken,
        words=side_by_side({"": fingerprinting}, rounds=3 * rounds)[""],
        cold=_cold(),
        kilobytes=len(pdf) // 1000,
        pages=_pages(pdf),
    )


def printing() -> Callable[[], bytes]:
    """Prepare to make the report."""
    manuscript = _manuscript()
    press = PdfPress()
    return lambda: press.print(manuscript)


def _without(style: str) -> Callable[[], Callable[[], bytes]]:
    """Prepare to make the report with more style than its own."""
    write, own = printing(), html.stylesheet

    def write_less() -> bytes:
        with patch.object(html, "stylesheet", lambda *of: own(*of) + style):
            return write()

    def prepare() -> Callable[[], bytes]:
        gc.collect()  # what the last one left behind is not this one's
        return write_less

    return prepare


def fingerprinting() -> Callable[[], str]:
    """Prepare to make all that goes before the report: the assessment in words."""
    manuscript = _manuscript()
    press = PdfPress()
    return lambda: press.fingerprint(manuscript)


def _manuscript() -> Manuscript:
    catalogue = Catalogue.load([PROJECT / "questionnaires"])
    questionnaire = catalogue.newest(MAIN)
    example = catalogue.scenarios(MAIN, questionnaire.version)[0]
    assessment = assess(questionnaire, example.answers, example.role)
    return Manuscript(assessment=assessment, language="nl", finished=SAMPLE_DAY)


def _cold() -> float:
    """Return the CPU seconds of a program that is started, makes one report and ends."""
    ran = subprocess.run(
        [sys.executable, "-c", _COLD], cwd=PROJECT, check=True, capture_output=True, text=True
    )
    return 1000 * float(ran.stdout)


def _pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)
