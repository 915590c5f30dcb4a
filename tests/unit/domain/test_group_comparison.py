"""Two groups beside each other: what may be said of a difference, and why not more."""

from dataclasses import replace
from fractions import Fraction

import pytest

from quickscan.domain.anonymity import Block, Detail
from quickscan.domain.group_comparison import (
    Chance,
    Side,
    WhyNotBeside,
    WhyNoWord,
    compare_rounds,
    compare_teams,
    least_difference,
)
from quickscan.domain.group_results import group_result
from quickscan.domain.ids import QuestionId, RoleId
from quickscan.domain.statistics import difference_interval
from tests.builders import DOEN, FASE, WETEN, assessed, rating, text
from tests.builders import questionnaire as build

OWN = build(rating("q"))
MANY = "0001112220"


def side(given, of=None, questionnaire=OWN, **more):
    """A block of people who each gave an answer worth 0, 50 or 100 points."""
    people = tuple(assessed(questionnaire, {"q": own}) for own in given)
    block = Block(teams=("a",), role=None, people=people, population=of)
    values = {
        "role": None,
        "subject": "De buurtkamer",
        "teams": ("a",),
        "population": of,
        "themes": group_result(questionnaire, (block,)).themes,
        **more,
    }
    return Side(questionnaire=questionnaire, **values)


def weten(found):
    """The theme that the questions are about."""
    (own,) = [each for each in found if each.place == (FASE, WETEN)]
    return own


def change(then, now, between=()):
    return weten(compare_rounds(then, now, between))


# --- the difference and the word --------------------------------------------------------


def test_a_difference_is_now_minus_then_with_welch_s_interval():
    found = change(side("000111222000"), side("22221122220"))

    wanted = difference_interval(
        [own * 50 for own in (2, 2, 2, 2, 1, 1, 2, 2, 2, 2, 0)],
        [own * 50 for own in (0, 0, 0, 1, 1, 1, 2, 2, 2, 0, 0, 0)],
    )
    assert found.difference == Fraction(900, 11) - Fraction(75, 2)
    assert wanted is not None
    assert found.interval is not None
    assert found.interval.low == pytest.approx(wanted.low, abs=1e-9)
    assert found.interval.high == pytest.approx(wanted.high, abs=1e-9)
    assert found.word is Chance.BEYOND
    assert found.why_no_word is None


def test_a_difference_that_may_be_nothing_may_be_chance():
    found = change(side("0001112220"), side("0011122220"))

    assert found.difference == 10
    assert found.word is Chance.POSSIBLE


def test_the_size_of_the_team_makes_a_difference_clearer():
    then, now = "00011112220", "00111222222"

    assert change(side(then), side(now)).word is Chance.POSSIBLE
    assert change(side(then, of=12), side(now, of=12)).word is Chance.BEYOND


def test_of_a_team_that_took_part_as_a_whole_both_times_there_is_just_the_difference():
    found = change(side("0001112220", of=10), side("0011122220", of=10))

    assert found.difference == 10
    assert found.why_no_word is WhyNoWord.WHOLE
    assert found.word is found.interval is None


def test_a_team_that_took_part_as_a_whole_once_still_has_a_word():
    found = change(side("0001112220", of=10), side("0011122220", of=20))

    assert found.word is Chance.POSSIBLE


@pytest.mark.parametrize(("then", "now"), [("00112", "0001112220"), ("0001112220", "00112")])
def test_with_fewer_than_ten_people_two_rounded_means_stand_there_and_nothing_is_added(
    then, now
):
    found = change(side(then), side(now))

    assert found.why is None
    assert found.why_no_word is WhyNoWord.TOO_SMALL
    assert found.difference is found.interval is found.word is None
    assert {found.own.mean, found.other.mean} == {40, 45}


def test_where_a_few_skipped_a_question_a_large_team_is_not_called_small():
    two = build(rating("q"), rating("r"))
    rows = [{"q": own, "r": own} for own in MANY]
    skipped = (*rows[1:], {"q": "0"})
    then, now = (
        Block(teams=("a",), role=None, people=tuple(assessed(two, own) for own in each))
        for each in (rows, skipped)
    )

    found = change(
        *(replace(side(MANY), themes=group_result(two, (own,)).themes) for own in (then, now))
    )

    assert found.why_no_word is WhyNoWord.ROUNDED
    assert found.difference is found.word is None


def test_a_small_team_that_took_part_as_a_whole_has_no_word_and_no_exact_difference():
    found = change(side("00112", of=5), side("01122", of=5))

    assert found.why_no_word is WhyNoWord.WHOLE
    assert found.difference is None


@pytest.mark.parametrize(
    ("then", "now"), [("1111111112", "0001112220"), ("0001112220", "2222222222")]
)
def test_where_nearly_all_gave_the_same_the_word_would_need_a_spread_that_is_not_shown(
    then, now
):
    found = change(side(then), side(now))

    assert found.difference is None
    assert found.why_no_word is WhyNoWord.ALIKE
    assert found.word is found.interval is None


# --- what is comparable -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"role": RoleId("x")}, WhyNotBeside.OTHER_ROLE),
        ({"subject": "De moestuin"}, WhyNotBeside.OTHER_SUBJECT),
        ({"teams": ("a", "b")}, WhyNotBeside.OTHER_TEAM),
    ],
)
def test_rounds_of_another_team_role_or_subject_are_not_compared(other, why):
    found = change(side(MANY, **other), side(MANY))

    assert found.why is why
    assert found.difference is found.word is found.why_no_word is None
    assert found.other.mean == found.own.mean == 45


def test_a_subject_that_is_typed_again_a_little_otherwise_is_the_same():
    assert change(side(MANY, subject=" de  Buurtkamer"), side(MANY)).why is None


def test_what_is_hidden_on_either_side_is_not_compared():
    few, hidden = side("0112"), WhyNotBeside.HIDDEN

    assert change(few, side(MANY)).why is change(side(MANY), few).why is hidden
    assert change(few, side(MANY)).other.detail is Detail.HIDDEN


def test_a_theme_whose_question_changed_is_not_compared_and_others_are():
    then = build(rating("q"), rating("r", themes=((FASE, DOEN),)))
    now = build(
        rating("q", text=text("Iets anders.")),
        rating("r", themes=((FASE, DOEN),)),
        version=2,
    )

    of_q, of_r = compare_rounds(side(MANY, questionnaire=then), side(MANY, questionnaire=now))

    assert of_q.why is WhyNotBeside.OTHER_QUESTIONS
    assert of_r.why is WhyNotBeside.HIDDEN


def test_new_words_that_mean_the_same_are_compared_by_way_of_the_versions_in_between():
    words, same = text("Iets anders."), frozenset({QuestionId("q")})
    between = build(rating("q", text=words), version=2, same_meaning=same)
    now = side(MANY, questionnaire=build(rating("q", text=words), version=3))

    assert change(side(MANY), now, (between,)).why is None
    assert change(side(MANY), now).why is WhyNotBeside.OTHER_QUESTIONS


def test_a_theme_that_the_other_version_did_not_have_is_hidden_there():
    then = replace(side(MANY), themes={})

    assert change(then, side(MANY)).why is WhyNotBeside.HIDDEN


def test_two_teams_of_a_round_are_compared_and_those_of_other_versions_are_not():
    one, other = side(MANY), side("2222222210", teams=("b",))
    newer = side(MANY, teams=("b",), questionnaire=build(rating("q"), version=2))

    assert weten(compare_teams(one, other)).difference == -40
    assert weten(compare_teams(one, newer)).why is WhyNotBeside.OTHER_VERSION
    assert weten(compare_teams(one, side(MANY, role=RoleId("x")))).why is (
        WhyNotBeside.OTHER_ROLE
    )


# --- before a round opens ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "size", "wanted"),
    [
        (9, 9, None),
        (10, 10, 0),
        (10, None, 20),
        (12, 16, 10),
        (12, 24, 15),
        (30, 60, 10),
    ],
)
def test_the_least_difference_shrinks_with_numbers_and_with_the_part_of_the_team(
    count, size, wanted
):
    """By hand for 12 of 16: 2.073873 × √(2 × 400/12 × 4/15) = 8.74, rounded up to 10."""
    assert least_difference(count, size) == wanted


def test_the_least_difference_needs_what_an_organisation_chose_as_its_smallest_group():
    assert least_difference(12, 16, minimum=15) is None


def test_a_smaller_spread_makes_a_smaller_difference_tell():
    assert least_difference(12, 16, spread=10) == 5
