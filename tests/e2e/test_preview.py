"""The preview of an author in a browser: fresh when the file is saved, and when answered."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.inspecting import look, prepare
from tests.e2e.window import OpenWindow, Window
from tests.unit.definitions.writing import GOOD, written

# A test run in the background of a shell cannot be interrupted, nor can what it starts.
IGNORED = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
STOP = signal.SIGTERM if IGNORED else signal.SIGINT

LOOKS = ("axe", "references", "groups", "headings", "targets", "cut", "letters")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "klein.yaml"
    path.write_text(GOOD, "utf-8")
    return path


@pytest.fixture
def author(file: Path, open_window: OpenWindow) -> Iterator[Window]:
    """An author who looks at one file."""
    command = [sys.executable, "-m", "quickscan", "preview", str(file), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        said = program.stdout.readline() if program.stdout else ""
        window = open_window(said.split()[1])
        window.go("/")
        yield window
        window.page.goto("about:blank")
        program.send_signal(STOP)
        assert program.wait(10) == (-STOP if IGNORED else 0)


def test_a_saved_file_shows_by_itself(author, file):
    file.write_text(written(("title: Klein", "title: Anders")), "utf-8")

    author.page.get_by_role("heading", name="Anders").wait_for()


def test_a_mistake_shows_with_its_line_and_goes_when_it_is_mended(author, file):
    file.write_text(written(("effort: small", "effort: smal")), "utf-8")
    author.page.get_by_text("bedoel je 'small'?").wait_for()

    file.write_text(GOOD, "utf-8")

    author.page.get_by_text("Het bestand is in orde.").wait_for()


def test_what_comes_out_follows_every_answer_and_every_save(author, file):
    author.go("/proef/klein.yaml")
    author.page.get_by_label("Nee").check()
    author.page.get_by_text("Want: a is ‘Nee’.").wait_for()

    file.write_text(written(("label: Laag", "label: Kan hoger")), "utf-8")

    author.page.get_by_role("cell", name="Kan hoger").wait_for()
    assert author.page.get_by_label("Nee").is_checked()


def test_what_was_filled_in_outlives_a_mistake_in_the_file(author, file):
    author.go("/proef/klein.yaml")
    author.page.get_by_label("Nee").check()
    author.page.get_by_text("Want: a is ‘Nee’.").wait_for()
    file.write_text("id: [", "utf-8")
    author.page.get_by_role("heading", name="Fouten").wait_for()

    file.write_text(GOOD, "utf-8")

    author.page.get_by_text("Want: a is ‘Nee’.").wait_for()
    assert author.page.get_by_label("Nee").is_checked()


@pytest.mark.parametrize("way", ["lees", "proef", "papier"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages_of_the_preview_are_for_everybody(author, way, width):
    author.go(f"/{way}/klein.yaml")
    author.page.set_viewport_size({"width": width, "height": 800})
    prepare(author)

    assert {what: found for what in LOOKS if (found := look(author, what))} == {}
