"""The Workplace in a browser: two editors, from a file to a visitor who begins it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quickscan.config import PROJECT
from tests.e2e.inspecting import look, prepare
from tests.e2e.service import Service, serving
from tests.e2e.window import OpenWindow, Window

FIRST, SECOND = "een@voorbeeld.example", "twee@voorbeeld.example"
PASSWORD = "een lange zin als wachtwoord"
SOURCE = PROJECT / "questionnaires" / "implementatie-quickscan" / "v1.yaml"
VERSION = "/werkplaats/implementatie-quickscan/v2"
LOOKS = ("axe", "references", "groups", "headings", "targets", "cut", "letters")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Quickscan with two processes that share a database, and two editors."""
    folder = tmp_path_factory.mktemp("workshop")
    for email in (FIRST, SECOND):
        subprocess.run(
            [sys.executable, "-m", "quickscan", "user", "add", email],
            env={**os.environ, "QUICKSCAN_VAR": str(folder)},
            input=PASSWORD,
            text=True,
            check=True,
            capture_output=True,
        )
    with serving(folder, QUICKSCAN_WEB_PROCESSES="2", QUICKSCAN_WORKERS="0") as started:
        yield started


def sign_in(window: Window, email: str) -> None:
    window.go("/werkplaats/")
    window.page.get_by_label("E-mailadres").fill(email)
    window.page.get_by_label("Wachtwoord").fill(PASSWORD)
    window.page.get_by_role("button", name="Meld aan").click()
    window.page.get_by_role("heading", name="Werkplaats", exact=True).wait_for()


def prepare_version(window: Window, folder: Path) -> None:
    text = SOURCE.read_text("utf-8").replace("version: 1\n", "version: 2\n", 1)
    file = folder / "nieuw.yaml"
    file.write_text(
        text.replace("nl: Implementatie-Quickscan", "nl: De nieuwe scan", 1), "utf-8"
    )
    window.page.get_by_role("link", name="Zet een versie klaar").click()
    window.page.get_by_label("Werkmap of vragenlijst").set_input_files(file)
    window.page.get_by_role("button", name="Kijk na en zet klaar").click()
    window.page.get_by_role("heading", name="Versie 2").wait_for()


def test_two_editors_bring_a_version_to_visitors(workshop, open_window: OpenWindow, tmp_path):
    first, second, visitor = (open_window(workshop.address) for _ in range(3))
    sign_in(first, FIRST)
    prepare_version(first, tmp_path)
    first.page.get_by_text("Een andere redacteur publiceert hem.").wait_for()
    first.page.get_by_role("link", name="Proberen").click()
    first.page.get_by_label("Nog niet").first.check()
    first.page.get_by_text("Want:").first.wait_for()

    sign_in(second, SECOND)
    second.go(VERSION)
    second.page.get_by_role("button", name="Publiceer", exact=True).click()
    second.page.get_by_text("Nieuwe scans beginnen hierop.").wait_for()

    visitor.page.wait_for_timeout(1200)  # every process knows within a second
    for _ in range(6):
        visitor.go("/vragenlijst/implementatie-quickscan/")
        assert visitor.page.get_by_role("heading", name="De nieuwe scan").is_visible()


@pytest.mark.parametrize("width", [1280, 768, 360])
def test_the_pages_of_the_workplace_are_for_everybody(workshop, open_window, width):
    window = open_window(workshop.address, width=width)
    found = {"aanmelden": _faults(window, "/werkplaats/aanmelden")}
    sign_in(window, FIRST)
    for path in (
        "/",
        "/klaarzetten",
        "/logboek",
        "/wachtwoord",
        "/implementatie-quickscan/v1",
    ):
        found[path] = _faults(window, f"/werkplaats{path}")
    window.go("/werkplaats/klaarzetten")
    window.page.get_by_role("button", name="Kijk na en zet klaar").click()
    window.page.get_by_text("Kies eerst een bestand.").first.wait_for()
    found["fout"] = _faults(window)

    assert {name: faults for name, faults in found.items() if faults} == {}


def _faults(window: Window, path: str = "") -> dict[str, list[str]]:
    if path:
        window.go(path)
    prepare(window)
    return {what: found for what in LOOKS if (found := look(window, what))}
