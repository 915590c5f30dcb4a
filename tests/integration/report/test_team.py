"""The team report: what it says, what it never says, and how it is laid out."""

import re

import pytest

from quickscan.report import html, pdf
from quickscan.report.document.team.values import TeamDocument
from tests.integration.report import team_sample
from tests.integration.report.inspection import Inspection


def test_a_small_team_is_told_in_fives_and_with_a_mark_for_everyone(few):
    assert re.search(r"rond \d?[05] van 100", few.text)
    assert not re.search(r"rond \d?[1-46-9] van 100", few.text)
    assert "r_wg 0" not in few.text


def test_of_a_team_of_ten_or_more_scores_are_whole_with_an_interval(exact):
    assert re.search(r"[^d] \d\d van 100", exact.text)
    assert "dan lag het gemiddelde waarschijnlijk tussen" in exact.text


def test_decimals_stand_in_the_appendix_alone_and_only_of_agreement(exact):
    decimals = re.findall(r"(\S+ )(\d+,\d+)", exact.text)

    assert decimals
    outside = {own for before, own in decimals if before not in ("r_wg ", "100 ")}
    assert {own for own in outside if not re.fullmatch(r"[01],\d\d", own)} == set()
    front = " ".join(exact.pages[:2] + exact.pages[3:8])
    assert not re.search(r"\d,\d", front)


@pytest.mark.parametrize("count", [5, 9, 14, 30])
def test_the_page_for_team_and_board_is_one_page(count):
    document = team_sample.report((count,), name=team_sample.LONG, about=team_sample.LONG)

    assert Inspection(pdf.render(document)).pages[2].startswith("Inhoud")


def test_what_stands_out_comes_with_what_to_talk_about(few):
    outcome = team_sample.told((9,))
    (side,) = outcome.sides

    text = " ".join(few.text.split())
    assert side.divided
    for own in side.divided:
        assert " ".join(own.talk.split()) in text
    for own in (*side.strengths, *side.attention, *side.to_find_out):
        assert own.text in text
    for advice in side.advice:
        assert advice.title in text


def test_of_nearly_everyone_no_number_is_printed():
    (side,) = team_sample.told((9,)).sides
    alike = [own for theme in side.themes for own in theme.statements if "Bijna" in own.words]
    document = team_sample.report((9,))
    rows = {own.text: own for part in document.groups[0].parts for own in part.statements}

    assert alike
    assert all(rows[own.text].drawing == "" for own in alike)


def test_a_hidden_group_is_named_and_nothing_else_is_said_of_it(several):
    assert "te weinig antwoorden" in several.pages[1]
    assert "Team C" in several.pages[1]
    after = several.text[
        several.text.index("Te weinig antwoorden om te tonen We tonen iets") :
    ]
    assert "Team C" in after
    assert not re.search(r"\b(vier|4) mensen", several.text)


def test_groups_stand_beside_each_other_before_their_own_parts(several):
    titles = ("De groepen naast elkaar", "Team A", "Team B", "Team D", "De adviezen")

    places = [several.bookmarks.index(own) for own in titles]
    assert places == sorted(places)
    assert several.places["De groepen naast elkaar"] == 2


def test_every_group_is_in_every_table_beside_the_others(several):
    front = several.pages[1]

    assert front.index("Fasen van de invoering") < front.index("Wat van invloed is en plan")
    assert front.count("Team D") == 3, "the drawing and two tables"


def test_more_groups_than_can_be_drawn_still_stand_in_tables():
    document = team_sample.report((6,) * 30, names=[f"Team {own}" for own in range(30)])

    made = Inspection(pdf.render(document))
    assert document.sheet.drawing == ""
    assert all(f"Team {own} " in " ".join(made.pages[1:6]) for own in range(30))


def test_contents_fit_on_one_page_and_the_last_page_explains_every_figure(each_team):
    own = each_team
    (at,) = (
        page for page, text in enumerate(own.pages) if text.startswith(("Inhoud", "Contents"))
    )

    assert not own.pages[at + 1].startswith(("Inhoud", "Contents"))
    assert "r_wg" in own.pages[-1]


@pytest.fixture(params=["few", "exact", "several", "english_team"])
def each_team(request):
    return request.getfixturevalue(request.param)


def test_the_contents_lead_to_every_part(few, several):
    for own in (few, several):
        assert own.places
        assert all(page > 1 for page in own.places.values())


def test_two_runs_make_the_same_bytes(few):
    assert pdf.render(team_sample.report((9,))) == few.bytes


def test_the_fingerprint_follows_the_figures():
    same = pdf.fingerprint(team_sample.report((9,)))

    assert pdf.fingerprint(team_sample.report((9,))) == same
    assert pdf.fingerprint(team_sample.report((8,))) != same


def test_names_are_printed_and_not_obeyed(long_names):
    page = html.page(team_sample.long_names())

    assert "<script>" not in page
    assert "<script>alert(1)</script>" in " ".join(long_names.text.split())


def test_every_drawing_says_in_words_what_it_shows(few):
    figures = few.elements("Figure")

    assert len(figures) > 10
    assert all(str(own.source.Alt) for own in figures)


def test_a_hidden_team_alone_still_makes_a_report():
    made = Inspection(pdf.render(team_sample.report((4,))))

    assert "Te weinig antwoorden om te tonen." in made.text
    assert "We tonen iets vanaf vijf mensen die meededen" in made.text
    assert "Wat jullie antwoordden" not in made.text


def test_an_english_report_has_no_dutch(english_team):
    for words in ("Jullie", "Te weinig", "mensen", "Uit te zoeken", "antwoordden"):
        assert words not in english_team.text


def test_advice_is_only_what_the_result_has():
    document: TeamDocument = team_sample.report((9,))
    advices = document.groups[0].advices

    assert advices
    assert len(advices.advice) <= 8
    assert all(own.because == () for own in advices.advice)


@pytest.mark.parametrize("count", [5, 10, 30])
def test_no_report_of_one_team_is_longer_than_eighteen_pages(count):
    assert len(Inspection(pdf.render(team_sample.report((count,)))).pages) <= 18


def test_what_people_wrote_is_printed_word_for_word_and_below_ten_nothing(asking):
    text = " ".join(asking.text.split())

    assert "We hebben <genoeg> tijd." in text
    assert "11 mensen schreven iets. Woord voor woord, in een willekeurige volgorde." in text
    assert "Te weinig antwoorden om te tonen. We tonen dit vanaf tien mensen die iets" in text
    for words in team_sample.WRITTEN[3:]:
        assert text.count(words) == 1, words
    assert "<script>" not in html.page(team_sample.asking())
    assert "Bij een open vraag van de organisatie staat letterlijk" in text


def test_a_report_without_own_questions_says_nothing_of_them(exact):
    for words in ("Vragen van", "letterlijk", "schreven iets"):
        assert words not in exact.text, words
