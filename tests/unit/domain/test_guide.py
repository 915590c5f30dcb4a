"""What a meeting of a team is about."""

from tests.builders import DOEN, FASE, WETEN, guide, meeting, rating, worksheet

KNOWING, DOING = rating("a"), rating("b", themes=((FASE, DOEN),))


def test_a_meeting_is_about_the_questions_of_its_themes():
    own = meeting("kijken", figures=((FASE, WETEN),))

    assert own.is_about(KNOWING)
    assert not own.is_about(DOING)


def test_a_meeting_without_figures_is_about_all():
    assert meeting("kijken").is_about(KNOWING)
    assert meeting("kijken").is_about(DOING)


def test_a_guide_has_the_worksheets_of_all_its_meetings():
    kaart, lijst = worksheet("kaart", "Wat?"), worksheet("lijst", "Wie?")

    assert guide(meeting("een", kaart), meeting("twee", lijst)).worksheets == (kaart, lijst)
