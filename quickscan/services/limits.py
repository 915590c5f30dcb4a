"""A limit on trying codes, for everyone behind one address prefix together.

What is kept is a keyed hash, for failures only, for at most an hour, for all processes in the
one database. Source: docs/anonymity.md.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from quickscan.services.clock import REAL, Clock
from quickscan.services.codes import keyed_hash
from quickscan.storage import failures
from quickscan.storage.database import Database

MOST_FAILURES = 100
"""Wrong codes in one clock hour from one prefix, which may be a whole office.

At this pace, guessing the code of one of a million scans takes two thousand years."""

_HOUR = 60 * 60
_V4_PREFIX = 24
_V6_PREFIX = 48


MOST_MAILS = 5
"""Mails that are sent to one address in a clock hour because someone asked for them."""


class TooManyTriesError(RuntimeError):
    """Too many codes that do not exist were tried from here in this clock hour."""

    def __init__(self, minutes: int) -> None:
        super().__init__(f"too many wrong codes; try again in {minutes} minutes")
        self.minutes = minutes


class Limits:
    """Counts wrong codes."""

    def __init__(
        self,
        database: Database,
        key: bytes,
        *,
        most: int = MOST_FAILURES,
        clock: Clock = REAL,
    ) -> None:
        self._database = database
        self._key = key
        self._most = most
        self._now = clock.now

    def check(self, address: str | None) -> None:
        """Let a code be tried from this address.

        Raises:
            TooManyTriesError: too many were wrong; says how many minutes to wait.
        """
        hour = self._hour
        with self._database.reading() as transaction:
            tried = failures.count(transaction, self._hash(address, hour), hour)
        if tried >= self._most:
            raise self._too_many(hour)

    def failed(self, address: str | None) -> None:
        """Count a wrong code from this address, and forget the hours before this one."""
        hour = self._hour
        with self._database.changing() as transaction:
            failures.remove_before(transaction, hour)
            failures.add(transaction, self._hash(address, hour), hour)

    def mail(self, email: str) -> None:
        """Count a mail that someone asked for to this address, which is kept as a hash.

        Raises:
            TooManyTriesError: so many went there already; says how many minutes to wait.
        """
        hour = self._hour
        hmac = keyed_hash(self._key, f"mails-{hour}", email)
        with self._database.changing() as transaction:
            failures.add(transaction, hmac, hour)
            asked = failures.count(transaction, hmac, hour)
        if asked > MOST_MAILS:
            raise self._too_many(hour)

    def forget(self) -> int:
        """Forget the hours before this one; return how many rows went."""
        with self._database.changing() as transaction:
            return failures.remove_before(transaction, self._hour)

    def _too_many(self, hour: int) -> TooManyTriesError:
        left = (hour + 1) * _HOUR - self._now()
        return TooManyTriesError(max(1, -int(-left // 60)))

    @property
    def _hour(self) -> int:
        return int(self._now() // _HOUR)

    def _hash(self, address: str | None, hour: int) -> str:
        """Return the hash of this prefix in this hour; in another hour it is another."""
        return keyed_hash(self._key, f"failures-{hour}", _prefix(address))


def _prefix(address: str | None) -> str:
    try:
        parsed: IPv4Address | IPv6Address = ip_address((address or "").partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    length = _V4_PREFIX if isinstance(parsed, IPv4Address) else _V6_PREFIX
    return str(ip_network((parsed, length), strict=False))
