"""What may be shown: who makes a block, and how detail grows with numbers."""

from dataclasses import replace
from fractions import Fraction

import pytest

from quickscan.domain.anonymity import (
    Detail,
    MinimumTooLowError,
    Part,
    TeamParts,
    Third,
    cut,
    roughly,
    third_of,
)
from quickscan.domain.group_results import group_result
from quickscan.domain.ids import QuestionId, RoleId, ScaleId
from quickscan.domain.progress import WhyNot
from quickscan.domain.questionnaire import Position
from quickscan.domain.statistics import Agreement
from tests.builders import (
    DOEN,
    FASE,
    WETEN,
    answers,
    assessed,
    choice,
    dimension,
    multiple,
    option,
    rating,
    when,
)
from tests.builders import questionnaire as build

FIVE_STEPS = (*(option(str(own), own) for own in range(5)), option("weet-niet"))


def team(name, size=None, **roles):
    """A team of people who are just numbers, so many in each role."""
    parts = [
        Part(
            team=name, role=None if role == "none" else RoleId(role), people=tuple(range(many))
        )
        for role, many in roles.items()
    ]
    return TeamParts(team=name, size=size, parts=tuple(parts))


def found(*teams, minimum=5):
    return [(own.teams, own.role, len(own.people)) for own in cut(teams, minimum)]


def test_a_role_of_a_team_with_five_people_is_a_block():
    assert found(team("a", 8, none=5)) == [(("a",), None, 5)]


def test_four_people_are_shown_nowhere():
    assert found(team("a", 4, none=4)) == []


def test_a_team_of_several_roles_is_a_block_per_role_and_never_one():
    assert found(team("a", 12, x=5, y=6)) == [(("a",), "x", 5), (("a",), "y", 6)]


def test_a_team_of_which_less_than_half_took_part_has_no_block():
    assert found(team("a", 11, none=5)) == []
    assert found(team("a", 10, none=5)) == [(("a",), None, 5)]


def test_all_roles_count_for_the_half():
    assert found(team("a", 14, x=5, y=2)) == [(("a",), "x", 5)]


def test_more_people_than_the_team_has_means_that_nothing_is_reported():
    over = team("a", 5, none=6)

    assert found(over) == []
    assert found(over, team("b", 4, none=4), team("c", 4, none=4)) == [(("b", "c"), None, 8)]


def test_parts_that_fall_short_are_joined_per_role():
    teams = (team("a", 20, x=3, y=7), team("b", 20, x=2, y=1), team("c", 5, y=5))

    assert found(*teams) == [
        (("a",), "y", 7),
        (("c",), "y", 5),
        (("a", "b"), "x", 5),
    ]


def test_one_team_alone_is_not_joined_however_many_took_part():
    assert found(team("a", 40, none=12)) == []


def test_what_is_left_over_is_left_out():
    assert found(team("a", 4, none=2), team("b", 4, none=2), team("c", 5, none=5)) == [
        (("c",), None, 5)
    ]


def test_a_higher_minimum_makes_fewer_blocks_and_a_lower_is_refused():
    assert found(team("a", 8, none=7), minimum=8) == []
    with pytest.raises(MinimumTooLowError):
        cut((), 4)


def test_the_population_is_known_for_a_team_of_one_role_only():
    (one,) = cut([team("a", 8, none=6)])
    several = cut([team("a", 12, x=5, y=6)])

    assert one.population == 8
    assert [own.population for own in several] == [None, None]


# --- detail -----------------------------------------------------------------------------


def shown(rows, *questions, minimum=5, size=None):
    """What is shown of people who each gave a row of answers to these questions."""
    own = build(*questions)
    names = [question.id for question in questions]
    people = tuple(
        assessed(own, {name: each for name, each in zip(names, row, strict=True) if each})
        for row in rows
    )
    part = TeamParts(team="a", size=size, parts=(Part(team="a", role=None, people=people),))
    return group_result(own, cut([part], minimum), minimum)


def one(given, **more):
    """What is shown of people who answered one question on a scale of five."""
    rows = [[each] for each in given]
    return shown(rows, rating("q", options=FIVE_STEPS), **more)


def test_below_five_nothing_is_shown_not_even_how_many():
    result = one("0123")

    assert result.is_hidden
    assert result.count is None
    assert result.themes[FASE, WETEN].detail is Detail.HIDDEN
    assert result.questions["q"].count is None


def test_from_five_a_mean_is_rounded_and_a_question_is_in_thirds():
    result = one("0012344")
    theme, question = result.themes[FASE, WETEN], result.questions["q"]

    assert theme.detail is Detail.ROUGH
    assert theme.mean == 50
    assert (theme.deviation, theme.interval, theme.agreement_of_theme) == (None, None, None)
    assert theme.word is Agreement.DIVIDED
    assert question.counts is None
    assert question.thirds == {Third.LOWER: 3, Third.MIDDLE: 1, Third.HIGHER: 3}
    assert question.agreement is None


def test_from_ten_everything_is_exact():
    result = one("0123401234")
    theme, question = result.themes[FASE, WETEN], result.questions["q"]

    assert theme.detail is Detail.EXACT
    assert theme.mean == 50
    assert theme.deviation == pytest.approx(37.267800)
    assert theme.interval.low == pytest.approx(23.340222)
    assert question.counts == answers(**dict.fromkeys("01234", 2))
    assert question.thirds is None
    assert question.deviation == Fraction(6, 5)


def test_what_all_or_all_but_one_gave_has_no_number():
    all_, but_one = one("2222222222"), one("2222222224")

    for result in (all_, but_one):
        question = result.questions["q"]
        assert question.nearly_all == "2"
        assert (question.counts, question.agreement, question.word) == (None, None, None)
        theme = result.themes[FASE, WETEN]
        assert theme.nearly_all
        assert (theme.deviation, theme.interval, theme.word) == (None, None, None)


def test_in_a_small_group_nearly_all_is_about_a_part_of_the_scale():
    question = one("343443").questions["q"]

    assert question.nearly_all is Third.HIGHER
    assert question.thirds is None


def test_a_question_needs_five_valid_answers_and_a_theme_five_scores():
    result = shown(
        [["0", "1"], ["1", "2"], ["2", ""], ["2", "0"], ["1", "1"], ["0", "weet-niet"]],
        rating("p"),
        rating("q", themes=((FASE, DOEN),)),
    )

    assert result.questions["p"].count == 6
    assert result.questions["q"].detail is Detail.HIDDEN
    assert result.themes[FASE, DOEN].detail is Detail.HIDDEN


def test_that_half_do_not_know_is_told_where_the_numbers_are_hidden():
    result = shown([["0"], ["1"], ["weet-niet"], ["weet-niet"], ["weet-niet"]], rating("q"))

    assert result.questions["q"].detail is Detail.HIDDEN
    assert result.questions["q"].most_unknown


def test_that_few_do_not_know_is_not_told_of_fewer_than_five():
    """Of six people one was asked, and does not know: that is about one person."""
    rows = [["nee", ""]] * 5 + [["ja", "weet-niet"]]
    first = choice("p", "ja", "nee")
    question = shown(rows, first, rating("q", when=when("p", "ja"))).questions["q"]

    assert question.detail is Detail.HIDDEN
    assert not question.most_unknown
    assert not question.is_empty


def test_a_question_that_nobody_answered_is_empty_and_not_hidden():
    rows = [["0", ""]] * 5

    question = shown(rows, rating("p"), rating("q", required=False)).questions["q"]

    assert question.is_empty


def test_a_few_who_skipped_a_question_make_its_theme_rough():
    rows = [["0", "1"], ["1", "2"], ["2", "2"], ["2", "0"], ["1", "1"]] * 2
    whole = shown(rows, rating("p"), rating("q")).themes[FASE, WETEN]
    one = shown([*rows, ["0", "weet-niet"]], rating("p"), rating("q")).themes[FASE, WETEN]
    five = shown([*rows, *[["0", "weet-niet"]] * 5], rating("p"), rating("q"))

    assert whole.detail is Detail.EXACT
    assert one.detail is Detail.ROUGH
    assert five.themes[FASE, WETEN].detail is Detail.EXACT


def test_detail_follows_the_people_with_an_answer_and_not_the_group():
    rows = [["0"], ["1"], ["2"], ["0"], ["1"], ["2"], ["weet-niet"]] + [["weet-niet"]] * 4

    result = shown(rows, rating("q"))

    assert result.count == 11
    assert result.questions["q"].detail is Detail.ROUGH
    assert result.questions["q"].apart == answers(weet_niet=5, nvt=0)


def test_a_whole_team_is_described_without_a_word_on_chance():
    theme = one("0123401234", size=10).themes[FASE, WETEN]

    assert theme.is_whole
    assert theme.interval is None
    assert theme.deviation is not None


def test_several_options_are_counted_each_and_have_no_agreement():
    rows = [[["a"]], [["a", "b"]], [["b"]], [["a"]], [["b"]]] * 2
    several = multiple("m", option("a", 1), option("b", 1), option("geen", 0))

    question = shown(rows, several).questions["m"]

    assert question.counts == answers(a=6, b=6, geen=0)
    assert question.agreement is None


@pytest.mark.parametrize(
    ("steps", "parts"),
    [(2, "lh"), (3, "lmh"), (4, "llhh"), (5, "llmhh"), (7, "lllmhhh")],
)
def test_a_scale_falls_apart_in_a_lower_part_a_middle_and_a_higher_part(steps, parts):
    names = {"l": Third.LOWER, "m": Third.MIDDLE, "h": Third.HIGHER}
    question = rating("q", options=tuple(option(str(own), own) for own in range(steps)))

    assert list(third_of(question).values()) == [names[each] for each in parts]


@pytest.mark.parametrize(
    ("value", "wanted"), [("52.4", 50), ("52.5", 55), ("0", 0), ("97.5", 100), ("2.49", 0)]
)
def test_a_small_group_s_mean_is_told_to_the_nearest_five(value, wanted):
    assert roughly(Fraction(value)) == wanted


def test_a_theme_on_two_scales_has_no_agreement():
    rows = [["0", "0"], ["1", "1"], ["2", "2"], ["1", "0"], ["0", "2"]]
    other = replace(rating("q", options=FIVE_STEPS[:3]), scale=ScaleId("ander"))

    assert shown(rows, rating("p"), other).themes[FASE, WETEN].word is None


# --- what nobody was asked --------------------------------------------------------------


PHASES = dimension(
    "fase", "weten", "doen", ordered=True, position=Position(question=QuestionId("w"), ahead=0)
)


def at(*places, minimum=5):
    """What is shown of people who say that they are at these places on the way."""
    own = build(
        choice("w", "weten", "doen"),
        rating("q"),
        rating("r", themes=((FASE, DOEN),)),
        dimensions=(PHASES,),
    )
    people = tuple(assessed(own, {"w": place, "q": "1", "r": "1"}) for place in places)
    part = TeamParts(team="a", size=None, parts=(Part(team="a", role=None, people=people),))
    return group_result(own, cut([part], minimum), minimum)


def test_a_theme_that_comes_later_for_everyone_is_not_yet_and_not_hidden():
    result = at(*["weten"] * 6)

    assert result.themes[FASE, DOEN].not_asked is WhyNot.NOT_YET
    assert result.questions["r"].not_asked is WhyNot.NOT_YET
    assert result.themes[FASE, WETEN].not_asked is None


def test_a_theme_that_one_person_was_asked_about_is_hidden_like_any_other():
    result = at("doen", *["weten"] * 6)

    assert result.themes[FASE, DOEN].not_asked is None
    assert result.themes[FASE, DOEN].detail is Detail.HIDDEN
    assert result.questions["r"].not_asked is None


def test_that_answers_are_not_applicable_is_not_told_as_not_asked():
    result = shown([["nvt"]] * 6, rating("q"))

    assert result.themes[FASE, WETEN].not_asked is None


def test_of_a_group_that_is_hidden_nothing_tells_what_it_was_asked():
    result = at(*["weten"] * 4)

    assert result.themes[FASE, DOEN].not_asked is None
    assert result.questions["r"].not_asked is None
