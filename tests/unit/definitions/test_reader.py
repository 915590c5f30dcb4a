from fractions import Fraction

import pytest

from quickscan.definitions.problems import QuestionnaireError
from quickscan.definitions.reader import examine, read
from quickscan.domain.conditions import (
    AllOf,
    AnyOf,
    Not,
    QuestionIs,
    QuestionIsNot,
    RoleIs,
    ThemeInBand,
)
from quickscan.domain.ids import BandId, OptionId, QuestionId, RoleId
from quickscan.domain.questionnaire import Minutes, Order, Position, Status
from quickscan.domain.questions import CountsAs, MultipleQuestion, RatingQuestion
from tests.builders import FASE, WETEN
from tests.unit.definitions.corpus import FOLDER
from tests.unit.definitions.writing import GOOD, written

A, NEE, LAAG, MAKER = QuestionId("a"), OptionId("nee"), BandId("laag"), RoleId("maker")


def read_one(*changes):
    return read("klein.yaml", written(*changes))


def codes(text):
    return [problem.code for problem in examine("klein.yaml", text).errors]


def test_what_may_be_left_out_has_a_default():
    own = read_one()
    rating, several, words, _number = own.questions.values()

    assert own.status is Status.CONCEPT
    assert own.scoring.minimum_answered == Fraction(1, 2)
    assert own.scoring.overall is None
    assert (own.dimensions[0].minimum_count, own.dimensions[0].ordered) == (1, False)
    assert (rating.weight, rating.reversed, rating.roles) == (1, False, ())
    assert rating.required
    assert not several.required
    assert not words.required


def test_a_choice_is_required_unless_it_says_otherwise():
    change = ("kind: multiple,", "kind: choice,")

    assert read_one(change).questions["m"].required
    assert (
        not read_one(change, ("text: Wat?", "required: false, text: Wat?"))
        .questions["m"]
        .required
    )


def test_an_option_without_points_counts_as_unknown():
    own = read_one(("{id: x, label: X}", "{id: x, label: X, counts_as: not_applicable}"))
    question = own.questions[QuestionId("m")]

    assert isinstance(question, MultipleQuestion)
    assert [o.counts_as for o in question.options] == [
        CountsAs.NOT_APPLICABLE,
        CountsAs.UNKNOWN,
    ]


def test_a_rating_has_the_options_of_its_scale():
    question = read_one().questions[A]

    assert isinstance(question, RatingQuestion)
    assert [option.points for option in question.options] == [0, 1]


@pytest.mark.parametrize("minutes", ["10", "[8, 12]", "[10, 10]"])
def test_minutes_are_a_number_or_two(minutes):
    numbers = [int(each) for each in minutes.strip("[]").split(",")]

    assert read_one(("minutes: 5", f"minutes: {minutes}")).minutes == Minutes(
        numbers[0], numbers[-1]
    )


@pytest.mark.parametrize(
    ("written_share", "share"),
    [
        ("1/2", Fraction(1, 2)),
        ("0.75", Fraction(3, 4)),
        ("0", 0),
        ("1", 1),
        ('"2/3"', Fraction(2, 3)),
    ],
)
def test_a_share_is_exact_however_it_is_written(written_share, share):
    own = read_one(("scoring: {}", f"scoring: {{minimum_answered: {written_share}}}"))

    assert own.scoring.minimum_answered == share


def test_a_band_can_start_at_a_fraction():
    assert read_one(("from: 50", "from: 66.6")).bands[1].from_ == Fraction(333, 5)


def test_sections_can_start_with_the_current_theme():
    own = read("position.yaml", (FOLDER / "position.yaml").read_text("utf-8"))

    assert own.dimensions[0].position == Position(
        question=QuestionId("nu"), ahead=1, order=Order.CURRENT_FIRST
    )


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("{question: a, is: [nee]}", QuestionIs(A, (NEE,))),
        ("{question: a, is_not: [nee]}", QuestionIsNot(A, (NEE,))),
        ("{theme: {fase: weten}, band: [laag]}", ThemeInBand(FASE, WETEN, (LAAG,))),
        ("{role: [maker]}", RoleIs((MAKER,))),
        ("{all: [{role: [maker]}]}", AllOf((RoleIs((MAKER,)),))),
        ("{any: [{role: [maker]}]}", AnyOf((RoleIs((MAKER,)),))),
        ("{not: {role: [maker]}}", Not(RoleIs((MAKER,)))),
    ],
)
def test_a_condition_has_one_of_seven_forms(condition, expected):
    own = read_one(("when: {question: a, is: [nee]}", f"when: {condition}"))

    assert own.advice[0].when == expected


def test_a_text_without_languages_is_in_the_default_language():
    own = read_one(("languages: [nl]", "languages: [en, nl]"), ("Klein\n", "Small\n"))

    assert own.title.versions == (("en", "Small"),)


def test_the_default_language_comes_first_however_it_is_written():
    own = read_one(
        ("languages: [nl]", "languages: [nl, en]"), ("title: Klein", "title: {en: B, nl: A}")
    )

    assert own.title.versions == (("nl", "A"), ("en", "B"))


def test_parts_may_stand_in_any_order():
    top, scales = GOOD.split("scales:\n")
    scales, rest = scales.split("dimensions:\n")

    turned = read("x", f"{top}dimensions:\n{rest}scales:\n{scales}")

    assert repr(turned) == repr(read("x", GOOD))


def test_a_text_keeps_its_paragraphs():
    own = read_one(("text: Begin nu.", "text: |\n      Begin nu.\n\n      Of straks."))

    assert own.advice[0].text.to("nl") == "Begin nu.\n\nOf straks."


@pytest.mark.parametrize(
    "text",
    [
        "5 < 6, en R&D ook",
        "<3 is een hart",
        "Lees <https://voorbeeld.nl> of [dit](https://voorbeeld.nl).",
        "Zo laat: 12:30",
        "Dit - of dat. #1",
        "{t} doet mee",
        "data: veel",
    ],
)
def test_an_ordinary_text_is_no_html_and_no_link(text):
    assert codes(written(("text: Begin nu.", f'text: "{text}"'))) == []


def test_all_that_is_wrong_is_said_not_only_the_first():
    text = written(
        ("minutes: 5", "minutes: vijf"),
        ("label: Ja}", "label: Yes}"),
        ("themes: {fase: weten}}", "themes: {fase: weten}, wieght: 2}"),
        ("from: 0", "from: 5"),
        ("effort: small", "effort: tiny"),
    )

    assert codes(text) == [
        "whole_wanted",
        "truth_as_text",
        "unknown_key",
        "bands_start",
        "unknown_word",
    ]


def test_problems_stand_in_the_order_of_the_file():
    text = written(("title: Klein", "title: 1"), ("effort: small", "effort: x"))
    places = [(p.line, p.column) for p in examine("x", text).errors]

    assert places == sorted(places)


BLOCKS = (
    "scales",
    "roles",
    "dimensions",
    "sections",
    "bands",
    "languages",
    "scoring",
    "title",
)


def without(block):
    """The text without the lines of one top-level key."""
    lines = GOOD.splitlines(keepends=True)
    start = next(i for i, line in enumerate(lines) if line.startswith(f"{block}:"))
    end = next(i for i in range(start + 1, len(lines)) if not lines[i].startswith(" "))
    return "".join(lines[:start] + lines[end:])


@pytest.mark.parametrize("block", [block for block in BLOCKS if block != "roles"])
def test_a_part_that_is_missing_is_one_problem(block):
    assert len(codes(without(block))) == 1


@pytest.mark.parametrize("block", BLOCKS)
def test_a_part_that_is_misspelt_is_one_problem(block):
    assert codes(written((f"\n{block}:", f"\n{block[:-1]}x:"))) == ["unknown_key"]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_part_that_is_empty_is_one_problem(block):
    assert len(codes(f"{without(block)}{block}:\n")) == 1


def test_names_of_what_the_file_has_none_of_are_said_once():
    text = written(("themes: {fase: weten}}", "themes: {fase: weten}, source: boek}"))
    text = written(("text: Wat?", "source: krant, text: Wat?"), text=text)

    assert codes(text) == ["no_names"]


def test_the_error_of_a_file_says_every_problem():
    with pytest.raises(QuestionnaireError, match=r"klein\.yaml:4:8: .*; ") as refusal:
        read("klein.yaml", written(("title: Klein", "title: no"), ("from: 0", "from: 1")))

    assert len(str(refusal.value).splitlines()) == len(refusal.value.problems) == 2
