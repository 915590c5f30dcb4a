"""When benchmarks are published, about which period, and how figures are kept."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from quickscan.domain.benchmark import Class, NoBenchmark, WhyNoBenchmark
from quickscan.domain.publishing import Published

YEARS = 2
"""Rounds count that closed in so many years before a day of publication."""

_QUARTER, _MONTHS = 3, 12


def last_date(day: date) -> date:
    """Return the last fixed date up to a day: the first day of its quarter."""
    return date(day.year, day.month - (day.month - 1) % _QUARTER, 1)


def next_date(day: date) -> date:
    """Return the first fixed date after a day."""
    years, month = divmod(last_date(day).month - 1 + _QUARTER, _MONTHS)
    return date(day.year + years, month + 1, 1)


def period(day: date) -> tuple[date, date]:
    """Return the day before the period that a publication is about, and its last day."""
    try:
        return day.replace(year=day.year - YEARS), day
    except ValueError:  # the 29th of February
        return date(day.year - YEARS, day.month, day.day - 1), day


def part_name(part: Class | None) -> str:
    """Return a part as it is kept; "" for all organisations."""
    return f"{part[0]}:{part[1]}" if part else ""


def as_facts(found: Published | NoBenchmark) -> dict[str, Any]:
    """Return what is published of a theme as plain values."""
    if isinstance(found, NoBenchmark):
        return {"why": found.why.value, "needed": found.needed}
    return {
        "number": found.number,
        "quartiles": [str(own) for own in found.quartiles],
        "rough": found.is_rough,
    }


def from_facts(facts: Mapping[str, Any]) -> Published | NoBenchmark:
    """Return what was published of a theme."""
    if "why" in facts:
        return NoBenchmark(why=WhyNoBenchmark(facts["why"]), needed=facts["needed"])
    low, middle, high = map(Fraction, facts["quartiles"])
    return Published(
        number=facts["number"], quartiles=(low, middle, high), is_rough=facts["rough"]
    )
