"""A guide in words, ready to be printed."""

from quickscan.domain.ids import QuestionId, SourceId
from quickscan.domain.questionnaire import Source
from quickscan.domain.questions import TextQuestion
from quickscan.presentation.guiding import guide_in_words
from tests.builders import (
    DOEN,
    FASE,
    WETEN,
    guide,
    meeting,
    questionnaire,
    rating,
    text,
    worksheet,
)

TEAM = TextQuestion(id=QuestionId("team"), text=text("Wie?"), fallback=text("het team"))


def told(*meetings, language="nl", **more):
    own = questionnaire(TEAM, rating("a"), guide=guide(*meetings, **more))
    found = guide_in_words(own, language)
    assert found is not None
    return found


def test_without_a_guide_there_are_no_words():
    assert guide_in_words(questionnaire(rating("a")), "nl") is None


def test_a_meeting_tells_its_time_and_its_figures_by_dimension():
    (own,) = told(meeting("een", minutes=45, figures=((FASE, DOEN), (FASE, WETEN)))).meetings

    assert (own.name, own.title, own.time) == ("een", "een", "45 minuten")
    assert own.figures == (("fase", ("doen", "weten")),)
    assert [(row.time, row.markdown) for row in own.agenda] == [("45 minuten", "Tekst.")]
    assert own.dilemmas == ""


def test_the_time_is_told_in_the_language_that_is_asked():
    assert told(meeting("een"), language="en").meetings[0].time == "30 minutes"


def test_nobody_in_particular_answered_so_the_fallback_stands_there():
    own = told(meeting("een", dilemmas=text("Vraag {team}.")), introduction=text("{team}!"))

    assert own.markdown == "Het team!"
    assert own.meetings[0].dilemmas == "Vraag het team."


def test_what_comes_from_a_source_names_it():
    book = Source(
        id=SourceId("boek"),
        title=text("Een boek"),
        publisher=text("Voorbeeld"),
        year=2020,
        url="https://voorbeeld.nl",
    )
    told_by = guide(meeting("een", source=book.id), meeting("twee"))
    own = guide_in_words(questionnaire(rating("a"), guide=told_by, sources=(book,)), "nl")

    assert own is not None
    assert own.source == own.meetings[1].source == own.source_url == ""
    assert own.meetings[0].source == "Voorbeeld, Een boek, 2020"
    assert own.meetings[0].source_url == "https://voorbeeld.nl"


def test_a_table_has_its_rows_or_empty_ones():
    with_rows = worksheet("kaart", columns=(text("Wie"), text("Wat")), rows=(text("Wij"),))
    without = worksheet("lijst", columns=(text("Wie"),), lines=2)
    asked = worksheet("vragen", "Wat?")
    sheets = told(meeting("een", with_rows, without, asked)).meetings[0].worksheets

    assert [sheet.rows for sheet in sheets] == [("Wij",), ("", ""), ()]
    assert [sheet.columns for sheet in sheets] == [("Wie", "Wat"), ("Wie",), ()]
    assert (sheets[2].questions, sheets[2].lines) == (("Wat?",), 3)
