"""`quickscan benchmark`: are the tallies what the answers say, and publishing before time."""

import sqlite3

import pytest

from quickscan.cli import main
from quickscan.config import Config
from quickscan.web import create_app
from quickscan.web.wiring import SERVICES
from tests.integration.web.rounds import measuring


@pytest.fixture
def file(tmp_path, monkeypatch):
    """The database of an installation with one closed round of five people."""
    monkeypatch.setenv("QUICKSCAN_VAR", str(tmp_path))
    assert main(["migrate"]) == 0
    app = create_app(Config.from_env())
    round_ = measuring(app)
    for _ in range(5):
        round_.take_part()
    round_.close()
    app.extensions[SERVICES].database.close()
    return tmp_path / "quickscan.sqlite3"


def change(file, statement):
    with sqlite3.connect(file) as database:
        database.execute(statement)


def told(capsys, *arguments, expected=0):
    capsys.readouterr()
    assert main(["benchmark", *arguments]) == expected
    return capsys.readouterr().out


def test_tallies_are_counted_again_and_proved_equal(file, capsys):
    assert file.exists()
    assert told(capsys) == "Gelijk: 1. Anders: 0. Bevroren: 0.\n"
    assert told(capsys, "check", "--language", "en") == "Equal: 1. Different: 0. Frozen: 0.\n"


def test_what_differs_is_named_and_the_exit_code_says_so(file, capsys):
    change(file, "UPDATE tally SET possible = possible + 1 WHERE theme = 'weten'")

    found = told(capsys, expected=1)

    assert ": uitvoerder fase weten\n" in found
    assert found.endswith("Gelijk: 0. Anders: 1. Bevroren: 0.\n")


def test_a_round_whose_links_were_dropped_is_listed_as_frozen(file, capsys):
    change(file, "UPDATE scan SET round_team_id = NULL")

    found = told(capsys)

    assert found.startswith("bevroren: ")
    assert found.endswith("Gelijk: 0. Anders: 0. Bevroren: 1.\n")


def test_figures_can_be_published_before_their_date_once_a_day(file, capsys):
    assert file.exists()
    assert told(capsys, "refresh") == "Er is een nieuwe stand.\n"
    assert "Er is vandaag al een stand" in told(capsys, "refresh")


def test_another_action_is_wrong_use(file, capsys):
    assert file.exists()
    assert told(capsys, "wissen", expected=2) == ""
