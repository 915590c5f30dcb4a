import threading
from collections.abc import Callable

import pytest

from quickscan.services.accounts import (
    NoSuchAccountError,
    PasswordLengthError,
    WrongPasswordError,
)
from quickscan.services.passwords import (
    BEGIN_HOURS,
    FORGOTTEN_HOURS,
    NoSuchPasswordLinkError,
    PasswordLink,
)
from quickscan.storage.tables import password_link
from tests.integration.installation import Installation

ANNA = "anna@voorbeeld.example"
PASSWORD, OTHER = "een lange zin als wachtwoord", "een heel andere lange zin"
HOUR = 60 * 60


def mailed(installation: Installation, *, begins: bool = True) -> PasswordLink:
    link = installation.passwords.mailed("naam-van-mail", ANNA, begins=begins)
    assert link
    return link


def known(installation: Installation) -> None:
    installation.accounts.add(ANNA, PASSWORD, roles=frozenset())


def test_a_link_makes_an_account_with_the_password_of_who_has_the_mail(
    installation: Installation,
) -> None:
    link = mailed(installation)
    assert not link.is_known
    assert installation.accounts.all() == ()
    assert installation.passwords.look(link.secret) == link, "looking does not use it"

    secret = installation.passwords.choose(link.secret, PASSWORD)

    account = installation.accounts.signed_in(secret)
    assert account
    assert (account.email, account.roles) == (ANNA, frozenset())


def test_a_new_password_signs_out_everywhere_and_ends_every_other_link(
    installation: Installation,
) -> None:
    known(installation)
    browser = installation.accounts.sign_in(ANNA, PASSWORD)
    other = installation.passwords.given(ANNA, begins=False)
    link = mailed(installation, begins=False)

    here = installation.passwords.choose(link.secret, OTHER)

    assert installation.accounts.signed_in(browser) is None
    assert installation.accounts.signed_in(here)
    with pytest.raises(WrongPasswordError):
        installation.accounts.sign_in(ANNA, PASSWORD)
    for own in (link, other):
        with pytest.raises(NoSuchPasswordLinkError):
            installation.passwords.look(own.secret)


def test_sent_twice_it_is_as_once_and_with_another_password_nothing(
    installation: Installation,
) -> None:
    link = mailed(installation)
    installation.passwords.choose(link.secret, PASSWORD)

    assert installation.accounts.signed_in(
        installation.passwords.choose(link.secret, PASSWORD)
    )
    with pytest.raises(NoSuchPasswordLinkError):
        installation.passwords.choose(link.secret, OTHER)
    assert installation.accounts.sign_in(ANNA, PASSWORD)


def test_two_who_send_at_once_make_one_account(installation: Installation) -> None:
    link, made = mailed(installation), list[str]()
    start = threading.Barrier(2)

    def choose() -> None:
        start.wait()
        made.append(installation.passwords.choose(link.secret, PASSWORD))

    threads = [threading.Thread(target=choose) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(made) == 2
    assert len(installation.accounts.all()) == 1


@pytest.mark.parametrize(
    ("prepare", "hours"), [(known, FORGOTTEN_HOURS), (Installation.rows, BEGIN_HOURS)]
)
def test_a_mailed_link_works_for_an_hour_and_one_for_a_new_account_for_a_day(
    installation: Installation, prepare: Callable[[Installation], object], hours: int
) -> None:
    prepare(installation)
    link = mailed(installation)
    installation.wait(seconds=hours * HOUR - 1)
    assert installation.passwords.look(link.secret)

    installation.wait(seconds=1)

    with pytest.raises(NoSuchPasswordLinkError):
        installation.passwords.look(link.secret)
    with pytest.raises(NoSuchPasswordLinkError):
        installation.passwords.choose(link.secret, PASSWORD)


def test_a_mail_that_is_sent_later_has_the_same_link_for_as_long(
    installation: Installation,
) -> None:
    first = mailed(installation)
    installation.wait(seconds=BEGIN_HOURS * HOUR - 1)

    assert mailed(installation) == first

    installation.wait(seconds=BEGIN_HOURS * HOUR - 1)
    assert installation.passwords.look(first.secret)


def test_a_link_for_a_password_makes_no_account(installation: Installation) -> None:
    assert installation.passwords.mailed("x", ANNA, begins=False) is None
    with pytest.raises(NoSuchAccountError):
        installation.passwords.given(ANNA, begins=False)
    known(installation)
    link = mailed(installation, begins=False)
    installation.accounts.remove(ANNA)

    with pytest.raises(NoSuchPasswordLinkError):
        installation.passwords.choose(link.secret, OTHER)


def test_another_password_ends_a_link_that_was_under_way(installation: Installation) -> None:
    known(installation)
    link = mailed(installation, begins=False)

    installation.accounts.change_password(ANNA, PASSWORD, OTHER)

    with pytest.raises(NoSuchPasswordLinkError):
        installation.passwords.look(link.secret)


def test_a_password_that_is_too_short_leaves_the_link_alone(
    installation: Installation,
) -> None:
    link = mailed(installation)

    with pytest.raises(PasswordLengthError):
        installation.passwords.choose(link.secret, "kort")

    assert installation.passwords.choose(link.secret, PASSWORD)


def test_only_a_hash_of_a_link_is_kept_and_it_goes_when_it_has_ended(
    installation: Installation,
) -> None:
    link = mailed(installation)
    with installation.database.reading() as transaction:
        assert link.secret not in str(transaction.execute(password_link.select()).all())
    installation.wait(days=1)

    installation.housekeeping.purge()

    assert "password_link" not in installation.rows()
