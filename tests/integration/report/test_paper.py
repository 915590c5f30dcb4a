"""A questionnaire on paper: what stands on it, and the command that makes it."""

from pathlib import Path

import pytest

from quickscan.cli import main
from quickscan.definitions.files import decode, load
from quickscan.definitions.reader import read
from quickscan.report.document import paper
from tests.integration.report.inspection import Inspection

MAIN = "implementatie-quickscan"


def test_every_question_has_a_number_and_boxes_with_the_key_that_chooses_them(on_paper):
    words = " ".join(on_paper.text.split())

    assert "1. Hoe heet het?" in words
    assert "3. Is het nieuw? □1 Jazeker □2 Al ouder" in words
    assert "□4 Weet ik niet" in words


def test_after_nine_boxes_come_letters_so_that_one_key_chooses_each():
    path = Path("tests/questionnaires/web/lange-keuze/v1.yaml")
    made = paper(read(path, decode(path, load(path))), None, "nl")
    boxes = made.parts[1].items[0].boxes

    assert [box.key for box in boxes] == [*"123456789abc"]
    assert any("het cijfer of de letter bij een vakje" in step for step in made.steps)


def test_a_question_under_a_condition_says_when_it_is_for_you(on_paper):
    words = " ".join(on_paper.text.split())

    assert "Alleen invullen als: bij vraag 3 is gekozen: ‘Al ouder’." in words


def test_a_text_that_tells_an_answer_has_something_in_its_place(on_paper):
    words = " ".join(on_paper.text.split())

    assert "5. Het ding werkt." in words
    assert "Uitleg bij het ding." in words
    assert "{" not in words


def test_more_answers_a_unit_and_room_for_notes_are_told(on_paper):
    for words in ("Meer antwoorden mogen.", "In: stuks", "Ruimte voor notities"):
        assert words in on_paper.text


def test_someone_gets_the_statements_of_their_role(tmp_path):
    papers = {}
    for role in ("ontwikkelaar", "uitvoerder"):
        output = tmp_path / f"{role}.pdf"
        assert main(["paper", MAIN, "--role", role, "-o", str(output)]) == 0
        papers[role] = Inspection(output.read_bytes()).text

    assert "ik ontwikkel de interventie" in papers["ontwikkelaar"]
    assert papers["ontwikkelaar"] != papers["uitvoerder"]


def test_the_language_of_the_command_is_that_of_the_paper(tmp_path):
    output = tmp_path / "paper.pdf"
    assert main(["paper", MAIN, "-o", str(output), "--language", "en"]) == 0

    made = Inspection(output.read_bytes())
    assert str(made.root.Lang) == "en"
    assert "How to fill this in" in made.pages[0]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--role", "koning"), "de rol 'koning' bestaat niet; kies uit"),
        (("-o", "/weg/er/mee.pdf"), "kan niet gelezen of geschreven worden"),
    ],
)
def test_what_cannot_be_made_is_a_sentence(tmp_path, capsys, more, said):
    assert main(["paper", MAIN, "-o", str(tmp_path / "p.pdf"), *more]) == 2
    assert said in capsys.readouterr().err
