"""Mail in a browser: from an address to an account, from a forgotten password to another."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.inspecting import look, prepare
from tests.e2e.service import Service, serving
from tests.e2e.window import OpenWindow, Window
from tests.mail_server import Got, MailServer, mail_server

ANNA = "anna@voorbeeld.example"
LOOKS = ("axe", "references", "headings", "targets", "cut", "letters", "sideways")


@pytest.fixture(scope="module")
def letters() -> Iterator[MailServer]:
    """The mail server of the site."""
    with mail_server() as server:
        yield server


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, letters: MailServer) -> Iterator[Service]:
    """Quickscan with a worker, that sends mail."""
    folder: Path = tmp_path_factory.mktemp("mail")
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    with serving(
        folder,
        QUICKSCAN_PORT=str(port),
        QUICKSCAN_ORIGIN=f"http://127.0.0.1:{port}",
        QUICKSCAN_SMTP_URL=f"smtp://127.0.0.1:{letters.port}",
        QUICKSCAN_SMTP_FROM="scan@voorbeeld.example",
    ) as started:
        yield started


def newest(letters: MailServer, number: int) -> Got:
    """The mail with this number, when it has come."""
    until = time.monotonic() + 60
    while len(letters.mails) < number:
        assert time.monotonic() < until, "it never came"
        time.sleep(0.05)
    return letters.mails[number - 1]


def check(window: Window) -> None:
    """See that a page is as every page must be, wide and narrow."""
    prepare(window)
    for width in (1280, 320):
        window.page.set_viewport_size({"width": width, "height": 800})
        assert {what: found for what in LOOKS if (found := look(window, what))} == {}


def ask(window: Window, link: str) -> None:
    """Ask for a mail to Anna on the page behind a link of the page where one signs in."""
    window.go("/organisatie/aanmelden")
    window.click(window.page.get_by_role("link", name=link))
    check(window)
    window.page.get_by_label("E-mailadres").fill(ANNA)
    window.send()
    window.page.get_by_role("heading", name="Kijk in je mail").wait_for()
    check(window)


def choose(window: Window, mail: Got, password: str) -> None:
    window.page.goto(mail.link("/link/"))
    check(window)
    window.page.get_by_label("Wachtwoord").fill(password)
    window.first_button.dblclick()
    window.page.get_by_role("heading", name="Mijn organisatie").wait_for()


def test_an_account_and_another_password_come_by_mail(
    site: Service, letters: MailServer, open_window: OpenWindow
) -> None:
    window = open_window(site.address)
    ask(window, "Maak een account")
    first = newest(letters, 1)
    choose(window, first, "een lange zin als wachtwoord")
    window.go("/organisatie/aanmelden")
    ask(window, "Wachtwoord vergeten?")
    choose(window, newest(letters, 2), "een heel andere lange zin")

    window.page.goto(first.link("/link/"))

    window.page.get_by_role("heading", name="Deze link werkt niet meer").wait_for()
    check(window)
