import sys

import pytest

from quickscan.definitions import nodes
from quickscan.definitions.nodes import Mapping, Scalar, Sequence, compose, where
from quickscan.definitions.problems import Problems


def composed(text):
    problems = Problems("x.yaml")
    return compose(text, problems), problems.found


def test_a_node_knows_the_line_it_starts_on():
    root, _ = composed("a: 1\nb:\n  - c\n")

    assert isinstance(root, Mapping)
    assert [where(key).nl for key, _ in root.pairs] == ["op regel 1", "op regel 2"]
    assert where(root.values["b"]).en == "on line 3"


def test_columns_count_characters_not_bytes():
    _, (problem,) = composed("é: {ë: 1, ë: 2}")

    assert (problem.line, problem.column) == (1, 11)


def test_a_key_that_stands_twice_keeps_its_first_value():
    root, (problem,) = composed("a: 1\na: 2\n")

    assert isinstance(root, Mapping)
    assert [value.value for _, value in root.pairs if isinstance(value, Scalar)] == ["1"]
    assert (problem.code, problem.line) == ("duplicate_key", 2)


def test_json_is_read_too():
    root, found = composed('{"a": ["b", 1], "c": {"d": null}}')

    assert found == []
    assert isinstance(root, Mapping)
    assert isinstance(root.values["a"], Sequence)


def test_a_node_says_whether_it_stands_without_quotes():
    root, _ = composed("[a, 'a', \"a\"]")

    assert isinstance(root, Sequence)
    assert [item.implicit[0] for item in root.items if isinstance(item, Scalar)] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 50_000, "a: &x [*x, *x]"],
    ids=["lists", "mappings", "items", "keys", "alias"],
)
def test_what_would_exhaust_the_machine_is_refused(text):
    root, found = composed(text)

    assert root is None
    assert len(found) == 1


BOMB = "a: &a [x, x]\n" + "\n".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]" for i in range(20)
)


def test_a_small_file_cannot_unfold_into_a_large_one():
    assert composed(BOMB)[0] is None


@pytest.mark.parametrize("text", ["", "\n\n", "# alleen dit\n"])
def test_a_file_without_content_is_empty(text):
    root, (problem,) = composed(text)

    assert root is None
    assert problem.code == "empty_file"


def test_the_parser_in_python_reads_the_same(monkeypatch):
    text = "a: {b: [1, 'x'], c: ~}\nd: |\n  e\n"
    quick, _ = composed(text)
    monkeypatch.setattr(nodes, "_Parser", sys.modules["yaml"].SafeLoader)
    slow, _ = composed(text)

    assert isinstance(quick, Mapping)
    assert isinstance(slow, Mapping)
    assert [key.value for key, _ in quick.pairs] == [key.value for key, _ in slow.pairs]
