"""Rows of accounts, and of the browsers in which they are signed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select, update

from quickscan.storage.database import Transaction
from quickscan.storage.tables import account, account_role, sign_in


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """An account: its hashed password, since when, and what it may do."""

    email: str
    password: str
    created: date
    roles: frozenset[str]


def add(
    connection: Transaction, *, email: str, password: str, created: date, roles: Iterable[str]
) -> None:
    """Add an account that is not there yet."""
    values = {"email": email, "password": password, "created": created}
    connection.execute(insert(account).values(**values))
    for role in roles:
        connection.execute(insert(account_role).values(email=email, role=role))


def load(connection: Transaction, email: str) -> AccountRow | None:
    """Return an account, or None when it is not there."""
    row = connection.execute(select(account).where(account.c.email == email)).one_or_none()
    if row is None:
        return None
    return AccountRow(
        email=row.email,
        password=row.password,
        created=row.created,
        roles=_roles(connection, email),
    )


def emails(connection: Transaction) -> tuple[str, ...]:
    """Return all accounts, in the order of the alphabet."""
    query = select(account.c.email).order_by(account.c.email)
    return tuple(connection.execute(query).scalars())


def set_password(connection: Transaction, email: str, password: str) -> None:
    """Change a password, and sign its owner out everywhere."""
    connection.execute(
        update(account).where(account.c.email == email).values(password=password)
    )
    connection.execute(delete(sign_in).where(sign_in.c.email == email))


def remove(connection: Transaction, email: str) -> bool:
    """Remove an account with all that hangs on it; say whether it was there."""
    return bool(connection.execute(delete(account).where(account.c.email == email)).rowcount)


def start(connection: Transaction, *, hmac: str, email: str, ends: date) -> None:
    """Sign a browser in."""
    connection.execute(insert(sign_in).values(hmac=hmac, email=email, ends=ends))


def signed_in(connection: Transaction, hmac: str, day: date) -> str | None:
    """Return who is signed in on this day in the browser with this mark, or None."""
    query = select(sign_in.c.email).where(sign_in.c.hmac == hmac, sign_in.c.ends >= day)
    return connection.execute(query).scalar_one_or_none()


def end(connection: Transaction, hmac: str) -> None:
    """Sign a browser out."""
    connection.execute(delete(sign_in).where(sign_in.c.hmac == hmac))


def remove_ended(connection: Transaction, day: date) -> int:
    """Forget the browsers whose last day was before this one; return how many."""
    return connection.execute(delete(sign_in).where(sign_in.c.ends < day)).rowcount


def _roles(connection: Transaction, email: str) -> frozenset[str]:
    query = select(account_role.c.role).where(account_role.c.email == email)
    return frozenset(connection.execute(query).scalars())
