"""Rounds: from a draft to figures that stay, and what nobody can see meanwhile."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quickscan.domain.anonymity import Detail
from quickscan.domain.ids import QuestionId, QuestionnaireId, RoleId
from quickscan.services.codes import MistypedCodeError
from quickscan.services.organisations import (
    NoSuchOrganisationError,
    NoSuchTeamError,
    Organisation,
    UnfitNameError,
)
from quickscan.services.planning import Plan, TeamPlan, UnfitSizeError
from quickscan.services.round import Round, RoundState
from quickscan.services.round_result import round_result
from quickscan.services.rounds import (
    FixedError,
    NoSuchRoundError,
    NotOpenError,
    NotReadyError,
    UnfitDaysError,
)
from quickscan.services.scan import Scan
from quickscan.services.stored import NoSuchScanError
from quickscan.services.storing import UnknownRoleError
from quickscan.services.taking_part import NoSuchInvitationError, NotOpenNowError
from quickscan.storage import organisations as stored_organisations
from tests.integration.installation import (
    ALL_YES,
    DOER,
    LEADER,
    PAGE,
    STATEMENTS,
    Installation,
)

ANNA, BOB = "anna@voorbeeld.example", "bob@voorbeeld.example"
PASSWORD = "een lange zin als wachtwoord"
NAME = QuestionId("naam")


class Measuring:
    """An installation with an organisation of two teams, and a plan to measure them."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.rounds, self.taking_part = installation.rounds, installation.taking_part
        for email in (ANNA, BOB):
            installation.accounts.add(email, PASSWORD, roles=frozenset())
        service = installation.organisations
        own = service.begin(ANNA, "Voorbeeld")
        self.north = service.add_team(ANNA, own.id, "Noord").id
        self.south = service.add_team(ANNA, own.id, "Zuid").id
        self.organisation: Organisation = service.load(ANNA, own.id)

    def plan(self, *, north: int = 8, south: int = 12, **more: object) -> Plan:
        day = self.installation.day
        own = Plan(
            name="Najaar",
            questionnaire=QuestionnaireId("klein"),
            opens=day,
            closes=day + timedelta(days=14),
            teams=(
                TeamPlan(team=self.north, size=north, role=DOER, answers={NAME: "Samen"}),
                TeamPlan(team=self.south, size=south, role=DOER, answers={}),
            ),
        )
        return replace(own, **more)  # type: ignore[arg-type]

    def draft(self, **more: object) -> Round:
        return self.rounds.draft(ANNA, self.organisation.id, self.plan(**more))  # type: ignore[arg-type]

    def opened(self, **more: object) -> Round:
        return self.rounds.confirm(ANNA, self.draft(**more).id)

    def code(self, round_: Round, team: str) -> str:
        return next(own.code for own in round_.teams if own.name == team)

    def take_part(self, round_: Round, team: str, answer: str = "ja") -> Scan:
        scan, _ = self.taking_part.begin(self.code(round_, team), language="nl")
        answers = dict.fromkeys(STATEMENTS, answer)
        self.installation.scans.save(scan.id, PAGE, answers, None)
        self.installation.scans.finish(scan.id)
        return scan

    def close(self, round_: Round) -> Round:
        return self.rounds.close(ANNA, round_.id)


@pytest.fixture
def measuring(installation: Installation) -> Measuring:
    return Measuring(installation)


# --- a draft ----------------------------------------------------------------------------


def test_a_draft_holds_what_was_planned_and_can_be_changed(measuring: Measuring) -> None:
    draft = measuring.draft(word="  Doe mee!\n")
    day = measuring.installation.day

    assert draft.state(day) is RoundState.DRAFT
    assert (draft.name, draft.word) == ("Najaar", "Doe mee!")
    assert [(own.name, own.size, own.role) for own in draft.teams] == [
        ("Noord", 8, DOER),
        ("Zuid", 12, DOER),
    ]
    assert draft.teams[0].answers == {NAME: "Samen"}
    changed = measuring.rounds.change(ANNA, draft.id, measuring.plan(north=4, name="Winter"))
    assert (changed.name, changed.teams[0].size) == ("Winter", 4)
    assert [own.code for own in changed.teams] == [own.code for own in draft.teams]
    assert [own.name for own in changed.too_small] == ["Noord"]
    measuring.rounds.discard(ANNA, draft.id)
    assert measuring.rounds.of(ANNA, measuring.organisation.id) == ()


def test_what_does_not_fit_is_refused(measuring: Measuring) -> None:
    day = measuring.installation.day
    team = measuring.plan().teams[0]
    for plan, error in (
        (measuring.plan(name=" "), UnfitNameError),
        (measuring.plan(closes=day - timedelta(days=1)), UnfitDaysError),
        (measuring.plan(closes=day + timedelta(days=400)), UnfitDaysError),
        (measuring.plan(teams=(replace(team, team="x"),)), NoSuchTeamError),
        (measuring.plan(teams=(replace(team, size=0),)), UnfitSizeError),
        (measuring.plan(teams=(replace(team, role=RoleId("x")),)), UnknownRoleError),
    ):
        with pytest.raises(error):
            measuring.rounds.draft(ANNA, measuring.organisation.id, plan)


def test_nobody_else_sees_or_touches_a_round(measuring: Measuring) -> None:
    draft = measuring.draft()

    with pytest.raises(NoSuchOrganisationError):
        measuring.rounds.draft(BOB, measuring.organisation.id, measuring.plan())
    for act in (measuring.rounds.load, measuring.rounds.discard, measuring.rounds.confirm):
        with pytest.raises(NoSuchRoundError):
            act(BOB, draft.id)
        with pytest.raises(NoSuchRoundError):
            act(ANNA, "x")


# --- open -------------------------------------------------------------------------------


def test_what_was_opened_does_not_change(measuring: Measuring) -> None:
    round_ = measuring.opened()

    assert round_.state(measuring.installation.day) is RoundState.OPEN
    with pytest.raises(FixedError):
        measuring.rounds.change(ANNA, round_.id, measuring.plan())
    with pytest.raises(FixedError):
        measuring.rounds.discard(ANNA, round_.id)
    with pytest.raises(FixedError):
        measuring.rounds.confirm(ANNA, round_.id)


def test_a_team_that_is_removed_stays_in_what_was_opened_and_leaves_drafts(
    measuring: Measuring,
) -> None:
    opened, draft = measuring.opened(), measuring.draft()
    north = next(own.team for own in draft.teams if own.name == "Noord")
    assert north is not None

    measuring.installation.organisations.remove_team(ANNA, measuring.organisation.id, north)

    names = [
        [own.name for own in measuring.rounds.load(ANNA, each.id).teams]
        for each in (opened, draft)
    ]
    assert names == [["Noord", "Zuid"], ["Zuid"]]


def test_a_round_without_teams_does_not_open(measuring: Measuring) -> None:
    draft = measuring.draft(teams=())

    with pytest.raises(NotReadyError):
        measuring.rounds.confirm(ANNA, draft.id)


def test_a_round_opens_on_its_day_and_ends_after_its_last(measuring: Measuring) -> None:
    day = measuring.installation.day
    round_ = measuring.opened(opens=day + timedelta(days=2))
    code = measuring.code(round_, "Noord")

    assert measuring.taking_part.invitation(code).state is RoundState.WAITING
    with pytest.raises(NotOpenNowError):
        measuring.taking_part.begin(code, language="nl")
    measuring.installation.wait(days=14)
    assert measuring.taking_part.begin(code, language="nl")
    measuring.installation.wait(days=1)
    with pytest.raises(NotOpenNowError):
        measuring.taking_part.begin(code, language="nl")


def test_the_last_day_may_be_later_and_never_sooner(measuring: Measuring) -> None:
    round_ = measuring.opened()
    scan, _ = measuring.taking_part.begin(measuring.code(round_, "Noord"), language="nl")

    with pytest.raises(UnfitDaysError):
        measuring.rounds.extend(ANNA, round_.id, round_.closes)
    later = measuring.rounds.extend(ANNA, round_.id, round_.closes + timedelta(days=60))

    measuring.installation.wait(days=70)
    assert later.state(measuring.installation.day) is RoundState.OPEN
    measuring.installation.scans.save(scan.id, PAGE, ALL_YES, None)
    measuring.close(later)
    with pytest.raises(NotOpenError):
        measuring.rounds.extend(ANNA, round_.id, round_.closes + timedelta(days=90))


def test_a_code_of_a_draft_or_of_nothing_invites_to_nothing(measuring: Measuring) -> None:
    draft = measuring.draft()

    with pytest.raises(NoSuchInvitationError):
        measuring.taking_part.invitation(measuring.code(draft, "Noord"))
    with pytest.raises(MistypedCodeError):
        measuring.taking_part.invitation("ABCD")


def test_who_takes_part_is_asked_nothing_that_is_known_of_the_team(
    measuring: Measuring,
) -> None:
    round_ = measuring.opened()

    scan, code = measuring.taking_part.begin(measuring.code(round_, "Noord"), language="en")
    again, _ = measuring.taking_part.begin(measuring.code(round_, "Noord"), language="en")

    assert (scan.role, scan.language, scan.answers) == (DOER, "en", {NAME: "Samen"})
    assert scan.id != again.id
    assert measuring.installation.scans.find(code).round_team == scan.round_team
    found = measuring.taking_part.of_scan(scan)
    assert found is not None
    assert (found.organisation, found.team.name) == ("Voorbeeld", "Noord")


def test_a_team_may_let_everyone_choose_their_role(measuring: Measuring) -> None:
    plan = measuring.plan()
    round_ = measuring.opened(teams=(replace(plan.teams[0], role=None),))

    scan, _ = measuring.taking_part.begin(
        measuring.code(round_, "Noord"), language="nl", role=LEADER
    )

    assert scan.role == LEADER


def test_all_scans_of_a_round_have_the_same_days(measuring: Measuring) -> None:
    round_ = measuring.opened()
    early = measuring.take_part(round_, "Noord")
    begun, code = measuring.taking_part.begin(measuring.code(round_, "Noord"), language="nl")
    measuring.installation.wait(days=9)
    late = measuring.take_part(round_, "Noord")
    measuring.installation.scans.save(begun.id, PAGE, ALL_YES, None)

    days = _rows(
        measuring, "SELECT started, finished, expires FROM scan WHERE finished IS NOT NULL"
    )
    assert len(days) == 2
    assert len(set(days)) == 1
    assert measuring.installation.scans.find(code).expires == begun.expires
    assert early.id != late.id


def test_while_it_is_open_nobody_sees_more_than_whether_there_is_enough(
    measuring: Measuring,
) -> None:
    round_ = measuring.opened()
    for _ in range(4):
        measuring.take_part(round_, "Noord")
    measuring.taking_part.tend()
    assert not any(own.has_enough for own in measuring.rounds.load(ANNA, round_.id).teams)
    measuring.take_part(round_, "Noord")
    measuring.taking_part.tend()
    assert not any(own.has_enough for own in measuring.rounds.load(ANNA, round_.id).teams)

    measuring.installation.wait(days=1)
    measuring.taking_part.tend()

    found = measuring.rounds.load(ANNA, round_.id)
    assert [own.has_enough for own in found.teams] == [True, False]
    assert round_result(found) is None


# --- closed -----------------------------------------------------------------------------


def test_a_closed_round_shows_blocks_and_never_changes(measuring: Measuring) -> None:
    round_ = measuring.opened()
    scans = [measuring.take_part(round_, "Noord", own) for own in ("ja", "nee") * 3]
    for _ in range(6):
        measuring.take_part(round_, "Zuid")

    closed = measuring.close(round_)

    result = round_result(closed)
    assert result is not None
    assert closed.state(measuring.installation.day) is RoundState.CLOSED
    assert [(len(own.teams), own.role, own.result.count) for own in result.blocks] == [
        (1, DOER, 6),
        (1, DOER, 6),
    ]
    (theme,) = result.blocks[0].result.themes.values()
    assert theme.detail is Detail.ROUGH
    assert theme.mean == 50
    assert [own.result.count for own in result.together] == [12]

    measuring.installation.scans.delete(scans[0].id)
    measuring.installation.scans.reopen(scans[1].id)
    assert round_result(measuring.rounds.load(ANNA, round_.id)) == result
    for act in (measuring.rounds.close, measuring.rounds.confirm, measuring.rounds.discard):
        with pytest.raises((NotOpenError, FixedError)):
            act(ANNA, round_.id)


def test_what_is_erased_before_the_last_day_does_not_count(measuring: Measuring) -> None:
    round_ = measuring.opened()
    scans = [measuring.take_part(round_, "Noord") for _ in range(5)]
    measuring.installation.scans.delete(scans[0].id)

    assert round_result(measuring.close(round_)).blocks == ()  # type: ignore[union-attr]


def test_teams_that_are_too_small_are_told_together(measuring: Measuring) -> None:
    round_ = measuring.opened(north=4, south=4)
    for _ in range(3):
        measuring.take_part(round_, "Noord")
        measuring.take_part(round_, "Zuid")

    result = round_result(measuring.close(round_))

    assert result is not None
    (block,) = result.blocks
    assert block.is_joined
    assert all(result.of_team(own.id) == (block,) for own in round_.teams)


def test_the_worker_closes_a_round_after_its_last_day(measuring: Measuring) -> None:
    round_ = measuring.opened()
    for _ in range(6):
        measuring.take_part(round_, "Noord")
    measuring.installation.wait(days=14)
    assert measuring.taking_part.tend() == 0
    measuring.installation.wait(days=1)
    found = measuring.rounds.load(ANNA, round_.id)
    assert found.state(measuring.installation.day) is RoundState.COUNTING

    assert measuring.taking_part.tend() == 1

    found = measuring.rounds.load(ANNA, round_.id)
    assert found.state(measuring.installation.day) is RoundState.CLOSED
    assert measuring.taking_part.tend() == 0


def test_what_is_finished_after_the_last_day_counts_for_no_team(measuring: Measuring) -> None:
    round_ = measuring.opened()
    for _ in range(4):
        measuring.take_part(round_, "Noord")
    late, code = measuring.taking_part.begin(measuring.code(round_, "Noord"), language="nl")
    measuring.installation.scans.save(late.id, PAGE, ALL_YES, None)
    measuring.installation.wait(days=15)
    measuring.installation.scans.finish(late.id)

    measuring.taking_part.tend()

    found = measuring.rounds.load(ANNA, round_.id)
    assert round_result(found).blocks == ()  # type: ignore[union-attr]
    own = measuring.installation.scans.find(code)
    assert (own.finished, own.round_team) == (measuring.installation.day, None)


def test_thirty_days_after_closing_no_scan_knows_its_team(measuring: Measuring) -> None:
    round_ = measuring.opened()
    scan = measuring.take_part(round_, "Noord")
    measuring.close(round_)

    measuring.installation.wait(days=30)
    measuring.taking_part.tend()
    assert _rows(measuring, "SELECT round_team_id FROM scan") == [(scan.round_team,)]
    measuring.installation.wait(days=1)
    measuring.taking_part.tend()

    assert _rows(measuring, "SELECT round_team_id FROM scan") == [(None,)]


def test_the_next_round_takes_everything_over(measuring: Measuring) -> None:
    round_ = measuring.close(measuring.opened(word="Doe mee"))
    measuring.installation.wait(days=200)

    following = measuring.rounds.next_round(ANNA, round_.id)

    assert following.state(measuring.installation.day) is RoundState.DRAFT
    assert (following.previous, following.name, following.word) == (
        round_.id,
        "Najaar",
        "Doe mee",
    )
    assert following.opens == measuring.installation.day
    assert following.closes - following.opens == round_.closes - round_.opens
    assert [(own.name, own.size, own.answers) for own in following.teams] == [
        (own.name, own.size, own.answers) for own in round_.teams
    ]
    assert {own.code for own in following.teams}.isdisjoint(own.code for own in round_.teams)


def test_a_coordinator_sees_no_round_that_opened_before_they_came(
    measuring: Measuring,
) -> None:
    before = measuring.opened()
    measuring.installation.wait(seconds=60)
    with measuring.installation.database.changing() as transaction:
        stored_organisations.add_coordinator(
            transaction,
            measuring.organisation.id,
            email=BOB,
            since=int(measuring.installation.seconds),
            teams=None,
        )
    measuring.installation.wait(seconds=60)
    after = measuring.opened()

    assert [own.id for own in measuring.rounds.of(BOB, measuring.organisation.id)] == [
        after.id
    ]
    with pytest.raises(NoSuchRoundError):
        measuring.rounds.load(BOB, before.id)
    with pytest.raises(NoSuchRoundError):
        measuring.rounds.close(BOB, before.id)


def test_a_coordinator_of_some_teams_sees_only_those_in_a_round(measuring: Measuring) -> None:
    with measuring.installation.database.changing() as transaction:
        stored_organisations.add_coordinator(
            transaction,
            measuring.organisation.id,
            email=BOB,
            since=0,
            teams=[measuring.north],
        )
    round_ = measuring.opened()

    assert [own.name for own in measuring.rounds.load(BOB, round_.id).teams] == ["Noord"]
    with pytest.raises(NoSuchRoundError):
        measuring.rounds.close(BOB, round_.id)


def test_an_organisation_s_round_goes_with_nothing_left_of_scans_team(
    measuring: Measuring,
) -> None:
    round_ = measuring.opened()
    scan = measuring.take_part(round_, "Noord")
    measuring.installation.scans.delete(scan.id)

    with pytest.raises(NoSuchScanError):
        measuring.installation.scans.load(scan.id, [])


def _rows(measuring: Measuring, query: str) -> list[tuple[object, ...]]:
    with measuring.installation.database.reading() as transaction:
        return [tuple(row) for row in transaction.exec_driver_sql(query).all()]
