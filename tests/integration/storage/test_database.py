import stat
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from quickscan.storage.database import (
    Database,
    DatabaseUnreachableError,
    DatabaseUrlError,
    new_id,
)
from tests.integration.installation import Installation


def test_sqlite_is_opened_as_every_transaction_expects(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/var/new.sqlite3")
    pragmas = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "secure_delete": 1,
    }
    with database.reading() as transaction:
        for pragma, value in pragmas.items():
            assert transaction.execute(text(f"PRAGMA {pragma}")).scalar_one() == value
    file = tmp_path / "var" / "new.sqlite3"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    database.close()


def test_a_transaction_that_raises_changes_nothing(installation: Installation) -> None:
    installation.begin()

    def change_and_raise() -> None:
        with installation.database.changing() as transaction:
            transaction.execute(text("DELETE FROM scan"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_raise()
    assert installation.rows()["scan"] == 1


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE scan SET version = 0", "version_positive"),
        ("UPDATE scan SET finished = '2000-01-01'", "finished_after_start"),
        ("UPDATE scan SET previous_id = id", "previous_is_another"),
        ("UPDATE work SET sample = 'a/1'", "one_subject"),
        ("UPDATE work SET attempts = 4", "three_attempts"),
        ("UPDATE work SET claim = 'x'", "claim_has_lease"),
        ("UPDATE work SET kind = 'koffie'", "known_kind"),
        (
            "INSERT INTO section (scan_id, section_id, answers) VALUES ('x', 'y', '{}')",
            "(?i)foreign",
        ),
    ],
)
def test_the_database_itself_refuses_what_can_never_be(
    installation: Installation, statement: str, rule: str
) -> None:
    installation.finished()

    with (
        pytest.raises(IntegrityError, match=rule),
        installation.database.changing() as transaction,
    ):
        transaction.execute(text(statement))


@pytest.mark.parametrize("url", ["", "onzin", "mysql://a/b", "sqlite://", "postgresql://host"])
def test_only_a_file_or_postgresql_will_do(url: str) -> None:
    with pytest.raises(DatabaseUrlError):
        Database(url)


def test_a_database_that_is_not_there_is_told_without_its_password() -> None:
    database = Database("postgresql://iemand:geheim@127.0.0.1:1/nergens")

    with pytest.raises(DatabaseUnreachableError) as refused:
        database.check()
    assert "geheim" not in str(refused.value)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(DatabaseUnreachableError, match="file"):
        Database(f"sqlite:///{tmp_path}/file/var/x.sqlite3")


def test_row_keys_are_random_and_fit_in_an_address() -> None:
    keys = {new_id() for _ in range(1000)}

    assert len(keys) == 1000
    assert all(len(key) == 16 and key.isalnum() and key == key.lower() for key in keys)


def test_deleted_answers_do_not_stay_behind_in_the_file(
    tmp_path: Path, sqlite_template: Path
) -> None:
    path = tmp_path / "copy.sqlite3"
    path.write_bytes(sqlite_template.read_bytes())
    installation = Installation(Database(f"sqlite:///{path}"))
    scan, _ = installation.begin(naam="Onvergetelijk")
    installation.database.forget_deleted()
    assert b"Onvergetelijk" in path.read_bytes()

    installation.scans.delete(scan.id)

    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"Onvergetelijk" not in left
    installation.database.close()
