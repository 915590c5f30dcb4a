"""A mail server on this machine that keeps what it gets: SMTP as far as programs speak it."""

import ssl
import threading
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import cast


@dataclass(frozen=True, slots=True)
class Got:
    """A mail as it came in: from and to whom, and by a connection that others cannot read."""

    sender: str
    recipients: tuple[str, ...]
    message: EmailMessage
    is_encrypted: bool
    user: str

    @property
    def words(self) -> str:
        """The text of the mail."""
        return str(self.message.get_content()).replace("\r\n", "\n")

    def link(self, part: str) -> str:
        """The first line with this in it."""
        return next(line for line in self.words.splitlines() if part in line)


class MailServer(ThreadingTCPServer):
    """Takes every mail, unless a test tells it otherwise."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, certificate: Path | None = None, *, tls: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.mails: list[Got] = []
        self.refused: dict[str, str] = {}
        """What is answered to a word, such as `{"RCPT": "550 no such person"}`."""
        self.is_silent = False
        self.context: ssl.SSLContext | None = None
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(certificate)
        if tls:
            assert self.context
            self.socket = self.context.wrap_socket(self.socket, server_side=True)
        self.is_tls = tls

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, *_: object) -> None:
        """Say nothing when a client leaves."""


class _Talk(StreamRequestHandler):
    server: MailServer
    user = ""
    sender = ""

    def handle(self) -> None:
        self.encrypted, self.to = self.server.is_tls, list[str]()
        if self.server.is_silent:
            self.rfile.readline()
            return
        self._say("220 here")
        while line := self.rfile.readline():
            word, _, rest = line.decode().strip().partition(" ")
            answer = self.server.refused.get(word.upper())
            if answer:
                self._say(answer)
            elif getattr(self, f"_on_{word.lower()}", self._on_other)(rest):
                return

    def finish(self) -> None:
        super().finish()
        self.connection.close()  # after STARTTLS it is another than the server closes

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())

    def _on_ehlo(self, _rest: str) -> None:
        can = ["AUTH PLAIN"]
        if self.server.context and not self.encrypted:
            can.append("STARTTLS")
        self._say("250-here", *(f"250-{own}" for own in can), "250 8BITMIME")

    def _on_starttls(self, _rest: str) -> None:
        assert self.server.context
        self._say("220 go on")
        self.connection = self.server.context.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = cast("object", self.connection.makefile("wb", 0))  # type: ignore[assignment]
        self.encrypted = True

    def _on_auth(self, rest: str) -> None:
        _, self.user, _ = b64decode(rest.partition(" ")[2]).decode().split("\0")
        self._say("235 welcome")

    def _on_mail(self, rest: str) -> None:
        self.sender, self.to = _between(rest), []
        self._say("250 fine")

    def _on_rcpt(self, rest: str) -> None:
        self.to.append(_between(rest))
        self._say("250 fine")

    def _on_data(self, _rest: str) -> None:
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        message = message_from_bytes(b"".join(lines), policy=default)
        got = Got(self.sender, tuple(self.to), message, self.encrypted, self.user)
        self.server.mails.append(got)
        self._say("250 taken")

    def _on_quit(self, _rest: str) -> bool:
        self._say("221 bye")
        return True

    def _on_other(self, _rest: str) -> None:
        self._say("250 fine")


def _between(rest: str) -> str:
    return rest.partition("<")[2].partition(">")[0]


@contextmanager
def mail_server(certificate: Path | None = None, *, tls: bool = False) -> Iterator[MailServer]:
    """Run a mail server in a thread of its own, and stop it."""
    with MailServer(certificate, tls=tls) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
