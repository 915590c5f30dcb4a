"""The guide of `beslissende-professional`: four meetings, and nothing else that changed."""

from quickscan.config import PROJECT
from quickscan.definitions.reader import read
from quickscan.definitions.translating import translations
from quickscan.domain.changes import Thing, changes
from quickscan.domain.comparability import comparability

FOLDER = PROJECT / "questionnaires" / "beslissende-professional"
FIRST, SECOND = (
    read(name, (FOLDER / name).read_text("utf-8")) for name in ("v1.yaml", "v2.yaml")
)


def test_only_the_guide_came_and_all_themes_stay_comparable():
    assert [change.thing for change in changes(FIRST, SECOND)] == [Thing.GUIDE]
    assert all(own.holds for own in comparability((FIRST, SECOND)))


def test_there_are_four_meetings_each_with_figures_dilemmas_and_worksheets():
    guide = SECOND.guide

    assert guide is not None
    assert len(guide.meetings) == 4
    for meeting in guide.meetings:
        assert meeting.figures, meeting.id
        assert meeting.dilemmas, meeting.id
        assert meeting.worksheets, meeting.id
        assert any(meeting.is_about(own) for own in SECOND.questions.values()), meeting.id


def test_every_theme_comes_on_the_table_once_or_more():
    guide = SECOND.guide
    themes = {(axis.id, theme.id) for axis in SECOND.dimensions for theme in axis.themes}

    assert guide is not None
    assert {place for meeting in guide.meetings for place in meeting.figures} == themes


def test_all_of_it_is_there_in_english():
    (english,) = translations(SECOND)

    assert english.missing == ()


def test_its_examples_are_those_of_the_first_version():
    first, second = (
        (FOLDER / f"{name}.scenarios.yaml").read_text("utf-8") for name in ("v1", "v2")
    )

    assert first.partition("- name:")[2] == second.partition("- name:")[2]
