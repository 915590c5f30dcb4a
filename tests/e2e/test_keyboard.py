import pytest

from tests.e2e.window import MAIN

FOCUSED = """() => {
  const own = document.activeElement;
  return own === document.body ? "" : own.id || own.innerText.trim() || own.tagName;
}"""

# A radio shows its focus on the label around it.
SHOWS_FOCUS = """() => {
  const own = document.activeElement;
  return [own, own.closest("label")].filter(Boolean).some((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0;
  });
}"""

WITHIN_VIEW = """() => {
  const { top, bottom, left, right } = document.activeElement.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
}"""


@pytest.fixture
def press(window):
    def press_one(*keys):
        for key in keys:
            window.page.keyboard.press(key)
        return window.find(FOCUSED)

    return press_one


def tab_to(press, wanted):
    for _ in range(60):
        if (there := press("Tab")) == wanted:
            return
        assert there, f"went past {wanted}"
    raise AssertionError(f"never came to {wanted}")


def test_the_first_tab_leads_past_the_header(window, press):
    window.go("/")

    assert press("Tab") == "Naar de inhoud"
    assert window.find(WITHIN_VIEW)
    assert press("Enter") == "inhoud"
    assert press("Tab") == "Start de Quickscan"


def test_a_whole_scan_is_answered_without_a_mouse(window, press):
    window.go(f"/vragenlijst/{MAIN}/")
    tab_to(press, "Begin")
    enter(window)
    tab_to(press, "rol--ontwikkelaar")
    assert press("ArrowDown") == "rol--organisatie"
    tab_to(press, "huidige-fase--ontwikkelen")
    press("Space")
    enter(window)
    tab_to(press, "Verder met de vragen")
    enter(window)
    while "/onderdeel/" in window.path:
        groups = window.page.locator("form[data-next] fieldset").all()
        for group in groups:
            tab_to(press, group.locator("input").first.get_attribute("id"))
            press("ArrowRight", "ArrowRight")
        enter(window)
    tab_to(press, "Rond af en bekijk de uitslag")
    enter(window)

    assert window.path.endswith("/uitslag")
    assert window.page.get_by_text("50 van 100").count()


def enter(window):
    with window.page.expect_navigation(wait_until="domcontentloaded"):
        window.page.keyboard.press("Enter")


@pytest.mark.parametrize("path", ["/", f"/vragenlijst/{MAIN}/start", "page of statements"])
def test_where_the_keyboard_is_can_be_seen_all_the_way(window, press, path):
    if path.startswith("/"):
        window.go(path)
    else:
        window.begin()
    unseen = []
    while there := press("Tab"):
        if not (window.find(SHOWS_FOCUS) and window.find(WITHIN_VIEW)):
            unseen.append(there)

    assert unseen == []


def test_after_a_mistake_the_focus_is_on_what_is_wrong_and_leads_to_the_answer(window, press):
    window.begin(phase="ontwikkelen")
    first = window.page.locator("form[data-next] fieldset input").first.get_attribute("id")
    window.send()

    assert window.find(FOCUSED) == "fouten"
    assert window.find(SHOWS_FOCUS)
    press("Tab")
    press("Enter")
    assert window.find(FOCUSED) == first
    assert press("ArrowRight") != first
    assert window.page.locator("form[data-next] input:checked").count() == 1


def test_from_a_mistyped_code_the_keyboard_leads_to_its_field(window, press):
    window.go("/")
    window.page.fill("#code", "H47M")
    window.click(window.page.get_by_role("button", name="Ga verder"))

    assert window.page.title().startswith("Fout:")
    assert window.find(FOCUSED) == "fouten"
    press("Tab")
    press("Enter")
    assert window.find(FOCUSED) == "code"
    assert window.find(WITHIN_VIEW)
    assert window.page.input_value("#code") == "H47M"


def test_without_javascript_a_page_with_mistakes_still_begins_with_them(open_window):
    window = open_window(java_script_enabled=False)
    window.go(f"/vragenlijst/{MAIN}/start")
    window.send()

    assert window.page.locator("main > :first-child").get_attribute("role") == "alert"
    window.page.locator("#fouten a").first.click()
    assert window.path.endswith("#rol--ontwikkelaar")


def test_after_nine_answers_letters_choose_from_paper(window, press):
    window.go("/vragenlijst/lange-keuze/start")
    tab_to(press, "nieuw--ja")
    press("2")
    assert window.page.locator("#nieuw--nee").is_checked(), "what is asked first has keys too"
    window.send().forward()
    months, ready = window.page.locator("form[data-next] fieldset").all()
    tab_to(press, months.locator("input").first.get_attribute("id"))

    press("b", "2")
    assert months.locator('input[value="november"]').is_checked()
    assert ready.locator('input[value="ja"]').is_checked()

    months.locator("input:checked").focus()
    press("d", "Control+a")
    assert months.locator('input[value="november"]').is_checked(), "no box has this key"
    press("Shift+C")
    assert months.locator('input[value="december"]').is_checked()


def test_answers_from_paper_are_taken_over_with_figures_alone(window, press):
    window.begin(phase="ontwikkelen")
    groups = window.page.locator("form[data-next] fieldset").all()
    assert window.page.get_by_text("Neem je antwoorden over van papier?").is_visible()
    tab_to(press, groups[0].locator("input").first.get_attribute("id"))

    for _ in groups:
        press("3")

    assert all(group.locator("input").nth(2).is_checked() for group in groups)
    assert window.find(FOCUSED) == "_notitie", "after the statements come the notes"


def test_at_one_screen_for_all_a_figure_and_enter_answer_a_statement(window, press):
    window.go(f"/vragenlijst/{MAIN}/samen")
    window.forward().choose("organisatie", "ontwikkelen")
    window.send().forward()
    first = window.path

    assert press("4") == "Volgende vraag"
    with window.page.expect_navigation():
        window.page.keyboard.press("Enter")

    assert "Vraag 2 van" in window.page.inner_text("main")
    window.go(first)
    assert window.page.locator(".statement input:checked").get_attribute("value") == (
        "grotendeels"
    )
