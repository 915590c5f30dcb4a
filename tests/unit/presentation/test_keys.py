from quickscan.presentation.keys import KEYS, key_of


def test_every_key_is_one_character_and_chooses_one_answer():
    assert len({*KEYS}) == len(KEYS)
    assert [key_of(place) for place in (0, 8, 9, 34)] == ["1", "9", "a", "z"]


def test_what_no_key_can_choose_has_none_on_paper():
    assert key_of(len(KEYS)) == ""
