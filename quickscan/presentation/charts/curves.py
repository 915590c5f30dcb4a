"""The path between two stations: a curve that leaves and arrives along the path."""

import math
from itertools import pairwise
from typing import NamedTuple

from quickscan.presentation.charts.drawing import point


class Spot(NamedTuple):
    """A point."""

    x: float
    y: float


_STEPS = 16
"""In how many straight pieces the length of a curve is measured."""


def down(start: Spot, end: Spot) -> tuple[Spot, Spot, Spot, Spot]:
    """Return a curve (cubic Bézier) that runs down at both its ends."""
    middle = (start.y + end.y) / 2
    return start, Spot(start.x, middle), Spot(end.x, middle), end


def along(start: Spot, end: Spot) -> tuple[Spot, Spot, Spot, Spot]:
    """Return a curve (cubic Bézier) that runs to the right at both its ends."""
    middle = (start.x + end.x) / 2
    return start, Spot(middle, start.y), Spot(middle, end.y), end


def written(curve: tuple[Spot, Spot, Spot, Spot]) -> str:
    """Return a curve as it is written in a path."""
    start, first, second, end = curve
    return f"M{point(*start)}C{point(*first)} {point(*second)} {point(*end)}"


def length(curve: tuple[Spot, Spot, Spot, Spot]) -> float:
    """Return about how long a curve is."""
    spots = [_at(curve, step / _STEPS) for step in range(_STEPS + 1)]
    return sum(math.dist(one, other) for one, other in pairwise(spots))


def _at(curve: tuple[Spot, Spot, Spot, Spot], t: float) -> Spot:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return Spot(
        sum(w * spot.x for w, spot in zip(weights, curve, strict=True)),
        sum(w * spot.y for w, spot in zip(weights, curve, strict=True)),
    )
