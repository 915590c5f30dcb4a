"""The score of a theme: points earned as a share of the points within reach.

Source: docs/scoring.md, "Score van een thema".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from quickscan.domain.answers import AnswerState
from quickscan.domain.ids import BandId, DimensionId, ThemeId
from quickscan.domain.progress import Progress, WhyNot
from quickscan.domain.questionnaire import Band, Questionnaire
from quickscan.domain.questions import Question, is_scored

Pair = tuple[DimensionId, DimensionId]
Cell = tuple[ThemeId, ThemeId]


class WhyNoScore(StrEnum):
    """Why a theme or cell has no score."""

    NOT_ASKED = "not_asked"
    NOT_YET = "not_yet"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Weighted points of the answers of one theme or cell.

    `earned` and `possible` count only answers with points. `asked` is
    `answered + unknown + skipped`; `not_applicable` stands apart. `why` is None exactly
    when there is a score.
    """

    earned: int = 0
    possible: int = 0
    answered: int = 0
    unknown: int = 0
    not_applicable: int = 0
    skipped: int = 0
    why: WhyNoScore | None = None

    @property
    def asked(self) -> int:
        """How many questions could have counted."""
        return self.answered + self.unknown + self.skipped

    @property
    def share(self) -> Fraction | None:
        """Earned over possible, exact, from 0 to 1; None when there is no score."""
        return None if self.why else Fraction(self.earned, self.possible)

    @property
    def value(self) -> Fraction | None:
        """The share on a scale of 0 to 100, exact; None when there is no score."""
        return None if self.why else Fraction(100 * self.earned, self.possible)


def score(
    questions: Sequence[Question],
    progress: Progress,
    *,
    minimum_answered: Fraction,
    minimum_count: int,
) -> Score:
    """Score the questions of one theme or cell, asked or not."""
    earned = possible = 0
    states = dict.fromkeys(AnswerState, 0)
    for question in questions:
        answer = progress.counted.get(question.id)
        if answer is None:
            continue
        states[answer.state] += 1
        if answer.points is not None:
            earned += answer.points.earned
            possible += answer.points.possible
    answered = states[AnswerState.POINTS]
    asked = answered + states[AnswerState.UNKNOWN] + states[AnswerState.SKIPPED]
    why: WhyNoScore | None = None
    if asked == 0:
        why = _why_not_asked(questions, progress)
    elif possible == 0 or answered < minimum_answered * asked or answered < minimum_count:
        why = WhyNoScore.TOO_FEW
    return Score(
        earned=earned,
        possible=possible,
        answered=answered,
        unknown=states[AnswerState.UNKNOWN],
        not_applicable=states[AnswerState.NOT_APPLICABLE],
        skipped=states[AnswerState.SKIPPED],
        why=why,
    )


def _why_not_asked(questions: Sequence[Question], progress: Progress) -> WhyNoScore:
    later = any(progress.not_asked.get(own.id) is WhyNot.NOT_YET for own in questions)
    return WhyNoScore.NOT_YET if later else WhyNoScore.NOT_ASKED


def score_themes(
    questionnaire: Questionnaire, progress: Progress
) -> Mapping[DimensionId, Mapping[ThemeId, Score]]:
    """Score every theme of every dimension."""
    by_theme = _by_theme(questionnaire)
    return {
        dimension.id: {
            theme.id: score(
                by_theme.get((dimension.id, theme.id), ()),
                progress,
                minimum_answered=questionnaire.scoring.minimum_answered,
                minimum_count=dimension.minimum_count,
            )
            for theme in dimension.themes
        }
        for dimension in questionnaire.dimensions
    }


@lru_cache(maxsize=256)
def _by_theme(
    questionnaire: Questionnaire,
) -> Mapping[tuple[DimensionId, ThemeId], Sequence[Question]]:
    """Return the scored questions of every theme that has any."""
    by_theme: dict[tuple[DimensionId, ThemeId], list[Question]] = {}
    for question in filter(is_scored, questionnaire.questions.values()):
        for place in question.themes:
            by_theme.setdefault(place, []).append(question)
    return by_theme


def score_cells(
    questionnaire: Questionnaire, progress: Progress
) -> Mapping[Pair, Mapping[Cell, Score]]:
    """Score the cells of every pair of dimensions that share a question.

    Only cells that have a question are there. A cell needs one answer with points.
    """
    return {
        pair: {
            cell: score(
                questions,
                progress,
                minimum_answered=questionnaire.scoring.minimum_answered,
                minimum_count=1,
            )
            for cell, questions in cells.items()
        }
        for pair, cells in _by_cell(questionnaire).items()
    }


@lru_cache(maxsize=256)
def _by_cell(questionnaire: Questionnaire) -> Mapping[Pair, Mapping[Cell, Sequence[Question]]]:
    """Return the scored questions of every cell that has any."""
    by_cell: dict[Pair, dict[Cell, list[Question]]] = {}
    dimensions = [dimension.id for dimension in questionnaire.dimensions]
    for question in filter(is_scored, questionnaire.questions.values()):
        places = sorted(question.themes, key=lambda place: dimensions.index(place[0]))
        for i, (first, row) in enumerate(places):
            for second, column in places[i + 1 :]:
                cells = by_cell.setdefault((first, second), {})
                cells.setdefault((row, column), []).append(question)
    return by_cell


def score_overall(
    questionnaire: Questionnaire, themes: Mapping[DimensionId, Mapping[ThemeId, Score]]
) -> Fraction | None:
    """Return the plain mean (0-100, exact) of the themes that were asked anything.

    None where the questionnaire shows no total, or one of those themes has no score.
    """
    if questionnaire.scoring.overall is None:
        return None
    scores = [own for own in themes[questionnaire.scoring.overall].values() if own.asked]
    values = [own.value for own in scores if own.value is not None]
    if not scores or len(values) < len(scores):
        return None
    return sum(values, Fraction(0)) / len(values)


def band_of(bands: tuple[Band, ...], value: Fraction | None) -> BandId | None:
    """Return the band that an exact score of 0-100 lies in; None without a score."""
    if value is None:
        return None
    return [band.id for band in bands if band.from_ <= value][-1]
