"""Changes rows behind the back of a service: how a report stands, and which day it is."""

import sqlite3
from contextlib import closing
from pathlib import Path


def fail_report(database: Path, ref: str) -> None:
    """Let the report of a scan be one that cannot be made."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE work SET failed = 1 WHERE scan_id = ?", (ref,))


def put_report(database: Path, ref: str) -> None:
    """Let the report of a scan be there."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("DELETE FROM work WHERE scan_id = ?", (ref,))
        connection.execute(
            "INSERT INTO report (id, scan_id, language, fingerprint, made, pdf) "
            "VALUES (?, ?, 'nl', 'x', '2026-01-01', ?)",
            (ref, ref, b"%PDF-1.7"),
        )


def finish_on(database: Path, ref: str, day: str) -> None:
    """Let a scan have been begun and finished on another day."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(
            "UPDATE scan SET started = ?, finished = ? WHERE id = ?", (day, day, ref)
        )
