"""Scenarios: worked examples by content owners, and whether they come out.

A score is compared as precisely as it is written: 37.5 is met by every score that rounds to
it, 200/3 only by that score. `null` means: no score, no band.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from quickscan.definitions.answering import read_answers
from quickscan.definitions.conditions import refer_theme
from quickscan.definitions.files import decode, load
from quickscan.definitions.messages import NOTHING
from quickscan.definitions.nodes import Mapping, Mark, Node, Scalar, Sequence, compose
from quickscan.definitions.problems import Problem, Problems, QuestionnaireError, Value
from quickscan.definitions.reading import Reading
from quickscan.definitions.scalars import Exact, Json, Line, Reference, is_empty
from quickscan.definitions.shapes import Key, ListOf, Record, Shape
from quickscan.domain.answers import Answers
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.ids import AdviceId, BandId, DimensionId, RoleId, ThemeId
from quickscan.domain.questionnaire import Questionnaire

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class WrittenScore:
    """A score as it was written; `digits` after the point, or None when it is a fraction.

    The value None is: no score.
    """

    value: Fraction | None
    digits: int | None

    def is_met_by(self, actual: Fraction | None) -> bool:
        """Say whether an exact score is this one, as precisely as it was written."""
        if actual is None or self.value is None or self.digits is None:
            return actual == self.value
        unit = 10**self.digits
        return Fraction(floor(actual * unit + Fraction(1, 2)), unit) == self.value


@dataclass(frozen=True, slots=True)
class Expected(Generic[T]):
    """What is expected of one theme, with its place in the file; None is: no score."""

    dimension: DimensionId
    theme: ThemeId
    value: T | None
    node: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What should come out of a scenario; what it does not name is not looked at."""

    themes: tuple[Expected[WrittenScore], ...] = ()
    bands: tuple[Expected[BandId], ...] = ()
    overall: WrittenScore | None = None
    advice_first: tuple[AdviceId, ...] = ()
    advice_absent: tuple[AdviceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A worked example: who answers what, and what should come out."""

    name: str
    answers: Answers
    role: RoleId | None = None
    expect: Expectation | None = None


class _Score(Exact):
    """A score with the number of digits it was written with."""

    def __init__(self) -> None:
        super().__init__(100, "score_wanted")

    def read(self, node: Node, reading: Reading) -> Any:
        """Return the score as written, or None when it is none."""
        if is_empty(node):
            return WrittenScore(None, None)
        value = super().read(node, reading)
        if value is None or type(node) is not Scalar:
            return None
        digits = len(node.value.partition(".")[2])
        return WrittenScore(value, None if "/" in node.value else digits)


class _ByTheme(Generic[T]):
    """A value for themes: `{dimension: {theme: value or null}}`."""

    instead: tuple[Expected[T], ...] = ()

    def __init__(self, value: Shape[T]) -> None:
        self.value = value

    def read(self, node: Node, reading: Reading) -> tuple[Expected[T], ...] | None:
        """Return what is expected of each theme that is named."""
        if type(node) is not Mapping:
            reading.problems.refuse(node, "expected_wanted")
            return None
        return tuple(self._each(node, reading))

    def _each(self, node: Mapping, reading: Reading) -> Iterator[Expected[T]]:
        for dimension, themes in node.pairs:
            if type(themes) is not Mapping:
                reading.problems.refuse(themes, "expected_wanted")
                continue
            for key, value in themes.pairs:
                place = refer_theme(dimension, key, reading)
                nothing = is_empty(value)
                wanted = None if nothing else self.value.read(value, reading)
                if place and (nothing or wanted is not None):
                    yield Expected(*place, wanted, value)

    def schema(self) -> Json:
        """Return the JSON Schema of values by dimension and theme."""
        value = {"anyOf": [self.value.schema(), {"type": "null"}]}
        inner = {"type": "object", "additionalProperties": value}
        return {"type": "object", "additionalProperties": inner}


class _AnswersShape:
    """The answers of a scenario."""

    def __init__(self, questionnaire: Questionnaire | None) -> None:
        self.questionnaire = questionnaire
        self.instead: Answers = {}

    def read(self, node: Node, reading: Reading) -> Answers | None:
        """Return the answers that fit the questionnaire."""
        if self.questionnaire is None:
            return None
        return read_answers(node, self.questionnaire, reading.problems)

    def schema(self) -> Json:
        """Return the JSON Schema of answers."""
        return {"type": "object"}


EXPECT: Final = Record(
    "expect",
    Expectation,
    {
        "themes": Key(_ByTheme(_Score()), "The score of themes; null: no score."),
        "bands": Key(_ByTheme(Reference("band")), "The band of themes; null: no band."),
        "overall": Key(_Score(), "The overall mean."),
        "advice_first": Key(ListOf(Reference("advice")), "The first advice, in this order."),
        "advice_absent": Key(ListOf(Reference("advice")), "Advice that is not given."),
    },
)


def scenario_record(questionnaire: Questionnaire | None) -> Record[Scenario]:
    """Return what a scenario of this questionnaire looks like."""
    return Record(
        "scenario",
        Scenario,
        {
            "name": Key(Line(), "What it is an example of.", needed=True),
            "role": Key(Reference("role"), "As who it answers."),
            "answers": Key(_AnswersShape(questionnaire), "The answers.", needed=True),
            "expect": Key(EXPECT, "What should come out."),
        },
    )


@dataclass(frozen=True, slots=True)
class Examples:
    """A file of scenarios that was read, and what was noticed."""

    scenarios: tuple[Scenario, ...]
    reading: Reading

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with them, in file order."""
        return self.reading.problems.in_file_order


def load_scenarios(path: Path, questionnaire: Questionnaire) -> Examples:
    """Return the scenarios in a file, without working them out."""
    try:
        text = decode(path, load(path))
    except QuestionnaireError as error:
        problems = Problems(str(path), list(error.problems))
        return Examples((), _reading(questionnaire, problems))
    return read_scenarios(str(path), text, questionnaire)


def read_scenarios(name: str, text: str, questionnaire: Questionnaire) -> Examples:
    """Return the scenarios in a YAML text; `name` is how problems call the file."""
    problems = Problems(name)
    return read_scenario_nodes(compose(text, problems), questionnaire, problems)


def read_scenario_nodes(
    root: Node | None, questionnaire: Questionnaire, problems: Problems
) -> Examples:
    """Return the scenarios in nodes, wherever they come from."""
    reading = _reading(questionnaire, problems)
    scenarios: tuple[Scenario, ...] = ()
    if root is not None and not _is_bare(root):
        scenarios = ListOf(scenario_record(questionnaire)).read(root, reading) or ()
    return Examples(scenarios, reading)


def _is_bare(root: Node) -> bool:
    """Say whether this is a sheet without rows, which is no mistake."""
    return type(root) is Sequence and not root.items and hasattr(root.start_mark, "cell")


def _reading(questionnaire: Questionnaire, problems: Problems) -> Reading:
    """Return a reading that knows the names of a questionnaire."""
    own = questionnaire
    names: dict[str, dict[str, Node]] = {
        "role": _known(own.roles),
        "band": _known(own.bands),
        "advice": _known(own.advice),
        "dimension": _known(own.dimensions),
    }
    names |= {f"theme {axis.id}": _known(axis.themes) for axis in own.dimensions}
    return Reading(problems, languages=own.languages, names=names)


def _known(named: Iterable[Any]) -> dict[str, Node]:
    nowhere = Sequence([], Mark(0, 0))
    return {each.id: nowhere for each in named}


def verify(examples: Examples, questionnaire: Questionnaire) -> tuple[Problem, ...]:
    """Return every problem of the scenarios, also what comes out otherwise."""
    for scenario in examples.scenarios:
        if scenario.expect is not None:
            assessment = assess(questionnaire, scenario.answers, scenario.role)
            _Verdict(scenario, scenario.expect, assessment, examples.reading).give()
    return examples.problems


@dataclass(frozen=True, slots=True)
class _Verdict:
    """One scenario beside what came out of it."""

    scenario: Scenario
    expect: Expectation
    assessment: Assessment
    reading: Reading

    def give(self) -> None:
        """Note everything that came out otherwise."""
        for score in self.expect.themes:
            actual = self.assessment.themes[score.dimension][score.theme].value
            wanted = score.value or WrittenScore(None, None)
            self._score(wanted, actual, score.theme, score.node)
        for band in self.expect.bands:
            found = self.assessment.bands.get((band.dimension, band.theme))
            if found != band.value:
                self._refuse(band.node, band.theme, _words(found), _words(band.value))
        if self.expect.overall is not None:
            node = self.reading.place_of(self.expect, "overall")
            self._score(self.expect.overall, self.assessment.overall, "overall", node)
        self._advice()

    def _score(
        self, wanted: WrittenScore, actual: Fraction | None, what: str, node: Node
    ) -> None:
        if not wanted.is_met_by(actual):
            self._refuse(node, what, _words(_number(actual)), _words(_number(wanted.value)))

    def _advice(self) -> None:
        given = tuple(advice.rule.id for advice in self.assessment.advice)
        first = self.expect.advice_first
        if given[: len(first)] != first:
            node = self.reading.place_of(self.expect, "advice_first")
            found = ", ".join(given[: len(first)]) or None
            self._refuse(node, "advice_first", _words(found), ", ".join(first))
        for absent in self.expect.advice_absent:
            if absent in given:
                node = self.reading.place_of(self.expect, "advice_absent")
                name = self.scenario.name
                self.reading.problems.refuse(
                    node, "scenario_advice", scenario=name, advice=absent
                )

    def _refuse(self, node: Node, what: str, actual: Value, wanted: Value) -> None:
        self.reading.problems.refuse(
            node,
            "scenario_differs",
            scenario=self.scenario.name,
            what=what,
            actual=actual,
            wanted=wanted,
        )


def _words(value: str | None) -> Value:
    return NOTHING if value is None else value


def _number(value: Fraction | None) -> str | None:
    return None if value is None else f"{float(value):.4f}".rstrip("0").rstrip(".")
