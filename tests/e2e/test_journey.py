import pytest

from tests.e2e.window import REPORT_SECONDS


def test_the_whole_journey_in_dutch_ends_with_a_report(window):
    window.go("/")
    window.forward().begin(role="organisatie", phase="doen", name="Stoepgesprek")
    while "/onderdeel/" in window.path:
        window.click_page("een-begin")
    window.send()

    report = window.wait_for_report()

    assert window.page.locator("h1").inner_text() == "Jullie uitslag: Stoepgesprek"
    assert report.endswith("rapport-nl.pdf")
    assert window.fetch(report).startswith(b"%PDF-1.7")


def test_the_whole_journey_in_english_ends_with_a_report(open_window):
    window = open_window(locale="en-GB")
    window.go("/")
    window.forward().begin(role="samen", phase="weten", name="Kerb talk")
    window.answer_all("helemaal").send()

    report = window.wait_for_report()

    assert window.page.locator("html").get_attribute("lang") == "en"
    assert report.endswith("rapport-en.pdf")
    assert window.fetch(report).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("role", "language"),
    [("ontwikkelaar", "nl"), ("uitvoerder", "en"), ("organisatie", "en"), ("samen", "nl")],
)
def test_every_role_comes_to_a_result(open_window, role, language):
    window = open_window(locale=language).begin(role=role, phase="ontwikkelen")
    window.answer_all().send()

    assert window.path.endswith("/uitslag")
    assert window.page.locator("html").get_attribute("lang") == language
    assert "Stoepgesprek" in window.page.locator("h1").inner_text()


def test_without_javascript_the_whole_journey_ends_with_a_report(open_window):
    window = open_window(java_script_enabled=False)
    window.go("/")
    window.forward().begin(phase="ontwikkelen").click_page("voor-een-deel")
    window.answer_all("voor-een-deel").send()
    look = window.page.get_by_role("button", name="Kijk of het klaar is")
    for _ in range(REPORT_SECONDS):
        if window.report.count():
            break
        window.click(look.first)
        window.page.wait_for_timeout(500)

    assert window.fetch(window.wait_for_report()).startswith(b"%PDF-1.7")


def test_with_javascript_the_report_appears_by_itself(window):
    window.begin(phase="ontwikkelen").skip_to_result()
    window.page.evaluate("window.sameAsBefore = true")

    window.wait_for_report()

    assert window.find("() => window.sameAsBefore"), "the page was loaded anew"
    assert window.page.get_by_role("button", name="Kijk of het klaar is").count() == 0


def test_the_questionnaire_of_all_kinds_is_answered_in_one_go(window):
    window.go("/vragenlijst/soorten/start")
    window.page.fill("#naam", "Ding")
    window.page.fill("#aantal", "3")
    window.send().forward()
    for statement in ("r-een", "r-twee", "r-drie"):
        window.page.check(f"#{statement}--wel")
    window.page.check("#meer--ja")
    window.send()
    window.page.fill("#wat", "Van alles.\nEn nog wat.")
    window.send()
    window.page.check("#welke--boek")
    window.page.check("#welke--film")
    window.send().send()

    assert window.path.endswith("/uitslag")
    assert "100 van 100" in window.page.locator("main").inner_text()


def test_on_a_phone_the_good_and_the_improvable_begin_on_the_first_screen(
    open_window,
):
    window = open_window(width=360, height=740)
    window.begin(phase="doen").skip_to_result("een-begin")
    window.wait_for_report()
    window.find("async () => { await document.fonts.ready }")

    titles = [window.page.locator(f"#{id}").bounding_box() for id in ("goed", "beter")]

    assert all(box["y"] + box["height"] < 740 for box in titles)


def test_a_printed_result_shows_everything_that_is_folded(window):
    window.begin(phase="ontwikkelen").skip_to_result("een-begin")
    folded = window.page.locator("details:not([open])")
    assert folded.count() > 3

    window.page.pdf()

    assert folded.count() == 0
