"""How a date looks to a person, and which day it is in the Netherlands."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date

from quickscan.presentation.language import DUTCH, LANGUAGES, ours

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
"""Where our days begin and end."""


def long_date(day: date, language: str) -> str:
    """Return a date in full, such as "21 november 2026"."""
    if language in LANGUAGES:
        return format_date(day, "d MMMM y", locale=language)
    return ours(format_date(day, "d MMMM y", locale=DUTCH))


def moment(seconds: int, language: str) -> str:
    """Return a time since 1970 as a day and a time in Amsterdam: "21 november 2026, 14:05"."""
    at = datetime.fromtimestamp(seconds, AMSTERDAM)
    return f"{long_date(at.date(), language)}, {at:%H:%M}"


def today() -> date:
    """Return which day it is in Amsterdam."""
    return datetime.now(AMSTERDAM).date()
