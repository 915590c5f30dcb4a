import pytest
from sqlalchemy import Table, select

from quickscan.services.accounts import (
    AccountExistsError,
    AccountRole,
    Accounts,
    EmailError,
    NoSuchAccountError,
    PasswordLengthError,
    WrongPasswordError,
)
from quickscan.storage.tables import account, sign_in
from tests.integration.installation import KEY, Installation

EMAIL = "redacteur@voorbeeld.example"
PASSWORD = "een lange zin als wachtwoord"
EDITOR = frozenset({AccountRole.EDITOR})


def rows(installation: Installation, table: Table) -> list[tuple[object, ...]]:
    with installation.database.reading() as transaction:
        return [tuple(row) for row in transaction.execute(select(table))]


@pytest.fixture
def accounts(installation: Installation) -> Accounts:
    return Accounts(installation.database, KEY, clock=installation.clock)


def test_whoever_has_an_account_can_sign_in_and_out(accounts: Accounts) -> None:
    made = accounts.add(f" {EMAIL.upper()} ", PASSWORD, roles=EDITOR)
    secret = accounts.sign_in(EMAIL.upper(), PASSWORD)

    assert made.email == EMAIL
    assert made.is_editor
    assert accounts.signed_in(secret) == made

    accounts.sign_out(secret)
    assert accounts.signed_in(secret) is None
    accounts.sign_out(secret)


def test_a_browser_stays_signed_in_until_the_end_of_tomorrow(
    accounts: Accounts, installation: Installation
) -> None:
    accounts.add(EMAIL, PASSWORD, roles=EDITOR)
    secret = accounts.sign_in(EMAIL, PASSWORD)

    installation.wait(days=1)
    assert accounts.signed_in(secret)
    installation.wait(days=1)
    assert accounts.signed_in(secret) is None
    accounts.sign_in(EMAIL, PASSWORD)
    assert len(rows(installation, sign_in)) == 1, "what has ended is forgotten"


@pytest.mark.parametrize(
    ("email", "password"),
    [
        (EMAIL, "een andere lange zin"),
        ("a@b.example", PASSWORD),
        ("", ""),
        ("a\0@b.example", PASSWORD),
    ],
)
def test_a_wrong_password_and_an_unknown_account_look_the_same(
    accounts: Accounts, email: str, password: str
) -> None:
    accounts.add(EMAIL, PASSWORD, roles=EDITOR)

    with pytest.raises(WrongPasswordError):
        accounts.sign_in(email, password)


def test_a_password_is_stored_as_a_hash_by_argon2_and_a_secret_as_an_hmac(
    accounts: Accounts, installation: Installation
) -> None:
    accounts.add(EMAIL, PASSWORD, roles=EDITOR)
    secret = accounts.sign_in(EMAIL, PASSWORD)

    ((_, hashed, _),) = rows(installation, account)
    assert str(hashed).startswith("$argon2id$")
    assert secret not in str(rows(installation, sign_in))


@pytest.mark.parametrize("email", ["", "naam", "naam@", "@b.nl", "a b@c.nl", "a@b", "a" * 260])
def test_what_is_no_email_address_is_refused(accounts: Accounts, email: str) -> None:
    with pytest.raises(EmailError):
        accounts.add(email, PASSWORD, roles=EDITOR)


@pytest.mark.parametrize("password", ["", "elf tekens.", "x" * 201])
def test_a_password_has_twelve_to_two_hundred_characters(
    accounts: Accounts, password: str
) -> None:
    with pytest.raises(PasswordLengthError):
        accounts.add(EMAIL, password, roles=EDITOR)

    assert accounts.all() == ()


def test_an_account_is_made_once(accounts: Accounts) -> None:
    made = accounts.add(EMAIL, PASSWORD, roles=EDITOR)

    with pytest.raises(AccountExistsError):
        accounts.add(EMAIL, PASSWORD, roles=EDITOR)
    assert accounts.all() == (made,)


def test_another_password_signs_out_everywhere(accounts: Accounts) -> None:
    accounts.add(EMAIL, PASSWORD, roles=EDITOR)
    secret = accounts.sign_in(EMAIL, PASSWORD)

    with pytest.raises(WrongPasswordError):
        accounts.change_password(EMAIL, "niet het oude", "een nieuwe lange zin")
    assert accounts.signed_in(secret)
    own = accounts.change_password(EMAIL, PASSWORD, "een nieuwe lange zin")

    assert accounts.signed_in(secret) is None
    assert accounts.signed_in(own)
    with pytest.raises(WrongPasswordError):
        accounts.sign_in(EMAIL, PASSWORD)


def test_a_removed_account_is_signed_out(accounts: Accounts) -> None:
    accounts.add(EMAIL, PASSWORD, roles=EDITOR)
    secret = accounts.sign_in(EMAIL, PASSWORD)

    accounts.remove(EMAIL)

    assert accounts.signed_in(secret) is None
    for use in (accounts.remove, lambda own: accounts.set_password(own, PASSWORD)):
        with pytest.raises(NoSuchAccountError):
            use(EMAIL)
