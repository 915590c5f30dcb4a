"""What is told of a team in a closed round: on its page, and in its report."""

from quickscan.domain.group_results import group_result
from quickscan.presentation.language import translator
from quickscan.presentation.outcome import name_question
from quickscan.presentation.team_outcome import Group, TeamOutcome, team_outcome
from quickscan.presentation.wording import answer_in_words
from quickscan.services.press import TeamManuscript
from quickscan.services.round import Round, RoundTeam
from quickscan.services.taking_part import BlockResult, round_result


def team_manuscript(round_: Round, team: RoundTeam, language: str) -> TeamManuscript | None:
    """Return what the report of a team is made of; None until its round is closed."""
    shown = round_result(round_)
    if shown is None or round_.closed is None:
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
