"""All teams of a closed round: beside each other, two at a time, and on paper."""

from datetime import timedelta

from sqlalchemy import update

from quickscan.services.clock import REAL
from quickscan.services.round_reports import whole_manuscript
from quickscan.storage import rounds
from quickscan.storage.tables import coordinator
from tests.integration.web.journeys import make_report
from tests.integration.web.rounds import ANNA, PASSWORD, Measuring, measuring
from tests.visitor import Visitor


def measured(app, north=6, south=6):
    """A closed round of two teams; the first answers higher."""
    round_ = measuring(app, sizes=(north + 1, south + 1))
    answered(round_, north, south)
    return round_


def answered(round_: Measuring, north: int, south: int) -> None:
    for team, number, options in (
        ("Noord", north, ("helemaal", "grotendeels")),
        ("Zuid", south, ("nog-niet", "een-begin")),
    ):
        for rank in range(number):
            round_.take_part(team, options[rank % 2])
    round_.close()


def page(round_: Measuring) -> str:
    return f"/organisatie/meting/{round_.round.id}/teams"


def test_teams_stand_beside_each_other_with_what_the_difference_says(app):
    round_ = measured(app)

    anna = round_.coordinator().get(page(round_))

    assert "Alle teams naast elkaar" in anna.text
    assert "te klein om toeval uit te sluiten" in anna.text
    assert "Alle teams samen" in anna.text
    assert "rond 90 van 100" in anna.text


def test_of_ten_and_more_a_difference_is_told_and_whether_it_may_be_chance(app):
    round_ = measured(app, 10, 11)

    anna = round_.coordinator().get(page(round_))

    assert "punten hoger" in anna.text
    turned = anna.get(f"{page(round_)}?een=1&ander=0")
    assert "punten lager" in turned.text


def test_two_teams_are_chosen_and_nonsense_is_the_first_two(app):
    round_ = measured(app)
    anna = round_.coordinator()

    first = anna.get(page(round_)).text
    assert anna.get(f"{page(round_)}?een=99&ander=x").text == first
    assert anna.get(f"{page(round_)}?een=0&ander=0").text == first


def test_a_team_with_too_few_is_named_and_nothing_else_is_told(app):
    round_ = measured(app, 6, 3)

    anna = round_.coordinator().get(page(round_))

    assert "Te weinig antwoorden om te tonen: Zuid." in anna.text
    assert "Twee teams naast elkaar" not in anna.text


def test_the_report_of_all_teams_is_made_by_the_worker(app):
    round_ = measured(app)
    anna = round_.coordinator().get(page(round_))

    assert anna.get(f"{page(round_)}/rapport-nl.pdf").status == 503
    make_report(anna)
    assert anna.get(f"{page(round_)}/rapport-nl.pdf").response.mimetype == "application/pdf"


def test_nobody_else_sees_all_teams(app, visitor):
    round_ = measured(app)
    other = measuring(app, email="bob@voorbeeld.example")

    assert visitor.get(page(round_)).address.startswith("/organisatie/aanmelden")
    bob = other.coordinator()
    assert bob.get(page(round_)).status == 404
    assert bob.get(f"{page(round_)}/rapport-nl.pdf").status == 404
    assert bob.post(f"{page(round_)}/rapport").status == 404


def test_an_open_round_shows_no_teams_beside_each_other(app):
    round_ = measuring(app)

    assert round_.coordinator().get(page(round_)).status == 404


# --- then and now -----------------------------------------------------------------------


def followed(app) -> Measuring:
    """Two rounds, both closed."""
    round_ = measured(app)
    following = round_.services.rounds.next_round(ANNA, round_.round.id)
    second = Measuring(app, round_.services.rounds.confirm(ANNA, following.id))
    answered(second, 6, 6)
    return second


def test_the_page_and_the_report_of_all_teams_have_then_and_now(app):
    round_ = followed(app)

    anna = round_.coordinator().get(page(round_))

    assert "Toen en nu" in anna.text
    earlier = round_.services.rounds.earlier(ANNA, round_.round)
    made = whole_manuscript(round_.round, "nl", earlier)
    assert made is not None
    assert made.changes is not None
    assert [name for name, _rows in made.changes.groups] == ["Noord", "Zuid"]


def later_coordinator(app, round_: Measuring) -> Visitor:
    """Someone who coordinates since after the first round opened, and before the second."""
    services, bob = round_.services, "bob@voorbeeld.example"
    services.accounts.add(bob, PASSWORD, roles=frozenset())
    invitation = services.inviting.invite(ANNA, round_.round.organisation, None)
    services.inviting.accept(bob, invitation.secret)
    with services.database.changing() as transaction:
        first, since = str(round_.round.previous), int(REAL.now())
        rounds.change(transaction, first, confirmed=since - 3600)
        rounds.change(transaction, round_.round.id, confirmed=since)
        first_one = update(coordinator).where(coordinator.c.email == ANNA)
        transaction.execute(first_one.values(since=0))
    return Measuring(app, round_.round, bob).coordinator()


def test_who_may_not_see_the_earlier_round_gets_a_report_without_it(app):
    round_ = followed(app)
    bob = later_coordinator(app, round_)

    assert "Toen en nu" in round_.coordinator().get(page(round_)).text
    assert "Toen en nu" not in bob.get(page(round_)).text
    with_it = round_.coordinator().get(f"{page(round_)}/rapport-nl.pdf")
    bob.get(f"{page(round_)}/rapport-nl.pdf")
    make_report(Visitor(app))
    with_it.get(f"{page(round_)}/rapport-nl.pdf")
    bob.get(f"{page(round_)}/rapport-nl.pdf")
    assert with_it.response.data != bob.response.data


def test_a_round_that_closed_later_is_not_earlier(app):
    """What a closed round shows never grows, so its page and its report stay the same."""
    round_ = followed(app)
    first = str(round_.round.previous)
    closed = round_.round.closed
    assert closed is not None
    with round_.services.database.changing() as transaction:
        rounds.change(transaction, first, closed=closed + timedelta(days=1))

    assert round_.services.rounds.earlier(ANNA, round_.round) is None
    assert "Toen en nu" not in round_.coordinator().get(page(round_)).text


def test_teams_of_one_role_each_are_named_without_it(app):
    """What people wrote in a team stands below its name, and never with their role."""
    round_ = measured(app)
    made = whole_manuscript(round_.round, "nl")

    assert made is not None
    assert {"Noord", "Zuid"} <= {group.name for group in made.groups}
