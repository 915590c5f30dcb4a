import re
from dataclasses import replace

import pytest

from quickscan.presentation import charts
from quickscan.presentation.charts import Skin, Stop, StopState
from quickscan.presentation.colours import HouseColours, Palette
from quickscan.presentation.language import translator
from quickscan.presentation.outcome import Mark, MarkState
from tests.property.pictures import parsed, texts, title
from tests.unit.presentation.examples import told

PLACES = told().places
BANDS = told().bands


def a_mark(state: MarkState, quarters: int = 0) -> Mark:
    return Mark(state=state, label="", quarters=quarters)


def test_no_two_kinds_of_answer_look_alike():
    kinds = [a_mark(MarkState.POINTS, quarters) for quarters in range(5)]
    kinds += [a_mark(state) for state in MarkState if state is not MarkState.POINTS]

    assert len({charts.mark(kind) for kind in kinds}) == len(kinds)


def test_a_mark_is_decoration_beside_its_words():
    assert parsed(charts.mark(a_mark(MarkState.UNKNOWN))).attrib["aria-hidden"] == "true"


def test_a_drawing_of_scores_is_a_picture_with_a_title():
    svg = charts.path_profile(PLACES, bands=BANDS, heading="Fasen")

    assert parsed(svg).attrib["role"] == "img"
    assert title(svg) == (
        "Fasen. Ontwikkelen: 81 van 100, gaat goed. Weten: 38 van 100, vraagt aandacht."
        " Begrijpen, waar jullie nu zijn: 63 van 100, op weg. Willen: 55 van 100, op weg."
        " Doen: nog niet aan de orde. Blijven doen: nog niet aan de orde."
    )


@pytest.mark.parametrize("wide", [True, False])
def test_the_scale_goes_from_0_to_100_with_the_bands_on_it(wide: bool):  # noqa: FBT001
    words = [own.words for own in texts(charts.path_profile(PLACES, bands=BANDS, wide=wide))]

    assert words[:4] == ["0", "50", "75", "100"]


def test_a_bar_is_as_long_as_its_score():
    svg = charts.path_profile(PLACES, skin=Skin.PRINT)
    accent = Palette().accent
    boxes = [e for e in parsed(svg).iter() if e.tag.endswith("rect")]
    whole = next(float(e.attrib["width"]) for e in boxes)
    bars = [float(e.attrib["width"]) for e in boxes if e.attrib["fill"] == accent]

    assert [round(100 * bar / whole) for bar in bars] == [81, 38, 63, 55]


def test_the_path_is_dotted_from_the_first_place_that_is_not_yet_asked():
    svg = charts.path_strip(PLACES, skin=Skin.PRINT)
    lines = [e for e in parsed(svg).iter() if re.match(r"M\S+ \S+H", e.attrib.get("d", ""))]

    assert ["stroke-dasharray" in line.attrib for line in lines] == [
        False,
        False,
        False,
        True,
        True,
    ]


def test_what_has_no_order_has_no_path_and_no_loop():
    path = charts.path_profile(PLACES, ordered=True)
    apart = charts.path_profile(PLACES, ordered=False)

    assert "A29 29" in path
    assert "A29 29" not in apart


def test_a_higher_score_gives_another_cover():
    higher = (replace(PLACES[0], score=82), *PLACES[1:])

    assert _without_texts(charts.path_cover(PLACES)) != _without_texts(
        charts.path_cover(higher)
    )


def _without_texts(svg: str) -> str:
    return re.sub(r"<(text|title).*?</\1>", "", svg)


def test_print_uses_the_house_colours():
    palette = Palette(house=HouseColours(accent="#5a2a6e"))
    svg = charts.path_cover(PLACES, palette=palette)

    assert "#5a2a6e" in svg
    assert "#0b5563" not in svg
    assert "class=" not in svg


def test_what_people_typed_is_escaped():
    odd = replace(PLACES[0], title="<b>&\x00", spoken="<b>&\x00: 1 van 100.")
    svg = charts.path_strip([odd])

    assert "&lt;b&gt;&amp;" in svg
    assert title(svg) == "<b>&: 1 van 100."


def test_progress_is_told_in_words():
    states = (StopState.DONE, StopState.DONE, StopState.HERE, StopState.TODO, StopState.LATER)
    names = ("Ontwikkelen", "Weten", "Begrijpen", "Willen", "Doen")
    stops = [Stop(title=n, state=s) for n, s in zip(names, states, strict=True)]
    svg = charts.path_progress(stops, translator("nl"))

    assert title(svg) == (
        "Je bent bij begrijpen. Klaar: ontwikkelen en weten. Nog te doen: willen."
        " Nog niet aan de orde: doen."
    )
    assert [own.words for own in texts(svg)] == list(names)


def test_names_that_would_touch_are_left_out_but_where_you_are():
    stops = [
        Stop(title="Samenwerkingspartners", state=StopState.HERE if i == 3 else StopState.TODO)
        for i in range(9)
    ]

    assert len(texts(charts.path_progress(stops, translator("nl")))) == 1
