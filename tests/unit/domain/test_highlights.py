"""What a team can talk about, from what is shown."""

from quickscan.domain.anonymity import Part, TeamParts, cut
from quickscan.domain.group_results import group_result
from quickscan.domain.highlights import highlights
from tests.builders import advice, assessed, multiple, option, rating, when
from tests.builders import questionnaire as build


def team(rows, *questions, rules=()):
    """The result of people who each gave a row of answers to these questions."""
    own = build(*questions, advice=rules)
    names = [question.id for question in questions]
    people = tuple(assessed(own, dict(zip(names, row, strict=True))) for row in rows)
    part = Part(team="a", role=None, people=people)
    return group_result(own, cut([TeamParts(team="a", size=None, parts=(part,))]))


def names(questions):
    return [question.id for question in questions]


def test_a_statement_that_three_quarters_find_in_place_goes_well():
    found = highlights(team(["22", "22", "22", "20", "20"], rating("p"), rating("q")))

    assert names(found.strengths) == ["p"]


def test_a_statement_that_half_find_lacking_asks_attention():
    rows = ["02", "01", "00", "20", "20", "12"]

    assert names(highlights(team(rows, rating("p"), rating("q"))).attention) == ["p", "q"]


def test_the_good_side_of_a_reversed_statement_is_the_lower_one():
    found = highlights(team(["0"] * 5, rating("p", reversed=True)))

    assert names(found.strengths) == ["p"]
    assert names(found.attention) == []


def test_with_ten_people_options_are_counted_by_their_part_of_the_scale():
    found = highlights(team(["2"] * 8 + ["1", "0"], rating("p")))

    assert names(found.strengths) == ["p"]


def test_people_who_differ_more_than_half_are_divided():
    assert names(highlights(team(["0", "2"] * 3, rating("p"))).divided) == ["p"]


def test_what_half_do_not_know_is_to_find_out():
    rows = [["0"], ["1"], ["weet-niet"], ["weet-niet"], ["weet-niet"]]

    assert names(highlights(team(rows, rating("p"))).to_find_out) == ["p"]


def test_advice_is_for_a_team_when_it_is_for_half_of_its_people():
    rules = (advice("weinig", when("p", "2")), advice("veel", when("p", "0")))

    assert names(team(["0", "0", "0", "2", "1"], rating("p"), rules=rules).advice) == ["veel"]


def test_no_advice_comes_from_what_is_hidden():
    rules = (advice("veel", when("p", "0")),)

    assert team(["0"] * 4, rating("p"), rules=rules).advice == ()


def test_no_advice_comes_from_a_question_that_is_hidden():
    """Of seven people four answered it, all the lowest: the rule would tell that."""
    rules = (advice("veel", when("q", "0")),)
    rows = [["1", "0"], ["0", "0"], ["2", "0"], ["1", "0"], ["1", "weet-niet"]]
    rows += [["0", "weet-niet"], ["2", "weet-niet"]]

    assert team(rows, rating("p"), rating("q"), rules=rules).advice == ()


def test_options_of_which_several_can_be_chosen_are_neither_good_nor_lacking():
    own = multiple("m", option("a", 1), option("b", 1), option("geen", 0))

    found = highlights(team([[["a"]]] * 6, own))

    assert (found.strengths, found.attention) == ((), ())
