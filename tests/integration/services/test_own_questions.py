"""What an organisation asks itself in a round: drafted, fixed, asked, shown, and forgotten."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from quickscan.domain.anonymity import Detail, ShownQuestion, ShownTexts
from quickscan.domain.ids import QuestionId, RoleId
from quickscan.domain.own_questions import OWN_SECTION, OwnKind, OwnQuestion, own_section
from quickscan.services.own_questions import (
    Fault,
    TooManyQuestionsError,
    UnfitQuestionError,
)
from quickscan.services.round import Round
from quickscan.services.round_result import RoundResult, round_result
from quickscan.services.rounds import FixedError, NoSuchRoundError
from quickscan.storage.tables import round_, section
from tests.integration.installation import DOER, LEADER, PAGE, STATEMENTS, Installation
from tests.integration.services.test_rounds import ANNA, BOB, Measuring

RATING = OwnQuestion(kind=OwnKind.RATING, words="We hebben genoeg tijd.")
CHOICE = OwnQuestion(kind=OwnKind.CHOICE, words="Wat eerst?", options=("Scholing", "Rust"))
TEXT = OwnQuestion(kind=OwnKind.TEXT, words="Wat mis je?", switched_on=True)
FIRST, SECOND, THIRD = (QuestionId(f"eigen_{number}") for number in (1, 2, 3))
ALL = (RATING, CHOICE, TEXT)


@pytest.fixture
def measuring(installation: Installation) -> Measuring:
    return Measuring(installation)


def asking(
    measuring: Measuring, *own: OwnQuestion, north: int = 12, role: RoleId | None = DOER
) -> Round:
    """A round that is open and asks these questions."""
    plan = measuring.plan(north=north)
    teams = tuple(replace(each, role=role) for each in plan.teams)
    draft = measuring.draft(north=north, teams=teams)
    measuring.rounds.ask(ANNA, draft.id, own or ALL)
    return measuring.rounds.confirm(ANNA, draft.id)


def answer(
    measuring: Measuring, round_: Round, *, role: RoleId | None = None, **own: str
) -> str:
    """Someone of team Noord takes part, answers and finishes; return their code."""
    code = measuring.code(round_, "Noord")
    scan, own_code = measuring.taking_part.begin(code, language="nl", role=role)
    scans = measuring.installation.scans
    scans.save(scan.id, PAGE, dict.fromkeys(STATEMENTS, "ja"), None)
    scans.save(scan.id, OWN_SECTION, {QuestionId(id): each for id, each in own.items()}, None)
    scans.finish(scan.id)
    return own_code


def texts(measuring: Measuring, round_: Round) -> ShownTexts:
    """What is shown, after closing, of what team Noord wrote."""
    return shown(measuring, round_).blocks[0].result.texts[FIRST]


def shown(measuring: Measuring, round_: Round) -> RoundResult:
    found = round_result(measuring.close(round_))
    assert found is not None
    return found


# --- a draft ----------------------------------------------------------------------------


def test_a_draft_asks_what_was_written_tidied_and_in_that_order(measuring: Measuring) -> None:
    draft = measuring.draft()
    wanted = (
        TEXT,
        replace(CHOICE, words=" Wat \n eerst? ", options=(" Scholing", "", "Rust")),
    )

    asked = measuring.rounds.ask(ANNA, draft.id, wanted)

    assert asked.own_questions == (TEXT, CHOICE)
    own = own_section(asked.questionnaire)
    assert own is not None
    assert [(each.id, each.required) for each in own.questions] == [
        (FIRST, False),
        (SECOND, False),
    ]
    assert own.title.to("nl") == "Vragen van Voorbeeld"
    assert own.title.to("en") == "Questions from Voorbeeld"
    assert own.questions[1].text.to("en") == "Wat eerst?"
    assert measuring.rounds.ask(ANNA, draft.id, ()).own is None


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        (replace(RATING, words=" "), Fault.NO_WORDS),
        (replace(RATING, words="x" * 301), Fault.LONG_WORDS),
        (replace(RATING, words="Werkt {naam}?"), Fault.BRACES),
        (replace(CHOICE, options=("Ja", " ")), Fault.FEW_OPTIONS),
        (replace(CHOICE, options=tuple("abcdefghi")), Fault.MANY_OPTIONS),
        (replace(CHOICE, options=("Ja", "x" * 81)), Fault.LONG_OPTION),
        (replace(CHOICE, options=("Ja", "ja")), Fault.SAME_OPTIONS),
        (replace(CHOICE, options=("Ja", "{naam}")), Fault.BRACES_IN_OPTION),
        (replace(TEXT, switched_on=False), Fault.NOT_SWITCHED_ON),
    ],
)
def test_what_cannot_be_asked_is_refused(
    measuring: Measuring, question: OwnQuestion, fault: Fault
) -> None:
    draft = measuring.draft()

    with pytest.raises(UnfitQuestionError) as refused:
        measuring.rounds.ask(ANNA, draft.id, (RATING, question))

    assert refused.value.faults == (fault,)
    assert measuring.rounds.load(ANNA, draft.id).own is None


def test_there_are_four_questions_at_most_and_only_one_s_own_draft_takes_them(
    measuring: Measuring,
) -> None:
    draft, opened = measuring.draft(), measuring.opened()

    with pytest.raises(TooManyQuestionsError):
        measuring.rounds.ask(ANNA, draft.id, (RATING,) * 5)
    with pytest.raises(NoSuchRoundError):
        measuring.rounds.ask(BOB, draft.id, ALL)
    with pytest.raises(FixedError):
        measuring.rounds.ask(ANNA, opened.id, ALL)


def test_other_changes_of_a_draft_leave_them_and_the_next_round_takes_them_over(
    measuring: Measuring,
) -> None:
    draft = measuring.draft()
    measuring.rounds.ask(ANNA, draft.id, ALL)

    changed = measuring.rounds.change(ANNA, draft.id, measuring.plan(name="Winter"))
    closed = measuring.close(measuring.rounds.confirm(ANNA, draft.id))

    assert changed.own_questions == closed.own_questions == ALL
    assert measuring.rounds.next_round(ANNA, closed.id).own_questions == ALL


# --- taking part ------------------------------------------------------------------------


def test_who_takes_part_is_asked_them_last_and_may_skip_them(measuring: Measuring) -> None:
    round_ = asking(measuring)

    scan, code = measuring.taking_part.begin(measuring.code(round_, "Noord"), language="nl")
    scans = measuring.installation.scans
    scans.save(scan.id, PAGE, dict.fromkeys(STATEMENTS, "ja"), None)
    scans.save(scan.id, OWN_SECTION, {SECOND: "optie_2"}, None)
    scans.finish(scan.id)

    own = scans.find(code)
    assert own.questionnaire.sections[-1].id == OWN_SECTION
    assert own.questionnaire is scan.questionnaire
    assert own.answers[SECOND] == "optie_2"
    assert FIRST not in own.answers
    before = measuring.installation.begin()[0].questionnaire
    assert own_section(before) is None


def test_they_count_for_no_score(measuring: Measuring) -> None:
    with_, without = asking(measuring), measuring.opened()
    scans = measuring.installation.scans
    codes = [answer(measuring, with_, eigen_1="helemaal-oneens")]
    scan, code = measuring.taking_part.begin(measuring.code(without, "Noord"), language="nl")
    scans.save(scan.id, PAGE, dict.fromkeys(STATEMENTS, "ja"), None)
    scans.finish(scan.id)

    told = [scans.assessment(scans.find(own)) for own in (*codes, code)]

    assert told[0].themes == told[1].themes
    assert told[0].advice == told[1].advice
    assert [own.id for own in told[0].scored] == list(STATEMENTS)


def test_thirty_days_after_closing_a_scan_reads_on_without_them(measuring: Measuring) -> None:
    round_ = asking(measuring)
    code = answer(measuring, round_, eigen_1="eens", eigen_3="Meer rust")
    measuring.close(round_)

    measuring.installation.wait(days=31)
    measuring.taking_part.tend()

    own = measuring.installation.scans.find(code)
    assert own.finished
    assert own_section(own.questionnaire) is None
    assert measuring.installation.scans.outcome(own, "nl").strengths
    with measuring.installation.database.reading() as transaction:
        kept = transaction.execute(select(section.c.section_id)).scalars().all()
    assert sorted(kept) == ["bladzij", "start"]


def test_a_scan_whose_round_is_gone_reads_on_without_them(measuring: Measuring) -> None:
    code = answer(measuring, asking(measuring), eigen_1="eens")
    with measuring.installation.database.changing() as transaction:
        transaction.execute(round_.delete())

    own = measuring.installation.scans.find(code)

    assert own_section(own.questionnaire) is None
    assert measuring.installation.scans.outcome(own, "nl").strengths


def test_who_opens_their_answers_again_after_the_round_leaves_them_behind(
    measuring: Measuring,
) -> None:
    round_ = asking(measuring)
    code = answer(measuring, round_, eigen_3="Meer rust")
    measuring.close(round_)
    measuring.installation.wait(days=1)
    scans = measuring.installation.scans

    scans.reopen(scans.find(code).id)

    own = scans.find(code)
    assert (own.round_team, OWN_SECTION in own.saved) == (None, False)
    scans.finish(own.id)


# --- closed -----------------------------------------------------------------------------


def test_few_people_are_told_in_parts_of_the_scale_and_ten_exactly(
    measuring: Measuring,
) -> None:
    few, many = asking(measuring), asking(measuring)
    for number in range(6):
        answer(measuring, few, eigen_1=("eens", "oneens")[number % 2])
    for number in range(12):
        answer(measuring, many, eigen_1=("eens", "oneens")[number % 2])

    rough, exact = (_first_block(measuring, each, FIRST) for each in (few, many))

    assert rough.thirds == {"lower": 3, "middle": 0, "higher": 3}
    assert rough.counts is None
    assert exact.counts is not None
    assert {id: n for id, n in exact.counts.items() if n} == {"eens": 6, "oneens": 6}


def test_a_choice_has_no_scale_and_no_counts_below_ten(measuring: Measuring) -> None:
    few, many = asking(measuring), asking(measuring)
    for number in range(6):
        answer(measuring, few, eigen_2=f"optie_{number % 2 + 1}")
    for number in range(10):
        answer(measuring, many, eigen_2=f"optie_{number % 2 + 1}")

    rough, exact = (_first_block(measuring, each, SECOND) for each in (few, many))

    assert (rough.count, rough.counts, rough.thirds) == (6, None, None)
    assert exact.counts == {"optie_1": 5, "optie_2": 5}


def _first_block(measuring: Measuring, round_: Round, id: QuestionId) -> ShownQuestion:
    return shown(measuring, round_).blocks[0].result.questions[id]


def test_what_people_wrote_is_shown_word_for_word_from_ten_on(measuring: Measuring) -> None:
    written = [f"{letter} is nodig" for letter in "jihgfedcba"]
    nine, ten = asking(measuring, TEXT), asking(measuring, TEXT)
    for words in (*written[:9], "  "):
        answer(measuring, nine, eigen_1=words)
    for words in (*written, ""):
        answer(measuring, ten, eigen_1=words)

    hidden, told = texts(measuring, nine), texts(measuring, ten)

    assert hidden == ShownTexts(detail=Detail.HIDDEN)
    assert told.detail is Detail.EXACT
    assert sorted(told.texts) == sorted(written)
    again = measuring.rounds.load(ANNA, ten.id)
    assert round_result(again).blocks[0].result.texts[FIRST] == told  # type: ignore[union-attr]


def test_nobody_wrote_anything_is_another_thing_than_too_few(measuring: Measuring) -> None:
    round_ = asking(measuring, TEXT)
    for _ in range(6):
        answer(measuring, round_)

    assert texts(measuring, round_).is_empty


def test_a_higher_minimum_of_the_organisation_holds_for_texts_too(
    measuring: Measuring,
) -> None:
    measuring.installation.organisations.set_minimum(ANNA, measuring.organisation.id, 11)
    ten, eleven = asking(measuring, TEXT), asking(measuring, TEXT)
    for number in range(11):
        answer(measuring, ten, eigen_1="Rust" if number else "")
        answer(measuring, eleven, eigen_1="Rust")

    assert texts(measuring, ten).texts == ()
    assert texts(measuring, eleven).texts == ("Rust",) * 11


def test_texts_of_a_team_of_several_roles_or_of_teams_together_are_never_shown(
    measuring: Measuring,
) -> None:
    mixed = asking(measuring, TEXT, north=24, role=None)
    for role in (LEADER, DOER):
        for _ in range(11):
            answer(measuring, mixed, role=role, eigen_1="Rust")
    found = shown(measuring, mixed)

    assert len(found.blocks) == 2
    assert all(own.result.texts[FIRST].is_apart for own in found.blocks)
    assert all(own.result.texts[FIRST].texts == () for own in found.together)


def test_the_order_of_texts_is_drawn_anew_for_each_question(measuring: Measuring) -> None:
    """Of twelve people who wrote the same to both questions, no place links the two."""
    again = replace(TEXT, words="En verder?")
    round_ = asking(measuring, TEXT, again)
    words = [f"woord {number:02}" for number in range(12)]
    for each in words:
        answer(measuring, round_, eigen_1=each, eigen_2=each)

    told = shown(measuring, round_).blocks[0].result.texts

    assert sorted(told[FIRST].texts) == sorted(told[SECOND].texts) == words
    assert len({tuple(words), told[FIRST].texts, told[SECOND].texts}) == 3


def test_a_round_lasts_when_its_day_is_later_and_still_asks_them(measuring: Measuring) -> None:
    round_ = asking(measuring)

    later = measuring.rounds.extend(ANNA, round_.id, round_.closes + timedelta(days=7))

    assert later.own_questions == ALL
