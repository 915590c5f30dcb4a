"""`quickscan user`: accounts of editors."""

import io

import pytest

from quickscan.cli import main

PASSWORD = "een lange zin als wachtwoord"
EMAIL = "redacteur@voorbeeld.example"


class Terminal(io.StringIO):
    """A stdin where someone types."""

    def isatty(self):
        return True


@pytest.fixture
def user(tmp_path, monkeypatch, capsys):
    """Runs `quickscan user` on an installation of its own; a password comes on stdin."""
    monkeypatch.setenv("QUICKSCAN_VAR", str(tmp_path))

    def command(*arguments, typed=PASSWORD, expected=0, stdin=io.StringIO):
        monkeypatch.setattr("sys.stdin", stdin(f"{typed}\n"))
        assert main(["user", *arguments]) == expected
        heard = capsys.readouterr()
        return heard.err if expected else heard.out

    return command


def test_an_account_is_made_shown_and_removed(user):
    assert EMAIL in user("add", EMAIL.upper())
    assert user("list") == f"{EMAIL}\n"
    assert "nieuw wachtwoord" in user("password", EMAIL, typed="een heel andere zin")
    user("remove", EMAIL)
    assert user("list") == ""


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (("add", "naam"), PASSWORD, "geen e-mailadres"),
        (("add", EMAIL), "kort", "12 tot 200 tekens"),
        (("add",), PASSWORD, "geef bij add"),
        (("list", EMAIL), PASSWORD, "geef bij add"),
        (("remove", EMAIL), PASSWORD, "heeft geen account"),
        (("password", EMAIL), PASSWORD, "heeft geen account"),
        (("vergeet", EMAIL), PASSWORD, "invalid choice"),
    ],
)
def test_wrong_use_says_what_to_do(user, arguments, typed, said):
    assert said in user(*arguments, typed=typed, expected=2)


def test_an_account_is_not_made_twice(user):
    user("add", EMAIL)

    assert "heeft al een account" in user("add", EMAIL, expected=2)


def test_at_a_terminal_the_password_is_asked_twice(user, monkeypatch):
    asked = iter((PASSWORD, PASSWORD, PASSWORD, "iets anders dan dat"))
    monkeypatch.setattr("quickscan.cli.accounts.getpass", lambda _words: next(asked))

    user("add", EMAIL, stdin=Terminal)
    words = user("password", EMAIL, stdin=Terminal, expected=2)

    assert "twee keer iets anders" in words
