"""What is told of a team in a closed round: on its page, and in its report."""

from collections.abc import Sequence

from quickscan.domain.group_comparison import Side, compare_rounds
from quickscan.domain.group_results import group_result
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.beside import BesideRow, beside_in_words
from quickscan.presentation.language import DUTCH, translator
from quickscan.presentation.outcome import name_question
from quickscan.presentation.team_outcome import Group, TeamOutcome, team_outcome
from quickscan.presentation.wording import answer_in_words
from quickscan.services.press import TeamManuscript
from quickscan.services.round import Round, RoundTeam
from quickscan.services.taking_part import BlockResult, round_result


def team_manuscript(round_: Round, team: RoundTeam, language: str) -> TeamManuscript | None:
    """Return what the report of a team is made of; None until its round is closed.

    None, too, for a team that filled in together: its result is its own.
    """
    shown = round_result(round_)
    if shown is None or round_.closed is None or team.together:
        return None
    return TeamManuscript(
        questionnaire=round_.questionnaire,
        groups=_groups(round_, team, shown.of_team(team.id), language),
        language=language,
        name=team.name,
        finished=round_.closed,
        about=_about(round_, team, language),
        minimum=round_.minimum,
    )


def team_words(round_: Round, team: RoundTeam, language: str) -> TeamOutcome | None:
    """Return the result of a team in words; None until its round is closed."""
    own = team_manuscript(round_, team, language)
    if own is None:
        return None
    return team_outcome(
        own.questionnaire,
        own.groups,
        own.language,
        name=own.name,
        finished=own.finished,
        about=own.about,
        minimum=own.minimum,
    )


def _groups(
    round_: Round, team: RoundTeam, blocks: tuple[BlockResult, ...], language: str
) -> tuple[Group, ...]:
    """Return the blocks of a team, named where there are several or it is the rest."""
    if not blocks:
        nothing = group_result(round_.questionnaire, (), round_.minimum)
        return (Group(result=nothing, population=team.size),)
    return tuple(
        Group(
            result=block.result,
            name=_name(round_, block, several=len(blocks) > 1, language=language),
            population=block.population,
        )
        for block in blocks
    )


def _name(round_: Round, block: BlockResult, *, several: bool, language: str) -> str:
    role = round_.questionnaire.role(block.role)
    parts = [
        translator(language)("Overige teams samen") if block.is_joined else "",
        role.label.to(language) if role and several else "",
    ]
    return ": ".join(filter(None, parts))


def _about(round_: Round, team: RoundTeam, language: str) -> str:
    question = name_question(round_.questionnaire)
    return answer_in_words(question, language, team.answers) if question else ""


def through_time(
    now: Round, team: RoundTeam, then: Round, between: Sequence[Questionnaire], language: str
) -> tuple[tuple[str, tuple[BesideRow, ...]], ...]:
    """Return a team's result beside that of an earlier round, per block: its name and themes.

    Nothing where the team was not in the earlier round, or either is not closed. Only blocks
    of the team itself are laid beside each other, each with that of the same role. Teams that
    were joined are the same team only when they were joined with the same ones.
    """
    members = team.members
    before = next((own for own in then.teams if members and own.members == members), None)
    shown, earlier = round_result(now), round_result(then)
    if before is None or shown is None or earlier is None:
        return ()
    mine = [own for own in shown.of_team(team.id) if not own.is_joined]
    theirs = {own.role: own for own in earlier.of_team(before.id) if not own.is_joined}
    found = []
    for block in mine:
        other = theirs.get(block.role)
        if other is None:
            continue
        rows = compare_rounds(
            _as_side(then, before, other), _as_side(now, team, block), between
        )
        name = _name(now, block, several=len(mine) > 1, language=language)
        found.append((name, beside_in_words(rows, now.questionnaire, language)))
    return tuple(found)


def _as_side(round_: Round, team: RoundTeam, block: BlockResult) -> Side:
    return Side(
        questionnaire=round_.questionnaire,
        role=block.role,
        subject=_about(round_, team, DUTCH),
        teams=tuple(sorted(team.members)),
        population=block.population,
        themes=block.result.themes,
    )
