from quickscan.domain.conditions import AnyOf, Not, ThemeInBand
from quickscan.domain.ids import BandId, QuestionId, RoleId
from quickscan.domain.questionnaire import Position
from tests.builders import (
    DOEN,
    FASE,
    WETEN,
    advice,
    assessed,
    choice,
    dimension,
    places,
    questionnaire,
    rating,
    roles,
    when,
)

LOW = ("0", "1")
ON_DOEN = places(fase="doen")


def given(own, role=None, **answers):
    return [each.rule.id for each in assessed(own, answers, role).advice]


def two_themes(*rules, **more):
    return questionnaire(
        rating("a"), rating("b"), rating("c", themes=ON_DOEN), advice=rules, **more
    )


def test_advice_is_given_when_its_condition_holds():
    own = two_themes(advice("een", when("a", *LOW)))

    assert given(own, a="1") == ["een"]
    assert given(own, a="2") == []


def test_advice_for_a_role_is_for_that_role_only():
    rule = advice("een", when("a", *LOW), roles=(RoleId("r"),))
    own = two_themes(rule, roles=roles("r", "s"))

    assert given(own, "r", a="0") == ["een"]
    assert given(own, "s", a="0") == []
    assert given(own, a="0") == []


def test_the_theme_with_the_lowest_score_comes_first():
    own = two_themes(
        advice("weten", when("a", *LOW)), advice("doen", when("c", *LOW), themes=ON_DOEN)
    )

    assert given(own, a="1", b="1", c="0") == ["doen", "weten"]
    assert given(own, a="0", b="1", c="1") == ["weten", "doen"]


def test_a_theme_without_a_score_comes_last():
    weet_niet = advice("doen", when("c", "weet-niet"), themes=ON_DOEN)
    own = two_themes(weet_niet, advice("weten", when("a", *LOW)))

    assert given(own, a="1", b="2", c="weet-niet") == ["weten", "doen"]


def test_within_a_theme_the_rule_that_lost_most_points_comes_first():
    own = two_themes(advice("a", when("a", *LOW)), advice("b", when("b", *LOW)))

    assert given(own, a="1", b="0") == ["b", "a"]


def test_what_is_equal_stays_in_file_order():
    own = two_themes(advice("z", when("a", *LOW)), advice("a", when("b", *LOW)))

    assert given(own, a="0", b="0") == ["z", "a"]


def test_the_theme_people_are_at_comes_first_then_the_next():
    phases = ("weten", "doen", "blijven")
    position = Position(question=QuestionId("nu"), ahead=2)
    axis = dimension("fase", *phases, ordered=True, position=position)
    own = questionnaire(
        choice("nu", *phases),
        *(rating(f"q-{p}", themes=places(fase=p)) for p in phases),
        dimensions=(axis,),
        advice=[advice(p, when(f"q-{p}", *LOW), themes=places(fase=p)) for p in phases],
    )

    assert given(own, nu="doen", q_weten="0", q_doen="1", q_blijven="1") == [
        "doen",
        "blijven",
        "weten",
    ]


def test_the_reason_is_the_answered_questions_of_the_condition_in_file_order():
    rule = advice("een", AnyOf((when("c", "0"), Not(when("a", "2")), when("b", "2"))))
    own = two_themes(rule)

    assert assessed(own, {"a": "0", "c": "0"}).advice[0].because == ("a", "c")


def test_the_reason_of_a_band_is_the_questions_of_the_theme_that_lost_points():
    low = ThemeInBand(FASE, WETEN, (BandId("laag"),))
    own = questionnaire(*(rating(id) for id in "abcd"), advice=(advice("een", low),))
    outcome = assessed(own, {"a": "0", "b": "2", "c": "0", "d": "weet-niet"})

    assert outcome.advice[0].because == ("a", "c")


def test_a_band_does_not_hold_without_a_score():
    low = ThemeInBand(FASE, DOEN, (BandId("laag"),))
    own = two_themes(advice("een", low, themes=ON_DOEN))

    assert given(own, c="0") == ["een"]
    assert given(own, c="weet-niet") == []


def test_only_the_first_theme_that_an_advice_names_counts_for_its_order():
    axes = (dimension("fase", "weten", "doen"), dimension("factor", "geld"))
    money = rating("d", themes=places(factor="geld"))
    both = advice("beide", when("a", *LOW), themes=places(factor="geld", fase="weten"))
    own = two_themes(advice("doen", when("c", *LOW), themes=ON_DOEN), both)
    own = questionnaire(*own.questions.values(), money, dimensions=axes, advice=own.advice)

    assert given(own, a="0", b="0", c="1", d="2") == ["doen", "beide"]
