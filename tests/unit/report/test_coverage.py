"""What the fonts can show, and what happens to the rest."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from quickscan.report import coverage
from quickscan.report.coverage import printable

FONTS = Path(coverage.__file__).with_name("fonts")


def test_dutch_and_its_neighbours_stay_as_they_are():
    words = "één café, naïef, ’s avonds – ‘Łódź’ Şişli \u2011 € ½ ✓ ☐ → \u03b1 Ж"
    assert printable(words) == words


@pytest.mark.parametrize(
    "word", ["مرحبا", "שלום", "ሰላም", "Բարեւ", "გამარჯობა", "👍🏽", "👨‍👩‍👧"]
)
def test_scripts_and_emoji_that_we_have_a_font_for_stay(word):
    assert printable(word) == word


def test_a_character_without_a_font_is_told_apart_from_nothing():
    assert printable("Jansen 中文") == "Jansen \ufffd\ufffd"


def test_control_characters_are_left_out():
    assert printable("a\x00b\x07c\x1b") == "abc"


def test_what_turns_the_direction_of_text_is_left_out():
    assert printable("Jan\u202e netsnaJ\u2066x\u2069") == "Jan netsnaJx"


def test_strange_spaces_become_spaces_and_tabs_and_lines_stay():
    assert printable("a\u3000b\vc\td\ne") == "a b c\td\ne"


def test_half_a_character_is_left_out():
    assert printable("a\ud83db") == "ab"


def test_the_list_has_exactly_what_the_fonts_have():
    found: set[int] = set()
    for path in FONTS.glob("*.ttf"):
        with TTFont(path, lazy=True) as font:
            found |= font.getBestCmap().keys()

    assert {ord(own) for own in coverage.listed()} == found, "run fonts/list_coverage.py"


def test_every_font_comes_with_its_licence():
    licence = (FONTS / "OFL.txt").read_text("utf-8")

    for path in FONTS.glob("*.ttf"):
        family = path.stem.split("-")[0]
        assert family in licence or family == "QuickscanMarks"


def test_the_fonts_take_less_than_three_megabytes():
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 3_000_000
