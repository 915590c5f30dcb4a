"""The numbers about people together: means, spread, agreement, position; of plain values.

Exact (a fraction) where that can be; a float only where a root or a distribution is needed.
Nothing is rounded. Every definition is in docs/scoring.md, "Cijfers van een groep"; what may
be shown of them is not decided here but in `anonymity`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

CONFIDENCE = 0.95
"""How sure an interval is: of a hundred such intervals, 95 hold what they estimate."""

_PRECISION = 1e-13


class Agreement(StrEnum):
    """How far people are of one mind, in words."""

    AGREED = "eens"
    PARTLY = "deels_eens"
    DIVIDED = "verdeeld"


AGREED_FROM = Fraction(7, 10)
PARTLY_FROM = Fraction(5, 10)


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, on the scale of what was measured."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What an interval needs to know of the values of a group, without the values.

    `variance` is the sample variance (n - 1) of `count` values; `population` is how many
    there could have been, None where that is not known.
    """

    mean: Fraction | float
    variance: Fraction | float
    count: int
    population: int | None = None

    @property
    def error(self) -> float:
        """The variance of the mean, times (N - n)/(N - 1); 0 where everyone took part."""
        if self.population is None:
            left_out = 1.0
        elif self.count >= self.population:
            left_out = 0.0
        else:
            left_out = (self.population - self.count) / (self.population - 1)
        return float(self.variance) / self.count * left_out


# --- mean and spread --------------------------------------------------------------------


def mean(values: Sequence[Fraction | int]) -> Fraction:
    """Return the plain mean of at least one value, exact."""
    own, below = over_one(values)
    return Fraction(sum(own), below * len(own))


def over_one(values: Sequence[Fraction | int]) -> tuple[list[int], int]:
    """Return values as whole numbers over one denominator: exact, and quick to add."""
    below = math.lcm(*(value.denominator for value in values))
    return [value.numerator * (below // value.denominator) for value in values], below


def variance(values: Sequence[Fraction | int]) -> Fraction | None:
    """Return the sample variance (n - 1), exact; None for fewer than two values."""
    count = len(values)
    if count < 2:  # noqa: PLR2004 - a spread needs two
        return None
    own, below = over_one(values)
    squares = sum(value * value for value in own)
    return Fraction(count * squares - sum(own) ** 2, count * (count - 1) * below * below)


def deviation(values: Sequence[Fraction | int]) -> float | None:
    """Return the sample standard deviation (n - 1); None for fewer than two values."""
    own = variance(values)
    return None if own is None else math.sqrt(own)


def mean_interval(
    values: Sequence[Fraction | int],
    population: int | None = None,
    *,
    within: tuple[float, float] = (-math.inf, math.inf),
) -> Interval | None:
    """Return the 95 % t-interval of a mean, on n - 1 degrees, cut off at `within`.

    With a `population` of N it is narrowed by √((N - n)/(N - 1)). None for one value, for
    values that are all the same, and where everyone took part: then nothing is estimated.
    """
    own = _sample(values, population)
    if own is None or not own.error:
        return None
    half = t_quantile(own.count - 1) * math.sqrt(own.error)
    return _around(float(own.mean), half, within)


def difference_interval(
    these: Sequence[Fraction | int], those: Sequence[Fraction | int]
) -> Interval | None:
    """Return Welch's 95 % interval of the mean of `these` minus the mean of `those`.

    None where it cannot be made: fewer than two values on a side, or no spread at all.
    """
    one, other = _sample(these), _sample(those)
    return None if one is None or other is None else welch_interval(one, other)


def welch_interval(
    these: Sample,
    those: Sample,
    *,
    within: tuple[float, float] = (-math.inf, math.inf),
) -> Interval | None:
    """Return Welch's 95 % interval of the mean of `these` minus that of `those`.

    Each side is narrowed by its own population, as the interval of its mean is; so a side
    that took part as a whole adds no uncertainty. Cut off at `within`. Each side has two
    values at least. None without any spread. Source: Welch, 1947.
    """
    errors = [these.error, those.error]
    if not sum(errors):
        return None
    degrees = sum(errors) ** 2 / sum(
        error**2 / (own.count - 1) for error, own in zip(errors, (these, those), strict=True)
    )
    half = t_quantile(degrees) * math.sqrt(sum(errors))
    return _around(float(these.mean - those.mean), half, within)


def _sample(values: Sequence[Fraction | int], population: int | None = None) -> Sample | None:
    own = variance(values)
    if own is None:
        return None
    return Sample(mean=mean(values), variance=own, count=len(values), population=population)


def _around(middle: float, half: float, within: tuple[float, float]) -> Interval:
    return Interval(max(middle - half, within[0]), min(middle + half, within[1]))


# --- agreement --------------------------------------------------------------------------


def chance_variance(steps: int) -> Fraction:
    """Return the variance of answers at random over `steps` options: (A² - 1)/12."""
    return Fraction(steps * steps - 1, 12)


def agreement(positions: Sequence[int], steps: int) -> Fraction | None:
    """Return r_wg of answers at positions 1…`steps`: 1 - s²/σ², and 0 where that is less.

    None for fewer than two people, or a single option. Source: James, Demaree and Wolf, 1984.
    """
    own = variance(positions)
    if own is None or steps < 2:  # noqa: PLR2004
        return None
    return max(Fraction(0), 1 - own / chance_variance(steps))


def absolute_deviation(positions: Sequence[int]) -> Fraction | None:
    """Return the mean distance of positions from their mean (AD), exact; None without any."""
    if not positions:
        return None
    count, total = len(positions), sum(positions)
    distances = sum(abs(count * position - total) for position in positions)
    return Fraction(distances, count * count)


def theme_agreement(
    columns: Sequence[Sequence[int]], steps: int
) -> tuple[Fraction | None, Fraction | None]:
    """Return r_wg(J) and r*wg of J questions on one scale of `steps` options.

    `columns` holds per question the positions of the people who count for it. r_wg(J) is for
    people who answered all J; r*wg does not grow with J, and the word comes from it.
    None for fewer than two people on a question. Sources: James et al., 1984; Lindell, 2001.
    """
    variances = [variance(column) for column in columns]
    known = [own for own in variances if own is not None]
    if not known or len(known) < len(variances) or steps < 2:  # noqa: PLR2004
        return None, None
    share = mean(known) / chance_variance(steps)
    if share >= 1:
        return Fraction(0), Fraction(0)
    left = len(known) * (1 - share)
    return left / (left + share), 1 - share


def in_words(agreed: Fraction) -> Agreement:
    """Return the word for an agreement from 0 to 1."""
    if agreed >= AGREED_FROM:
        return Agreement.AGREED
    return Agreement.PARTLY if agreed >= PARTLY_FROM else Agreement.DIVIDED


# --- one's place among others -----------------------------------------------------------


def quartiles(values: Sequence[Fraction | int]) -> tuple[Fraction, Fraction, Fraction]:
    """Return the quartiles of at least one value, exact (type 7 of Hyndman and Fan, 1996)."""
    ranked = sorted(Fraction(value) for value in values)

    def at(share: Fraction) -> Fraction:
        place = share * (len(ranked) - 1)
        below = math.floor(place)
        above = min(below + 1, len(ranked) - 1)
        return ranked[below] + (place - below) * (ranked[above] - ranked[below])

    return at(Fraction(1, 4)), at(Fraction(1, 2)), at(Fraction(3, 4))


def mid_rank(values: Sequence[Fraction | int], own: Fraction | int) -> Fraction:
    """Return the place of one's own among values, from 0 to 100: half of the equals below."""
    below = sum(1 for value in values if value < own)
    equal = sum(1 for value in values if value == own)
    return Fraction(100 * (2 * below + equal), 2 * len(values))


# --- the t-distribution -----------------------------------------------------------------


@lru_cache(maxsize=1024)
def t_quantile(degrees: float, confidence: float = CONFIDENCE) -> float:
    """Return t so that `confidence` of Student's t on `degrees` (> 0) lies within ±t."""
    tail = 1 - confidence
    high = 1.0
    while _outside(high, degrees) > tail:
        high *= 2
    low = 0.0
    while high - low > _PRECISION * high:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if _outside(middle, degrees) > tail else (low, middle)
    return (low + high) / 2


def _outside(t: float, degrees: float) -> float:
    """Return the share of Student's t outside ±t: the incomplete beta at n/(n + t²)."""
    return _incomplete_beta(degrees / (degrees + t * t), degrees / 2, 0.5)


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function, 0 ≤ x ≤ 1.

    By its continued fraction (Abramowitz and Stegun, 26.5.8), which is quick on the side
    where x lies below the mean.
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(1 - x, b, a)
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(scale + a * math.log(x) + b * math.log1p(-x)) / a
    return front / _continued(x, a, b)


def _continued(x: float, a: float, b: float) -> float:
    """Evaluate 1 + d₁/(1 + d₂/(1 + …)) from the front (Lentz), until it stands still."""
    value = numerator = 1.0
    denominator = 0.0
    for number in range(1, 500):
        m = number // 2
        if number % 2:
            d = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            d = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        denominator = 1 / (1 + d * denominator)
        numerator = 1 + d / numerator
        step = numerator * denominator
        value *= step
        if abs(step - 1) < _PRECISION / 10:
            break
    return value
