from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickscan.presentation.language import translator
from quickscan.presentation.numbers import (
    decimal,
    is_told_exactly,
    out_of_100,
    shortest,
    whole,
)


@pytest.mark.parametrize(
    ("value", "shown"), [("0", 0), ("1/2", 1), ("62.5", 63), ("62.49", 62), ("-1/2", 0)]
)
def test_a_half_rounds_up(value: str, shown: int):
    assert whole(Fraction(value)) == shown


@given(st.fractions())
def test_rounding_is_never_further_off_than_a_half(value: Fraction):
    assert -Fraction(1, 2) < whole(value) - value <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("value", "digits", "language", "shown"),
    [
        ("62.5", 1, "nl", "62,5"),
        ("62.5", 1, "en", "62.5"),
        ("0.05", 1, "nl", "0,1"),
        ("1/3", 2, "nl", "0,33"),
        ("-7/4", 1, "nl", "−1,7"),
        ("7", 0, "nl", "7"),
    ],
)
def test_a_decimal_has_a_comma_in_dutch(value: str, digits: int, language: str, shown: str):
    assert decimal(Fraction(value), digits, language) == shown


@pytest.mark.parametrize(
    ("value", "shown", "exact"),
    [
        ("55", "55", True),
        ("62.5", "62,5", True),
        ("81.25", "81,25", True),
        ("100/3", "33,33", False),
    ],
)
def test_a_number_has_no_more_decimals_than_it_needs(value: str, shown: str, *, exact: bool):
    assert shortest(Fraction(value), "nl") == shown
    assert is_told_exactly(Fraction(value)) is exact


def test_a_score_is_out_of_a_hundred_and_no_percentage():
    assert out_of_100(Fraction(125, 2), translator("nl")) == "63 van 100"
