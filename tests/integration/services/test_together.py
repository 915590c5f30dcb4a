"""Filling in together, and teams joined into one, on both databases."""

from dataclasses import replace

import pytest

from quickscan.domain.answers import InvalidAnswerError, UnknownQuestionError
from quickscan.domain.ids import QuestionId
from quickscan.domain.own_questions import OWN_SECTION, OwnKind, OwnQuestion
from quickscan.services.answering import LONGEST_DISAGREEMENT, AloneError
from quickscan.services.codes import ReturnCode
from quickscan.services.organisations import NameTakenError, NoSuchTeamError
from quickscan.services.planning import TeamPlan, TeamTwiceError
from quickscan.services.round import JoinedTeam, Round
from quickscan.services.round_reports import team_manuscript, through_time
from quickscan.services.round_result import Earlier, round_result
from quickscan.services.scan import Scan
from quickscan.services.stored import FinishedError
from quickscan.storage import organisations as stored_organisations
from tests.integration.installation import DOER, STATEMENTS, Installation, questionnaire
from tests.integration.services.test_rounds import ANNA, BOB, Measuring

FIRST, SECOND = STATEMENTS[:2]


@pytest.fixture
def measuring(installation: Installation) -> Measuring:
    return Measuring(installation)


def begin(installation: Installation, *, together: bool = True) -> tuple[Scan, ReturnCode]:
    return installation.scans.begin(
        questionnaire(), role=DOER, language="nl", answers={}, together=together
    )


# --- answering --------------------------------------------------------------------------


def test_an_answer_and_what_people_disagree_on_are_kept_per_question(
    installation: Installation,
) -> None:
    scan, code = begin(installation)
    save = installation.scans.save_together

    save(scan.id, FIRST, {FIRST: "ja"}, "De een wel.\0")
    save(scan.id, SECOND, {SECOND: "nee"}, "")
    save(scan.id, FIRST, {}, "De ander niet.")

    now = installation.scans.find(code)
    assert (now.answers[FIRST], now.answers[SECOND]) == ("ja", "nee")
    assert now.disagreement == {FIRST: "De ander niet.", SECOND: ""}
    save(scan.id, FIRST, {}, None)
    assert installation.scans.load(scan.id, [code]).disagreement == {SECOND: ""}


def test_a_note_is_never_longer_than_it_may_be(installation: Installation) -> None:
    scan, code = begin(installation)

    installation.scans.save_together(scan.id, FIRST, {}, "x" * (LONGEST_DISAGREEMENT + 9))

    assert len(installation.scans.find(code).divided[FIRST]) == LONGEST_DISAGREEMENT


def test_what_does_not_fit_is_refused_and_so_is_a_scan_of_one(
    installation: Installation,
) -> None:
    scan, _ = begin(installation)
    alone, code = begin(installation, together=False)
    save = installation.scans.save_together

    with pytest.raises(UnknownQuestionError):
        save(scan.id, QuestionId("niets"), {}, "")
    with pytest.raises(InvalidAnswerError):
        save(scan.id, FIRST, {FIRST: "misschien"}, "")
    with pytest.raises(AloneError):
        save(alone.id, FIRST, {FIRST: "ja"}, "")
    assert installation.scans.find(code).disagreement is None


def test_a_finished_scan_takes_nothing_any_more_and_deleting_takes_all(
    installation: Installation,
) -> None:
    scan, _ = begin(installation)
    for id in STATEMENTS:
        installation.scans.save_together(scan.id, id, {id: "ja"}, "")
    installation.scans.finish(scan.id)

    with pytest.raises(FinishedError):
        installation.scans.save_together(scan.id, FIRST, {FIRST: "nee"}, None)
    installation.scans.delete(scan.id)
    assert "section" not in installation.rows()


def test_a_next_measurement_is_filled_in_together_too(installation: Installation) -> None:
    scan, _ = begin(installation)
    for id in STATEMENTS:
        installation.scans.save_together(scan.id, id, {id: "ja"}, None)
    installation.scans.finish(scan.id)

    following, _ = installation.scans.next_measurement(scan.id, "nl")

    assert (following.together, following.disagreement) == (True, {})


# --- in a round -------------------------------------------------------------------------


def with_teams(measuring: Measuring, *teams: TeamPlan) -> Round:
    plan = replace(measuring.plan(), teams=teams)
    draft = measuring.rounds.draft(ANNA, measuring.organisation.id, plan)
    return measuring.rounds.confirm(ANNA, draft.id)


def together(measuring: Measuring, size: int = 12) -> TeamPlan:
    return TeamPlan(team=measuring.south, size=size, role=DOER, answers={}, together=True)


def joined(measuring: Measuring, name: str = "Samen", **more: object) -> TeamPlan:
    both = (
        JoinedTeam(id=measuring.north, name="Noord", size=3),
        JoinedTeam(id=measuring.south, name="Zuid", size=4),
    )
    plan = TeamPlan(size=7, role=DOER, answers={}, name=name, joined=both)
    return replace(plan, **more)  # type: ignore[arg-type]


def test_what_a_team_fills_in_together_counts_in_no_block_and_never_as_enough(
    measuring: Measuring,
) -> None:
    round_ = with_teams(measuring, measuring.plan().teams[0], together(measuring))
    for _ in range(6):
        measuring.take_part(round_, "Noord")
        assert measuring.take_part(round_, "Zuid", "nee").together
    measuring.taking_part.tend()
    enough = {own.name: own.has_enough for own in measuring.rounds.load(ANNA, round_.id).teams}
    closed = measuring.close(round_)

    shown = round_result(closed)
    assert shown is not None
    north, south = closed.teams
    assert enough == {"Noord": True, "Zuid": False}
    assert [block.teams for block in shown.blocks] == [(north.id,)]
    assert shown.of_team(south.id) == ()
    assert team_manuscript(closed, south, "nl") is None
    own, of_round = 12, 2  # of everyone; of Noord and of all teams
    assert measuring.installation.rows()["work"] == own + of_round


def test_its_scan_is_erased_at_any_time_and_changes_no_figure(measuring: Measuring) -> None:
    round_ = with_teams(measuring, measuring.plan().teams[0], together(measuring))
    own = measuring.take_part(round_, "Zuid")
    for _ in range(6):
        measuring.take_part(round_, "Noord")
    before = measuring.close(round_).result

    measuring.installation.scans.delete(own.id)

    assert measuring.rounds.load(ANNA, round_.id).result == before


def test_joined_teams_are_one_block(measuring: Measuring) -> None:
    round_ = with_teams(measuring, joined(measuring))
    for _ in range(6):
        measuring.take_part(round_, "Samen")

    shown = round_result(measuring.close(round_))

    assert shown is not None
    assert [(block.population, block.result.count) for block in shown.blocks] == [(7, 6)]


def test_a_team_takes_part_once_and_a_joined_team_has_a_name_of_its_own(
    measuring: Measuring,
) -> None:
    other = JoinedTeam(id="x", name="Elders", size=3)
    for teams, error in (
        ((measuring.plan().teams[0], joined(measuring)), TeamTwiceError),
        ((joined(measuring, "Noord"),), NameTakenError),
        ((joined(measuring, joined=(other,)),), NoSuchTeamError),
        ((TeamPlan(size=5, answers={}),), NoSuchTeamError),
    ):
        with pytest.raises(error):
            with_teams(measuring, *teams)


def coordinate(measuring: Measuring, *teams: str) -> None:
    """Let Bob coordinate these teams, from the beginning."""
    with measuring.installation.database.changing() as transaction:
        stored_organisations.add_coordinator(
            transaction, measuring.organisation.id, email=BOB, since=0, teams=teams
        )


def test_who_has_only_some_of_the_joined_teams_sees_nothing_of_them(
    measuring: Measuring,
) -> None:
    coordinate(measuring, measuring.north)
    round_ = with_teams(measuring, joined(measuring))

    assert measuring.rounds.load(BOB, round_.id).teams == ()
    invitation = measuring.taking_part.invitation(measuring.code(round_, "Samen"))
    assert invitation.coordinators == 1
    measuring.installation.organisations.remove_team(
        ANNA, measuring.organisation.id, measuring.south
    )
    assert measuring.rounds.load(BOB, round_.id).teams == ()
    assert len(measuring.rounds.load(ANNA, round_.id).teams) == 1


def test_who_has_all_of_the_joined_teams_sees_them(measuring: Measuring) -> None:
    coordinate(measuring, measuring.north, measuring.south)
    round_ = with_teams(measuring, joined(measuring))

    assert [own.name for own in measuring.rounds.load(BOB, round_.id).teams] == ["Samen"]
    invitation = measuring.taking_part.invitation(measuring.code(round_, "Samen"))
    assert invitation.coordinators == 2


def test_only_the_same_teams_joined_are_compared_through_time(measuring: Measuring) -> None:
    def closed(*teams: TeamPlan) -> Round:
        round_ = with_teams(measuring, *teams)
        for _ in range(6):
            measuring.take_part(round_, round_.teams[0].name)
        return measuring.close(round_)

    def before(round_: Round) -> Earlier:
        return Earlier(round=round_, between=())

    first, second = closed(joined(measuring)), closed(joined(measuring, "Anders genoemd"))
    alone = closed(measuring.plan().teams[0])

    assert through_time(second, second.teams[0], before(first), "nl")
    assert not through_time(alone, alone.teams[0], before(first), "nl")
    assert not through_time(first, first.teams[0], before(alone), "nl")


def test_a_team_that_is_removed_takes_its_joined_team_out_of_the_drafts(
    measuring: Measuring,
) -> None:
    draft = measuring.draft(teams=(joined(measuring),))

    measuring.installation.organisations.remove_team(
        ANNA, measuring.organisation.id, measuring.south
    )

    assert measuring.rounds.load(ANNA, draft.id).teams == ()


def test_a_next_round_keeps_what_was_chosen_for_each_team(measuring: Measuring) -> None:
    round_ = measuring.close(with_teams(measuring, together(measuring, 4)))
    assert measuring.rounds.next_round(ANNA, round_.id).teams[0].together
    both = measuring.close(with_teams(measuring, joined(measuring)))

    (team,) = measuring.rounds.next_round(ANNA, both.id).teams
    assert (team.name, set(team.members)) == ("Samen", {measuring.north, measuring.south})
    measuring.installation.organisations.remove_team(
        ANNA, measuring.organisation.id, measuring.north
    )
    assert measuring.rounds.next_round(ANNA, both.id).teams == ()


def test_a_team_that_fills_in_together_is_not_asked_the_organisation_s_questions(
    measuring: Measuring,
) -> None:
    own = OwnQuestion(kind=OwnKind.RATING, words="We hebben genoeg tijd.")
    draft = measuring.rounds.draft(
        ANNA,
        measuring.organisation.id,
        replace(measuring.plan(), teams=(together(measuring),)),
    )
    measuring.rounds.ask(ANNA, draft.id, (own,))
    round_ = measuring.rounds.confirm(ANNA, draft.id)

    scan = measuring.take_part(round_, "Zuid")

    asked = scan.questionnaire
    assert round_.questionnaire.section(OWN_SECTION) is not None
    assert asked.section(OWN_SECTION) is None


def test_a_joined_team_goes_on_when_another_team_took_its_name(measuring: Measuring) -> None:
    closed = measuring.close(with_teams(measuring, joined(measuring)))
    measuring.installation.organisations.add_team(ANNA, measuring.organisation.id, "Samen")

    following = measuring.rounds.next_round(ANNA, closed.id)

    assert [team.name for team in following.teams] == ["Samen"]
