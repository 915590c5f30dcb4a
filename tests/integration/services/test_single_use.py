"""Codes that work once: as many as people, used when a scan begins, and unseen."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from quickscan.domain.ids import QuestionnaireId
from quickscan.services.closing import close
from quickscan.services.codes import Codes
from quickscan.services.planning import MOST_CARDS, Plan, TeamPlan, TooManyCardsError
from quickscan.services.round import Round, RoundTeam
from quickscan.services.round_papers import cards, poster
from quickscan.services.taking_part import (
    NoSuchInvitationError,
    NotOpenNowError,
    OwnCodeNeededError,
    UsedCodeError,
)
from quickscan.storage.tables import report, single_use_code, unused_code, work
from tests.integration.installation import DOER, KEY, Installation

ANNA = "anna@voorbeeld.example"
ORIGIN = "https://scan.example"


@dataclass
class Carded:
    """A round in which North draws cards and South has a link."""

    installation: Installation
    round: Round

    @property
    def north(self) -> RoundTeam:
        return self.round.teams[0]

    @property
    def south(self) -> RoundTeam:
        return self.round.teams[1]

    @property
    def codes(self) -> tuple[str, ...]:
        return Codes(KEY).single_use_codes(self.north.id, self.north.size)


def plan(installation: Installation, *teams: TeamPlan) -> Plan:
    return Plan(
        name="Najaar",
        questionnaire=QuestionnaireId("klein"),
        opens=installation.day,
        closes=installation.day + timedelta(days=14),
        teams=teams,
    )


@pytest.fixture
def carded(installation: Installation) -> Carded:
    installation.accounts.add(ANNA, "een lange zin als wachtwoord", roles=frozenset())
    own = installation.organisations.begin(ANNA, "Voorbeeld")
    north, south = (
        installation.organisations.add_team(ANNA, own.id, name).id
        for name in ("Noord", "Zuid")
    )
    made = plan(
        installation,
        TeamPlan(team=north, size=6, role=DOER, answers={}, single_use=True),
        TeamPlan(team=south, size=6, role=DOER, answers={}),
    )
    draft = installation.rounds.draft(ANNA, own.id, made)
    return Carded(installation, installation.rounds.confirm(ANNA, draft.id, origin=ORIGIN))


def test_there_are_as_many_codes_as_people_and_always_the_same(carded: Carded) -> None:
    assert len(set(carded.codes)) == carded.north.size
    assert carded.installation.rows()["single_use_code"] == carded.north.size
    assert carded.north.single_use
    assert not carded.south.single_use


def test_a_code_works_once(carded: Carded) -> None:
    taking_part = carded.installation.taking_part
    scan, _ = taking_part.begin(carded.codes[0], language="nl")
    assert scan.round_team == carded.north.id

    with pytest.raises(UsedCodeError):
        taking_part.begin(carded.codes[0].lower(), language="nl")
    assert taking_part.begin(carded.codes[1], language="nl")[0].id != scan.id


def test_a_used_and_an_unused_code_invite_to_the_same(carded: Carded) -> None:
    taking_part = carded.installation.taking_part
    before = taking_part.invitation(carded.codes[0])
    taking_part.begin(carded.codes[0], language="nl")

    assert taking_part.invitation(carded.codes[0]) == before
    assert before.begins


def test_with_the_code_of_the_team_nobody_begins(carded: Carded) -> None:
    taking_part = carded.installation.taking_part

    assert not taking_part.invitation(carded.north.code).begins
    with pytest.raises(OwnCodeNeededError):
        taking_part.begin(carded.north.code, language="nl")
    assert taking_part.invitation(carded.south.code).begins


def test_more_scans_than_people_cannot_be(carded: Carded) -> None:
    taking_part = carded.installation.taking_part
    for code in carded.codes:
        taking_part.begin(code, language="nl")

    more = Codes(KEY).single_use_codes(carded.north.id, carded.north.size + 1)[-1]
    with pytest.raises(NoSuchInvitationError):
        taking_part.begin(more, language="nl")
    assert carded.installation.rows()["scan"] == carded.north.size


def test_a_scan_that_does_not_begin_uses_no_code(carded: Carded) -> None:
    carded.installation.day -= timedelta(days=1)
    with pytest.raises(NotOpenNowError):
        carded.installation.taking_part.begin(carded.codes[0], language="nl")
    carded.installation.wait(days=1)

    carded.installation.taking_part.begin(carded.codes[0], language="nl")


def test_erasing_a_scan_gives_no_code_back(carded: Carded) -> None:
    scan, _ = carded.installation.taking_part.begin(carded.codes[0], language="nl")
    carded.installation.scans.delete(scan.id)

    with pytest.raises(UsedCodeError):
        carded.installation.taking_part.begin(carded.codes[0], language="nl")


def test_nothing_stored_tells_which_code_a_scan_was_begun_with(carded: Carded) -> None:
    """Codes are HMACs without a number or a time, and using one only takes a row away."""
    carded.installation.taking_part.begin(carded.codes[0], language="nl")

    with carded.installation.database.reading() as transaction:
        all_ = transaction.execute(select(single_use_code)).all()
        left = transaction.execute(select(unused_code)).all()
        scans = str(transaction.execute(text("SELECT * FROM scan")).all())
    assert {column.name for column in single_use_code.c} == {"hmac", "round_team_id"}
    assert len(left) == len(all_) - 1
    assert not any(code in f"{all_}{left}" for code in carded.codes)
    assert not any(row.hmac in scans for row in all_)


def test_posters_and_cards_are_wanted_when_a_round_opens_and_gone_when_it_closes(
    carded: Carded,
) -> None:
    own, installation = carded.round, carded.installation
    installation.make_all()
    made = {
        (each.part, each.language)
        for place, teams in ((poster, own.teams), (cards, own.teams[:1]))
        for team in teams
        for each in (place(own, team, "nl"), place(own, team, "en"))
    }
    assert stored(carded) == made
    sheet = installation.reports.made(cards(own, carded.north, "nl")) or b""
    assert all(code.encode() in sheet for code in carded.codes)

    with installation.database.changing() as transaction:
        close(transaction, own, installation.shelf, installation.day)

    assert not stored(carded) & made
    assert "unused_code" not in installation.rows(), "nor which codes were used"
    assert installation.taking_part.invitation(carded.codes[0]).round.closed
    of_all = 1
    assert installation.rows()["work"] == len(own.teams) + of_all, "the reports"


def stored(carded: Carded) -> set[tuple[str | None, str]]:
    with carded.installation.database.reading() as transaction:
        rows = transaction.execute(select(report.c.part, report.c.language)).all()
    return {(row.part, row.language) for row in rows}


def test_a_later_last_day_stands_on_the_posters(carded: Carded) -> None:
    installation, own = carded.installation, carded.round
    installation.make_all()
    later = own.closes + timedelta(days=7)

    installation.rounds.extend(ANNA, own.id, later)
    assert installation.reports.made(poster(own, carded.south, "nl")) is None, "an old one"
    installation.make_all()

    made = installation.reports.made(poster(own, carded.south, "nl")) or b""
    assert repr(later).encode() in made


def test_where_it_is_not_known_at_which_address_there_are_no_papers(
    carded: Carded,
) -> None:
    installation = carded.installation
    following = installation.rounds.next_round(ANNA, carded.round.id)
    assert [team.single_use for team in following.teams] == [True, False]
    before = installation.rows()["work"]

    installation.rounds.confirm(ANNA, following.id)

    assert installation.rows()["work"] == before


def test_what_could_not_be_made_is_made_once_more_when_asked_for(carded: Carded) -> None:
    installation, subject = carded.installation, poster(carded.round, carded.south, "nl")
    with installation.database.changing() as transaction:
        transaction.execute(work.update().values(failed=True))

    assert installation.reports.asked_anew(subject) == "failed"
    assert installation.reports.asked_anew(subject) == "wanted"


def test_a_team_can_be_too_large_for_cards(carded: Carded) -> None:
    installation = carded.installation
    large = TeamPlan(
        team=str(carded.north.team), size=MOST_CARDS + 1, answers={}, single_use=True
    )

    with pytest.raises(TooManyCardsError) as caught:
        installation.rounds.draft(ANNA, carded.round.organisation, plan(installation, large))
    assert caught.value.team == "Noord"


def test_two_who_begin_with_one_code_at_once_make_one_scan(carded: Carded) -> None:
    def begin(_: int) -> bool:
        try:
            carded.installation.taking_part.begin(carded.codes[0], language="nl")
        except UsedCodeError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        begun = list(pool.map(begin, range(8)))

    assert sum(begun) == 1
    assert carded.installation.rows()["scan"] == 1
