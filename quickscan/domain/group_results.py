"""The team result: all that is shown of a block, or of blocks together.

`group_result` is to a group what `assess` is to one scan: page, report, export and CLI read
what it returns, and nothing else reads a group's figures.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quickscan.domain.anonymity import (
    SMALLEST_GROUP,
    Block,
    Detail,
    ShownQuestion,
    ShownTexts,
    ShownTheme,
    detail,
    detail_of_theme,
    show_question,
    show_texts,
    show_theme,
    together,
)
from quickscan.domain.assessment import Assessment
from quickscan.domain.conditions import QuestionIs, QuestionIsNot, ThemeInBand, leaves
from quickscan.domain.groups import (
    Place,
    PoolFigures,
    of_theme,
    places,
    pool_figures,
    question_figures,
    theme_figures,
    why_not_asked,
    with_options,
)
from quickscan.domain.ids import QuestionId
from quickscan.domain.own_questions import own_texts
from quickscan.domain.questionnaire import AdviceRule, Questionnaire
from quickscan.domain.questions import OptionQuestion, TextQuestion
from quickscan.domain.reliability import SMALLEST_POOL

Blocks = Sequence[Block[Assessment]]


@dataclass(frozen=True, kw_only=True)
class GroupResult:
    """Everything that is shown of a group. `count` is how many took part; None when hidden.

    `advice` is what fires for at least half of the people, from questions and on themes that
    are shown; advice on the lowest theme comes first. `texts` are what people wrote to the
    questions of their organisation, and to no other.
    """

    questionnaire: Questionnaire
    count: int | None
    themes: Mapping[Place, ShownTheme]
    questions: Mapping[QuestionId, ShownQuestion]
    advice: tuple[AdviceRule, ...]
    texts: Mapping[QuestionId, ShownTexts] = field(default_factory=dict)

    @property
    def is_hidden(self) -> bool:
        """Whether the group is too small for anything to be shown."""
        return self.count is None


def group_result(
    questionnaire: Questionnaire,
    blocks: Blocks,
    minimum: int = SMALLEST_GROUP,
    *,
    guarded: bool = True,
) -> GroupResult:
    """Return what is shown of these blocks together; of one block, what is shown of it.

    Without a block everything is hidden. `guarded` is for all but one's own data: see
    `detail_of_theme`.
    """
    themes = {
        place: _theme(questionnaire, blocks, place, minimum, guarded=guarded)
        for place in places(questionnaire)
    }
    questions = {
        question.id: _question(blocks, question, minimum)
        for question in with_options(questionnaire)
    }
    return GroupResult(
        questionnaire=questionnaire,
        count=sum(len(block.people) for block in blocks) if blocks else None,
        themes=themes,
        questions=questions,
        advice=tuple(_advice(questionnaire, blocks, themes, questions)),
        texts={own.id: _texts(blocks, own, minimum) for own in own_texts(questionnaire)},
    )


def _advice(
    questionnaire: Questionnaire,
    blocks: Blocks,
    themes: Mapping[Place, ShownTheme],
    questions: Mapping[QuestionId, ShownQuestion],
) -> list[AdviceRule]:
    people = _everyone(blocks)
    fired = Counter(advice.rule.id for person in people for advice in person.advice)
    given = [
        rule
        for rule in questionnaire.advice
        if people
        and 2 * fired[rule.id] >= len(people)
        and all(own.detail is not Detail.HIDDEN for own in _leaned_on(rule, themes, questions))
    ]
    return sorted(given, key=lambda rule: themes[rule.themes[0]].mean or 0)


def _leaned_on(
    rule: AdviceRule,
    themes: Mapping[Place, ShownTheme],
    questions: Mapping[QuestionId, ShownQuestion],
) -> Iterator[ShownTheme | ShownQuestion]:
    """Return what a rule tells about: its themes, and whatever its condition looks at."""
    yield from (themes[place] for place in rule.themes)
    for leaf in leaves(rule.when):
        match leaf:
            case QuestionIs(question, _) | QuestionIsNot(question, _):
                if question in questions:
                    yield questions[question]
            case ThemeInBand(dimension, theme, _):
                yield themes[dimension, theme]
            case _:
                pass


def _everyone(blocks: Blocks) -> tuple[Assessment, ...]:
    return tuple(person for block in blocks for person in block.people)


def _theme(
    questionnaire: Questionnaire, blocks: Blocks, place: Place, minimum: int, *, guarded: bool
) -> ShownTheme:
    if why := why_not_asked(_everyone(blocks), of_theme(questionnaire, place)):
        return ShownTheme(detail=Detail.HIDDEN, not_asked=why)
    figures = [theme_figures(own.people, place, own.population) for own in blocks]
    levels = [detail_of_theme(own, minimum, guarded=guarded) for own in figures]
    shown, most = together(blocks, levels)
    if len(shown) == 1:
        own = figures[blocks.index(shown[0])]
        return show_theme(own, minimum, most, guarded=guarded)
    people = _everyone(shown)
    known = [block.population for block in shown]
    population = None if None in known else sum(own or 0 for own in known)
    together_ = theme_figures(people, place, population)
    return show_theme(together_, minimum, most, guarded=guarded)


def _question(blocks: Blocks, question: OptionQuestion, minimum: int) -> ShownQuestion:
    if why := why_not_asked(_everyone(blocks), (question,)):
        return ShownQuestion(detail=Detail.HIDDEN, not_asked=why)
    figures = [question_figures(own.people, question) for own in blocks]
    levels = [detail(own.count, minimum) for own in figures]
    if len(blocks) == 1:
        return show_question(figures[0], minimum)
    shown, most = together(blocks, levels)
    people = _everyone(shown)
    return show_question(question_figures(people, question), minimum, most)


def _texts(blocks: Blocks, question: TextQuestion, minimum: int) -> ShownTexts:
    given = (str(person.answers.get(question.id, "")).strip() for person in _everyone(blocks))
    return show_texts(blocks, [text for text in given if text], minimum)


def pool_result(
    questionnaire: Questionnaire, blocks: Blocks, minimum: int = SMALLEST_GROUP
) -> Mapping[Place, PoolFigures]:
    """Return the research figures per theme, over all blocks that show the theme."""
    found: dict[Place, PoolFigures] = {}
    for place in places(questionnaire):
        dimension, theme = place
        counts = [
            sum(person.themes[dimension][theme].value is not None for person in own.people)
            for own in blocks
        ]
        levels = [detail(count, minimum) for count in counts]
        shown, _ = together(blocks, levels)
        found[place] = pool_figures([own.people for own in shown], place, SMALLEST_POOL)
    return found
