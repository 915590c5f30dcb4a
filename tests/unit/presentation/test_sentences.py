import pytest

from quickscan.presentation.language import ours, translator
from quickscan.presentation.sentences import (
    capital,
    enumeration,
    in_words,
    lowered,
    quoted,
    stopped,
)

DUTCH = translator("nl")


@pytest.mark.parametrize(
    ("parts", "shown"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_a_dutch_list_has_no_comma_before_its_last_part(parts: list[str], shown: str):
    assert enumeration(parts, DUTCH) == shown


def test_numbers_below_eleven_are_written_in_words():
    assert [in_words(n, DUTCH) for n in (0, 1, 10, 11)] == ["nul", "één", "tien", "11"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("één stelling", "Eén stelling"), ("ijs", "IJs"), ("émile", "Émile"), ("", "")],
)
def test_a_sentence_begins_with_a_dutch_capital(text: str, shown: str):
    assert capital(text) == shown


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Blijven doen", "blijven doen"),
        ("GGZ", "GGZ"),
        ("IJsvrij", "ijsvrij"),
        ("B1-taal", "B1-taal"),
        ("E-health", "e-health"),
        ("", ""),
    ],
)
def test_inside_a_sentence_a_title_has_no_capital_but_an_abbreviation_does(title, shown):
    assert lowered(title) == shown


def test_a_quoted_statement_loses_its_stop():
    assert quoted("Het handboek ligt klaar.") == "‘Het handboek ligt klaar’"


@pytest.mark.parametrize(
    ("text", "ended"), [("Klaar", "Klaar."), ("Klaar?", "Klaar?"), ("…", "…"), ("", "")]
)
def test_a_sentence_ends_once(text, ended):
    assert stopped(text) == ended


def test_words_that_are_marked_as_ours_are_written_like_others():
    assert capital(ours("één stelling")) == ours("Eén stelling")
    assert lowered(ours("Klein")) == ours("klein")
    assert stopped(ours("Klaar")) == ours("Klaar.")
    assert stopped(ours("Klaar?")) == ours("Klaar?")
