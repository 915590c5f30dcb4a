"""The command `team`: the figures of groups from a file of answers, as JSON."""

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from quickscan.cli.finding import find_questionnaire, must_be_file
from quickscan.cli.outcomes import Exit, UsageError
from quickscan.cli.output import say, warn
from quickscan.definitions.responses import Response, load_responses
from quickscan.domain.anonymity import (
    SMALLEST_GROUP,
    Block,
    MinimumTooLowError,
    Part,
    ShownQuestion,
    ShownTheme,
    TeamParts,
    cut,
)
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.group_results import GroupResult, group_result, pool_result
from quickscan.domain.groups import Place, PoolFigures
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.language import Translator

REST = "overige teams samen"
"""What the parts that are too small on their own are called together."""

Json = dict[str, Any]
Blocks = Sequence[Block[Assessment]]


def add(command: Callable[..., Any], _: Translator) -> None:
    """Declare the command."""
    teaming = command("team", run_team, _("reken antwoorden van groepen uit, als JSON"))
    teaming.add_argument(
        "questionnaire",
        metavar=_("VRAGENLIJST"),
        help=_("een id, id/v2, of het pad van een bestand"),
    )
    teaming.add_argument(
        "responses",
        metavar=_("ANTWOORDEN.csv"),
        type=Path,
        help=_("een rij per persoon, een kolom per vraag"),
    )
    teaming.add_argument("--by", metavar=_("KOLOM"), help=_("de kolom die de groep noemt"))
    teaming.add_argument(
        "--minimum",
        metavar="K",
        type=int,
        default=SMALLEST_GROUP,
        help=_("de kleinste groep waarover iets verschijnt, 5 of meer"),
    )


def run_team(arguments: Namespace, _: Translator) -> int:
    """Print what may be shown of the groups in a file."""
    questionnaire = find_questionnaire(arguments.questionnaire, _)
    must_be_file(arguments.responses)
    responses = load_responses(arguments.responses, questionnaire, arguments.by)
    people = [(own.group, assess(questionnaire, own.answers, own.role)) for own in responses]
    _say_what_is_ignored(responses, people, _)
    teams = _teams(people)
    try:
        blocks = cut(teams, arguments.minimum)
    except MinimumTooLowError as error:
        words = "een groep van {number} is te klein: kies met --minimum {least} of meer"
        raise UsageError(words, number=error.minimum, least=SMALLEST_GROUP) from None
    found = as_json(questionnaire, teams, blocks, arguments.minimum)
    say(json.dumps(found, indent=2, ensure_ascii=False))
    return Exit.GOOD


def _teams(people: Sequence[tuple[str, Assessment]]) -> tuple[TeamParts[Assessment], ...]:
    """Return the groups in the order of the file, each with its roles in that order."""
    grouped: dict[str, dict[Any, list[Assessment]]] = {}
    for group, person in people:
        grouped.setdefault(group, {}).setdefault(person.role, []).append(person)
    return tuple(
        TeamParts(
            team=group,
            size=None,
            parts=tuple(
                Part(team=group, role=role, people=tuple(own)) for role, own in roles.items()
            ),
        )
        for group, roles in grouped.items()
    )


def _say_what_is_ignored(
    responses: Sequence[Response], people: Sequence[tuple[str, Assessment]], _: Translator
) -> None:
    """Tell per question how many answers do not count, as it was not asked of those people."""
    ignored = Counter(
        question
        for response, (_group, person) in zip(responses, people, strict=True)
        for question in response.answers
        if question in person.progress.not_asked
    )
    for question, number in ignored.items():
        words = "let op: {number} antwoorden op '{question}' tellen niet mee: niet gevraagd"
        warn(_(words, number=number, question=question))


# --- as plain values --------------------------------------------------------------------


def as_json(
    questionnaire: Questionnaire,
    teams: Sequence[TeamParts[Assessment]],
    blocks: Blocks,
    minimum: int,
) -> Json:
    """Return what may be shown of groups as plain values, numbers to nine decimals."""
    pool = pool_result(questionnaire, blocks, minimum)
    return {
        "questionnaire": questionnaire.id,
        "version": questionnaire.version,
        "minimum": minimum,
        "groups": {
            # Whoever has the file has the answers: nothing of it is guarded from them.
            name: _group(group_result(questionnaire, own, minimum, guarded=False))
            for name, own in _named(teams, blocks).items()
        },
        "all": {
            "n": sum(len(block.people) for block in blocks) or None,
            "themes": _by_dimension({place: _pooled(own) for place, own in pool.items()}),
        },
    }


def _named(teams: Sequence[TeamParts[Assessment]], blocks: Blocks) -> Mapping[str, Blocks]:
    """Return the block of every group by its name; each role of a group is one of its own."""
    own = {(block.teams[0], block.role): block for block in blocks if not block.is_joined}
    named: dict[str, Blocks] = {}
    for team in teams:
        for part in team.parts:
            block = own.get((team.team, part.role))
            name = _name(team.team, part.role, several=len(team.parts) > 1)
            named[name] = (block,) if block else ()
    joined = [block for block in blocks if block.is_joined]
    for block in joined:
        named[_name(REST, block.role, several=len(joined) > 1)] = (block,)
    return named


def _name(group: str, role: str | None, *, several: bool) -> str:
    return f"{group}×{role or '-'}" if several else group


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
