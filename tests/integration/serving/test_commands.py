"""The commands of whoever runs an installation, each in this process."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from quickscan.cli import main
from quickscan.config import PREFIX, Config
from quickscan.services.application import Application
from quickscan.storage.database import Database
from quickscan.storage.migrations import is_current

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Run a command on an installation in a folder of its own."""
    monkeypatch.setenv(f"{PREFIX}VAR", str(tmp_path / "var"))

    def run(*arguments: str, **settings: str) -> tuple[int, str, str]:
        for variable, value in settings.items():
            monkeypatch.setenv(variable, value)
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_migrate_makes_the_database_and_the_key_and_may_be_repeated(
    run: Run, tmp_path: Path
) -> None:
    assert [run("migrate")[0] for _ in range(2)] == [0, 0]

    assert (tmp_path / "var" / "key").exists()
    database = Database(f"sqlite:///{tmp_path}/var/quickscan.sqlite3")
    assert is_current(database)
    database.close()


def test_purge_says_what_went(run: Run) -> None:
    run("migrate")
    application = Application.open(Config.from_env())
    questionnaire = application.catalogue.offered[0]
    application.scans.begin(questionnaire, role=None, language="nl", answers={})
    with application.database.changing() as transaction:
        transaction.execute(text("UPDATE scan SET started='2020-01-01', expires='2020-01-31'"))
    application.database.close()

    code, out, _ = run("purge")

    assert code == 0
    assert "1 niet afgemaakt" in out


def test_a_backup_is_a_whole_installation(run: Run, tmp_path: Path) -> None:
    run("migrate")
    application = Application.open(Config.from_env())
    questionnaire = application.catalogue.offered[0]
    _, return_code = application.scans.begin(
        questionnaire, role=None, language="nl", answers={}
    )
    application.database.close()

    assert run("backup", str(tmp_path / "kopie"))[0] == 0
    assert run("backup", str(tmp_path / "kopie"))[0] != 0

    copied = Application.open(Config.from_env({f"{PREFIX}VAR": str(tmp_path / "kopie")}))
    assert copied.scans.find(return_code).questionnaire.id == questionnaire.id
    copied.database.close()


def test_the_wrong_key_is_refused_before_any_code_fails(run: Run, tmp_path: Path) -> None:
    run("migrate")
    (tmp_path / "var" / "key").write_text("ab" * 32)

    code, _, err = run("migrate")

    assert code == 3
    assert "reservekopie" in err


@pytest.mark.parametrize(
    ("settings", "code", "words"),
    [
        ({"QUICKSCAN_PROT": "1"}, 2, "QUICKSCAN_PORT"),
        ({"QUICKSCAN_DATABASE_URL": "sqlite:////proc/nergens/x"}, 3, "/proc/nergens"),
        ({"QUICKSCAN_KEY_FILE": "/dev/null"}, 3, "sleutelbestand /dev/null"),
    ],
)
def test_what_is_wrong_is_told_in_words(
    run: Run, settings: dict[str, str], code: int, words: str
) -> None:
    ended, _, err = run("migrate", **settings)

    assert ended == code
    assert words in err


@pytest.mark.parametrize(
    "command", [("purge",), ("migrate",), ("serve",), ("worker",), ("user", "list")]
)
def test_a_database_that_cannot_be_reached_is_one_sentence(
    run: Run, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quickscan.worker.become_idle", lambda: None)  # not these tests
    url = "postgresql://a:geheim@127.0.0.1:1/b"

    code, out, err = run(*command, QUICKSCAN_DATABASE_URL=url)

    assert (code, out, len(err.splitlines())) == (3, "", 1)
    assert err.startswith("De database is niet te gebruiken: connection failed")
    assert "QUICKSCAN_DATABASE_URL" in err
    assert "geheim" not in err


def test_a_file_that_is_no_database_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "quickscan.sqlite3").write_bytes(b"geen database" * 100)

    code, out, err = run("purge")

    assert (code, out, len(err.splitlines())) == (3, "", 1)
    assert "file is not a database" in err


def test_a_database_that_fails_halfway_is_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("migrate")
    monkeypatch.setattr("quickscan.storage.database._BUSY_MILLISECONDS", 1)
    with closing(sqlite3.connect(tmp_path / "var" / "quickscan.sqlite3")) as other:
        other.execute("BEGIN IMMEDIATE")
        code, out, err = run("purge")

    assert (code, out, len(err.splitlines())) == (3, "", 1)
    assert "database is locked" in err


def test_a_copy_for_which_there_is_no_room_is_one_sentence(run: Run, tmp_path: Path) -> None:
    run("migrate")
    program = "from quickscan.cli import main; raise SystemExit(main())"
    command = f"ulimit -f 64; exec {sys.executable} -c '{program}' backup {tmp_path}/kopie"

    started = ["bash", "-c", command]
    ended = subprocess.run(started, capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stdout, len(ended.stderr.splitlines())) == (3, "", 1)


def test_a_database_of_a_newer_version_is_left_alone(run: Run, tmp_path: Path) -> None:
    run("migrate")
    database = Database(f"sqlite:///{tmp_path}/var/quickscan.sqlite3")
    with database.changing() as transaction:
        transaction.execute(text("UPDATE alembic_version SET version_num = '99991231_x'"))
    database.close()

    code, _, err = run("migrate")

    assert code == 3
    assert "nieuwere versie" in err


def test_postgresql_is_copied_with_its_own_tool(run: Run) -> None:
    code, _, err = run("backup", "x", QUICKSCAN_DATABASE_URL="postgresql://a@127.0.0.1:1/b")

    assert code == 2
    assert "pg_dump" in err
