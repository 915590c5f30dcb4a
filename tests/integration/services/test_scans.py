from datetime import date

import pytest

from quickscan.domain.answers import InvalidAnswerError, UnknownQuestionError
from quickscan.domain.ids import QuestionId, SectionId
from quickscan.services.answering import UnknownSectionError
from quickscan.services.codes import MistypedCodeError
from quickscan.services.finishing import (
    OpenQuestionsError,
    TooManyChosenError,
    UnknownAdviceError,
)
from quickscan.services.reports import ReportState
from quickscan.services.scan import ScanId
from quickscan.services.stored import FinishedError, NoSuchScanError, NotFinishedError
from quickscan.services.storing import UnknownRoleError
from tests.integration.installation import (
    ADVICE,
    ALL_YES,
    DOER,
    LEADER,
    PAGE,
    START,
    STATEMENTS,
    Installation,
    questionnaire,
)

NAME = QuestionId("naam")


def test_a_scan_begins_with_what_was_answered_first(installation: Installation) -> None:
    scan, code = installation.begin(naam="Samen sterk")

    assert scan == installation.scans.find(code)
    assert scan.answers == {NAME: "Samen sterk"}
    assert scan.saved == {START}
    assert (scan.role, scan.language, scan.finished) == (LEADER, "nl", None)


def test_only_the_code_opens_a_scan_and_nothing_tells_why_not(
    installation: Installation,
) -> None:
    scan, code = installation.begin()
    _, other = installation.begin()

    assert installation.scans.load(scan.id, ["onzin", other, code]) == scan
    assert installation.scans.code_for(scan.id, [other, code.lower()]) == code
    for id, codes in ((scan.id, [other]), (scan.id, []), (ScanId("x"), [code])):
        with pytest.raises(NoSuchScanError):
            installation.scans.load(id, codes)


def test_a_code_is_found_however_it_is_typed(installation: Installation) -> None:
    scan, code = installation.begin()

    assert installation.scans.find(f"  {code.lower().replace('-', ' ')} ").id == scan.id
    assert installation.scans.tidy(code.lower()) == code
    with pytest.raises(MistypedCodeError):
        installation.scans.find(code[:-1])


def test_nothing_stored_tells_the_code(installation: Installation) -> None:
    _, code = installation.begin(naam="Samen")
    bare = code.replace("-", "").lower()

    with installation.database.reading() as transaction:
        rows = transaction.exec_driver_sql("SELECT * FROM scan").all()

    assert bare not in repr(rows).lower().replace("-", "")


def test_saving_a_page_again_keeps_what_it_does_not_name(installation: Installation) -> None:
    scan, code = installation.begin(naam="Samen")
    first, second, *_ = STATEMENTS

    installation.scans.save(scan.id, PAGE, {first: "ja"}, "Een notitie")
    installation.scans.save(scan.id, PAGE, {second: "nee"}, None)

    now = installation.scans.find(code)
    assert now.answers == {NAME: "Samen", first: "ja", second: "nee"}
    assert now.notes == {PAGE: "Een notitie"}
    assert now.saved == {START, PAGE}


def test_an_empty_answer_or_note_takes_it_away(installation: Installation) -> None:
    scan, code = installation.begin(naam="Samen")
    installation.scans.save(scan.id, PAGE, {STATEMENTS[0]: "ja"}, "Een notitie")

    installation.scans.save(scan.id, START, {NAME: ""}, None)
    installation.scans.save(scan.id, PAGE, {STATEMENTS[0]: ""}, "")

    now = installation.scans.find(code)
    assert (now.answers, now.notes) == ({}, {})
    assert now.saved == {START, PAGE}


@pytest.mark.parametrize(
    "words", ["a\0b", "half \ud83d pair", "é€漢字😀", "'; DROP TABLE scan;--"]
)
def test_any_text_can_be_saved_on_any_database(installation: Installation, words: str) -> None:
    scan, code = installation.begin(naam=words)
    installation.scans.save(scan.id, PAGE, {}, words)

    now = installation.scans.find(code)
    kept = words.replace("\0", "").replace("\ud83d", "?")
    assert now.answers[NAME] == kept
    assert now.notes[PAGE] == kept


def test_what_does_not_fit_is_refused_and_nothing_is_saved(installation: Installation) -> None:
    scan, code = installation.begin()

    with pytest.raises(InvalidAnswerError):
        installation.scans.save(scan.id, PAGE, {STATEMENTS[0]: "misschien"}, None)
    with pytest.raises(UnknownQuestionError):
        installation.scans.save(scan.id, PAGE, {NAME: "elders"}, None)
    with pytest.raises(UnknownSectionError):
        installation.scans.save(scan.id, SectionId("nergens"), {}, None)
    with pytest.raises(UnknownRoleError):
        installation.scans.save_opening(scan.id, "baas", {})  # type: ignore[arg-type]
    assert installation.scans.find(code) == scan


def test_the_role_changes_and_answers_stay(installation: Installation) -> None:
    scan, code = installation.begin(naam="Samen")

    installation.scans.save_opening(scan.id, DOER, {})

    now = installation.scans.find(code)
    assert (now.role, now.answers) == (DOER, {NAME: "Samen"})


def test_a_scan_with_open_questions_cannot_be_finished(installation: Installation) -> None:
    scan, code = installation.begin()
    installation.scans.save(scan.id, PAGE, {STATEMENTS[0]: "ja"}, None)

    with pytest.raises(OpenQuestionsError) as refused:
        installation.scans.finish(scan.id)

    assert [question.id for question in refused.value.questions] == list(STATEMENTS[1:])
    assert installation.scans.find(code).finished is None
    assert "work" not in installation.rows()


def test_finishing_wants_the_report_once_in_the_language_it_is_finished_in(
    installation: Installation,
) -> None:
    scan, code = installation.begin()
    installation.scans.save(scan.id, PAGE, ALL_YES, None)

    installation.scans.finish(scan.id, "en")
    installation.scans.finish(scan.id, "nl")

    now = installation.scans.find(code)
    assert (now.finished, now.language) == (date(2026, 11, 21), "en")
    assert installation.reports.state(now, "en") is ReportState.WANTED
    assert installation.reports.state(now, "nl") is ReportState.NONE


def test_a_finished_scan_does_not_change_until_it_is_reopened(
    installation: Installation,
) -> None:
    scan, code = installation.finished()
    installation.make_all()

    with pytest.raises(FinishedError):
        installation.scans.save(scan.id, PAGE, {STATEMENTS[0]: "nee"}, None)
    with pytest.raises(FinishedError):
        installation.scans.save_opening(scan.id, DOER, {})
    installation.scans.reopen(scan.id)
    installation.scans.save(scan.id, PAGE, {STATEMENTS[0]: "nee"}, None)

    now = installation.scans.find(code)
    assert (now.finished, now.answers[STATEMENTS[0]]) == (None, "nee")
    assert {"report", "work"}.isdisjoint(installation.rows())


def test_at_most_three_are_chosen_and_the_report_is_made_anew(
    installation: Installation,
) -> None:
    scan, code = installation.finished()
    installation.reports.want(scan.id, "en")
    installation.make_all()

    installation.scans.choose(scan.id, [ADVICE[2], ADVICE[0], ADVICE[2]])

    now = installation.scans.find(code)
    assert now.chosen == (ADVICE[2], ADVICE[0])
    assert [installation.reports.state(now, own) for own in ("nl", "en")] == ["wanted"] * 2
    assert installation.reports.pdf(scan.id, "nl") is None
    installation.make_all()
    assert ADVICE[2] in str(installation.reports.pdf(scan.id, "en"))
    with pytest.raises(TooManyChosenError):
        installation.scans.choose(scan.id, ADVICE)
    with pytest.raises(UnknownAdviceError):
        installation.scans.choose(scan.id, ["onzin"])  # type: ignore[list-item]


def test_choosing_the_same_again_leaves_the_report(installation: Installation) -> None:
    scan, _ = installation.finished()
    installation.make_all()

    installation.scans.choose(scan.id, ())

    assert installation.reports.state(scan, "nl") is ReportState.READY


def test_another_language_on_a_finished_scan_wants_its_report_too(
    installation: Installation,
) -> None:
    scan, _ = installation.finished()
    installation.make_all()

    installation.reports.want(scan.id, "en")
    installation.make_all()

    assert [installation.reports.state(scan, own) for own in ("nl", "en")] == ["ready"] * 2


def test_the_next_measurement_takes_over_role_and_opening(installation: Installation) -> None:
    scan, _ = installation.finished()
    installation.shelf.versions[2] = questionnaire(2)

    following, code = installation.scans.next_measurement(scan.id, "en")

    assert installation.scans.find(code) == following
    assert following.questionnaire.version == 2
    assert (following.role, following.language) == (LEADER, "en")
    assert following.answers == {NAME: "Samen"}
    assert following.saved == {START}
    assert following.previous == scan.id
    assert installation.scans.previous(following) == scan
    assert installation.scans.previous(scan) is None


def test_an_unfinished_scan_has_no_next_measurement(installation: Installation) -> None:
    scan, _ = installation.begin()

    with pytest.raises(NotFinishedError):
        installation.scans.next_measurement(scan.id, "nl")
    with pytest.raises(NotFinishedError):
        installation.scans.outcome(scan, "nl")


def test_then_is_gone_when_it_is_deleted_or_reopened(installation: Installation) -> None:
    then, _ = installation.finished()
    now, code = installation.scans.next_measurement(then.id, "nl")

    installation.scans.reopen(then.id)
    assert installation.scans.previous(now) is None
    installation.scans.delete(then.id)

    assert installation.scans.find(code).previous is None
    assert installation.scans.previous(now) is None


def test_deleting_leaves_no_row_of_the_scan_in_any_table(installation: Installation) -> None:
    scan, code = installation.finished()
    installation.make_all()
    installation.reports.want(scan.id, "en")
    reading = installation.scans.make_reading_code(scan.id, 30)
    assert set(installation.rows()) == {"scan", "section", "reading_code", "report", "work"}

    installation.scans.delete(scan.id)

    assert installation.rows() == {}
    for gone in (
        lambda: installation.scans.find(code),
        lambda: installation.scans.read(reading),
        lambda: installation.scans.delete(scan.id),
        lambda: installation.scans.save(scan.id, PAGE, {}, None),
        lambda: installation.scans.finish(scan.id),
        lambda: installation.scans.next_measurement(scan.id, "nl"),
    ):
        with pytest.raises(NoSuchScanError):
            gone()


def test_answers_that_an_unpublished_version_lost_are_left_out(
    installation: Installation,
) -> None:
    scan, code = installation.begin(naam="Samen")
    with installation.database.changing() as transaction:
        transaction.exec_driver_sql(
            """UPDATE section SET answers = '{"naam": "Samen", "weg": "x", "stelling-0": 7}'"""
        )

    assert installation.scans.find(code).answers == {NAME: "Samen"}
    assert scan.answers == {NAME: "Samen"}


def test_the_outcome_is_that_of_the_scan(installation: Installation) -> None:
    scan, _ = installation.finished()

    assert installation.scans.assessment(scan).answers == scan.answers
    assert installation.scans.outcome(scan, "nl").version == 1
