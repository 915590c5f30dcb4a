"""Rows of work: what is wanted, who is making it, and what cannot be made.

Whoever wants something writes a row in the transaction that wants it. A worker claims the row
for a short time under a random token and makes what is wanted outside any transaction; only
if the row still has that token is the outcome stored. So a worker that is killed loses
nothing (the lease runs out), and nothing stale is stored (wanting anew takes the token away).
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, func, select, update

from quickscan.storage import claims
from quickscan.storage.claims import MOST_ATTEMPTS
from quickscan.storage.database import Transaction, new_id, upsert
from quickscan.storage.subjects import Subject
from quickscan.storage.tables import scan, work

REPORT = "report"

__all__ = ["MOST_ATTEMPTS", "Claim"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A piece of work that one worker holds, at its so-manieth attempt."""

    token: str
    subject: Subject
    attempt: int


def want(connection: Transaction, subject: Subject) -> None:
    """Want a report of this subject, from the first attempt on, whatever was going on."""
    turn = select(func.coalesce(func.max(work.c.turn), 0) + 1).scalar_subquery()
    query = upsert(connection, work).values(
        id=new_id(), kind=REPORT, **subject.values, turn=turn, attempts=0, failed=False
    )
    fresh = {"attempts": 0, "leased_until": None, "claim": None, "failed": False}
    connection.execute(
        query.on_conflict_do_update(index_elements=[*subject.key, "kind"], set_=fresh)
    )


def failed(connection: Transaction, subject: Subject) -> bool | None:
    """Say whether what is wanted cannot be made; None when nothing is wanted."""
    query = select(work.c.failed).where(subject.matches(work))
    return connection.execute(query).scalar_one_or_none()


def languages(connection: Transaction, scan_id: str) -> frozenset[str]:
    """Return the languages in which a report of a scan is wanted or failed."""
    query = select(work.c.language).where(work.c.scan_id == scan_id)
    return frozenset(connection.execute(query).scalars())


def remove_of_scan(connection: Transaction, scan_id: str) -> None:
    """Want nothing of this scan any more."""
    connection.execute(delete(work).where(work.c.scan_id == scan_id))


def remove_of_scans(connection: Transaction) -> None:
    """Want no report of any scan any more."""
    connection.execute(delete(work).where(work.c.scan_id.is_not(None)))


def remove_parts(
    connection: Transaction, round_id: str, beginning: str, *, but: str = ""
) -> None:
    """Want nothing any more of the parts of a round whose name begins so, but one."""
    named = work.c.part.startswith(beginning, autoescape=True)
    connection.execute(
        delete(work).where(work.c.round_id == round_id, named, work.c.part != but)
    )


def remove_other_samples(connection: Transaction, samples: frozenset[str]) -> None:
    """Want no samples of questionnaires that are not among these."""
    connection.execute(
        delete(work).where(work.c.sample.is_not(None), work.c.sample.not_in(samples))
    )


def _is_free(now: int) -> ColumnElement[bool]:
    return ~work.c.failed & claims.is_free(work, now)


def is_waiting(connection: Transaction, now: int) -> bool:
    """Say whether there is a piece of work that may be claimed."""
    return (
        connection.execute(select(work.c.id).where(_is_free(now)).limit(1)).first() is not None
    )


def claim(connection: Transaction, now: int, lease: int) -> Claim | None:
    """Claim the piece that has waited longest, visitors' before samples, for `lease` seconds.

    Pieces whose last attempt ended without a word (their worker was killed) become failed.
    """
    spent = claims.spent(work, now).where(~work.c.failed)
    connection.execute(update(work).where(work.c.id.in_(spent)).values(**_FAILED))
    waiting = select(work.c.id).where(_is_free(now))
    waited = waiting.order_by(work.c.sample.is_not(None), work.c.turn, work.c.id)
    row = claims.take(connection, work, claims.first(waited), now + lease)
    if row is None:
        return None
    subject = Subject(
        scan_id=row.scan_id,
        sample=row.sample,
        round_id=row.round_id,
        part=row.part,
        language=row.language,
    )
    return Claim(token=row.claim, subject=subject, attempt=row.attempts)


_FAILED = {"failed": True, "claim": None, "leased_until": None}


def renew(connection: Transaction, claim: Claim, until: int) -> bool:
    """Hold a claim longer; say whether it was still held."""
    return claims.renew(connection, work, claim.token, until)


def complete(connection: Transaction, claim: Claim) -> bool:
    """End a claim because its work is done; say whether it was still held.

    The scan is locked first, as everyone does who changes it together with its work.
    """
    if claim.subject.scan_id is not None:
        scans_lock = select(scan.c.id).where(scan.c.id == claim.subject.scan_id)
        connection.execute(scans_lock.with_for_update(key_share=True))
    query = delete(work).where(work.c.claim == claim.token)
    return connection.execute(query).rowcount > 0


def release(connection: Transaction, claim: Claim, *, until: int | None, counts: bool) -> bool:
    """Give a piece back, to be tried again after `until`; say whether it was still held.

    When the attempt does not count (the worker was asked to stop), it is as if it never was.
    """
    return claims.release(connection, work, claim.token, until=until, counts=counts)


def fail(connection: Transaction, claim: Claim) -> bool:
    """Give a piece up for good, so that the visitor can be told; say whether it was held."""
    query = update(work).where(work.c.claim == claim.token).values(**_FAILED)
    return connection.execute(query).rowcount > 0
