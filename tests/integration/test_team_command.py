"""`quickscan team`: the figures of groups from a file, for one's own data."""

import json
from pathlib import Path

import pytest

from quickscan.cli import main
from tests.integration.report.inspection import Inspection
from tests.unit.definitions.corpus import FOLDER

ROLES = FOLDER / "roles.yaml"
KINDS = FOLDER / "web" / "soorten" / "v1.yaml"
MULTIPLE = FOLDER / "multiple.yaml"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs the command on these lines; returns its exit code, stdout and stderr."""
    monkeypatch.delenv("QUICKSCAN_LANGUAGE", raising=False)
    monkeypatch.chdir(tmp_path)

    def command(text, *more, questionnaire=ROLES):
        Path("a.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
        code = main(["team", str(questionnaire), "a.csv", *more])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def team(run):
    """Returns what is printed, which must be all there is to say."""

    def command(lines, *more, **where):
        code, out, err = run("\n".join(lines), *more, **where)
        assert (code, err) == (0, "")
        return json.loads(out)

    return command


TEN = ["a", *["nee", "deels", "ja", "ja", "ja"] * 2]


def test_without_a_column_all_people_are_one_group(team):
    found = team(TEN)

    group = found["groups"]["alle"]
    assert (found["questionnaire"], found["version"], found["minimum"]) == ("rollen", 1, 5)
    assert (group["n"], group["suppressed"]) == (10, False)
    assert group["themes"]["fase"]["weten"] == {
        "n": 10,
        "mean": 70.0,
        "sd": 42.163702136,
        "interval": [39.837904496, 100.0],
        "rwg_j": 0.0,
        "word": "verdeeld",
        "nearly_all": False,
    }
    assert group["questions"]["a"] == {
        "n": 10,
        "counts": {"nee": 2, "deels": 2, "ja": 6, "weet-niet": 0, "nvt": 0},
        "thirds": None,
        "rwg": 0.0,
        "ad": 0.72,
        "word": "verdeeld",
        "nearly_all": None,
    }


def test_a_small_group_is_rough_and_a_smaller_one_is_hidden(team):
    lines = ["team;a", *["A;nee", "A;ja", "A;ja"] * 2, *["B;ja"] * 4]

    found = team(lines, "--by", "team")["groups"]

    assert found["A"]["n"] == 6
    assert found["A"]["themes"]["fase"]["weten"]["mean"] == 65
    assert found["A"]["themes"]["fase"]["weten"]["sd"] is None
    assert found["A"]["questions"]["a"]["counts"] is None
    assert found["A"]["questions"]["a"]["thirds"] == {
        "lower": 2,
        "middle": 0,
        "higher": 4,
        "apart": {"weet-niet": 0, "nvt": 0},
    }
    assert found["B"]["suppressed"]
    assert found["B"]["n"] is None
    assert set(found["B"]["themes"]["fase"]["weten"].values()) == {None, False}
    assert set(found["B"]["questions"]["a"].values()) == {None}


def test_small_groups_are_told_together_and_only_together(team):
    lines = ["team,a", *["A,nee"] * 3, *["B,ja"] * 3]

    found = team(lines, "--by", "team")

    assert [own["suppressed"] for own in found["groups"].values()] == [True, True, False]
    assert found["groups"]["overige teams samen"]["n"] == 6
    assert found["all"]["n"] == 6


def test_a_group_of_several_roles_is_told_per_role(team):
    lines = ["team;role;a", *["A;maker;ja"] * 5, *["A;doener;nee"] * 6]

    found = team(lines, "--by", "team")["groups"]

    assert {name: own["n"] for name, own in found.items()} == {"A×maker": 5, "A×doener": 6}


def test_with_a_hundred_people_the_questions_of_a_theme_are_held_together(team):
    half = ["maker;nee;nee", "maker;ja;ja", "maker;deels;ja", "maker;ja;deels"]

    found = team(["role;a;b", *half * 25])["all"]

    assert found["n"] == 100
    assert found["themes"]["fase"]["weten"]["alpha"] == pytest.approx(7 / 9)
    assert found["themes"]["fase"]["weten"]["omega"] is None
    assert team(["role;a;b", *half * 24])["all"]["themes"]["fase"]["weten"]["alpha"] is None


def test_groups_that_differ_have_an_intraclass_correlation(team):
    lines = ["team;a", *["A;ja", "A;deels"] * 3, *["B;nee", "B;deels"] * 3]

    found = team(lines, "--by", "team")["all"]["themes"]["fase"]["weten"]

    assert found["icc1"] == pytest.approx(0.6)
    assert found["icc2"] == pytest.approx(0.9)


def test_several_options_stand_in_one_cell(team):
    lines = ["kanalen", *["krant website"] * 5, *["krant"] * 3, *["website"] * 2]

    found = team(lines, questionnaire=MULTIPLE)["groups"]["alle"]["questions"]["kanalen"]

    assert (found["counts"]["krant"], found["counts"]["website"]) == (8, 7)


def test_an_empty_cell_is_skipped_and_an_empty_row_is_no_one(team):
    found = team([*TEN, "", "  "])

    assert found["groups"]["alle"]["n"] == 10


def test_what_a_spreadsheet_makes_is_read(run):
    code, out, _ = run(b"\xef\xbb\xbfa;b\r\n" + b"ja;\r\n" * 5)

    assert code == 0
    assert json.loads(out)["groups"]["alle"]["questions"]["a"]["nearly_all"] == "higher"


def test_answers_that_were_not_asked_are_ignored_with_a_warning(run):
    code, out, err = run("a;b\n" + "ja;ja\n" * 5)

    assert code == 0
    assert err == "let op: 5 antwoorden op 'b' tellen niet mee: niet gevraagd\n"
    assert json.loads(out)["groups"]["alle"]["questions"]["b"]["n"] is None


@pytest.mark.parametrize("minimum", ["4", "0", "-1"])
def test_a_smaller_group_than_five_is_refused(run, minimum):
    code, out, err = run("a\nja\n", "--minimum", minimum)

    assert (code, out) == (2, "")
    assert err == f"een groep van {minimum} is te klein: kies met --minimum 5 of meer\n"


def test_a_larger_minimum_hides_more(run):
    code, out, _ = run("a\n" + "ja\n" * 7, "--minimum", "8")

    assert code == 0
    assert json.loads(out)["groups"]["alle"]["suppressed"]


WRONG = [
    ("a;x\nja;1", "1:2", "de kolom 'x' is geen vraag; geef haar de id van een vraag"),
    ("a;a\nja;ja", "1:2", "de kolom 'a' staat er twee keer"),
    ("a\njaa", "2:1", "heeft geen antwoord 'jaa'; bedoel je 'ja'?"),
    ("a;role\nja;maaker", "2:2", "er is geen rol 'maaker'; bedoel je 'maker'?"),
    ("a;\nja;x", "2:2", "'x' staat in een kolom zonder naam"),
    ("a\nja;x", "2:2", "'x' staat in een kolom zonder naam"),
]


@pytest.mark.parametrize(("text", "place", "words"), WRONG)
def test_a_mistake_is_told_by_its_line_and_column(run, text, place, words):
    code, out, err = run(text)

    assert (code, out) == (1, "")
    assert err.startswith(f"a.csv:{place}: ")
    assert words in err


def test_an_empty_file_says_what_belongs_in_it(run):
    assert run("")[2].startswith(
        "a.csv:1:1: dit bestand heeft geen rij met namen van kolommen"
    )


def test_a_group_must_have_a_column_and_every_row_a_group(run):
    assert (
        "er is geen kolom 'team' om groepen mee te maken; kies met --by een van de"
        in run("a\nja", "--by", "team")[2]
    )
    assert (
        "deze rij hoort bij geen groep; vul de kolom 'team' in"
        in run("team;a\n;ja", "--by", "team")[2]
    )


def test_of_other_kinds_of_question_it_says_how_to_write_an_answer(run):
    lines = f"aantal;wat;welke\nveel;{'x' * 5001};boek geen\n"

    code, _, err = run(lines, questionnaire=KINDS)

    told = err.splitlines()
    assert code == 1
    assert "schrijf een heel getal" in told[0]
    assert "schrijf een tekst van hoogstens" in told[1]
    assert "gaan de antwoorden 'boek geen' niet samen" in told[2]


def test_a_file_that_is_not_there_is_told():
    assert main(["team", str(ROLES), "niets.csv"]) == 2


# --- the report -------------------------------------------------------------------------


def report(run, lines, *more):
    """The report of these lines, opened, and what was printed on stdout."""
    code, out, err = run("\n".join(lines), *more, "-o", "uit.pdf")
    assert (code, err) == (0, "")
    return Inspection(Path("uit.pdf").read_bytes()), json.loads(out)


def test_a_report_is_made_beside_the_json(run):
    made, found = report(run, TEN, "--about", "Stoepgesprek")

    assert found["groups"]["alle"]["n"] == 10
    assert "Stoepgesprek" in made.pages[0]
    assert "Teamrapport" in made.pages[0]
    assert "70 van 100" in made.text


def test_a_group_gives_its_name_to_the_report(run):
    made, _found = report(run, ["team;a", *["Noord;ja", "Noord;nee"] * 4], "--by", "team")

    assert "Noord" in made.pages[0]
    assert "rond 50 van 100" in made.text


def test_several_groups_are_in_one_report_and_a_hidden_one_is_named(run):
    lines = ["team;a", *["Noord;ja", "Noord;nee"] * 4, *["Zuid;ja"] * 6, *["Oost;ja"] * 3]

    made, _found = report(run, lines, "--by", "team")

    assert "De groepen naast elkaar" in made.pages[1]
    assert {"Noord", "Zuid", "Oost"} <= set(made.pages[1].split())
    assert {"Noord", "Zuid", "Te weinig antwoorden om te tonen"} <= set(made.bookmarks)
    assert "Oost" not in made.bookmarks


def test_roles_of_one_team_stand_beside_each_other_by_their_label(run):
    lines = ["role;a", *["maker;ja"] * 5, *["doener;nee"] * 6]

    made, _found = report(run, lines)

    assert "De groepen naast elkaar" in made.pages[1]
    assert {"Ik maak", "Ik doe"} <= set(made.bookmarks)


def test_the_report_is_in_the_language_of_the_command(run):
    made, _found = report(run, TEN, "--language", "nl")

    assert str(made.root.Lang) == "nl"


def test_a_folder_that_is_not_there_is_a_sentence_and_no_json(run):
    code, out, err = run("\n".join(TEN), "-o", "weg/uit.pdf")

    assert (code, out) == (2, "")
    assert "kan niet gelezen of geschreven worden" in err
