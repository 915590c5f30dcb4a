import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from quickscan.presentation import charts
from quickscan.presentation.charts import Skin, Stop, StopState
from quickscan.presentation.language import translator
from quickscan.presentation.outcome import Outcome, outcome
from tests.property.pictures import outside, overlapping, parsed, texts, title
from tests.property.scans import TITLES, assessments

DAY = date(2026, 11, 14)
SOME = settings(deadline=None, max_examples=60)
SKINS = st.sampled_from(Skin)

outcomes = assessments.map(lambda assessment: outcome(assessment, "nl", finished=DAY))


def drawings(told: Outcome, skin: Skin) -> list[str]:
    places, ordered, heading = told.places, told.ordered, told.main
    profiles: list[str] = [
        charts.path_profile(
            places, bands=told.bands, heading=heading, ordered=ordered, wide=wide, skin=skin
        )
        for wide in (True, False)
    ]
    others: list[str] = [
        draw(places, heading=heading, ordered=ordered, skin=skin)
        for draw in (charts.path_strip, charts.path_cover)
    ]
    return profiles + others


@given(outcomes, SKINS)
@SOME
def test_every_title_reads_out_the_figures_of_the_table_in_order(told, skin):
    table = [place.spoken for place in told.places]

    for svg in drawings(told, skin):
        spoken = title(svg)
        assert spoken.endswith(" ".join(table))
        figures = re.findall(r"\d+ van 100", spoken.removeprefix(told.main))
        assert figures == [place.words for place in told.places if place.words]


@given(outcomes, SKINS)
@SOME
def test_every_figure_is_drawn_as_text(told, skin):
    scores = sorted(place.words for place in told.places if place.words)

    for svg in drawings(told, skin):
        drawn = re.findall(r"\d+ van 100", " ".join(own.words for own in texts(svg)))
        assert sorted(drawn) == scores


@given(outcomes)
@SOME
def test_no_text_lies_over_another_or_sticks_out(told):
    for svg in drawings(told, Skin.PRINT):
        assert overlapping(svg) == []
        assert outside(svg) == []


@given(outcomes, SKINS)
@SOME
def test_no_text_is_smaller_than_twelve_pixels(told, skin):
    for svg in drawings(told, skin):
        assert all(own.size >= 12 for own in texts(svg))


stops = st.lists(
    st.builds(
        Stop,
        title=st.sampled_from(TITLES),
        state=st.sampled_from(StopState),
        on_path=st.booleans(),
    ),
    min_size=1,
    max_size=14,
)


@given(stops, st.booleans(), SKINS)
def test_progress_can_be_drawn_for_any_stops(given_stops, wide, skin):
    svg = charts.path_progress(given_stops, translator("nl"), wide=wide, skin=skin)

    assert overlapping(svg) == []
    assert outside(svg) == []
    assert title(svg)


@given(stops, st.booleans(), SKINS)
def test_one_stop_is_decoration(given_stops, last, skin):
    drawn = parsed(charts.path_stop(given_stops[0], last=last, skin=skin))

    assert drawn.attrib["aria-hidden"] == "true"


@given(st.integers(1, 12), SKINS)
def test_the_front_page_has_a_path_of_any_length(count, skin):
    assert parsed(charts.path_home(count, skin=skin)) is not None


@given(outcomes)
@SOME
def test_a_page_drawing_has_no_colours_and_no_styles_of_its_own(told):
    for svg in drawings(told, Skin.PAGE):
        assert "style=" not in svg
        assert "#" not in re.sub(r"&#\d+;", "", svg)
        assert not re.search(r' (fill|stroke)="', svg)
