"""What a browser lets another site do to a visitor, and what it keeps of ours."""

import pytest

from tests.e2e.elsewhere import site_that_posts
from tests.e2e.service import serving
from tests.e2e.tls import OPENSSL, tls_proxy
from tests.e2e.window import FORM, MAIN

CHOSEN = "() => document.querySelectorAll('form[data-next] :checked').length"


def test_a_form_on_another_site_changes_nothing(open_window, service, watcher):
    own = f"http://localhost:{service.port}"
    window = open_window(own).begin(phase="ontwikkelen")
    address = window.path
    fields = {
        field.get_attribute("name"): "helemaal"
        for field in window.page.locator(f'{FORM} input[value="helemaal"]').all()
    }

    with site_that_posts(own + address, fields) as elsewhere:
        watcher.sites.add(elsewhere)
        window.page.goto(elsewhere)
        with window.page.expect_navigation() as sent:
            window.page.click("button")

    assert sent.value.status == 403
    assert "Dit verzoek kwam van een andere site" in window.page.locator("h1").inner_text()
    window.go(address)
    assert window.find(CHOSEN) == 0


def test_the_own_form_is_accepted_over_http_on_a_name_that_is_not_this_machine(
    open_window, service
):
    """Such a browser sends no Sec-Fetch-Site: only Origin tells."""
    window = open_window(f"http://scan.test:{service.port}")
    asked = []
    window.page.on("request", lambda request: asked.append(request.all_headers()))

    window.begin(phase="ontwikkelen")

    assert "/onderdeel/" in window.path
    assert not any("sec-fetch-site" in headers for headers in asked)
    assert any(headers.get("origin") == window.site for headers in asked)


def test_a_form_on_another_site_is_refused_over_http_too(open_window, service, watcher):
    own = f"http://scan.test:{service.port}"
    window = open_window(own)
    with site_that_posts(f"{own}/vragenlijst/{MAIN}/start", {"_rol": "samen"}) as elsewhere:
        there = elsewhere.replace("127.0.0.1", "elders.test")
        watcher.sites.add(there)
        window.page.goto(there)
        with window.page.expect_navigation() as sent:
            window.page.click("button")

    assert sent.value.status == 403


@pytest.mark.skipif(not OPENSSL, reason="openssl is not installed")
def test_behind_a_proxy_that_ends_tls_all_works_and_cookies_are_secure(
    open_window, tmp_path, folder
):
    with (
        tls_proxy(tmp_path, "scan.test") as proxy,
        serving(
            folder / "var",
            QUICKSCAN_ORIGIN=proxy.origin,
            QUICKSCAN_TRUSTED_PROXIES="1",
            QUICKSCAN_WEB_PROCESSES="1",
            QUICKSCAN_WORKERS="0",
        ) as behind,
    ):
        proxy.lead_to(behind.port)
        window = open_window(proxy.origin, ignore_https_errors=True)
        window.begin(phase="ontwikkelen").skip_to_result()
        cookies = window.page.context.cookies()

        assert window.path.endswith("/uitslag")
        assert [c.get("name") for c in cookies] == [f"scan-{window.ref}"]
        assert all(c.get("secure") and c.get("httpOnly") for c in cookies)
        window.go(f"/scan/{window.ref}/delen")
        window.click(window.page.get_by_role("button", name="Maak een leescode"))
        link = window.page.locator("a[href*='/lees/']").get_attribute("href")
        assert link.startswith(f"{proxy.origin}/lees/")


def test_a_browser_keeps_nothing_but_the_language_and_the_scan_at_hand(window):
    window.go("/")
    window.click(window.page.get_by_role("link", name="English"))
    window.begin(phase="ontwikkelen").skip_to_result()
    window.wait_for_report()

    kept = {c.get("name") for c in window.page.context.cookies()}
    assert kept == {"taal", f"scan-{window.ref}"}
    assert window.find("() => localStorage.length + sessionStorage.length") == 0
    assert window.find("async () => (await indexedDB.databases()).length") == 0
    assert window.find("async () => (await caches.keys()).length") == 0


def test_closing_on_this_device_leaves_no_scan_in_the_browser(window):
    window.begin(phase="ontwikkelen")
    address = window.path

    window.click(window.page.get_by_role("button", name="Sluit af"))

    assert [c.get("name") for c in window.page.context.cookies()] == []
    window.page.go_back(wait_until="domcontentloaded")
    assert "Deze pagina is er niet" in window.page.locator("h1").inner_text()
    assert window.go(address).status == 404


def test_what_a_visitor_types_never_runs(window):
    name = "<img src=x onerror=alert(1)>"
    window.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    window.begin(phase="ontwikkelen", name=name).skip_to_result()

    assert name in window.page.locator("h1").inner_text()
    assert window.page.locator("main img").count() == 0
