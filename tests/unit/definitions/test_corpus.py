"""Every fault, every warning and every feature has a tiny file of its own."""

from pathlib import Path
from typing import Final

import pytest

from quickscan.definitions.catalogue import Catalogue, CatalogueError
from quickscan.definitions.check import check_file
from quickscan.definitions.messages import MESSAGES
from quickscan.definitions.problems import Severity
from tests.unit.definitions.corpus import (
    BROKEN,
    FOLDER,
    broken,
    expected,
    files,
    said_of,
)


@pytest.fixture(autouse=True)
def _among_the_broken(monkeypatch):
    """Problems name a file as it was given: from here, by its name alone."""
    monkeypatch.chdir(BROKEN)


def shown(problems, language="nl"):
    return [problem.message(language) for problem in problems]


@pytest.mark.parametrize("name", broken())
def test_of_what_is_broken_is_said_exactly_what_lies_beside_it(name):
    assert shown(said_of(Path(name))) == expected(name)


@pytest.mark.parametrize("name", broken())
def test_a_mistake_is_one_line(name):
    assert len(expected(name)) == 1


def test_nothing_is_expected_of_what_is_not_there():
    stems = {path.stem for path in BROKEN.glob("*.expected")}

    assert stems == {Path(name).stem for name in broken()}


@pytest.mark.parametrize("name", broken())
def test_in_english_both_the_fault_and_its_remedy_are_said(name):
    for problem in said_of(Path(name)):
        dutch, english = (problem.words(language).split("; ", 1) for language in ("nl", "en"))

        assert len(dutch) == len(english) == 2
        assert all(
            own.strip() and own != other for own, other in zip(english, dutch, strict=True)
        )
        assert "Words(" not in problem.message("nl") + problem.message("en")


@pytest.mark.parametrize("name", [own for own in broken() if own.endswith(".yaml")])
def test_a_file_can_be_used_unless_it_has_a_fault_itself(name):
    checked = check_file(Path(name))
    faults = [p for p in checked.problems if p.severity is Severity.ERROR and p.path == name]

    assert (checked.questionnaire is None) == bool(faults)


@pytest.mark.parametrize("name", [own for own in broken() if not own.endswith(".yaml")])
def test_what_is_wrong_with_folders_is_said_when_the_service_starts_too(name):
    with pytest.raises(CatalogueError) as refusal:
        Catalogue.load(sorted(Path(name).iterdir()))

    assert shown(refusal.value.problems) == shown(said_of(Path(name)))


def test_of_a_neat_file_nothing_is_said():
    assert said_of(FOLDER / "neat.yaml") == ()


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_a_good_file_can_be_used_and_its_scenarios_come_out(path):
    checked = check_file(path)

    assert [p.message() for p in checked.problems if p.severity is Severity.ERROR] == []
    assert checked.questionnaire is not None


_IN_RESPONSES = (
    "cell_exclusive",
    "cell_number",
    "cell_role",
    "cell_without_column",
    "column_twice",
    "group_column",
    "group_missing",
    "responses_empty",
    "unknown_column",
)
ELSEWHERE: Final = {
    "answers_empty": "test_cli.py: a file of answers, which only commands read",
    **dict.fromkeys(_IN_RESPONSES, "test_team_command.py: only answers of many are a table"),
    "edition_differs": "test_workplace.py: a file against what the Workplace published",
    "too_large": "test_files.py: two million bytes are made there, not kept",
    "translation_stale": "test_workbook.py: only a workbook shows what was translated",
    "unknown_row": "test_workbook.py: only a workbook has rows that belong to others",
    "unreadable": "test_files.py: nobody can keep a file that is not there or may not be read",
}
"""What no file among the broken ones can show, and which test has it instead."""


def test_every_message_has_a_file_of_which_it_is_said():
    in_files = {problem.code for name in broken() for problem in said_of(Path(name))}

    assert in_files == MESSAGES.keys() - ELSEWHERE.keys()
