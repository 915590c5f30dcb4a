"""One organisation among others: the numbers, and when there are none."""

from fractions import Fraction

import pytest

from quickscan.domain.anonymity import Block
from quickscan.domain.benchmark import (
    Benchmark,
    NoBenchmark,
    Standing,
    Trait,
    WhyNoBenchmark,
    benchmark,
    parts_offered,
    standing,
)
from quickscan.domain.tallies import Tally, TallyError, read_counts, tally
from tests.builders import FASE, WETEN, assessed, rating
from tests.builders import questionnaire as build

OWN = build(rating("q"))
MEANS = [42, 48, 50, 55, 55, 58, 61, 64, 70, 75]
CARE, CITY, SMALL = (Trait.SECTOR, "zorg"), (Trait.SECTOR, "gemeente"), (Trait.SIZE, "klein")


def organisations(*means, people=10, classes=(), start=0):
    """Organisations with these means, named by number."""
    return [
        Standing(
            organisation=str(number),
            people=people,
            mean=Fraction(mean),
            classes=frozenset(classes),
        )
        for number, mean in enumerate(means, start)
    ]


def many(count, *classes, start=0, people=10):
    return organisations(*range(count), people=people, classes=classes, start=start)


def block(given):
    people = tuple(assessed(OWN, {"q": own}) for own in given)
    return Block(teams=("a",), role=None, people=people)


def counted(*blocks, minimum=5):
    return tally([block(own) for own in blocks], (FASE, WETEN), minimum)


# --- tallies ----------------------------------------------------------------------------


def test_a_tally_counts_people_per_exact_score():
    found = counted("0001112222")

    assert found.written() == {"0/1": 3, "1/2": 3, "1/1": 4}
    assert found.people == 10
    assert found.mean == 55


def test_only_people_of_blocks_that_show_the_theme_are_counted():
    assert counted("0000", ["2", "2", "2", "2", "weet-niet"]) == Tally()
    assert counted("00000", minimum=6).mean is None
    assert counted("0000", "22222").people == 5


def test_a_tally_knows_how_many_are_in_blocks_that_show_nothing_exact():
    assert counted("00000", "2222222222").rough == 5


def test_tallies_of_rounds_are_added_and_taken_away_again():
    one, other = counted("00122"), counted("0001112222")

    assert (one + other).written() == {"0/1": 5, "1/2": 4, "1/1": 6}
    assert one + other - one == other
    assert one - one == Tally()


def test_more_cannot_be_taken_away_than_there_is():
    with pytest.raises(TallyError):
        counted("00122") - counted("0001112222")
    with pytest.raises(TallyError):
        counted("0001112222") - counted("00012", "00111")


def test_a_tally_is_written_and_read():
    found = counted("00122")

    assert read_counts(found.written()) == found.counts
    assert Tally(counts=read_counts({"11/16": 3, "0/1": 0})).mean == Fraction(1100, 16)


@pytest.mark.parametrize(
    "written", [{"2/4": 1}, {"2/4": 1, "1/2": 1}, {"half": 1}, {"1/0": 1}, {"3/2": 1}]
)
def test_what_is_no_tally_is_refused(written):
    with pytest.raises(TallyError):
        Tally(counts=read_counts(written))


# --- an organisation --------------------------------------------------------------------


def test_an_organisation_stands_with_the_mean_of_its_people_not_of_its_teams():
    found = standing("a", counted("0000000000", "11111222222222"))

    assert found is not None
    assert found.people == 24
    assert found.mean == Fraction(50 * 5 + 100 * 9, 24)


def test_an_organisation_with_a_small_team_stands_with_the_rounded_mean_it_may_see_itself():
    """Else a median that is its own mean would tell it the exact mean of that small team."""
    found = standing("a", counted("0000000000", "11222"))

    assert found is not None
    assert found.mean == 25
    assert counted("0000000000", "11222").mean == Fraction(400, 15)


def test_where_a_few_skipped_a_question_it_is_the_mean_of_all_answers_rounded():
    """The mean of people's scores would tell what they gave: two have 0 of 2, ten 3 of 4."""
    two = build(rating("q"), rating("r"))
    full = [assessed(two, {"q": "1", "r": "2"})] * 10
    partly = [assessed(two, {"q": "0"})] * 2
    own = tally([Block(teams=("a",), role=None, people=(*full, *partly))], (FASE, WETEN))

    assert own.mean == Fraction(75 * 10, 12)
    assert own.shown == 70
    assert Fraction(100 * own.earned, own.possible) == Fraction(3000, 44)


def test_where_all_but_one_have_the_same_it_is_rounded_as_they_see_it_themselves():
    """Else the exact mean would tell what that one has."""
    found = standing("a", counted("2" * 19 + "1"))

    assert found is not None
    assert found.mean == 100
    assert counted("2" * 19 + "1").mean == Fraction(195, 2)


def test_an_organisation_that_shows_nothing_does_not_count():
    assert standing("a", counted("0000")) is None


# --- the whole --------------------------------------------------------------------------


def test_quartiles_and_position_are_those_of_the_worked_example():
    assert benchmark(organisations(*MEANS), own="3") == Benchmark(
        organisations=10,
        quartiles=(Fraction("51.25"), Fraction("56.5"), Fraction("63.25")),
        position=Fraction(40),
    )


def test_every_organisation_counts_once_however_many_took_part():
    few = organisations(*MEANS)
    one_large = [*organisations(MEANS[0], people=80), *organisations(*MEANS[1:], start=1)]

    assert benchmark(few) == benchmark(one_large)


def test_who_is_not_in_it_has_no_position():
    found = benchmark(organisations(*MEANS), own="elsewhere")

    assert isinstance(found, Benchmark)
    assert found.position is None


@pytest.mark.parametrize(("count", "needed"), [(0, 5), (3, 2), (4, 1)])
def test_of_fewer_than_five_organisations_nothing_is_shown_but_how_many_are_needed(
    count, needed
):
    assert benchmark(many(count)) == NoBenchmark(why=WhyNoBenchmark.TOO_FEW, needed=needed)


@pytest.mark.parametrize(("people", "shown"), [(40, True), (41, False)])
def test_no_organisation_has_more_than_half_of_the_scans(people, shown):
    found = benchmark([*many(1, people=people), *many(4, start=1)])

    assert isinstance(found, Benchmark) is shown
    if not shown:
        assert found == NoBenchmark(why=WhyNoBenchmark.ONE_TOO_LARGE, needed=1)


# --- a part -----------------------------------------------------------------------------


def test_from_thirty_organisations_on_a_part_may_be_chosen():
    everyone = [*many(15, CARE), *many(15, CITY, start=15)]
    found = benchmark(everyone, own="0", part=CARE)

    assert parts_offered(everyone) == (CITY, CARE)
    assert isinstance(found, Benchmark)
    assert found.organisations == 15
    assert found.position == Fraction(100, 30)


def test_a_part_of_fewer_than_thirty_is_not_shown():
    everyone = [*many(15, CARE), *many(14, CITY, start=15)]

    assert parts_offered(everyone) == ()
    assert benchmark(everyone, part=CARE) == NoBenchmark(
        why=WhyNoBenchmark.TOO_FEW_FOR_PARTS, needed=1
    )


def test_a_part_keeps_the_rules_of_the_whole():
    few = [*many(3, CARE), *many(27, CITY, start=3)]
    large = [*many(1, CARE, people=60), *many(5, CARE, start=1), *many(24, CITY, start=6)]

    assert benchmark(few, part=CARE) == NoBenchmark(why=WhyNoBenchmark.TOO_FEW, needed=2)
    assert benchmark(large, part=CARE) == NoBenchmark(
        why=WhyNoBenchmark.ONE_TOO_LARGE, needed=1
    )


def test_a_part_is_not_shown_where_the_rest_would_be_seen_by_subtracting():
    everyone = [*many(27, CARE), *many(3, CITY, start=27)]

    assert parts_offered(everyone) == ()
    assert benchmark(everyone, part=CARE) == NoBenchmark(
        why=WhyNoBenchmark.SHOWS_OTHERS, needed=1
    )


def test_two_parts_are_not_shown_where_what_neither_holds_would_be_seen():
    third = (Trait.SECTOR, "overig")
    everyone = [
        *many(14, CARE),
        *many(13, CITY, start=14),
        *many(3, third, start=27),
    ]

    assert parts_offered(everyone) == (CARE,)


def test_a_size_is_not_shown_where_it_would_tell_a_few_of_a_sector():
    apart = [*many(20, CARE), *many(2, CARE, SMALL, start=20), *many(18, CITY, start=22)]
    enough = [*many(20, CARE), *many(5, CARE, SMALL, start=20), *many(18, CITY, start=25)]

    assert parts_offered(apart) == (CARE, CITY)
    assert parts_offered(enough) == (CARE, CITY, SMALL)


def test_a_part_that_nobody_has_needs_five():
    assert benchmark(many(30), part=CARE) == NoBenchmark(why=WhyNoBenchmark.TOO_FEW, needed=5)
