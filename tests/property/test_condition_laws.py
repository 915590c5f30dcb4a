"""A condition is refused only when no role and no answers make it hold."""

from itertools import product
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quickscan.definitions.nodes import Mapping, Mark
from quickscan.definitions.possible import can_hold
from quickscan.definitions.reading import WrittenCondition
from quickscan.domain.conditions import AllOf, AnyOf, Not, QuestionIs, QuestionIsNot, RoleIs
from quickscan.domain.holding import holds
from quickscan.domain.ids import OptionId, QuestionId, RoleId
from quickscan.domain.progress import follow
from quickscan.domain.questions import MultipleQuestion
from tests.builders import choice, multiple, option, questionnaire, roles

ROLES = [RoleId("r"), RoleId("s")]
OPTIONS = ["x", "y", "z"]


class Throw:
    """Throws conditions and the questions they are about, the same for the same number."""

    def __init__(self, number):
        self.dice = Random(number)  # noqa: S311 - no secret

    def some(self, values):
        return tuple(self.dice.sample(values, self.dice.randint(1, len(values))))

    def condition(self, questions, depth=2):
        form = self.dice.choice(
            ["is", "is not", "role", "all", "any", "not"][: 3 + 3 * (depth > 0)]
        )
        if form == "role" or not questions:
            return RoleIs(self.some(ROLES))
        if form in ("is", "is not"):
            leaf = QuestionIs if form == "is" else QuestionIsNot
            options = self.some(OPTIONS)
            return leaf(QuestionId(self.dice.choice(questions)), tuple(map(OptionId, options)))
        if form == "not":
            return Not(self.condition(questions, depth - 1))
        several = tuple(self.condition(questions, depth - 1) for _ in range(2))
        return AllOf(several) if form == "all" else AnyOf(several)

    def question(self, number):
        before = [f"q{n}" for n in range(number)]
        more: dict[str, Any] = {
            "roles": self.some(ROLES) if self.dice.random() < 0.3 else (),
            "when": self.condition(before) if before and self.dice.random() < 0.5 else None,
        }
        if self.dice.random() < 0.3:
            none = option("z", 0) if self.dice.random() < 0.5 else "z"
            return multiple(f"q{number}", "x", "y", none, **more)
        return choice(f"q{number}", *OPTIONS, **more)

    def case(self):
        questions = [self.question(number) for number in range(3)]
        owners = self.some(ROLES) if self.dice.random() < 0.3 else ()
        condition = self.condition([question.id for question in questions])
        return questionnaire(*questions, roles=roles(*ROLES)), condition, owners


def every_answer(question):
    if not isinstance(question, MultipleQuestion):
        return [None, *OPTIONS]
    subsets = product([True, False], repeat=3)
    chosen = [
        tuple(o for o, taken in zip(OPTIONS, own, strict=True) if taken) for own in subsets
    ]
    return [own for own in chosen if len(own) < 2 or not question.exclusive & set(own)]


def truly(own, condition, owners):
    """Whether the condition holds for some role and answers, by trying all."""
    questions = list(own.questions.values())
    for role in (*ROLES, None):
        if owners and role not in owners:
            continue
        for given_answers in product(*map(every_answer, questions)):
            pairs = zip(questions, given_answers, strict=True)
            answers = {question.id: each for question, each in pairs if each}
            heard = follow(own, answers, role).answers
            if holds(condition, own, heard, role):
                return True
    return False


@given(st.integers(0, 2**32))
def test_a_condition_is_refused_exactly_when_it_can_never_hold(number):
    own, condition, owners = Throw(number).case()
    place = Mapping([], {}, Mark(0, 0), flow=False)

    assert can_hold(WrittenCondition(condition, owners, place), own) == truly(
        own, condition, owners
    )
