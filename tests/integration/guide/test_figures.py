"""Every score, sum and count that the guide tells comes out of a scenario of the guide."""

import re
from fractions import Fraction

import pytest

from quickscan.domain.assessment import assess
from quickscan.domain.progress import follow
from tests.integration.guide.page import GROWN, OWN, PAGE, tables

SCENARIOS = GROWN.checked.scenarios
ASSESSED = [assess(OWN, each.answers, each.role) for each in SCENARIOS]
SCORES = [
    score
    for assessment in ASSESSED
    for themes in assessment.themes.values()
    for score in themes.values()
]


def told(pattern):
    found = re.findall(pattern, PAGE)
    assert found, "the page tells none"
    return [[Fraction(each.replace(",", ".")) for each in figures] for figures in found]


def test_every_sum_is_that_of_a_scenario():
    made = {(each.earned, each.possible) for each in SCORES if each.value is not None}

    for earned, possible, value in told(r"(\d+) / (\d+) × 100 = (\d+(?:,\d+)?)"):
        assert (earned, possible) in made
        assert value == round(100 * earned / possible, 2)


def test_every_total_is_that_of_a_scenario():
    made = [
        ({score.value for themes in each.themes.values() for score in themes.values()}, total)
        for each in ASSESSED
        if (total := each.overall) is not None
    ]

    for first, second, total in told(r"\((\d+) \+ (\d+)\) / 2 = (\d+,\d+)"):
        assert total == (first + second) / 2
        assert any({first, second} <= scores and total == own for scores, own in made)


def test_every_count_of_answers_is_that_of_a_scenario():
    for answered, asked in told(r"(\d+) van de (\d+) gestelde vragen"):
        assert (answered, asked) in {(each.answered, each.asked) for each in SCORES}


def test_the_points_that_were_lost_are_those_of_a_scenario():
    answers = [
        answer.points
        for each in SCENARIOS
        for answer in follow(OWN, each.answers, each.role).counted.values()
        if answer.points
    ]
    made = {(each.earned, each.possible) for each in SCORES}
    made |= {(each.earned, each.possible) for each in answers}

    for possible, earned, lost in told(r"(\d+) − (\d+) = (\d+)"):
        assert lost == possible - earned
        assert (earned, possible) in made


@pytest.mark.parametrize("rows", tables(r"vraag \| antwoord \| verdiend"))
def test_a_table_of_points_is_that_of_a_scenario(rows):
    *questions, total = [row[:4] for row in rows]
    earned, possible = (
        sum(int(row[column]) for row in questions if row[column]) for column in (2, 3)
    )
    ids = [row[0] for row in questions]

    assert total[2:] == [f"**{earned}**", f"**{possible}**"]
    assert questions in [rows_of(scenario, ids) for scenario in SCENARIOS]


def rows_of(scenario, questions):
    """What a table says of these questions in a scenario."""
    counted = follow(OWN, scenario.answers, scenario.role).counted
    rows = []
    for question in questions:
        given = scenario.answers.get(question)
        points = counted[question].points
        rows.append(
            [
                question,
                ", ".join(given) if isinstance(given, tuple) else given,
                str(points.earned) if points else "",
                str(points.possible) if points else "",
            ]
        )
    return rows


def test_an_hour_has_sixty_minutes():
    assert sum(int(row[0]) for row in tables("minuten")[0]) == 60
