"""What authors wait for: a check, a preview of what was just saved, a workbook out and in."""

import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from flask.testing import FlaskClient

from quickscan.config import PROJECT
from quickscan.definitions.catalogue import Catalogue
from quickscan.definitions.check import check_folder
from quickscan.definitions.files import scenarios_of
from quickscan.definitions.workbook import from_workbook, to_workbook
from quickscan.domain.conditions import QuestionIs
from quickscan.domain.ids import AdviceId, QuestionId, SectionId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import RatingQuestion
from quickscan.web.preview import create_preview
from tests.bench.measuring import Times, cpu

FOLDER = PROJECT / "questionnaires"
MAIN = "implementatie-quickscan"
QUESTIONS = 60
_NAME = "v1.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorCosts:
    """CPU; of `preview` by the clock, from a saved file to the page about it.

    Of the `questions` in the workbook so many are `copied`, with their advice.
    """

    check: Times
    preview: Times
    exported: Times
    imported: Times
    questions: int
    copied: int
    advice: int


def measure(*, rounds: int) -> AuthorCosts:
    """Measure with the questionnaires of this repository; workbooks of the largest, filled."""
    entry = Catalogue.load([FOLDER]).entry(MAIN, 1)
    own, examples = filled(entry.questionnaire, QUESTIONS), entry.scenarios
    book = to_workbook(own, examples, "nl")
    _see_all(own, book)
    return AuthorCosts(
        check=_times(lambda: check_folder(FOLDER), rounds),
        preview=_preview(entry.path, rounds),
        exported=_times(lambda: to_workbook(own, examples, "nl"), rounds),
        imported=_times(lambda: from_workbook(book), rounds),
        questions=len(own.questions),
        copied=len(own.questions) - len(entry.questionnaire.questions),
        advice=len(own.advice),
    )


def filled(own: Questionnaire, questions: int) -> Questionnaire:
    """Return a questionnaire of so many questions: copies of statements, each with an advice.

    They stand in a section of their own, at the end.
    """
    rules = {
        rule.when.question: (rule, rule.when)
        for rule in own.advice
        if isinstance(rule.when, QuestionIs)
        and isinstance(own.questions[rule.when.question], RatingQuestion)
    }
    asked = tuple(islice(rules, questions - len(own.questions)))
    copies = {id: QuestionId(f"{id}-nog-eens") for id in asked}
    section = replace(
        own.sections[-1],
        id=SectionId("nog-eens"),
        questions=tuple(replace(own.questions[id], id=copy) for id, copy in copies.items()),
    )
    advice = (
        replace(
            rule, id=AdviceId(f"{rule.id}-nog-eens"), when=replace(when, question=copies[id])
        )
        for id, (rule, when) in rules.items()
        if id in copies
    )
    return replace(own, sections=(*own.sections, section), advice=(*own.advice, *advice))


def _see_all(own: Questionnaire, book: bytes) -> None:
    """See that what is measured is what it says: so many questions, all of them read back."""
    found = from_workbook(book)
    back = found.questionnaire
    if back is None or not found.is_good:
        raise ValueError([problem.message("en") for problem in found.problems])
    if not len(own.questions) == len(back.questions) == QUESTIONS:
        raise ValueError(f"{len(own.questions)} questions became {len(back.questions)}")


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
