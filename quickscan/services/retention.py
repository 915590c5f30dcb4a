"""How long a scan is kept; the visitor is told, and it can be deleted at any time before."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """Days for an unfinished scan, counted from its last page; months for a finished one.

    The day that is returned is the last one on which the scan is there.
    """

    unfinished_days: int = 30
    finished_months: int = 24

    def unfinished(self, saved: date) -> date:
        """Return the last day of a scan whose last page was saved on this day."""
        return saved + timedelta(days=self.unfinished_days)

    def finished(self, finished: date) -> date:
        """Return the last day of a scan that was finished on this day.

        The same day of the month, or the month's last where it has no such day.
        """
        months = finished.year * _MONTHS + finished.month - 1 + self.finished_months
        year, month = divmod(months, _MONTHS)
        last = monthrange(year, month + 1)[1]
        return date(year, month + 1, min(finished.day, last))
