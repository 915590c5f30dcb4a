"""Filling in together over HTTP: one screen, one statement at a time, and its own result."""

import pytest

from quickscan.domain.ids import QuestionnaireId, SectionId
from quickscan.services.answering import LONGEST_DISAGREEMENT
from tests.integration.web.journeys import MAIN, begin, code_on, finish
from tests.visitor import Visitor


def begin_together(visitor: Visitor, *, phase: str = "ontwikkelen") -> Visitor:
    """Start the Implementatie-Quickscan together and come to the first statement."""
    visitor.get(f"/vragenlijst/{MAIN}/").follow("Vul het samen in").forward()
    visitor.fill({"_rol": "organisatie", "huidige-fase": phase, "interventie": "Ding"})
    return visitor.forward()


def answer_one(visitor: Visitor, option: str = "grotendeels", **more: str) -> Visitor:
    """Answer the statement on the screen."""
    return visitor.fill({name_of(visitor): option, **more})


def name_of(visitor: Visitor) -> str:
    return visitor.address.rpartition("/")[2]


def questions(visitor: Visitor, section: str) -> list[str]:
    """Return the ids of all that a section can ask."""
    catalogue = visitor.client.application.extensions["quickscan"].catalogue
    found = catalogue.newest(QuestionnaireId(MAIN)).section(SectionId(section))
    return [question.id for question in found.questions]


def finish_together(visitor: Visitor) -> Visitor:
    while "/samen/" in visitor.address:
        answer_one(visitor)
        assert visitor.status == 200, visitor.text
    return visitor.send()


# --- before the first statement ---------------------------------------------------------


def test_before_the_first_statement_no_confidentiality_is_claimed(visitor):
    visitor.get(f"/vragenlijst/{MAIN}/samen")

    for words in (
        "Dit is niet vertrouwelijk. Iedereen die erbij is, ziet en hoort",
        "Eén van jullie is begeleider",
        "Schrijf geen namen op",
        "Ieder apart",
    ):
        assert words in visitor.text, words
    visitor.forward()
    assert "Jullie vullen dit samen in. Dit is niet vertrouwelijk." in visitor.text
    assert visitor.get("/vragenlijst/bestaat-niet/samen").status == 404


def test_the_code_is_folded_away_on_a_screen_that_all_can_see(visitor):
    visitor.get(f"/vragenlijst/{MAIN}/samen/start")
    visitor.fill({"_rol": "organisatie", "huidige-fase": "weten", "interventie": "Ding"})

    assert "Spreek dan eerst af wie de terugkeercode bewaart" in visitor.text
    assert "<details><summary>Laat de code zien</summary>" in visitor.html
    assert code_on(visitor)


def test_who_begins_without_a_role_gets_the_same_page_again(visitor):
    visitor.get(f"/vragenlijst/{MAIN}/samen/start").fill({})

    assert visitor.status == 422
    assert "Als wie vullen jullie dit in?" in visitor.text
    visitor.fill({"_rol": "organisatie", "huidige-fase": "weten", "interventie": "Ding"})
    assert "/samen/" in visitor.forward().address


# --- one statement at a time ------------------------------------------------------------


def test_there_is_one_statement_on_the_screen(visitor):
    begin_together(visitor)

    assert set(visitor.next_form.options) == {name_of(visitor), "_oneens"}
    assert "Vraag 1 van" in visitor.text


def test_an_answer_leads_to_the_next_statement_and_back_to_it(visitor):
    first = begin_together(visitor).address
    answer_one(visitor, "een-begin")
    assert "Vraag 2 van" in visitor.text

    answer_one(visitor, "helemaal", _terug="1")

    assert visitor.address == first
    assert visitor.next_form.fields[name_of(visitor)] == ["een-begin"]
    second = visitor.fill({})
    assert second.next_form.fields[name_of(second)] == ["helemaal"]


def test_what_people_disagree_on_is_kept_with_a_note_and_goes_again(visitor):
    first = begin_together(visitor).address
    answer_one(visitor, _oneens="1", _verschil="De een wel, de ander niet.")

    form = visitor.get(first).next_form
    assert (form.fields["_oneens"], form.fields["_verschil"]) == (
        ["1"],
        ["De een wel, de ander niet."],
    )
    visitor.fill({"_oneens": [], "_verschil": ""}).get(first)
    assert "_oneens" not in visitor.next_form.fields


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"_verschil": "Toch niet"}, "Zet het vinkje aan, of haal deze tekst weg."),
        ({"_oneens": "1", "_verschil": "x" * (LONGEST_DISAGREEMENT + 1)}, "Dit is te lang."),
        ({"_terug": "1", "_verschil": "Toch niet"}, "Zet het vinkje aan"),
    ],
)
def test_a_note_that_does_not_fit_comes_back_with_nothing_lost(visitor, sent, words):
    begin_together(visitor)
    own = name_of(visitor)

    answer_one(visitor, **sent)

    assert visitor.status == 422
    assert words in visitor.text
    assert 'href="#_verschil"' in visitor.html
    form = visitor.next_form
    assert form.fields["_verschil"] == [sent["_verschil"]]
    assert form.fields[own] == ["grotendeels"]


def test_a_tick_without_an_answer_is_kept_and_the_answer_asked_for(visitor):
    address = begin_together(visitor).address

    visitor.fill({"_oneens": "1", "_verschil": "We komen er niet uit."})

    assert visitor.status == 422
    assert "Kies een antwoord." in visitor.text
    assert "We komen er niet uit." in visitor.get(address).text


def test_sending_twice_or_going_back_to_the_overview_loses_nothing(visitor):
    address = begin_together(visitor).address
    answer_one(visitor, _oneens="1", _overzicht="1")
    assert "Jullie hebben 1 van de" in visitor.text

    visitor.post(address, {name_of(visitor.get(address)): "een-begin", "_oneens": "1"})
    visitor.post(address, {name_of(visitor.get(address)): "een-begin", "_oneens": "1"})

    assert visitor.get(address).next_form.fields[name_of(visitor)] == ["een-begin"]


def test_a_statement_that_is_not_asked_leads_on(visitor):
    address = begin_together(visitor, phase="ontwikkelen").address
    ref = address.split("/")[2]

    later = questions(visitor, "blijven-doen")[0]
    assert visitor.get(f"/scan/{ref}/samen/{later}").address == address
    visitor.post(f"/scan/{ref}/samen/{later}", {later: "helemaal"})
    assert visitor.address == address
    assert visitor.get(f"/scan/{ref}/samen/huidige-fase").status == 404
    assert visitor.get(f"/scan/{ref}/samen/bestaat-niet").status == 404


def test_the_page_of_a_section_leads_to_its_statements(visitor):
    ref = begin_together(visitor).address.split("/")[2]

    assert "/samen/" in visitor.get(f"/scan/{ref}/onderdeel/ontwikkelen").address


def test_a_scan_of_one_person_has_no_such_page(app, visitor):
    statement = begin_together(visitor).address.rpartition("/")[2]
    alone = begin(Visitor(app))
    ref = alone.address.split("/")[2]

    assert alone.get(f"/scan/{ref}/samen/{statement}").status == 404
    assert alone.post(f"/scan/{ref}/samen/{statement}", {"_oneens": "1"}).status == 404


def test_a_stranger_finds_nothing(app, visitor):
    address = begin_together(visitor).address

    assert Visitor(app).get(address).status == 404
    assert Visitor(app).post(address, {"_oneens": "1"}).status == 404


# --- the result -------------------------------------------------------------------------


def test_all_answers_show_what_people_disagree_on(visitor):
    address = begin_together(visitor).address
    answer_one(visitor, _oneens="1", _verschil="De een wel.")
    ref = address.split("/")[2]

    visitor.get(f"/scan/{ref}/antwoorden")

    assert "Al jullie antwoorden" in visitor.text
    assert "Niet eens: De een wel." in visitor.text
    assert f'href="{address}#' in visitor.html


def test_the_result_tells_what_people_disagree_on_and_how_to_go_on(visitor):
    begin_together(visitor)
    answer_one(visitor, _oneens="1", _verschil="De een wel, de ander niet.")
    finish_together(visitor)

    assert "Jullie vulden dit samen in." in visitor.text
    assert "Over één vraag waren jullie het niet eens." in visitor.text
    assert "Jullie notitie: De een wel, de ander niet." in visitor.text
    assert "Om over te praten:" in visitor.text


def test_a_result_without_disagreement_says_so(visitor):
    finish_together(begin_together(visitor))

    assert "Bij geen enkele vraag gaven jullie aan" in visitor.text


def test_a_scan_of_one_person_says_nothing_of_it(visitor):
    finish(begin(visitor))

    assert "niet over eens" not in visitor.text
    assert "Jullie vulden dit samen in." not in visitor.text


def test_the_code_opens_it_again_and_a_next_one_is_filled_in_together_too(app, visitor):
    begin_together(visitor)
    ref = visitor.address.split("/")[2]
    code = code_on(visitor.get(f"/scan/{ref}/code"))
    finish_together(visitor.get(f"/scan/{ref}/").forward())

    other = Visitor(app).post("/verder", {"code": code})
    assert "Jullie vulden dit samen in." in other.text
    other.get(f"/scan/{ref}/volgende").post(f"/scan/{ref}/volgende").forward()
    assert "/samen/" in other.address


def test_deleting_takes_all_of_it_away(visitor):
    address = begin_together(visitor).address
    answer_one(visitor, _oneens="1", _verschil="De een wel.")
    ref = address.split("/")[2]

    visitor.post(f"/scan/{ref}/wissen")

    assert visitor.get(address).status == 404


def test_in_english_it_reads_as_in_dutch(app):
    visitor = Visitor(app, **{"Accept-Language": "en"})
    visitor.get(f"/vragenlijst/{MAIN}/samen")

    assert "This is not confidential." in visitor.text
