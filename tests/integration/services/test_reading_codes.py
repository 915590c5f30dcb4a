from datetime import date, timedelta

import pytest

from quickscan.services.codes import MistypedCodeError
from quickscan.services.reading_codes import BeingChangedError
from quickscan.services.stored import NoSuchScanError, NotFinishedError
from tests.integration.installation import Installation


def test_a_reading_code_shows_the_scan_up_to_and_including_its_last_day(
    installation: Installation,
) -> None:
    scan, _ = installation.finished()
    code = installation.scans.make_reading_code(scan.id, 7)

    installation.wait(days=7)
    assert installation.scans.read(code.lower()).id == scan.id
    installation.wait(days=1)
    with pytest.raises(NoSuchScanError):
        installation.scans.read(code)
    assert installation.scans.reading_codes(scan.id) == ()


def test_a_reading_code_never_outlives_the_scan(installation: Installation) -> None:
    scan, _ = installation.finished()

    installation.scans.make_reading_code(scan.id, 100_000)

    (code,) = installation.scans.reading_codes(scan.id)
    assert code.ends == scan.expires


def test_a_reading_code_can_be_revoked_by_name(installation: Installation) -> None:
    scan, _ = installation.finished()
    gone = installation.scans.make_reading_code(scan.id, 7)
    kept = installation.scans.make_reading_code(scan.id, 30)
    last, first = installation.scans.reading_codes(scan.id)
    assert first.ends == date(2026, 11, 28)
    assert last.ends == date(2026, 11, 21) + timedelta(days=30)

    installation.scans.revoke(scan.id, first.ref)

    assert installation.scans.reading_codes(scan.id) == (last,)
    assert installation.scans.read(kept) == scan
    with pytest.raises(NoSuchScanError):
        installation.scans.read(gone)


def test_the_owner_can_see_a_reading_code_again(installation: Installation) -> None:
    scan, _ = installation.finished()

    made = {installation.scans.make_reading_code(scan.id, days) for days in (7, 30, 90)}

    assert {own.code for own in installation.scans.reading_codes(scan.id)} == made
    assert len(made) == 3


def test_another_scan_cannot_revoke_it(installation: Installation) -> None:
    scan, _ = installation.finished()
    other, _ = installation.finished()
    code = installation.scans.make_reading_code(scan.id, 7)

    installation.scans.revoke(other.id, installation.scans.reading_codes(scan.id)[0].ref)

    assert installation.scans.read(code) == scan


def test_the_two_kinds_of_code_do_not_open_each_others_doors(
    installation: Installation,
) -> None:
    scan, code = installation.finished()
    reading = installation.scans.make_reading_code(scan.id, 7)

    with pytest.raises(NoSuchScanError):
        installation.scans.find(reading)
    with pytest.raises(NoSuchScanError):
        installation.scans.load(scan.id, [reading])
    with pytest.raises(NoSuchScanError):
        installation.scans.read(code)
    with pytest.raises(MistypedCodeError):
        installation.scans.read("onzin")


def test_only_a_finished_scan_is_shown(installation: Installation) -> None:
    scan, _ = installation.finished()
    code = installation.scans.make_reading_code(scan.id, 7)

    installation.scans.reopen(scan.id)

    with pytest.raises(BeingChangedError):
        installation.scans.read(code)
    with pytest.raises(NotFinishedError):
        installation.scans.make_reading_code(scan.id, 7)
