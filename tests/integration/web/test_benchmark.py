"""A round among organisations, and a scan on its own among others, over HTTP."""

from dataclasses import replace

import pytest

from quickscan.presentation.dates import today
from quickscan.storage import organisations, rounds, tallies
from quickscan.storage.database import new_id
from quickscan.storage.organisations import OrganisationRow
from quickscan.storage.rounds import RoundRow
from tests.integration.web.journeys import begin, finish
from tests.integration.web.rounds import Measuring, measuring
from tests.visitor import Visitor

BOB = "bob@voorbeeld.example"


@pytest.fixture
def closed(app) -> Measuring:
    """A closed round of five people of one team."""
    round_ = measuring(app)
    for option in ("grotendeels", "nog-niet", "helemaal", "grotendeels", "nog-niet"):
        round_.take_part(option=option)
    round_.close()
    return round_


def others(round_: Measuring, count: int, sector: str | None = None) -> None:
    """Put organisations among the rows that share a round with the same figures."""
    own = round_.round
    with round_.services.database.changing() as transaction:
        rows = tallies.of_round(transaction, own.id)
        for _ in range(count):
            whose, id = new_id(), new_id()
            row = OrganisationRow(id=whose, name="Ergens", minimum=5, created=today())
            organisations.add(transaction, row)
            organisations.change(transaction, whose, sector=sector)
            rounds.add(transaction, _closed(whose, id, own.questionnaire.version))
            tallies.add(transaction, [replace(row, round_id=id) for row in rows])


def _closed(organisation: str, id: str, version: int) -> RoundRow:
    return RoundRow(
        id=id,
        organisation_id=organisation,
        previous_id=None,
        name="Ergens",
        questionnaire="implementatie-quickscan",
        version=version,
        word="",
        minimum=5,
        opens=today(),
        closes=today(),
        confirmed=1,
        closed=today(),
        result={"blocks": [], "together": []},
        shares=True,
    )


def page_of(round_: Measuring) -> Visitor:
    """The page of the round, for who arranged it."""
    return round_.coordinator().get(f"/organisatie/meting/{round_.round.id}")


def press(visitor: Visitor, counts: str) -> Visitor:
    """Let the round on the page count, or not."""
    form = next(f for f in visitor.page.forms if f.action.endswith("/meetellen"))
    return visitor.post(form.action, {"telt": counts})


def publish(round_: Measuring) -> None:
    with round_.services.database.changing() as transaction:
        transaction.exec_driver_sql("DELETE FROM publication")
    assert round_.services.publishing.refresh()


# --- letting a round count --------------------------------------------------------------


def test_a_coordinator_lets_a_round_count_and_takes_it_back(closed):
    page = page_of(closed)
    assert "kunnen meetellen bij die van andere organisaties" in page.text

    press(page, "ja")
    assert "Deze meting telt mee vanaf" in page.text
    assert "Tot die dag kun je dat nog intrekken." in page.text
    press(page, "nee")
    assert "kunnen meetellen bij die van andere organisaties" in page.text
    press(page, "ja")
    publish(closed)
    page.get(page.address)
    assert "Deze meting telt mee in de stand van" in page.text
    press(page, "nee")

    assert "niet meer mee. In de stand van" in page.text


def test_of_too_few_organisations_the_page_says_how_many_are_needed(closed):
    others(closed, 2)
    page = press(page_of(closed), "ja")
    publish(closed)
    page.follow("Bekijk jullie tussen andere organisaties")

    assert "Te weinig organisaties: er zijn er nog 2 nodig." in page.text
    assert 'class="withheld"' in page.html
    assert "<svg" not in page.html.partition("<main")[2]


def test_from_five_on_it_shows_middle_half_place_number_and_period(closed):
    others(closed, 5)
    page = press(page_of(closed), "ja")
    publish(closed)
    page.follow("Bekijk jullie tussen andere organisaties")

    assert "Dit gaat over 6 organisaties" in page.text
    assert "metingen die sloten na" in page.text
    assert "in de middelste helft; plek 50 van 100" in page.text
    assert 'role="img"' in page.html
    assert page.get(page.link("Lees precies hoe we rekenen").href).status == 200
    assert 'id="anderen"' in page.html


def test_a_round_that_does_not_count_is_shown_without_a_place(closed):
    others(closed, 5)
    publish(closed)
    page = page_of(closed).follow("Bekijk jullie tussen andere organisaties")

    assert "Deze meting telt zelf niet mee, dus een plek is er niet." in page.text
    assert "in de middelste helft" in page.text
    assert "plek 50" not in page.text


def test_ones_sector_can_be_chosen_from_thirty_organisations_on(closed):
    page = closed.coordinator()
    organisation = page.address
    page.post(f"{organisation}kenmerken", {"sector": "zorg", "omvang": "10-49"})
    assert '<option value="zorg" selected>' in page.html
    others(closed, 10, "zorg")
    others(closed, 10, "jeugd")
    publish(closed)
    own = f"/organisatie/meting/{closed.round.id}/benchmark"
    assert "Nu zijn het er 20." in page.get(own).text
    assert "Vergelijk met" not in page.text
    others(closed, 10, "jeugd")
    publish(closed)

    assert "Dit gaat over 30 organisaties" in page.get(own).text
    page.follow("jullie sector: Zorg en gezondheid")
    assert "Dit gaat over 10 organisaties" in page.text


@pytest.mark.parametrize("sent", [{"sector": "x"}, {"omvang": "x"}])
def test_only_what_is_on_the_lists_can_be_told(closed, sent):
    page = closed.coordinator()

    assert page.post(f"{page.address}kenmerken", sent).status == 404


def test_before_the_first_publication_the_page_says_when_it_comes(closed):
    page = page_of(closed).follow("Bekijk jullie tussen andere organisaties")

    assert "Er is nog geen stand." in page.text
    assert 'class="empty"' in page.html


# --- who may ----------------------------------------------------------------------------


def test_what_is_anothers_looks_as_if_it_is_not_there(app, closed):
    other = measuring(app, email=BOB).coordinator()
    own = f"/organisatie/meting/{closed.round.id}"

    assert other.get(f"{own}/benchmark").status == 404
    assert other.post(f"{own}/meetellen", {"telt": "ja"}).status == 404
    assert other.post(f"/organisatie/{closed.round.organisation}/kenmerken").status == 404
    assert not closed.services.rounds.load(closed.email, closed.round.id).shares


def test_who_took_part_does_not_come_in_and_is_told_beforehand(app, closed):
    member = Visitor(app).get(f"/meedoen/{closed.code()}")
    assert "laten meetellen bij die van andere organisaties" in member.text

    member.get(f"/organisatie/meting/{closed.round.id}/benchmark")

    assert member.address == "/organisatie/aanmelden"


def test_a_round_that_is_open_can_not_be_shared_and_has_no_benchmark(app):
    round_ = measuring(app)
    page, own = round_.coordinator(), f"/organisatie/meting/{round_.round.id}"

    assert page.post(f"{own}/meetellen", {"telt": "ja"}).status == 409
    assert page.get(f"{own}/benchmark").status == 404


def test_a_round_that_shows_nothing_has_nothing_to_share(app):
    round_ = measuring(app)
    round_.take_part()
    round_.close()
    page = page_of(round_)

    assert "Tussen andere organisaties" not in page.text
    page.get(f"{page.address}/benchmark")
    assert page.status == 200


# --- people on their own ----------------------------------------------------------------


def test_who_fills_in_alone_ticks_that_it_counts_and_takes_it_back(visitor):
    own = finish(begin(visitor))
    assert "Mijn uitslag mag meetellen" in own.text
    form = next(f for f in own.page.forms if f.action.endswith("/meetellen"))
    assert "telt" not in form.fields, "off by default"

    own.post(form.action, {"telt": "ja"})
    assert 'value="ja" checked' in own.html
    own.post(form.action, {})
    assert 'value="ja" checked' not in own.html


def test_how_others_did_is_told_from_the_result(visitor):
    own = finish(begin(visitor)).follow("Zet jullie uitslag tussen die van anderen")
    assert "Er is nog geen stand." in own.text
    own.client.application.extensions["quickscan"].publishing.refresh()

    own.get(own.address)

    assert "Te weinig mensen: er zijn er nog 30 nodig." in own.text


def test_who_takes_part_with_a_team_does_not_count_alone(app):
    own = measuring(app).take_part()

    assert "Hoe deden anderen het?" not in own.text
    ref = own.address.split("/")[2]
    assert own.post(f"/scan/{ref}/meetellen", {"telt": "ja"}).status == 404
    assert own.get(f"/scan/{ref}/anderen").status == 404


def test_the_scan_of_another_looks_as_if_it_is_not_there(app, visitor):
    ref = finish(begin(visitor)).address.split("/")[2]
    other = Visitor(app)

    assert other.get(f"/scan/{ref}/anderen").status == 404
    assert other.post(f"/scan/{ref}/meetellen", {"telt": "ja"}).status == 404


def test_an_unfinished_scan_is_not_compared(visitor):
    ref = begin(visitor).address.split("/")[2]

    assert visitor.get(f"/scan/{ref}/anderen").address == f"/scan/{ref}/"
    assert visitor.post(f"/scan/{ref}/meetellen", {"telt": "ja"}).status == 409
