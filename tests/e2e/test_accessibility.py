"""What must hold for every page in every state; the pages are in `album`."""

import pytest


@pytest.mark.parametrize("size", ["1280 × 900", "360 × 640"])
def test_axe_finds_no_violation_on_any_page(findings, size):
    assert findings[f"axe at {size}"] == {}


def test_every_reference_leads_to_one_thing_on_its_page(findings):
    assert findings["references at 1280 × 900"] == {}


def test_every_question_is_one_group_with_its_help_attached_once(findings):
    assert findings["groups at 1280 × 900"] == {}


def test_every_page_has_one_first_heading_and_skips_no_level(findings):
    assert findings["headings at 1280 × 900"] == {}


@pytest.mark.parametrize("size", ["1280 × 900", "320 × 640"])
def test_everything_to_press_is_large_enough(findings, size):
    assert findings[f"targets at {size}"] == {}


@pytest.mark.parametrize("size", ["768 × 900", "320 × 640", "320 × 256"])
def test_no_page_scrolls_sideways_not_even_at_400_percent(findings, size):
    assert findings[f"sideways at {size}"] == {}


@pytest.mark.parametrize("size", ["1280 × 900", "768 × 900", "360 × 640", "320 × 640"])
def test_no_words_stick_out_of_what_is_drawn_around_them(findings, size):
    assert findings[f"cut at {size}"] == {}
    assert findings[f"letters at {size}"] == {}


@pytest.mark.parametrize("size", ["1280 × 900", "320 × 640"])
def test_wider_spacing_of_text_cuts_nothing_off(findings, size):
    assert findings[f"spaced at {size}"] == {}


def test_forced_colours_leave_every_button_field_and_drawing_visible(findings):
    assert findings["flat"] == {}


def test_nothing_moves_for_whom_motion_is_too_much(findings):
    assert findings["moving"] == {}


def test_a_page_with_errors_says_so_in_its_title(album):
    wrong = [picture for picture in album if "with errors" in picture.name]

    assert len(wrong) == 8
    assert all("<title>Fout:" in picture.html for picture in wrong)


def test_the_album_holds_pages_of_every_outcome(album):
    assert {picture.status for picture in album} == {200, 404, 409, 422, 503}


@pytest.mark.parametrize("name", ["Mantelzorgondersteuningsprogramma", "W" * 80])
def test_a_long_word_in_a_name_makes_no_page_scroll_sideways(window, name):
    window.page.set_viewport_size({"width": 320, "height": 640})
    window.begin(name=name).skip_to_result("een-begin")

    wide = {}
    for page in ("uitslag", "acties", "delen", "code"):
        window.go(f"/scan/{window.ref}/{page}")
        width = window.page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[page] = width
    assert wide == {}
