import re

import pytest

from tests.integration.web.journeys import MAIN, begin, finish
from tests.visitor import Visitor

PUBLIC = [
    "/",
    f"/vragenlijst/{MAIN}/",
    f"/vragenlijst/{MAIN}/stellingen",
    f"/vragenlijst/{MAIN}/start",
    "/privacy",
    "/toegankelijkheid",
    "/rekenen",
    "/colofon",
    "/gewist",
    "/afgesloten",
]


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_public_page_is_there_in_both_languages(app, address, language):
    visitor = Visitor(app, **{"Accept-Language": language}).get(address)

    assert visitor.status == 200
    assert visitor.response.headers["Content-Language"] == language


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
)
def test_a_change_from_another_site_is_refused_and_changes_nothing(visitor, headers):
    begin(visitor)
    address = visitor.address
    name = next(iter(visitor.next_form.options))

    refused = visitor.client.post(address, data={name: "helemaal"}, headers=headers)

    assert refused.status_code == 403
    assert name not in visitor.get(address).next_form.fields


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://localhost"},
    ],
)
def test_a_change_from_our_own_pages_or_a_program_is_let_through(visitor, headers):
    begin(visitor)

    sent = visitor.client.post(visitor.address, data={"_overzicht": "1"}, headers=headers)

    assert sent.status_code == 303


def test_behind_a_proxy_the_configured_origin_counts(make_app):
    visitor = begin(Visitor(make_app(QUICKSCAN_ORIGIN="https://scan.example")))

    headers = {"Origin": "https://scan.example"}
    sent = visitor.client.post(visitor.address, data={"_overzicht": "1"}, headers=headers)

    assert sent.status_code == 303


def test_pages_may_run_and_load_nothing_from_elsewhere(visitor):
    finish(begin(visitor))
    policy = visitor.response.headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r'<script(?![^>]*src="/static)', visitor.html)
    assert not re.search(r'\sstyle="|<style', visitor.html)
    loaded = re.findall(r'<(?:link|script|img)[^>]*(?:href|src)="([^"]+)"', visitor.html)
    assert all(address.startswith("/") for address in loaded)


def test_personal_pages_are_kept_by_nobody(visitor):
    finish(begin(visitor))

    assert visitor.response.headers["Cache-Control"] == "no-store"
    assert visitor.response.headers["Referrer-Policy"] == "same-origin"
    assert '<meta name="robots" content="noindex' in visitor.html


def test_a_visitor_has_only_cookies_for_language_and_the_scan_at_hand(visitor):
    begin(visitor.get("/?taal=en"))

    ref = visitor.address.split("/")[2]
    assert visitor.cookies == {"taal", f"scan-{ref}"}


def test_cookies_are_closed_to_scripts_and_secure_where_served_so(make_app):
    visitor = Visitor(make_app(QUICKSCAN_ORIGIN="https://scan.example"))

    set_cookie = visitor.client.get("/?taal=en").headers["Set-Cookie"]

    assert {"Secure", "HttpOnly", "SameSite=Lax"} <= set(set_cookie.split("; "))


def test_a_body_that_is_too_large_is_refused_with_a_page(visitor):
    begin(visitor)

    visitor.post(visitor.address, {"_notitie": "x" * 300_000})

    assert visitor.status == 413
    assert "te veel tekst" in visitor.text


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("get", "/bestaat-niet", 404),
        ("get", "/scan/aaaaaaaaaaaaaaaa/", 404),
        ("get", "/scan/%00%ff/uitslag", 404),
        ("get", "/lees/onzin", 404),
        ("get", "/vragenlijst/bestaat-niet/", 404),
        ("get", f"/vragenlijst/{MAIN}/voorbeeldrapport.pdf", 503),
        ("post", "/", 405),
        ("post", "/verder", 422),
    ],
)
def test_every_error_has_a_page_with_a_way_on(visitor, method, address, status):
    response = getattr(visitor.client, method)(address)

    page = response.get_data(as_text=True)
    assert response.status_code == status
    assert "<h1" in page
    assert "Traceback" not in page


def test_an_address_with_a_nul_is_not_there_whoever_asks(visitor):
    for address in ("/organisatie/%00/", "/werkplaats/%00", "/meedoen/%00", "/scan/%00/"):
        assert visitor.get(address).status == 404, address
        assert visitor.address != "/organisatie/aanmelden"


def test_a_choice_of_language_leads_to_no_other_site(visitor):
    sent = visitor.client.get(
        "/?taal=en", environ_overrides={"PATH_INFO": "//elders.example/"}
    )

    assert "//elders" not in sent.headers.get("Location", "").removeprefix("http://localhost/")


def test_a_fault_of_ours_shows_a_page_and_logs_no_words(visitor, monkeypatch, caplog):
    def broken(*_: object) -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr("quickscan.web.pages.views._card", broken)

    visitor.get("/")

    assert visitor.status == 500
    assert "Wat eerder bewaard is, is veilig" in visitor.text
    assert "secret words" not in caplog.text


def test_a_log_line_names_the_route_and_never_the_path(visitor, caplog):
    caplog.set_level("INFO")
    ref = begin(visitor).address.split("/")[2]

    records = [record for record in caplog.records if record.message == "request"]
    assert "/scan/<ref>/onderdeel/<section>" in {record.route for record in records}
    assert not any(ref in str(record.__dict__) for record in records)


@pytest.mark.parametrize(
    "page", ["wissen", "antwoorden", "acties", "volgende", "aanpassen", "start"]
)
def test_asking_for_the_head_of_a_page_changes_nothing(visitor, page):
    finish(begin(visitor))
    before = visitor.get(visitor.address).html
    address, ref = visitor.address, visitor.address.split("/")[2]

    visitor.client.head(f"/scan/{ref}/{page}")

    assert visitor.get(address).html == before


def test_links_follow_the_configured_origin_whatever_the_host_says(make_app):
    app = make_app(QUICKSCAN_ORIGIN="https://scan.example")
    visitor = finish(begin(Visitor(app, Host="evil.example")))
    ref = visitor.address.split("/")[2]

    visitor.post(f"/scan/{ref}/delen", {"dagen": "7"})

    assert "https://scan.example/lees/" in visitor.html
    assert "evil.example" not in visitor.html


def test_a_form_with_a_thousand_fields_is_refused(visitor):
    begin(visitor)

    visitor.post(visitor.address, {f"f{i}": "x" for i in range(1000)})

    assert visitor.status == 413


def test_a_strange_address_with_a_choice_of_language_has_a_page(visitor):
    assert visitor.client.get("/vragenlijst/a%0d%0aX:1/?taal=en").status_code == 303


def test_a_choice_of_language_is_kept(app):
    visitor = Visitor(app, **{"Accept-Language": "nl"})

    visitor.get("/privacy?taal=en").get("/colofon")

    assert visitor.response.headers["Content-Language"] == "en"


def test_someone_with_another_language_gets_dutch(app):
    visitor = Visitor(app, **{"Accept-Language": "fr-FR,fr;q=0.9"}).get("/")

    assert visitor.response.headers["Content-Language"] == "nl"


@pytest.mark.parametrize(
    ("accepted", "given"),
    [
        ("nl-NL,en-US;q=0.7,en;q=0.3", "nl"),
        ("nl-BE,en;q=0.8", "nl"),
        ("en-GB,nl;q=0.3", "en"),
        ("fr,en;q=0.2", "en"),
        ("en;q=0,nl-BE;q=0.1", "nl"),
        ("*", "nl"),
        ("nonsense;;q=x", "nl"),
    ],
)
def test_the_language_is_the_best_liked_one_wherever_someone_comes_from(app, accepted, given):
    page = Visitor(app, **{"Accept-Language": accepted}).get("/")

    assert f'<html lang="{given}"' in page.html


def test_house_colours_are_a_stylesheet_of_their_own(make_app):
    visitor = Visitor(make_app(QUICKSCAN_ACCENT="#5b2a86"))

    assert "/huisstijl.css" in visitor.get("/").html
    assert "--accent: #5b2a86" in visitor.get("/huisstijl.css").html


def test_the_sample_report_is_help_and_not_the_finished_report(visitor):
    link = next(
        link for link in visitor.get("/").page.links if "voorbeeldrapport" in link.href
    )

    assert link.attributes["rel"] == "help"
    assert visitor.pdf_link is None


def test_the_introduction_leads_to_a_paper_for_each_role(app, visitor):
    page = visitor.get("/vragenlijst/implementatie-quickscan/")
    links = [link.href for link in page.page.links if "papier.pdf" in link.href]
    assert len(links) == 4

    assert visitor.get(links[2]).status == 503
    assert "De vragenlijst komt eraan" in visitor.html
    app.extensions["quickscan"].reports.want_samples()
    while app.extensions["quickscan"].reports.make_next():
        pass
    papers = [visitor.client.get(link) for link in links]

    assert {paper.headers["Content-Type"] for paper in papers} == {"application/pdf"}
    assert len({paper.data for paper in papers}) == 4


def test_ready_only_after_a_purge(app, visitor):
    assert visitor.get("/healthz").status == 200
    assert visitor.get("/readyz").status == 503

    app.extensions["quickscan"].housekeeping.purge()

    assert visitor.get("/readyz").status == 200


def test_a_database_that_is_held_by_another_says_so_and_loses_nothing(app, visitor):
    begin(visitor)
    address, name = visitor.address, next(iter(visitor.next_form.options))
    database = app.extensions["quickscan"].database

    with database.changing():
        visitor.post(address, {name: "helemaal"})

    assert visitor.status == 503
    assert "Even niet bereikbaar" in visitor.text
    visitor.post(address, {name: "helemaal"})
    assert visitor.get(address).next_form.fields[name] == ["helemaal"]
