"""What a benchmark page costs with a thousand and with a hundred thousand stored scans.

Every organisation has one closed round of twenty people who all answered. Twenty rounds are
invented and worked out as closing does; the others are their copies, put in as rows.
"""

import tempfile
from collections import ChainMap
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random

from sqlalchemy import Table, insert

from quickscan.config import PROJECT, Config
from quickscan.definitions.catalogue import Catalogue
from quickscan.domain.answers import Given
from quickscan.domain.assessment import assess
from quickscan.domain.ids import QuestionId, QuestionnaireId, RoleId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import RatingQuestion
from quickscan.presentation.dates import today
from quickscan.services.application import Application
from quickscan.services.closing import blocks_of, facts_of
from quickscan.services.codes import draw
from quickscan.services.round import Round, RoundTeam
from quickscan.services.tallying import tallies_of
from quickscan.storage import organisations, rounds, tables
from quickscan.storage.database import new_id
from quickscan.storage.tallies import TallyRow
from tests.bench.calling import Browser, Wsgi, environ
from tests.bench.installing import install, variables
from tests.bench.measuring import Times, cpu, side_by_side
from tests.bench.pages import expect

MAIN = QuestionnaireId("implementatie-quickscan")
FEW, MANY = 1_000, 100_000
PEOPLE = 20
_PATTERNS, _AT_ONCE = 20, 100
_TABLES = (
    tables.organisation,
    tables.round_,
    tables.round_team,
    tables.tally,
    tables.scan,
    tables.section,
)
_ROLE = RoleId("uitvoerder")
_EMAIL, _PASSWORD = "meting@voorbeeld.example", "een lange zin als wachtwoord"


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkCosts:
    """CPU of the page with few and with many stored scans, and of publishing many."""

    few: Times
    many: Times
    publishing: float

    @property
    def ratio(self) -> float:
        """How many times as much the page costs with many: of the least of each."""
        return self.many.least / self.few.least


def measure(*, times: int) -> BenchmarkCosts:
    """Fill two installations, publish in both, and ask for the page of each in turn."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        few, _ = _prepared(Path(one), FEW)
        many, publishing = _prepared(Path(other), MANY)
        taken = side_by_side({"few": few, "many": many}, rounds=times)
    return BenchmarkCosts(few=taken["few"], many=taken["many"], publishing=publishing)


def _prepared(folder: Path, scans: int) -> tuple[Callable[[], Callable[[], object]], float]:
    """Return how to ask for the page of the first organisation, and what publishing took."""
    app = install(folder)
    services = Application.open(Config.from_env(variables(folder)))
    page = _filled(services, scans // PEOPLE)
    taken = cpu(services.publishing.refresh)
    services.database.close()
    browser = Browser(app)
    browser.post("/organisatie/aanmelden", {"email": _EMAIL, "wachtwoord": _PASSWORD})
    if b"<svg" not in browser.get(page).body.partition(b"<main")[2]:
        raise RuntimeError("the page shows no benchmark")
    return lambda: _asking(app, page, browser.cookie), taken


def _asking(app: Wsgi, page: str, cookie: str) -> Callable[[], object]:
    asked = environ(page, cookie=cookie)
    return lambda: expect(app, asked, 200)


# --- filling ----------------------------------------------------------------------------

Rows = dict[Table, list[dict[str, object]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """A closed round with its tallies, and what its people answered by section."""

    round_: Round
    tallies: tuple[TallyRow, ...]
    answers: tuple[Mapping[str, dict[QuestionId, Given]], ...]


def _filled(services: Application, organisations: int) -> str:
    """Put organisations with a closed round in the database; return the page of the first."""
    own = Catalogue.load([PROJECT / "questionnaires"]).newest(MAIN)
    dice = Random(1)  # noqa: S311  no secret
    patterns = [_pattern(own, dice) for _ in range(_PATTERNS)]
    first = ""
    for start in range(0, organisations, _AT_ONCE):
        rows: Rows = {table: [] for table in _TABLES}
        for number in range(start, min(start + _AT_ONCE, organisations)):
            id = _put(rows, patterns[number % _PATTERNS])
            first = first or id
        with services.database.changing() as transaction:
            for table, values in rows.items():
                transaction.execute(insert(table), values)
    _let_in(services, first)
    return f"/organisatie/meting/{first}/benchmark"


def _let_in(services: Application, round_: str) -> None:
    """Let someone coordinate the organisation of a round, since before it opened."""
    services.accounts.add(_EMAIL, _PASSWORD, roles=frozenset())
    with services.database.changing() as transaction:
        found = rounds.load(transaction, round_)
        if found is None:
            raise RuntimeError("the first round is not there")
        organisations.add_coordinator(
            transaction, found.organisation_id, email=_EMAIL, since=0, teams=None
        )


def _pattern(own: Questionnaire, dice: Random) -> _Pattern:
    """Invent a round; half of what a person gives leans one way."""
    team = RoundTeam(
        id="",
        team=None,
        name="Noord",
        size=PEOPLE,
        role=_ROLE,
        answers={},
        code="",
        has_enough=True,
    )
    day = today()
    open_ = Round(
        id="",
        organisation="",
        previous=None,
        name="Najaar",
        questionnaire=own,
        word="",
        minimum=5,
        opens=day,
        closes=day,
        confirmed=1,
        closed=day,
        teams=(team,),
        result=None,
    )
    given = tuple(_invented(own, dice) for _ in range(PEOPLE))
    people = [assess(own, dict(ChainMap(*one.values())), _ROLE) for one in given]
    blocks = blocks_of(open_, {("", _ROLE): people})
    closed = replace(open_, result=facts_of(open_, blocks))
    return _Pattern(round_=closed, tallies=tallies_of(closed, blocks), answers=given)


def _invented(own: Questionnaire, dice: Random) -> Mapping[str, dict[QuestionId, Given]]:
    lean = dice.random()
    given: dict[str, dict[QuestionId, Given]] = {}
    for section in own.sections:
        for question in section.questions:
            if isinstance(question, RatingQuestion):
                place = min(3, max(0, round(4 * dice.gauss(lean, 0.2))))
                given.setdefault(section.id, {})[question.id] = question.options[place].id
            elif question.id == "huidige-fase":
                given.setdefault(section.id, {})[question.id] = "doen"
    return given


def _put(rows: Rows, pattern: _Pattern) -> str:
    """Add the rows of one organisation and its round, whose id is returned."""
    own, round_, team = new_id(), new_id(), new_id()
    like, day = pattern.round_, today()
    rows[tables.organisation].append(
        {"id": own, "name": "Ergens", "minimum": 5, "created": day}
    )
    rows[tables.round_].append(
        {
            **{name: getattr(like, name) for name in ("name", "word", "minimum", "opens")},
            **{name: getattr(like, name) for name in ("closes", "confirmed", "closed")},
            "id": round_,
            "organisation_id": own,
            "questionnaire": like.questionnaire.id,
            "version": like.questionnaire.version,
            "result": like.result,
            "shares": True,
        }
    )
    rows[tables.round_team].append(
        {
            "id": team,
            "round_id": round_,
            "name": "Noord",
            "size": PEOPLE,
            "role": _ROLE,
            "answers": {},
            "code": draw(),
        }
    )
    rows[tables.tally] += [{**asdict(each), "round_id": round_} for each in pattern.tallies]
    for answers in pattern.answers:
        id = new_id()
        rows[tables.scan].append(_scan(id, team, like))
        rows[tables.section] += [
            {"scan_id": id, "section_id": section, "answers": each}
            for section, each in answers.items()
        ]
    return round_


def _scan(id: str, team: str, like: Round) -> dict[str, object]:
    day = today()
    return {
        "id": id,
        "code_hmac": id.rjust(64, "0"),
        "questionnaire": like.questionnaire.id,
        "version": like.questionnaire.version,
        "role": _ROLE,
        "language": "nl",
        "started": day,
        "finished": day,
        "expires": day + timedelta(days=700),
        "chosen": [],
        "round_team_id": team,
    }
