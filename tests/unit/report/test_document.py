"""The small rules of a document: signs, clipping, and sentences that end."""

import pytest

from quickscan.presentation.outcome import Mark, MarkState
from quickscan.report.document.naming import clipped
from quickscan.report.document.signs import sign_of, sign_of_fill


@pytest.mark.parametrize(("quarters", "sign"), list(enumerate("○◔◑◕●")))
def test_the_fuller_the_sign_the_more_points(quarters, sign):
    assert sign_of(Mark(state=MarkState.POINTS, label="x", quarters=quarters)) == sign


def test_what_has_no_points_is_a_square_of_its_own():
    states = (MarkState.UNKNOWN, MarkState.NOT_APPLICABLE, MarkState.SKIPPED)
    signs = {sign_of(Mark(state=state, label="x")) for state in states}

    assert len(signs) == 3
    assert not signs & set("○◔◑◕●")


def test_an_answer_that_is_not_scored_is_a_small_square():
    assert sign_of(Mark(state=MarkState.GIVEN, label="Stoepgesprek")) == "▪"


def test_bands_are_drawn_to_the_nearest_quarter():
    assert [sign_of_fill(rank / 3) for rank in range(4)] == ["○", "◔", "◕", "●"]
    assert [sign_of_fill(rank / 2) for rank in range(3)] == ["○", "◑", "●"]


def test_a_text_that_is_too_long_is_cut_between_words():
    assert clipped("Zet taken en uren op papier", 20) == "Zet taken en uren…"
    assert clipped("kort", 4) == "kort"


def test_a_word_that_is_too_long_is_cut_anywhere():
    assert clipped("x" * 50, 10) == "x" * 9 + "…"
