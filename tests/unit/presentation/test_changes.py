"""What changed, in the words of an author."""

from quickscan.presentation.changes import changes_in_words
from tests.builders import (
    DOEN,
    FASE,
    advice,
    band,
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

A, B = rating("a", text=text("A staat er.")), rating("b", themes=((FASE, DOEN),))


def words(old, new, language="nl"):
    return changes_in_words((old, new), language)


def lines(told):
    return [change.words for group in told.groups for change in group.changes]


def test_other_words_say_whether_the_question_stays_the_same():
    old = questionnaire(A, B)
    other = rating("a", text=text("A is er."))
    (change,) = words(old, questionnaire(other, B, version=2)).groups[0].changes

    assert change.words == "De tekst van ‘A is er’ (a)"
    assert (change.was, change.becomes) == ("A staat er.", "A is er.")
    assert change.note.endswith("Zet dan a onder same_meaning.")
    same = questionnaire(other, B, version=2, same_meaning=("a",))
    assert words(old, same).groups[0].changes[0].note == "Telt als dezelfde vraag."


def test_a_question_that_came_says_where_and_for_whom():
    new = rating("c", text=text("C staat er."), roles=("baas",))
    old = questionnaire(A, B, roles=roles("baas", "team"))
    told = words(old, questionnaire(A, B, new, version=2, roles=roles("baas", "team")))

    assert lines(told) == ["Erbij: ‘C staat er’ (c)"]
    assert told.groups[0].changes[0].note == "In ‘s’, voor: baas."
    assert told.roles == (
        "baas: van 2 naar 3 stellingen, 1 erbij en 0 weg.",
        "team: van 2 naar 2 stellingen, 0 erbij en 0 weg.",
    )


def test_themes_that_cannot_be_compared_say_why():
    told = words(questionnaire(A, B), questionnaire(A, rating("c"), version=2))

    assert told.comparable == ()
    assert told.incomparable == ("fase, weten: c is erbij.", "fase, doen: b is weg.")


def test_conditions_roles_and_options_are_told_in_words():
    old = questionnaire(A, B, advice=(advice("x", when("a", "0")),), roles=roles("baas"))
    new = questionnaire(
        rating("a", text=A.text, roles=("baas",), options=(option("0", 0), option("1", 5))),
        B,
        version=2,
        advice=(advice("x", when("a", "0", "1")),),
        roles=roles("baas"),
    )
    told = [c for group in words(old, new).groups for c in group.changes]

    assert [(c.words, c.was, c.becomes) for c in told if "x" not in c.words] == [
        ("De rollen van ‘A staat er’ (a)", "alle rollen", "baas"),
    ]
    assert (told[-1].was, told[-1].becomes) == ("a is 0", "a is 0 of 1")


def test_a_guide_that_came_says_how_many_meetings_it_has():
    new = questionnaire(A, B, version=2, guide=guide(meeting("een"), meeting("twee")))
    told = words(questionnaire(A, B), new)

    assert [group.title for group in told.groups] == ["Gids"]
    assert lines(told) == ["Erbij: de gids"]
    assert told.groups[0].changes[0].note == "2 bijeenkomsten."
    assert told.incomparable == ()


def test_what_changed_in_a_guide_is_told_in_words():
    old = meeting("een", worksheet("kaart", "Wat?"), figures=((FASE, DOEN),))
    new = meeting("een", worksheet("kaart", "Wie?", "Wat?"), minutes=45)
    told = words(
        questionnaire(A, B, guide=guide(old)),
        questionnaire(A, B, version=2, guide=guide(new, introduction=text("Begin."))),
    )

    assert [(c.words, c.was, c.becomes) for c in told.groups[0].changes] == [
        ("De inleiding van de gids", "–", "Begin."),
        ("De minuten van ‘een’ (een)", "30", "45"),
        ("De cijfers op tafel van ‘een’ (een)", "fase: doen", "–"),
        ("De agenda van ‘een’ (een)", "30 minuten: Tekst.", "45 minuten: Tekst."),
        ("De vragen van ‘kaart’ (kaart)", "Wat?", "Wie?; Wat?"),
    ]


def test_it_speaks_english():
    old = questionnaire(A, B)
    new = questionnaire(A, B, version=2, bands=(band("laag", 0), band("hoog", 55)))
    told = words(old, new, "en")

    assert told.title == "Klein: from version 1 to version 2"
    assert lines(told) == ["The start of ‘hoog’ (hoog)"]
    assert told.incomparable == ()


def test_nothing_changed_has_no_groups():
    moved = questionnaire(section(A, B), version=2)

    assert words(questionnaire(A, B), moved).groups == ()
