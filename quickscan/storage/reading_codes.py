"""Rows of reading codes."""

from datetime import date

from sqlalchemy import delete, insert, select

from quickscan.storage.database import Transaction
from quickscan.storage.tables import reading_code


def add(connection: Transaction, *, hmac: str, ref: str, scan_id: str, ends: date) -> None:
    """Add a reading code of a scan."""
    values = {"hmac": hmac, "ref": ref, "scan_id": scan_id, "ends": ends}
    connection.execute(insert(reading_code).values(**values))


def scan_of(connection: Transaction, hmac: str, day: date) -> str | None:
    """Return the scan that this reading code shows on this day, or None."""
    query = select(reading_code.c.scan_id).where(
        reading_code.c.hmac == hmac, reading_code.c.ends >= day
    )
    return connection.execute(query).scalar_one_or_none()


def of_scan(connection: Transaction, scan_id: str, day: date) -> tuple[tuple[str, date], ...]:
    """Return the name and last day of a scan's reading codes, the last to end first."""
    query = (
        select(reading_code.c.ref, reading_code.c.ends)
        .where(reading_code.c.scan_id == scan_id, reading_code.c.ends >= day)
        .order_by(reading_code.c.ends.desc(), reading_code.c.ref)
    )
    return tuple((row.ref, row.ends) for row in connection.execute(query))


def remove(connection: Transaction, scan_id: str, ref: str) -> None:
    """Remove one reading code of a scan."""
    connection.execute(
        delete(reading_code).where(
            reading_code.c.scan_id == scan_id, reading_code.c.ref == ref
        )
    )


def remove_ended(connection: Transaction, day: date) -> int:
    """Remove the reading codes that ended before this day; return how many."""
    return connection.execute(delete(reading_code).where(reading_code.c.ends < day)).rowcount
