"""What goes wrong between a visitor and the server, and what is left of it."""

import pytest
from playwright.sync_api import Error

from tests.e2e.window import FORM, MAIN

CHOSEN = "() => document.querySelectorAll('form[data-next] :checked').length"


def count_sent(window):
    sent = []
    window.page.on("request", lambda r: sent.append(r.url) if r.method == "POST" else None)
    return sent


def test_a_connection_lost_while_sending_loses_nothing_that_was_filled_in(window):
    window.begin(phase="ontwikkelen")
    window.choose("helemaal")
    window.page.fill("#_notitie", "Dit wil ik niet kwijt.")
    window.page.context.set_offline(True)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        window.send()
    window.page.context.set_offline(False)

    window.page.go_back(wait_until="domcontentloaded")

    assert window.find(CHOSEN) == window.page.locator(f"{FORM} fieldset").count() > 0
    assert window.page.input_value("#_notitie") == "Dit wil ik niet kwijt."
    window.send()
    assert window.page.locator("h1").inner_text() == "Weten"


def test_a_connection_lost_at_the_start_loses_nothing_either(window):
    window.go(f"/vragenlijst/{MAIN}/start")
    window.page.fill("#interventie", "Stoepgesprek")
    window.page.context.set_offline(True)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        window.send()
    window.page.context.set_offline(False)

    window.page.go_back(wait_until="domcontentloaded")

    assert window.page.input_value("#interventie") == "Stoepgesprek"


def test_after_mistakes_too_a_page_that_did_not_get_through_can_be_sent_again(window):
    window.begin(phase="ontwikkelen").send()
    window.choose("helemaal")
    window.page.context.set_offline(True)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        window.send()
    window.page.context.set_offline(False)

    window.page.reload(wait_until="domcontentloaded")

    assert window.page.locator("h1").inner_text() == "Weten"


def test_a_double_click_sends_a_page_once(window):
    window.begin(phase="ontwikkelen")
    window.choose("helemaal")
    address, sent = window.path, count_sent(window)

    with window.page.expect_navigation(wait_until="domcontentloaded"):
        window.first_button.dblclick()

    assert len(sent) == 1
    window.go(address)
    assert window.find(CHOSEN) == window.page.locator(f"{FORM} fieldset").count() > 0


def test_a_double_click_at_the_start_makes_one_scan(window):
    window.go(f"/vragenlijst/{MAIN}/start")
    window.choose("organisatie")
    window.choose("doen")
    sent = count_sent(window)

    with window.page.expect_navigation(wait_until="domcontentloaded"):
        window.first_button.dblclick()

    assert len(sent) == 1
    assert window.path.endswith("/code")


def test_a_double_click_without_javascript_loses_nothing(open_window):
    window = open_window(java_script_enabled=False)
    window.begin(phase="ontwikkelen")
    address = window.path
    for statement in window.page.locator(f"{FORM} fieldset").all():
        statement.locator('input[value="helemaal"]').check()

    with window.page.expect_navigation(wait_until="domcontentloaded"):
        window.first_button.dblclick(delay=0)

    window.go(address)
    assert window.find(CHOSEN) == window.page.locator(f"{FORM} fieldset").count() > 0


def test_a_page_that_was_sent_can_be_sent_again_after_going_back(window):
    window.begin(phase="ontwikkelen")
    window.choose("helemaal")
    window.send()

    window.page.go_back(wait_until="domcontentloaded")
    window.choose("nog-niet")
    window.send()

    assert window.page.locator("h1").inner_text() == "Weten"
