"""The assessment: everything that follows from one scan. The product is this function."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from quickscan.domain.advice import Advice, ThemeScores, advise
from quickscan.domain.answers import Answers, AnswerState
from quickscan.domain.ids import BandId, DimensionId, RoleId, ThemeId
from quickscan.domain.progress import Progress, follow
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import Question
from quickscan.domain.scoring import (
    Cell,
    Pair,
    Score,
    band_of,
    score_cells,
    score_overall,
    score_themes,
)

STRONG = Fraction(3, 4)
"""From this share of the points on, a statement is something that goes well."""


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """Everything derived from one scan; the only place where figures come from.

    `bands` has the themes with a score. `overall` is 0-100, exact, and None where the
    questionnaire shows no total or it cannot be made.
    """

    questionnaire: Questionnaire
    role: RoleId | None
    progress: Progress
    themes: ThemeScores
    bands: Mapping[tuple[DimensionId, ThemeId], BandId]
    cells: Mapping[Pair, Mapping[Cell, Score]]
    overall: Fraction | None
    advice: tuple[Advice, ...]

    @property
    def answers(self) -> Answers:
        """The answers that count: those to questions that are asked."""
        return self.progress.answers

    @property
    def position(self) -> ThemeId | None:
        """The theme people say they are at, on the dimension that has a position."""
        dimension = self.questionnaire.positioned
        return self.progress.positions.get(dimension.id) if dimension else None

    @cached_property
    def scored(self) -> tuple[Question, ...]:
        """The questions that are asked and count for scores, in file order."""
        return tuple(q for q in self.progress.asked if q.id in self.progress.counted)

    @cached_property
    def best(self) -> tuple[Question, ...]:
        """The statements with any points, the highest share first, then in file order."""
        won = [(self.share(question), question) for question in self.scored]
        ranked = sorted(((share, q) for share, q in won if share), key=lambda each: -each[0])
        return tuple(question for _, question in ranked)

    @property
    def strengths(self) -> tuple[Question, ...]:
        """The statements with at least three quarters of the points, the highest first."""
        return tuple(q for q in self.best if (self.share(q) or 0) >= STRONG)

    @property
    def to_find_out(self) -> tuple[Question, ...]:
        """The scored questions answered with an option that counts as unknown."""
        unknown = AnswerState.UNKNOWN
        return tuple(q for q in self.scored if self.progress.counted[q.id].state is unknown)

    def share(self, question: Question) -> Fraction | None:
        """Return the share of its points that an answer earned; None without points."""
        answer = self.progress.counted.get(question.id)
        won = answer.points if answer else None
        return Fraction(won.earned, won.possible) if won and won.possible else None


def assess(
    questionnaire: Questionnaire, answers: Answers, role: RoleId | None = None
) -> Assessment:
    """Return everything that follows from these answers, exact and with the reasons kept."""
    progress = follow(questionnaire, answers, role)
    themes = score_themes(questionnaire, progress)
    bands = {
        (dimension, theme): band
        for dimension, scores in themes.items()
        for theme, own in scores.items()
        if (band := band_of(questionnaire.bands, own.value)) is not None
    }
    return Assessment(
        questionnaire=questionnaire,
        role=role,
        progress=progress,
        themes=themes,
        bands=bands,
        cells=score_cells(questionnaire, progress),
        overall=score_overall(questionnaire, themes),
        advice=advise(questionnaire, progress, role, themes, bands),
    )
