"""What docs/scoring.md says is what comes out: its tables are worked out from themselves."""

import re
from collections.abc import Sequence
from fractions import Fraction

from quickscan.cli.team_figures import as_json
from quickscan.config import PROJECT
from quickscan.domain.anonymity import SMALLEST_GROUP, Part, TeamParts, cut
from quickscan.domain.group_results import group_result, pool_result
from quickscan.domain.highlights import MANY, MOST
from quickscan.domain.reliability import (
    SMALLEST_POOL,
    alpha,
    covariances,
    do_groups_differ,
    omega,
)
from quickscan.domain.statistics import (
    AGREED_FROM,
    PARTLY_FROM,
    absolute_deviation,
    agreement,
    chance_variance,
    deviation,
    difference_interval,
    in_words,
    mean,
    mean_interval,
    mid_rank,
    quartiles,
    t_quantile,
    theme_agreement,
    variance,
)
from tests.builders import FASE, WETEN, assessed, rating
from tests.builders import questionnaire as build
from tests.documents import Document, numbers, printed, values

PAGE = Document("scoring.md")
NAMED = re.compile(r'docs/(\w+\.md),\s+"([^"]+)"')


def columns(table: Sequence[Sequence[str]]) -> list[list[int]]:
    """The answers per question, of a table with a row per person."""
    people = [[int(own) for own in row[1:]] for row in table if row[0].startswith("mens")]
    return [list(column) for column in zip(*people, strict=True)]


def by_name(table: Sequence[Sequence[str]]) -> dict[str, str]:
    return {name: cell for name, cell in table}  # noqa: C416  two cells, or it is an error


def test_every_heading_that_code_names_is_there():
    named = {
        (page, heading)
        for path in PROJECT.joinpath("quickscan").rglob("*.py")
        for page, heading in re.findall(
            r'docs/(\w+\.md),\s+"([^"]+)"', path.read_text("utf-8")
        )
    }

    assert {page for page, _ in named} == {"scoring.md", "anonymity.md"}
    assert all(heading in Document(page).headings for page, heading in named)


def test_the_table_of_the_worked_example_adds_up():
    table = PAGE.under("Een rekenvoorbeeld")
    rows = re.findall(r"^\| [a-f].*\| (\d*) *\| (\d*) *\|$", table, re.MULTILINE)
    earned, possible = (sum(int(n) for n in column if n) for column in zip(*rows, strict=True))

    assert len(rows) == 6
    assert f"**{earned}** | **{possible}**" in table
    exact = f"{100 * earned / possible}".replace(".", ",")
    assert f"{earned}/{possible} × 100 = {exact}" in PAGE.prose("Een rekenvoorbeeld")


def test_the_table_names_every_figure_that_is_printed():
    own = build(rating("q"))
    part = Part(team="a", role=None, people=(assessed(own, {"q": "0"}),) * SMALLEST_GROUP)
    team = TeamParts(team="a", size=None, parts=(part,))
    blocks = cut([team])
    result, pool = group_result(own, blocks), pool_result(own, blocks)
    found = as_json(own, {"a": result}, SMALLEST_GROUP, SMALLEST_GROUP, pool)
    group = found["groups"]["a"]
    figures = (group["themes"][FASE][WETEN], group["questions"]["q"])
    pooled = found["all"]["themes"][FASE][WETEN]
    told = {name for row in PAGE.tables("Cijfers van een groep")[0] for name in _names(row[1])}

    assert told | {"nearly_all"} == {name for each in (*figures, pooled) for name in each}
    assert "`nearly_all`" in PAGE.text


def _names(cell: str) -> list[str]:
    return re.findall(r"\w+", cell)


def test_the_steps_to_an_interval_come_out():
    text = PAGE.prose("Score, spreiding en marge")
    scores = values(text.split("Vijf scores: ")[1].split(". ")[0])
    steps = by_name(PAGE.tables("Score, spreiding en marge")[0])
    whole = numbers(steps["marge"]), mean_interval(scores)
    of_eight = numbers(steps["marge in een team van 8"]), mean_interval(scores, 8)

    assert len(scores) == 5
    assert steps["gemiddelde"] == printed(mean(scores), steps["gemiddelde"])
    assert steps["variantie"] == printed(variance(scores), steps["variantie"])
    assert steps["spreiding"] == printed(deviation(scores), steps["spreiding"])
    assert steps["t bij 4 vrijheidsgraden"] == printed(t_quantile(4), ",123456")
    for told, found in (whole, of_eight):
        assert found
        assert told == [printed(found.low, told[0]), printed(found.high, told[1])]


def test_the_agreement_of_every_row_comes_out():
    rows = PAGE.tables("Eens zijn over een vraag")[0]

    assert len(rows) == 3
    for chosen, a, *told in rows:
        positions, steps = [int(own) for own in numbers(chosen)], int(a)
        found = (
            variance(positions),
            chance_variance(steps),
            agreement(positions, steps),
            absolute_deviation(positions),
        )
        assert told == [printed(own, like) for own, like in zip(found, told, strict=True)]


def test_the_words_begin_where_the_page_says():
    agreed, partly, divided = PAGE.tables("Eens zijn over een vraag")[1]

    assert values(agreed[0]) == [AGREED_FROM]
    assert values(partly[0]) == [PARTLY_FROM, AGREED_FROM]
    assert values(divided[0]) == [PARTLY_FROM]
    assert [row[1] for row in (agreed, partly, divided)] == ["eens", "deels eens", "verdeeld"]


def test_the_agreement_on_a_theme_comes_out():
    table, grows = PAGE.tables("Eens zijn over een thema")
    answers, text = columns(table), PAGE.prose("Eens zijn over een thema")
    of_theme, of_questions = theme_agreement(answers, 5)
    spread = [variance(own) for own in answers]
    share = mean([own for own in spread if own]) / chance_variance(5)

    assert list(table[-1][1:]) == [printed(own, ",1") for own in spread]
    assert f"m = {printed(share, ',123456')}." in text
    assert f"`r*wg` = {printed(of_questions, ',123456')}" in text
    assert f"`r_wg(J)` = {printed(of_theme, ',1234')}." in text
    assert len(grows) == 3


def test_the_word_does_not_grow_with_the_number_of_questions():
    _, rows = PAGE.tables("Eens zijn over een thema")

    for many, *told in rows:
        of_theme, of_questions = theme_agreement([[2, 2, 2, 4, 4, 4]] * int(many), 5)
        assert of_theme is not None
        assert of_questions is not None
        numbers_ = [printed(of_questions, ",12"), printed(of_theme, ",12")]
        words = [in_words(own).replace("_", " ") for own in (of_questions, of_theme)]
        assert told == [*numbers_, *words]


def test_what_stands_out_begins_where_the_page_says():
    good, attention, *_ = (row[1] for row in PAGE.tables("Wat opvalt in een groep")[0])

    assert ("driekwart" in good, MOST) == (True, Fraction(3, 4))
    assert ("de helft" in attention, MANY) == (True, Fraction(1, 2))


def test_the_difference_of_two_groups_comes_out():
    rows = by_name(PAGE.tables("Verschil tussen twee groepen")[0])
    then, now = values(rows["toen"]), values(rows["nu"])
    found, told = difference_interval(now, then), numbers(rows["marge"])

    assert values(rows["verschil"]) == [mean(now) - mean(then)]
    assert found
    assert told == [printed(found.low, told[0]), printed(found.high, told[1])]


def test_the_place_among_others_comes_out():
    ((others, own, told, place),) = PAGE.tables("Plek tussen anderen")[0]

    assert tuple(values(told)) == quartiles(values(others))
    assert values(place) == [mid_rank(values(others), values(own)[0])]


def test_whether_teams_differ_comes_out():
    rows = by_name(PAGE.tables("Verschillen de teams?")[0])
    found = do_groups_differ([values(rows[team]) for team in "123"])

    assert found
    assert rows["k₀"] == printed(found.k0, rows["k₀"])
    assert rows["ICC(1)"] == printed(found.icc1, rows["ICC(1)"])
    assert rows["ICC(2)"] == printed(found.icc2, rows["ICC(2)"])


HEADING = "Alfa en omega: alleen voor onderzoek"


def test_alpha_and_why_there_is_no_omega_come_out():
    answers = columns(PAGE.tables(HEADING)[0])
    matrix = covariances(list(zip(*answers, strict=True)))

    assert matrix
    assert f"Alfa is hier {printed(alpha(matrix), ',123456')}." in PAGE.prose(HEADING)
    assert omega(matrix) is None
    assert SMALLEST_POOL == 100


def test_omega_comes_out():
    matrix = [[float(values(cell)[0]) for cell in row[1:]] for row in PAGE.tables(HEADING)[1]]

    assert f"= {printed(omega(matrix), ',123456')}." in PAGE.prose(HEADING)
