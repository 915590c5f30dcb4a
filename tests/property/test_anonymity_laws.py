"""The laws of groups: nobody can be singled out by what is shown, however it is added up.

Thrown are organisations of several teams with roles, sizes and gaps. What is shown of them is
every block and every union of blocks, so an attacker who has all of it at once. They also ask
a few questions of their own.
"""

from collections import Counter
from fractions import Fraction
from itertools import chain, combinations, product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from quickscan.domain.anonymity import Detail, Part, TeamParts, cut
from quickscan.domain.answers import given_option
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.group_results import GroupResult, group_result
from quickscan.domain.groups import places
from quickscan.domain.ids import QuestionId, RoleId
from quickscan.domain.own_questions import OwnKind, OwnQuestion, OwnQuestions
from quickscan.domain.questions import TextQuestion, options_of
from quickscan.services.own_questions import with_own
from tests.builders import DOEN, FASE, rating, roles
from tests.builders import questionnaire as build

QUESTIONNAIRE = build(
    rating("a"),
    rating("b"),
    rating("c", themes=((FASE, DOEN),), roles=(RoleId("x"),)),
    rating("d", themes=((FASE, DOEN),)),
    roles=roles("x", "y"),
)
ASKED = (
    OwnQuestion(kind=OwnKind.RATING, words="r"),
    OwnQuestion(kind=OwnKind.CHOICE, words="k", options=("links", "rechts")),
    OwnQuestion(kind=OwnKind.TEXT, words="t", switched_on=True),
)
OWN = with_own(QUESTIONNAIRE, OwnQuestions(by="Voorbeeld", questions=ASKED))
TEXT = QuestionId("eigen_3")
WRITTEN = ("", "Rust", "Tijd", "Geld")
LEAST = 5


class Organisation:
    """A thrown organisation, and all that is shown of it."""

    def __init__(self, number: int) -> None:
        self.dice = Random(number)  # noqa: S311  no secret
        self.teams = [self._team(f"team {own}") for own in range(self.dice.randint(2, 4))]
        self.blocks = cut(self.teams)
        every = range(1, min(len(self.blocks), 4) + 1)
        self.unions = list(chain(*(combinations(self.blocks, many) for many in every)))
        self.shown = [group_result(OWN, union) for union in self.unions]

    def _team(self, name: str) -> TeamParts[Assessment]:
        parts = tuple(
            Part(
                team=name,
                role=role,
                people=tuple(self._person(role) for _ in range(self.dice.randint(0, 13))),
            )
            for role in (RoleId("x"), RoleId("y"))
        )
        size = sum(len(part.people) for part in parts) + self.dice.randint(-1, 14)
        return TeamParts(team=name, size=max(size, 1), parts=parts)

    def _person(self, role: RoleId) -> Assessment:
        gave = {own.id: self.dice.choice(_possible(own)) for own in OWN.questions.values()}
        return assess(OWN, {id: own for id, own in gave.items() if own}, role)

    @property
    def people(self) -> list[Assessment]:
        return [own for team in self.teams for part in team.parts for own in part.people]


def _possible(question) -> tuple[str, ...]:
    if isinstance(question, TextQuestion):
        return WRITTEN
    return (*(option.id for option in options_of(question)), "")


ORGANISATIONS = st.integers(0, 10**9).map(Organisation)


def counted_in(result: GroupResult, union, figure) -> list[Assessment]:
    """Who is in a shown figure: those with a valid value, of the blocks that show it."""
    return [
        person
        for block in union
        for person in block.people
        if _valid(person, figure)
        and sum(_valid(each, figure) for each in block.people) >= LEAST
        and _detail(result, figure) is not Detail.HIDDEN
    ]


def _valid(person, figure):
    if isinstance(figure, tuple):
        return person.themes[figure[0]][figure[1]].value is not None
    question = OWN.questions[figure]
    option = given_option(question, person.answers)
    scale = any(each.points is not None for each in options_of(question))
    return option is not None and (option.points is not None or not scale)


def _detail(result, figure):
    shown = result.themes if isinstance(figure, tuple) else result.questions
    return shown[figure].detail


FIGURES = (*places(OWN), *(id for id in OWN.questions if id != TEXT))


@given(ORGANISATIONS)
@settings(max_examples=25)
def test_no_sum_over_fewer_than_five_people_follows_from_all_that_is_shown(own):
    """Whoever is in the same shown sums cannot be told apart by adding and subtracting.

    So if every such set of people has five or more, every sum that follows has too. That the
    sums are over the people named here is seen from the numbers themselves.
    """
    for figure in FIGURES:
        sums: list[set[int]] = []
        for result, union in zip(own.shown, own.unions, strict=True):
            counted = counted_in(result, union, figure)
            sums.append(set(map(id, counted)))
            _sees_these_people(result, figure, counted)
        alike = Counter(tuple(id(person) in one for one in sums) for person in own.people)
        nowhere = (False,) * len(sums)
        assert all(many >= LEAST for seen, many in alike.items() if seen != nowhere)


def _sees_these_people(result, figure, counted):
    """See that a shown figure is about exactly these people."""
    if not counted:
        assert _detail(result, figure) is Detail.HIDDEN
        return
    shown = (result.themes if isinstance(figure, tuple) else result.questions)[figure]
    assert shown.count == len(counted)
    if isinstance(figure, tuple) and shown.detail is Detail.EXACT:
        values = [person.themes[figure[0]][figure[1]].value for person in counted]
        assert shown.mean == sum(values, Fraction(0)) / len(values)
    elif isinstance(figure, str) and shown.counts is not None:
        given_ = Counter(person.answers[QuestionId(figure)] for person in counted)
        assert {id: many for id, many in shown.counts.items() if many} == given_


@given(ORGANISATIONS)
@settings(max_examples=25)
def test_a_union_is_never_more_exact_than_its_least_exact_block(own):
    for result, union in zip(own.shown, own.unions, strict=True):
        for figure in FIGURES:
            levels = [_detail(group_result(OWN, (block,)), figure) for block in union]
            shown = [level for level in levels if level is not Detail.HIDDEN]
            assert _detail(result, figure) == min(shown, default=Detail.HIDDEN)


@given(ORGANISATIONS)
@settings(max_examples=25)
def test_everyone_is_in_at_most_one_block_and_no_block_is_small(own):
    seen = [id(person) for block in own.blocks for person in block.people]

    assert len(seen) == len(set(seen))
    assert all(len(block.people) >= LEAST for block in own.blocks)
    assert all(len({person.role for person in block.people}) == 1 for block in own.blocks)


@given(ORGANISATIONS, st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_exchanging_members_of_a_block_changes_nothing_that_is_shown(own, dice):
    for block in own.blocks:
        turned = list(block.people)
        dice.shuffle(turned)
        other = type(block)(
            teams=block.teams,
            role=block.role,
            people=tuple(turned),
            population=block.population,
            is_undivided=block.is_undivided,
        )

        assert group_result(OWN, (other,)) == group_result(OWN, (block,))


@given(ORGANISATIONS)
@settings(max_examples=25)
def test_texts_are_shown_only_of_ten_people_who_are_a_whole_team_of_one_role(own):
    of = {team.team: team for team in own.teams}
    for result, union in zip(own.shown, own.unions, strict=True):
        told, wrote = result.texts[TEXT], [_wrote(each) for each in union[0].people]
        roles_ = [part for name in union[0].teams for part in of[name].parts if part.people]
        if len(union) == len(roles_) == 1 and sum(map(bool, wrote)) >= 2 * LEAST:
            assert told.texts == tuple(sorted(filter(None, wrote)))
        else:
            assert told.texts == ()


def _wrote(person):
    return person.answers.get(TEXT, "")


def test_who_knows_their_own_answer_learns_no_one_else_s():
    """Over all answers that five people can give, unless all but one gave the same."""
    own = build(rating("q"))
    options = ("0", "1", "2", "weet-niet", "")
    same_release: dict[str, list[tuple[str, ...]]] = {}
    for gave in product(options, repeat=LEAST):
        people = tuple(assess(own, {QuestionId("q"): each} if each else {}) for each in gave)
        part = Part(team="a", role=None, people=people)
        blocks = cut([TeamParts(team="a", size=None, parts=(part,))])
        result = group_result(own, blocks)
        same_release.setdefault(repr((result.themes, result.questions)), []).append(gave)

    for possible in same_release.values():
        for mine in {each[0] for each in possible}:
            left = [each for each in possible if each[0] == mine]
            for other in range(1, LEAST):
                told = {each[other] for each in left}
                alike = all(max(Counter(each).values()) >= LEAST - 1 for each in left)
                assert len(told) > 1 or alike
