"""Benchmarks: who counts, from when, and that pages read only what was published."""

from datetime import date
from fractions import Fraction
from threading import Thread

import pytest

from quickscan.domain.benchmark import NoBenchmark, Trait, WhyNoBenchmark
from quickscan.domain.publishing import Published
from quickscan.domain.traits import Sector
from quickscan.services.publication import last_date, next_date, period
from quickscan.services.round import Round
from quickscan.services.rounds import NoSuchRoundError, NotClosedError
from quickscan.storage import tallies
from tests.integration.installation import PLACE, Installation
from tests.integration.services.sharing import Sharing, put

HALF = ("ja",) * 5 + ("nee",) * 5
WETEN = PLACE[0]
QUARTERS = [{"0/1": 10 - share, "1/1": share} for share in range(2, 9)]
"""Counts of ten people each with two to eight of them in full: means from 20 to 80."""


def shown(own: Sharing, round_: Round, trait: Trait | None = None):
    found = own.installation.benchmarks.of_round(round_, own.organisation, trait)
    return found.roles[0].themes[WETEN]


@pytest.fixture
def north(installation: Installation) -> Sharing:
    return Sharing(installation, "noord")


# --- dates ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "last", "following"),
    [
        (date(2026, 11, 24), date(2026, 10, 1), date(2027, 1, 1)),
        (date(2027, 1, 1), date(2027, 1, 1), date(2027, 4, 1)),
        (date(2026, 6, 30), date(2026, 4, 1), date(2026, 7, 1)),
    ],
)
def test_the_fixed_dates_are_the_first_days_of_quarters(
    day: date, last: date, following: date
) -> None:
    assert (last_date(day), next_date(day)) == (last, following)


def test_a_publication_is_about_the_two_years_before_it() -> None:
    assert period(date(2027, 1, 1)) == (date(2025, 1, 1), date(2027, 1, 1))
    assert period(date(2028, 2, 29)) == (date(2026, 2, 28), date(2028, 2, 29))


# --- who counts -------------------------------------------------------------------------


def test_a_round_counts_from_the_next_date_on_and_not_before(north: Sharing) -> None:
    installation = north.installation
    for counts in QUARTERS[:4]:
        put(installation, counts)
    round_ = north.measured(*HALF)
    assert not installation.publishing.tend() or not installation.benchmarks.counted(round_)
    assert isinstance(shown(north, round_).shown, NoBenchmark)

    installation.day = date(2027, 1, 1)
    assert installation.publishing.tend()

    assert installation.benchmarks.counted(round_) == date(2027, 1, 1)
    found = shown(north, round_)
    assert found.shown == Published(
        number=5, quartiles=(Fraction(30), Fraction(40), Fraction(50)), is_rough=True
    )
    assert (found.mean, found.place) == (50, 80)


def test_what_is_not_shared_does_not_count_and_taking_it_back_counts_from_the_next_time(
    north: Sharing,
) -> None:
    installation = north.installation
    for counts in QUARTERS[:5]:
        put(installation, counts)
    round_ = north.measured(*HALF, shares=False)
    installation.publishing.refresh()
    assert shown(north, round_).place is None
    installation.rounds.share(north.email, round_.id, shares=True)
    installation.wait(days=1)
    installation.publishing.refresh()
    before = shown(north, round_)

    installation.rounds.share(north.email, round_.id, shares=False)

    assert shown(north, round_) == before
    assert installation.benchmarks.counted(round_) == installation.day
    installation.wait(days=1)
    installation.publishing.refresh()
    assert installation.benchmarks.counted(round_) is None
    assert shown(north, round_).shown.number == 5


def test_of_too_few_organisations_it_says_how_many_are_needed(north: Sharing) -> None:
    put(north.installation, QUARTERS[0])
    round_ = north.measured(*HALF)
    north.installation.publishing.refresh()

    assert shown(north, round_).shown == NoBenchmark(why=WhyNoBenchmark.TOO_FEW, needed=3)


def test_an_organisation_counts_once_with_all_its_rounds_of_two_years(north: Sharing) -> None:
    installation = north.installation
    long_ago = north.measured(*("nee",) * 10)
    installation.wait(days=2 * 365 + 1)
    for counts in QUARTERS[:4]:
        put(installation, counts)
    north.measured(*("ja",) * 10)
    last = north.measured(*("nee",) * 10)
    installation.publishing.refresh()

    assert installation.benchmarks.counted(long_ago) is None
    assert shown(north, last).mean == 50
    assert shown(north, last).shown.number == 5


def test_only_a_closed_round_of_ones_own_can_be_shared(north: Sharing) -> None:
    other = Sharing(north.installation, "ander")
    closed = north.measured(*HALF)
    following = north.installation.rounds.next_round(north.email, closed.id)

    with pytest.raises(NotClosedError):
        north.installation.rounds.share(north.email, following.id, shares=True)
    with pytest.raises(NoSuchRoundError):
        north.installation.rounds.share(other.email, closed.id, shares=True)


# --- publishing -------------------------------------------------------------------------


def test_two_workers_publish_once(installation: Installation) -> None:
    for counts in QUARTERS:
        put(installation, counts)
    done: list[bool] = []
    both = [Thread(target=lambda: done.append(installation.publishing.tend())) for _ in "ab"]
    for each in both:
        each.start()
    for each in both:
        each.join()

    assert sorted(done) == [False, True]
    assert not installation.publishing.tend()
    assert installation.rows()["publication"] == 1


def test_what_was_published_today_is_not_published_again(north: Sharing) -> None:
    assert north.installation.publishing.refresh()
    assert not north.installation.publishing.refresh()


def test_figures_are_rounded_to_five_while_fewer_than_five_organisations_changed(
    north: Sharing,
) -> None:
    """Else the middle before and after would tell what the one that came in between has."""
    installation = north.installation
    for _ in range(2):
        for share in range(1, 6):
            put(installation, {"0/1": 9 - share, "1/1": share})
    round_ = north.measured(*HALF, shares=False)
    found = []
    for new in (0, 1, 4):
        for _ in range(new):
            put(installation, {"0/1": 1, "1/1": 8})
        installation.wait(days=1)
        installation.publishing.refresh()
        found.append(shown(north, round_).shown)

    assert [own.is_rough for own in found] == [False, True, False]
    assert all(own % 5 == 0 for own in found[1].quartiles)


def test_from_thirty_organisations_on_ones_sector_can_be_chosen(north: Sharing) -> None:
    installation = north.installation
    for number in range(29):
        sector = Sector.CARE if number % 2 else Sector.YOUTH
        put(installation, QUARTERS[number % 7], sector=sector)
    round_ = north.measured(*HALF, shares=False)
    installation.organisations.tell(north.email, north.id, sector=Sector.CARE, size=None)
    installation.publishing.refresh()
    benchmarks = installation.benchmarks
    assert benchmarks.of_round(round_, north.organisation, Trait.SECTOR).offered == ()

    installation.rounds.share(north.email, round_.id, shares=True)
    installation.wait(days=1)
    installation.publishing.refresh()

    found = benchmarks.of_round(round_, north.organisation, Trait.SECTOR)
    assert found.part == (Trait.SECTOR, "zorg")
    assert found.organisations == 15
    assert found.roles[0].themes[WETEN].place is not None
    assert benchmarks.of_round(round_, north.organisation).organisations == 30


# --- counting again ---------------------------------------------------------------------


def outcomes(installation: Installation) -> list[str]:
    return [str(own.outcome) for own in installation.recounting.all()]


def test_tallies_are_what_the_answers_say_as_long_as_these_are_there(north: Sharing) -> None:
    north.measured(*HALF)
    assert outcomes(north.installation) == ["equal"]

    north.installation.wait(days=31)
    north.installation.taking_part.tend()

    assert outcomes(north.installation) == ["frozen"]


def test_a_tally_that_is_not_what_the_answers_say_is_named(north: Sharing) -> None:
    round_ = north.measured(*HALF)
    with north.installation.database.changing() as transaction:
        (kept,) = tallies.of_round(transaction, round_.id)
        transaction.exec_driver_sql("UPDATE tally SET earned = earned - 1")

    (found,) = north.installation.recounting.all()

    assert (str(found.outcome), found.name) == ("different", round_.id)
    assert found.themes == (f"{kept.role} {kept.dimension} {kept.theme}",)


def test_a_round_of_which_an_answer_was_deleted_is_frozen(north: Sharing) -> None:
    installation = north.installation
    north.measured(*HALF)
    with installation.database.changing() as transaction:
        transaction.exec_driver_sql("DELETE FROM scan WHERE id = (SELECT min(id) FROM scan)")

    assert outcomes(installation) == ["frozen"]
