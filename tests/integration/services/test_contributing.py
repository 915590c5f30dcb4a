"""People on their own who let their result count: from when, together, and taking it back."""

from datetime import date
from fractions import Fraction

import pytest

from quickscan.domain.benchmark import NoBenchmark
from quickscan.domain.publishing import Published
from quickscan.services.contributing import OfRoundError
from quickscan.services.scan import Scan, ScanId
from quickscan.services.stored import NotFinishedError
from tests.integration.installation import LEADER, PAGE, PLACE, STATEMENTS, Installation
from tests.integration.services.sharing import Sharing

WETEN = PLACE[0]


def ticked(installation: Installation, count: int, answer: str = "ja") -> list[Scan]:
    """Finished scans of people who let them count."""
    made = []
    for _ in range(count):
        scan, code = installation.begin(naam="Samen")
        installation.scans.save(scan.id, PAGE, dict.fromkeys(STATEMENTS, answer), None)
        installation.scans.finish(scan.id)
        installation.contributing.tick(scan.id, counts=True)
        made.append(installation.scans.find(code))
    return made


def publish(installation: Installation) -> None:
    installation.wait(days=1)
    assert installation.publishing.refresh()


def test_from_thirty_people_on_there_is_a_middle_and_ones_own_place(
    installation: Installation,
) -> None:
    own = ticked(installation, 14)[0]
    ticked(installation, 15, "nee")
    publish(installation)
    found = installation.contributing.among(own).themes[WETEN]
    assert isinstance(found.shown, NoBenchmark)
    assert found.shown.needed == 1
    assert found.own == 100

    ticked(installation, 5)
    publish(installation)

    found = installation.contributing.among(own).themes[WETEN]
    assert found.shown == Published(
        number=34, quartiles=(Fraction(0), Fraction(100), Fraction(100))
    )
    assert found.place == Fraction(100 * (2 * 15 + 19), 2 * 34)


def test_fewer_than_five_wait_for_the_next_time(installation: Installation) -> None:
    """Else the figures before and after would tell what the one that came in between gave."""
    ticked(installation, 30)
    publish(installation)
    late = ticked(installation, 4)
    publish(installation)
    assert installation.contributing.state(late[0]).counted is None

    ticked(installation, 1)
    publish(installation)

    assert installation.contributing.state(late[0]).counted == installation.day


def test_before_it_counts_it_can_be_taken_back_or_deleted(installation: Installation) -> None:
    ticked(installation, 28)
    one, two = ticked(installation, 2)
    installation.contributing.tick(one.id, counts=False)
    installation.scans.delete(two.id)
    publish(installation)

    found = installation.contributing.among(one)
    assert not installation.contributing.state(one).is_ticked
    assert found.themes[WETEN].shown.needed == 2  # type: ignore[union-attr]


def test_what_counts_stays_when_the_scan_is_deleted_or_taken_back(
    installation: Installation,
) -> None:
    made = ticked(installation, 30)
    publish(installation)
    installation.contributing.tick(made[0].id, counts=False)
    installation.scans.delete(made[1].id)
    installation.wait(days=1)
    installation.publishing.refresh()

    assert installation.contributing.state(made[0]).counted is not None
    assert installation.contributing.among(made[0]).themes[WETEN].shown.number == 30  # type: ignore[union-attr]


def test_nobody_counts_twice_nor_longer_than_two_years(installation: Installation) -> None:
    own = ticked(installation, 30)[0]
    publish(installation)
    installation.scans.reopen(own.id)
    installation.scans.finish(own.id)
    installation.contributing.tick(own.id, counts=True)
    publish(installation)
    assert installation.contributing.among(own).themes[WETEN].shown.number == 30  # type: ignore[union-attr]

    installation.day = date(2028, 12, 1)
    installation.publishing.refresh()

    assert isinstance(installation.contributing.among(own).themes[WETEN].shown, NoBenchmark)


def test_only_a_finished_scan_on_its_own_can_count(installation: Installation) -> None:
    scan, _ = installation.begin(naam="Samen")
    with pytest.raises(NotFinishedError):
        installation.contributing.tick(scan.id, counts=True)
    Sharing(installation, "noord").measured(*("ja",) * 5)
    with installation.database.reading() as transaction:
        query = "SELECT id FROM scan WHERE round_team_id IS NOT NULL"
        own = transaction.exec_driver_sql(query).scalars().first()

    with pytest.raises(OfRoundError):
        installation.contributing.tick(ScanId(str(own)), counts=True)


def test_tallies_of_people_are_counted_again_while_all_are_there(
    installation: Installation,
) -> None:
    made = ticked(installation, 5)
    publish(installation)
    (found,) = installation.recounting.all()
    assert (str(found.outcome), found.name) == (
        "equal",
        f"klein/v1 {LEADER} {installation.day}",
    )

    installation.scans.delete(made[0].id)

    assert [str(own.outcome) for own in installation.recounting.all()] == ["frozen"]
