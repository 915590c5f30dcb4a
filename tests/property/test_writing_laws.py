"""A questionnaire that is written and read again is the same: as a file, and as a workbook."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quickscan.definitions.reader import read
from quickscan.definitions.scenarios import Scenario, load_scenarios, read_scenarios
from quickscan.definitions.workbook import from_workbook, to_workbook
from quickscan.definitions.writing import write, write_scenarios
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.texts import Text
from tests.unit.definitions.corpus import FOLDER, files

# What the reader refuses in a text is left out: it has its own tests.
letters = st.characters(
    exclude_categories=("Cs", "Cc", "Co", "Cn"),
    exclude_characters="<>&{}[]\ufeff\u2028\u2029\x85",
)
words = (
    st.text(letters | st.sampled_from("\n :#-'\"|=+@,1"), min_size=1, max_size=60)
    .map(lambda text: "\n".join(line.rstrip() for line in text.split("\n")).strip())
    .filter(lambda text: text and "://" not in text)
)


def parts(own: Questionnaire) -> dict[str, Any]:
    """Everything in a questionnaire, which is itself compared by identity."""
    return {field.name: getattr(own, field.name) for field in fields(own)}


@cache
def corpus() -> tuple[tuple[Questionnaire, tuple[Scenario, ...]], ...]:
    """Every feature of the format, each in a small questionnaire with its scenarios."""
    found = []
    for path in files():
        own = read(path, path.read_text("utf-8"))
        beside = path.with_name(f"{path.stem}.scenarios.yaml")
        examples = load_scenarios(beside, own).scenarios if beside.exists() else ()
        found.append((own, examples))
    assert len(found) > 10, FOLDER
    return tuple(found)


def reworded(value: Any, say: Callable[[str], str]) -> Any:
    """The same with other words in every text; the same text gets the same words."""
    if isinstance(value, Text):
        return Text(tuple((language, say(old)) for language, old in value.versions))
    if isinstance(value, tuple):
        return tuple(reworded(each, say) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: reworded(getattr(value, f.name), say) for f in fields(value)}
        return replace(value, **changed)
    return value


def said(some: list[str]) -> Callable[[str], str]:
    """Another text for each text, from these in turn."""
    told: dict[str, str] = {}
    return lambda old: told.setdefault(old, some[len(told) % len(some)])


pick = st.integers(0, 1000)
texts = st.lists(words, min_size=1, max_size=12)


@given(pick, texts)
def test_a_written_file_reads_as_the_same_questionnaire(number: int, some: list[str]) -> None:
    own = reworded(corpus()[number % len(corpus())][0], said(some))

    assert parts(read("v1.yaml", write(own))) == parts(own)


@given(pick, texts)
def test_a_workbook_gives_back_the_same_questionnaire(number: int, some: list[str]) -> None:
    own = reworded(corpus()[number % len(corpus())][0], said(some))
    found = from_workbook(to_workbook(own))

    assert [p.message() for p in found.problems if p.severity == "error"] == []
    assert found.questionnaire is not None
    assert parts(found.questionnaire) == parts(own)


@given(pick)
def test_scenarios_come_back_too(number: int) -> None:
    own, examples = corpus()[number % len(corpus())]
    written = write_scenarios(examples)

    assert write_scenarios(read_scenarios("s", written, own).scenarios) == written
    assert write_scenarios(from_workbook(to_workbook(own, examples)).scenarios) == written
