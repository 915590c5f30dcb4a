"""The kinds of question, each with its own keys."""

from collections.abc import Callable
from typing import Any, Final

from quickscan.definitions.conditions import ConditionShape
from quickscan.definitions.messages import THINGS
from quickscan.definitions.nodes import Mapping, Node, Scalar, where
from quickscan.definitions.reading import Reading, WrittenCondition
from quickscan.definitions.scalars import Flag, Json, OneOf, Reference, Slug, Whole, word
from quickscan.definitions.shapes import Key, ListOf, Record
from quickscan.definitions.special import PlacesShape
from quickscan.definitions.texts import Words
from quickscan.domain.ids import ScaleId
from quickscan.domain.questions import (
    AnswerScale,
    ChoiceQuestion,
    CountsAs,
    MultipleQuestion,
    NumberQuestion,
    Option,
    Question,
    RatingQuestion,
    TextQuestion,
)


class OptionList(ListOf[Option]):
    """Options to choose from, each with its own id."""

    def read(self, node: Node, reading: Reading) -> tuple[Option, ...] | None:
        """Return the options; a second one with the same id is noted and left out."""
        options = super().read(node, reading) or ()
        unique: dict[str, Option] = {}
        for option in options:
            _check_option(option, reading)
            if option.id and option.id in unique:
                first = where(reading.place_of(unique[option.id], "id"))
                place = reading.place_of(option, "id")
                reading.problems.refuse(place, "duplicate_id", name=option.id, where=first)
            else:
                unique[option.id] = option
        return tuple(unique.values())


def _check_option(option: Option, reading: Reading) -> None:
    written = reading.places[id(option)]
    counts_as = written.key("counts_as")
    if option.points is not None and counts_as is not None:
        reading.problems.refuse(counts_as, "points_and_counts_as")


OPTION: Final = Record(
    "option",
    Option,
    {
        "id": Key(Slug(), "Its name, stable for ever; unique in its list.", needed=True),
        "label": Key(Words(), "What the visitor reads.", needed=True),
        "points": Key(Whole(0), "What it earns; left out: no points."),
        "counts_as": Key(OneOf(CountsAs), "Without points: unknown or not_applicable."),
    },
)
OPTIONS: Final = OptionList(OPTION)


class ScaleReference(Reference):
    """The name of a scale, read as the scale itself."""

    instead: Any = AnswerScale(id=ScaleId(""), options=())

    def __init__(self) -> None:
        super().__init__("scale")

    def read(self, node: Node, reading: Reading) -> Any:
        """Return the scale; None, with the problem noted, when there is no such scale."""
        name = super().read(node, reading)
        return None if name is None else reading.scales.get(name)


class _Kind(Slug):
    """The kind of a question, which has been looked at to know how the question is read."""

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the kind as written; only what is no single word is noted here."""
        return word(node, reading, "word_wanted", known=KINDS)


_COMMON: Final = {
    "id": Key(Slug(), "Its name, stable for ever; unique in the file.", needed=True),
    "kind": Key(_Kind(), "rating, choice, multiple, text or number.", needed=True),
    "text": Key(Words(of="question"), "The question or statement.", needed=True),
    "help": Key(Words(), "What the answers look like in practice."),
    "talk": Key(Words(), "A question for a team that is divided on this."),
    "themes": Key(PlacesShape(), "Its theme on each dimension; left out: not scored."),
    "roles": Key(ListOf(Reference("role")), "Who is asked; left out: everyone."),
    "weight": Key(Whole(1), "How often it counts; a whole number from 1. Default 1."),
    "reversed": Key(Flag(), "True: a high answer earns little. Rating and choice only."),
    "required": Key(Flag(), "An answer is needed to finish. Default: rating and choice."),
    "when": Key(ConditionShape(), "Asked only when this holds."),
    "fallback": Key(Words(), "Stands in other texts while there is no answer."),
    "source": Key(Reference("source"), "Where the statement comes from."),
}
_OWN: Final[dict[str, dict[str, Key]]] = {
    "rating": {"scale": Key(ScaleReference(), "The scale it is answered on.", needed=True)},
    "choice": {"options": Key(OPTIONS, "What can be chosen: one.", needed=True)},
    "multiple": {"options": Key(OPTIONS, "What can be chosen: any number.", needed=True)},
    "text": {
        "max_length": Key(Whole(1, 20_000), "The most characters. Default 2000."),
        "lines": Key(Whole(1, 50), "How many lines high the box is. Default 3."),
    },
    "number": {
        "minimum": Key(Whole(-999_999_999), "The lowest number that can be given."),
        "maximum": Key(Whole(-999_999_999), "The highest number that can be given."),
        "unit": Key(Words(), "What is counted, after the number."),
    },
}


def _rating(*, scale: AnswerScale, required: bool = True, **values: Any) -> Question:
    options = scale.options
    return RatingQuestion(scale=scale.id, options=options, required=required, **values)


def _choice(*, required: bool = True, **values: Any) -> Question:
    return ChoiceQuestion(required=required, **values)


def _vague(**values: Any) -> Question:
    """Return something to go on with for a question of which the kind is not known."""
    return TextQuestion(**{name: value for name, value in values.items() if name in _COMMON})


_MAKERS: Final[dict[str, Callable[..., Question]]] = {
    "rating": _rating,
    "choice": _choice,
    "multiple": MultipleQuestion,
    "text": TextQuestion,
    "number": NumberQuestion,
}


class _QuestionRecord(Record[Question]):
    """What a question of one kind looks like."""

    def __init__(self, make: Callable[..., Question], own: dict[str, Key]) -> None:
        elsewhere = {
            key: kind for kind, keys in _OWN.items() for key in keys if key not in own
        }
        super().__init__("question", make, _COMMON | own, elsewhere=elsewhere)

    def values(self, node: Mapping, reading: Reading) -> dict[str, Any]:
        """Return what is made of each key but `kind`, which has chosen the class."""
        values = super().values(node, reading)
        del values["kind"]
        return values


KINDS: Final[dict[str, Record[Question]]] = {
    kind: _QuestionRecord(make, _OWN[kind]) for kind, make in _MAKERS.items()
}
_ANY_KIND: Final[Record[Question]] = _QuestionRecord(
    _vague,
    {name: Key(key.shape, key.about) for keys in _OWN.values() for name, key in keys.items()},
)


class QuestionShape:
    """A question of one of five kinds."""

    instead: Any = None

    def read(self, node: Node, reading: Reading) -> Question | None:
        """Return the question and make it known to the conditions that follow."""
        record = _record(node, reading)
        reading.question = _id_of(node)
        question = record.read(node, reading)
        reading.question = None
        if question is None:
            reading.unsure.add("coverage")
            return None
        if record is _ANY_KIND or _is_vague(question):
            reading.unsure.add(question.id)
        _check(question, reading)
        if question.when is not None:
            place = reading.place_of(question, "when")
            written = WrittenCondition(question.when, question.roles, place)
            reading.conditions.append(written)
        reading.questions.setdefault(question.id, question)
        return question

    def schema(self) -> Json:
        """Return the JSON Schema of a question: one of the kinds."""
        return {"oneOf": [{"$ref": f"#/$defs/question-{kind}"} for kind in KINDS]}


def _record(node: Node, reading: Reading) -> Record[Question]:
    kind = node.get("kind") if type(node) is Mapping else None
    if type(kind) is not Scalar:
        return _ANY_KIND
    if kind.value in KINDS:
        return KINDS[kind.value]
    name = word(kind, reading, "word_wanted", known=KINDS)
    if name is None:
        return _ANY_KIND
    near = reading.problems.refuse_name(kind, "unknown_word", name, KINDS)
    return _ANY_KIND if near is None else KINDS[near]


def _id_of(node: Node) -> str:
    own = node.get("id") if type(node) is Mapping else None
    return own.value if type(own) is Scalar else ""


def _is_vague(question: Question) -> bool:
    if isinstance(question, TextQuestion | NumberQuestion):
        return False
    return not question.options or not all(option.id for option in question.options)


def _check(question: Question, reading: Reading) -> None:
    if question.reversed and not isinstance(question, RatingQuestion | ChoiceQuestion):
        place = reading.place_of(question, "reversed")
        reading.problems.refuse(place, "reversed_kind", kind=THINGS[_kind_of(question)])
    if isinstance(question, NumberQuestion):
        low, high = question.minimum, question.maximum
        if low is not None and high is not None and low > high:
            reading.problems.refuse(reading.place_of(question, "maximum"), "maximum_low")


def _kind_of(question: Question) -> str:
    kinds = {MultipleQuestion: "multiple", TextQuestion: "text", NumberQuestion: "number"}
    return kinds[type(question)]
