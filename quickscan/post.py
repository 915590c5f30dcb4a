"""Mail: what a letter is, and how it is handed to a mail server with SMTP.

Nothing else knows how mail is sent. A letter is plain text in UTF-8. Sources: RFC 5322 (Date,
Message-ID), RFC 3834 (Auto-Submitted), RFC 8314 (TLS, and STARTTLS where it must be).
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:  # commands start sooner without
    from email.headerregistry import Address
    from email.message import EmailMessage
    from smtplib import SMTP

PATIENCE_SECONDS = 10
"""So long is waited for each answer of a mail server."""


class Encryption(StrEnum):
    """How what is said to a mail server is kept from others."""

    NONE = "none"
    STARTTLS = "starttls"
    """From the second word on; a server that cannot is refused."""
    TLS = "tls"


class MailServerError(ValueError):
    """This is no address of a mail server."""

    def __init__(self) -> None:
        super().__init__("no address of a mail server")


class OpenPasswordError(ValueError):
    """A password would be sent over the network for all to read."""

    def __init__(self) -> None:
        super().__init__("a password needs encryption")


class LetterError(ValueError):
    """A letter that no mail server could deliver, such as to what is no address."""

    def __init__(self) -> None:
        super().__init__("this letter cannot be sent")


class RefusedError(RuntimeError):
    """The mail server is there, and does not want this letter; `reply` is its number."""

    def __init__(self, reply: int) -> None:
        super().__init__(f"the mail server refused a letter: {reply}")
        self.reply = reply


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where a mail server is, and how to speak to it; without a user nobody signs in."""

    host: str
    port: int
    encryption: Encryption
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A mail to one person: a subject on one line, and words of plain text in a language."""

    to: str
    subject: str
    words: str
    language: str


_KINDS = {
    ("smtp", ""): Encryption.NONE,
    ("smtp", "starttls"): Encryption.STARTTLS,
    ("smtps", ""): Encryption.TLS,
}
_PORTS = {Encryption.NONE: 25, Encryption.STARTTLS: 587, Encryption.TLS: 465}


def mail_server(url: str) -> MailServer:
    """Return the mail server of an address such as `smtps://user:password@host:465`.

    `smtp://host?starttls` begins in the open and then encrypts, or does not go on.

    Raises:
        MailServerError: it is no such address.
        OpenPasswordError: it has a password and no encryption, for another machine.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise MailServerError from None
    encryption = _KINDS.get((parts.scheme, parts.query))
    if not host or encryption is None or parts.path not in ("", "/") or parts.fragment:
        raise MailServerError
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if bool(user) != bool(password) or port == 0:
        raise MailServerError
    if password and encryption is Encryption.NONE and not _is_here(host):
        raise OpenPasswordError
    return MailServer(
        host=host,
        port=port or _PORTS[encryption],
        encryption=encryption,
        user=user,
        password=password,
    )


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Post:
    """Sends letters from one address, by one mail server."""

    def __init__(self, server: MailServer, sender: str, *, name: str) -> None:
        self._server = server
        self._sender = _address(sender, name or "Quickscan")

    def send(self, letter: Letter, id: str) -> None:
        """Send a letter; the same `id` gives the same Message-ID, should it be sent twice.

        Raises:
            LetterError: it is to what is no address.
            RefusedError: the mail server does not want it.
            OSError: the mail server is not there, does not answer or lets nobody in.
        """
        import smtplib  # noqa: PLC0415

        message = self._message(letter, id)
        with self._connection() as server:
            try:
                server.send_message(message, self._sender.addr_spec, [letter.to])
            except smtplib.SMTPRecipientsRefused as error:
                raise RefusedError(error.recipients[letter.to][0]) from None
            except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
                raise RefusedError(error.smtp_code) from None

    def _message(self, letter: Letter, id: str) -> "EmailMessage":
        from email.message import EmailMessage  # noqa: PLC0415
        from email.policy import SMTP  # noqa: PLC0415
        from email.utils import format_datetime, localtime  # noqa: PLC0415

        message = EmailMessage(policy=SMTP)
        message["From"] = self._sender
        message["To"] = _address(letter.to)
        message["Subject"] = " ".join(letter.subject.split())
        message["Date"] = format_datetime(localtime())
        message["Message-ID"] = f"<{id}@{self._sender.domain}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.words, charset="utf-8")
        message["Content-Language"] = letter.language
        return message

    @contextmanager
    def _connection(self) -> "Iterator[SMTP]":
        import smtplib  # noqa: PLC0415
        import ssl  # noqa: PLC0415

        own = self._server
        context = ssl.create_default_context()
        name, patience = self._sender.domain, PATIENCE_SECONDS
        if own.encryption is Encryption.TLS:
            server: SMTP = smtplib.SMTP_SSL(
                own.host, own.port, name, timeout=patience, context=context
            )
        else:
            server = smtplib.SMTP(own.host, own.port, name, timeout=patience)
        try:
            if own.encryption is Encryption.STARTTLS:
                server.starttls(context=context)
            if own.user:
                server.login(own.user, own.password)
            yield server
            with suppress(OSError):  # what was accepted, is sent
                server.quit()
        finally:
            server.close()


def _address(written: str, name: str = "") -> "Address":
    """Return an address as it stands in a header: one, whatever signs are in it."""
    from email.errors import MessageError  # noqa: PLC0415
    from email.headerregistry import Address  # noqa: PLC0415

    try:
        address = Address(name, addr_spec=written)
    except (ValueError, IndexError, MessageError):
        raise LetterError from None
    if address.addr_spec != written:
        raise LetterError
    return address


def is_address(written: str) -> bool:
    """Say whether mail can be sent from or to this address."""
    try:
        return bool(_address(written).domain)
    except LetterError:
        return False
