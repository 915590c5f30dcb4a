"""Rows of mail that is to be sent, and of what was told of rounds."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, delete, select

from quickscan.storage import claims
from quickscan.storage.claims import MOST_ATTEMPTS
from quickscan.storage.database import Transaction, new_id, upsert
from quickscan.storage.tables import mail, round_, round_notice

__all__ = ["MOST_ATTEMPTS", "MailClaim", "MailRow"]


WARNING = "warning"
"""The letter that the end of a round is near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRow:
    """A letter that is wanted: which, to whom, about what, in which language."""

    kind: str
    recipient: str
    about: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailClaim:
    """A letter that one worker holds, at its so-manieth attempt."""

    token: str
    id: str
    mail: MailRow
    attempt: int


def want(connection: Transaction, row: MailRow, now: int) -> None:
    """Want a letter; one like it that waits to be sent is tried at once, from the start."""
    asked = {"language": row.language, "asked": now, "attempts": 0, "leased_until": None}
    query = upsert(connection, mail).values(
        id=new_id(), kind=row.kind, recipient=row.recipient, about=row.about, **asked
    )
    connection.execute(
        query.on_conflict_do_update(
            index_elements=[mail.c.kind, mail.c.recipient, mail.c.about],
            set_=asked,
            where=mail.c.claim.is_(None),
        )
    )


def is_waiting(connection: Transaction, now: int) -> bool:
    """Say whether there is a letter that may be claimed."""
    query = select(mail.c.id).where(claims.is_free(mail, now)).limit(1)
    return connection.execute(query).first() is not None


def claim(connection: Transaction, now: int, lease: int) -> MailClaim | None:
    """Claim the letter that has waited longest, for `lease` seconds."""
    waiting = select(mail.c.id).where(claims.is_free(mail, now))
    waited = waiting.order_by(mail.c.asked, mail.c.id)
    row = claims.take(connection, mail, claims.first(waited), now + lease)
    if row is None:
        return None
    own = MailRow(
        kind=row.kind, recipient=row.recipient, about=row.about, language=row.language
    )
    return MailClaim(token=row.claim, id=row.id, mail=own, attempt=row.attempts)


def remove_spent(connection: Transaction, now: int) -> int:
    """Give up letters whose last attempt ended without a word; return how many."""
    spent = mail.c.id.in_(claims.spent(mail, now))
    return connection.execute(delete(mail).where(spent)).rowcount


def end(connection: Transaction, claim: MailClaim) -> None:
    """Forget a letter, because it was sent or is given up."""
    connection.execute(delete(mail).where(mail.c.claim == claim.token))


def release(
    connection: Transaction, claim: MailClaim, *, until: int | None, counts: bool
) -> None:
    """Give a letter back, to be tried again after `until`."""
    claims.release(connection, mail, claim.token, until=until, counts=counts)


def remove_before(connection: Transaction, at: int) -> int:
    """Give up what was asked for before this time; return how many letters."""
    return connection.execute(delete(mail).where(mail.c.asked < at)).rowcount


# --- what was told of rounds ------------------------------------------------------------


def tell(connection: Transaction, round_id: str, kind: str) -> bool:
    """Keep that something is told of a round; say whether it was not told yet."""
    query = upsert(connection, round_notice).values(round_id=round_id, kind=kind)
    fresh = query.on_conflict_do_nothing().returning(round_notice.c.round_id)
    return connection.execute(fresh).one_or_none() is not None


def tell_again(connection: Transaction, round_id: str, kind: str) -> None:
    """Let something be told of a round once more: its last day is another one now."""
    connection.execute(
        delete(round_notice).where(
            round_notice.c.round_id == round_id, round_notice.c.kind == kind
        )
    )


def ending(connection: Transaction, kind: str, day: date, last: date) -> tuple[str, ...]:
    """Return the open rounds that opened before a day and end by another, not told of yet."""
    query = select(round_.c.id).where(
        round_.c.confirmed.is_not(None),
        round_.c.closed.is_(None),
        round_.c.opens < day,
        round_.c.closes >= day,
        round_.c.closes <= last,
        round_.c.id.not_in(_told(kind)),
    )
    return tuple(connection.execute(query).scalars())


def closed_since(connection: Transaction, kind: str, day: date) -> tuple[str, ...]:
    """Return the rounds that closed on this day or later, of which that was not told yet."""
    query = select(round_.c.id).where(round_.c.closed >= day, round_.c.id.not_in(_told(kind)))
    return tuple(connection.execute(query).scalars())


def _told(kind: str) -> Select[tuple[str]]:
    return select(round_notice.c.round_id).where(round_notice.c.kind == kind)
