"""Whoever takes over the examples of the guide gets a questionnaire that works."""

import re
from pathlib import Path

import pytest
import yaml

from quickscan.cli import main
from quickscan.definitions.check import check_file, check_text
from quickscan.definitions.nodes import compose
from quickscan.definitions.problems import Problems, Severity
from quickscan.domain.assessment import assess
from tests.integration.guide.page import BEGIN, EXAMPLES, GROWN, OWN, tables


def faults(checked):
    return [each.words() for each in checked.problems if each.severity is Severity.ERROR]


@pytest.mark.parametrize("step", EXAMPLES)
def test_every_example_fits_what_is_there_and_comes_out(step):
    problems = Problems("example")
    compose(step.block, problems)
    checked = step.checked
    remarks = {each.code for each in checked.problems}

    assert problems.found == []
    assert faults(checked) == []
    assert remarks <= ({"no_advice"} if step.block == BEGIN else {"translation_missing"})


def test_every_scenario_of_the_page_is_worked_out_and_tells_a_score():
    names = [name for step in EXAMPLES for name in re.findall(r"(?m)^- name:", step.block)]
    scenarios = GROWN.checked.scenarios

    assert len(scenarios) == len(names)
    assert all(each.expect and each.expect.themes for each in scenarios)


def test_every_advice_comes_in_a_scenario_and_stays_away_in_another():
    given = [
        {advice.rule.id for advice in assess(OWN, each.answers, each.role).advice}
        for each in GROWN.checked.scenarios
    ]

    for advice in OWN.advice:
        assert {advice.id in each for each in given} == {True, False}, advice.id


@pytest.mark.parametrize("form", [row[0].strip("`") for row in tables("vorm")[0]])
def test_every_form_of_a_condition_can_be_taken_over(form):
    changed = yaml.safe_load(GROWN.files["v1.yaml"])
    changed["advice"][0]["when"] = yaml.safe_load(form)

    assert faults(check_text(Path("v1.yaml"), yaml.safe_dump(changed))) == []


def test_the_good_statements_are_those_of_the_example():
    statements = {question.text.versions[0][1] for question in OWN.questions.values()}

    assert {row[2] for row in tables("doe dit")[0]} <= statements


@pytest.mark.parametrize(("right", "wrong", "message"), tables("er hoort")[0])
def test_a_mistake_is_said_as_the_page_tells(right, wrong, message):
    changed = BEGIN.replace(right.strip("`"), wrong.strip("`"), 1)

    assert message in faults(check_text(Path("v1.yaml"), changed))


def test_a_workbook_and_a_file_give_the_same_questionnaire(tmp_path):
    path, book, back = (tmp_path / name for name in ("v1.yaml", "v1.xlsx", "back.yaml"))
    path.write_text(GROWN.files["v1.yaml"], "utf-8")
    path.with_name("v1.scenarios.yaml").write_text(GROWN.files["v1.scenarios.yaml"], "utf-8")
    main(["export", "xlsx", str(path), "-o", str(book)])
    main(["import", "xlsx", str(book), "-o", str(back)])
    checked = check_file(back)

    assert faults(checked) == []
    assert [each.answers for each in checked.scenarios] == [
        each.answers for each in check_file(path).scenarios
    ]
