import re
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickscan.domain.assessment import Assessment, assess
from quickscan.presentation.outcome import CellKind, MarkState, PlaceState, outcome
from tests.property.scans import assessments
from tests.unit.presentation.examples import stoepgesprek

LANGUAGES = st.sampled_from(["nl", "en", "fy"])
DAY = date(2026, 11, 14)
SOME = settings(deadline=None, max_examples=60)


def strings(value: object) -> list[str]:
    """All texts in a value, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in strings(each)]
    if is_dataclass(value):
        return [text for f in fields(value) for text in strings(getattr(value, f.name))]
    assert value is None or isinstance(value, int | float | Enum), value
    return []


@given(assessments, LANGUAGES)
@SOME
def test_any_scan_can_be_put_into_words(assessment: Assessment, language: str):
    told = outcome(assessment, language, finished=DAY)

    assert not [text for text in strings(told) if re.search(r"\{[a-z-]+\}", text)]


@given(assessments)
@SOME
def test_the_same_answers_give_the_same_words(assessment: Assessment):
    one, other = (outcome(assessment, "nl", finished=DAY) for _ in range(2))

    assert one == other


@given(assessments)
@SOME
def test_every_statement_that_goes_well_has_three_quarters_of_its_points(assessment):
    told = outcome(assessment, "nl", finished=DAY)

    assert len(told.strengths) <= 3
    assert all(line.mark.quarters >= 3 for line in told.strengths)
    assert bool(told.strengths) != bool(told.strengths_intro)


@given(assessments)
@SOME
def test_every_advice_is_printed_once_and_names_its_answers(assessment):
    told = outcome(assessment, "nl", finished=DAY)
    printed = [own.id for place in told.advised for own in place.advice + place.more]

    assert sorted(printed) == sorted(own.id for own in told.advice)
    assert all(len(place.advice) <= 2 for place in told.advised)
    assert sum(len(place.advice) for place in told.advised) <= 8
    assert all(own.reason in own.because for own in told.advice if own.because)
    assert told.improvements == told.advice[:3]


@given(assessments)
@SOME
def test_the_headline_names_every_place_once_under_its_own_word(assessment):
    told = outcome(assessment, "nl", finished=DAY)

    for place in told.places:
        assert place.title.lower()[1:] in told.headline.lower()
        assert place.band.lower()[1:] in told.headline.lower()


@given(assessments)
@SOME
def test_a_place_says_what_its_score_is_or_why_there_is_none(assessment):
    for place in outcome(assessment, "nl", finished=DAY).places:
        scored = place.state is PlaceState.SCORED
        assert (place.score is not None) == scored
        assert place.words == (f"{place.score} van 100" if scored else "")
        assert (place.band_id is not None) == scored
        assert 0 <= place.fill <= 1
        assert place.calculation


@given(assessments)
@SOME
def test_the_counts_of_a_summary_add_up_to_its_statements(assessment):
    numbers = ["één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"]
    value = {word: number for number, word in enumerate(numbers, start=1)}
    value |= {"eén": 1, "enige": 1, "beide": 2, "11": 11, "12": 12}
    for place in outcome(assessment, "nl", finished=DAY).places:
        words = re.findall(r"\w+", place.summary.lower())
        assert sum(value.get(word, 0) for word in words) == len(place.lines)


@given(assessments)
@SOME
def test_every_statement_of_the_main_dimension_is_in_one_cell_of_the_grid(assessment):
    told = outcome(assessment, "nl", finished=DAY)
    if told.grid is None:
        return
    in_cells = [line for row in told.grid.rows for cell in row.cells for line in cell.lines]

    assert sorted(line.id for line in in_cells) == sorted(
        line.id for place in told.places for line in place.lines
    )
    for row in told.grid.rows:
        assert len(row.cells) == len(told.grid.columns)
        assert all(cell.words for cell in row.cells if cell.kind is not CellKind.LINES)


@given(assessments)
@SOME
def test_no_mark_promises_more_than_the_answer_gave(assessment):
    for question in assessment.scored:
        share = assessment.share(question)
        told = outcome(assessment, "nl", finished=DAY)
        line = next(
            line for _, lines in told.all_lines for line in lines if line.id == question.id
        )
        if share is not None:
            assert line.mark.state is MarkState.POINTS
            assert line.mark.quarters <= share * 4 or line.mark.quarters == 1
            assert (line.mark.quarters == 0) == (share == 0)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_scan_without_any_answer_can_be_put_into_words(language: str):
    told = outcome(assess(stoepgesprek(), {}), language, finished=DAY)

    assert not told.strengths
    assert told.strengths_intro
    assert told.improvements_intro
