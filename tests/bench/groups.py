"""What closing a round costs: all statistics of 200 people on 40 questions, in ten teams."""

from dataclasses import dataclass, replace
from random import Random

from quickscan.config import PROJECT
from quickscan.definitions.catalogue import Catalogue
from quickscan.domain.anonymity import Block, Part, TeamParts, cut
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.group_results import group_result, pool_result
from quickscan.domain.ids import QuestionId
from quickscan.domain.questionnaire import Questionnaire, Section
from quickscan.domain.questions import RatingQuestion
from tests.bench.measuring import Times, cpu

PEOPLE, QUESTIONS, TEAMS = 200, 40, 10
_MAIN = "beslissende-professional"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCosts:
    """CPU: of every figure of the teams, all together and for research; of the assessments."""

    statistics: Times
    assessments: Times


def measure(*, rounds: int) -> GroupCosts:
    """Measure with invented people; half of what a person gives leans one way."""
    own = _of_forty(Catalogue.load([PROJECT / "questionnaires"]).newest(_MAIN))
    answers = _invented(own)
    people = [assess(own, each) for each in answers]
    blocks = cut(_teams(people))
    times = [cpu(lambda: _everything(own, blocks)) for _ in range(rounds + 1)][1:]
    assessing = [cpu(lambda: [assess(own, each) for each in answers]) for _ in range(rounds)]
    return GroupCosts(statistics=Times(times), assessments=Times(assessing))


def _everything(own: Questionnaire, blocks: tuple[Block[Assessment], ...]) -> None:
    for block in blocks:
        group_result(own, (block,))
    group_result(own, blocks)
    pool_result(own, blocks)


def _of_forty(own: Questionnaire) -> Questionnaire:
    """Return a questionnaire of exactly so many ratings: copies are added."""
    ratings = [q for q in own.questions.values() if isinstance(q, RatingQuestion)]
    many = [
        replace(
            ratings[number % len(ratings)], id=QuestionId(f"q-{number}"), roles=(), when=None
        )
        for number in range(QUESTIONS)
    ]
    section: Section = replace(own.sections[-1], questions=tuple(many))
    return replace(own, sections=(section,), advice=(), roles=())


def _invented(own: Questionnaire) -> list[dict[QuestionId, str]]:
    dice = Random(1)  # noqa: S311  no secret
    found = []
    for _ in range(PEOPLE):
        lean = dice.random()
        found.append(
            {
                q.id: q.options[min(4, max(0, round(5 * dice.gauss(lean, 0.2))))].id
                for q in own.questions.values()
                if isinstance(q, RatingQuestion)
            }
        )
    return found  # type: ignore[return-value]


def _teams(people: list[Assessment]) -> list[TeamParts[Assessment]]:
    each = PEOPLE // TEAMS
    return [
        TeamParts(
            team=str(number),
            size=each + 4,
            parts=(
                Part(
                    team=str(number),
                    role=None,
                    people=tuple(people[each * number : each * (number + 1)]),
                ),
            ),
        )
        for number in range(TEAMS)
    ]
