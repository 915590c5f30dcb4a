"""Codes: what is mistyped is noticed, what looks alike is forgiven, and nobody can guess."""

from collections.abc import Callable
from math import log2

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quickscan.services import codes
from quickscan.services.codes import (
    ALPHABET,
    LENGTH,
    MistypedCodeError,
    draw,
    normalise,
    shown,
)

LOOK_ALIKES = {"2": "Zz", "5": "Ss", "8": "Bb", "6": "Gg", "V": "Uu"}


drawn_codes = st.integers(0, 2**32).map(str).map(codes.Codes(b"k" * 32).reading_code)
"""Codes that follow from a name, so that a failure can be repeated."""

places = st.integers(0, LENGTH - 1)


def _refused(typed: str) -> bool:
    try:
        normalise(typed)
    except MistypedCodeError:
        return True
    return False


def test_no_two_characters_look_alike() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 25
    for pair in ("0OQ", "1IL", "2Z", "5S", "8B", "6G", "UV"):
        assert sum(character in ALPHABET for character in pair) <= 1


def test_there_are_at_least_fifty_bits_in_a_code() -> None:
    accepted = len(ALPHABET) / 29

    assert log2(len(ALPHABET) ** (LENGTH - 1) * accepted) >= 50


def test_a_drawn_code_is_one_that_is_read_back() -> None:
    drawn = {draw() for _ in range(100)}

    assert len(drawn) == 100
    assert all(shown(normalise(code)) == code for code in drawn)


@given(drawn_codes)
def test_a_code_is_shown_in_three_groups_and_read_back(code: str) -> None:
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert shown(normalise(code)) == code


@given(drawn_codes, places, st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(code: str, place: int, wrong: str) -> None:
    right = normalise(code)
    assume(right[place] != wrong)

    assert _refused(right[:place] + wrong + right[place + 1 :])


@given(drawn_codes, places, places)
def test_two_characters_that_changed_places_are_always_noticed(
    code: str, one: int, other: int
) -> None:
    right = list(normalise(code))
    assume(right[one] != right[other])
    right[one], right[other] = right[other], right[one]

    assert _refused("".join(right))


@given(drawn_codes, places)
def test_a_missing_or_extra_character_is_always_noticed(code: str, place: int) -> None:
    right = normalise(code)

    assert _refused(right[:place] + right[place + 1 :])
    assert _refused(right + right[place])


@given(drawn_codes, st.data())
def test_case_spaces_dashes_and_look_alikes_do_not_matter(
    code: str, data: st.DataObject
) -> None:
    def typed(character: str) -> str:
        ways = character + character.lower() + LOOK_ALIKES.get(character, "")
        between = data.draw(st.sampled_from(["", " ", "-", "\u2011", "\u00a0", "."]))
        return data.draw(st.sampled_from(ways)) + between

    assert normalise("".join(typed(own) for own in normalise(code))) == normalise(code)


@given(st.text(max_size=40))
def test_anything_typed_is_a_code_or_refused(typed: str) -> None:
    if not _refused(typed):
        assert len(normalise(typed)) == LENGTH


@pytest.mark.parametrize("make", [codes.Codes.return_hmac, codes.Codes.reading_hmac])
def test_the_hmac_depends_on_the_key_and_the_kind(
    make: Callable[[codes.Codes, str], str],
) -> None:
    own, other = codes.Codes(b"a" * 32), codes.Codes(b"b" * 32)
    code = own.new_return_code()

    assert make(own, code) == make(own, code.lower())
    assert make(own, code) != make(other, code)
    assert own.return_hmac(code) != own.reading_hmac(code)
