"""Drawings of a group: a mark per person, a bar per option, a mean with its interval."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from quickscan.domain.ids import QuestionId, ThemeId
from quickscan.presentation.charts import (
    Skin,
    answers_drawn,
    mean_drawn,
    path_profile,
    path_strip,
)
from quickscan.presentation.charts.lettering import width
from quickscan.presentation.outcome.values import Place, PlaceState
from quickscan.presentation.team_outcome import Showing, Statement, Tally, TeamTheme
from tests.property.pictures import overlapping

LONG = "een antwoord dat zo lang is dat het nooit op een enkele regel van deze tekening past"


def statement(*tallies, showing=Showing.ROUGH):
    return Statement(
        id=QuestionId("q"),
        text="Stelling.",
        theme="Doen",
        showing=showing,
        words="Jullie zijn verdeeld",
        tallies=tallies,
        spoken="Lager: 3, midden: 0, hoger: 2. Daarnaast weet ik niet: 4.",
    )


PARTS = (
    Tally(label="lager", number=3),
    Tally(label="midden", number=0, fill=0.5),
    Tally(label="hoger", number=2, fill=1),
    Tally(label="weet ik niet", number=4, apart=True),
)


def theme(score=62, low=58, high=66, state=PlaceState.SCORED):
    place = Place(
        id=ThemeId("doen"),
        title="Doen",
        state=state,
        band="jullie zijn het eens",
        spoken="Doen: te weinig antwoorden om te tonen.",
        summary="",
        calculation="",
        score=score,
    )
    return TeamTheme(
        place=place,
        showing=Showing.EXACT,
        label="op weg",
        agreement="eens",
        sentences=(),
        people="14",
        statements=(),
        low=low,
        high=high,
        interval=f"{low} tot {high}",
        spoken="Gemiddelde 62 van 100, waarschijnlijk tussen 58 en 66.",
    )


def words(svg):
    return [own.text for own in ET.fromstring(svg).iter() if own.tag.endswith("text")]  # noqa: S314  our own


def test_every_person_on_the_scale_is_a_disc_and_off_it_a_dashed_square():
    drawn = answers_drawn(statement(*PARTS))

    assert drawn.count("<circle") == 5
    assert drawn.count("<rect") == 4
    assert words(drawn) == ["3", "lager", "0", "midden", "2", "hoger", "4", "weet ik niet"]


def test_a_title_reads_out_every_number():
    assert "<title>Lager: 3, midden: 0, hoger: 2. Daarnaast" in answers_drawn(
        statement(*PARTS)
    )


def test_from_ten_people_each_option_is_a_bar_as_long_as_its_number():
    drawn = answers_drawn(statement(*PARTS, showing=Showing.EXACT))
    bars = [
        float(own) for own in re.findall(r'width="([\d.]+)" height="16" class="fa"', drawn)
    ]

    assert len(bars) == 2
    assert bars[0] / bars[1] == pytest.approx(1.5, rel=0.01)
    assert words(drawn) == ["lager", "3", "midden", "0", "hoger", "2", "weet ik niet", "4"]


def test_without_numbers_there_is_no_drawing():
    assert answers_drawn(statement()) == ""
    assert mean_drawn(replace(theme(), low=None)) == ""


@pytest.mark.parametrize("showing", [Showing.ROUGH, Showing.EXACT])
@pytest.mark.parametrize("number", [0, 1, 9, 36, 37, 5000])
def test_nothing_stands_outside_the_drawing(showing, number):
    tallies = (
        *PARTS,
        Tally(label=LONG, number=number, apart=True),
        Tally(label=LONG, number=2),
    )
    drawn = answers_drawn(statement(*tallies, showing=showing), skin=Skin.PRINT)
    root = ET.fromstring(drawn)  # noqa: S314  our own
    high = float(root.attrib["height"])

    for own in root.iter("{http://www.w3.org/2000/svg}text"):
        wide = width(
            own.text or "", float(own.attrib["font-size"]), bold="font-weight" in own.attrib
        )
        assert float(own.attrib["x"]) + wide <= 329
        assert float(own.attrib["y"]) <= high
    for own in root.iter("{http://www.w3.org/2000/svg}circle"):
        assert float(own.attrib["cx"]) + 8 <= 329
        assert float(own.attrib["cy"]) + 8 <= high


@pytest.mark.parametrize(("low", "score", "high"), [(0, 0, 3), (58, 62, 66), (98, 100, 100)])
def test_the_words_of_a_mean_stay_inside_its_drawing(low, score, high):
    drawn = mean_drawn(theme(score, low, high), skin=Skin.PRINT)

    for own in ET.fromstring(drawn).iter("{http://www.w3.org/2000/svg}text"):  # noqa: S314  our own
        half = width(own.text or "", float(own.attrib["font-size"]), bold=True) / 2
        if own.get("text-anchor") == "middle":
            assert half <= float(own.attrib["x"]) <= 328 - half


def test_on_a_page_shapes_have_classes_and_in_print_colours():
    page, print_ = (answers_drawn(statement(*PARTS), skin=own) for own in Skin)

    assert "fill=" not in page
    assert "class=" not in print_


@pytest.mark.parametrize("wide", [True, False])
def test_what_is_hidden_is_hatched_and_not_dotted(wide):
    hidden = theme(score=None, state=PlaceState.HIDDEN).place
    later = theme(score=None, state=PlaceState.NOT_YET).place

    drawn = path_profile([hidden, hidden], wide=wide)

    assert drawn.count("M") > path_profile([later, later], wide=wide).count("M") + 30
    assert "stroke-dasharray" not in drawn
    assert "te weinig antwoorden om te tonen" in drawn


def test_on_the_strip_a_score_in_more_words_does_not_run_into_the_next():
    place = replace(theme().place, words="around 60 out of 100", band="")

    drawn = path_strip([replace(place, id=ThemeId(f"t{own}")) for own in range(6)])

    assert overlapping(drawn) == []
