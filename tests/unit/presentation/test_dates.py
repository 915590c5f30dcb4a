from datetime import date

import pytest

from quickscan.presentation.dates import long_date, today
from quickscan.presentation.language import ours


@pytest.mark.parametrize(
    ("language", "shown"),
    [("nl", "1 maart 2026"), ("en", "1 March 2026"), ("fy", ours("1 maart 2026"))],
)
def test_a_date_is_written_in_full(language: str, shown: str):
    assert long_date(date(2026, 3, 1), language) == shown


def test_today_is_a_day():
    assert isinstance(today(), date)
