"""What is due by the clock: removing what is no longer kept."""

from dataclasses import dataclass

from quickscan.services.clock import REAL, Clock
from quickscan.services.limits import Limits
from quickscan.storage import (
    accounts,
    clock,
    coordinator_invitations,
    password_links,
    reading_codes,
    scans,
)
from quickscan.storage.database import Database, DatabaseError

_HOUR = 60 * 60
DUE_AFTER = 24 * _HOUR
LATE_AFTER = 48 * _HOUR
_AT_ONCE = 200
"""Scans removed in one transaction: visitors who save meanwhile wait that long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """How much was removed because it is no longer kept."""

    unfinished: int
    finished: int
    reading_codes: int


class Housekeeping:
    """Removes what is no longer kept, and knows when that was last done."""

    def __init__(
        self,
        database: Database,
        limits: Limits,
        *,
        clock: Clock = REAL,
    ) -> None:
        self._database = database
        self._limits = limits
        self._today = clock.today
        self._now = clock.now

    def purge(self) -> Purged:
        """Remove every scan and reading code whose last day has passed."""
        day = self._today()
        unfinished = finished = 0
        while True:
            with self._database.changing() as transaction:
                gone = scans.remove_expired(transaction, day, most=_AT_ONCE)
            unfinished += gone[0]
            finished += gone[1]
            if sum(gone) < _AT_ONCE:
                break
        with self._database.changing() as transaction:
            codes = reading_codes.remove_ended(transaction, day)
            accounts.remove_ended(transaction, day)
            coordinator_invitations.remove_ended(transaction, day)
            password_links.remove_ended(transaction, int(self._now()))
            clock.set_time(transaction, clock.PURGE, int(self._now()))
        self._limits.forget()
        self._database.forget_deleted()
        return Purged(unfinished=unfinished, finished=finished, reading_codes=codes)

    def forget(self) -> None:
        """Remove the counts of wrong codes over an hour old, and what deleting left behind."""
        self._limits.forget()
        self._database.forget_deleted()

    def hours_since_purge(self) -> float | None:
        """Return how long ago everything was last purged, or None when it never was."""
        with self._database.reading() as transaction:
            at = clock.time_of(transaction, clock.PURGE)
        return None if at is None else (self._now() - at) / _HOUR

    def is_due(self) -> bool:
        """Say whether a day has passed since the last purge."""
        hours = self.hours_since_purge()
        return hours is None or hours * _HOUR >= DUE_AFTER

    def trouble(self) -> str:
        """Return what is wrong, for the one who runs this; empty when nothing is."""
        try:
            hours = self.hours_since_purge()
        except DatabaseError:
            return "the database does not answer"
        if hours is None:
            return "nothing was ever purged: is a worker running?"
        if hours * _HOUR > LATE_AFTER:
            return "the last purge is more than 48 hours ago: is a worker running?"
        return ""
