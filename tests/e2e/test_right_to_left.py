"""A language that is read from right to left, in a real browser."""

import pytest

from tests.e2e.inspecting import look, prepare
from tests.e2e.window import OpenWindow, Window

LOOKS = ("axe", "references", "groups", "headings", "targets", "cut")
MIDDLE = """(selector) => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return (box.left + box.right) / 2;
}"""


@pytest.fixture
def reader(open_window: OpenWindow) -> Window:
    """Someone who reads Arabic, on the first page of statements."""
    window = open_window(locale="ar")
    window.go("/vragenlijst/rechts-naar-links/start")
    window.page.fill("#naam", "قهوة الحي")
    window.click(window.page.locator("form[data-next] button.button"))
    window.click(window.page.locator("main a[rel=next]"))
    return window


def middle(window: Window, selector: str) -> float:
    return float(window.page.evaluate(MIDDLE, selector))


def test_statements_run_from_right_to_left(reader):
    lowest, highest = (f"label:has(#w1--{option})" for option in ("nog-niet", "helemaal"))

    assert middle(reader, lowest) > middle(reader, highest) > middle(reader, ".apart")
    assert middle(reader, ".brand") > middle(reader, ".tools")


def test_the_path_begins_at_the_right(reader):
    places = reader.page.evaluate(
        """() => [...document.querySelectorAll(".progress svg.wide text")].map(
             (word) => [word.textContent, word.getBoundingClientRect().left])"""
    )

    assert [words for words, _ in places] == ["المعرفة", "العمل", "الاستمرار"]
    assert [left for _, left in places] == sorted((left for _, left in places), reverse=True)


def test_a_dutch_sentence_ends_at_its_right(reader):
    letter, stop = reader.page.evaluate(
        """() => {
             const words = document.querySelector("#notitie-hulp bdi").firstChild;
             return [2, 1].map((back) => {
               const range = document.createRange();
               range.setStart(words, words.length - back);
               range.setEnd(words, words.length - back + 1);
               return range.getBoundingClientRect().left;
             });
           }"""
    )

    assert letter < stop


@pytest.mark.parametrize("width", [1280, 360])
def test_a_page_from_right_to_left_is_for_everybody(reader, width):
    reader.page.set_viewport_size({"width": width, "height": 800})
    prepare(reader)

    assert {what: found for what in LOOKS if (found := look(reader, what))} == {}
    assert look(reader, "sideways") == []
