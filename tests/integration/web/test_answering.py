import pytest

from tests.integration.web.journeys import (
    MAIN,
    answer_all,
    answer_page,
    begin,
    begin_kinds,
    code_on,
    finish,
)
from tests.visitor import Visitor


def test_the_way_from_home_to_a_result_is_forward_all_along(visitor):
    visitor.get("/").forward().forward()
    visitor.fill({"_rol": "organisatie", "huidige-fase": "ontwikkelen"}).forward()
    answer_all(visitor)

    visitor.send()

    assert visitor.address.endswith("/uitslag")
    assert "Dit gaat al goed" in visitor.text


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("role", ["ontwikkelaar", "organisatie", "uitvoerder", "samen"])
def test_every_role_comes_to_a_result_in_both_languages(app, role, language):
    visitor = Visitor(app, **{"Accept-Language": language})

    answer_all(begin(visitor, role=role, phase="blijven-doen")).send()

    assert visitor.address.endswith("/uitslag")
    assert f'<html lang="{language}" dir="ltr">' in visitor.html
    assert ("van 100" if language == "nl" else "of 100") in visitor.text


def test_someone_who_just_started_is_asked_about_this_phase_the_next_and_planning(visitor):
    begin(visitor, phase="ontwikkelen")
    asked = []
    while "/onderdeel/" in visitor.address:
        asked.append(visitor.address.rsplit("/", 1)[1])
        answer_page(visitor)

    assert asked == ["ontwikkelen", "weten", "planmatig"]


def test_the_pages_begin_with_the_current_phase_and_end_with_the_earlier_ones(visitor):
    begin(visitor, phase="willen")
    asked = []
    while "/onderdeel/" in visitor.address:
        asked.append(visitor.address.rsplit("/", 1)[1])
        answer_page(visitor)

    assert asked == ["willen", "doen", "planmatig", "ontwikkelen", "weten", "begrijpen"]


def test_a_start_without_a_role_and_phase_comes_back_with_links_to_both(visitor):
    visitor.get(f"/vragenlijst/{MAIN}/start").fill({"interventie": "Stoepgesprek"})

    assert visitor.status == 422
    assert 'href="#rol--ontwikkelaar"' in visitor.html
    assert 'href="#huidige-fase--ontwikkelen"' in visitor.html
    assert 'value="Stoepgesprek"' in visitor.html


def test_a_forgotten_statement_gives_the_page_back_and_keeps_the_rest(visitor):
    begin(visitor)
    address, names = visitor.address, list(visitor.next_form.options)
    visitor.fill(dict.fromkeys(names[1:], "helemaal"))

    assert visitor.status == 422
    summary = visitor.html.partition(f'href="#{names[0]}--nog-niet"')[2].partition("</li>")[0]
    assert "Kies een antwoord." in summary
    assert "<title>Fout:" in visitor.html
    stored = visitor.get(address).next_form.fields
    assert all(stored[name] == ["helemaal"] for name in names[1:])


def test_a_page_that_is_not_complete_may_be_left_through_the_overview(visitor):
    begin(visitor)
    first = next(iter(visitor.next_form.options))

    visitor.fill({first: "helemaal", "_overzicht": "1"})

    assert visitor.status == 200
    assert "Bezig. 4 stellingen, nog 3 open." in visitor.text


def test_two_tabs_with_different_answers_of_one_page_lose_nothing(visitor):
    begin(visitor)
    address = visitor.address
    one, other, *_ = visitor.next_form.options
    visitor.post(address, {one: "helemaal"})
    visitor.post(address, {other: "nog-niet"})

    fields = visitor.get(address).next_form.fields
    assert (fields[one], fields[other]) == (["helemaal"], ["nog-niet"])


def test_a_page_that_was_opened_earlier_undoes_nothing(visitor):
    begin(visitor)
    address, old = visitor.address, dict(visitor.next_form.fields)
    one, other, *_ = visitor.next_form.options
    visitor.get(address).fill({one: "helemaal", "_notitie": "Uit de andere tab."})

    visitor.post(address, {**old, other: "nog-niet", "_overzicht": "1"})

    fields = visitor.get(address).next_form.fields
    assert fields["_notitie"] == ["Uit de andere tab."]
    assert (fields[one], fields[other]) == (["helemaal"], ["nog-niet"])


def test_what_is_changed_back_after_going_back_in_the_browser_is_saved(visitor):
    """A browser may show the page as it was left: made with the first answers, sent anew."""
    begin(visitor)
    first, *rest = visitor.next_form.options
    visitor.fill({first: "nog-niet", "_overzicht": "1"})
    address = f"/scan/{visitor.address.split('/')[2]}/onderdeel/ontwikkelen"
    page = dict(visitor.get(address).next_form.fields)
    changed = {first: "helemaal", rest[0]: "helemaal", "_notitie": "Zo.", "_overzicht": "1"}
    visitor.post(address, {**page, **changed})

    visitor.post(address, {**page, **changed, first: "nog-niet", "_notitie": ""})

    fields = visitor.get(address).next_form.fields
    assert (fields[first], fields[rest[0]]) == (["nog-niet"], ["helemaal"])
    assert fields["_notitie"] == [""]


def test_what_another_tab_changed_is_not_undone_by_going_back(visitor):
    begin(visitor)
    one, other, *_ = visitor.next_form.options
    address, page = visitor.address, dict(visitor.next_form.fields)
    visitor.post(address, {**page, one: "helemaal", "_overzicht": "1"})
    visitor.get(address).fill({other: "nog-niet", "_overzicht": "1"})

    visitor.post(address, {**page, one: "nog-niet", "_overzicht": "1"})

    fields = visitor.get(address).next_form.fields
    assert (fields[one], fields[other]) == (["nog-niet"], ["nog-niet"])


def test_the_opening_page_can_be_changed_back_too(visitor):
    begin(visitor)
    address = f"/scan/{visitor.address.split('/')[2]}/start"
    page = dict(visitor.get(address).next_form.fields)
    visitor.post(address, {**page, "interventie": "Anders"})

    visitor.post(address, page)

    fields = visitor.get(address).next_form.fields
    assert fields["interventie"] == page["interventie"]


def test_answers_sent_after_the_role_changed_elsewhere_are_kept(visitor):
    begin(visitor, role="organisatie", phase="willen")
    address, ref = visitor.address, visitor.address.split("/")[2]
    sent = dict.fromkeys(visitor.next_form.options, "helemaal")
    visitor.post(f"/scan/{ref}/start", {"_rol": "uitvoerder"})
    visitor.post(address, {**sent, "_overzicht": "1"})
    visitor.post(f"/scan/{ref}/start", {"_rol": "organisatie"})

    fields = visitor.get(address).next_form.fields
    assert all(fields[name] == ["helemaal"] for name in sent)


def test_answers_sent_after_the_phase_changed_elsewhere_are_kept(visitor):
    begin(visitor, phase="blijven-doen")
    address, ref = visitor.address, visitor.address.split("/")[2]
    sent = dict.fromkeys(visitor.next_form.options, "helemaal")
    visitor.post(f"/scan/{ref}/start", {"huidige-fase": "ontwikkelen"})
    visitor.post(address, {**sent, "_notitie": "Bewaard."})
    visitor.post(f"/scan/{ref}/start", {"huidige-fase": "blijven-doen"})

    fields = visitor.get(address).next_form.fields
    assert all(fields[name] == ["helemaal"] for name in sent)
    assert fields["_notitie"] == ["Bewaard."]


def test_a_page_sent_without_its_note_keeps_the_note(visitor):
    begin(visitor)
    address = visitor.address
    visitor.fill({"_notitie": "Niet vergeten."})

    visitor.post(address, {"_overzicht": "1"})

    assert visitor.get(address).next_form.fields["_notitie"] == ["Niet vergeten."]


def test_a_role_that_does_not_exist_is_refused(visitor):
    ref = begin(visitor).address.split("/")[2]

    visitor.post(f"/scan/{ref}/start", {"_rol": "koning"})

    assert visitor.status == 422


def test_an_option_that_does_not_exist_is_refused_and_the_rest_saved(visitor):
    begin(visitor)
    address = visitor.address
    one, other, *_ = visitor.next_form.options

    visitor.post(address, {one: "<script>", other: "helemaal"})

    assert visitor.status == 422
    assert "Kies een van de antwoorden die er staan." in visitor.text
    assert visitor.get(address).next_form.fields[other] == ["helemaal"]


def test_changing_the_role_keeps_the_answers(visitor):
    begin(visitor, role="ontwikkelaar")
    address, names = visitor.address, set(visitor.next_form.options)
    answer_page(visitor, "helemaal")
    ref = address.split("/")[2]
    visitor.get(f"/scan/{ref}/start").fill({"_rol": "uitvoerder"})
    visitor.get(f"/scan/{ref}/start").fill({"_rol": "ontwikkelaar"})

    fields = visitor.get(address).next_form.fields
    assert all(fields[name] == ["helemaal"] for name in names)


def test_finishing_demands_what_is_required_and_says_where(visitor):
    begin(visitor)
    ref = visitor.address.split("/")[2]

    visitor.get(f"/scan/{ref}/antwoorden").send()

    assert visitor.status == 422
    assert "12 vragen hebben nog geen antwoord" in visitor.text
    summary = visitor.html.partition('id="fouten"')[2]
    page, _, field = summary.split('href="')[1].partition('"')[0].partition("#")
    assert f'id="{field}"' in visitor.get(page).html


def test_all_answers_can_be_changed_from_the_page_that_shows_them(visitor):
    answer_all(begin(visitor))

    visitor.follow("Wijzig")

    assert visitor.status == 200


def test_a_note_comes_back_and_may_be_long(visitor):
    begin(visitor)
    address, note = visitor.address, "Vraag na. " * 500
    answer = {**dict.fromkeys(visitor.next_form.options, "helemaal"), "_notitie": note}
    visitor.fill(answer)

    assert visitor.get(address).next_form.fields["_notitie"] == [note.strip()]


def test_a_note_that_is_too_long_stays_on_the_page(visitor):
    begin(visitor)
    visitor.fill(
        {**dict.fromkeys(visitor.next_form.options, "helemaal"), "_notitie": "x" * 5001}
    )

    assert visitor.status == 422
    assert "x" * 5001 in visitor.html
    assert "hooguit 5000 tekens" in visitor.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Vul hier iets in."),
        ("veel", "Vul een heel getal in van 1 tot en met 500."),
        ("0", "Vul een heel getal in van 1 tot en met 500."),
        ("2,5", "Vul een heel getal in van 1 tot en met 500."),
        ("99999999999999999999", "Vul een heel getal in van 1 tot en met 500."),
    ],
)
def test_a_number_that_does_not_fit_says_what_would(visitor, typed, words):
    visitor.get("/vragenlijst/soorten/start").fill({"naam": "Ding", "aantal": typed})

    assert visitor.status == 422
    assert words in visitor.text
    assert f'value="{typed}"' in visitor.html


def test_a_text_that_is_too_long_stays_on_the_page(visitor):
    visitor.get("/vragenlijst/soorten/start").fill({"naam": "n" * 21, "aantal": "3"})

    assert visitor.status == 422
    assert "hooguit 20 tekens" in visitor.text
    assert "n" * 21 in visitor.html


def test_an_answer_that_brings_up_a_question_shows_it_before_going_on(visitor):
    begin_kinds(visitor)
    address = visitor.address
    ratings = dict.fromkeys(["r-een", "r-twee", "r-drie"], "wel")

    visitor.fill({**ratings, "meer": "ja"})

    assert visitor.address == address
    assert "Vertel maar." in visitor.text


def test_a_question_that_comes_up_at_the_start_is_asked_before_going_on(visitor):
    visitor.get("/vragenlijst/soorten/start").fill(
        {"naam": "Ding", "aantal": "3", "nieuw": "nee"}
    )
    assert "Hoe oud is het?" in visitor.text

    visitor.fill({"leeftijd": "4"})

    assert visitor.address.endswith("/code")


def test_what_is_typed_stands_in_the_statements(visitor):
    begin_kinds(visitor, naam="De <b>Brug</b> & co")

    assert "De &lt;b&gt;Brug" in visitor.html
    assert "De <b>Brug</b> & co werkt." in visitor.text


def test_options_that_exclude_each_other_are_refused_in_words(visitor):
    begin_kinds(visitor)
    visitor.fill(dict.fromkeys(["r-een", "r-twee", "r-drie"], "wel") | {"meer": "nee"})

    visitor.fill({"welke": ["boek", "geen"]})

    assert visitor.status == 422
    assert "Deze antwoorden gaan niet samen." in visitor.text


def test_the_code_is_told_after_the_first_saved_page(visitor):
    visitor.get(f"/vragenlijst/{MAIN}/start")
    visitor.fill({"_rol": "samen", "huidige-fase": "weten"})

    assert visitor.address.endswith("/code")
    assert "30 dagen" in visitor.text
    assert code_on(visitor).count("-") == 2
    assert "mailto:" in visitor.html


def test_the_code_can_be_kept_as_a_file(visitor):
    visitor.get(f"/vragenlijst/{MAIN}/start")
    code = code_on(visitor.fill({"_rol": "samen", "huidige-fase": "weten"}))

    visitor.follow("Bewaar als bestand")

    assert code in visitor.html
    assert "attachment" in visitor.response.headers["Content-Disposition"]


def test_who_fills_in_together_reads_how_long_that_takes(visitor):
    assert "45 tot 60 minuten" in visitor.get(f"/vragenlijst/{MAIN}/start").text


def test_a_note_on_the_first_page_comes_back_in_the_result(visitor):
    visitor.get(f"/vragenlijst/{MAIN}/start")
    visitor.fill(
        {"_rol": "organisatie", "huidige-fase": "ontwikkelen", "_notitie": "Bel de school"}
    ).forward()

    finish(visitor)

    assert "Over jullie interventie Bel de school" in visitor.text


def test_a_first_page_with_only_a_note_keeps_it(visitor):
    visitor.get(f"/vragenlijst/{MAIN}/start").fill({"_notitie": "Bel de school"})

    assert visitor.status == 422
    assert ">\nBel de school</textarea>" in visitor.html
    ref = visitor.next_form.action.split("/")[2]
    assert ">\nBel de school</textarea>" in visitor.get(f"/scan/{ref}/start").html


def test_a_note_on_the_first_page_that_is_too_long_stays_typed(visitor):
    visitor.get(f"/vragenlijst/{MAIN}/start")
    visitor.fill({"_rol": "organisatie", "huidige-fase": "doen", "_notitie": "x" * 5001})

    assert visitor.status == 422
    assert "hooguit 5000 tekens" in visitor.text
    assert "x" * 5001 in visitor.html


def test_nobody_finishes_without_a_role(visitor):
    """Which statements someone gets depends on it, also when they leave by the overview."""
    visitor.get(f"/vragenlijst/{MAIN}/start").fill({"huidige-fase": "doen"})
    assert visitor.status == 422
    actions = [form.action for form in visitor.page.forms]
    ref = next(own.split("/")[2] for own in actions if own.startswith("/scan/"))
    visitor.get(f"/scan/{ref}/")

    assert "Klaar." not in visitor.text
    assert f'href="/scan/{ref}/start"' in visitor.html
    assert visitor.get(f"/scan/{ref}/antwoorden").address == f"/scan/{ref}/start"
    sent = visitor.client.post(f"/scan/{ref}/antwoorden", data={})
    assert sent.headers["Location"] == f"/scan/{ref}/start"
    assert visitor.client.get(f"/scan/{ref}/uitslag").status_code != 200


def test_help_is_called_what_it_is(visitor):
    """With a statement it shows how that looks; with the phase it explains what follows."""
    first = visitor.get(f"/vragenlijst/{MAIN}/start").text
    statements = begin(visitor).text

    assert "Uitleg" in first
    assert "Hoe ziet dat eruit?" not in first
    assert "Hoe ziet dat eruit?" in statements
