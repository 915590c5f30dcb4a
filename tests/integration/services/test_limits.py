import pytest

from quickscan.services.limits import MOST_FAILURES, TooManyTriesError
from tests.integration.installation import Installation


def fail(installation: Installation, address: str | None) -> None:
    for _ in range(MOST_FAILURES):
        installation.limits.check(address)
        installation.limits.failed(address)


@pytest.mark.parametrize(
    ("tried", "also"),
    [
        ("192.0.2.1", "192.0.2.250"),
        ("192.0.2.1", "::ffff:192.0.2.77"),
        ("2001:db8:1::1", "2001:db8:1:ffff::2"),
        ("fe80::1%eth0", "fe80::2"),
        (None, "geen adres"),
    ],
)
def test_too_many_wrong_codes_stop_everyone_behind_one_prefix(
    installation: Installation, tried: str | None, also: str
) -> None:
    fail(installation, tried)

    with pytest.raises(TooManyTriesError) as refused:
        installation.limits.check(also)
    assert 1 <= refused.value.minutes <= 60


@pytest.mark.parametrize(
    ("tried", "other"), [("192.0.2.1", "192.0.3.1"), ("2001:db8:1::1", "2001:db8:2::1")]
)
def test_another_prefix_is_left_alone(
    installation: Installation, tried: str, other: str
) -> None:
    fail(installation, tried)

    installation.limits.check(other)


def test_the_next_hour_everything_is_forgotten(installation: Installation) -> None:
    fail(installation, "192.0.2.1")

    installation.wait(seconds=3600)
    installation.limits.check("192.0.2.1")
    installation.limits.failed("198.51.100.1")

    assert installation.rows() == {"failure": 1}
    installation.wait(seconds=3600)
    installation.housekeeping.forget()
    assert installation.rows() == {}


def test_no_address_is_stored_and_the_same_one_is_another_hash_in_another_hour(
    installation: Installation,
) -> None:
    seen = set()
    for _ in range(2):
        installation.limits.failed("192.0.2.1")
        with installation.database.reading() as transaction:
            rows = transaction.exec_driver_sql("SELECT * FROM failure").all()
        assert "192.0" not in repr(rows)
        seen |= {row.address_hmac for row in rows}
        installation.wait(seconds=3600)
    assert len(seen) == 2
