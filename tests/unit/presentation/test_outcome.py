from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from quickscan.definitions.files import decode, load
from quickscan.definitions.reader import read
from quickscan.domain.answers import Given
from quickscan.domain.assessment import assess
from quickscan.domain.ids import AdviceId, DimensionId, OptionId, QuestionId, RoleId, SectionId
from quickscan.domain.questionnaire import Scoring
from quickscan.domain.questions import RatingQuestion
from quickscan.presentation.outcome import (
    CellKind,
    MarkState,
    Outcome,
    Place,
    PlaceState,
    outcome,
)
from tests.builders import (
    assessed,
    choice,
    dimension,
    places,
    questionnaire,
    rating,
    when,
)
from tests.unit.presentation.examples import (
    FASE,
    FINISHED,
    STATEMENTS,
    answers,
    stoepgesprek,
    told,
)

EVERY = [id.replace("-", "_") for own in STATEMENTS.values() for id, _text, _factor in own]


def all_at(points: object) -> dict[str, Any]:
    return dict.fromkeys(EVERY, points)


def place(own: Outcome, id: str) -> Place:
    return next(each for each in own.places if each.id == id)


def test_the_example_of_the_design_comes_out():
    own = told()

    assert own.name == "Stoepgesprek"
    assert own.finished == "14 november 2026"
    assert own.role == "Ik geef leiding"
    assert [(p.title, p.words, p.band) for p in own.places] == [
        ("Ontwikkelen", "81 van 100", "Gaat goed"),
        ("Weten", "38 van 100", "Vraagt aandacht"),
        ("Begrijpen", "63 van 100", "Op weg"),
        ("Willen", "55 van 100", "Op weg"),
        ("Doen", "", "nog niet aan de orde"),
        ("Blijven doen", "", "nog niet aan de orde"),
    ]
    assert own.headline == (
        "Gaat goed: ontwikkelen. Op weg: begrijpen, willen en planmatig werken."
        " Vraagt aandacht: weten. Nog niet aan de orde: doen en blijven doen."
    )


# --- above the fold ---------------------------------------------------------------------


def test_what_goes_well_are_the_three_highest_statements():
    assert [line.id for line in told().strengths] == ["ow-speelt", "ow-werk", "be-handboek"]
    assert told().strengths_intro == ""


def test_what_can_be_better_are_the_first_three_advices_with_their_answers():
    found = [(own.title, own.reason.mark.label) for own in told().improvements if own.reason]

    assert found == [
        ("Zet taken en uren op één bladzijde", "Een begin"),
        ("Vertel elkaar waardoor het werkt", "Voor een deel"),
        ("Spreek een proeftijd van zes weken af", "Een begin"),
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            all_at(1) | {"be_uren": 2},
            (
                "Het verst zijn jullie met ‘Elke uitvoerder weet hoeveel uur per week"
                " Stoepgesprek vraagt’: voor een deel."
            ),
        ),
        (
            all_at(1),
            (
                "Het verst zijn jullie onder meer met ‘We proberen Stoepgesprek eerst op"
                " één plek uit’: een begin."
            ),
        ),
        (
            all_at(0),
            (
                "Jullie staan aan het begin: nog geen antwoord geeft punten. Vanaf hier kan"
                " het alleen vooruit."
            ),
        ),
        (
            all_at("weet-niet"),
            "Er is nog geen antwoord met punten. Kijk eerst wat er uit te zoeken is.",
        ),
        (all_at(None), "Er is nog geen antwoord met punten."),
    ],
)
def test_without_a_strong_statement_a_kind_sentence_names_the_best_there_is(changes, sentence):
    assert told(**changes).strengths == ()
    assert told(**changes).strengths_intro == sentence


def test_good_words_when_all_is_high():
    full = told(**all_at(4))
    high = told(**all_at(3))

    assert full.improvements == high.improvements == ()
    assert full.improvements_intro.startswith("Elk antwoord met punten is het hoogste")
    assert high.improvements_intro.startswith(
        "Alles wat een score heeft, staat al op ‘Gaat goed’"
    )


def test_all_high_with_an_advice_left_says_both():
    own = told(**(all_at(4) | {"be_uren": 2}))

    assert own.improvements_intro.endswith("Dit kan nog beter:")
    assert len(own.improvements) == 1


# --- the position -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "changes", "sentence"),
    [
        (
            "begrijpen",
            {},
            (
                "Je koos begrijpen. De laagste fase daarvoor is weten:"
                " 38 van 100, vraagt aandacht."
            ),
        ),
        ("ontwikkelen", {}, "Je koos ontwikkelen. Dat is de eerste fase."),
        (
            "weten",
            dict.fromkeys(("ow_plek", "ow_buurt", "ow_speelt", "ow_werk"), "weet-niet"),
            "Je koos weten. De fasen daarvoor hebben geen score.",
        ),
        (
            "begrijpen",
            all_at(2),
            (
                "Je koos begrijpen. De laagste fasen daarvoor zijn ontwikkelen en weten:"
                " 50 van 100, op weg."
            ),
        ),
        ("verschilt", {}, None),
    ],
)
def test_the_position_is_told_with_the_lowest_place_before_it(where, changes, sentence):
    assert told(huidige_fase=where, **changes).position_sentence == sentence


def test_where_people_are_is_marked():
    own = told()

    assert own.position == place(own, "begrijpen")
    assert [each.here for each in own.places] == [False, False, True, False, False, False]
    assert own.places[2].spoken == "Begrijpen, waar jullie nu zijn: 63 van 100, op weg."


# --- one place --------------------------------------------------------------------------


def test_a_place_has_the_very_numbers():
    own = place(told(), "begrijpen")

    assert own.summary == (
        "Twee stellingen gaan al goed, twee kunnen beter en één is uit te zoeken."
    )
    assert own.calculation == "10 gedeeld door 16 is 62,5 op 100, dus 63."
    assert own.earned_of_possible == "10 van 16"
    assert own.counted == "4 van 5"
    assert [line.points for line in own.lines] == [
        "4 van 4",
        "3 van 4",
        "2 van 4",
        "1 van 4",
        "",
    ]


@pytest.mark.parametrize(
    ("changes", "summary"),
    [
        (
            {"we_plan": 4, "we_collega": 4, "we_teams": 4, "we_huisarts": 4},
            "Alle vier de stellingen gaan al goed.",
        ),
        (
            {"we_plan": "nvt", "we_collega": "nvt", "we_teams": "nvt", "we_huisarts": 0},
            "Eén stelling kan beter en drie zijn niet van toepassing.",
        ),
        (
            {"we_plan": None, "we_collega": 3, "we_teams": "weet-niet", "we_huisarts": "nvt"},
            (
                "Eén stelling gaat al goed, één is uit te zoeken, één heeft geen antwoord en"
                " één is niet van toepassing."
            ),
        ),
    ],
)
def test_the_summary_of_a_place_counts_its_answers(changes, summary):
    assert place(told(**changes), "weten").summary == summary


def test_too_few_answers_say_how_many_are_needed():
    own = place(told(we_plan=None, we_collega=None, we_teams="weet-niet"), "weten")

    assert own.state is PlaceState.TOO_FEW
    assert own.band == "geen score, te weinig antwoorden"
    assert own.calculation == (
        "Meegeteld: één van de vier. Voor een score zijn er twee nodig."
    )


def test_a_place_that_does_not_apply_says_so():
    nvt = dict.fromkeys(("we_plan", "we_collega", "we_teams", "we_huisarts"), "nvt")

    assert place(told(**nvt), "weten").band == "niet van toepassing"


def test_a_score_just_below_a_band_explains_its_word():
    questionnaire = stoepgesprek()
    low, middle, high = questionnaire.bands
    shifted = replace(
        questionnaire, bands=(low, middle, replace(high, from_=Fraction(163, 2)))
    )
    own = outcome(assess(shifted, answers(), None), "nl", finished=FINISHED)
    up = replace(questionnaire, bands=(low, replace(middle, from_=Fraction(38)), high))
    other = outcome(assess(up, answers(), None), "nl", finished=FINISHED)

    assert place(own, "ontwikkelen").calculation.endswith("dus 81.")
    assert place(other, "weten").words == "38 van 100"
    assert place(other, "weten").band == "Vraagt aandacht"
    assert place(other, "weten").calculation.endswith(
        "Het woord hoort bij de precieze score, en die is lager dan 38."
    )


# --- advice -----------------------------------------------------------------------------


def test_at_most_two_advices_per_place_are_told_in_full():
    questionnaire = stoepgesprek()
    rules = tuple(
        replace(rule, id=AdviceId(f"{rule.id}-{n}"), title=rule.title)
        for n in range(3)
        for rule in questionnaire.advice
    )
    many = replace(questionnaire, advice=rules)
    own = outcome(assess(many, answers(), None), "nl", finished=FINISHED)

    assert [(p.id, len(p.advice), len(p.more)) for p in own.advised] == [
        ("begrijpen", 2, 4),
        ("willen", 2, 1),
        ("weten", 2, 4),
        ("ontwikkelen", 2, 1),
    ]


def test_an_advice_says_who_what_effort_and_source():
    own = told().advice[0]

    assert own.actor == "Teamleider"
    assert (own.effort_short, own.effort) == ("Klein", "Klein: hooguit een dagdeel")
    assert own.source == "NJi, Implementatie en borging"
    assert own.source_url == "https://www.nji.nl/"
    assert own.text.startswith("Wie vooraf weet hoeveel tijd Stoepgesprek vraagt")


def test_chosen_advice_that_no_longer_fires_is_left_out():
    assessment = assess(stoepgesprek(), answers(be_uren=4), None)
    chosen = [AdviceId("proeftijd"), AdviceId("uren")]
    own = outcome(assessment, "nl", finished=FINISHED, chosen=chosen)

    assert [advice.id for advice in own.chosen] == ["proeftijd"]


# --- the grid ---------------------------------------------------------------------------


def test_the_grid_says_why_a_cell_is_empty():
    grid = told().grid
    assert grid is not None
    begrijpen = grid.rows[2]

    assert grid.columns[0] == "Ontwikkelaars"
    assert [cell.kind for cell in begrijpen.cells] == [
        CellKind.NONE,
        CellKind.LINES,
        CellKind.LINES,
        CellKind.NO_SCORE,
        CellKind.LINES,
    ]
    assert begrijpen.cells[0].words == "geen stelling"
    assert begrijpen.cells[3].words == "geen score"
    assert grid.rows[4].whole == "nog niet aan de orde"


# --- what is left -----------------------------------------------------------------------


def test_what_is_not_known_comes_back_as_something_to_find_out():
    own = told()

    assert [line.id for line in own.find_out] == ["be-weg"]
    assert own.find_out_intro.endswith("Wie weet dit wel?")
    assert told(be_weg=2).find_out_intro == ""


def test_notes_stand_with_their_section_and_place_unless_it_is_not_asked():
    assessment = assess(stoepgesprek(), answers(), RoleId("organisatie"))
    notes = {
        SectionId("begrijpen"): " Ook ’s avonds? ",
        SectionId("doen"): "Niet nu.",
        SectionId("weten"): "  ",
    }
    own = outcome(assessment, "nl", finished=FINISHED, notes=notes)

    assert own.notes == (("Begrijpen", "Ook ’s avonds?"),)
    assert place(own, "begrijpen").notes == ("Ook ’s avonds?",)


def test_the_appendix_has_every_question_that_is_asked():
    titles = [title for title, _lines in told().all_lines]
    opening = told().all_lines[0][1]

    assert titles == [
        "Over jullie interventie",
        "Ontwikkelen",
        "Weten",
        "Begrijpen",
        "Willen",
        "Planmatig werken",
    ]
    assert [line.mark.label for line in opening] == ["Stoepgesprek", "Begrijpen"]
    assert {line.mark.state for line in opening} == {MarkState.GIVEN}


def test_other_dimensions_stand_apart():
    own = told()

    assert own.factors is not None
    assert own.factors.title == "Beïnvloedende factoren"
    assert [(other.title, other.places[0].words) for other in own.others] == [
        ("Planmatig werken", "56 van 100")
    ]


def test_a_dimension_of_the_same_statements_does_not_stand_apart():
    steps, ways = dimension("stap", "weten"), dimension("blik", "team")
    angles, plan = dimension("hoek", "geld"), dimension("plan", "doel")
    seen = {"stap": "weten", "blik": "team", "hoek": "geld"}
    own = outcome(
        assessed(
            questionnaire(
                rating("a", themes=places(**seen)),
                rating("b", themes=places(plan="doel")),
                dimensions=(steps, ways, angles, plan),
            ),
            {"a": "2", "b": "0"},
        ),
        "nl",
        finished=FINISHED,
    )

    assert own.factors is not None
    assert not own.factors.apart
    assert [(other.title, other.apart) for other in own.others] == [
        ("hoek", False),
        ("plan", True),
    ]
    assert own.headline == "Hoog: weten. Laag: doel."


def test_what_was_asked_is_told_where_nothing_of_the_main_dimension_was():
    own = outcome(
        assessed(
            questionnaire(
                choice("keuze", "ja", "nee"),
                rating("a", themes=places(fase="weten"), when=when("keuze", "ja")),
                rating("b", themes=places(basis="plan")),
                dimensions=(dimension("fase", "weten"), dimension("basis", "plan")),
            ),
            {"keuze": "nee", "b": "2"},
        ),
        "nl",
        finished=FINISHED,
    )

    assert own.main == "basis"
    assert own.headline == "Hoog: plan. Niet gevraagd: weten."


@pytest.mark.parametrize(("more", "called"), [({"ordered": True}, "stappen"), ({}, "thema’s")])
def test_only_people_who_say_where_they_are_have_phases(more, called):
    axis = dimension("fase", "weten", **more)
    own = questionnaire(rating("a", themes=places(fase="weten")), dimensions=(axis,))

    assert told().nouns == "fasen"
    assert outcome(assessed(own, {}), "nl", finished=FINISHED).nouns == called


def test_no_total_is_shown_unless_the_questionnaire_has_one():
    assert told().overall is None
    assert told().overall_words.startswith("Er is geen totaalcijfer.")

    questionnaire = replace(stoepgesprek(), scoring=Scoring(overall=FASE))
    own = outcome(assess(questionnaire, answers(), None), "nl", finished=FINISHED)

    assert own.overall == "59 van 100"
    assert own.overall_words == "Het gemiddelde is 59 van 100."


def test_the_key_has_the_words_of_the_scales_where_they_agree():
    assert [mark.label for mark in told().key] == [
        "nog niet",
        "een begin",
        "voor een deel",
        "grotendeels",
        "helemaal",
        "weet ik niet",
    ]


def test_the_key_speaks_of_points_where_a_statement_is_turned_round():
    questionnaire = stoepgesprek()
    sections = tuple(
        replace(section, questions=tuple(replace(q, reversed=True) for q in section.questions))
        if section.id == "weten"
        else section
        for section in questionnaire.sections
    )
    turned = replace(questionnaire, sections=sections)
    own = outcome(assess(turned, answers(), None), "nl", finished=FINISHED)

    assert own.key[0].label == "geen punten"


def test_the_bands_say_from_where_to_where():
    assert [(band.label, band.reach, band.fill) for band in told().bands] == [
        ("Vraagt aandacht", "0 tot 50", 0),
        ("Op weg", "50 tot 75", 0.5),
        ("Gaat goed", "75 of hoger", 1),
    ]


def test_how_it_was_calculated_names_the_points_and_what_is_needed():
    assert told().explanation == (
        "Elk antwoord geeft 0 tot 4 punten.",
        "We delen jullie punten door het hoogste aantal dat kon, en rekenen dat om naar 100.",
        "‘Weet ik niet’, ‘niet van toepassing’ en een overgeslagen stelling tellen niet mee.",
        (
            "Er is een score als minstens de helft van de stellingen een antwoord met punten"
            " heeft."
        ),
        "Bij ‘Beïnvloedende factoren’ zijn minstens drie antwoorden met punten nodig.",
        "Een halve ronden we naar boven af.",
    )


def test_not_everything_is_high_when_another_dimension_is_low():
    """The main dimension alone does not say that all is well."""
    path = Path("questionnaires/minder-discriminatie/v1.yaml")
    own = read(path, decode(path, load(path)))
    mixed: dict[QuestionId, Given] = {QuestionId("mechanismen"): (OptionId("inleving"),)}
    for question in own.questions.values():
        if isinstance(question, RatingQuestion):
            high = bool(question.theme(DimensionId("mechanisme")))
            mixed[question.id] = OptionId("helemaal" if high else "een-begin")

    words = outcome(assess(own, mixed, None), "nl", finished=FINISHED)

    assert words.places[0].band == "Gaat goed"
    assert words.improvements
    assert words.improvements_intro == ""
