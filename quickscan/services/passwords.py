"""Links by which someone chooses a password: for a new account, or instead of one forgotten.

A link is mailed to the address it is for, or given by who runs the site. It works once. Its
secret follows from its name and the key; only its HMAC is stored.
"""

from dataclasses import dataclass

from quickscan.services.accounts import (
    Accounts,
    NoSuchAccountError,
    WrongPasswordError,
    hashed,
    tidy_email,
)
from quickscan.services.clock import REAL, Clock
from quickscan.services.codes import keyed_hash
from quickscan.storage import accounts, password_links, steps
from quickscan.storage.database import Database, Transaction, new_id
from quickscan.storage.password_links import PasswordLinkRow
from quickscan.storage.steps import StepRow

BEGIN_HOURS = 24
"""So long a link works that begins an account, and one that was given by hand."""

FORGOTTEN_HOURS = 1
"""So long a mailed link works for who has an account."""

_HOUR = 60 * 60


class NoSuchPasswordLinkError(LookupError):
    """This is no link for a password, or it was used, or it has ended."""

    def __init__(self) -> None:
        super().__init__("there is no such link for a password")


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordLink:
    """A link that works: its secret, for which address, and whether that has an account."""

    secret: str
    email: str
    is_known: bool


class Passwords:
    """Makes links for a password, and lets people choose one."""

    def __init__(
        self, database: Database, key: bytes, own: Accounts, *, clock: Clock = REAL
    ) -> None:
        self._database = database
        self._key = key
        self._accounts = own
        self._today = clock.today
        self._now = clock.now

    def mailed(self, name: str, email: str, *, begins: bool) -> PasswordLink | None:
        """Return the link of a mail with this name; None for an address without account.

        One that `begins` is for such an address too. Asked twice, it is the same link.
        """
        with self._database.changing() as transaction:
            is_known = accounts.load(transaction, email) is not None
            if not is_known and not begins:
                return None
            hours = FORGOTTEN_HOURS if is_known else BEGIN_HOURS
            return self._link(transaction, name, email, hours, is_known=is_known)

    def given(self, email: str, *, begins: bool) -> PasswordLink:
        """Return a link to hand to someone; one that `begins` also makes an account.

        Raises:
            EmailError: this is no e-mail address.
            NoSuchAccountError: there is no account, and the link is not to begin one.
        """
        own = tidy_email(email)
        with self._database.changing() as transaction:
            is_known = accounts.load(transaction, own) is not None
            if not is_known and not begins:
                raise NoSuchAccountError(own)
            return self._link(transaction, new_id(), own, BEGIN_HOURS, is_known=is_known)

    def look(self, secret: str) -> PasswordLink:
        """Return what a link is for; looking does not use it.

        Raises:
            NoSuchPasswordLinkError: for nothing (any more).
        """
        with self._database.reading() as transaction:
            row = self._row(transaction, secret)
            is_known = accounts.load(transaction, row.email) is not None
        if row.used:
            raise NoSuchPasswordLinkError
        return PasswordLink(secret=secret, email=row.email, is_known=is_known)

    def choose(self, secret: str, password: str) -> str:
        """Let who has a link choose a password; return a secret that signs this browser in.

        It ends every other sign-in and link of the account. Sent twice, it is as once.

        Raises:
            PasswordLengthError: the password is too short or too long.
            NoSuchPasswordLinkError: the link is for nothing (any more).
        """
        own = hashed(password)
        with self._database.changing() as transaction:
            row = self._row(transaction, secret)
            if not row.used:
                self._set(transaction, row, own)
        try:
            return self._accounts.sign_in(row.email, password)
        except WrongPasswordError:
            raise NoSuchPasswordLinkError from None

    # --- inside -------------------------------------------------------------------------

    def _link(
        self, transaction: Transaction, name: str, email: str, hours: int, *, is_known: bool
    ) -> PasswordLink:
        secret = keyed_hash(self._key, "password-link-of", name)
        row = PasswordLinkRow(
            hmac=self._hmac(secret),
            email=email,
            begins=not is_known,
            ends=int(self._now()) + hours * _HOUR,
        )
        password_links.add(transaction, row)
        return PasswordLink(secret=secret, email=email, is_known=is_known)

    def _row(self, transaction: Transaction, secret: str) -> PasswordLinkRow:
        """Return the row of a link; whose account went meanwhile, has none."""
        row = password_links.load(transaction, self._hmac(secret), int(self._now()))
        if row is None or not (row.begins or accounts.load(transaction, row.email)):
            raise NoSuchPasswordLinkError
        return row

    def _set(self, transaction: Transaction, row: PasswordLinkRow, password: str) -> None:
        email, what = row.email, "password_changed"
        if accounts.load(transaction, email):
            accounts.set_password(transaction, email, password)
        else:
            accounts.add(
                transaction, email=email, password=password, created=self._today(), roles=()
            )
            what = "account_added"
        password_links.use(transaction, row)
        steps.add(transaction, StepRow(at=int(self._now()), email=email, what=what))

    def _hmac(self, secret: str) -> str:
        return keyed_hash(self._key, "password-link", secret)
