"""The commands, the workbook and the places that the guide names are there."""

import io
import re
import shlex

import openpyxl
import pytest

from quickscan.cli import main
from quickscan.cli.program import _parser
from quickscan.config import PROJECT
from quickscan.definitions.reader import read
from quickscan.definitions.workbook import to_workbook
from quickscan.definitions.workbook.sheets import SHEETS
from quickscan.presentation.language import translator
from tests.integration.guide.page import BEGIN, PAGE, STEPS, tables

SHOWN = [step for step in STEPS if step.kind == "console"]
GIVEN = [line for step in STEPS if step.kind == "sh" for line in step.block.splitlines()]


@pytest.mark.parametrize("step", SHOWN)
def test_a_command_says_what_the_page_shows(step, tmp_path, monkeypatch, capsys):
    command, *shown = step.block.splitlines()
    (tmp_path / "buurtkoffie").mkdir()
    for name, text in step.files.items():
        folder = tmp_path / "buurtkoffie" if name.startswith("v") else tmp_path
        (folder / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUICKSCAN_QUESTIONNAIRES", str(tmp_path))
    monkeypatch.setenv("QUICKSCAN_VAR", str(tmp_path / "var"))
    monkeypatch.delenv("QUICKSCAN_LANGUAGE", raising=False)
    code = main(shlex.split(command.removeprefix("$ quickscan")))
    said = "".join(capsys.readouterr()).splitlines()

    assert code == 0
    assert [line for line in shown if line not in said] == []


@pytest.mark.parametrize("line", GIVEN)
def test_a_command_can_be_given_as_the_page_does(line):
    program, *arguments = shlex.split(line)

    assert program == "quickscan"
    assert _parser(translator("nl")).parse_args(arguments).run


@pytest.mark.parametrize("command", sorted(set(re.findall(r"quickscan ([a-z]+)", PAGE))))
def test_every_command_that_the_page_names_is_there(command):
    assert main([command, "--help"]) == 0


def test_the_workbook_holds_what_the_page_shows_of_it():
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(read("v1.yaml", BEGIN))))
    names, *rows = book["questions"].iter_rows(values_only=True)
    row = next(dict(zip(names, each, strict=True)) for each in rows if "deur" in each)
    headings = next(re.finditer(r"^\| (section \|.*) \|$", PAGE, re.MULTILINE))[1]

    assert [row[heading] for heading in headings.split(" | ")] == tables("section")[0][0]


def test_every_sheet_of_the_workbook_is_explained():
    explained = {name for row in tables("blad")[0] for name in re.findall(r"`(\w+)`", row[0])}

    assert explained == set(SHEETS)


def test_every_place_it_points_to_is_there():
    titles = re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)
    places = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
    targets = re.findall(r"\]\(([^)]+)\)", PAGE)
    files = [target for target in targets if target.startswith("../")]

    assert {target[1:] for target in targets if target.startswith("#")} <= places
    assert files
    assert all((PROJECT / "questionnaires" / target).is_file() for target in files)
