"""What docs/anonymity.md says of groups is what happens: its tables are worked out."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from fractions import Fraction
from itertools import product

import pytest

from quickscan.domain.anonymity import (
    EXACT_FROM,
    ROUGH_STEP,
    SMALLEST_GROUP,
    Detail,
    Part,
    TeamParts,
    Third,
    cut,
    detail,
    roughly,
    third_of,
)
from quickscan.domain.group_results import group_result
from quickscan.domain.ids import RoleId
from tests.builders import FASE, WETEN, assessed, option, rating
from tests.builders import questionnaire as build
from tests.documents import Document, numbers, values

PAGE = Document("anonymity.md")
IN_WORDS = {Detail.HIDDEN: "verborgen", Detail.ROUGH: "in grote lijnen", Detail.EXACT: "exact"}


def test_the_example_of_blocks_is_how_people_are_cut():
    asked, told = PAGE.tables("Blokken")
    parts: dict[tuple[str, int], list[Part[int]]] = defaultdict(list)
    for team, size, role, many in asked:
        people = tuple(range(int(many)))
        parts[team, int(size)].append(Part(team=team, role=RoleId(role), people=people))

    blocks = cut(
        [TeamParts(team=team, size=n, parts=tuple(own)) for (team, n), own in parts.items()]
    )

    assert sorted(tuple(row) for row in told) == sorted(
        (
            ", ".join(own.teams),
            str(own.role),
            str(len(own.people)),
            IN_WORDS[detail(len(own.people))],
        )
        for own in blocks
    )


def test_the_sums_that_would_tell_on_two_people_are_right():
    rows = PAGE.tables("Er valt niets af te trekken")[0]
    everyone, seven, left, known, other = (int(row[1]) for row in rows)
    (nine, *at), (most, *each) = ([int(own) for own in numbers(row[0])] for row in rows[:2])

    assert (everyone, seven) == (nine * at[-1], most * each[-1])
    assert numbers(rows[2][0]) == [str(nine - most)]
    assert numbers(rows[3][0]) == [str(known)]
    assert (left, other) == (everyone - seven, left - known)
    exact = f"{(17 * 48 - 12 * 50) / 5}".replace(".", ",")
    text = PAGE.prose("Er valt niets af te trekken")
    assert f"(17 × 48 − 12 × 50) ÷ 5 = {exact}." in text


def test_detail_grows_where_the_page_says():
    hidden, rough, exact = (
        [int(own) for own in numbers(row[0])]
        for row in PAGE.tables("Hoe meer mensen, hoe preciezer")[0]
    )

    assert hidden == [0, SMALLEST_GROUP - 1]
    assert rough == [SMALLEST_GROUP, EXACT_FROM - 1]
    assert exact == [EXACT_FROM]
    text = PAGE.prose("Hoe meer mensen, hoe preciezer")
    assert f"afgerond op {ROUGH_STEP}" in text
    assert "52,4 wordt 50 en 52,5 wordt 55" in text
    assert [roughly(Fraction(own)) for own in ("52.4", "52.5")] == [50, 55]


def test_a_scale_falls_apart_as_in_the_table():
    for steps, *told in PAGE.tables("Hoe meer mensen, hoe preciezer")[1]:
        options = tuple(option(str(own), own) for own in range(int(steps)))
        found = Counter(third_of(rating("q", options=options)).values())

        assert [int(own) for own in told] == [found[third] for third in Third]


# --- who skipped a question -------------------------------------------------------------

STEPS = tuple(option(str(own), own) for own in range(5))
NINE = EXACT_FROM - 1


def mean_with_one_who_skips(*gave: int, guarded: bool = True) -> Fraction:
    """The mean, as shown, of ten people of whom one gave these answers and skipped the last.

    Whatever that one gave, the others make up for it: 20 points on each question, 18 on the
    last. So what is told of the questions stays the same.
    """
    questions = [f"q{own}" for own in range(len(gave) + 1)]
    own = build(*(rating(question, options=STEPS) for question in questions))
    given = [*zip(*map(_of_nine, gave), strict=True)]
    nine = [assessed(own, _named(questions, (*row, 2))) for row in given]
    people = (*nine, assessed(own, _named(questions, gave)))
    part = Part(team="a", role=None, people=people)
    blocks = cut([TeamParts(team="a", size=None, parts=(part,))])
    found = group_result(own, blocks, guarded=guarded)
    mean = found.themes[FASE, WETEN].mean
    assert mean is not None
    return mean


def _of_nine(other: int) -> list[int]:
    """Nine answers that with this one are 20 points."""
    up = 1 if other < 2 else -1
    return [2 + up] * abs(2 - other) + [2] * (NINE - abs(2 - other))


def _named(questions: list[str], gave: Iterable[int]) -> dict[str, str]:
    return {question: str(own) for question, own in zip(questions, gave, strict=False)}


def test_on_two_questions_what_is_shown_does_not_tell_what_who_skipped_gave():
    (rows,) = PAGE.tables("Wat toch mogelijk blijft")

    assert [int(row[0]) for row in rows] == list(range(5))
    for gave, exact, shown in rows:
        assert values(exact) == [mean_with_one_who_skips(int(gave), guarded=False)]
        assert values(shown) == [mean_with_one_who_skips(int(gave))]


@pytest.mark.parametrize("questions", [1, 2, 3])
def test_whatever_one_gave_who_skipped_something_the_same_is_shown(questions):
    every = product(range(5), repeat=questions)

    assert len({mean_with_one_who_skips(*gave) for gave in every}) == 1
