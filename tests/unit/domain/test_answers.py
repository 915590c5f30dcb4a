import pytest

from quickscan.domain.answers import (
    AnswerState,
    InvalidAnswerError,
    UnknownQuestionError,
    is_answered,
    parse,
    parse_all,
    state,
)
from quickscan.domain.ids import QuestionId
from quickscan.domain.questions import NumberQuestion, TextQuestion
from tests.builders import answers, choice, multiple, option, questionnaire, rating, text

SEVERAL = multiple("m", option("een", 1), option("twee", 1), option("geen", 0), "weet-niet")
WORDS = TextQuestion(id=QuestionId("t"), text=text(), max_length=5)
NUMBER = NumberQuestion(id=QuestionId("n"), text=text(), minimum=1, maximum=9)


@pytest.mark.parametrize(
    ("question", "raw", "given"),
    [
        (rating(), "2", "2"),
        (choice("c", "ja"), "ja", "ja"),
        (SEVERAL, ["twee", "een"], ("een", "twee")),
        (SEVERAL, [], ()),
        (SEVERAL, ["geen"], ("geen",)),
        (WORDS, "vijf!", "vijf!"),
        (NUMBER, 9, 9),
    ],
)
def test_an_answer_that_fits_its_question_is_taken(question, raw, given):
    assert parse(question, raw) == given


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        (rating(), "9"),
        (rating(), 2),
        (rating(), ["2"]),
        (SEVERAL, "een"),
        (SEVERAL, ["een", "drie"]),
        (SEVERAL, ["een", "geen"]),
        (SEVERAL, ["een", "weet-niet"]),
        (SEVERAL, [1]),
        (WORDS, "zes!!!"),
        (WORDS, 5),
        (NUMBER, 0),
        (NUMBER, 10),
        (NUMBER, "5"),
        (NUMBER, True),
        (NUMBER, 1.5),
    ],
)
def test_an_answer_that_does_not_fit_its_question_is_refused(question, raw):
    with pytest.raises(InvalidAnswerError) as refusal:
        parse(question, raw)

    assert refusal.value.question == question


def test_an_answer_to_a_question_that_is_not_there_is_refused():
    with pytest.raises(UnknownQuestionError, match="'z'"):
        parse_all(questionnaire(rating("a")), {"z": "1"})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("1", AnswerState.POINTS),
        ("weet-niet", AnswerState.UNKNOWN),
        ("nvt", AnswerState.NOT_APPLICABLE),
        ("", AnswerState.SKIPPED),
    ],
)
def test_an_answer_is_points_unknown_not_applicable_or_skipped(given, expected):
    assert state(rating("a"), answers(a=given)) is expected


@pytest.mark.parametrize("nothing", ["", []])
def test_nothing_is_no_answer(nothing):
    assert not is_answered(rating("a"), answers(a=nothing))


def test_options_that_do_not_count_can_be_combined_when_nothing_is_scored():
    loose = multiple("m", "een", "twee", themes=())

    assert parse(loose, ["een", "twee"]) == ("een", "twee")
