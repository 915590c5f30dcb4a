import pytest
from sqlalchemy import select, update

from quickscan.domain.ids import QuestionnaireId
from quickscan.services.reading_codes import MOST_READING_CODES
from quickscan.storage.tables import failure, work
from tests.integration.web.journeys import (
    MAIN,
    answer_page,
    begin,
    code_on,
    finish,
    make_report,
)
from tests.visitor import Visitor


@pytest.fixture
def finished(visitor):
    return finish(begin(visitor), "een-begin")


def ref_of(visitor):
    return visitor.address.split("/")[2]


def test_the_report_is_announced_and_then_there(finished):
    assert finished.pdf_link is None
    assert "Kijk of het klaar is" in finished.text
    make_report(finished)

    pdf = finished.get(finished.get(finished.address).pdf_link)

    assert pdf.response.mimetype == "application/pdf"
    assert pdf.response.get_data().startswith(b"%PDF-1.7")


def test_a_report_in_the_other_language_is_made_when_it_is_asked_for(finished):
    make_report(finished)
    address = finished.address
    finished.get(address + "?taal=en")
    assert finished.pdf_link is None

    make_report(finished)

    assert finished.get(address).pdf_link.endswith("rapport-en.pdf")


def test_at_most_three_things_can_be_chosen(finished):
    ref = ref_of(finished)
    options = finished.get(f"/scan/{ref}/acties").page.forms[-1].options["advies"]

    finished.post(f"/scan/{ref}/acties", {"advies": options[:4]})

    assert finished.status == 422
    assert "Kies er hooguit drie. Je koos er 4." in finished.text
    assert finished.html.count("checked") == 4


def test_what_is_chosen_stands_on_the_result_and_in_a_new_report(finished):
    make_report(finished)
    ref = ref_of(finished)
    options = finished.get(f"/scan/{ref}/acties").page.forms[-1].options["advies"]

    finished.post(f"/scan/{ref}/acties", {"advies": options[:2]})

    assert "Hiermee gaan jullie aan de slag" in finished.text
    assert finished.pdf_link is None


def test_a_finished_scan_takes_no_answers_until_it_is_opened_again(finished):
    ref = ref_of(finished)
    assert finished.get(f"/scan/{ref}/onderdeel/ontwikkelen").status == 409

    finished.post(f"/scan/{ref}/aanpassen")
    answer_page(finished.get(f"/scan/{ref}/onderdeel/ontwikkelen"), "helemaal")

    assert finished.get(f"/scan/{ref}/antwoorden").send().address.endswith("/uitslag")
    assert "Ontwikkelen 100 van 100" in finished.text


def test_a_reading_code_shows_the_result_and_changes_nothing(app, finished):
    make_report(finished)
    ref = ref_of(finished)
    code = code_on(finished.post(f"/scan/{ref}/delen", {"dagen": "30"}))
    reader = Visitor(app).post("/verder", {"code": code})

    assert reader.address == f"/lees/{code}"
    assert reader.pdf_link == f"/lees/{code}/rapport-nl.pdf"
    assert reader.get(reader.pdf_link).status == 200
    assert reader.get(f"/scan/{ref}/uitslag").status == 404
    assert reader.post(f"/scan/{ref}/wissen").status == 404


def test_a_reading_code_can_be_looked_up_again_and_a_reload_makes_no_other(finished):
    code = code_on(finished.post(f"/scan/{ref_of(finished)}/delen", {"dagen": "30"}))

    assert finished.address == f"/scan/{ref_of(finished)}/delen"
    assert code_on(finished.get(f"{finished.address}?taal=en")) == code
    assert finished.html.count(f'<p class="code">{code}') == 1
    assert f"/lees/{code}" in finished.html


def test_so_many_reading_codes_work_at_once_and_no_more(finished):
    address = f"/scan/{ref_of(finished)}/delen"
    for _ in range(MOST_READING_CODES):
        finished.post(address, {"dagen": "7"})

    finished.post(address, {"dagen": "7"})

    assert finished.status == 422
    assert "Trek er eerst een in." in finished.text
    finished.post(next(f.action for f in finished.page.forms if "intrekken" in f.action))
    assert finished.post(address, {"dagen": "7"}).status == 200


def test_a_report_that_is_not_ready_says_so_with_a_button(finished):
    finished.get(f"/scan/{ref_of(finished)}/rapport-nl.pdf")

    assert finished.status == 503
    assert "Kijk of het klaar is" in finished.text


def test_a_reader_asks_for_no_report_in_another_language(app, finished):
    make_report(finished)
    code = code_on(finished.post(f"/scan/{ref_of(finished)}/delen", {"dagen": "30"}))

    reader = Visitor(app, **{"Accept-Language": "en"}).get(f"/lees/{code}")

    assert reader.pdf_link == f"/lees/{code}/rapport-nl.pdf"
    assert 'hreflang="nl"' in reader.html.partition("rapport-nl.pdf")[2].partition(">")[0]
    assert "This report is in another language: Nederlands" in reader.text
    assert not app.extensions["quickscan"].reports.make_next()


def test_changing_an_answer_is_explained_first(finished):
    make_report(finished)

    finished.follow("Verander een antwoord")

    assert "Het rapport van nu verdwijnt" in finished.text
    assert finished.get(f"/scan/{ref_of(finished)}/uitslag").pdf_link


def test_a_revoked_reading_code_shows_nothing(app, finished):
    ref = ref_of(finished)
    code = code_on(finished.post(f"/scan/{ref}/delen", {"dagen": "7"}))
    form = next(form for form in finished.page.forms if "intrekken" in form.action)

    finished.post(form.action)

    assert Visitor(app).get(f"/lees/{code}").status == 404


def test_the_result_for_a_reader_has_no_way_to_the_owner_s_pages(app, finished):
    code = code_on(finished.post(f"/scan/{ref_of(finished)}/delen", {"dagen": "7"}))

    assert "/scan/" not in Visitor(app).get(f"/lees/{code}").html


def test_then_and_now_stand_side_by_side_after_a_next_measurement(finished):
    finished.get(f"/scan/{ref_of(finished)}/volgende").send().forward()
    finish(finished, "helemaal")

    finished.follow("Vergelijk met de vorige keer")

    assert "Ontwikkelen 25 100 75 hoger" in finished.text
    assert "2 hoger dan de vorige keer, 0 lager, 0 gelijk." in finished.text


def test_a_next_measurement_takes_over_role_and_context_and_no_statements(finished):
    finished.get(f"/scan/{ref_of(finished)}/volgende").send().forward()

    assert "Stoepgesprek" in finished.text
    assert "checked" not in finished.html


def test_deleting_removes_the_result_and_its_report(finished):
    make_report(finished)
    ref, pdf = ref_of(finished), finished.get(finished.address).pdf_link

    finished.post(f"/scan/{ref}/wissen")

    assert "Alles is gewist" in finished.text
    assert finished.get(pdf).status == 404
    assert finished.get(f"/scan/{ref}/uitslag").status == 404


def test_the_return_code_never_stands_on_a_result(finished):
    code = code_on(finished.get(f"/scan/{ref_of(finished)}/code"))

    finished.get(f"/scan/{ref_of(finished)}/uitslag")

    assert code not in finished.html


def test_advice_that_is_not_of_this_result_cannot_be_chosen(finished):
    ref = ref_of(finished)
    options = finished.get(f"/scan/{ref}/acties").page.forms[-1].options["advies"]
    finished.post(f"/scan/{ref}/acties", {"advies": options[:1]})
    offered = finished.client.application.extensions["quickscan"].catalogue
    rules = [rule.id for rule in offered.newest(QuestionnaireId(MAIN)).advice]
    other = next(id for id in rules if id not in options)

    finished.post(f"/scan/{ref}/acties", {"advies": [other]})

    assert finished.status == 422
    assert "Kies uit de adviezen die hieronder staan." in finished.text
    scan = finished.client.application.extensions["quickscan"].scans
    assert scan.load(ref, [code_on(finished.get(f"/scan/{ref}/code"))]).chosen == (options[0],)


def test_a_report_that_is_not_there_says_which_of_three_it_is(finished):
    ref = ref_of(finished)
    address = f"/scan/{ref}/rapport-nl.pdf"

    assert "We maken het op dit moment." in finished.get(address).text
    assert "nog geen rapport gevraagd" in finished.get(f"/scan/{ref}/rapport-en.pdf").text
    database = finished.client.application.extensions["quickscan"].database
    with database.changing() as transaction:
        transaction.execute(update(work).values(failed=True))
    finished.get(address)

    assert finished.status == 503
    assert "Het maken is niet gelukt." in finished.text


def test_then_and_now_say_of_what_was_never_asked_that_it_is_not_at_issue_yet(visitor):
    finish(begin(visitor, phase="weten"))
    visitor.follow("Begin een volgende meting")
    visitor.send().forward()
    finish(visitor.send().forward() if visitor.address.endswith("/start") else visitor)
    visitor.get(f"/scan/{ref_of(visitor)}/vergelijk")

    willen = visitor.text[visitor.text.index("Willen") :]
    assert "nog niet aan de orde" in willen[:80]
    assert "nu geen score" not in visitor.text


def test_a_reader_is_told_that_the_result_is_being_changed(app, finished):
    scans = app.extensions["quickscan"].scans
    code = scans.make_reading_code(ref_of(finished), 7)
    scans.reopen(ref_of(finished))
    reader = Visitor(app)

    assert reader.get(f"/lees/{code}").status == 409
    assert "wordt nu aangepast" in reader.text
    assert reader.post("/verder", {"code": code}).status == 422
    assert "wordt nu aangepast" in reader.text
    with app.extensions["quickscan"].database.reading() as transaction:
        assert transaction.execute(select(failure)).all() == [], "it is no wrong code"


def test_the_same_answers_looked_at_in_another_way_do_not_count_apart(visitor):
    visitor.get("/vragenlijst/beslissende-professional/start").fill({}).forward()
    finish(visitor)

    assert "Dezelfde antwoorden, op een andere manier bekeken." in visitor.text
    assert "telt apart" not in visitor.text


def test_home_says_which_questionnaire_is_for_whom_the_main_one_first(visitor):
    titles = (
        "Welke vragenlijst past bij jullie?",
        "Implementatie-Quickscan",
        "Besluiten met elkaar",
        "Cliëntondersteuning voor iedereen",
        "Minder discriminatie",
    )

    told = visitor.get("/").text.partition("een andere vragenlijst")[2]

    assert [told.index(title) for title in titles] == sorted(map(told.index, titles))
    assert "Voor teams in het sociaal werk." in told
