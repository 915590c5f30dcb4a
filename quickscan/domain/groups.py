"""A group's figures: per theme and per question, of assessments of one questionnaire version.

Everything here is worked out, nothing is decided: what may be shown is `anonymity`'s alone,
and no page, report or export reads these values but through it. Definitions: docs/scoring.md.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from quickscan.domain.answers import reach
from quickscan.domain.assessment import Assessment
from quickscan.domain.ids import DimensionId, OptionId, ThemeId
from quickscan.domain.progress import WhyNot
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import (
    CountsAs,
    MultipleQuestion,
    NumberQuestion,
    Option,
    OptionQuestion,
    Question,
    RatingQuestion,
    TextQuestion,
    is_scored,
)
from quickscan.domain.reliability import Differ, alpha, covariances, do_groups_differ, omega
from quickscan.domain.statistics import (
    Interval,
    absolute_deviation,
    agreement,
    deviation,
    mean,
    mean_interval,
    theme_agreement,
)

Place = tuple[DimensionId, ThemeId]
People = Sequence[Assessment]


@dataclass(frozen=True, kw_only=True)
class ThemeFigures:
    """The figures of a group on one theme.

    `scores` are those of the members who have one, 0-100, exact; `columns` hold per question
    of the theme the positions of those who answered it, and `complete` the same of the people
    who answered all. Empty where the questions are not of one scale. `partly` is how many
    answered some of the questions that anyone answered, and not all. `pooled` is the score of
    all their answers together: points earned out of points within reach, 0-100.
    """

    scores: tuple[Fraction, ...]
    population: int | None
    steps: int
    columns: tuple[tuple[int, ...], ...]
    complete: tuple[tuple[int, ...], ...]
    partly: int
    pooled: Fraction | None

    @property
    def count(self) -> int:
        """How many members have a score; the others are left out."""
        return len(self.scores)

    @cached_property
    def mean(self) -> Fraction | None:
        """The team score: the mean of the scores, 0-100, exact."""
        return mean(self.scores) if self.scores else None

    @cached_property
    def deviation(self) -> float | None:
        """The spread of the scores, in points of 0-100."""
        return deviation(self.scores)

    @cached_property
    def interval(self) -> Interval | None:
        """Where the mean may lie, 0-100; None where nothing is estimated."""
        return mean_interval(self.scores, self.population, within=(0, 100))

    @property
    def is_whole(self) -> bool:
        """Whether everyone in the group has a score: then there is no word on chance."""
        return self.population is not None and self.count >= self.population

    @cached_property
    def most_alike(self) -> int:
        """How many have the score that most have."""
        return max(Counter(self.scores).values(), default=0)

    @cached_property
    def agreement_of_theme(self) -> Fraction | None:
        """r_wg(J), over the people who answered all J questions; 0-1."""
        return theme_agreement(self.complete, self.steps)[0]

    @cached_property
    def agreement(self) -> Fraction | None:
        """r*wg, over each question's own people; 0-1. The word comes from this one."""
        return theme_agreement(self.columns, self.steps)[1]


@dataclass(frozen=True, kw_only=True)
class QuestionFigures:
    """The figures of a group on one question with options.

    `count` people gave a valid answer: with points or, where no option has points, any.
    `counts` are of the options that make one valid, `apart` of the others (*weet niet*).
    `positions` are 1…A among the options with points; empty where several can be chosen.
    """

    question: OptionQuestion
    count: int
    counts: Mapping[OptionId, int]
    apart: Mapping[OptionId, int]
    positions: tuple[int, ...]
    unknown: int
    asked: int

    @property
    def steps(self) -> int:
        """How many options have points."""
        return len(ladder(self.question))

    @property
    def is_empty(self) -> bool:
        """Whether nobody chose any option."""
        return not any((*self.counts.values(), *self.apart.values()))

    @property
    def most_unknown(self) -> bool:
        """Whether at least half of those who were asked do not know: something to find out."""
        return bool(self.unknown) and 2 * self.unknown >= self.asked

    @cached_property
    def agreement(self) -> Fraction | None:
        """r_wg, 0-1; None where it has no meaning."""
        return agreement(self.positions, self.steps)

    @cached_property
    def deviation(self) -> Fraction | None:
        """The mean distance from the mean, in steps of the scale."""
        return absolute_deviation(self.positions)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolFigures:
    """How a theme's questions go together and whether groups differ: for research only."""

    alpha: float | None = None
    omega: float | None = None
    differ: Differ | None = None


def theme_figures(people: People, place: Place, population: int | None = None) -> ThemeFigures:
    """Return the figures of a group on a theme; `population` is how large it could be."""
    dimension, theme = place
    values = [own.themes[dimension][theme].value for own in people]
    questions = _of_one_scale(people, place)
    rungs = [(question.id, _rungs(question)) for question in questions]
    chosen = [[on.get(own.answers.get(id)) for id, on in rungs] for own in people]
    full = [row for row in chosen if None not in row]
    return ThemeFigures(
        scores=tuple(value for value in values if value is not None),
        population=population,
        steps=len(ladder(questions[0])) if questions else 0,
        columns=_columns(chosen, len(questions)),
        complete=_columns(full, len(questions)),
        partly=_partly(people, place),
        pooled=_pooled(people, place),
    )


def _pooled(people: People, place: Place) -> Fraction | None:
    dimension, theme = place
    all_ = [own.themes[dimension][theme] for own in people]
    possible = sum(own.possible for own in all_)
    return Fraction(100 * sum(own.earned for own in all_), possible) if possible else None


def _partly(people: People, place: Place) -> int:
    asked = _asked(people, place)
    answered = [
        {
            question.id
            for question in asked
            if (answer := own.progress.counted.get(question.id)) and answer.points
        }
        for own in people
    ]
    every = set().union(*answered)
    return sum(0 < len(own) < len(every) for own in answered)


def _columns(rows: Sequence[Sequence[int | None]], width: int) -> tuple[tuple[int, ...], ...]:
    return tuple(
        tuple(own for row in rows if (own := row[column]) is not None)
        for column in range(width)
    )


def _of_one_scale(people: People, place: Place) -> tuple[OptionQuestion, ...]:
    """Return the ratings of a theme that any of these people were asked, if on one scale."""
    asked = _asked(people, place)
    scales = {q.scale if isinstance(q, RatingQuestion) else None for q in asked}
    return asked if len(scales) == 1 and None not in scales else ()


def _asked(people: People, place: Place) -> tuple[OptionQuestion, ...]:
    if not people:
        return ()
    every = of_theme(people[0].questionnaire, place)
    return tuple(q for q in every if any(q.id in own.progress.counted for own in people))


def question_figures(people: People, question: OptionQuestion) -> QuestionFigures:
    """Return the figures of a group on a question with options."""
    asked = [own for own in people if question.id not in own.progress.not_asked]
    chosen = [_chosen(question, own) for own in asked]
    rungs = _rungs(question)
    counting = {option.id for option in question.options if option.id in rungs or not rungs}
    valid = [own for own in chosen if not counting.isdisjoint(own)]
    number = Counter(id for own in chosen for id in own)
    single = rungs and not isinstance(question, MultipleQuestion)
    unknown = {o.id for o in question.options if o.counts_as is CountsAs.UNKNOWN} - counting
    return QuestionFigures(
        question=question,
        count=len(valid),
        counts={o.id: number[o.id] for o in question.options if o.id in counting},
        apart={o.id: number[o.id] for o in question.options if o.id not in counting},
        positions=tuple(rungs[own[0]] for own in valid) if single else (),
        unknown=sum(
            counting.isdisjoint(own) and not unknown.isdisjoint(own) for own in chosen
        ),
        asked=len(asked),
    )


def _chosen(question: OptionQuestion, own: Assessment) -> tuple[OptionId, ...]:
    """Return the ids of what someone chose; questions with options have no other answers."""
    given = own.answers.get(question.id)
    if isinstance(given, tuple):
        return given
    return (OptionId(given),) if isinstance(given, str) and given else ()


def _rungs(question: OptionQuestion) -> dict[object, int]:
    """Return the position of each option with points, from 1."""
    return {option.id: place for place, option in enumerate(ladder(question), start=1)}


def why_not_asked(people: People, questions: Sequence[Question]) -> WhyNot | None:
    """Return why none of these questions was asked of anyone; None where one was.

    Not yet where that holds for any of the people. Of nobody, nothing is known: None.
    """
    reasons = {
        own.progress.not_asked.get(question.id) for own in people for question in questions
    }
    if None in reasons or not people:
        return None
    return WhyNot.NOT_YET if WhyNot.NOT_YET in reasons else WhyNot.NOT_ASKED


@lru_cache(maxsize=1024)
def of_theme(questionnaire: Questionnaire, place: Place) -> tuple[OptionQuestion, ...]:
    """Return the scored questions of a theme, asked or not, in file order."""
    dimension, theme = place
    scored = [q for q in questionnaire.questions.values() if is_scored(q)]
    return tuple(question for question in scored if question.theme(dimension) == theme)


def ladder(question: OptionQuestion) -> tuple[Option, ...]:
    """Return the options with points, from lowest to highest as the file has them."""
    return tuple(option for option in question.options if option.points is not None)


def with_options(questionnaire: Questionnaire) -> tuple[OptionQuestion, ...]:
    """Return the questions that are answered by choosing, in file order."""
    return tuple(
        q
        for q in questionnaire.questions.values()
        if not isinstance(q, TextQuestion | NumberQuestion)
    )


def places(questionnaire: Questionnaire) -> tuple[Place, ...]:
    """Return every theme of every dimension, in file order."""
    return tuple((d.id, theme.id) for d in questionnaire.dimensions for theme in d.themes)


def pool_figures(groups: Sequence[People], place: Place, smallest: int) -> PoolFigures:
    """Return the research figures of a theme over all groups.

    Alpha and omega from `smallest` people on, over the questions that all of them were asked.
    """
    dimension, theme = place
    everyone = [own for people in groups for own in people]
    scores = [
        [value for own in people if (value := own.themes[dimension][theme].value) is not None]
        for people in groups
    ]
    differ = do_groups_differ([own for own in scores if own])
    if len(everyone) < smallest:
        return PoolFigures(differ=differ)
    asked_of_all = [
        q for q in _asked(everyone, place) if all(q.id in p.progress.counted for p in everyone)
    ]
    matrix = covariances([[_points(q, own) for q in asked_of_all] for own in everyone])
    if not matrix:
        return PoolFigures(differ=differ)
    return PoolFigures(alpha=alpha(matrix), omega=omega(matrix), differ=differ)


def _points(question: Question, own: Assessment) -> int | None:
    """Return the points of an answer without its weight; reversed questions are turned."""
    answer = own.progress.counted.get(question.id)
    won = answer.points if answer else None
    return None if won is None or not reach(question) else won.earned // question.weight
