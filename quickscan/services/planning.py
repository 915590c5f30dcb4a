"""What a coordinator plans to measure, and the rows that it becomes."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from quickscan.domain.answers import Answers
from quickscan.domain.ids import QuestionnaireId, RoleId
from quickscan.domain.progress import opening
from quickscan.domain.questionnaire import Questionnaire
from quickscan.services.codes import draw
from quickscan.services.organisations import (
    NameTakenError,
    NoSuchTeamError,
    Organisation,
    tidy_name,
)
from quickscan.services.round import JoinedTeam, Round
from quickscan.services.storing import check_role, opening_answers, storable
from quickscan.storage.database import new_id
from quickscan.storage.rounds import RoundTeamRow

LARGEST_TEAM = 10_000
MOST_CARDS = 500
"""How many people of one team can take part by single-use codes: that is fifty pages."""


class UnfitSizeError(ValueError):
    """A team has a size that no team has."""

    def __init__(self, team: str) -> None:
        super().__init__(f"a team has 1 to {LARGEST_TEAM} people")
        self.team = team


class TeamTwiceError(ValueError):
    """A team takes part in a round once: by itself, or joined with others."""

    def __init__(self, team: str) -> None:
        super().__init__("a team takes part once")
        self.team = team


class TooManyCardsError(ValueError):
    """A team is too large for single-use codes; it can have a link."""

    def __init__(self, team: str) -> None:
        super().__init__(f"single-use codes are for teams of at most {MOST_CARDS} people")
        self.team = team


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPlan:
    """What a coordinator tells of a team beforehand; see `RoundTeam`.

    Teams that are `joined` have no `team` of their own, but a `name`.
    """

    team: str | None = None
    size: int
    role: RoleId | None = None
    answers: Answers
    together: bool = False
    single_use: bool = False
    name: str = ""
    joined: tuple[JoinedTeam, ...] = ()

    @property
    def members(self) -> frozenset[str]:
        """The teams of the organisation that take part as this one."""
        if self.joined:
            return frozenset(own.id for own in self.joined)
        return frozenset() if self.team is None else frozenset({self.team})


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a coordinator wants to measure, with whom, from when until when (inclusive)."""

    name: str
    questionnaire: QuestionnaireId
    opens: date
    closes: date
    word: str = ""
    teams: tuple[TeamPlan, ...] = ()


def team_rows(  # noqa: PLR0913, PLR0917  a plan, and what it comes from
    id: str,
    organisation: Organisation,
    plan: Plan,
    questionnaire: Questionnaire,
    before: Round | None = None,
    named: Round | None = None,
) -> Sequence[RoundTeamRow]:
    """Return the rows of the teams of a plan; a team keeps the code it has before.

    Joined teams keep a name that they had in `named`, also when another team took it since.
    """
    codes = {team.members: team.code for team in before.teams} if before else {}
    kept = {(team.members, team.name) for own in (before, named) if own for team in own.teams}
    names = {team.id: team.name for team in organisation.teams}
    taken, used = set(names.values()), set[str]()
    rows = []
    for own in plan.teams:
        if not own.members or not own.members <= names.keys():
            raise NoSuchTeamError
        for twice in own.members & used:
            raise TeamTwiceError(names[twice])
        name = tidy_name(own.name) if own.team is None else names[own.team]
        if own.joined and name in taken and (own.members, name) not in kept:
            raise NameTakenError(name)
        taken.add(name)
        used |= own.members
        code = codes.get(own.members) or draw()
        rows.append(_team_row(id, own, questionnaire, name=name, code=code))
    return rows


def _team_row(
    id: str, own: TeamPlan, questionnaire: Questionnaire, *, name: str, code: str
) -> RoundTeamRow:
    if not 1 <= own.size <= LARGEST_TEAM:
        raise UnfitSizeError(name)
    if own.single_use and own.size > MOST_CARDS:
        raise TooManyCardsError(name)
    check_role(questionnaire, own.role)
    first = opening(questionnaire)
    asked = {question.id: question for question in first.questions} if first else {}
    given = {id: value for id, value in storable(asked, own.answers).items() if value}
    return RoundTeamRow(
        id=new_id(),
        round_id=id,
        team_id=own.team,
        name=name,
        size=own.size,
        role=own.role,
        answers=given,
        code=code,
        together=own.together,
        single_use=own.single_use and not own.together,
        joined=[asdict(each) for each in own.joined],
    )


def plan_like(
    before: Round, organisation: Organisation, questionnaire: Questionnaire, day: date
) -> Plan:
    """Return a plan like an earlier round, for the teams that are still there.

    Teams that were joined are so again, unless one of them is gone.
    """
    there = {team.id for team in organisation.teams}
    return Plan(
        name=before.name,
        questionnaire=questionnaire.id,
        opens=day,
        closes=day + timedelta(days=(before.closes - before.opens).days),
        word=before.word,
        teams=tuple(
            TeamPlan(
                team=own.team,
                size=own.size,
                role=own.role if questionnaire.role(own.role) else None,
                answers=opening_answers(questionnaire, own.answers),
                together=own.together,
                name=own.name,
                joined=own.joined,
                single_use=own.single_use,
            )
            for own in before.teams
            if own.members and own.members <= there
        ),
    )
