"""What is printed of a round: a poster, cards to draw, and a draft to read along."""

import pytest

from quickscan.presentation.team_outcome import Group, team_outcome
from quickscan.report import pdf
from quickscan.report.document import cards, poster, team_document
from quickscan.services.invented import PEOPLE, SIZE, invented_result
from tests.integration.report import round_sample
from tests.integration.report.inspection import Inspection
from tests.integration.report.round_sample import CODES, ENTRANCE


def test_a_poster_says_what_it_is_until_when_how_long_and_who_sees_what(on_the_wall):
    (page,) = on_the_wall.pages

    for words in (
        "Team Noord, doe je mee?",
        "Implementatie-Quickscan.",
        "Van 24 november 2026 tot en met 8 december 2026",
        "Ongeveer 10 minuten",
        "Zonder account en zonder naam",
        "Fijn dat je meedoet.",
        "Jouw antwoorden ziet niemand anders",
        "alleen van groepen van minstens 5 mensen",
        "H47M-K2XW-9RTD",
    ):
        assert words in page, words
    assert f"{ENTRANCE}/H47M-K2XW-9RTD" in page.replace("H47M- ", "H47M-")


def test_its_drawing_says_where_it_leads_and_its_link_leads_there(on_the_wall):
    (figure,) = on_the_wall.elements("Figure")

    assert str(figure.source.Alt) == f"QR-code naar {ENTRANCE}/H47M-K2XW-9RTD"
    assert {str(link.A.URI) for link in on_the_wall.links} == {f"{ENTRANCE}/H47M-K2XW-9RTD"}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("single_use", [False, True])
def test_a_poster_is_one_page_whatever_it_says(language, single_use):
    call = round_sample.longest(language=language, single_use=single_use)
    made = Inspection(pdf.render(poster(call)))

    assert len(made.pages) == 1
    assert "woord…" in made.text, "the word is shortened"
    last = {"nl": "Voor je begint, lees je precies", "en": "Before you begin, you read"}
    assert last[language] in made.text


def test_a_poster_for_a_team_with_cards_shows_no_code_to_take_part():
    made = Inspection(pdf.render(poster(round_sample.call(single_use=True))))

    assert "Trek een kaartje, zonder te kijken." in made.text
    assert "Of typ deze code" not in made.text


def test_every_code_is_on_one_card_with_its_link_and_drawing(to_draw):
    drawn = [str(figure.source.Alt) for figure in to_draw.elements("Figure")]

    assert drawn == [f"QR-code naar {ENTRANCE}/{code}" for code in CODES]
    assert {str(link.A.URI) for link in to_draw.links} == {f"{ENTRANCE}/{c}" for c in CODES}
    assert len(to_draw.pages) == 4, "what to do, and ten on a page"
    assert all(page.count("zonder te kijken") == 10 for page in to_draw.pages[1:3])
    assert "Wie een code probeert, maakt hem op." in to_draw.pages[0]


def test_cards_fit_their_place_whatever_they_say():
    made = Inspection(pdf.render(cards(round_sample.longest(single_use=True), CODES)))

    assert len(made.pages) == 4


def test_what_is_read_along_has_all_that_a_works_council_asks(to_read):
    for words in (
        "Lees mee met de meting",
        "Dit is een concept van Stichting Voorbeeld.",
        "Jouw antwoorden ziet niemand anders",
        "Een begin voor een DPIA",
        "Gemeente Voorbeeld",
        "privacy@voorbeeld.example",
        "Wie het vel met kaartjes heeft, kan een code proberen.",
    ):
        assert words in to_read.text, words
    for heading in ("Wie ziet wat, en wanneer", "Hoe lang het bewaard wordt", "Alle vragen"):
        assert heading in to_read.bookmarks


def test_every_question_stands_in_it(to_read):
    questionnaire = round_sample.told().questionnaire
    read = to_read.text.replace(" ", "")
    for question in questionnaire.questions.values():
        begin = question.text.to("nl").partition("{")[0].replace(" ", "")
        assert begin in read, question.id


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_invented_team_says_on_every_page_that_it_is(language):
    own = round_sample.told().questionnaire
    groups = (Group(result=invented_result(own, {}), population=SIZE),)
    name = {"nl": "Een verzonnen team", "en": "An invented team"}[language]
    words = team_outcome(own, groups, language, name=name, finished=round_sample.OPENS)
    made = Inspection(pdf.render(team_document(words, "Quickscan 0.1", sample=True)))

    assert "2026" not in made.pages[0], "it was never measured"
    assert all(name in page for page in made.pages)
    assert {"nl": "Een verzonnen voorbeeld", "en": "An invented example"}[
        language
    ] in made.text


def test_the_same_questionnaire_gives_the_same_invented_team():
    own = round_sample.told().questionnaire

    assert invented_result(own, {}).themes == invented_result(own, {}).themes
    assert invented_result(own, {}).count == PEOPLE
