"""What a team can show, before its round opens."""

import re

import pytest

from quickscan.domain.group_comparison import least_difference
from quickscan.presentation.foretelling import what_can_show
from quickscan.presentation.language import translator

DUTCH = translator("nl")


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (4, "Hier komt nooit een eigen uitslag van."),
        (7, "toeval is, valt dan niet te zeggen"),
        (10, "Doet twee keer het hele team mee"),
        (16, "Doen er twee keer 12 mee"),
        (200, "Doen er twee keer 150 mee"),
    ],
)
def test_each_size_has_its_own_sentence(size, words):
    assert words in what_can_show(size, 5, DUTCH)


@pytest.mark.parametrize("size", [14, 16, 40, 200])
def test_the_points_are_those_of_the_domain(size):
    told = re.search(r"keer (\d+) mee.* ongeveer (\d+) punten", what_can_show(size, 5, DUTCH))

    assert told
    assert least_difference(int(told[1]), size) == int(told[2])


def test_with_a_higher_minimum_nobody_is_promised_broad_lines():
    told = what_can_show(20, 12, DUTCH)

    assert "De uitslag is precies." in told
    assert "grote lijnen" not in told
