"""Reports, each made once for all tests."""

from pathlib import Path

import pytest

from quickscan.definitions.files import decode, load
from quickscan.definitions.reader import read
from quickscan.domain.anonymity import Part, TeamParts, cut
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.group_results import group_result
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import RatingQuestion
from quickscan.presentation.along import along
from quickscan.presentation.outcome import outcome
from quickscan.presentation.team_outcome import Group, team_outcome
from quickscan.report import pdf
from quickscan.report.document import (
    along_document,
    cards,
    document,
    paper,
    poster,
    team_document,
)
from tests.integration.report import round_sample, sample, team_sample
from tests.integration.report.inspection import Inspection


@pytest.fixture(scope="session")
def full() -> Inspection:
    """All six phases, notes, and three things chosen."""
    return Inspection(pdf.render(sample.report(notes=sample.NOTES)))


@pytest.fixture(scope="session")
def started() -> Inspection:
    """Four phases are not at issue yet; nothing is chosen."""
    return Inspection(pdf.render(sample.just_started()))


@pytest.fixture(scope="session")
def english() -> Inspection:
    """The full report, in English."""
    return Inspection(pdf.render(sample.report(language="en", notes=sample.NOTES)))


@pytest.fixture(scope="session")
def naughty() -> Inspection:
    """Names and notes as they should not be."""
    return Inspection(pdf.render(sample.naughty()))


@pytest.fixture(scope="session")
def bare() -> Inspection:
    """Everything that may be empty is empty."""
    return Inspection(pdf.render(sample.bare()))


@pytest.fixture(scope="session")
def together() -> Inspection:
    """Filled in together; on two statements people did not agree."""
    return Inspection(pdf.render(sample.together()))


@pytest.fixture(scope="session")
def on_paper() -> Inspection:
    """Every kind of question, to fill in by hand."""
    path = Path("tests/questionnaires/web") / "soorten" / "v1.yaml"
    return Inspection(pdf.render(paper(read(path, decode(path, load(path))), None, "nl")))


def _arabic() -> Questionnaire:
    path = Path("tests/questionnaires/web") / "rechts-naar-links" / "v1.yaml"
    return read(path, decode(path, load(path)))


def _chosen(own: Questionnaire, place: int) -> Assessment:
    """What follows from one and the same answer to every statement."""
    scaled = (each for each in own.questions.values() if isinstance(each, RatingQuestion))
    return assess(own, {each.id: each.options[place].id for each in scaled}, None)


@pytest.fixture(scope="session")
def from_the_right() -> Inspection:
    """A report in a language that the interface does not speak, read from right to left."""
    words = outcome(_chosen(_arabic(), 1), "ar", finished=sample.DAY)
    return Inspection(pdf.render(document(words, "ar", sample.SOFTWARE)))


@pytest.fixture(scope="session")
def team_from_the_right() -> Inspection:
    """A team report in that language: seven people who differ."""
    own = _arabic()
    people = tuple(_chosen(own, number % 3) for number in range(7))
    part = Part(team="a", role=None, people=people)
    blocks = cut([TeamParts(team="a", size=None, parts=(part,))])
    group = Group(result=group_result(own, blocks))
    words = team_outcome(own, [group], "ar", name="فريق", finished=sample.DAY)
    return Inspection(pdf.render(team_document(words, sample.SOFTWARE)))


@pytest.fixture(scope="session")
def few() -> Inspection:
    """A team of nine: rounded figures, a mark for each answer."""
    return Inspection(pdf.render(team_sample.report((9,))))


@pytest.fixture(scope="session")
def exact() -> Inspection:
    """A team of fourteen: whole figures, intervals, counts per answer."""
    return Inspection(pdf.render(team_sample.report((14,))))


@pytest.fixture(scope="session")
def several() -> Inspection:
    """Four teams beside each other, one of which is hidden."""
    return Inspection(pdf.render(team_sample.report((9, 14, 4, 6), name="Vier teams")))


@pytest.fixture(scope="session")
def with_guide() -> Inspection:
    """A team of twelve whose questionnaire has a guide."""
    return Inspection(pdf.render(team_sample.report((12,), own=team_sample.decisions())))


@pytest.fixture(scope="session")
def english_team() -> Inspection:
    """A team report in English."""
    return Inspection(pdf.render(team_sample.report((12,), language="en")))


@pytest.fixture(scope="session")
def long_names() -> Inspection:
    """Several groups with names as they should not be."""
    return Inspection(pdf.render(team_sample.long_names()))


@pytest.fixture(scope="session")
def asking() -> Inspection:
    """A team whose organisation asked something itself, with what people wrote."""
    return Inspection(pdf.render(team_sample.asking()))


@pytest.fixture(scope="session")
def on_the_wall() -> Inspection:
    """The poster of a team."""
    return Inspection(pdf.render(poster(round_sample.call())))


@pytest.fixture(scope="session")
def to_draw() -> Inspection:
    """Cards for a team of 23."""
    return Inspection(
        pdf.render(cards(round_sample.call(single_use=True), round_sample.CODES))
    )


@pytest.fixture(scope="session")
def to_read() -> Inspection:
    """A draft to be read along."""
    words = along(round_sample.told(), "nl")
    return Inspection(pdf.render(along_document(words, sample.SOFTWARE)))


ROUNDS = ["on_the_wall", "to_draw", "to_read"]
TEAMS = ["few", "exact", "several", "english_team", "long_names", "with_guide", "asking"]
ALONE = ["full", "started", "english", "naughty", "bare", "together", "on_paper"]


@pytest.fixture(params=[*ALONE, *TEAMS, "to_read"])
def each_to_read(request: pytest.FixtureRequest) -> Inspection:
    """Each of the reports in turn; no posters and cards, which have margins of their own."""
    found: Inspection = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=[*ALONE, *TEAMS, *ROUNDS])
def each(request: pytest.FixtureRequest) -> Inspection:
    """Each of the reports in turn."""
    found: Inspection = request.getfixturevalue(request.param)
    return found
