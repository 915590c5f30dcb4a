"""A team result in words: what may be shown, and not a figure more."""

import re
from datetime import date

from quickscan.domain.anonymity import Part, TeamParts, cut
from quickscan.domain.group_results import group_result
from quickscan.domain.ids import QuestionId, RoleId
from quickscan.domain.questionnaire import Position
from quickscan.presentation.outcome.values import PlaceState
from quickscan.presentation.team_outcome import Group, Showing, team_outcome
from tests.builders import (
    DOEN,
    FASE,
    advice,
    assessed,
    choice,
    dimension,
    multiple,
    option,
    rating,
    text,
    when,
)
from tests.builders import questionnaire as build

DAY = date(2026, 11, 24)


def told(rows, *questions, size=None, about="", language="nl", minimum=5, **more):
    """A team in words, of people who each gave a row of answers to these questions."""
    own = build(*questions, **more)
    names = [question.id for question in questions]
    people = tuple(
        assessed(own, {name: each for name, each in zip(names, row, strict=True) if each})
        for row in rows
    )
    part = Part(team="a", role=None, people=people)
    blocks = cut([TeamParts(team="a", size=size, parts=(part,))], minimum)
    group = Group(result=group_result(own, blocks, minimum), population=size)
    return team_outcome(
        own, [group], language, name="Noord", finished=DAY, about=about, minimum=minimum
    )


def side(rows, *questions, **more):
    (own,) = told(rows, *questions, **more).sides
    return own


def statement(given, **more):
    """What is told of one question that these people answered."""
    return side([[each] for each in given], rating("q", **more)).themes[0].statements[0]


def theme(given, **more):
    return side([[each] for each in given], rating("q"), **more).themes[0]


# --- themes -----------------------------------------------------------------------------


def test_a_small_team_is_told_around_which_multiple_of_five_it_is():
    own = theme("001122", size=9)

    assert own.place.words == "rond 50 van 100"
    assert (own.showing, own.interval, own.rwg) == (Showing.ROUGH, "", "")
    assert own.place.calculation == (
        "Het gemiddelde van zes scores ligt rond 50 van 100. We ronden het af op vijf."
    )


def test_from_ten_people_a_score_is_whole_with_where_it_may_lie():
    own = theme("0011222222222")

    assert own.place.words == "77 van 100"
    assert (own.interval, own.low, own.high) == ("53 tot 100", 53, 100)
    assert "tussen 53 en 100" in " ".join(own.sentences)
    assert "lopen ver uiteen" in " ".join(own.sentences)


def test_of_a_whole_team_there_is_no_word_on_chance():
    own = side([[each] for each in "0011222222222"], rating("q"), size=13)

    assert own.took_part == "Het hele team deed mee: 13 mensen."
    assert own.themes[0].interval == ""
    assert "waarschijnlijk" not in " ".join(own.themes[0].sentences)


def test_where_nearly_all_have_one_score_no_exact_mean_tells_who_has_another():
    own = theme("2" * 10 + "1")

    assert own.showing is Showing.NEARLY_ALL
    assert own.place.words == "rond 95 van 100"
    assert own.place.score == 95


def test_a_hidden_theme_says_what_is_needed_and_never_how_many_are_missing():
    own = theme(["1", "1", "1", *["weet-niet"] * 3])

    assert own.place.state is PlaceState.HIDDEN
    assert own.place.words == ""
    assert own.sentences == ("We tonen een score vanaf vijf mensen met genoeg antwoorden.",)
    assert own.place.calculation == (
        "Er zijn te weinig antwoorden om te tonen. We tonen een score vanaf vijf mensen met"
        " genoeg antwoorden."
    )


def test_a_higher_minimum_is_the_one_that_is_told():
    own = theme(["1", "1", "1", "0", "0", "0", *["weet-niet"] * 3], minimum=7)

    assert "vanaf zeven mensen" in own.sentences[0]


def test_what_nobody_was_asked_is_not_yet_and_has_no_statements():
    way = dimension(
        "fase",
        "weten",
        "doen",
        ordered=True,
        position=Position(question=QuestionId("w"), ahead=0),
    )
    questions = (
        choice("w", "weten", "doen"),
        rating("q"),
        rating("r", themes=((FASE, DOEN),)),
    )

    own = side([["weten", "1", ""]] * 6, *questions, dimensions=(way,)).themes[1]

    assert own.place.state is PlaceState.NOT_YET
    assert own.place.spoken == "doen: nog niet aan de orde."
    assert (own.is_asked, own.statements) == (False, ())


# --- statements -------------------------------------------------------------------------


def test_a_small_team_is_counted_in_three_parts_of_the_scale():
    own = statement(["0", "1", "2", "2", "0", "weet-niet"])

    assert [(each.label, each.number, each.apart) for each in own.tallies] == [
        ("lager", 2, False),
        ("midden", 1, False),
        ("hoger", 2, False),
        ("weet-niet", 1, True),
    ]
    assert own.spoken == "Lager: 2, midden: 1, hoger: 2. Daarnaast weet-niet: 1."
    assert own.brief == "2 lager, 1 midden, 2 hoger"
    assert own.words == "Jullie zijn verdeeld"


def test_from_ten_people_each_option_is_counted():
    own = statement("0112222200")

    assert [(each.label, each.number) for each in own.tallies][:3] == [
        ("0", 3),
        ("1", 2),
        ("2", 5),
    ]
    assert own.brief == "3 lager, 2 midden, 5 hoger"
    assert own.rwg == "0,00"


def test_of_nearly_everyone_no_number_is_told():
    own = statement(["2", "2", "2", "2", "0"])

    assert own.words == "Bijna iedereen koos hoger"
    assert own.tallies == ()
    assert not re.search("[0-9]", " ".join((own.words, own.brief, *own.more)))


def test_of_nearly_everyone_among_few_who_know_that_is_said():
    own = statement([*["2"] * 5, *["weet-niet"] * 6])

    assert own.words == "Van wie het weet, koos bijna iedereen hoger"
    assert own.more[-1] == "De helft of meer weet dit niet."


def test_hidden_and_empty_are_told_apart_and_many_unknown_is_in_words():
    hidden = statement(["1", "1", *["weet-niet"] * 4])
    empty = statement([""] * 6)

    assert (hidden.showing, empty.showing) == (Showing.HIDDEN, Showing.EMPTY)
    assert hidden.words == "Te weinig antwoorden om te tonen"
    assert hidden.more == (
        "We tonen dit vanaf vijf mensen met een antwoord dat telt.",
        "De helft of meer weet dit niet.",
    )
    assert empty.words == "Niemand gaf antwoord"


def test_options_without_a_scale_are_counted_from_ten_people():
    rows = [["a"], ["b"], ["a"], ["b"], ["c"], ["c"]]
    question = choice("w", "a", "b", "c")

    few, many = side(rows, question).own[0], side(rows * 2, question).own[0]

    assert few.showing is Showing.HIDDEN
    assert few.more == ("We tonen dit vanaf tien mensen met een antwoord dat telt.",)
    assert [each.number for each in many.tallies] == [4, 4, 4]


def test_an_option_that_is_called_like_a_part_of_the_scale_is_not_one():
    question = multiple("m", option("lower", 1), option("anders", 0))

    own = side([[("lower",)]] * 6, question).themes[0].statements[0]

    assert own.words == "Bijna iedereen koos ‘lower’"


def test_what_lower_and_higher_mean_is_told_once():
    assert side([[each] for each in "001122"], rating("q")).key == (
        "Elk teken is één antwoord. Lager is ‘0’, midden is ‘1’ en hoger is ‘2’."
    )


# --- the group --------------------------------------------------------------------------


def test_how_many_took_part_and_of_how_many():
    rows = [[each] for each in "001122"]

    assert side(rows, rating("q")).took_part == "Zes mensen deden mee."
    assert side(rows, rating("q"), size=9).took_part == "Zes van de negen mensen deden mee."


def test_of_a_hidden_group_nothing_is_told_but_that_and_what_is_needed():
    own = side([["1"]] * 4, rating("q"), size=6)

    assert own.is_hidden
    assert own.took_part == "Te weinig antwoorden om te tonen."
    assert own.needed == (
        "We tonen iets vanaf vijf mensen die meededen, en als dat minstens de helft van het"
        " team is."
    )
    assert (own.headline, own.own, own.advice, own.strengths) == ("", (), (), ())
    assert {each.showing for each in own.themes} == {Showing.HIDDEN}


def test_what_stands_out_comes_with_its_question_to_talk_about():
    questions = (rating("p"), rating("q", talk=text("Waar zie je dat?")))
    rules = (advice("doe-dit", when("p", "0")),)

    own = side(["02", "00", "02", "00", "02", "00"], *questions, advice=rules)

    assert [each.id for each in own.attention] == ["p", "q"]
    assert [each.talk for each in own.divided] == ["Waar zie je dat?"]
    assert [each.id for each in own.advice] == ["doe-dit"]
    assert [each.id for each in own.themes[0].place.advice] == ["doe-dit"]


def test_the_headline_names_the_highest_the_lowest_and_the_divided():
    questions = (rating("p"), rating("q", themes=((FASE, DOEN),)))

    own = side(["20", "22", "20", "12", "20", "12"], *questions)

    assert own.headline == (
        "Het hoogst: weten, rond 85 van 100. Het laagst: doen, rond 50 van 100. Verdeeld zijn"
        " jullie over doen."
    )


def test_sides_stand_beside_each_other_with_the_same_themes():
    own = build(rating("q"), roles=())
    people = tuple(assessed(own, {"q": each}) for each in "001122")
    parts = tuple(Part(team="a", role=RoleId(role), people=people) for role in "xy")
    blocks = cut([TeamParts(team="a", size=12, parts=parts)])
    groups = [Group(name=str(b.role), result=group_result(own, (b,))) for b in blocks]

    found = team_outcome(own, groups, "nl", name="Noord", finished=DAY)

    assert [each.name for each in found.sides] == ["x", "y"]
    assert len({tuple(t.place.id for t in each.themes) for each in found.sides}) == 1


def test_the_account_tells_only_what_these_groups_have():
    rough = " ".join(told([[each] for each in "001122"], rating("q")).explanation)
    exact = " ".join(told([[each] for each in "0011222222"], rating("q")).explanation)

    assert "ronden we een gemiddelde af op vijf" in rough
    assert "standaardafwijking" not in rough
    assert "standaardafwijking" in exact
    assert "op vijf" not in exact


def test_it_can_be_told_in_english():
    found = told([[each] for each in "001122"], rating("q"), language="en", size=9)

    assert found.sides[0].took_part == "Six of the nine people took part."
    assert found.sides[0].themes[0].place.words == "around 50 of 100"
