from hypothesis import given
from hypothesis import strategies as st

from quickscan.presentation.charts.lettering import fits, width, wrap

SOFT = "\N{SOFT HYPHEN}"


def test_bold_is_wider():
    assert width("Ontwikkelen", 18, bold=True) > width("Ontwikkelen", 18)


def test_a_long_word_is_broken_where_its_author_said():
    word = f"Ontwikke{SOFT}laars"

    assert wrap(word, 80, 18) == ("Ontwikke-", "laars")
    assert wrap(word, 200, 18) == ("Ontwikkelaars",)
    assert not fits(word, 80, 18)


def test_a_word_in_arabic_letters_stays_whole():
    assert wrap("الاستمرار", 30, 18) == ("الاستمرار",)
    assert wrap("يحتاج إلى اهتمام", 80, 14) == ("يحتاج إلى", "اهتمام")


def test_joined_letters_and_marks_on_letters_take_little_room():
    assert width("الاستمرار", 10) < 60
    assert width("مُدَّة", 10) == width("مدة", 10)


def test_no_two_letters_are_left_alone():
    *_, last = wrap("Vertrouwenspersonen", 120, 18)

    assert len(last) >= 3


@given(st.text(alphabet="abcdefg hij", max_size=80), st.integers(40, 300))
def test_a_wrapped_text_fits_and_loses_no_letter(text: str, room: int):
    lines = wrap(text, room, 18)

    assert all(width(line, 18) <= room for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace(" ", "")
