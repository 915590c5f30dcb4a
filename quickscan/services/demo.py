"""A believable organisation, invented from end to end, so that a visitor can look around.

It is made by the same services that people use, with a clock that stands on days gone by; so
whatever it shows came about as it does for everyone.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from quickscan.domain.anonymity import SMALLEST_GROUP
from quickscan.domain.answers import Answers, Given
from quickscan.domain.ids import QuestionId, QuestionnaireId, RoleId
from quickscan.domain.progress import follow
from quickscan.domain.questions import MultipleQuestion, OptionQuestion
from quickscan.domain.traits import Sector, Size
from quickscan.presentation.language import DUTCH
from quickscan.services.accounts import Accounts
from quickscan.services.clock import REAL, Clock
from quickscan.services.codes import Codes, draw
from quickscan.services.organisations import Organisations
from quickscan.services.planning import Plan, TeamPlan
from quickscan.services.publishing import Publishing
from quickscan.services.retention import Retention
from quickscan.services.round import Round, RoundTeam
from quickscan.services.rounds import Rounds
from quickscan.services.scan import Questionnaires
from quickscan.services.scans import Scans
from quickscan.services.taking_part import TakingPart
from quickscan.storage import installation, work
from quickscan.storage.database import Database

EMAIL = "demo@voorbeeld.example"
"""Who coordinates the invented organisation; the domain is one that nobody can have."""

ORGANISATION = "Welzijn Voorbeeldstad"
QUESTIONNAIRE = QuestionnaireId("implementatie-quickscan")
ROLE = RoleId("uitvoerder")
KNOWN: Answers = {
    QuestionId("huidige-fase"): "doen",
    QuestionId("interventie"): "Stoepgesprek",
}
"""What the coordinator tells of each team; no such intervention is known to us."""

OTHERS, OTHERS_EMAIL = 29, "anderen@voorbeeld.example"
"""How many other organisations have one round each, so that thirty are compared; and by whom
they are arranged: nobody is told that password."""

SECTORS = (Sector.WELFARE, Sector.MUNICIPALITY)
SIZES = (Size.SMALL, Size.MIDDLE)
"""Two of each, so that no organisation has more than half of the scans in one."""

TEAMS = (("Noord", 14), ("Oost", 12), ("Zuid", 9), ("West", 7), ("Centrum", 4))
"""The teams with their sizes: exact, in broad lines, and too small for a result."""

UNSURE = 0.015
"""How often someone does not know: seldom, as theme scores are rounded where a few do not."""

ABSENT = 1
"""How many of a team of more than five do not take part."""

FIRST, SECOND, LASTS = 210, 24, 14
"""How many days ago the rounds began, and how many days they were open."""


class NotEmptyError(RuntimeError):
    """The database holds something already: what is invented does not go beside it."""

    def __init__(self) -> None:
        super().__init__("the database is not empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration:
    """What was made: who may sign in, and the code of a team whose result can be seen."""

    email: str
    password: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Services:
    """What people use, on one day."""

    accounts: Accounts
    organisations: Organisations
    rounds: Rounds
    taking_part: TakingPart
    scans: Scans


class Demo:
    """Fills an empty database."""

    def __init__(
        self,
        database: Database,
        catalogue: Questionnaires,
        key: bytes,
        retention: Retention,
        *,
        clock: Clock = REAL,
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._key = key
        self._retention = retention
        self._clock = clock
        self._today = clock.today
        self._dice = random.Random(2026)  # noqa: S311  invented answers, the same every time

    def fill(self) -> Demonstration:
        """Fill the database, and mark all that it shows from now on as invented.

        Raises:
            NotEmptyError: it holds an account, an organisation or a scan.
        """
        with self._database.changing() as transaction:
            if not installation.is_empty(transaction):
                raise NotEmptyError
            installation.mark_as_invented(transaction)
        password = draw()
        last = self._own(password)
        self._others()
        Publishing(self._database, self._catalogue, clock=self._clock).refresh()
        with self._database.changing() as transaction:
            # Nobody has the codes of these scans, so nobody will ask for their reports.
            work.remove_of_scans(transaction)
        return Demonstration(email=EMAIL, password=password, code=last.teams[0].code)

    def _own(self, password: str) -> Round:
        """Let the organisation hold two rounds; return the second."""
        self._on(FIRST + 1).accounts.add(EMAIL, password, roles=frozenset())
        draft, lean = self._draft(EMAIL, ORGANISATION, TEAMS, FIRST)
        held = self._held(EMAIL, draft.id, FIRST, lean)
        following = self._on(SECOND).rounds.next_round(EMAIL, held.id)
        lean = {id: own + self._dice.uniform(-0.05, 0.25) for id, own in lean.items()}
        return self._held(EMAIL, following.id, SECOND, lean)

    def _others(self) -> None:
        """Let other organisations hold one round each."""
        self._on(SECOND + 1).accounts.add(OTHERS_EMAIL, draw(), roles=frozenset())
        for number in range(1, OTHERS + 1):
            teams = (("Team", self._dice.randint(6, 12)),)
            name = f"Organisatie {number}"
            draft, lean = self._draft(OTHERS_EMAIL, name, teams, SECOND)
            self._held(OTHERS_EMAIL, draft.id, SECOND, lean)

    def _draft(
        self, email: str, name: str, teams: Sequence[tuple[str, int]], ago: int
    ) -> tuple[Round, Mapping[str, float]]:
        """Begin an organisation and a draft; return it, and how high each team leans."""
        before, dice = self._on(ago + 1), self._dice
        own = before.organisations.begin(email, name)
        before.organisations.tell(
            email, own.id, sector=dice.choice(SECTORS), size=dice.choice(SIZES)
        )
        sizes = {
            before.organisations.add_team(email, own.id, team).id: size for team, size in teams
        }
        draft = self._on(ago).rounds.draft(email, own.id, self._plan(sizes, ago))
        return draft, {id: dice.uniform(0.4, 0.65) for id in sizes}

    def _plan(self, sizes: Mapping[str, int], ago: int) -> Plan:
        opens = self._today() - timedelta(days=ago)
        return Plan(
            name="Halfjaarlijkse meting",
            questionnaire=QUESTIONNAIRE,
            opens=opens,
            closes=opens + timedelta(days=LASTS),
            word="Fijn dat je meedoet. Het kost een minuut of tien.",
            teams=tuple(
                TeamPlan(team=id, size=size, role=ROLE, answers=KNOWN)
                for id, size in sizes.items()
            ),
        )

    def _held(self, email: str, id: str, ago: int, lean: Mapping[str, float]) -> Round:
        """Open a draft so many days ago, let people take part, and close it."""
        during, after = self._on(ago), self._on(ago - LASTS - 1)
        open_ = during.rounds.confirm(email, id)
        for team in open_.teams:
            absent = ABSENT if team.size > SMALLEST_GROUP else 0
            for _ in range(team.size - absent):
                self._take_part(during, team, lean[str(team.team)])
        held = after.rounds.close(email, id)
        after.rounds.share(email, id, shares=True)
        return held

    def _take_part(self, during: _Services, team: RoundTeam, lean: float) -> None:
        """Let someone of a team answer everything, higher the higher the team leans."""
        scan, _ = during.taking_part.begin(team.code, language=DUTCH)
        questionnaire, mood = scan.questionnaire, self._dice.gauss(lean, 0.12)
        answers = dict(scan.answers)
        for section in questionnaire.sections:
            asked = follow(questionnaire, answers, scan.role).asked_in(section)
            given = {
                own.id: self._answer(own, mood)
                for own in asked
                if isinstance(own, OptionQuestion) and own.id not in answers
            }
            if given:
                during.scans.save(scan.id, section.id, given, None)
                answers |= given
        during.scans.finish(scan.id)

    def _answer(self, question: OptionQuestion, mood: float) -> Given:
        """Return an option: mostly where the mood lies on the scale, now and then unknown."""
        rungs = [own for own in question.options if own.points is not None]
        apart = [own for own in question.options if own.points is None]
        if apart and (not rungs or self._dice.random() < UNSURE):
            return apart[0].id
        # What a question is about pulls too, the same way for everyone.
        pull = random.Random(question.id).uniform(-0.25, 0.25)  # noqa: S311
        place = int((mood + pull + self._dice.gauss(0, 0.12)) * len(rungs))
        chosen = rungs[min(max(place, 0), len(rungs) - 1)].id
        return (chosen,) if isinstance(question, MultipleQuestion) else chosen

    def _on(self, ago: int) -> _Services:
        """Return the services as they were so many days ago."""
        day = self._today() - timedelta(days=ago)
        noon = datetime.combine(day, time(12), tzinfo=UTC).timestamp()
        clock = Clock(today=lambda: day, now=lambda: noon)
        codes = Codes(self._key)
        return _Services(
            accounts=Accounts(self._database, self._key),
            organisations=Organisations(self._database, clock=clock),
            rounds=Rounds(
                self._database, self._catalogue, self._retention, codes=codes, clock=clock
            ),
            taking_part=TakingPart(
                self._database, self._catalogue, codes, self._retention, time=clock
            ),
            scans=Scans(self._database, self._catalogue, codes, self._retention, clock=clock),
        )
