"""What could be plainer: rules that can be explained."""

import pytest

from quickscan.definitions.check import check_text
from quickscan.definitions.plain import MOST_SYLLABLES, syllables
from tests.unit.definitions.corpus import BROKEN


@pytest.mark.parametrize(
    ("word", "number"), [("kat", 1), ("gemeente", 3), ("verantwoordelijkheid", 6)]
)
def test_syllables_are_counted_as_words_are_broken(word, number):
    assert syllables(word, "nl") == number


def test_a_compound_with_a_hyphen_counts_by_its_parts():
    assert syllables("implementatie-quickscan", "nl") == syllables("implementatie", "nl")


def test_a_language_without_patterns_has_no_long_words():
    assert syllables("كلمة-طويلة", "xx") <= MOST_SYLLABLES


def test_a_word_that_the_introduction_explains_is_no_hard_word():
    path = BROKEN / "hard-word.yaml"
    explained = "introduction: {nl: '**Verantwoordelijkheid**, dat is taak.', en: A word.}\n"
    text = path.read_text("utf-8").replace("minutes: 5\n", f"minutes: 5\n{explained}")

    assert check_text(path, text).problems == ()
