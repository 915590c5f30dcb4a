"""`quickscan user`: accounts of editors."""

import io
import re

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
        (("link", EMAIL), "", "met --coordinator maakt de link er een"),
        (("link", "naam", "--coordinator"), "", "geen e-mailadres"),
        (("link",), "", "geef bij add"),
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


def test_a_link_stands_alone_on_stdout_and_leads_to_the_door_of_the_account(user, monkeypatch):
    user("add", EMAIL)
    assert re.fullmatch(r"http://127.0.0.1:8000/werkplaats/link/\w{64}\n", user("link", EMAIL))

    monkeypatch.setenv("QUICKSCAN_ORIGIN", "https://scan.example")
    link = user("link", "anna@voorbeeld.example", "--coordinator")

    assert re.fullmatch(r"https://scan.example/organisatie/link/\w{64}\n", link)
    assert "anna" not in user("list"), "there is no account until a password is chosen"


def test_who_to_give_a_link_and_for_how_long_is_said_beside_it(user, capsys):
    user("add", EMAIL)
    main(["user", "link", EMAIL])

    assert f"Geef deze link aan {EMAIL}. Hij werkt één keer, 24 uur lang." in (
        capsys.readouterr().err
    )
