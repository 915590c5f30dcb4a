"""`quickscan demo`: an invented organisation, marked as such wherever it is seen."""

import io
import re
from contextlib import redirect_stdout

import pytest

from quickscan.cli import main
from quickscan.config import Config
from quickscan.presentation.language import translator
from quickscan.report.document import as_invented
from quickscan.services.demo import EMAIL, TEAMS
from quickscan.web import create_app
from tests.integration.report import sample
from tests.visitor import Visitor


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The settings of an installation with a demonstration, and what the command said."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("QUICKSCAN_VAR", str(folder))
        heard = io.StringIO()
        with redirect_stdout(heard):
            assert main(["demo"]) == 0
        yield create_app(Config.from_env()), heard.getvalue()


@pytest.fixture
def coordinator(filled):
    app, said = filled
    password = re.search(r"wachtwoord (\S+)", said)
    assert password
    visitor = Visitor(app)
    return visitor.post("/organisatie/aanmelden", {"email": EMAIL, "wachtwoord": password[1]})


def test_it_has_five_teams_in_two_closed_rounds(coordinator):
    for name, _size in TEAMS:
        assert name in coordinator.text
    assert coordinator.text.count("Gesloten op") == 2


def test_teams_show_what_their_size_allows_and_what_changed(coordinator):
    rounds = re.findall(r"/organisatie/meting/\w+", coordinator.html)

    page = coordinator.get(f"{rounds[0]}/teams").text

    assert "Te weinig antwoorden om te tonen: Centrum." in page
    assert re.search(r"rond \d+ van 100", page)
    assert re.search(r" \d\d van 100", page)
    assert "Toen en nu" in page


def test_it_stands_among_thirty_organisations(coordinator):
    rounds = re.findall(r"/organisatie/meting/\w+", coordinator.html)

    page = coordinator.get(f"{rounds[0]}/benchmark").text

    assert "30 organisaties" in page
    assert "Welzijn" in page, "with thirty, a sector may be chosen"


def test_a_member_sees_the_result_without_signing_in(filled):
    app, said = filled
    address = re.search(r"/meedoen/\S+", said)
    assert address

    page = Visitor(app).get(address[0])

    assert "Uitslag van team" in page.text
    assert "verzonnen" in page.text


@pytest.mark.parametrize("path", ["/", "/over/privacy", "/organisatie/aanmelden", "/niets"])
def test_every_page_says_that_all_is_invented(filled, path):
    app, _ = filled

    assert "alle organisaties, teams, antwoorden en cijfers hier zijn verzonnen" in (
        Visitor(app).get(path).text
    )


def test_a_site_with_real_data_says_no_such_thing(tmp_path, monkeypatch):
    monkeypatch.setenv("QUICKSCAN_VAR", str(tmp_path))
    assert main(["migrate"]) == 0

    assert "hier zijn verzonnen" not in Visitor(create_app(Config.from_env())).get("/").text


def test_every_page_of_a_report_says_so_too():
    made = sample.report()

    marked = as_invented(made)

    assert marked.running == f"{made.running} · {translator('nl')('verzonnen gegevens')}"


def test_what_is_invented_goes_beside_nothing_real(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("QUICKSCAN_VAR", str(tmp_path))
    monkeypatch.setattr("sys.stdin", io.StringIO("een lange zin als wachtwoord\n"))
    assert main(["user", "add", "redacteur@voorbeeld.example"]) == 0

    assert main(["demo"]) == 3

    assert "niet leeg" in capsys.readouterr().err
