"""What an author sees when reading a questionnaire over."""

from quickscan.presentation.language import translator
from quickscan.presentation.proofing import (
    SECONDS_AN_ANSWER,
    WORDS_A_MINUTE,
    coverage,
    fired_rows,
    reading_times,
    scored_rows,
    unfired,
)
from tests.builders import (
    DOEN,
    FASE,
    advice,
    answers,
    assessed,
    dimension,
    places,
    questionnaire,
    rating,
    roles,
    text,
    when,
)

NL = translator("nl")
BOTH = (dimension("fase", "weten", "doen"), dimension("factor", "team"))
A = rating("a", themes=places(fase="weten", factor="team"))
B = rating("b", themes=((FASE, DOEN),), roles=("baas",))


def test_reading_time_counts_words_and_answers_per_role():
    long = rating("a", text=text(" ".join(["woord"] * 2 * WORDS_A_MINUTE)))
    own = questionnaire(long, B, roles=roles("baas", "team"))
    boss, team = reading_times(own, NL)

    assert (boss.statements, team.statements) == (2, 1)
    assert team.words == 2 * WORDS_A_MINUTE
    assert SECONDS_AN_ANSWER < 60
    assert (team.minutes, team.said) == (3, "5")


def test_coverage_puts_every_statement_on_its_place():
    (grid,) = coverage(questionnaire(A, B, dimensions=BOTH), None, NL)

    assert (grid.corner, grid.columns) == ("fase × factor", ("team",))
    assert [(title, [cell.statements for cell in cells]) for title, cells in grid.rows] == [
        ("weten", [(("a", "a"),)]),
        ("doen", [()]),
    ]


def test_advice_that_no_example_fires_is_found():
    own = questionnaire(
        rating("a"), advice=(advice("x", when("a", "0")), advice("y", when("a", "1")))
    )

    assert [rule.id for rule in unfired(own, [(answers(a="0"), None)])] == ["y"]


def test_scores_come_with_everything_they_are_made_of():
    own = questionnaire(A, rating("c", themes=A.themes), B, dimensions=BOTH)
    (_, rows), _factor = scored_rows(assessed(own, {"a": "1", "c": "weet-niet"}), NL)

    assert [(row.theme, row.score, row.sum, row.counts, row.band) for row in rows] == [
        ("weten", "50,0", "1 van 2 punten", "1 van 2 beantwoord, 1 weet niet", "hoog"),
        ("doen", "–", "0 van 0 punten", "0 van 0 beantwoord", "niet gevraagd"),
    ]


def test_advice_comes_with_the_answers_that_made_it_fire():
    own = questionnaire(rating("a"), advice=(advice("x", when("a", "0")),))
    (row,) = fired_rows(assessed(own, {"a": "0"}), NL)

    assert (row.id, row.because) == ("x", (("a", "0"),))
