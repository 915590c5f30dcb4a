"""Closing a round: its people are cut into blocks, and what may be shown is kept as facts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from secrets import SystemRandom

from quickscan.domain.anonymity import Block, Part, TeamParts, cut
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.group_results import GroupResult, group_result
from quickscan.domain.ids import RoleId
from quickscan.domain.progress import opening
from quickscan.presentation.language import DUTCH
from quickscan.services.frozen import Facts, as_facts
from quickscan.services.round import Round
from quickscan.services.round_papers import remove_papers
from quickscan.services.round_reports import of_team, of_whole
from quickscan.services.scan import Questionnaires, from_rows
from quickscan.services.tallying import tallies_of
from quickscan.storage import rounds, scans, single_use_codes, tallies, work
from quickscan.storage.database import Transaction

People = dict[tuple[str, RoleId | None], list[Assessment]]


def close(
    transaction: Transaction, round_: Round, catalogue: Questionnaires, day: date
) -> None:
    """Work out what may be shown of a round and keep it; from now on nothing changes it.

    Its reports are wanted with it: of all teams together, and of each that did not fill in
    together: that one has its own. What invited people to it goes, and with it which
    single-use codes were used.
    """
    blocks = blocks_of(round_, people_of(transaction, round_, catalogue))
    rounds.change(transaction, round_.id, closed=day, result=facts_of(round_, blocks))
    tallies.add(transaction, tallies_of(round_, blocks))
    remove_papers(transaction, round_)
    single_use_codes.forget_unused(transaction, [team.id for team in round_.teams])
    work.want(transaction, of_whole(round_, DUTCH, alone=False))
    for team in round_.teams:
        if not team.together:
            work.want(transaction, of_team(round_, team, DUTCH, alone=False))


def people_of(transaction: Transaction, round_: Round, catalogue: Questionnaires) -> People:
    """Return what everyone gave whose scan is still known to be of this round."""
    people: People = {}
    for row in scans.finished_of_round(transaction, round_.id):
        scan = from_rows(row, scans.sections(transaction, row.id), catalogue)
        person = assess(scan.questionnaire, scan.answers, scan.role)
        people.setdefault((str(row.round_team_id), scan.role), []).append(person)
    return people


def blocks_of(round_: Round, people: People) -> tuple[Block[Assessment], ...]:
    """Cut the people of a round into the smallest groups that are shown.

    A team that filled in together is in none: its one scan is of no single person.
    """
    teams = [
        TeamParts(
            team=team.id,
            size=team.size,
            parts=tuple(
                Part(team=team.id, role=role, people=tuple(people.get((team.id, role), ())))
                for role in _roles(round_)
            ),
        )
        for team in round_.teams
        if not team.together
    ]
    return cut(teams, round_.minimum)


def _roles(round_: Round) -> Sequence[RoleId | None]:
    return [None, *(role.id for role in round_.questionnaire.roles)]


def facts_of(round_: Round, blocks: Sequence[Block[Assessment]]) -> Facts:
    """Return what may be shown of a round as plain values.

    `blocks` are the smallest groups that are shown, each with its teams by their id in the
    round; `together` are all blocks of one role.
    """
    of_roles = [[own for own in blocks if own.role == role] for role in _roles(round_)]
    return {
        "blocks": [_facts(round_, [block]) for block in blocks],
        "together": [_facts(round_, own) for own in of_roles if len(own) > 1],
    }


def _facts(round_: Round, blocks: Sequence[Block[Assessment]]) -> Facts:
    result = group_result(round_.questionnaire, blocks, round_.minimum)
    teams: Iterable[str] = dict.fromkeys(team for block in blocks for team in block.teams)
    return {
        "teams": list(teams),
        "role": blocks[0].role,
        "population": blocks[0].population if len(blocks) == 1 else None,
        **as_facts(_shuffled(_without_known(result))),
    }


def _shuffled(result: GroupResult) -> GroupResult:
    """Put what people wrote in an order that is nobody's, once and for all, per question."""
    dice = SystemRandom()
    return replace(
        result,
        texts={
            id: replace(own, texts=tuple(dice.sample(own.texts, len(own.texts))))
            for id, own in result.texts.items()
        },
    )


def _without_known(result: GroupResult) -> GroupResult:
    """Leave out what is asked first: a coordinator answered it for the team."""
    first = opening(result.questionnaire)
    known = {question.id for question in first.questions} if first else set()
    return replace(
        result, questions={id: own for id, own in result.questions.items() if id not in known}
    )
