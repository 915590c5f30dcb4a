"""Rows of links by which someone chooses a password. Times are in seconds since 1970."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from quickscan.storage.database import Transaction, upsert
from quickscan.storage.tables import password_link


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordLinkRow:
    """A link: for whom, whether it may begin an account, until when, and if it was used."""

    hmac: str
    email: str
    begins: bool
    ends: int
    used: bool = False


def add(connection: Transaction, row: PasswordLinkRow) -> None:
    """Add a link; one that is there, as when a mail is sent once more, lasts as long."""
    lasts = {"begins": row.begins, "ends": row.ends}
    query = upsert(connection, password_link).values(hmac=row.hmac, email=row.email, **lasts)
    connection.execute(
        query.on_conflict_do_update(index_elements=[password_link.c.hmac], set_=lasts)
    )


def load(connection: Transaction, hmac: str, now: int) -> PasswordLinkRow | None:
    """Return a link that has not ended, used or not, held until the transaction ends."""
    query = select(password_link).where(
        password_link.c.hmac == hmac, password_link.c.ends > now
    )
    row = connection.execute(query.with_for_update()).one_or_none()
    return PasswordLinkRow(**row._asdict()) if row else None


def use(connection: Transaction, row: PasswordLinkRow) -> None:
    """Use a link up; other links for the same address go."""
    own = password_link.c.hmac == row.hmac
    connection.execute(update(password_link).where(own).values(used=True))
    connection.execute(delete(password_link).where(password_link.c.email == row.email, ~own))


def remove_of(connection: Transaction, email: str) -> None:
    """Remove every link for an address."""
    connection.execute(delete(password_link).where(password_link.c.email == email))


def remove_ended(connection: Transaction, now: int) -> int:
    """Remove the links that have ended; return how many."""
    return connection.execute(
        delete(password_link).where(password_link.c.ends <= now)
    ).rowcount
