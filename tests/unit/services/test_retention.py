from datetime import date

import pytest

from quickscan.services.retention import Retention


def test_an_unfinished_scan_stays_so_many_days() -> None:
    assert Retention(unfinished_days=30).unfinished(date(2027, 1, 31)) == date(2027, 3, 2)


@pytest.mark.parametrize(
    ("finished", "months", "last"),
    [
        (date(2026, 11, 21), 24, date(2028, 11, 21)),
        (date(2028, 2, 29), 24, date(2030, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
    ],
)
def test_a_finished_scan_stays_so_many_months(finished: date, months: int, last: date) -> None:
    assert Retention(finished_months=months).finished(finished) == last
