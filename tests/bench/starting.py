"""What reading all questionnaires at the start costs."""

import subprocess
import sys
from dataclasses import dataclass

from quickscan.config import PROJECT
from quickscan.definitions.catalogue import Catalogue
from tests.bench.measuring import Times, cpu

FOLDERS = (PROJECT / "questionnaires",)

_FIRST = """
from tests.bench.measuring import cpu
from tests.bench.starting import read
print(cpu(read))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCosts:
    """CPU to read all questionnaires: the first time in a process, and again."""

    first: Times
    again: Times
    questions: int


def measure(*, rounds: int) -> StartCosts:
    """Measure with the questionnaires of this repository and their worked examples."""
    questions = sum(len(each.questions) for each in read().offered)
    return StartCosts(
        first=Times([_first() for _ in range(max(3, rounds // 4))]),
        again=Times([cpu(read) for _ in range(rounds)]),
        questions=questions,
    )


def read() -> Catalogue:
    """Read them all, as `quickscan serve` does."""
    return Catalogue.load(FOLDERS)


def _first() -> float:
    ran = subprocess.run(
        [sys.executable, "-c", _FIRST], cwd=PROJECT, check=True, capture_output=True, text=True
    )
    return float(ran.stdout)
