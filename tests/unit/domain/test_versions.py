"""What changed between two versions, and which themes stay comparable."""

import pytest

from quickscan.domain.changes import How, Part, Thing, changes
from quickscan.domain.comparability import comparability, differing_parts
from quickscan.domain.comparison import WhyNotCompared, compare
from quickscan.domain.texts import Language, Text
from tests.builders import (
    DOEN,
    FASE,
    advice,
    assessed,
    band,
    dimension,
    guide,
    meeting,
    option,
    questionnaire,
    rating,
    roles,
    section,
    text,
    when,
    worksheet,
)

A, B = rating("a"), rating("b", themes=((FASE, DOEN),))
OTHER_WORDS = rating("a", text=text("anders"))


def version(number, *questions, **more):
    return questionnaire(*questions, version=number, **more)


def told(old, new):
    return [(c.thing, c.id, c.how, c.part) for c in changes(old, new)]


def incomparable(*lineage):
    return [own.theme for own in comparability(lineage) if not own.holds]


# --- what changed -----------------------------------------------------------------------


def test_the_same_content_has_no_changes():
    assert changes(version(1, A, B), version(2, A, B)) == ()


def test_questions_come_go_and_move():
    old = version(1, section(A, B, id="s"), section(rating("c"), id="t"))
    new = version(2, section(B, id="s"), section(rating("c"), A, rating("d"), id="t"))

    assert told(old, new) == [
        (Thing.QUESTION, "a", How.MOVED, None),
        (Thing.QUESTION, "d", How.ADDED, None),
    ]
    assert told(new, old)[0] == (Thing.QUESTION, "d", How.DROPPED, None)


def test_only_the_question_that_changed_places_is_told():
    c = rating("c")

    assert told(version(1, A, B, c), version(2, c, A, B)) == [
        (Thing.QUESTION, "c", How.MOVED, None)
    ]


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"text": text("anders")}, Part.TEXT),
        ({"help": text("zo")}, Part.HELP),
        ({"weight": 2}, Part.WEIGHT),
        ({"reversed": True}, Part.REVERSED),
        ({"roles": ("baas",)}, Part.ROLES),
        ({"required": False}, Part.REQUIRED),
        ({"themes": ((FASE, DOEN),)}, Part.THEMES),
    ],
)
def test_a_part_of_a_question_that_changed_is_told(change, part):
    old, new = version(1, A, B), version(2, rating("a", **change), B)

    assert told(old, new) == [(Thing.QUESTION, "a", How.CHANGED, part)]


def test_bands_advice_and_roles_are_told_too():
    old = version(1, A, advice=(advice("x", when("a", "0")),), roles=roles("baas"))
    new = version(
        2, A, advice=(advice("x", when("a", "1")),), bands=(band("laag", 0), band("hoog", 60))
    )

    assert told(old, new) == [
        (Thing.ROLE, "baas", How.DROPPED, None),
        (Thing.BAND, "hoog", How.CHANGED, Part.FROM),
        (Thing.ADVICE, "x", How.CHANGED, Part.WHEN),
    ]


def test_a_guide_that_came_or_went_is_one_change():
    without, withal = version(1, A, B), version(2, A, B, guide=guide(meeting("kijken")))

    assert told(without, withal) == [(Thing.GUIDE, "klein", How.ADDED, None)]
    assert told(withal, without) == [(Thing.GUIDE, "klein", How.DROPPED, None)]


def test_of_a_guide_every_part_that_changed_is_told():
    first, second = meeting("kijken", worksheet("kaart", "Wat?")), meeting("kiezen")
    longer = meeting("kijken", worksheet("kaart", "Wie?"), minutes=40)
    more = meeting("kiezen", worksheet("lijst", "Wat?"), dilemmas=text("Praat."))
    old = version(1, A, B, guide=guide(first, second))
    new = version(2, A, B, guide=guide(longer, more, introduction=text("Begin.")))

    assert told(old, new) == [
        (Thing.GUIDE, "klein", How.CHANGED, Part.INTRODUCTION),
        (Thing.MEETING, "kijken", How.CHANGED, Part.MINUTES),
        (Thing.MEETING, "kijken", How.CHANGED, Part.AGENDA),
        (Thing.MEETING, "kiezen", How.CHANGED, Part.DILEMMAS),
        (Thing.MEETING, "kiezen", How.CHANGED, Part.WORKSHEETS),
        (Thing.WORKSHEET, "kaart", How.CHANGED, Part.QUESTIONS),
        (Thing.WORKSHEET, "lijst", How.ADDED, None),
    ]


def test_a_worksheet_that_went_to_another_meeting_is_told():
    kaart = worksheet("kaart", "Wat?")
    old = version(1, A, B, guide=guide(meeting("een", kaart), meeting("twee")))
    new = version(2, A, B, guide=guide(meeting("een"), meeting("twee", kaart)))

    assert told(old, new) == [
        (Thing.MEETING, "een", How.CHANGED, Part.WORKSHEETS),
        (Thing.MEETING, "twee", How.CHANGED, Part.WORKSHEETS),
    ]


def test_another_guide_leaves_every_theme_comparable():
    old = version(1, A, B)

    assert incomparable(old, version(2, A, B, guide=guide(meeting("kijken")))) == []


# --- what stays comparable --------------------------------------------------------------


def test_themes_without_a_change_stay_comparable():
    assert incomparable(version(1, A, B), version(2, OTHER_WORDS, B)) == ["weten"]


@pytest.mark.parametrize(
    "change",
    [
        {"weight": 2},
        {"reversed": True},
        {"roles": ("baas",)},
        {"when": when("b", "0")},
        {"options": (option("0", 0), option("1", 1), option("2", 3))},
    ],
)
def test_what_a_question_measures_decides(change):
    own = rating("a", **change)

    assert incomparable(version(1, A, B), version(2, own, B)) == ["weten"]


@pytest.mark.parametrize("change", [{"help": text("zo")}, {"talk": text("En?")}])
def test_help_and_talk_may_change(change):
    assert incomparable(version(1, A, B), version(2, rating("a", **change), B)) == []


def test_a_new_and_a_dropped_question_make_another_theme():
    assert incomparable(version(1, A, B), version(2, A, B, rating("c"))) == ["weten"]
    assert incomparable(version(1, A, B, rating("c")), version(2, A, B)) == ["weten"]


def test_another_minimum_makes_other_scores():
    other = (dimension("fase", "weten", "doen", minimum_count=2),)

    assert incomparable(version(1, A, B), version(2, A, B, dimensions=other)) == [
        "weten",
        "doen",
    ]


def test_words_that_mean_the_same_say_so():
    new = version(2, OTHER_WORDS, B, same_meaning=("a",))

    assert incomparable(version(1, A, B), new) == []
    assert differing_parts((version(1, A, B), new), A.id) == ()


def test_every_version_in_between_must_say_so():
    first, last = version(1, A, B), version(3, rating("a", text=text("nog anders")), B)
    silent, loud = version(2, OTHER_WORDS, B), version(2, OTHER_WORDS, B, same_meaning=("a",))
    said = version(3, rating("a", text=text("nog anders")), B, same_meaning=("a",))

    assert incomparable(first, loud, said) == []
    assert incomparable(first, silent, said) == ["weten"]
    assert incomparable(first, loud, last) == ["weten"]


def test_a_translation_that_was_added_changes_nothing():
    both = Text((*A.text.versions, (Language("en"), "a")))

    assert incomparable(version(1, A, B), version(2, rating("a", text=both), B)) == []


def test_other_words_of_options_are_other_answers():
    relabelled = tuple(option(own.id, own.points) for own in A.options[:2])
    other = rating("a", options=(*relabelled, *A.options[2:]))

    assert incomparable(version(1, A, B), version(2, other, B)) == []
    changed = rating("a", options=(option("0", 0), *A.options[1:4], option("nvt")))
    assert incomparable(version(1, A, B), version(2, changed, B)) == ["weten"]


def test_scores_of_two_versions_are_compared_by_the_same_rule():
    old, new = version(1, A, B), version(2, OTHER_WORDS, B)
    then, now = assessed(old, {"a": "0", "b": "0"}), assessed(new, {"a": "2", "b": "2"})

    found = {own.theme: own.why for own in compare(then, now).themes}

    assert found == {"weten": WhyNotCompared.OTHER_QUESTIONS, "doen": None}
    assert [own.question for own in compare(then, now).answers] == ["b"]
