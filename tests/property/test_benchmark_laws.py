"""The laws of the benchmark: tallies are the answers, and no few organisations are seen."""

from fractions import Fraction
from itertools import combinations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quickscan.domain.anonymity import Block
from quickscan.domain.assessment import assess
from quickscan.domain.benchmark import (
    FEWEST,
    PARTS_FROM,
    Benchmark,
    Standing,
    Trait,
    benchmark,
    parts_offered,
    standing,
)
from quickscan.domain.group_results import group_result
from quickscan.domain.ids import OptionId, QuestionId
from quickscan.domain.publishing import (
    Published,
    changed,
    is_precise,
    means_of,
    place_among,
    places,
    publish,
    publish_people,
)
from quickscan.domain.statistics import mid_rank, quartiles
from quickscan.domain.tallies import Tally, read_counts, tally
from tests.builders import FASE, WETEN, rating
from tests.builders import questionnaire as build

PLACE = (FASE, WETEN)
OWN = build(rating("p"), rating("q", weight=2), rating("r", weight=3))
QUESTIONS = tuple(QuestionId(own) for own in "pqr")
ROW = st.tuples(*[st.sampled_from(["0", "1", "2", "weet-niet"])] * 3)


def person(row):
    return assess(OWN, dict(zip(QUESTIONS, map(OptionId, row), strict=True)))


def block(rows):
    return Block(teams=("a",), role=None, people=tuple(map(person, rows)))


TEAMS = st.lists(st.lists(ROW, min_size=5, max_size=14), min_size=1, max_size=4)
"""The answers of teams, not yet their assessments: what fails is then short to read."""


# --- tallies ----------------------------------------------------------------------------


@given(TEAMS)
@settings(max_examples=50)
def test_what_a_tally_says_is_what_the_answers_say(teams):
    blocks = list(map(block, teams))
    scores = []
    for own in blocks:
        values = [each.themes[FASE][WETEN].value for each in own.people]
        known = [value for value in values if value is not None]
        scores += known if len(known) >= 5 else []

    found = tally(blocks, PLACE)

    assert found.people == len(scores)
    assert found.mean == (sum(scores, Fraction(0)) / len(scores) if scores else None)


@given(TEAMS, st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_tallies_that_are_kept_up_equal_those_counted_again_in_any_order(teams, dice):
    blocks = list(map(block, teams))
    kept = Tally()
    for own in blocks:
        kept += tally([own], PLACE)
    turned = list(blocks)
    dice.shuffle(turned)

    assert kept == tally(turned, PLACE)
    assert kept - tally(blocks[1:], PLACE) == tally(blocks[:1], PLACE)
    assert read_counts(kept.written()) == kept.counts


@given(TEAMS)
@settings(max_examples=50)
def test_a_tally_grows_with_the_possible_scores_and_not_with_the_people(teams):
    blocks = list(map(block, teams))
    once, often = tally(blocks, PLACE), tally(blocks * 20, PLACE)

    assert often.people == 20 * once.people
    assert often.written().keys() == once.written().keys()
    assert often.mean == once.mean


@given(TEAMS)
@settings(max_examples=50)
def test_an_organisation_stands_with_what_it_is_shown_itself(teams):
    blocks = list(map(block, teams))
    """So that nothing that is made of it can tell more about one of its blocks."""
    found, shown = standing("a", tally(blocks, PLACE)), group_result(OWN, blocks).themes[PLACE]

    assert (found.mean if found else None) == shown.mean
    assert (found.people if found else None) == shown.count


# --- organisations ----------------------------------------------------------------------


@st.composite
def references(draw):
    """Organisations of all sizes; a few are much larger than the others."""
    count = draw(st.integers(0, 12) | st.integers(28, 90))
    weights = draw(st.sampled_from([(1, 1, 1, 1), (6, 2, 1, 0), (9, 1, 0, 0)]))
    dice = draw(st.randoms(use_true_random=False))

    def one(number):
        sector = dice.choices(["een", "twee", "drie", None], weights)[0]
        size = dice.choices(["klein", "groot", None], weights[:3])[0]
        pairs = ((Trait.SECTOR, sector), (Trait.SIZE, size))
        return Standing(
            organisation=str(number),
            people=dice.choice([5, 8, 20, 20, 300]),
            mean=Fraction(dice.randint(0, 200), 2),
            classes=frozenset((trait, own) for trait, own in pairs if own),
        )

    return [one(number) for number in range(count)]


def keeps_the_rule(these):
    people = [own.people for own in these]
    return len(people) >= FEWEST and 2 * max(people) <= sum(people)


@given(references())
@settings(max_examples=200)
def test_no_few_organisations_are_seen_however_the_parts_are_added_and_subtracted(everyone):
    """Who is in the same shown parts cannot be told apart; there are five, none too large.

    Any set that follows from what is shown is made of such pieces.
    """
    offered = parts_offered(everyone)
    pieces: dict[tuple[bool, ...], list[Standing]] = {}
    for own in everyone:
        pieces.setdefault(tuple(part in own.classes for part in offered), []).append(own)

    assert not offered or len(everyone) >= PARTS_FROM
    if offered:
        assert all(map(keeps_the_rule, pieces.values()))


@given(references())
@settings(max_examples=200)
def test_of_two_parts_neither_what_they_share_nor_what_lies_outside_is_small(everyone):
    shown = [
        {own.organisation for own in everyone if part is None or part in own.classes}
        for part in (None, *parts_offered(everyone))
    ]
    of = {own.organisation: own for own in everyone}

    for one, other in combinations(shown if len(shown) > 1 else (), 2):
        for left in (one & other, one - other, other - one):
            assert not left or keeps_the_rule([of[name] for name in left])


@given(references())
@settings(max_examples=200)
def test_there_is_a_benchmark_exactly_where_the_rules_hold(everyone):
    offered = parts_offered(everyone)
    parts = {part for own in everyone for part in own.classes}

    assert isinstance(benchmark(everyone), Benchmark) == keeps_the_rule(everyone)
    for part in parts:
        assert isinstance(benchmark(everyone, part=part), Benchmark) == (part in offered)


@given(references())
@settings(max_examples=100)
def test_what_is_shown_lies_among_the_organisations_and_their_order_does_not_matter(everyone):
    assume(everyone)
    mine = everyone[0].organisation
    found = benchmark(everyone, own=mine)

    assert found == benchmark(everyone[::-1], own=mine)
    if isinstance(found, Benchmark):
        means = [own.mean for own in everyone]
        assert min(means) <= found.quartiles[0] <= found.quartiles[1]
        assert found.quartiles[1] <= found.quartiles[2] <= max(means)
        assert found.position is not None
        assert 0 < found.position < 100


@given(references(), st.integers(2, 50))
@settings(max_examples=100)
def test_how_many_took_part_changes_only_whether_anything_is_shown(everyone, times):
    more = [
        Standing(
            organisation=own.organisation,
            people=own.people * times,
            mean=own.mean,
            classes=own.classes,
        )
        for own in everyone
    ]

    assert benchmark(more) == benchmark(everyone)


# --- what is published ------------------------------------------------------------------

MEANS = st.lists(st.integers(0, 40).map(lambda own: Fraction(own, 2)), max_size=40)


@given(MEANS.filter(bool))
def test_places_of_all_at_once_are_the_mid_ranks_of_each(means):
    found = places(means)

    assert found == {own: mid_rank(means, own) for own in means}


@given(MEANS, MEANS)
def test_what_changed_is_the_same_both_ways_and_nothing_only_for_the_same(now, before):
    many = changed(now, before)

    assert many == changed(before, now)
    assert (many == 0) == (sorted(now) == sorted(before))
    assert many <= max(len(now), len(before))


@given(MEANS, st.lists(st.integers(0, 40).map(Fraction), max_size=4), st.data())
def test_two_precise_publications_never_differ_by_one_to_four_organisations(
    before, come, data
):
    """So whatever is worked out from them is about five at least."""
    gone = data.draw(st.integers(0, min(4, len(before))))
    now = [*before[gone:], *come]

    if is_precise(now, before):
        assert sorted(now) == sorted(before)


@given(references(), MEANS)
@settings(max_examples=100)
def test_what_is_published_is_the_benchmark_exact_or_rounded_to_five(everyone, before):
    exact, found = benchmark(everyone), publish(everyone, None, before)
    precise = is_precise(means_of(everyone, None), before)

    if not isinstance(exact, Benchmark):
        assert found == exact
        return
    assert isinstance(found, Published)
    assert found.is_rough is not precise
    for mine, theirs in zip(found.quartiles, exact.quartiles, strict=True):
        assert abs(mine - theirs) <= (0 if precise else Fraction(5, 2))
        assert precise or mine % 5 == 0


SHARES = st.lists(st.integers(0, 8).map(lambda own: Fraction(own, 8)), min_size=1, max_size=60)


@given(SHARES, st.integers(0, 16).map(lambda own: Fraction(own, 16)))
def test_people_on_their_own_are_shown_from_thirty_on_each_counting_once(shares, own):
    counted = Tally(counts={share: shares.count(share) for share in shares})
    found = publish_people(counted)

    assert isinstance(found, Published) == (len(shares) >= 30)
    if isinstance(found, Published):
        assert found.quartiles == quartiles([100 * share for share in shares])
    assert place_among(counted.counts, own) == mid_rank(shares, own)
