"""What is told of a closed round: of a team or of the organisation, on page and on paper."""

from collections.abc import Iterator

from quickscan.domain.group_comparison import Side, compare_rounds, compare_teams
from quickscan.domain.group_results import group_result
from quickscan.presentation.beside import BesideRow, ThenAndNow, beside_in_words
from quickscan.presentation.dates import long_date
from quickscan.presentation.language import DUTCH, translator
from quickscan.presentation.outcome import name_question
from quickscan.presentation.sentences import lowered
from quickscan.presentation.team_outcome import Group, Scope, TeamOutcome, team_outcome
from quickscan.presentation.wording import answer_in_words
from quickscan.services.press import TeamManuscript
from quickscan.services.round import Round, RoundTeam
from quickscan.services.round_result import BlockResult, Earlier, RoundResult, round_result
from quickscan.storage.subjects import Subject

_WHOLE = "organisatie"
"""The part of a round that is the whole of it; no team has this id, which is longer."""

_ALONE = "/los"
"""What the name of a part ends with when no earlier round stands beside it."""


def of_team(round_: Round, team: RoundTeam, language: str, *, alone: bool) -> Subject:
    """Return under what the report of a team is kept.

    `alone` is without the earlier round: for a coordinator who may not see that one.
    """
    return _part(round_, team.id, language, alone=alone)


def of_whole(round_: Round, language: str, *, alone: bool) -> Subject:
    """Return under what the report of all teams together is kept; `alone` as for a team."""
    return _part(round_, _WHOLE, language, alone=alone)


def _part(round_: Round, name: str, language: str, *, alone: bool) -> Subject:
    part = name + _ALONE if alone else name
    return Subject(round_id=round_.id, part=part, language=language)


def is_with_earlier(subject: Subject) -> bool:
    """Say whether a report has the earlier round in it."""
    return not (subject.part or "").endswith(_ALONE)


def round_manuscript(
    round_: Round, subject: Subject, then: Earlier | None
) -> TeamManuscript | None:
    """Return what a report of a round is made of; None where there is nothing to tell."""
    part = (subject.part or "").removesuffix(_ALONE)
    if part == _WHOLE:
        return whole_manuscript(round_, subject.language, then)
    team = next((own for own in round_.teams if own.id == part), None)
    return team_manuscript(round_, team, subject.language, then) if team else None


# --- a team -----------------------------------------------------------------------------


def team_manuscript(
    round_: Round, team: RoundTeam, language: str, then: Earlier | None = None
) -> TeamManuscript | None:
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
        changes=_then_and_now(
            round_, then, through_time(round_, team, then, language), language
        ),
    )


def in_words(own: TeamManuscript) -> TeamOutcome:
    """Return what a report is made of in words, for the page that shows the same."""
    return team_outcome(
        own.questionnaire,
        own.groups,
        own.language,
        name=own.name,
        finished=own.finished,
        about=own.about,
        minimum=own.minimum,
        scope=own.scope,
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


Changes = tuple[tuple[str, tuple[BesideRow, ...]], ...]
"""Groups by their name, each with its themes beside those of an earlier round."""


def through_time(now: Round, team: RoundTeam, then: Earlier | None, language: str) -> Changes:
    """Return a team's result beside that of an earlier round, per block: its name and themes.

    Nothing where the team was not in the earlier round, or either is not closed. Only blocks
    of the team itself are laid beside each other, each with that of the same role. Teams that
    were joined are the same team only when they were joined with the same ones.
    """
    shown, before = round_result(now), round_result(then.round) if then else None
    if then is None or shown is None or before is None:
        return ()
    members, known = team.members, then.round.teams
    was = next((own for own in known if members and own.members == members), None)
    if was is None:
        return ()
    mine = [own for own in shown.of_team(team.id) if not own.is_joined]
    theirs = {own.role: own for own in before.of_team(was.id) if not own.is_joined}
    found = []
    for block in mine:
        other = theirs.get(block.role)
        if other is None:
            continue
        rows = compare_rounds(
            _as_side(then.round, was, other), _as_side(now, team, block), then.between
        )
        name = _name(now, block, several=len(mine) > 1, language=language)
        found.append((name, beside_in_words(rows, now.questionnaire, language)))
    return tuple(found)


def _then_and_now(
    now: Round, then: Earlier | None, changes: Changes, language: str
) -> ThenAndNow | None:
    if then is None or then.round.closed is None or now.closed is None or not changes:
        return None
    return ThenAndNow(
        then=long_date(then.round.closed, language),
        now=long_date(now.closed, language),
        groups=changes,
    )


def _as_side(round_: Round, team: RoundTeam, block: BlockResult) -> Side:
    return Side(
        questionnaire=round_.questionnaire,
        role=block.role,
        subject=_about(round_, team, DUTCH),
        teams=tuple(sorted(team.members)),
        population=block.population,
        themes=block.result.themes,
    )


# --- all teams --------------------------------------------------------------------------


def whole_manuscript(
    round_: Round, language: str, then: Earlier | None = None
) -> TeamManuscript | None:
    """Return what the report of all teams is made of; None until the round is closed.

    Its groups are everything that is shown: the teams (by role), the rest together, and all
    blocks of a role together. A team of which nothing is shown is named as hidden.
    """
    shown = round_result(round_)
    if shown is None or round_.closed is None:
        return None
    subjects = {_about(round_, own, language) for own in round_.teams}
    return TeamManuscript(
        questionnaire=round_.questionnaire,
        groups=tuple(_all_groups(round_, shown, language)),
        language=language,
        name=round_.name,
        finished=round_.closed,
        about=subjects.pop() if len(subjects) == 1 else "",
        minimum=round_.minimum,
        scope=Scope.ORGANISATION,
        changes=_then_and_now(round_, then, _through_time(round_, then, language), language),
    )


def _through_time(round_: Round, then: Earlier | None, language: str) -> Changes:
    return tuple(
        (f"{team.name}: {lowered(name)}" if name else team.name, rows)
        for team in round_.teams
        for name, rows in through_time(round_, team, then, language)
    )


def _all_groups(round_: Round, shown: RoundResult, language: str) -> Iterator[Group]:
    for block in (*shown.together, *shown.blocks):
        yield Group(
            result=block.result,
            name=block_name(round_, shown, block, language),
            population=block.population,
        )
    nothing = group_result(round_.questionnaire, (), round_.minimum)
    for team in round_.teams:
        if not team.together and not shown.of_team(team.id):
            yield Group(result=nothing, name=team.name, population=team.size)


def block_name(round_: Round, shown: RoundResult, block: BlockResult, language: str) -> str:
    """Return what a block, or blocks together, are called where all teams stand."""
    _ = translator(language)
    teams = {own.id: own.name for own in round_.teams}
    role = round_.questionnaire.role(block.role)
    roles = {own.role for own in shown.blocks}
    if len(block.teams) == 1:  # what people wrote stands without their role
        roles = {own.role for own in shown.blocks if own.teams == block.teams}
    if block in shown.together:
        name = _("Alle teams samen")
    elif block.is_joined:
        joined = ", ".join(teams[own] for own in block.teams)
        name = _("Overige teams samen ({teams})", teams=joined)
    else:
        name = teams[block.teams[0]]
    return f"{name}: {lowered(role.label.to(language))}" if role and len(roles) > 1 else name


def beside(
    round_: Round, one: BlockResult, other: BlockResult, language: str
) -> tuple[BesideRow, ...]:
    """Return two teams of a round beside each other, by theme; neither is a rest of teams."""
    teams = {own.id: own for own in round_.teams}
    rows = compare_teams(
        _as_side(round_, teams[one.teams[0]], one),
        _as_side(round_, teams[other.teams[0]], other),
    )
    return beside_in_words(rows, round_.questionnaire, language)
