"""Conditions as they are written: exactly one of seven forms, and nothing that looks ahead."""

from collections.abc import Callable
from typing import Final

from quickscan.definitions.messages import THINGS, Words
from quickscan.definitions.nodes import Mapping, Node, Scalar, Sequence
from quickscan.definitions.reading import Reading
from quickscan.definitions.scalars import Json, refer, word
from quickscan.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Not,
    QuestionIs,
    QuestionIsNot,
    RoleIs,
    ThemeInBand,
)
from quickscan.domain.ids import BandId, DimensionId, OptionId, QuestionId, RoleId, ThemeId
from quickscan.domain.questions import NumberQuestion, OptionQuestion, Question, TextQuestion

FORMS: Final = {
    "question": "A condition on an answer; with `is` or `is_not`.",
    "theme": "A condition on the score of a theme; with `band`.",
    "role": "Holds for these roles.",
    "all": "Holds when every one of these holds.",
    "any": "Holds when at least one of these holds.",
    "not": "Holds when this does not.",
}
PARTS: Final = {
    "is": "The answer is (or contains) one of these options.",
    "is_not": "The question is answered with none of these options.",
    "band": "The score lies in one of these bands.",
}
_KEYS: Final = (*FORMS, *PARTS)
_NEEDS: Final = {"question": ("is", "is_not"), "theme": ("band",)}
_LACKS: Final = {
    "question": Words("'is: […]' of 'is_not: […]'", "'is: […]' or 'is_not: […]'"),
    "theme": Words("'band: […]'", "'band: […]'"),
}


class ConditionShape:
    """A condition; in a question it looks only at earlier questions and the role."""

    instead = AllOf(())

    def read(self, node: Node, reading: Reading) -> Condition | None:
        """Return the condition; None, with the problem noted, when it cannot be used."""
        before = len(reading.problems.found)
        condition = _read(node, reading)
        return condition if len(reading.problems.found) == before else None

    def schema(self) -> Json:
        """Return the JSON Schema of a condition."""
        return {"$ref": "#/$defs/condition"}


def _read(node: Node, reading: Reading) -> Condition | None:
    if type(node) is not Mapping:
        reading.problems.refuse(node, "condition_wanted")
        return None
    parts = _parts(node, reading)
    form = _form(node, parts, reading)
    return None if form is None else _READERS[form](parts, reading)


def _parts(node: Mapping, reading: Reading) -> dict[str, Node]:
    parts: dict[str, Node] = {}
    for key, value in node.pairs:
        name: str | None = key.value
        if name not in _KEYS:
            name = reading.problems.refuse_name(
                key, "unknown_key", key.value, _KEYS, thing=THINGS["condition"]
            )
        if name is not None:
            parts.setdefault(name, value)
    return parts


def _form(node: Mapping, parts: dict[str, Node], reading: Reading) -> str | None:
    """Return the one form that a condition has; None when it has none or several."""
    forms = [name for name in parts if name in FORMS]
    if not forms:
        if len(parts) == len(node.pairs):
            reading.problems.refuse(node, "condition_no_form")
        return None
    form = forms[0]
    allowed = _NEEDS.get(form, ())
    given = [name for name in parts if name in PARTS]
    surplus = [(form, name) for name in parts if name != form and name not in allowed]
    fitting = [name for name in given if name in allowed]
    if len(fitting) > 1:
        surplus.append((fitting[0], fitting[1]))
    if surplus:
        other, own = surplus[0]
        key = node.key(own) or node
        reading.problems.refuse(key, "condition_forms", key=own, other=other)
        return None
    if allowed and not given:
        if len(parts) == len(node.pairs):
            reading.problems.refuse(node, "condition_half", form=form, lacks=_LACKS[form])
        return None
    return form


def _question(parts: dict[str, Node], reading: Reading) -> Condition | None:
    question = _earlier(parts["question"], reading)
    positive = "is" in parts
    node = parts["is" if positive else "is_not"]
    if question is None:
        return None
    if isinstance(question, TextQuestion | NumberQuestion):
        if question.id not in reading.unsure:
            reading.problems.refuse(parts["question"], "no_options", name=question.id)
        return None
    chosen = tuple(
        OptionId(name)
        for item in _items(node, reading)
        if (name := _option(item, question, reading)) is not None
    )
    return QuestionIs(question.id, chosen) if positive else QuestionIsNot(question.id, chosen)


def _option(node: Node, question: OptionQuestion, reading: Reading) -> str | None:
    """Return the option of a question that a node refers to, or None."""
    name = word(node, reading, "slug_wanted")
    known = tuple(option.id for option in question.options)
    if name is None or name in known or question.id in reading.unsure:
        return name
    return reading.problems.refuse_name(
        node, "unknown_option", name, known, question=question.id
    )


def _earlier(node: Node, reading: Reading) -> Question | None:
    """Return the question that a condition names, if it may look at it."""
    name = refer(node, reading, "question")
    if name is None:
        return None
    question = reading.questions.get(QuestionId(name))
    if question is None and reading.question is not None and _is_written(name, node, reading):
        code = "looks_at_itself" if name == reading.question else "looks_ahead"
        reading.problems.refuse(node, code, name=name)
    return question


def _is_written(name: str, node: Node, reading: Reading) -> bool:
    """Say whether a question bears the name exactly as it is written here."""
    known = name in reading.known("question")
    return known and type(node) is Scalar and node.value == name


def _theme(parts: dict[str, Node], reading: Reading) -> Condition | None:
    node = parts["theme"]
    if reading.question is not None:
        reading.problems.refuse(node, "looks_at_score")
        return None
    if type(node) is not Mapping or len(node.pairs) != 1:
        reading.problems.refuse(node, "theme_wanted")
        return None
    dimension, theme = node.pairs[0]
    found = refer_theme(dimension, theme, reading)
    bands = _names(parts["band"], reading, "band")
    if found is None:
        return None
    return ThemeInBand(*found, tuple(BandId(name) for name in bands))


def refer_theme(
    dimension: Scalar, theme: Node, reading: Reading
) -> tuple[DimensionId, ThemeId] | None:
    """Return the theme of a dimension that two nodes refer to, or None."""
    axis = refer(dimension, reading, "dimension")
    if axis is None or axis not in reading.known("dimension"):
        return None
    place = refer(theme, reading, f"theme {axis}", "theme")
    return None if place is None else (DimensionId(axis), ThemeId(place))


def _names(node: Node, reading: Reading, kind: str) -> tuple[str, ...]:
    names = (refer(item, reading, kind) for item in _items(node, reading))
    return tuple(name for name in names if name is not None)


def _items(node: Node, reading: Reading) -> list[Node]:
    if type(node) is not Sequence:
        reading.problems.refuse(node, "list_wanted")
        return []
    if not node.items:
        reading.problems.refuse(node, "list_empty")
    return node.items


def _several(node: Node, reading: Reading) -> tuple[Condition, ...]:
    conditions = (_read(item, reading) for item in _items(node, reading))
    return tuple(condition for condition in conditions if condition is not None)


def _role(parts: dict[str, Node], reading: Reading) -> Condition | None:
    return RoleIs(tuple(RoleId(name) for name in _names(parts["role"], reading, "role")))


def _all(parts: dict[str, Node], reading: Reading) -> Condition | None:
    return AllOf(_several(parts["all"], reading))


def _any(parts: dict[str, Node], reading: Reading) -> Condition | None:
    return AnyOf(_several(parts["any"], reading))


def _not(parts: dict[str, Node], reading: Reading) -> Condition | None:
    inner = _read(parts["not"], reading)
    return None if inner is None else Not(inner)


_READERS: Final[dict[str, Callable[[dict[str, Node], Reading], Condition | None]]] = {
    "question": _question,
    "theme": _theme,
    "role": _role,
    "all": _all,
    "any": _any,
    "not": _not,
}
