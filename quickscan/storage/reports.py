"""Rows of reports: PDFs as bytes, one per subject and language."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select

from quickscan.storage.database import Transaction, new_id, upsert
from quickscan.storage.subjects import Subject
from quickscan.storage.tables import report


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A made report. `fingerprint` is the hash of its Document, template and software."""

    fingerprint: str
    pdf: bytes
    made: date


def save(connection: Transaction, subject: Subject, row: ReportRow) -> None:
    """Save a report in the place of an older one on the same subject."""
    values = {"fingerprint": row.fingerprint, "pdf": row.pdf, "made": row.made}
    query = upsert(connection, report).values(id=new_id(), **subject.values, **values)
    connection.execute(query.on_conflict_do_update(index_elements=subject.key, set_=values))


def fingerprint(connection: Transaction, subject: Subject) -> str | None:
    """Return the fingerprint of a report, or None when it is not there."""
    query = select(report.c.fingerprint).where(subject.matches(report))
    return connection.execute(query).scalar_one_or_none()


def pdf(connection: Transaction, subject: Subject) -> bytes | None:
    """Return a report, or None when it is not there."""
    query = select(report.c.pdf).where(subject.matches(report))
    return connection.execute(query).scalar_one_or_none()


def languages(connection: Transaction, scan_id: str) -> frozenset[str]:
    """Return the languages in which a scan has a report."""
    query = select(report.c.language).where(report.c.scan_id == scan_id)
    return frozenset(connection.execute(query).scalars())


def remove_of_scan(connection: Transaction, scan_id: str) -> None:
    """Remove the reports of a scan."""
    connection.execute(delete(report).where(report.c.scan_id == scan_id))


def remove_parts(
    connection: Transaction, round_id: str, beginning: str, *, but: str = ""
) -> None:
    """Remove the reports of the parts of a round whose name begins so, but one."""
    named = report.c.part.startswith(beginning, autoescape=True)
    connection.execute(
        delete(report).where(report.c.round_id == round_id, named, report.c.part != but)
    )


def remove_other_samples(connection: Transaction, samples: frozenset[str]) -> None:
    """Remove the sample reports of questionnaires that are not among these."""
    connection.execute(
        delete(report).where(report.c.sample.is_not(None), report.c.sample.not_in(samples))
    )
