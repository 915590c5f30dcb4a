"""The laws of two groups beside each other: nothing is said that they do not show already."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickscan.domain.anonymity import Block, Detail
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.group_comparison import (
    TYPICAL_SPREAD,
    Chance,
    Side,
    ThemeBeside,
    compare_rounds,
    compare_teams,
    least_difference,
)
from quickscan.domain.group_results import group_result
from quickscan.domain.groups import theme_figures
from quickscan.domain.ids import OptionId, QuestionId
from quickscan.domain.statistics import difference_interval
from tests.builders import FASE, WETEN, rating
from tests.builders import questionnaire as build

OWN = build(rating("p"), rating("q"), rating("r"))
QUESTIONS = tuple(QuestionId(own) for own in "pqr")
ROW = st.tuples(*[st.sampled_from(["0", "1", "2", "weet-niet"])] * 3)


def person(row):
    return assess(OWN, dict(zip(QUESTIONS, map(OptionId, row), strict=True)))


@st.composite
def blocks(draw):
    count = draw(st.integers(4, 8) | st.integers(10, 18))
    people = tuple(map(person, draw(st.lists(ROW, min_size=count, max_size=count))))
    spare = draw(st.none() | st.integers(0, 6))
    size = None if spare is None else count + spare
    return Block(teams=("a",), role=None, people=people, population=size)


def side(block):
    return Side(
        questionnaire=OWN,
        role=None,
        subject="s",
        teams=("a",),
        population=block.population,
        themes=group_result(OWN, (block,)).themes,
    )


def beside(one, other) -> ThemeBeside:
    return compare_teams(one, other)[0]


@given(blocks(), blocks())
@settings(max_examples=100)
def test_a_difference_is_that_of_the_two_means_that_are_shown_and_of_no_others(one, other):
    found = beside(side(one), side(other))

    if found.difference is not None:
        assert found.own.mean is not None
        assert found.own.detail is found.other.detail is Detail.EXACT
        assert found.difference + (found.other.mean or 0) == found.own.mean
    assert (found.word is None) == (found.interval is None)
    assert (found.why is None) == (found.word is not None or found.why_no_word is not None)


@given(blocks(), blocks())
@settings(max_examples=100)
def test_without_sizes_the_interval_is_that_of_the_scores_themselves(one, other):
    one, other = (replace(own, population=None) for own in (one, other))
    found = beside(side(one), side(other)).interval
    scores = [theme_figures(own.people, (FASE, WETEN)).scores for own in (one, other)]

    if found is not None:
        wanted = difference_interval(*scores)
        assert wanted is not None
        assert found.low == pytest.approx(max(wanted.low, -100), abs=1e-9)
        assert found.high == pytest.approx(min(wanted.high, 100), abs=1e-9)


@given(blocks(), blocks())
@settings(max_examples=100)
def test_turned_round_a_difference_is_the_opposite_with_the_same_word(one, other):
    there, back = beside(side(one), side(other)), beside(side(other), side(one))

    assert (there.word, there.why, there.why_no_word) == (
        back.word,
        back.why,
        back.why_no_word,
    )
    if there.difference is not None:
        assert back.difference == -there.difference
    if there.interval is not None:
        assert back.interval is not None
        assert back.interval.low == pytest.approx(-there.interval.high, abs=1e-9)


@given(blocks())
@settings(max_examples=100)
def test_a_group_beside_itself_never_differs_more_than_chance(one):
    found = compare_rounds(side(one), side(one))[0]

    assert found.difference in {None, 0}
    assert found.word is not Chance.BEYOND


@given(st.integers(10, 60), st.integers(0, 60))
def test_more_of_a_team_never_make_the_least_difference_larger(count, spare):
    size = count + spare
    one, more = least_difference(count, size), least_difference(min(count + 1, size), size)

    assert one is not None
    assert more is not None
    assert more <= one
    assert one % 5 == 0
    assert (one == 0) == (count == size)


@given(st.integers(10, 60), st.integers(0, 60), st.integers(1, 100))
def test_from_the_least_difference_on_the_word_is_that_of_more_than_chance(
    count, spare, points
):
    """What is said before a round opens is what is said when it has closed."""
    least = least_difference(count, count + spare)
    assert least is not None
    found = beside(at(points, count, spare), at(0, count, spare)).word

    if points >= least and spare:
        assert found is Chance.BEYOND
    if points <= least - 5:
        assert found is Chance.POSSIBLE


def at(points, count, spare):
    """A side that shows this mean, with the spread that is counted on."""
    nobody: Block[Assessment] = Block(
        teams=("a",), role=None, people=(), population=count + spare
    )
    own = side(nobody)
    shown = replace(
        own.themes[FASE, WETEN],
        detail=Detail.EXACT,
        count=count,
        mean=Fraction(points),
        deviation=float(TYPICAL_SPREAD),
    )
    return replace(own, themes={(FASE, WETEN): shown})
