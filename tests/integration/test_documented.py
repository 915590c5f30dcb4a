"""Every command is told to those who run a site or write a questionnaire."""

import re

import pytest

from quickscan.cli import main
from quickscan.cli.program import _parser
from quickscan.config import PROJECT
from quickscan.presentation.language import translator

DOCUMENTS = "".join(
    path.read_text("utf-8") for path in (*PROJECT.glob("docs/*.md"), PROJECT / "README.md")
)


def commands():
    made = _parser(translator("en"))
    choices = [action.choices for action in made._actions]  # noqa: SLF001
    return sorted(next(each for each in choices if isinstance(each, dict)))


@pytest.mark.parametrize("command", commands())
def test_every_command_is_documented(command):
    assert re.search(rf"quickscan {command}\b", DOCUMENTS), command


def test_the_answers_that_are_shown_are_answers(tmp_path, capsys):
    shown = re.search(r"```yaml answers\n(.*?)```", DOCUMENTS, re.DOTALL)
    assert shown
    path = tmp_path / "answers.yaml"
    path.write_text(shown[1], "utf-8")
    file = PROJECT / "questionnaires" / "implementatie-quickscan" / "v1.yaml"

    assert main(["assess", str(file), str(path)]) == 0
    assert capsys.readouterr().err == ""


def test_every_decision_record_has_its_parts():
    for path in PROJECT.glob("docs/adr/*.md"):
        text = path.read_text("utf-8")
        assert re.match(rf"# {int(path.name[:4])}\. ", text), path.name
        assert all(f"## {part}" in text for part in ("Context", "Decision", "Consequences"))
