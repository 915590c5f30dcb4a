import pytest

from quickscan.services.housekeeping import Purged
from quickscan.services.stored import NoSuchScanError
from quickscan.storage.database import Database
from tests.integration.installation import PAGE, STATEMENTS, Installation


def test_an_unfinished_scan_is_kept_thirty_days_after_its_last_page(
    installation: Installation,
) -> None:
    scan, code = installation.begin(naam="Samen")
    installation.wait(days=20)
    installation.scans.save(scan.id, PAGE, {STATEMENTS[0]: "ja"}, None)

    installation.wait(days=30)
    assert installation.housekeeping.purge().unfinished == 0
    assert installation.scans.find(code).id == scan.id

    installation.wait(days=1)
    assert installation.housekeeping.purge() == Purged(
        unfinished=1, finished=0, reading_codes=0
    )
    assert set(installation.rows()) == {"clock"}


def test_a_finished_scan_is_kept_twenty_four_months(installation: Installation) -> None:
    scan, code = installation.finished()
    installation.make_all()
    days = (scan.expires - installation.day).days
    assert (scan.expires.year, scan.expires.month, scan.expires.day) == (2028, 11, 21)

    installation.wait(days=days)
    installation.housekeeping.purge()
    assert installation.scans.find(code) == scan

    installation.wait(days=1)
    assert installation.housekeeping.purge().finished == 1
    assert set(installation.rows()) == {"clock"}


def test_what_is_past_its_day_is_gone_before_it_is_purged(installation: Installation) -> None:
    scan, code = installation.begin()
    installation.wait(days=31)

    for gone in (
        lambda: installation.scans.find(code),
        lambda: installation.scans.load(scan.id, [code]),
        lambda: installation.scans.save(scan.id, PAGE, {}, None),
    ):
        with pytest.raises(NoSuchScanError):
            gone()


def test_a_reopened_scan_is_kept_as_any_that_is_not_finished(
    installation: Installation,
) -> None:
    scan, code = installation.finished()

    installation.scans.reopen(scan.id)

    assert (installation.scans.find(code).expires - installation.day).days == 30


def test_more_than_fit_in_one_transaction_are_all_purged(installation: Installation) -> None:
    for _ in range(3):
        installation.begin()
    installation.wait(days=31)

    from quickscan.services import housekeeping  # noqa: PLC0415  its size is the example

    before, housekeeping._AT_ONCE = housekeeping._AT_ONCE, 2  # noqa: SLF001
    try:
        assert installation.housekeeping.purge().unfinished == 3
    finally:
        housekeeping._AT_ONCE = before  # noqa: SLF001


def test_ended_reading_codes_are_purged(installation: Installation) -> None:
    scan, _ = installation.finished()
    installation.scans.make_reading_code(scan.id, 7)
    installation.wait(days=8)

    assert installation.housekeeping.purge().reading_codes == 1
    assert "reading_code" not in installation.rows()


def test_it_is_due_after_a_day_and_trouble_after_two(installation: Installation) -> None:
    housekeeping = installation.housekeeping
    assert housekeeping.is_due()
    assert "nothing was ever purged" in housekeeping.trouble()

    housekeeping.purge()
    assert not housekeeping.is_due()
    assert not housekeeping.trouble()

    installation.wait(seconds=24 * 3600)
    assert housekeeping.is_due()
    assert not housekeeping.trouble()

    installation.wait(seconds=24 * 3600 + 1)
    assert "48 hours" in housekeeping.trouble()
    assert housekeeping.trouble()


def test_a_database_that_does_not_answer_is_trouble(
    installation: Installation, database: Database
) -> None:
    if database.is_sqlite:
        with database.changing() as transaction:
            transaction.exec_driver_sql("DROP TABLE clock")
    else:
        gone = Database(database.url.set(database="nergens").render_as_string())
        installation = Installation(gone)

    assert "does not answer" in installation.housekeeping.trouble()
