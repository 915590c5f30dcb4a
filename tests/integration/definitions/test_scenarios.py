import pytest

from quickscan.definitions.check import check_file
from quickscan.definitions.problems import Severity
from tests.integration.definitions.shelf import shelve
from tests.unit.definitions.writing import written

MORE = """\
      - {id: b, kind: rating, scale: mate, text: Twee., themes: {fase: weten}}
      - {id: c, kind: rating, scale: mate, text: Drie., themes: {fase: weten}}
"""
THREE = written(("      - {id: m,", f"{MORE}      - {{id: m,"))


def errors(folder, scenario):
    path = shelve(folder, text=THREE)
    path.with_name("v1.scenarios.yaml").write_text(scenario, encoding="utf-8")
    problems = check_file(path).problems
    return [(p.line, p.column, p.code) for p in problems if p.severity is Severity.ERROR]


def expecting(expectation, answers="{a: ja, b: nee, c: nee}"):
    return f"- name: Begin\n  answers: {answers}\n  expect: {expectation}\n"


@pytest.mark.parametrize("score", ["100/3", "33.3", "33.33333", "33"])
def test_a_score_comes_out_as_precisely_as_it_is_written(tmp_path, score):
    assert errors(tmp_path, expecting(f"{{themes: {{fase: {{weten: {score}}}}}}}")) == []


@pytest.mark.parametrize("score", ["33.4", "34", "333/10", "null", "0"])
def test_a_score_that_comes_out_otherwise_is_refused_at_its_place(tmp_path, score):
    found = errors(tmp_path, expecting(f"{{themes: {{fase: {{weten: {score}}}}}}}"))

    assert found == [(3, 35, "scenario_differs")]


def test_half_is_rounded_up(tmp_path):
    text = expecting("{themes: {fase: {weten: 67}}}", "{a: ja, b: ja, c: nee}")

    assert errors(tmp_path, text) == []


@pytest.mark.parametrize(
    ("expectation", "column"),
    [
        ("{bands: {fase: {weten: hoog}}}", 34),
        ("{bands: {fase: {weten: null}}}", 34),
        ("{advice_first: [begin]}", 26),
        ("{overall: 50}", 21),
    ],
)
def test_what_comes_out_otherwise_is_refused_at_its_place(tmp_path, expectation, column):
    assert errors(tmp_path, expecting(expectation)) == [(3, column, "scenario_differs")]


def test_advice_that_should_not_be_given_is_refused(tmp_path):
    text = expecting("{advice_absent: [begin]}", "{a: nee}")

    assert errors(tmp_path, text) == [(3, 27, "scenario_advice")]


def test_what_is_not_expected_is_not_looked_at(tmp_path):
    assert errors(tmp_path, "- {name: Begin, role: maker, answers: {}}") == []


@pytest.mark.parametrize(
    ("scenario", "found"),
    [
        ("- {name: x, answers: {zz: ja}}", (1, 23, "unknown_question")),
        ("- {name: x, answers: {a: jaa}}", (1, 26, "unknown_option")),
        ("- {name: x, answers: {a: [ja]}}", (1, 26, "answer_one")),
        ("- {name: x, answers: {m: x}}", (1, 26, "answer_several")),
        ("- {name: x, answers: {m: [x, z]}}", (1, 30, "unknown_option")),
        ("- {name: x, answers: {t: 2026}}", (1, 26, "answer_unquoted")),
        ("- {name: x, answers: {t: dit is te lang}}", (1, 26, "answer_text")),
        ("- {name: x, answers: {n: 10}}", (1, 26, "answer_number")),
        ("- {name: x, answers: {n: '5'}}", (1, 26, "answer_number")),
        ("- {name: x, answers: ja}", (1, 22, "answers_wanted")),
        ("- {name: x}", (1, 3, "missing_key")),
        ("- {name: x, answer: {a: ja}}", (1, 13, "unknown_key")),
        ("- {name: x, answers: {}, role: baas}", (1, 32, "unknown_name")),
        ("- {name: x, answers: {}, expect: {advice_first: [z]}}", (1, 50, "unknown_name")),
        (
            "- {name: x, answers: {}, expect: {themes: {fase: {z: 1}}}}",
            (1, 51, "unknown_name"),
        ),
        ("- {name: x, answers: {}, expect: {themes: {fase: 5}}}", (1, 50, "expected_wanted")),
        ("{name: x}", (1, 1, "list_wanted")),
        ("", (1, 1, "empty_file")),
    ],
)
def test_a_scenario_that_cannot_be_read_is_refused_at_its_place(tmp_path, scenario, found):
    assert errors(tmp_path, scenario) == [found]


def test_options_that_exclude_each_other_cannot_both_be_given(tmp_path):
    path = shelve(
        tmp_path,
        text=written(
            (
                "kind: multiple, text: Wat?, options: [{id: x, label: X}",
                "kind: multiple, text: Wat?, options: [{id: x, points: 0, label: X}",
            )
        ),
    )
    beside = path.with_name("v1.scenarios.yaml")
    beside.write_text("- {name: x, answers: {m: [x, y]}}", encoding="utf-8")

    assert [p.code for p in check_file(path).problems if p.line == 1] == ["answer_exclusive"]
