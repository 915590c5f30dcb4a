"""Rows of scans on their own of which the person ticked that they count."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, select, update

from quickscan.storage.database import Transaction, upsert
from quickscan.storage.tables import contribution

_AT_ONCE = 500


def give(connection: Transaction, scan_id: str) -> None:
    """Let a scan count from the next time on; nothing when it does already."""
    query = upsert(connection, contribution).values(scan_id=scan_id, counted=None)
    connection.execute(query.on_conflict_do_nothing())


def take_back(connection: Transaction, scan_id: str) -> bool:
    """Let a scan not count that was not counted yet; say whether it was there."""
    query = delete(contribution).where(
        contribution.c.scan_id == scan_id, contribution.c.counted.is_(None)
    )
    return connection.execute(query).rowcount > 0


def of_scan(connection: Transaction, scan_id: str) -> tuple[bool, date | None]:
    """Return whether a scan is to count, and since when it does."""
    query = select(contribution.c.counted).where(contribution.c.scan_id == scan_id)
    row = connection.execute(query).one_or_none()
    return row is not None, row.counted if row else None


def count(connection: Transaction, scan_ids: Sequence[str], day: date) -> bool:
    """Count scans from a day on; say whether all of them were waiting for it still."""
    counted = 0
    for start in range(0, len(scan_ids), _AT_ONCE):
        some = contribution.c.scan_id.in_(scan_ids[start : start + _AT_ONCE])
        query = update(contribution).where(some, contribution.c.counted.is_(None))
        counted += connection.execute(query.values(counted=day)).rowcount
    return counted == len(scan_ids)
