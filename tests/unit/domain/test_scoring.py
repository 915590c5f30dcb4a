from fractions import Fraction

import pytest

from quickscan.domain.ids import DimensionId, QuestionId, ThemeId
from quickscan.domain.questionnaire import Scoring
from quickscan.domain.questions import TextQuestion
from quickscan.domain.scoring import Score, WhyNoScore
from tests.builders import (
    FASE,
    WETEN,
    assessed,
    dimension,
    multiple,
    option,
    places,
    questionnaire,
    rating,
    text,
)


def score_of(own, theme=WETEN, axis=FASE, **given):
    return assessed(own, given).themes[axis][theme]


def test_a_score_is_what_was_earned_out_of_what_was_within_reach():
    own = questionnaire(rating("a"), rating("b"))

    assert score_of(own, a="2", b="1") == Score(earned=3, possible=4, answered=2)


def test_a_score_is_exact():
    own = questionnaire(rating("a"), rating("b"), rating("c"))

    assert score_of(own, a="2", b="2", c="1").value == Fraction(250, 3)


def test_a_question_counts_as_often_as_its_weight():
    own = questionnaire(rating("a", weight=3), rating("b"))

    assert score_of(own, a="2", b="0").share == Fraction(3, 4)


def test_a_reversed_question_earns_what_was_not_chosen():
    own = questionnaire(rating("a", reversed=True))

    assert score_of(own, a="0").share == 1


def test_not_knowing_and_skipping_stay_among_what_was_asked():
    own = questionnaire(*(rating(id) for id in "abcd"))
    score = score_of(own, a="2", b="2", c="weet-niet")

    assert (score.answered, score.unknown, score.skipped, score.asked) == (2, 1, 1, 4)


def test_what_does_not_apply_leaves_what_was_asked():
    own = questionnaire(rating("a"), rating("b"))
    score = score_of(own, a="2", b="nvt")

    assert (score.not_applicable, score.asked, score.value) == (1, 1, 100)


@pytest.mark.parametrize(("given", "why"), [(["a"], WhyNoScore.TOO_FEW), (["a", "b"], None)])
def test_a_score_needs_answers_with_points_to_half_of_the_questions(given, why):
    own = questionnaire(*(rating(id) for id in "abcd"))

    assert score_of(own, **dict.fromkeys(given, "1")).why == why


def test_how_much_must_be_answered_can_be_set():
    scoring = Scoring(minimum_answered=Fraction(3, 4))
    own = questionnaire(*(rating(id) for id in "abcd"), scoring=scoring)

    assert score_of(own, a="1", b="1").why is WhyNoScore.TOO_FEW


def test_a_dimension_can_ask_for_a_number_of_answers():
    own = questionnaire(
        rating("a"), rating("b"), dimensions=(dimension("fase", "weten", minimum_count=3),)
    )

    assert score_of(own, a="2", b="2").why is WhyNoScore.TOO_FEW


def test_a_theme_of_which_nothing_applies_counts_as_not_asked():
    own = questionnaire(rating("a"), rating("b"))

    assert score_of(own, a="nvt", b="nvt").why is WhyNoScore.NOT_ASKED


def test_several_options_earn_the_sum_of_their_points():
    options = (option("een", 1), option("twee", 2), option("geen", 0))
    own = questionnaire(multiple("m", *options))

    assert score_of(own, m=["twee"]).share == Fraction(2, 3)


def test_choosing_none_of_several_options_is_skipping():
    own = questionnaire(multiple("m", option("een", 1), option("geen", 0)))

    assert score_of(own, m=[]).skipped == 1


def test_text_with_a_theme_is_never_scored():
    words = TextQuestion(id=QuestionId("t"), text=text(), themes=places(fase="weten"))
    own = questionnaire(rating("a"), words)

    assert score_of(own, a="2", t="Goed.") == Score(earned=2, possible=2, answered=1)


def test_a_cell_needs_one_answer_where_its_themes_need_more():
    axes = (dimension("fase", "weten"), dimension("factor", "geld", minimum_count=2))
    own = questionnaire(
        rating("a", themes=places(fase="weten", factor="geld")),
        rating("b"),
        dimensions=axes,
    )
    outcome = assessed(own, {"a": "1"})
    pair = (DimensionId("fase"), DimensionId("factor"))

    assert outcome.cells[pair][WETEN, ThemeId("geld")].value == 50
    assert outcome.themes[DimensionId("factor")][ThemeId("geld")].value is None


def test_dimensions_without_a_shared_question_have_no_cells():
    axes = (dimension("fase", "weten"), dimension("factor", "geld"))
    own = questionnaire(
        rating("a"), rating("b", themes=places(factor="geld")), dimensions=axes
    )

    assert assessed(own, {"a": "1", "b": "1"}).cells == {}


def overall(**given):
    own = questionnaire(
        *(rating(id) for id in "ab"),
        rating("c", themes=places(fase="doen")),
        scoring=Scoring(overall=FASE),
    )
    return assessed(own, given).overall


def test_the_total_weighs_every_theme_equally():
    assert overall(a="2", b="2", c="0") == 50


def test_there_is_no_total_where_a_theme_has_no_score():
    assert overall(a="2", b="2", c="weet-niet") is None


def test_a_theme_that_does_not_apply_is_left_out_of_the_total():
    assert overall(a="2", b="1", c="nvt") == 75


def test_no_total_is_made_unless_the_questionnaire_asks_for_it():
    assert assessed(questionnaire(rating("a")), {"a": "2"}).overall is None


@pytest.mark.parametrize(("given", "expected"), [("0", "laag"), ("1", "hoog"), ("2", "hoog")])
def test_a_band_starts_exactly_where_it_says(given, expected):
    assert assessed(questionnaire(rating("a")), {"a": given}).bands == {
        (FASE, WETEN): expected
    }
