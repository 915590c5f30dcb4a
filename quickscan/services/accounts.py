"""Accounts: people who sign in to work on questionnaires. Visitors never need one."""

import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from quickscan.services.clock import REAL, Clock
from quickscan.services.codes import keyed_hash
from quickscan.services.storing import clean
from quickscan.storage import accounts, password_links, steps
from quickscan.storage.database import Database
from quickscan.storage.steps import StepRow

SHORTEST, LONGEST = 12, 200
"""How long a password is, in characters. Length is what makes it hard to guess; rules on
which characters it has do not (NIST SP 800-63B)."""

SIGNED_IN_DAYS = 1
"""How many days after today a browser stays signed in."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_LONGEST_EMAIL = 254
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""Argon2id with what OWASP's Password Storage Cheat Sheet asks for at least: 19 MiB."""

_NOBODY = _HASHER.hash(secrets.token_urlsafe())
"""Checked when an account is not there, so that the answer comes no sooner."""


class AccountRole(StrEnum):
    """What an account may do."""

    EDITOR = "editor"


class EmailError(ValueError):
    """This is no e-mail address."""

    def __init__(self, email: str) -> None:
        super().__init__(f"{email!r} is no e-mail address")
        self.email = email


class AccountExistsError(ValueError):
    """There is an account with this e-mail address already."""

    def __init__(self, email: str) -> None:
        super().__init__(f"there is an account {email} already")
        self.email = email


class NoSuchAccountError(LookupError):
    """There is no account with this e-mail address."""

    def __init__(self, email: str) -> None:
        super().__init__(f"there is no account {email}")
        self.email = email


class PasswordLengthError(ValueError):
    """A new password is too short, or longer than anyone types."""

    def __init__(self) -> None:
        super().__init__(f"a password has {SHORTEST} to {LONGEST} characters")


class WrongPasswordError(ValueError):
    """No account has this e-mail address and this password together."""

    def __init__(self) -> None:
        super().__init__("e-mail address and password do not belong together")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Someone who signs in, and what they may do."""

    email: str
    roles: frozenset[AccountRole]

    @property
    def is_editor(self) -> bool:
        """Whether they may work on questionnaires."""
        return AccountRole.EDITOR in self.roles


class Accounts:
    """Makes and removes accounts, and knows who is signed in where."""

    def __init__(self, database: Database, key: bytes, *, clock: Clock = REAL) -> None:
        self._database = database
        self._key = key
        self._today = clock.today
        self._now = clock.now

    def add(self, email: str, password: str, *, roles: frozenset[AccountRole]) -> Account:
        """Make an account.

        Raises:
            EmailError: this is no e-mail address.
            PasswordLengthError: the password is too short or too long.
            AccountExistsError: it is there already.
        """
        own, kept = tidy_email(email), hashed(password)
        with self._database.changing() as transaction:
            if accounts.load(transaction, own):
                raise AccountExistsError(own)
            accounts.add(
                transaction, email=own, password=kept, created=self._today(), roles=roles
            )
            steps.add(transaction, self._step(own, "account_added"))
        return Account(email=own, roles=roles)

    def all(self) -> tuple[Account, ...]:
        """Return all accounts, in the order of the alphabet."""
        with self._database.reading() as transaction:
            found = [accounts.load(transaction, own) for own in accounts.emails(transaction)]
        return tuple(_account(row) for row in found if row)

    def set_password(self, email: str, password: str) -> None:
        """Give an account another password; it is signed out everywhere.

        Raises:
            PasswordLengthError: the password is too short or too long.
            NoSuchAccountError: it is not there.
        """
        own, kept = _written(email), hashed(password)
        with self._database.changing() as transaction:
            if accounts.load(transaction, own) is None:
                raise NoSuchAccountError(own)
            accounts.set_password(transaction, own, kept)
            password_links.remove_of(transaction, own)
            steps.add(transaction, self._step(own, "password_changed"))

    def remove(self, email: str) -> None:
        """Remove an account; what it did stays in the log.

        Raises:
            NoSuchAccountError: it is not there.
        """
        own = _written(email)
        with self._database.changing() as transaction:
            if not accounts.remove(transaction, own):
                raise NoSuchAccountError(own)
            password_links.remove_of(transaction, own)
            steps.add(transaction, self._step(own, "account_removed"))

    def sign_in(self, email: str, password: str) -> str:
        """Return a secret by which a browser is known until the end of tomorrow.

        Raises:
            WrongPasswordError: there is no such account, or it has another password.
        """
        own = _written(email)
        with self._database.reading() as transaction:
            row = accounts.load(transaction, own)
        if not _fits(row.password if row else _NOBODY, password) or row is None:
            raise WrongPasswordError
        secret = secrets.token_urlsafe(32)
        ends = self._today() + timedelta(days=SIGNED_IN_DAYS)
        with self._database.changing() as transaction:
            accounts.remove_ended(transaction, self._today())
            accounts.start(transaction, hmac=self._hmac(secret), email=own, ends=ends)
        return secret

    def change_password(self, email: str, old: str, new: str) -> str:
        """Change one's own password; return a new secret for this browser.

        Raises:
            WrongPasswordError: the old password is another.
            PasswordLengthError: the new one is too short or too long.
        """
        with self._database.reading() as transaction:
            row = accounts.load(transaction, email)
        if row is None or not _fits(row.password, old):
            raise WrongPasswordError
        self.set_password(email, new)
        return self.sign_in(email, new)

    def signed_in(self, secret: str) -> Account | None:
        """Return who is signed in in the browser with this secret, or None."""
        with self._database.reading() as transaction:
            email = accounts.signed_in(transaction, self._hmac(secret), self._today())
            row = accounts.load(transaction, email) if email else None
        return _account(row) if row else None

    def sign_out(self, secret: str) -> None:
        """Sign a browser out; nothing when it was not signed in."""
        with self._database.changing() as transaction:
            accounts.end(transaction, self._hmac(secret))

    def _hmac(self, secret: str) -> str:
        return keyed_hash(self._key, "sign-in", secret)

    def _step(self, email: str, what: str) -> StepRow:
        return StepRow(at=int(self._now()), email=email, what=what)


def _account(row: accounts.AccountRow) -> Account:
    return Account(email=row.email, roles=frozenset(AccountRole(role) for role in row.roles))


def _written(email: str) -> str:
    """Return an e-mail address as it is stored, if it is one."""
    return clean(email).strip().lower()


def tidy_email(email: str) -> str:
    """Return an e-mail address as it is stored.

    Raises:
        EmailError: this is no e-mail address.
    """
    own = _written(email)
    if len(own) > _LONGEST_EMAIL or not _EMAIL.fullmatch(own):
        raise EmailError(email)
    return own


def hashed(password: str) -> str:
    """Return what is stored of a password.

    Raises:
        PasswordLengthError: it is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise PasswordLengthError
    return _HASHER.hash(password)


def _fits(hashed: str, password: str) -> bool:
    try:
        return _HASHER.verify(hashed, password[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
