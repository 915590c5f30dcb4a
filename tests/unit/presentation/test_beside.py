"""Two groups beside each other in words: each reason, and the difference that is shown."""

from fractions import Fraction

import pytest

from quickscan.domain.anonymity import Detail, ShownTheme
from quickscan.domain.group_comparison import Chance, ThemeBeside, WhyNotBeside, WhyNoWord
from quickscan.presentation.beside import beside_in_words
from tests.builders import FASE, WETEN, questionnaire, rating

EXACT, HIDDEN = Detail.EXACT, ShownTheme(detail=Detail.HIDDEN)


def shown(mean, detail=EXACT):
    return ShownTheme(detail=detail, count=12, mean=Fraction(mean))


def words(**more):
    values = {"own": shown("62.4"), "other": shown("50.4"), **more}
    (row,) = beside_in_words(
        [ThemeBeside(place=(FASE, WETEN), **values)], questionnaire(rating()), "nl"
    )
    return row


@pytest.mark.parametrize("why", list(WhyNotBeside))
def test_every_reason_not_to_compare_is_told(why):
    assert words(why=why).words.startswith("niet te vergelijken: ")


@pytest.mark.parametrize("why", [each for each in WhyNoWord if each is not WhyNoWord.WHOLE])
def test_every_reason_not_to_speak_of_chance_is_told(why):
    assert "punt" not in words(why_no_word=why).words


def test_the_difference_is_that_of_the_whole_numbers_beside_it():
    row = words(difference=Fraction(12), word=Chance.BEYOND)

    assert (row.other, row.own) == ("50 van 100", "62 van 100")
    assert row.words == "12 punten hoger: groter dan toeval"


@pytest.mark.parametrize(
    ("own", "told"), [("50", "even hoog"), ("49", "één punt lager"), ("51", "één punt hoger")]
)
def test_small_differences_read_well(own, told):
    row = words(own=shown(own), difference=Fraction(0), word=Chance.POSSIBLE)

    assert row.words == f"{told}: kan toeval zijn"


def test_of_a_whole_team_the_difference_is_told_and_no_chance():
    row = words(difference=Fraction(12), why_no_word=WhyNoWord.WHOLE)

    assert row.words == "12 punten hoger"
    rough = shown(60, Detail.ROUGH)
    assert words(own=rough, why_no_word=WhyNoWord.WHOLE).own == "rond 60 van 100"


def test_what_is_hidden_on_both_sides_is_left_out():
    place = (FASE, WETEN)
    both = ThemeBeside(place=place, own=HIDDEN, other=HIDDEN, why=WhyNotBeside.HIDDEN)

    assert beside_in_words([both], questionnaire(rating()), "nl") == ()
    assert words(other=HIDDEN, why=WhyNotBeside.HIDDEN).other == "te weinig antwoorden"
