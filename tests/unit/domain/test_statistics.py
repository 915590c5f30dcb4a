"""The numbers about a group: worked examples to every printed digit, and the edges."""

from fractions import Fraction
from typing import Any

import pytest

from quickscan.domain.reliability import alpha, covariances, do_groups_differ, omega
from quickscan.domain.statistics import (
    Agreement,
    absolute_deviation,
    agreement,
    deviation,
    difference_interval,
    in_words,
    mean,
    mean_interval,
    mid_rank,
    quartiles,
    t_quantile,
    theme_agreement,
    variance,
)


def known(value: Any) -> Any:
    """Return what there must be."""
    assert value is not None
    return value


FIVE = [Fraction(each) for each in ("3.2", "3.6", "4.0", "2.8", "3.9")]
OTHERS = [42, 48, 50, 55, 55, 58, 61, 64, 70, 75]


def test_alpha_is_that_of_the_worked_example():
    people = [
        [2, 3, 2, 3],
        [4, 4, 5, 4],
        [3, 3, 4, 3],
        [5, 4, 5, 5],
        [1, 2, 1, 2],
        [4, 5, 4, 4],
    ]

    assert round(known(alpha(known(covariances(people)))), 6) == 0.951351


@pytest.mark.parametrize(
    ("positions", "steps", "wanted"),
    [
        ([4, 4, 4, 5, 3], 5, Fraction(3, 4)),
        ([1, 5, 1, 5, 3], 5, 0),
        ([2, 3, 3, 4], 4, Fraction(7, 15)),
        ([3], 5, None),
        ([1, 1], 1, None),
    ],
)
def test_agreement_on_a_question_is_exact(positions, steps, wanted):
    assert agreement(positions, steps) == wanted


def test_a_team_more_divided_than_chance_has_a_variance_of_four():
    assert variance([1, 5, 1, 5, 3]) == 4


def test_the_absolute_deviation_is_that_of_the_worked_examples():
    assert absolute_deviation([4, 4, 4, 5, 3]) == Fraction(2, 5)
    assert absolute_deviation([1, 5, 1, 5, 3]) == Fraction(8, 5)
    assert absolute_deviation([]) is None


def test_agreement_on_a_theme_grows_with_its_questions_and_the_word_does_not():
    people = [[4, 3, 4], [5, 4, 4], [4, 4, 5], [3, 3, 4], [4, 4, 4]]

    of_theme, of_questions = theme_agreement(list(zip(*people, strict=True)), 5)

    assert of_theme == Fraction(15, 16)
    assert of_questions == Fraction(5, 6)


def test_four_questions_at_two_fifths_give_nearly_three_quarters_together():
    of_theme, of_questions = map(known, theme_agreement([[1, 3, 3, 2, 4, 1]] * 4, 5))

    assert 0.2 < of_questions < 0.5 < of_theme
    assert in_words(of_questions) is not in_words(of_theme)


def test_a_theme_more_divided_than_chance_is_not_less_than_nothing():
    assert known(theme_agreement([[1, 5, 1, 5]] * 2, 5)) == (0, 0)


def test_a_theme_with_a_question_that_one_person_answered_has_no_agreement():
    assert theme_agreement([[1, 2], [3]], 5) == (None, None)
    assert theme_agreement([], 5) == (None, None)


@pytest.mark.parametrize(
    ("agreed", "word"),
    [
        (Fraction(7, 10), Agreement.AGREED),
        (Fraction(69, 100), Agreement.PARTLY),
        (Fraction(1, 2), Agreement.PARTLY),
        (Fraction(49, 100), Agreement.DIVIDED),
    ],
)
def test_a_word_begins_at_its_bound(agreed, word):
    assert in_words(agreed) is word


def test_groups_differ_as_in_the_worked_example():
    groups = [[3.2, 3.6, 3.4], [4.1, 4.4, 4.0, 4.3], [2.6, 3.0, 2.9, 2.5, 3.0]]

    found = known(
        do_groups_differ([[Fraction(str(own)) for own in group] for group in groups])
    )

    assert round(found.k0, 6) == 3.916667
    assert round(found.icc1, 6) == 0.924577
    assert round(found.icc2, 6) == 0.979597


def test_one_group_or_groups_of_one_do_not_tell_whether_groups_differ():
    assert do_groups_differ([[Fraction(1), Fraction(2)]]) is None
    assert do_groups_differ([[Fraction(1)], [Fraction(2)]]) is None
    assert do_groups_differ([[Fraction(1)] * 2, [Fraction(1)] * 2]) is None


def test_the_interval_of_a_mean_is_that_of_the_worked_example():
    assert mean(FIVE) == Fraction("3.5")
    assert _rounded(mean_interval(FIVE)) == (2.879168, 4.120832)
    assert _rounded(mean_interval(FIVE, 8)) == (3.093570, 3.906430)


def test_an_interval_stays_within_its_scale():
    found = known(mean_interval([Fraction(0), Fraction(1), Fraction(100)], within=(0, 100)))

    assert (found.low, found.high) == (0, 100)


def test_nothing_is_estimated_where_all_are_the_same_or_everyone_took_part():
    assert mean_interval([Fraction(3)] * 5) is None
    assert mean_interval(FIVE, 5) is None
    assert mean_interval(FIVE[:1]) is None
    assert deviation(FIVE[:1]) is None


@pytest.mark.parametrize(
    ("degrees", "wanted"),
    [
        (1, 12.706205),
        (2, 4.302653),
        (4, 2.776445),
        (2.5, 3.574655),
        (29, 2.045230),
        (1_000_000, 1.959966),
    ],
)
def test_the_quantiles_of_t_are_those_of_the_tables(degrees, wanted):
    assert round(t_quantile(degrees), 6) == wanted


def test_a_difference_has_welch_s_interval():
    """The figures are those of scipy 1.16, `ttest_ind(…, equal_var=False)`."""
    assert _rounded(difference_interval([4, 5, 6], [1, 3, 5])) == (-2.155400, 6.155400)


def test_a_difference_without_spread_or_of_one_person_has_no_interval():
    assert difference_interval([1, 1], [2, 2]) is None
    assert difference_interval([1], [2, 3]) is None


def test_quartiles_and_position_are_those_of_the_worked_example():
    assert quartiles(OTHERS) == (Fraction("51.25"), Fraction("56.5"), Fraction("63.25"))
    assert mid_rank(OTHERS, 55) == 40
    assert known(quartiles([7])) == (7, 7, 7)


def test_omega_finds_the_factor_that_a_matrix_was_made_of():
    loadings = [0.8, 0.7, 0.6, 0.5]
    matrix = [[a * b for b in loadings] for a in loadings]
    for i in range(4):
        matrix[i][i] = 1.0
    common, left = sum(loadings) ** 2, sum(1 - own * own for own in loadings)

    assert omega(matrix) == pytest.approx(common / (common + left), abs=1e-7)


def test_omega_needs_three_questions_and_a_factor():
    assert omega([[1.0, 0.5], [0.5, 1.0]]) is None
    assert omega([[0.0] * 3] * 3) is None
    assert alpha([[1.0]]) is None


def test_a_missing_answer_leaves_out_the_pair_and_not_the_person():
    people: list[list[int | None]] = [[1, 1, None], [2, 3, 2], [3, 2, 3], [4, None, 4]]

    matrix = covariances(people)

    assert matrix is not None
    assert matrix[0][1] == pytest.approx(0.5)
    assert matrix[0][2] == pytest.approx(1.0)
    assert covariances([[1, None], [None, 2]]) is None


def _rounded(interval):
    return round(interval.low, 6), round(interval.high, 6)
