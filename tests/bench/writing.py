"""Writes what was measured as Markdown: the words stand in `page.md`."""

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from quickscan.presentation.dates import today
from tests.bench.authoring import AuthorCosts
from tests.bench.benchmark import FEW, MANY, BenchmarkCosts
from tests.bench.groups import PEOPLE, QUESTIONS, TEAMS, GroupCosts
from tests.bench.load import THINK_SECONDS, VISITORS, Waits
from tests.bench.pages import HELLO, PageCosts
from tests.bench.profiling import Profile
from tests.bench.reports import ReportCosts
from tests.bench.starting import StartCosts

_PAGE = Path(__file__).with_name("page.md")
_PACKAGES = ("flask", "jinja2", "wtforms", "sqlalchemy", "gunicorn", "weasyprint", "pikepdf")
_NOT_MEASURED = "not measured"


def page(  # noqa: PLR0913, PLR0917  everything that was measured
    costs: PageCosts,
    report: ReportCosts,
    start: StartCosts,
    authors: AuthorCosts,
    groups: GroupCosts,
    benchmarks: BenchmarkCosts,
    waits: Waits | None,
    profiles: Mapping[str, Profile],
) -> str:
    """Return the whole page."""
    return _PAGE.read_text().format(
        **_machine(),
        **_pages(costs),
        **_report(report),
        **_start(start),
        **_authors(authors),
        **_groups(groups),
        **_benchmarks(benchmarks),
        **_waits(waits),
        profiles="\n\n".join(_profile(name, own) for name, own in profiles.items()),
    )


def _machine() -> dict[str, str]:
    return {
        "day": today().isoformat(),
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "versions": ", ".join(f"{name} {version(name)}" for name in _PACKAGES),
        "load": ", ".join(f"{one:.1f}" for one in os.getloadavg()),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()


def _pages(costs: PageCosts) -> dict[str, str]:
    smallest = costs.requests[HELLO]
    rows = [
        (name, _ms(times.median), _ms(times.least), f"{times.least / smallest.least:.1f} ×")
        for name, times in costs.requests.items()
    ]
    return {
        "requests": _table(("request", "median", "least", "least, × hello-world"), rows),
        "scan_requests": str(costs.scan_requests),
        "scan": _ms(costs.scan.median),
        "scan_least": _ms(costs.scan.least),
        "scans": str(len(costs.scan.seconds)),
        "files": _ms(costs.files.median),
    }


def _report(report: ReportCosts) -> dict[str, str]:
    whole = report.warm.least
    rows = [
        (name, _ms(times.least), f"{1 - times.least / whole:.0%}")
        for name, times in sorted(report.less.items(), key=lambda item: item[1].least)
    ]
    return {
        "pages": str(report.pages),
        "kilobytes": str(report.kilobytes),
        "report": _ms(report.warm.median),
        "report_least": _ms(whole),
        "reports": str(len(report.warm.seconds)),
        "cold": _ms(report.cold),
        "words": _ms(report.words.median),
        "less": _table(("without", "ms", "saves"), rows),
    }


def _waits(waits: Waits | None) -> dict[str, str]:
    if waits is None:
        names = ("priority", "seconds", "waits", "ratio", "visitors", "think")
        return dict.fromkeys(names, _NOT_MEASURED)
    rows = [
        (made, len(times.seconds), *(_ms(times.percentile(which)) for which in (50, 90, 99)))
        for made, times in (("none", waits.without), (waits.reports, waits.during))
    ]
    return {
        "priority": "which has idle priority" if waits.idle else "**without** idle priority",
        "visitors": str(VISITORS),
        "think": f"{1000 * THINK_SECONDS:.0f}",
        "seconds": f"{waits.seconds:.0f}",
        "waits": _table(("reports made", "requests", "median", "p90", "p99"), rows),
        "ratio": f"{waits.during.percentile(99) / waits.without.percentile(99):.1f}",
    }


def _groups(costs: GroupCosts) -> dict[str, str]:
    return {
        "group_people": str(PEOPLE),
        "group_questions": str(QUESTIONS),
        "group_teams": str(TEAMS),
        "group": _ms(costs.statistics.median),
        "group_least": _ms(costs.statistics.least),
        "group_assessed": _ms(costs.assessments.median),
    }


def _benchmarks(costs: BenchmarkCosts) -> dict[str, str]:
    rows = [
        (f"{scans:,}", _ms(times.median), _ms(times.least))
        for scans, times in ((FEW, costs.few), (MANY, costs.many))
    ]
    return {
        "benchmark": _table(("stored scans", "median", "least"), rows),
        "benchmark_ratio": f"{costs.ratio:.2f}",
        "benchmark_most": f"{MANY:,}",
        "benchmark_publishing": f"{costs.publishing:.1f}",
    }


def _authors(costs: AuthorCosts) -> dict[str, str]:
    told = {
        "check": costs.check,
        "preview": costs.preview,
        "exported": costs.exported,
        "imported": costs.imported,
    }
    medians = {f"author_{name}": _ms(times.median) for name, times in told.items()}
    least = {
        "author_exported_least": _ms(costs.exported.least),
        "author_imported_least": _ms(costs.imported.least),
    }
    counts = {
        "author_questions": str(costs.questions),
        "author_copied": str(costs.copied),
        "author_advice": str(costs.advice),
    }
    return {**medians, **least, **counts}


def _start(start: StartCosts) -> dict[str, str]:
    return {
        "questions": str(start.questions),
        "first": _ms(start.first.median),
        "first_least": _ms(start.first.least),
        "firsts": str(len(start.first.seconds)),
        "again": _ms(start.again.median),
    }


def _profile(name: str, own: Profile) -> str:
    areas = ", ".join(f"{area} {share:.0%}" for area, share in own.areas)
    rows = [(each.words, each.calls, f"{each.share:.1%}") for each in own.functions]
    table = _table(("own time in", "calls", "share"), rows)
    return f"### {name}\n\nBy area: {areas}.\n\n{table}"


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:.2f}" if milliseconds < 10 else f"{milliseconds:.0f}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [heads, ["---"] + ["--:"] * (len(heads) - 1), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
