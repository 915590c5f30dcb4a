"""Every fault, every warning and every feature has a tiny file of its own."""

import pytest

from quickscan.definitions.check import check_file, check_text
from quickscan.definitions.messages import MESSAGES
from quickscan.definitions.problems import Severity
from quickscan.definitions.reader import examine
from tests.unit.definitions.corpus import expected, files


def named(path):
    return path.stem


def found(problems):
    return [f"{each.line}:{each.column} {each.code}" for each in problems]


@pytest.mark.parametrize("path", files("bad"), ids=named)
def test_a_fault_is_found_once_at_its_place(path):
    examined = examine(path, path.read_text("utf-8"))

    assert found(examined.errors) == [expected(path)]
    assert examined.questionnaire is None


@pytest.mark.parametrize("path", files("bad"), ids=named)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_fault_is_said_with_its_place_and_a_remedy(path, language):
    (problem,) = examine(path, path.read_text("utf-8")).errors
    place, _, said = problem.message(language).partition(": ")

    assert place == f"{path}:{problem.line}:{problem.column}"
    assert all(part.strip() for part in said.split("; ", 1))
    assert "; " in said
    assert "Words(" not in said


@pytest.mark.parametrize("path", files("warned"), ids=named)
def test_a_warning_is_found_once_at_its_place(path):
    checked = check_file(path)

    assert found(checked.problems) == [each for each in [expected(path)] if each]
    assert checked.is_good
    assert all("let op: " in each.message("nl") for each in checked.problems)


@pytest.mark.parametrize("path", files("suggested"), ids=named)
def test_what_could_be_plainer_is_found_once_at_its_place(path):
    checked = check_text(path, path.read_text("utf-8"))

    assert found(checked.problems) == [each for each in [expected(path)] if each]
    assert checked.is_good
    assert all(each.words("nl").startswith("tip: ") for each in checked.problems)
    assert check_file(path).problems == ()


@pytest.mark.parametrize("path", files(), ids=named)
def test_a_good_file_can_be_used_and_its_scenarios_come_out(path):
    checked = check_file(path)

    assert [p.message() for p in checked.problems if p.severity is Severity.ERROR] == []
    assert checked.questionnaire is not None


ELSEWHERE = {
    "answer_exclusive",
    "answer_number",
    "answer_one",
    "answer_several",
    "answer_text",
    "answers_wanted",
    "edition_differs",
    "file_place",
    "file_twice",
    "no_file",
    "no_names",
    "not_utf8",
    "published_changed",
    "published_gone",
    "published_line",
    "translation_stale",
    "unknown_row",
    "withdrawn_line",
    "scenario_advice",
    "scenario_differs",
    "too_large",
    "unknown_question",
    "unreadable",
}
"""Problems that need more than one questionnaire file; other tests have them."""


def test_every_problem_has_a_file_that_has_it():
    in_files = {expected(path).split()[-1] for path in files("bad")}
    looked_at = (*files("warned"), *files("suggested"))
    in_files |= {expected(path).split()[-1] for path in looked_at if expected(path)}

    assert in_files == MESSAGES.keys() - ELSEWHERE
