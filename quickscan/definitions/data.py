"""A `Questionnaire` and its scenarios as the keys and values of a file.

What has its default value is left out.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, Final

from quickscan.definitions.file_values import (
    Data,
    Figures,
    Flat,
    Flow,
    text_data,
    without_nothing,
)
from quickscan.definitions.guide_data import guide_data
from quickscan.definitions.scenarios import Expected, Scenario, WrittenScore
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
from quickscan.domain.ids import Places
from quickscan.domain.questionnaire import (
    AdviceRule,
    Dimension,
    Minutes,
    Order,
    Questionnaire,
    Role,
    Scoring,
    Section,
    Source,
    Status,
    Theme,
)
from quickscan.domain.questions import (
    ChoiceQuestion,
    CountsAs,
    MultipleQuestion,
    NumberQuestion,
    Option,
    Question,
    RatingQuestion,
    TextQuestion,
)
from quickscan.domain.texts import Language


def as_data(own: Questionnaire) -> Data:
    """Return a questionnaire as the keys and values of a file."""
    default = own.languages[0]
    return without_nothing(
        id=own.id,
        version=own.version,
        status=None if own.status is Status.CONCEPT else own.status.value,
        evidence=text_data(own.evidence, default),
        languages=list(own.languages),
        title=text_data(own.title, default),
        summary=text_data(own.summary, default),
        introduction=text_data(own.introduction, default),
        minutes=_minutes(own.minutes),
        sources={each.id: _source(each, default) for each in own.sources},
        roles={each.id: _role(each, default) for each in own.roles},
        scales={
            each.id: {"options": [option_data(option, default) for option in each.options]}
            for each in own.scales
        },
        dimensions={each.id: _dimension(each, default) for each in own.dimensions},
        sections=[_section(each, default) for each in own.sections],
        scoring=_scoring(own.scoring),
        bands=[
            Flow(
                id=each.id,
                **{"from": _exact(each.from_)},
                label=text_data(each.label, default),
            )
            for each in own.bands
        ],
        advice=[_advice(each, default) for each in own.advice],
        guide=guide_data(own.guide, default) if own.guide else None,
        same_meaning=list(own.same_meaning),
        keep=("scoring", "advice"),
    )


def _minutes(minutes: Minutes | None) -> object:
    if minutes is None:
        return None
    same = minutes.low == minutes.high
    return minutes.low if same else Flat([minutes.low, minutes.high])


def _exact(value: Fraction) -> object:
    """Return a number as a whole number where it is one, else as a fraction."""
    return value.numerator if value.denominator == 1 else str(value)


def _source(own: Source, default: Language) -> Data:
    return without_nothing(
        title=text_data(own.title, default),
        publisher=text_data(own.publisher, default),
        year=own.year,
        url=own.url,
    )


def _role(own: Role, default: Language) -> Data:
    return without_nothing(label=text_data(own.label, default), minutes=_minutes(own.minutes))


def option_data(own: Option, default: Language) -> Data:
    """Return an answer as the keys and values of a file."""
    counts = own.counts_as.value if own.counts_as is not CountsAs.UNKNOWN else None
    return Flow(
        without_nothing(
            id=own.id, points=own.points, counts_as=counts, label=text_data(own.label, default)
        )
    )


def _dimension(own: Dimension, default: Language) -> Data:
    position = own.position
    return without_nothing(
        title=text_data(own.title, default),
        ordered=own.ordered or None,
        position=Flow(
            without_nothing(
                question=position.question,
                ahead=position.ahead,
                order=None if position.order is Order.FILE else position.order.value,
            )
        )
        if position
        else None,
        minimum_count=own.minimum_count if own.minimum_count != 1 else None,
        themes={each.id: _theme(each, default) for each in own.themes},
    )


def _theme(own: Theme, default: Language) -> Data:
    return without_nothing(
        title=text_data(own.title, default), goal=text_data(own.goal, default)
    )


def _section(own: Section, default: Language) -> Data:
    return without_nothing(
        id=own.id,
        title=text_data(own.title, default),
        introduction=text_data(own.introduction, default),
        questions=[question_data(each, default) for each in own.questions],
    )


KINDS: Final[Mapping[type[Question], str]] = {
    RatingQuestion: "rating",
    ChoiceQuestion: "choice",
    MultipleQuestion: "multiple",
    TextQuestion: "text",
    NumberQuestion: "number",
}


def question_data(own: Question, default: Language) -> Data:
    """Return a question as the keys and values of a file."""
    needed = isinstance(own, RatingQuestion | ChoiceQuestion)
    return without_nothing(
        id=own.id,
        kind=KINDS[type(own)],
        scale=own.scale if isinstance(own, RatingQuestion) else None,
        text=text_data(own.text, default),
        help=text_data(own.help, default),
        talk=text_data(own.talk, default),
        **_own_keys(own, default),
        themes=_places(own.themes),
        roles=Flat(own.roles),
        weight=own.weight if own.weight != 1 else None,
        reversed=own.reversed or None,
        required=own.required if own.required != needed else None,
        when=condition_data(own.when) if own.when else None,
        fallback=text_data(own.fallback, default),
        source=own.source,
    )


def _own_keys(own: Question, default: Language) -> Data:
    match own:
        case ChoiceQuestion() | MultipleQuestion():
            return {"options": [option_data(each, default) for each in own.options]}
        case TextQuestion():
            standard = TextQuestion(id=own.id, text=own.text)
            return {
                name: getattr(own, name)
                for name in ("max_length", "lines")
                if getattr(own, name) != getattr(standard, name)
            }
        case NumberQuestion():
            unit = text_data(own.unit, default)
            return {"minimum": own.minimum, "maximum": own.maximum, "unit": unit}
        case RatingQuestion():
            return {}


def _places(places: Places) -> Data:
    return Flow(dict(places))


def _scoring(own: Scoring) -> Data:
    half = Fraction(1, 2)
    least = None if own.minimum_answered == half else _exact(own.minimum_answered)
    return without_nothing(minimum_answered=least, overall=own.overall)


def _advice(own: AdviceRule, default: Language) -> Data:
    return without_nothing(
        id=own.id,
        themes=_places(own.themes),
        when=condition_data(own.when),
        title=text_data(own.title, default),
        text=text_data(own.text, default),
        steps=[text_data(step, default) for step in own.steps],
        actor=text_data(own.actor, default),
        effort=own.effort.value,
        roles=Flat(own.roles),
        source=own.source,
    )


def condition_data(own: Condition) -> Data:  # noqa: PLR0911  one return for each form
    """Return a condition as the keys and values of a file."""
    match own:
        case QuestionIs(question, options):
            return Flow(question=question, **{"is": Flat(options)})
        case QuestionIsNot(question, options):
            return Flow(question=question, is_not=Flat(options))
        case ThemeInBand(dimension, theme, bands):
            return Flow(theme=Flow({dimension: theme}), band=Flat(bands))
        case RoleIs(roles):
            return Flow(role=Flat(roles))
        case AllOf(conditions):
            return Flow(all=Flat(map(condition_data, conditions)))
        case AnyOf(conditions):
            return Flow(any=Flat(map(condition_data, conditions)))
        case Not(inner):
            return Flow({"not": condition_data(inner)})


# --- scenarios as plain values ----------------------------------------------------------


def scenario_data(own: Scenario) -> Data:
    """Return a scenario as the keys and values of a file."""
    expect = own.expect
    return without_nothing(
        name=own.name,
        role=own.role,
        answers={
            id: Flat(given) if isinstance(given, tuple) else given
            for id, given in own.answers.items()
        },
        expect=without_nothing(
            themes=_by_theme(expect.themes),
            bands=_by_theme(expect.bands),
            overall=score_data(expect.overall) if expect.overall else None,
            advice_first=Flat(expect.advice_first),
            advice_absent=Flat(expect.advice_absent),
        )
        if expect
        else None,
        keep=("answers",),
    )


def _by_theme(expected: Iterable[Expected[Any]]) -> Data:
    found: Data = {}
    for own in expected:
        value = own.value
        shown = score_data(value) if isinstance(value, WrittenScore) else value
        found.setdefault(own.dimension, Flow())[own.theme] = shown
    return found


def score_data(own: WrittenScore) -> object:
    """Return a score as precisely as it was written."""
    if own.value is None:
        return None
    if own.digits is None:
        return str(own.value)
    if own.digits == 0:
        return int(own.value)
    return Figures(f"{float(own.value):.{own.digits}f}")
