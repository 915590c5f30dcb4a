"""The guide at the end of a team report: each meeting with the team's own figures."""

import re

import pytest

from quickscan.presentation.team_outcome import Scope
from quickscan.report import html
from tests.integration.report import team_sample


def of_decisions(*counts, **more):
    return team_sample.report(counts, own=team_sample.decisions(), **more)


def the_guide():
    guide = team_sample.decisions().guide
    assert guide is not None
    return guide


def test_the_report_of_a_team_ends_with_the_guide(with_guide):
    guide = the_guide()
    titles = [own.title.to("nl") for own in (guide, *guide.meetings)]

    places = [with_guide.bookmarks.index(own) for own in titles]
    assert places == sorted(places)
    assert with_guide.bookmarks.index("Hoe dit rapport gemaakt is") < places[0]
    assert guide.meetings[-1].worksheets[-1].title.to("nl") in with_guide.pages[-1]


def test_each_meeting_and_each_worksheet_begins_a_page(with_guide):
    guide = the_guide()
    starts = [own.title.to("nl") for own in (*guide.meetings, *guide.worksheets)]

    tops = [" ".join(page.split())[:120] for page in with_guide.pages]
    for own in starts:
        assert any(own in top for top in tops), own


def test_a_meeting_has_aim_agenda_figures_and_dilemmas_of_this_team():
    outcome = team_sample.told((12,), own=team_sample.decisions())
    document = of_decisions(12)
    scores = {own.place.title: own.place for own in outcome.sides[0].themes}
    divided = {own.text for own in outcome.sides[0].divided}

    assert document.meetings
    assert divided
    first = document.meetings.meetings[0]
    assert first.aim
    assert first.agenda
    for theme, (score,) in first.figures.rows:
        assert str(scores[theme].score) in score
    for own in document.meetings.meetings:
        assert {each.statement for each in own.questions} <= divided


def test_of_a_team_that_is_hidden_no_figure_is_on_the_table():
    meetings = of_decisions(4).meetings

    assert meetings
    for own in meetings.meetings:
        assert (own.figures, own.questions) == (None, ())
        assert "vanaf vijf mensen" in own.hidden


@pytest.mark.parametrize("scope", [Scope.GROUPS, Scope.ORGANISATION])
def test_of_more_than_a_team_there_is_no_guide(scope):
    assert of_decisions(12, 9, scope=scope).meetings is None


def test_a_questionnaire_without_a_guide_has_none_in_its_report():
    document = team_sample.report((12,))

    assert document.meetings is None
    assert "Bijeenkomst" not in html.page(document)


def test_a_worksheet_has_room_to_write_and_no_answer(with_guide):
    page = next(own for own in with_guide.pages if "Onze vraag voor de leerkring" in own[:400])

    assert not re.search(r"\d+ van 100", page)


def test_in_english_nothing_of_the_guide_is_dutch():
    page = html.page(of_decisions(12, language="en"))
    shown = page[page.index("A learning circle in four meetings</h1>") :]

    assert "Meeting 1, 120 minutes" in shown
    assert not re.search(r"\b(Bijeenkomst|Werkblad|Jullie|verdeeld|Agenda punten)\b", shown)
