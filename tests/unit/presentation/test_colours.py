from dataclasses import replace

import pytest

from quickscan.presentation.colours import (
    DEFAULT_PALETTE,
    ColourError,
    ContrastError,
    HouseColours,
    check,
    contrast,
    contrasts,
    mix,
)

MEASURED = {
    ("ink", "ground"): 14.6,
    ("ink", "paper"): 15.5,
    ("ink", "soft"): 12.6,
    ("on-accent", "accent"): 8.4,
    ("on-accent", "ink"): 15.8,
    ("muted", "ground"): 8.1,
    ("muted", "paper"): 8.6,
    ("signal", "paper"): 6.9,
    ("signal", "ground"): 6.4,
    ("accent", "ground"): 7.8,
    ("accent", "paper"): 8.3,
    ("accent", "soft"): 6.7,
    ("edge", "ground"): 4.9,
    ("edge", "paper"): 5.3,
}
"""The table of the visual design."""


def test_the_contrasts_are_those_of_the_design():
    found = {(c.front, c.back): round(c.ratio, 1) for c in contrasts(DEFAULT_PALETTE)}

    assert found == MEASURED
    assert round(contrast(DEFAULT_PALETTE.line, DEFAULT_PALETTE.ground), 1) == 1.6


def test_the_contrast_of_black_and_white_is_21_and_of_equals_1():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#0b5563", "#0b5563") == 1


def test_a_mix_of_all_of_one_colour_is_that_colour():
    assert mix("#0b5563", "#ffffff", 1) == "#0b5563"
    assert mix("#0b5563", "#ffffff", 0) == "#ffffff"
    assert mix("#000000", "#ffffff", 0.5) == "#636363"


def test_our_own_colours_can_be_read():
    assert check(HouseColours()) == DEFAULT_PALETTE


def test_an_accent_that_is_too_light_is_refused_with_every_ratio():
    with pytest.raises(ContrastError) as refused:
        check(HouseColours(accent="#3aa0b5"))

    assert {(pair.front, pair.back) for pair in refused.value.pairs} == {
        ("on-accent", "accent"),
        ("accent", "ground"),
        ("accent", "paper"),
        ("accent", "soft"),
    }
    assert "--accent op --ground: contrast 2,8, nodig is 4,5" in refused.value.message("nl")


def test_a_ratio_just_too_low_is_not_rounded_up_to_enough():
    pair = replace(contrasts(DEFAULT_PALETTE)[0], ratio=4.499, needed=4.5)

    assert not pair.is_enough
    assert "contrast 4,4," in pair.in_words("nl")


@pytest.mark.parametrize("written", ["red", "#fff", "0b5563", "#0b55zz", ""])
def test_a_colour_is_written_in_six_hexadecimals(written: str):
    with pytest.raises(ColourError, match="accent"):
        HouseColours(accent=written)
