"""What a meeting of a team is about."""

from quickscan.domain.guide import AgendaItem, Meeting
from quickscan.domain.ids import MeetingId
from tests.builders import DOEN, FASE, WETEN, rating, text

KNOWING, DOING = rating("a"), rating("b", themes=((FASE, DOEN),))


def meeting(*figures):
    return Meeting(
        id=MeetingId("kijken"),
        title=text(),
        aim=text(),
        minutes=30,
        agenda=(AgendaItem(minutes=30, text=text()),),
        figures=figures,
    )


def test_a_meeting_is_about_the_questions_of_its_themes():
    own = meeting((FASE, WETEN))

    assert own.is_about(KNOWING)
    assert not own.is_about(DOING)


def test_a_meeting_without_figures_is_about_all():
    assert meeting().is_about(KNOWING)
    assert meeting().is_about(DOING)
