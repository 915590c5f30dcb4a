"""How well questions measure one thing, and whether groups differ: for research output only.

A phase is a checklist, not a scale: its questions need not go together, and a low alpha is no
fault of it. These numbers are never in a report. Definitions: docs/scoring.md.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from operator import mul

from quickscan.domain.statistics import over_one, variance

SMALLEST_POOL = 100
"""From this many people on, reliability may be worked out."""

_STANDS_STILL = 1e-9
_MOST_STEPS = 1_000

Matrix = Sequence[Sequence[float]]
Row = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Differ:
    """Whether groups differ: ICC(1) of one person, ICC(2) of a group's mean."""

    icc1: float
    icc2: float
    k0: float


def covariances(people: Sequence[Row]) -> Matrix | None:
    """Return the covariances of questions, each over the people who answered both.

    `people` has a row per person and a column per question, None where there is no answer.
    None for a pair that fewer than two people answered.
    """
    columns = list(zip(*people, strict=True))
    matrix = [[0.0] * len(columns) for _ in columns]
    for i, column in enumerate(columns):
        own = variance([value for value in column if value is not None])
        if own is None:
            return None
        matrix[i][i] = float(own)
    for i, j in combinations(range(len(columns)), 2):
        pairs = [
            (a, b) for a, b in zip(columns[i], columns[j], strict=True) if None not in (a, b)
        ]
        both = _covariance(pairs)
        if both is None:
            return None
        matrix[i][j] = matrix[j][i] = both
    return matrix


def _covariance(pairs: Sequence[tuple[int | None, int | None]]) -> float | None:
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    count = len(known)
    if count < 2:  # noqa: PLR2004
        return None
    products = sum(a * b for a, b in known)
    sums = sum(a for a, _ in known) * sum(b for _, b in known)
    return (count * products - sums) / (count * (count - 1))


def alpha(matrix: Matrix) -> float | None:
    """Return Cronbach's alpha; None for one question, or a sum without spread."""
    questions = len(matrix)
    total = sum(map(sum, matrix))
    if questions < 2 or total <= 0:  # noqa: PLR2004
        return None
    own = sum(matrix[i][i] for i in range(questions))
    return questions / (questions - 1) * (1 - own / total)


def omega(matrix: Matrix) -> float | None:
    """Return McDonald's omega of one factor, by iterated principal axes of the covariances.

    (Σλ)²/((Σλ)² + Σψ), λ the loadings and ψ what is left of the variances. None for fewer than
    three questions, where no factor is found, or where a ψ is negative (a Heywood case).
    """
    loadings = _loadings(matrix)
    if loadings is None:
        return None
    left = [matrix[i][i] - own * own for i, own in enumerate(loadings)]
    if min(left) < 0:
        return None
    common = sum(loadings) ** 2
    return common / (common + sum(left)) if common else None


def _loadings(matrix: Matrix) -> list[float] | None:
    """Step a vector and the communalities on together, until both stand still."""
    size = len(matrix)
    if size < 3:  # noqa: PLR2004 - two questions do not tell one factor
        return None
    reduced = [list(row) for row in matrix]
    vector = [1 / math.sqrt(size)] * size
    loadings = [0.0] * size
    for _ in range(_MOST_STEPS):
        turned = [sum(map(mul, row, vector)) for row in reduced]
        length = math.sqrt(sum(own * own for own in turned))
        if not length or sum(map(mul, turned, vector)) <= 0:
            return None
        vector = [own / length for own in turned]
        found = [math.sqrt(length) * own for own in vector]
        if max(abs(a - b) for a, b in zip(found, loadings, strict=True)) < _STANDS_STILL:
            return found
        loadings = found
        for i, own in enumerate(loadings):
            reduced[i][i] = own * own
    return None


def do_groups_differ(groups: Sequence[Sequence[Fraction]]) -> Differ | None:
    """Return ICC(1) and ICC(2) from a one-way analysis of variance.

    None for fewer than two groups, no more people than groups, or no spread anywhere.
    """
    count, people = len(groups), sum(map(len, groups))
    if count < 2 or people <= count:  # noqa: PLR2004
        return None
    everyone, _ = over_one([value for group in groups for value in group])
    rest = iter(everyone)
    own = [[next(rest) for _value in group] for group in groups]
    of_groups = sum((Fraction(sum(group) ** 2, len(group)) for group in own), Fraction(0))
    between = of_groups - Fraction(sum(everyone) ** 2, people)
    within = sum(value * value for value in everyone) - of_groups
    msb, msw = between / (count - 1), within / (people - count)
    k0 = (people - Fraction(sum(len(g) ** 2 for g in groups), people)) / (count - 1)
    if not msb or not msb + (k0 - 1) * msw:
        return None
    icc1 = (msb - msw) / (msb + (k0 - 1) * msw)
    return Differ(float(icc1), float((msb - msw) / msb), float(k0))
