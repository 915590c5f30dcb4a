"""The command `team`: groups from a file of answers, as JSON and as a report."""

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quickscan.cli.finding import find_questionnaire, must_be_file
from quickscan.cli.outcomes import Exit, UsageError
from quickscan.cli.output import say, warn
from quickscan.cli.reporting import print_pdf
from quickscan.cli.team_figures import as_json
from quickscan.definitions.responses import EVERYONE, Response, load_responses
from quickscan.domain.anonymity import (
    SMALLEST_GROUP,
    Block,
    MinimumTooLowError,
    Part,
    TeamParts,
    cut,
)
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.group_results import group_result, pool_result
from quickscan.domain.ids import RoleId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.dates import today
from quickscan.presentation.language import Translator
from quickscan.presentation.sentences import lowered
from quickscan.presentation.team_outcome import Group, Scope

REST = "overige teams samen"
"""What the parts that are too small on their own are called together."""

Blocks = Sequence[Block[Assessment]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A group of the file, or one role of it where it has several, as it is shown."""

    team: str
    role: RoleId | None
    has_roles: bool
    blocks: Blocks

    @property
    def id(self) -> str:
        """What it is called in JSON."""
        return f"{self.team}×{self.role or '-'}" if self.has_roles else self.team


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
    teaming.add_argument(
        "-o",
        "--output",
        metavar=_("PDF"),
        type=Path,
        help=_("maak ook een teamrapport; van meer groepen staan ze naast elkaar"),
    )
    teaming.add_argument(
        "--about", metavar=_("NAAM"), default="", help=_("wat er gemeten is, voor het rapport")
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
    shown = tuple(_shown(teams, blocks))
    found = as_json(
        questionnaire,
        {
            # Whoever has the file has the answers: nothing of it is guarded from them.
            own.id: group_result(questionnaire, own.blocks, arguments.minimum, guarded=False)
            for own in shown
        },
        arguments.minimum,
        sum(len(block.people) for block in blocks),
        pool_result(questionnaire, blocks, arguments.minimum),
    )
    if arguments.output:
        made = _print(questionnaire, shown, arguments, _)
        if made is not Exit.GOOD:
            return made
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


def _shown(teams: Sequence[TeamParts[Assessment]], blocks: Blocks) -> Iterator[_Shown]:
    """Yield each role of each group, in the order of the file, and the rest together."""
    own = {(block.teams[0], block.role): block for block in blocks if not block.is_joined}
    for team in teams:
        for part in team.parts:
            block = own.get((team.team, part.role))
            yield _Shown(
                team=team.team,
                role=part.role,
                has_roles=len(team.parts) > 1,
                blocks=(block,) if block else (),
            )
    joined = [block for block in blocks if block.is_joined]
    for block in joined:
        yield _Shown(team=REST, role=block.role, has_roles=len(joined) > 1, blocks=(block,))


# --- the report -------------------------------------------------------------------------


def _print(
    questionnaire: Questionnaire, shown: Sequence[_Shown], arguments: Namespace, _: Translator
) -> Exit:
    """Write the team report; it is guarded, for it goes to people who do not have the file."""
    from quickscan.services.press import TeamManuscript  # noqa: PLC0415 - see `print_pdf`

    language = arguments.language
    teams = {own.team for own in shown}
    title = arguments.about or questionnaire.title.to(language)
    (alone,) = teams if len(teams) == 1 else ("",)
    manuscript = TeamManuscript(
        questionnaire=questionnaire,
        groups=tuple(
            Group(
                result=group_result(questionnaire, own.blocks, arguments.minimum),
                name=_spoken(questionnaire, own, language, _, with_team=not alone),
            )
            for own in shown
        ),
        language=language,
        name=title if alone in ("", EVERYONE) else alone,
        about=arguments.about,
        finished=today(),
        minimum=arguments.minimum,
        scope=Scope.TEAM if alone else Scope.GROUPS,
    )
    return print_pdf(manuscript, arguments.output)


def _spoken(
    questionnaire: Questionnaire,
    shown: _Shown,
    language: str,
    _: Translator,
    *,
    with_team: bool,
) -> str:
    """Return what a group is called in a report; "" where it is the only one."""
    role = questionnaire.role(shown.role)
    told = role.label.to(language) if role else _("zonder rol")
    team = _("overige teams samen") if shown.team == REST else shown.team
    if not shown.has_roles:
        return team if with_team else ""
    return f"{team}, {lowered(told)}" if with_team else told
