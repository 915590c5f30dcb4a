"""A questionnaire with the questions of an organisation behind it."""

from dataclasses import replace

from quickscan.domain.ids import QuestionId
from quickscan.domain.own_questions import OwnKind, OwnQuestion, OwnQuestions
from quickscan.domain.progress import follow
from quickscan.domain.questionnaire import Order, Position
from quickscan.domain.texts import Language
from quickscan.presentation.wording import worded
from quickscan.services.own_questions import with_own
from tests.builders import answers, choice, dimension, places, rating, section, text
from tests.builders import questionnaire as build

ASKED = (OwnQuestion(kind=OwnKind.RATING, words="Gaat het?"),)


def asking(questionnaire, by="Voorbeeld"):
    return with_own(questionnaire, OwnQuestions(by=by, questions=ASKED))


def test_the_same_round_has_the_same_questionnaire_and_no_id_clashes():
    own = build(rating("eigen-1"))

    assert asking(own) is asking(own)
    assert with_own(own, None) is own
    assert list(asking(own).questions) == ["eigen-1", "eigen_1"]


def test_they_come_last_also_where_earlier_phases_come_last():
    way = dimension(
        "fase",
        "weten",
        "doen",
        ordered=True,
        position=Position(question=QuestionId("nu"), ahead=1, order=Order.CURRENT_FIRST),
    )
    own = asking(
        build(
            section(choice("nu", "weten", "doen"), id="start"),
            section(rating("a"), id="weten"),
            section(rating("b", themes=places(fase="doen")), id="doen"),
            dimensions=(way,),
        )
    )

    shown = follow(own, answers(nu="doen"), None).course.sections
    assert [each.id for each in shown] == ["start", "doen", "weten", "eigen_vragen"]


def test_a_name_with_braces_or_marks_stands_there_as_it_is_said():
    own = asking(build(rating("naam")), by="Wij {naam} *samen*")
    part = own.sections[-1]

    assert worded(part.title, "nl", own, {}) == "Vragen van Wij (naam) *samen*"
    assert r"\*samen\*" in (part.introduction or text()).to("nl")


def test_in_a_language_that_we_do_not_speak_our_words_are_marked_as_ours():
    own = build(rating("q"))
    arabic = asking(replace(own, languages=(Language("ar"),)))

    assert arabic.sections[-1].title.to("ar").startswith("\u2066Vragen van")
    assert arabic.sections[-1].questions[0].text.to("ar") == "Gaat het?"
