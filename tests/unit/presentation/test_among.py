"""One among others: what is said and drawn, and what is not."""

from fractions import Fraction

import pytest

from quickscan.domain.anonymity import Detail, ShownTheme
from quickscan.domain.benchmark import NoBenchmark, WhyNoBenchmark
from quickscan.domain.progress import WhyNot
from quickscan.domain.publishing import Published
from quickscan.presentation.among import (
    AmongFigures,
    AmongRow,
    Others,
    among_in_words,
    among_key,
    of_group,
    of_person,
)
from quickscan.presentation.charts import Skin, among_drawn
from tests.builders import FASE, WETEN, dimension, rating
from tests.builders import questionnaire as build
from tests.property.pictures import outside, overlapping, title

OWN = build(rating("q"))
TEN = Published(number=10, quartiles=(Fraction(205, 4), Fraction(113, 2), Fraction(253, 4)))
FIVE = Published(number=5, quartiles=(Fraction(30), Fraction(40), Fraction(50)), is_rough=True)
NONE = NoBenchmark(why=WhyNoBenchmark.TOO_FEW, needed=3)


def row(
    shown, own="55 van 100", score=55, place=None, others=Others.ORGANISATIONS
) -> AmongRow:
    figures = AmongFigures(own=own, score=score, shown=shown, place=place)
    (told,) = among_in_words(OWN, {(FASE, WETEN): figures}, "nl", others)
    return told.rows[0]


def test_quartiles_are_told_in_whole_points_with_ones_place():
    found = row(TEN, place=Fraction(40))

    assert (found.middle_words, found.half) == ("57 van 100", "51 tot 63")
    assert (found.where, found.place) == ("in de middelste helft", "40 van 100")
    assert found.spoken == (
        "weten: 55 van 100. Het midden is 57 van 100, de middelste helft is 51 tot 63. "
        "Jullie plek: in de middelste helft."
    )


def test_rounded_figures_are_told_as_such():
    found = row(FIVE)

    assert (found.middle_words, found.half) == ("rond 40 van 100", "rond 30 tot rond 50")
    assert found.where == "hoger dan de middelste helft"
    assert row(TEN, score=20).where == "lager dan de middelste helft"


@pytest.mark.parametrize(
    ("why", "others", "words"),
    [
        (NONE, Others.ORGANISATIONS, "er zijn er nog 3 nodig"),
        (NONE, Others.PEOPLE, "Te weinig mensen: er zijn er nog 3 nodig."),
        (
            NoBenchmark(why=WhyNoBenchmark.TOO_FEW, needed=1),
            Others.ORGANISATIONS,
            "Te weinig organisaties: er is er nog één nodig.",
        ),
        (
            NoBenchmark(why=WhyNoBenchmark.ONE_TOO_LARGE, needed=1),
            Others.ORGANISATIONS,
            "meer dan de helft",
        ),
        (
            NoBenchmark(why=WhyNoBenchmark.SHOWS_OTHERS, needed=1),
            Others.ORGANISATIONS,
            "laten we dit thema niet zien",
        ),
    ],
)
def test_why_nothing_is_shown_is_told_with_what_more_is_needed(why, others, words):
    found = row(why, others=others)

    assert words in found.nothing
    assert words in found.spoken
    assert found.number == 0


def test_ones_own_hidden_score_is_no_place_and_no_mark():
    hidden = ShownTheme(detail=Detail.HIDDEN)
    own = of_group(hidden, TEN, None, "nl")
    assert own is not None
    found = row(TEN, own=own.own, score=own.score)

    assert (found.own, found.where) == ("te weinig antwoorden", "")
    with_mark, without = (
        among_drawn([each], KEY).count("<circle") for each in (row(TEN), found)
    )
    assert with_mark == without + 1


def test_what_was_not_asked_or_has_no_score_is_left_out():
    unasked = ShownTheme(detail=Detail.HIDDEN, not_asked=WhyNot.NOT_YET)

    assert of_group(unasked, TEN, None, "nl") is None
    assert of_person(None, TEN, None, "nl") is None
    assert among_in_words(OWN, {(FASE, WETEN): None}, "nl", Others.PEOPLE) == ()


def test_a_dimension_that_says_the_same_nothing_is_not_told_again():
    own = build(
        rating("q", themes=((FASE, WETEN),)),
        dimensions=(dimension("fase", "weten", "doen"), dimension("factor", "geld")),
    )
    figures = AmongFigures(own="55 van 100", score=55, shown=NONE, place=None)
    other = own.dimensions[1]
    places = {(FASE, WETEN): figures, (other.id, other.themes[0].id): figures}

    (told,) = among_in_words(own, places, "nl", Others.ORGANISATIONS)
    assert told.title == "fase"


# --- drawing ----------------------------------------------------------------------------

KEY = among_key("nl", Others.ORGANISATIONS)
LONG = AmongRow(
    title="Een thema met een naam die over meer dan een regel gaat omdat hij lang is",
    own="rond 60 van 100",
    score=100,
    number=5,
    low=0,
    middle=0,
    high=100,
    spoken="Lang.",
)


@pytest.mark.parametrize("wide", [True, False])
@pytest.mark.parametrize("skin", Skin)
def test_a_drawing_reads_out_every_row_and_no_text_lies_over_another(wide, skin):
    rows = [row(TEN), LONG, row(NONE), row(FIVE, score=None, own="te weinig antwoorden")]
    drawn = among_drawn(rows, KEY, heading="Fasen", wide=wide, skin=skin)

    assert title(drawn) == " ".join(["Fasen.", *(own.spoken for own in rows)])
    assert not overlapping(drawn)
    assert not outside(drawn)


def test_where_nothing_is_shown_nothing_is_drawn():
    assert among_drawn([row(NONE)], KEY) == ""
