from quickscan.domain.conditions import AllOf, AnyOf, Not, QuestionIsNot, RoleIs
from quickscan.domain.ids import OptionId, QuestionId, RoleId
from quickscan.domain.progress import WhyNot, first_open, follow, opening
from quickscan.domain.questionnaire import Order, Position
from quickscan.domain.questions import NumberQuestion
from quickscan.domain.scoring import WhyNoScore
from tests.builders import (
    DOEN,
    FASE,
    answers,
    assessed,
    choice,
    dimension,
    places,
    questionnaire,
    rating,
    roles,
    section,
    text,
    when,
)

PHASES = ("weten", "willen", "doen", "blijven")


def asked(own, role=None, **given):
    progress = follow(own, answers(**given), None if role is None else RoleId(role))
    return [question.id for question in progress.asked]


def positioned(ahead=1, order=Order.FILE):
    position = Position(question=QuestionId("nu"), ahead=ahead, order=order)
    start = section(choice("nu", *PHASES, "verschilt"), id="start")
    pages = [section(rating(f"q-{p}", themes=places(fase=p)), id=p) for p in PHASES]
    axis = dimension("fase", *PHASES, ordered=True, position=position)
    return questionnaire(start, *pages, dimensions=(axis,))


def test_a_question_for_a_role_is_asked_of_that_role_only():
    own = questionnaire(rating("a", roles=(RoleId("r"),)), rating("b"), roles=roles("r", "s"))

    assert asked(own, "r") == ["a", "b"]
    assert asked(own, "s") == ["b"]
    assert asked(own) == ["b"]


def test_a_question_is_asked_when_its_condition_holds():
    own = questionnaire(rating("a"), rating("b", when=when("a", "1", "2")))

    assert asked(own, a="2") == ["a", "b"]
    assert asked(own, a="0") == ["a"]


def test_a_condition_without_an_answer_does_not_hold_either_way():
    other = QuestionIsNot(QuestionId("a"), (OptionId("0"),))
    own = questionnaire(rating("a"), rating("b", when=when("a", "0")), rating("c", when=other))

    assert asked(own) == ["a"]


def test_not_turns_whatever_is_inside():
    own = questionnaire(rating("a"), rating("b", when=Not(when("a", "0"))))

    assert asked(own) == ["a", "b"]
    assert asked(own, a="0") == ["a"]


def test_conditions_combine():
    condition = AllOf((when("a", "2"), AnyOf((RoleIs((RoleId("r"),)), when("b", "2")))))
    own = questionnaire(
        rating("a"), rating("b"), rating("c", when=condition), roles=roles("r", "s")
    )

    assert "c" in asked(own, "r", a="2")
    assert "c" in asked(own, "s", a="2", b="2")
    assert "c" not in asked(own, "s", a="2", b="1")


def test_a_condition_on_an_answer_that_is_no_longer_asked_does_not_hold():
    own = questionnaire(
        rating("a"), rating("b", when=when("a", "2")), rating("c", when=when("b", "2"))
    )

    assert asked(own, a="2", b="2") == ["a", "b", "c"]
    assert asked(own, a="0", b="2") == ["a"]


def test_an_answer_that_is_not_asked_is_ignored_and_comes_back():
    own = questionnaire(rating("a"), rating("b", when=when("a", "2")))

    assert assessed(own, {"a": "0", "b": "2"}).answers == answers(a="0")
    assert assessed(own, {"a": "2", "b": "2"}).answers == answers(a="2", b="2")


def test_themes_further_than_ahead_are_not_asked_yet():
    progress = follow(positioned(ahead=1), answers(nu="weten"), None)

    assert progress.not_asked == {
        QuestionId(f"q-{p}"): WhyNot.NOT_YET for p in ("doen", "blijven")
    }


def test_a_theme_that_is_not_asked_yet_says_so():
    outcome = assessed(positioned(ahead=0), {"nu": "weten"})

    assert outcome.themes[FASE][DOEN].why is WhyNoScore.NOT_YET


def test_an_answer_that_is_no_theme_asks_everything():
    assert asked(positioned(), nu="verschilt") == ["nu", *(f"q-{p}" for p in PHASES)]


def test_earlier_themes_are_always_asked():
    assert "q-weten" in asked(positioned(ahead=0), nu="blijven")


def test_sections_follow_the_file():
    own = positioned(ahead=3)
    progress = follow(own, answers(nu="doen"), None)

    assert [s.id for s in progress.course.sections] == ["start", *PHASES]


def test_sections_can_start_with_the_current_theme():
    own = positioned(ahead=3, order=Order.CURRENT_FIRST)
    progress = follow(own, answers(nu="doen"), None)
    shown = [s.id for s in progress.course.sections]

    assert shown == ["start", "doen", "blijven", "weten", "willen"]


def test_the_first_open_section_has_a_required_question_without_an_answer():
    number = NumberQuestion(id=QuestionId("n"), text=text())
    own = questionnaire(section(number, id="een"), section(rating("a"), id="twee"))

    assert first_open(follow(own, {}, None)) == own.sections[1]
    assert first_open(follow(own, answers(a="1"), None)) is None


def test_a_first_section_without_scored_questions_is_the_opening():
    own = positioned()

    assert opening(own) == own.sections[0]
    assert opening(questionnaire(rating("a"))) is None
