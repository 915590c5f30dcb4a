"""What may be shown of groups as plain values, for JSON."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from quickscan.domain.anonymity import ShownQuestion, ShownTheme
from quickscan.domain.group_results import GroupResult
from quickscan.domain.groups import Place, PoolFigures
from quickscan.domain.questionnaire import Questionnaire

Json = dict[str, Any]


def as_json(
    questionnaire: Questionnaire,
    groups: Mapping[str, GroupResult],
    minimum: int,
    everyone: int,
    pool: Mapping[Place, PoolFigures],
) -> Json:
    """Return what may be shown of groups as plain values, numbers to nine decimals.

    `everyone` is how many people the blocks have together, `pool` the figures over all.
    """
    return {
        "questionnaire": questionnaire.id,
        "version": questionnaire.version,
        "minimum": minimum,
        "groups": {name: _group(own) for name, own in groups.items()},
        "all": {
            "n": everyone or None,
            "themes": _by_dimension({place: _pooled(own) for place, own in pool.items()}),
        },
    }


def _group(result: GroupResult) -> Json:
    return {
        "n": result.count,
        "suppressed": result.is_hidden,
        "themes": _by_dimension({p: _theme(own) for p, own in result.themes.items()}),
        "questions": {id: _question(own) for id, own in result.questions.items()},
    }


def _by_dimension(places: Mapping[Place, Json]) -> Json:
    found: Json = {}
    for (dimension, theme), own in places.items():
        found.setdefault(dimension, {})[theme] = own
    return found


def _theme(shown: ShownTheme) -> Json:
    interval = shown.interval
    return {
        "n": shown.count,
        "mean": _number(shown.mean),
        "sd": _number(shown.deviation),
        "interval": [_number(interval.low), _number(interval.high)] if interval else None,
        "rwg_j": _number(shown.agreement_of_theme),
        "word": shown.word,
        "nearly_all": shown.nearly_all,
    }


def _question(shown: ShownQuestion) -> Json:
    apart = _plain(shown.apart)
    counts = None if shown.counts is None else _plain(shown.counts) | apart
    thirds = None if shown.thirds is None else _plain(shown.thirds) | {"apart": apart}
    return {
        "n": shown.count,
        "counts": counts,
        "thirds": thirds,
        "rwg": _number(shown.agreement),
        "ad": _number(shown.deviation),
        "word": shown.word,
        "nearly_all": shown.nearly_all,
    }


def _plain(counts: Mapping[Any, int] | None) -> Json:
    return {str(own): number for own, number in (counts or {}).items()}


def _pooled(figures: PoolFigures) -> Json:
    differ = figures.differ
    return {
        "alpha": _number(figures.alpha),
        "omega": _number(figures.omega),
        "icc1": _number(differ.icc1) if differ else None,
        "icc2": _number(differ.icc2) if differ else None,
    }


def _number(value: Fraction | float | None) -> float | None:
    return None if value is None else round(float(value), 9)
