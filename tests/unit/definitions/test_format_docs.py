"""docs/questionnaire-format.md: its examples work, and it leaves no key out."""

import re
from pathlib import Path

import pytest

from quickscan.definitions.check import check_file
from quickscan.definitions.conditions import FORMS, PARTS
from quickscan.definitions.layout import QUESTIONNAIRE
from quickscan.definitions.problems import Severity
from quickscan.definitions.questions import KINDS, OPTION
from quickscan.definitions.reader import read
from quickscan.definitions.scenarios import EXPECT, scenario_record
from quickscan.definitions.shapes import Keyed, ListOf, Record

PAGE = (Path(__file__).parents[3] / "docs" / "questionnaire-format.md").read_text("utf-8")


def blocks(kind: str) -> str:
    """All code blocks of a kind, one after the other."""
    return "\n".join(re.findall(rf"^```{kind}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))


EXAMPLE = blocks("yaml")


def test_the_examples_together_are_a_questionnaire_without_a_fault(tmp_path):
    path = tmp_path / "buurtscan.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")
    path.with_name("buurtscan.scenarios.yaml").write_text(blocks("yaml scenarios"), "utf-8")
    checked = check_file(path)

    assert [p.message() for p in checked.problems if p.severity is Severity.ERROR] == []
    assert len(checked.scenarios) == 1


@pytest.mark.parametrize("condition", re.findall(r"^\| `(\{.*?\})` \|", PAGE, re.MULTILINE))
def test_every_form_of_a_condition_can_be_copied(condition):
    changed = EXAMPLE.replace("when: {question: hulp, is: [nog-niet]}", f"when: {condition}")

    assert changed != EXAMPLE or "hulp, is:" in condition
    assert read("buurtscan.yaml", changed).advice[1].when is not None


def keys(record):
    """The keys of a record and of every record in it."""
    yield from record.keys
    for key in record.keys.values():
        shape = key.shape
        while isinstance(shape, ListOf | Keyed):
            shape = shape.item if isinstance(shape, ListOf) else shape.record
        if isinstance(shape, Record):
            yield from keys(shape)


def test_every_key_is_spoken_of():
    known = {*keys(QUESTIONNAIRE), *keys(OPTION), *keys(scenario_record(None)), *keys(EXPECT)}
    for record in KINDS.values():
        known |= set(keys(record))
    spoken = set(re.findall(r"`([a-z_]+)", PAGE)) | set(re.findall(r"([a-z_]+):", PAGE))

    assert known | FORMS.keys() | PARTS.keys() <= spoken


def test_every_kind_of_question_is_in_the_example():
    own = read("buurtscan.yaml", EXAMPLE)
    kinds = {type(question).__name__ for question in own.questions.values()}

    assert len(kinds) == len(KINDS)
    assert all(f"| `{kind}` |" in PAGE for kind in KINDS)
