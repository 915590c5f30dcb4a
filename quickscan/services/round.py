"""One round as a value: its teams, how far it is, and how it is read from its rows."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quickscan.domain.answers import Answers, Given, InvalidAnswerError, parse
from quickscan.domain.ids import QuestionId, QuestionnaireId, RoleId
from quickscan.domain.progress import follow, opening
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import Question
from quickscan.services.frozen import Facts
from quickscan.services.scan import Questionnaires
from quickscan.storage.rounds import RoundRow, RoundTeamRow


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
class RoundTeam:
    """A team in a round, with what its coordinator told of it beforehand.

    `team` is None once the organisation has removed the team. `answers` are those to what is
    asked first. A `role` of None lets everyone choose their own, where there are roles.
    """

    id: str
    team: str | None
    name: str
    size: int
    role: RoleId | None
    answers: Answers
    code: str
    has_enough: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One measurement of teams of an organisation.

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

    @property
    def too_small(self) -> tuple[RoundTeam, ...]:
        """The teams that can never get a result of their own."""
        return tuple(team for team in self.teams if team.size < self.minimum)

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
    questionnaire = questionnaires.version(QuestionnaireId(row.questionnaire), row.version)
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
    )


def _fitting(questionnaire: Questionnaire, stored: Mapping[str, object]) -> Answers:
    answers: dict[QuestionId, Given] = {}
    for id, value in stored.items():
        question = questionnaire.questions.get(QuestionId(id))
        if question is not None:
            with suppress(InvalidAnswerError):
                answers[question.id] = parse(question, value)
    return answers
