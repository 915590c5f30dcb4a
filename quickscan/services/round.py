"""One round as a value: its teams, how far it is, and how it is read from its rows."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quickscan.domain.answers import Answers, Given, InvalidAnswerError, parse
from quickscan.domain.ids import QuestionId, QuestionnaireId, RoleId
from quickscan.domain.own_questions import OwnKind, OwnQuestion, OwnQuestions
from quickscan.domain.progress import follow, opening
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import Question
from quickscan.services.frozen import Facts
from quickscan.services.own_questions import from_facts, with_own
from quickscan.services.scan import Questionnaires
from quickscan.storage.rounds import RoundRow, RoundTeamRow

WARNING_DAYS = 3
"""So many days before the end it is told which teams do not have enough yet."""


class RoundState(StrEnum):
    """How far a round is."""

    DRAFT = "draft"
    WAITING = "waiting"
    """Everything is fixed, and the day it opens is still to come."""
    OPEN = "open"
    COUNTING = "counting"
    """Its last day has passed, and the figures are not worked out yet."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedTeam:
    """One of several teams that take part as one; `size` is 0 where it was never told."""

    id: str
    name: str
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundTeam:
    """A team in a round, with what its coordinator told of it beforehand.

    `team` is None once the organisation has removed the team, and for several teams that are
    `joined` into one for this round. `answers` are those to what is asked first. A `role` of
    None lets everyone choose their own, where there are roles. A team that fills in `together`
    makes one scan at one screen, which counts in no figure.
    """

    id: str
    team: str | None
    name: str
    size: int
    role: RoleId | None
    answers: Answers
    code: str
    has_enough: bool
    together: bool = False
    single_use: bool = False
    """Whether people take part by a code of their own that works once."""
    joined: tuple[JoinedTeam, ...] = ()

    @property
    def members(self) -> frozenset[str]:
        """The teams of the organisation that take part as this one; none once it is removed.

        A joined team keeps all of them, also those that were removed since.
        """
        if self.joined:
            return frozenset(own.id for own in self.joined)
        return frozenset() if self.team is None else frozenset({self.team})


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One measurement of teams of an organisation.

    `questionnaire` has the questions of the organisation itself as its last section; `own`
    are the same as they were written, None for none.
    While it `shares` its figures, they count in what is published of organisations together.
    """

    id: str
    organisation: str
    previous: str | None
    name: str
    questionnaire: Questionnaire
    word: str
    minimum: int
    opens: date
    closes: date
    confirmed: int | None
    closed: date | None
    teams: tuple[RoundTeam, ...]
    result: Facts | None
    own: OwnQuestions | None = None
    origin: str | None = None
    """Where people take part, such as https://scan.example; None where it was not kept."""
    shares: bool = False

    def state(self, day: date) -> RoundState:
        """Return how far it is on a day."""
        if self.confirmed is None:
            return RoundState.DRAFT
        if self.closed is not None:
            return RoundState.CLOSED
        if day < self.opens:
            return RoundState.WAITING
        return RoundState.OPEN if day <= self.closes else RoundState.COUNTING

    def lacking(self, day: date) -> tuple[RoundTeam, ...]:
        """Return the teams that do not have enough yet, when the end is near; else none.

        Whether they have enough was worked out at most a day ago.
        """
        if self.state(day) is not RoundState.OPEN or (self.closes - day).days > WARNING_DAYS:
            return ()
        return tuple(
            team
            for team in self.teams
            if not (team.has_enough or team.together) and team.size >= self.minimum
        )

    @property
    def too_small(self) -> tuple[RoundTeam, ...]:
        """The teams that can never get a result of their own, if everyone fills in alone."""
        return tuple(team for team in self.teams if team.size < self.minimum)

    @property
    def own_questions(self) -> tuple[OwnQuestion, ...]:
        """What the organisation asks itself."""
        return self.own.questions if self.own else ()

    @property
    def has_open_question(self) -> bool:
        """Whether the organisation asks something that people answer in their own words."""
        return any(own.kind is OwnKind.TEXT for own in self.own_questions)

    def open_questions(self, team: RoundTeam) -> tuple[Question, ...]:
        """Return what must still be told of a team before the round can open."""
        first = opening(self.questionnaire)
        if first is None:
            return ()
        progress = follow(self.questionnaire, team.answers, team.role)
        return progress.open_in(first)


def round_from_rows(
    row: RoundRow, teams: Iterable[RoundTeamRow], questionnaires: Questionnaires
) -> Round:
    """Return a round as its rows tell it."""
    version = questionnaires.version(QuestionnaireId(row.questionnaire), row.version)
    own = from_facts(row.own_questions)
    questionnaire = with_own(version, own)
    return Round(
        id=row.id,
        organisation=row.organisation_id,
        previous=row.previous_id,
        name=row.name,
        questionnaire=questionnaire,
        word=row.word,
        minimum=row.minimum,
        opens=row.opens,
        closes=row.closes,
        confirmed=row.confirmed,
        closed=row.closed,
        teams=tuple(_team(team, questionnaire) for team in teams),
        result=row.result,
        own=own,
        origin=row.origin,
        shares=row.shares,
    )


def _team(row: RoundTeamRow, questionnaire: Questionnaire) -> RoundTeam:
    role = None if row.role is None else RoleId(row.role)
    return RoundTeam(
        id=row.id,
        team=row.team_id,
        name=row.name,
        size=row.size,
        role=role if questionnaire.role(role) else None,
        answers=_fitting(questionnaire, row.answers),
        code=row.code,
        has_enough=row.has_enough,
        together=row.together,
        joined=tuple(JoinedTeam(**own) for own in row.joined),
        single_use=row.single_use,
    )


def _fitting(questionnaire: Questionnaire, stored: Mapping[str, object]) -> Answers:
    answers: dict[QuestionId, Given] = {}
    for id, value in stored.items():
        question = questionnaire.questions.get(QuestionId(id))
        if question is not None:
            with suppress(InvalidAnswerError):
                answers[question.id] = parse(question, value)
    return answers
