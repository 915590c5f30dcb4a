"""Mail: wanted in the transaction that has a reason for it, written and sent by a worker.

What is kept until then is which letter, to whom and about what; its words, and the secrets of
links in it, are there only while it is sent. So a web request never waits for a mail server,
and does the same for every address: whether it has an account is looked up by the worker.
"""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from quickscan.logs import nature
from quickscan.post import Letter, LetterError, RefusedError
from quickscan.presentation.language import DUTCH
from quickscan.services.accounts import tidy_email
from quickscan.services.clock import REAL, Clock
from quickscan.services.round import WARNING_DAYS
from quickscan.storage import mails, organisations, rounds
from quickscan.storage.database import Database, Transaction
from quickscan.storage.mails import MailClaim, MailRow

LEASE_SECONDS = 150
"""Longer than a mail server can keep a worker waiting: a dozen answers of ten seconds."""

PAUSES = (60, 30 * 60)
"""Seconds until the second attempt, and then until the third."""

REST_SECONDS = 30
"""So long a worker leaves a mail server alone that was not there."""

KEPT_SECONDS = 24 * 60 * 60
"""What was not sent by then is given up: its links are of no use any more."""

_log = logging.getLogger(__name__)

Guard = Callable[[], AbstractContextManager[None]]
"""Surrounds the sending of one letter; what it raises ends that attempt, not the worker."""


class MailKind(StrEnum):
    """The letters there are."""

    BEGIN = "begin"
    """Someone asked for an account with this address."""
    FORGOTTEN = "forgotten"
    """Someone asked for another password with this address."""
    INVITATION = "invitation"
    """A coordinator asks someone to coordinate too."""
    WARNING = mails.WARNING
    """Teams of a round that ends soon do not have enough yet."""
    RESULT = "result"
    """A round was closed: its result is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """To whom a letter goes, and in which language."""

    email: str
    language: str

    @classmethod
    def at(cls, email: str, language: str) -> "Recipient":
        """Return who has this address.

        Raises:
            EmailError: this is no e-mail address.
        """
        return cls(email=tidy_email(email), language=language)

    def want(self, transaction: Transaction, kind: MailKind, about: str, now: int) -> None:
        """Want a letter, in a transaction that has a reason for it."""
        row = MailRow(kind=kind, recipient=self.email, about=about, language=self.language)
        mails.want(transaction, row, now)


class Writer(Protocol):
    """Who writes letters when they are sent."""

    def write(self, id: str, mail: MailRow) -> Letter | None:
        """Return a letter; None when there is nothing to tell this person (any more)."""


class Carrier(Protocol):
    """Who brings letters to a mail server."""

    def send(self, letter: Letter, id: str) -> None:
        """Send a letter.

        Raises:
            LetterError: it cannot be sent.
            RefusedError: the mail server does not want it.
            OSError: there is no speaking to the mail server.
        """


class Mailing:
    """Wants letters and, in the worker only, sends them; without a carrier there is none."""

    def __init__(
        self,
        database: Database,
        writer: Writer,
        carrier: Carrier | None,
        *,
        clock: Clock = REAL,
    ) -> None:
        self._database = database
        self._writer = writer
        self._carrier = carrier
        self._today = clock.today
        self._now = clock.now
        self._rests_until = 0.0

    @property
    def is_on(self) -> bool:
        """Whether mail is sent at all."""
        return self._carrier is not None

    def ask(self, recipient: Recipient, kind: MailKind, about: str) -> None:
        """Want a letter that someone asked for, whoever has the address."""
        with self._database.changing() as transaction:
            recipient.want(transaction, kind, about, int(self._now()))

    # --- the worker ---------------------------------------------------------------------

    def tend(self) -> None:
        """Give up what is too old, and want what is due of rounds: each thing once."""
        with self._database.changing() as transaction:
            old = mails.remove_before(transaction, int(self._now()) - KEPT_SECONDS)
            if self.is_on:
                self._tell_of_rounds(transaction)
        _tell_given_up(old)

    def _tell_of_rounds(self, transaction: Transaction) -> None:
        """Want letters to all coordinators; who may not see the round is written none."""
        day = self._today()
        soon = day + timedelta(days=WARNING_DAYS)
        told = {
            MailKind.WARNING: mails.ending(transaction, MailKind.WARNING, day, soon),
            MailKind.RESULT: mails.closed_since(
                transaction, MailKind.RESULT, day - timedelta(days=1)
            ),
        }
        for kind, found in told.items():
            for id in found:
                row = rounds.load(transaction, id)
                if row is None or not mails.tell(transaction, id, kind):
                    continue
                for own in organisations.coordinators(transaction, row.organisation_id):
                    to = Recipient(email=own.email, language=DUTCH)
                    to.want(transaction, kind, id, int(self._now()))

    def send_next(self, guard: Guard = nullcontext) -> bool:
        """Send what has waited longest and return True; False when there is nothing to do.

        What cannot be sent is tried again later, and given up after the third attempt.
        `SystemExit` and `KeyboardInterrupt` give the letter back untried.
        """
        claim = self._claim()
        if claim is None:
            return False
        try:
            with guard():
                sent = self._send(claim)
        except (KeyboardInterrupt, SystemExit):
            with self._database.changing() as transaction:
                mails.release(transaction, claim, until=None, counts=False)
            raise
        except Exception as error:  # noqa: BLE001  whatever it is, the next letter goes on
            self._not_sent(claim, error)
        else:
            with self._database.changing() as transaction:
                mails.end(transaction, claim)
            if sent:
                _log.info("mail_sent", extra={"kind": claim.mail.kind})
        return True

    def _claim(self) -> MailClaim | None:
        now = self._now()
        if self._carrier is None or now < self._rests_until:
            return None
        with self._database.reading() as transaction:
            if not mails.is_waiting(transaction, int(now)):
                return None
        with self._database.changing() as transaction:
            spent = mails.remove_spent(transaction, int(now))
            claim = mails.claim(transaction, int(now), LEASE_SECONDS)
        _tell_given_up(spent)
        return claim

    def _send(self, claim: MailClaim) -> bool:
        letter = self._writer.write(claim.id, claim.mail)
        if letter is None or self._carrier is None:
            return False
        self._carrier.send(letter, claim.id)
        return True

    def _not_sent(self, claim: MailClaim, error: Exception) -> None:
        """Try again later or give up; tell the kind of error, or the number of a refusal."""
        last = isinstance(error, LetterError) or claim.attempt >= mails.MOST_ATTEMPTS
        now = self._now()
        with self._database.changing() as transaction:
            if last:
                mails.end(transaction, claim)
            else:
                until = int(now) + PAUSES[claim.attempt - 1]
                mails.release(transaction, claim, until=until, counts=True)
        if isinstance(error, OSError):
            self._rests_until = now + REST_SECONDS
        about: dict[str, object] = {"attempt": claim.attempt, "error": nature(error)}
        if isinstance(error, RefusedError):
            about["reply"] = error.reply
        _log.error("mail_failed" if last else "mail_retried", extra=about)


def _tell_given_up(number: int) -> None:
    """Say that letters went that nobody sent: their worker died, or none was there."""
    if number:
        _log.error("mail_given_up", extra={"number": number})
