"""What authors wait for: a check, a preview of what was just saved, a workbook out and in."""

import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flask.testing import FlaskClient

from quickscan.config import PROJECT
from quickscan.definitions.catalogue import Catalogue
from quickscan.definitions.check import check_folder
from quickscan.definitions.files import scenarios_of
from quickscan.definitions.workbook import from_workbook, to_workbook
from quickscan.web.preview import create_preview
from tests.bench.measuring import Times, cpu

FOLDER = PROJECT / "questionnaires"
MAIN = "implementatie-quickscan"
_NAME = "v1.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorCosts:
    """CPU; of `preview` by the clock, from a saved file to the page about it."""

    check: Times
    preview: Times
    exported: Times
    imported: Times
    questions: int


def measure(*, rounds: int) -> AuthorCosts:
    """Measure with the questionnaires of this repository; workbooks of the largest."""
    entry = Catalogue.load([FOLDER]).entry(MAIN, 1)
    own, examples = entry.questionnaire, entry.scenarios
    book = to_workbook(own, examples, "nl")
    return AuthorCosts(
        check=_times(lambda: check_folder(FOLDER), rounds),
        preview=_preview(entry.path, rounds),
        exported=_times(lambda: to_workbook(own, examples, "nl"), rounds),
        imported=_times(lambda: from_workbook(book), rounds),
        questions=len(own.questions),
    )


def _times(work: Callable[[], object], rounds: int) -> Times:
    work()
    return Times([cpu(work) for _ in range(rounds)])


def _preview(path: Path, rounds: int) -> Times:
    """Save a file while a page waits for that, as its script does, and ask for it anew."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / _NAME
        shutil.copy(path, file)
        shutil.copy(scenarios_of(path), scenarios_of(file))
        client, text = create_preview([file]).test_client(), file.read_text("utf-8")
        return Times([_saved(client, file, f"{text}# {i}\n") for i in range(rounds)])


def _saved(client: FlaskClient, file: Path, text: str) -> float:
    seen = client.get(f"/veranderd/{_NAME}?gezien=").text
    file.write_text(text, "utf-8")
    start = time.perf_counter()
    client.get(f"/veranderd/{_NAME}?gezien={seen}")
    client.get(f"/lees/{_NAME}")
    return time.perf_counter() - start
