"""Organisations that share a round, for tests of benchmarks: whole ones, and ones by rows."""

from collections.abc import Mapping
from datetime import timedelta

from quickscan.domain.ids import QuestionnaireId
from quickscan.domain.traits import Sector, Size
from quickscan.services.organisations import Organisation
from quickscan.services.planning import Plan, TeamPlan
from quickscan.services.round import Round
from quickscan.storage import organisations, rounds, tallies
from quickscan.storage.database import new_id
from quickscan.storage.organisations import OrganisationRow
from quickscan.storage.rounds import RoundRow
from quickscan.storage.tallies import TallyRow
from tests.integration.installation import DOER, PAGE, PLACE, STATEMENTS, Installation

PASSWORD = "een lange zin als wachtwoord"
DIMENSION, THEME = PLACE[0]


class Sharing:
    """An organisation with one team, and a round of it."""

    def __init__(self, installation: Installation, name: str) -> None:
        self.installation, self.email = installation, f"{name}@voorbeeld.example"
        installation.accounts.add(self.email, PASSWORD, roles=frozenset())
        own = installation.organisations.begin(self.email, name)
        self.team = installation.organisations.add_team(self.email, own.id, "Noord").id
        self.id = own.id

    @property
    def organisation(self) -> Organisation:
        return self.installation.organisations.load(self.email, self.id)

    def measured(self, *answers: str, shares: bool = True) -> Round:
        """A closed round; each of the answers is what one person said to all statements."""
        service, day = self.installation.rounds, self.installation.day
        plan = Plan(
            name="Najaar",
            questionnaire=QuestionnaireId("klein"),
            opens=day,
            closes=day + timedelta(days=14),
            teams=(TeamPlan(team=self.team, size=len(answers), role=DOER, answers={}),),
        )
        opened = service.confirm(self.email, service.draft(self.email, self.id, plan).id)
        for answer in answers:
            taking = self.installation.taking_part
            scan, _ = taking.begin(opened.teams[0].code, language="nl")
            given = dict.fromkeys(STATEMENTS, answer)
            self.installation.scans.save(scan.id, PAGE, given, None)
            self.installation.scans.finish(scan.id)
        closed = service.close(self.email, opened.id)
        service.share(self.email, closed.id, shares=shares)
        return service.load(self.email, closed.id)


def put(
    installation: Installation,
    counts: Mapping[str, int],
    *,
    sector: Sector | None = None,
    size: Size | None = None,
) -> str:
    """Put an organisation that shares a round closed today among the rows; return its id."""
    day, own, round_ = installation.day, new_id(), new_id()
    with installation.database.changing() as transaction:
        organisations.add(
            transaction, OrganisationRow(id=own, name="Ergens", minimum=5, created=day)
        )
        organisations.change(transaction, own, sector=sector, size=size)
        rounds.add(
            transaction,
            RoundRow(
                id=round_,
                organisation_id=own,
                previous_id=None,
                name="Najaar",
                questionnaire="klein",
                version=1,
                word="",
                minimum=5,
                opens=day,
                closes=day,
                confirmed=1,
                closed=day,
                result={"blocks": [], "together": []},
                shares=True,
            ),
        )
        tallies.add(transaction, [_row(round_, counts)])
    return own


def _row(round_: str, counts: Mapping[str, int]) -> TallyRow:
    return TallyRow(
        round_id=round_,
        role=DOER,
        dimension=DIMENSION,
        theme=THEME,
        counts=counts,
        rough=0,
        earned=4 * counts.get("1/1", 0),
        possible=4 * sum(counts.values()),
    )
