"""A round of one invented organisation, as coordinators leave it to the visitors of a test."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask import Flask

from quickscan.domain.ids import QuestionId, QuestionnaireId, RoleId
from quickscan.domain.own_questions import OWN_SECTION, OwnQuestion
from quickscan.presentation.dates import today
from quickscan.services.planning import Plan, TeamPlan
from quickscan.services.round import Round
from tests.integration.web.journeys import MAIN, answer_page
from tests.visitor import Visitor

ANNA = "anna@voorbeeld.example"
PASSWORD = "een lange zin als wachtwoord"


@dataclass
class Measuring:
    """An organisation with two teams in a round of the Implementatie-Quickscan."""

    app: Flask
    round: Round
    email: str = ANNA

    @property
    def services(self) -> Any:
        return self.app.extensions["quickscan"]

    def code(self, team: str = "Noord") -> str:
        return next(own.code for own in self.round.teams if own.name == team)

    def take_part(
        self, team: str = "Noord", option: str = "grotendeels", **own: str
    ) -> Visitor:
        """Someone of the team takes part and finishes; ends on their own result.

        `own` are answers to the questions of the organisation, by id.
        """
        visitor = Visitor(self.app).get(f"/meedoen/{self.code(team)}").send().forward()
        while "/onderdeel/" in visitor.address:
            if visitor.address.endswith(OWN_SECTION):
                visitor.fill(own)
            else:
                answer_page(visitor, option)
        return visitor.send()

    def close(self) -> None:
        self.round = self.services.rounds.close(self.email, self.round.id)

    def coordinator(self) -> Visitor:
        """Whoever arranged the round, signed in."""
        visitor = Visitor(self.app)
        return visitor.post(
            "/organisatie/aanmelden", {"email": self.email, "wachtwoord": PASSWORD}
        )


def measuring(
    app: Flask,
    *,
    role: str | None = "uitvoerder",
    sizes: tuple[int, int] = (8, 4),
    email: str = ANNA,
    own: Sequence[OwnQuestion] = (),
    **more: Any,
) -> Measuring:
    """Open a round that began today and lasts two weeks."""
    services = app.extensions["quickscan"]
    services.accounts.add(email, PASSWORD, roles=frozenset())
    organisation = services.organisations.begin(email, "Stichting Voorbeeld")
    known = {QuestionId("huidige-fase"): "doen", QuestionId("interventie"): "Stoepgesprek"}
    teams = tuple(
        TeamPlan(
            team=services.organisations.add_team(email, organisation.id, name).id,
            size=size,
            role=None if role is None else RoleId(role),
            answers=known,
        )
        for name, size in zip(("Noord", "Zuid"), sizes, strict=True)
    )
    opens: date = today()
    plan = {
        "name": "Najaar",
        "questionnaire": QuestionnaireId(MAIN),
        "opens": opens,
        "closes": opens + timedelta(days=14),
        "word": "Fijn dat je meedoet.",
        "teams": teams,
        **more,
    }
    draft = services.rounds.draft(email, organisation.id, Plan(**plan))
    services.rounds.ask(email, draft.id, own)
    return Measuring(app, services.rounds.confirm(email, draft.id), email)
