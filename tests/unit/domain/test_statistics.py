"""The numbers about a group: worked examples to every printed digit, and the edges."""

from fractions import Fraction
from typing import Any

import pytest

from quickscan.domain.reliability import alpha, covariances, do_groups_differ, omega
from quickscan.domain.statistics import (
    Agreement,
    Sample,
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
    welch_interval,
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


def test_the_side_of_most_uncertainty_decides_on_the_degrees():
    """Variances 9 and 0.9 of ten and twenty: by hand 9.911 degrees, of which t is 2.2309."""
    few = Sample(mean=Fraction("20.6"), variance=9, count=10)
    more = Sample(mean=Fraction("22.1"), variance=Fraction("0.9"), count=20)

    assert known(welch_interval(few, more)).high == pytest.approx(
        -1.5 + 2.2309 * 0.945**0.5, abs=1e-3
    )


def sample(middle, of=None, count=12):
    """So many people with a spread of 20, of whom so many could have been."""
    return Sample(mean=Fraction(middle), variance=400, count=count, population=of)


def test_a_difference_is_told_from_what_is_known_of_both_sides_as_from_their_values():
    one, other = Sample(mean=3, variance=1, count=3), Sample(mean=0, variance=4, count=3)

    assert welch_interval(one, other) == difference_interval([2, 3, 4], [-2, 0, 2])


def test_a_difference_is_narrowed_by_who_could_have_taken_part_as_a_mean_is():
    """By hand: t on 22 degrees is 2.073873, and each error 400/12, with N times 4/15."""
    with_size = known(welch_interval(sample(60, 16), sample(50, 16)))
    without = known(welch_interval(sample(60), sample(50)))

    assert with_size.low == pytest.approx(10 - 2.073873 * (160 / 9) ** 0.5, abs=1e-5)
    assert without.low == pytest.approx(10 - 2.073873 * (200 / 3) ** 0.5, abs=1e-5)


def test_a_side_that_took_part_as_a_whole_adds_no_uncertainty():
    """What is left is the t-interval of the other side: t on 11 degrees is 2.200985."""
    found = known(welch_interval(sample(60, 12), sample(50)))

    assert found.low == pytest.approx(10 - 2.200985 * (100 / 3) ** 0.5, abs=1e-5)
    assert welch_interval(sample(60, 12), sample(50, 12)) is None


def test_a_difference_stays_within_its_scale():
    found = known(welch_interval(sample(99), sample(1), within=(-100, 100)))

    assert found.high == 100


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
