"""An invented team: people can see what a team report looks like before they have one."""

from collections.abc import Mapping
from random import Random

from quickscan.domain.anonymity import Part, TeamParts, cut
from quickscan.domain.answers import Answers, Given
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.group_results import GroupResult, group_result
from quickscan.domain.ids import QuestionId, RoleId
from quickscan.domain.progress import follow, opening
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import MultipleQuestion, Option, OptionQuestion

PEOPLE, SIZE = 12, 14
"""How many took part, of how many: enough for every kind of figure."""

_UNSURE = (0, 0, 0, 0, 0.15, 0.6)
"""How often an invented person does not know; one question in six many do not."""

_SPREAD = (0.08, 0.12, 0.4)
"""How far answers lie apart, as a part of the scale; one question in three divides."""


def invented_result(questionnaire: Questionnaire, example: Answers) -> GroupResult:
    """Return the result of a team of twelve; the same questionnaire gives the same team.

    What is asked first is answered as in the example, if there is one.
    """
    role = questionnaire.roles[0].id if questionnaire.roles else None
    first = opening(questionnaire)
    known = {
        question.id: example[question.id]
        for question in (first.questions if first else ())
        if question.id in example
    }
    people = tuple(_person(questionnaire, role, known, own) for own in range(PEOPLE))
    part = Part(team="team", role=role, people=people)
    return group_result(questionnaire, cut([TeamParts(team="team", size=SIZE, parts=(part,))]))


def _person(
    questionnaire: Questionnaire,
    role: RoleId | None,
    known: Mapping[QuestionId, Given],
    number: int,
) -> Assessment:
    answers: dict[QuestionId, Given] = dict(known)
    for section in questionnaire.sections:
        for question in section.questions:
            asked = follow(questionnaire, answers, role).asked_in(section)
            is_new = question in asked and question.id not in answers
            if is_new and isinstance(question, OptionQuestion):
                answers[question.id] = _given(question, number)
    return assess(questionnaire, answers, role)


def _given(question: OptionQuestion, number: int) -> Given:
    """Return an answer: near what the team leans to on this question, or unsure."""
    leaning = Random(question.id)  # noqa: S311  invented answers
    middle, spread = leaning.uniform(0.15, 0.95), leaning.choice(_SPREAD)
    unsure = leaning.choice(_UNSURE)
    dice = Random(f"{question.id} {number}")  # noqa: S311
    scored = [option for option in question.options if option.points is not None]
    apart = [option for option in question.options if option.points is None]
    if scored and apart and dice.random() < unsure:
        chosen: Option = apart[0]
    else:
        rungs = scored or list(question.options)
        place = int(dice.gauss(middle, spread) * len(rungs))
        chosen = rungs[min(max(place, 0), len(rungs) - 1)]
    return (chosen.id,) if isinstance(question, MultipleQuestion) else chosen.id
