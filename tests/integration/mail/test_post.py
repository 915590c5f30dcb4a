"""Letters as a real mail server gets them: in the open, encrypted, refused, or not at all."""

import ssl
from pathlib import Path

import pytest

from quickscan import post
from quickscan.post import Letter, LetterError, Post, RefusedError
from quickscan.post import mail_server as parsed
from tests.e2e.tls import OPENSSL, certificate_for
from tests.mail_server import mail_server

LETTER = Letter(
    to="anna@voorbeeld.example",
    subject="De uitslag van ‘Één’ is er",
    words="Beste Zoë,\n\n.Een punt vooraan.\n" + "lang " * 300 + "\n",
    language="nl",
)
SENDER = "scan@voorbeeld.example"


def sending(url: str) -> Post:
    return Post(parsed(url), SENDER, name="Gemeente Voorbeeld")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for localhost."""
    assert OPENSSL, "openssl is needed"
    return certificate_for(tmp_path_factory.mktemp("tls"), "localhost")


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, as one that this machine trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return certificate


def test_a_letter_arrives_as_it_was_written() -> None:
    with mail_server() as server:
        sending(f"smtp://127.0.0.1:{server.port}").send(LETTER, "abc")

    (got,) = server.mails
    assert (got.sender, got.recipients) == (SENDER, (LETTER.to,))
    assert got.words == LETTER.words
    assert got.message["Subject"] == LETTER.subject
    assert got.message["From"] == f"Gemeente Voorbeeld <{SENDER}>"
    assert got.message["Message-ID"] == "<abc@voorbeeld.example>"
    assert got.message["Auto-Submitted"] == "auto-generated"
    assert got.message["Content-Language"] == "nl"
    assert got.message["Date"].datetime.tzinfo
    assert got.message.get_content_type() == "text/plain"


KINDS = pytest.mark.parametrize(
    "url",
    [
        "smtps://scan:w%40chtwoord@localhost:{}",
        "smtp://scan:w%40chtwoord@localhost:{}?starttls",
    ],
)


@KINDS
def test_a_letter_and_a_password_go_encrypted(trusted: Path, url: str) -> None:
    with mail_server(trusted, tls=url.startswith("smtps")) as server:
        sending(url.format(server.port)).send(LETTER, "abc")

    (got,) = server.mails
    assert got.is_encrypted
    assert got.user == "scan"


@KINDS
def test_a_server_whose_certificate_nobody_signed_gets_nothing(
    certificate: Path, url: str
) -> None:
    tls = url.startswith("smtps")
    with mail_server(certificate, tls=tls) as server, pytest.raises(ssl.SSLError):
        sending(url.format(server.port)).send(LETTER, "abc")

    assert server.mails == []


def test_a_server_that_cannot_encrypt_gets_nothing_when_it_must() -> None:
    with mail_server() as server, pytest.raises(OSError, match="STARTTLS"):
        sending(f"smtp://a:b@localhost:{server.port}?starttls").send(LETTER, "abc")

    assert server.mails == []


@pytest.mark.parametrize("word", ["MAIL", "RCPT", "DATA"])
def test_a_refusal_is_told_with_its_number(word: str) -> None:
    with mail_server() as server:
        server.refused = {word: "550 no"}
        with pytest.raises(RefusedError) as refused:
            sending(f"smtp://127.0.0.1:{server.port}").send(LETTER, "abc")

    assert refused.value.reply == 550
    assert LETTER.to not in str(refused.value)


def test_a_server_that_is_away_or_says_nothing_is_trouble_outside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(post, "PATIENCE_SECONDS", 0.2)
    with mail_server() as server:
        server.is_silent = True
        here = sending(f"smtp://127.0.0.1:{server.port}")
        with pytest.raises(OSError, match="timed out"):
            here.send(LETTER, "abc")

    with pytest.raises(ConnectionRefusedError):
        here.send(LETTER, "abc")


def test_a_password_that_is_refused_is_trouble_outside() -> None:
    with mail_server() as server:
        server.refused = {"AUTH": "535 wrong"}
        with pytest.raises(OSError, match="535"):
            sending(f"smtp://a:b@127.0.0.1:{server.port}").send(LETTER, "abc")


def test_what_was_accepted_is_sent_whatever_is_said_afterwards() -> None:
    with mail_server() as server:
        server.refused = {"QUIT": "421 broken"}
        sending(f"smtp://127.0.0.1:{server.port}").send(LETTER, "abc")

    assert len(server.mails) == 1


@pytest.mark.parametrize(
    "to", ["a,b@c.example", "<a@b.example>", "a@b.example>x", "a@b.example\nBcc: c@d.example"]
)
def test_what_is_no_address_is_sent_nothing(to: str) -> None:
    with mail_server() as server:
        letter = Letter(to=to, subject="", words="", language="nl")
        with pytest.raises(LetterError):
            sending(f"smtp://127.0.0.1:{server.port}").send(letter, "abc")

    assert server.mails == []
