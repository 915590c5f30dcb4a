"""Drawings for who reads from right to left."""

import re
from xml.etree import ElementTree as ET

import pytest

from quickscan.presentation import charts
from quickscan.presentation.charts.drawing import Lettering, Pen, picture
from quickscan.presentation.charts.mirroring import facing, mirrored
from quickscan.presentation.language import is_right_to_left, ours, own_name, translator

PEN = Pen()
SMALL = picture(
    100,
    20,
    [
        PEN.circle(10, 5, 2),
        PEN.text(30, 10, "in", Lettering(size=10)),
        PEN.text(90, 10, "end", Lettering(size=10, anchor="end")),
        PEN.path("M1 1l2 2", upright=2),
    ],
    title="Klein",
)


def test_letters_and_ticks_stand_upright_where_the_rest_is_turned():
    root = ET.fromstring(mirrored(SMALL))  # noqa: S314  a drawing of ours
    (title, group) = root
    circle, start, end, tick = group

    assert title.text == "Klein"
    assert group.get("transform") == "translate(100 0) scale(-1 1)"
    assert circle.get("transform") is None
    assert start.get("transform") == "translate(60 0) scale(-1 1)"
    assert (start.get("text-anchor"), end.get("text-anchor")) == ("end", "start")
    assert tick.get("transform") == "translate(4 0) scale(-1 1)"
    assert (start.text, end.text) == ("in", "end")


@pytest.mark.parametrize(("language", "turned"), [("nl", False), ("ar", True), ("fa", True)])
def test_only_right_to_left_languages_turn_a_drawing(language, turned):
    assert is_right_to_left(language) is turned
    assert (facing(SMALL, language) != SMALL) is turned


def test_every_tick_of_the_path_stays_a_tick():
    stops = [charts.Stop(title="A", state=charts.StopState.DONE)] * 2
    drawn = charts.path_progress(stops, translator("nl"), wide=True, classes="")
    turned = charts.facing(drawn, "ar")

    assert drawn.count("data-upright") == 2
    assert len(re.findall(r'<path transform="translate\(', turned)) == 2


def test_a_language_we_do_not_speak_keeps_its_name_and_gets_dutch_words():
    assert translator("ar").language == "ar"
    assert translator("ar").speaks == "nl"
    assert translator("ar")("Weten") == ours("Weten")
    assert (own_name("nl"), own_name("ar"), own_name("xx")) == ("Nederlands", "العربية", "xx")
