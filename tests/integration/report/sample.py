"""The questionnaire that the project ships, answered, as the document of a report."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from quickscan.definitions.reader import read
from quickscan.definitions.scenarios import Scenario, load_scenarios
from quickscan.domain.answers import Answers
from quickscan.domain.assessment import assess
from quickscan.domain.ids import QuestionId, RoleId, SectionId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.outcome import Outcome, outcome
from quickscan.report.document import Document, document

FOLDER = Path(__file__).parents[3] / "questionnaires" / "implementatie-quickscan"
NAME = QuestionId("interventie")
PLACE = QuestionId("huidige-fase")
SOFTWARE = "Quickscan 1.2.3"
LAST_DAY = date(2027, 11, 21)
DAY = date(2026, 11, 21)

NAUGHTY_NAME = "Stoep\u2011gesprek ’ëlke buurt 👍🏽 مرحبا بكم <script>alert(1)</script> & co"
ENDLESS = "onafgebroken" * 417
FETCHING = (
    '<img src="http://localhost/x.png"> <link rel="stylesheet" href="http://localhost/x">'
    ' url(http://localhost/x) <style>@import "http://localhost/x";</style>'
    " <object data='file:///etc/passwd'></object> {{ 7 * 7 }} {% include '/etc/passwd' %}"
)
DIVIDED = {
    QuestionId("do-vraagbaak"): "De een kent de vraagbaak, de ander niet.",
    QuestionId("we-verwijzers"): "",
    QuestionId("bestaat-niet-meer"): "Van een vraag die niet gesteld wordt.",
}
NOTES = {"start": "Met twee buurtteams.", "begrijpen": "De training kan ook op een avond."}


@cache
def questionnaire() -> Questionnaire:
    """The questionnaire, as its authors wrote it."""
    path = FOLDER / "v1.yaml"
    return read(path, path.read_text("utf-8"))


@cache
def scenario(number: int = 0) -> Scenario:
    """One of its worked examples; the first has all six phases."""
    path = FOLDER / "v1.scenarios.yaml"
    return load_scenarios(path, questionnaire()).scenarios[number]


def told(
    number: int = 0,
    *,
    language: str = "nl",
    answers: Answers | None = None,
    notes: Mapping[str, str] | None = None,
    chosen: int = 3,
) -> Outcome:
    """The outcome of a worked example, with other answers laid over it."""
    own = scenario(number)
    assessment = assess(questionnaire(), {**own.answers, **(answers or {})}, own.role)
    return outcome(
        assessment,
        language,
        finished=DAY,
        chosen=[advice.rule.id for advice in assessment.advice[:chosen]],
        notes={SectionId(section): note for section, note in (notes or {}).items()},
    )


ROLES = tuple(role.id for role in questionnaire().roles)


def lowest(
    role: str, *, language: str = "nl", name: str = "Stoepgesprek", option: str = "nog-niet"
) -> Outcome:
    """The outcome of one and the same low answer to every statement, in all phases."""
    own = questionnaire()
    answers: Answers = {
        id: option
        for id, question in own.questions.items()
        if any(each.id == option for each in getattr(question, "options", ()))
    }
    answers = {**answers, PLACE: "verschilt", NAME: name}
    return outcome(assess(own, answers, RoleId(role)), language, finished=DAY)


def report(
    number: int = 0,
    *,
    language: str = "nl",
    answers: Answers | None = None,
    notes: Mapping[str, str] | None = None,
    chosen: int = 3,
) -> Document:
    """The document of a worked example."""
    words = told(number, language=language, answers=answers, notes=notes, chosen=chosen)
    return document(words, language, SOFTWARE, kept_until=LAST_DAY)


def together(divided: Mapping[QuestionId, str] | None = None) -> Document:
    """A report of people who filled it in together, with what they did not agree on."""
    own = scenario(0)
    assessment = assess(questionnaire(), own.answers, own.role)
    words = outcome(
        assessment, "nl", finished=DAY, divided=DIVIDED if divided is None else divided
    )
    return document(words, "nl", SOFTWARE, kept_until=LAST_DAY)


def naughty() -> Document:
    """A report with everything in it that people should not have typed."""
    steering = "\u202eomgekeerd \x00\x07 中文 عمر " * 100
    notes = {"begrijpen": ENDLESS[:5000], "start": FETCHING, "doen": steering}
    return report(answers={NAME: NAUGHTY_NAME[:80]}, notes=notes)


def just_started() -> Document:
    """A report of which four phases are not at issue yet, and nothing is chosen."""
    return report(1, chosen=0)


def bare() -> Document:
    """A report without anything that may be left out."""
    full = report(chosen=0)
    parts = tuple(
        replace(part, answers=(), advice=(), advice_heading="", more=(), more_heading="")
        for part in full.parts
    )
    board = replace(full.board, good=(), better=())
    profile = replace(full.profile, grid=None, others=())
    return replace(
        full, parts=parts, board=board, profile=profile, find_out=None, later=None, notes=None
    )
