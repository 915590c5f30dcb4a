"""A round to be read along: the link, the report of it, and what it is made of."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from quickscan.domain.ids import QuestionnaireId
from quickscan.services.along_telling import ALONG, NoSuchLinkError
from quickscan.services.planning import Plan, TeamPlan
from quickscan.services.reports import ReportState
from quickscan.services.round import Round
from quickscan.services.rounds import NoSuchRoundError
from quickscan.storage.tables import read_along, report
from tests.integration.installation import DOER, Installation

ANNA, BOB = (f"{name}@voorbeeld.example" for name in ("anna", "bob"))


@pytest.fixture
def draft(installation: Installation) -> Round:
    for email in (ANNA, BOB):
        installation.accounts.add(email, "een lange zin als wachtwoord", roles=frozenset())
    own = installation.organisations.begin(ANNA, "Voorbeeld")
    installation.organisations.add_team(ANNA, own.id, "Noord")
    return installation.rounds.draft(ANNA, own.id, plan(installation, own.id))


def plan(installation: Installation, organisation: str, word: str = "") -> Plan:
    own = installation.organisations.load(ANNA, organisation)
    return Plan(
        name="Najaar",
        questionnaire=QuestionnaireId("klein"),
        opens=installation.day,
        closes=installation.day + timedelta(days=14),
        word=word,
        teams=(TeamPlan(team=own.teams[0].id, size=8, role=DOER, answers={}),),
    )


def test_only_an_hmac_of_the_code_is_stored(installation: Installation, draft: Round) -> None:
    code = installation.reading_along.share(ANNA, draft.id)

    with installation.database.reading() as transaction:
        rows = transaction.execute(select(read_along)).all()
    assert len(rows) == 1
    assert code not in str(rows)
    assert installation.reading_along.code(ANNA, draft.id) == code
    assert installation.reading_along.look(code.lower()).round == draft


def test_a_link_that_was_withdrawn_opens_nothing(
    installation: Installation, draft: Round
) -> None:
    code = installation.reading_along.share(ANNA, draft.id)

    installation.reading_along.withdraw(ANNA, draft.id)
    installation.reading_along.withdraw(ANNA, draft.id)

    with pytest.raises(NoSuchLinkError):
        installation.reading_along.look(code)
    assert installation.reading_along.code(ANNA, draft.id) == ""


def test_it_is_for_who_arranges_the_round(installation: Installation, draft: Round) -> None:
    opened = installation.rounds.confirm(ANNA, draft.id)
    invited = installation.inviting.invite(ANNA, draft.organisation, None)
    installation.inviting.accept(BOB, invited.secret)

    for act in (
        installation.reading_along.share,
        installation.reading_along.code,
        installation.reading_along.withdraw,
    ):
        with pytest.raises(NoSuchRoundError):
            act(BOB, opened.id)
        with pytest.raises(NoSuchRoundError):
            act(ANNA, "weg")


def test_who_sees_the_figures_is_who_is_there_when_it_opens(
    installation: Installation, draft: Round
) -> None:
    code = installation.reading_along.share(ANNA, draft.id)
    assert _coordinators(installation, code) == 1
    invited = installation.inviting.invite(ANNA, draft.organisation, None)
    installation.inviting.accept(BOB, invited.secret)
    assert _coordinators(installation, code) == 2, "a draft is told as it is now"
    installation.organisations.remove_coordinator(ANNA, draft.organisation, BOB)
    installation.rounds.confirm(ANNA, draft.id)

    anew = installation.inviting.invite(ANNA, draft.organisation, None)
    installation.inviting.accept(BOB, anew.secret)

    assert _coordinators(installation, code) == 1


def _coordinators(installation: Installation, code: str) -> int:
    return installation.reading_along.look(code).told.teams[0].coordinators


def test_a_report_of_what_changed_is_made_anew_and_the_old_one_goes(
    installation: Installation, draft: Round
) -> None:
    along, reports = installation.reading_along, installation.reports
    code = along.share(ANNA, draft.id)
    before = along.subject(along.look(code), "nl")
    assert reports.asked_anew(before) is ReportState.NONE
    installation.make_all()
    english = along.subject(along.look(code), "en")
    reports.asked_anew(english)
    installation.make_all()
    assert reports.asked_anew(before) is ReportState.READY
    assert reports.asked_anew(along.subject(along.look(code), "nl")) is ReportState.READY

    changed = plan(installation, draft.organisation, word="Anders.")
    installation.rounds.change(ANNA, draft.id, changed)
    after = along.subject(along.look(code), "nl")

    assert after != before
    assert reports.asked_anew(after) is ReportState.NONE
    installation.make_all()
    assert b"Anders." in (reports.made(after) or b"")
    assert _parts(installation) == {after.part, english.part}, "English is for who asks"


def test_what_was_wanted_of_a_draft_as_it_was_is_not_printed(
    installation: Installation, draft: Round
) -> None:
    along = installation.reading_along
    code = along.share(ANNA, draft.id)
    installation.reports.asked_anew(along.subject(along.look(code), "nl"))
    changed = plan(installation, draft.organisation, word="Anders.")
    installation.rounds.change(ANNA, draft.id, changed)

    installation.make_all()

    assert _parts(installation) == set()
    assert "work" not in installation.rows()


def _parts(installation: Installation) -> set[str | None]:
    with installation.database.reading() as transaction:
        return set(
            transaction.execute(
                select(report.c.part).where(report.c.part.startswith(ALONG))
            ).scalars()
        )
