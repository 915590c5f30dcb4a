"""`python -m tests.bench`: measures everything and prints it; `--write` keeps it in docs."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from quickscan.config import PROJECT
from tests.bench import authoring, benchmark, groups, load, pages, reports, starting, writing
from tests.bench.installing import install
from tests.bench.profiling import Profile, profile

_PAGE = PROJECT / "docs" / "performance.md"
_PROFILED = 200


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, no visitors")
    chosen = parser.parse_args()
    rounds = 100 if chosen.quick else 400
    waits = None if chosen.quick else load.measure(seconds=20, rounds=3)
    text = writing.page(
        pages.measure(rounds=rounds, scans=rounds // 20),
        reports.measure(rounds=3 if chosen.quick else 7),
        starting.measure(rounds=8 if chosen.quick else 20),
        authoring.measure(rounds=3 if chosen.quick else 7),
        groups.measure(rounds=3 if chosen.quick else 7),
        benchmark.measure(times=rounds // 4),
        waits,
        _profiles(),
    )
    sys.stdout.write(text)
    if chosen.write:
        _PAGE.write_text(text)


def _profiles() -> dict[str, Profile]:
    with tempfile.TemporaryDirectory() as folder:
        ten = pages.TenRatings(install(Path(folder)))
        return {
            "GET a page of ten ratings": profile(_many(ten.get)),
            "POST it, with saving": profile(_many(ten.post)),
            "A report": profile(reports.printing()),
        }


def _many(prepare: Callable[[], Callable[[], object]]) -> Callable[[], object]:
    prepared = [prepare() for _ in range(_PROFILED)]
    return lambda: [work() for work in prepared]


main()
