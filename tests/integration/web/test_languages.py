"""Questionnaires in languages that the interface does not speak, and from right to left."""

from tests.integration.web.journeys import answer_all, make_report
from tests.visitor import Visitor

RTL = "rechts-naar-links"


def test_a_questionnaire_is_shown_in_its_own_language_and_direction(app):
    visitor = Visitor(app, **{"Accept-Language": "ar"}).get(f"/vragenlijst/{RTL}/")

    assert '<html lang="ar" dir="rtl">' in visitor.html
    assert "مسح سريع" in visitor.text
    assert visitor.response.headers["Content-Language"] == "ar"


def test_a_visitor_can_choose_any_language_of_the_questionnaire(visitor):
    visitor.get(f"/vragenlijst/{RTL}/")
    assert '<html lang="nl" dir="ltr">' in visitor.html
    assert 'lang="ar" hreflang="ar">العربية<' in visitor.html

    visitor.get(f"/vragenlijst/{RTL}/?taal=ar")

    assert '<html lang="ar" dir="rtl">' in visitor.html
    assert "English" in visitor.text


def test_another_questionnaire_stays_in_a_language_that_it_has(visitor):
    visitor.get(f"/vragenlijst/{RTL}/?taal=ar").get("/vragenlijst/implementatie-quickscan/")

    assert '<html lang="nl" dir="ltr">' in visitor.html
    assert "العربية" not in visitor.text


def test_a_scan_in_such_a_language_has_a_result_and_a_report_in_it(app):
    visitor = Visitor(app, **{"Accept-Language": "ar"}).get(f"/vragenlijst/{RTL}/start")
    visitor.fill({"naam": "قهوة الحي"}).forward()
    answer_all(visitor, "voor-een-deel").send()

    assert '<html lang="ar" dir="rtl">' in visitor.html
    assert "ضعوا الدليل على الطاولة" in visitor.text
    assert 'direction="ltr"' in visitor.html
    make_report(visitor)
    visitor.get(visitor.address)
    assert visitor.pdf_link is not None
    assert visitor.pdf_link.endswith("/rapport-ar.pdf")
    assert visitor.get(visitor.pdf_link).status == 200


def test_a_language_that_nobody_offers_is_no_choice(visitor):
    assert visitor.get("/?taal=xx").status == 200
    assert '<html lang="nl" dir="ltr">' in visitor.html


def test_our_own_words_among_those_of_another_language_say_theirs(app):
    visitor = Visitor(app, **{"Accept-Language": "ar"}).get(f"/vragenlijst/{RTL}/start")

    assert "<h1>عن عملكم</h1>" in visitor.html
    assert '<bdi lang="nl" dir="ltr">Privacy</bdi>' in visitor.html
    assert not set(visitor.html) & set("\u2066\u2068\u2069")

    visitor.get("/")
    assert "<bdi" not in visitor.html
    assert not set(visitor.html) & set("\u2066\u2068\u2069")


def test_a_file_with_a_code_has_nothing_but_its_words(app):
    visitor = Visitor(app, **{"Accept-Language": "ar"}).get(f"/vragenlijst/{RTL}/start")
    visitor.fill({"naam": "قهوة"})
    visitor.get(f"{visitor.address.rpartition('/')[0]}/code.txt")

    assert "Terugkeercode: " in visitor.html
    assert not set(visitor.html) & set("\u2066\u2068\u2069")
