"""Team results as facts: what may be shown of a closed round, as plain values and back.

Only what `group_result` shows is kept. Fractions are kept as words ("125/2"), so that they
come back exact.
"""

from collections.abc import Mapping
from dataclasses import fields
from fractions import Fraction
from typing import Any

from quickscan.domain.anonymity import Detail, ShownQuestion, ShownTexts, ShownTheme, Third
from quickscan.domain.group_results import GroupResult
from quickscan.domain.ids import AdviceId, DimensionId, OptionId, QuestionId, ThemeId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.statistics import Agreement, Interval

Facts = Mapping[str, Any]


def as_facts(result: GroupResult) -> dict[str, Any]:
    """Return a team result as plain values."""
    return {
        "count": result.count,
        "themes": {"×".join(place): _plain(own) for place, own in result.themes.items()},
        "questions": {str(id): _plain(own) for id, own in result.questions.items()},
        "advice": [rule.id for rule in result.advice],
        "texts": {str(id): _plain(own) for id, own in result.texts.items()},
    }


def from_facts(facts: Facts, questionnaire: Questionnaire) -> GroupResult:
    """Return a team result that was kept, of a version that never changes."""
    rules = [questionnaire.rule(AdviceId(id)) for id in facts["advice"]]
    return GroupResult(
        questionnaire=questionnaire,
        count=facts["count"],
        themes={
            (DimensionId(dimension), ThemeId(theme)): ShownTheme(**_read(own))
            for place, own in facts["themes"].items()
            for dimension, theme in [place.split("×")]
        },
        questions={
            QuestionId(id): ShownQuestion(**_read(own))
            for id, own in facts["questions"].items()
        },
        advice=tuple(rule for rule in rules if rule is not None),
        texts={
            QuestionId(id): ShownTexts(**_read(own))
            for id, own in facts.get("texts", {}).items()
        },
    )


def _plain(shown: ShownTheme | ShownQuestion | ShownTexts) -> dict[str, Any]:
    return {own.name: _fact(getattr(shown, own.name)) for own in fields(shown)}


def _fact(value: object) -> object:
    match value:
        case Detail():
            return value.name.lower()
        case Fraction():
            return str(value)
        case Interval(low=low, high=high):
            return [low, high]
        case Mapping():
            return {str(key): number for key, number in value.items()}
        case str():
            return str(value)
        case _:
            return value


def _read(facts: Facts) -> dict[str, Any]:
    return {
        name: _READERS.get(name, _as_it_is)(value) if value is not None else None
        for name, value in facts.items()
    }


def _as_it_is(value: Any) -> Any:
    return value


_READERS: Mapping[str, Any] = {
    "deviation": lambda value: Fraction(value) if isinstance(value, str) else value,
    "detail": lambda name: Detail[name.upper()],
    "mean": Fraction,
    "agreement_of_theme": Fraction,
    "agreement": Fraction,
    "interval": lambda ends: Interval(*ends),
    "word": Agreement,
    "counts": lambda own: {OptionId(id): number for id, number in own.items()},
    "apart": lambda own: {OptionId(id): number for id, number in own.items()},
    "texts": tuple,
    "thirds": lambda own: {Third(part): number for part, number in own.items()},
}
"""How a value comes back that is not as it was kept."""
