"""The command `report`: answers in a file become a PDF."""

import pytest

from quickscan.cli import main
from quickscan.services.press import PdfPress, UnusablePressError
from tests.integration.report import sample
from tests.integration.report.inspection import Inspection


@pytest.fixture
def answers(tmp_path):
    path = tmp_path / "antwoorden.yaml"
    words = "huidige-fase: ontwikkelen\ninterventie: Soepdinsdag\now-uitproberen: helemaal\n"
    path.write_text(words, "utf-8")
    return path


def report(answers, output, *more):
    arguments = (sample.FOLDER / "v1.yaml", answers, "-o", output, "--role", "organisatie")
    return main(["report", *map(str, arguments), *more])


def test_the_report_is_written_where_it_was_asked(answers, tmp_path):
    assert report(answers, tmp_path / "uit.pdf") == 0

    made = Inspection((tmp_path / "uit.pdf").read_bytes())
    assert "Soepdinsdag" in made.pages[0]
    assert str(made.root.Lang) == "nl"
    assert "op de server" not in made.text, "nothing of it is kept"


def test_the_language_of_the_command_is_that_of_the_report(answers, tmp_path):
    assert report(answers, tmp_path / "out.pdf", "--language", "en") == 0

    made = Inspection((tmp_path / "out.pdf").read_bytes())
    assert str(made.root.Lang) == "en"
    assert "Developing" in made.pages[0]


def test_a_folder_that_is_not_there_is_a_sentence(answers, tmp_path, capsys):
    assert report(answers, tmp_path / "weg" / "uit.pdf") == 2
    assert "kan niet gelezen of geschreven worden" in capsys.readouterr().err


def test_a_machine_without_the_libraries_is_trouble_outside(
    answers, tmp_path, capsys, monkeypatch
):
    def lacks(*_):
        raise UnusablePressError("libpango is not there")

    monkeypatch.setattr(PdfPress, "print", lacks)

    assert report(answers, tmp_path / "uit.pdf") == 3
    assert capsys.readouterr().err == "libpango is not there\n"
