"""A questionnaire as its author reads it over: what is covered, and how long it takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from quickscan.domain.answers import Answers
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.ids import BandId, RoleId
from quickscan.domain.progress import follow
from quickscan.domain.questionnaire import AdviceRule, Dimension, Questionnaire
from quickscan.domain.questions import Question, TextQuestion, is_scored
from quickscan.domain.scoring import Score, WhyNoScore
from quickscan.presentation.language import Translator
from quickscan.presentation.numbers import decimal
from quickscan.presentation.outcome import main_dimension
from quickscan.presentation.wording import answer_in_words

WORDS_A_MINUTE = 150
"""How fast we take people to read. Our own cautious choice: adults were found to read some 240
words of English a minute (Brysbaert 2019, doi 10.1016/j.jml.2019.104047)."""

SECONDS_AN_ANSWER = 8
"""How long we take people to choose an answer; our own choice, to be tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingTime:
    """How long one role needs: what is read and chosen, and what the file says."""

    role: str
    statements: int
    words: int
    minutes: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageCell:
    """The statements on one place of the grid, each with its id and its words."""

    statements: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Which statements stand on which two themes, for one role or for all."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[CoverageCell, ...]], ...]


def reading_times(questionnaire: Questionnaire, _: Translator) -> tuple[ReadingTime, ...]:
    """Return how long each role needs to read and answer everything, help left out."""
    roles = questionnaire.roles or (None,)
    return tuple(
        _reading_time(
            questionnaire,
            role.id if role else None,
            role.label.to(_.language) if role else _("Iedereen"),
            _,
        )
        for role in roles
    )


def _reading_time(
    questionnaire: Questionnaire, role: RoleId | None, label: str, _: Translator
) -> ReadingTime:
    course = follow(questionnaire, {}, role).course
    texts = [own.text for own in course.asked]
    texts += [own.introduction for own in course.sections if own.introduction]
    words = sum(len(text.to(_.language).split()) for text in texts)
    answers = sum(not isinstance(own, TextQuestion) for own in course.asked)
    own = questionnaire.role(role)
    said = (own.minutes if own and own.minutes else None) or questionnaire.minutes
    return ReadingTime(
        role=label,
        statements=sum(map(is_scored, course.asked)),
        words=words,
        minutes=ceil(words / WORDS_A_MINUTE + answers * SECONDS_AN_ANSWER / 60),
        said=str(said.low) if said.low == said.high else f"{said.low}–{said.high}",
    )


def coverage(
    questionnaire: Questionnaire, role: RoleId | None, _: Translator
) -> tuple[Coverage, ...]:
    """Return the main dimension beside each other dimension that shares a question with it."""
    main = main_dimension(questionnaire)
    asked = [
        own
        for own in questionnaire.questions.values()
        if is_scored(own) and (role is None or not own.roles or role in own.roles)
    ]
    others = [
        own
        for own in questionnaire.dimensions
        if own is not main and any(q.theme(main.id) and q.theme(own.id) for q in asked)
    ]
    return tuple(_grid(main, other, asked, _) for other in others)


def _grid(
    main: Dimension, other: Dimension, asked: Iterable[Question], _: Translator
) -> Coverage:
    asked = tuple(asked)
    return Coverage(
        corner=f"{main.title.to(_.language)} × {other.title.to(_.language)}",
        columns=tuple(theme.title.to(_.language) for theme in other.themes),
        rows=tuple(
            (
                row.title.to(_.language),
                tuple(
                    CoverageCell(
                        statements=tuple(
                            (own.id, own.text.to(_.language))
                            for own in asked
                            if own.theme(main.id) == row.id
                            and own.theme(other.id) == column.id
                        )
                    )
                    for column in other.themes
                ),
            )
            for row in main.themes
        ),
    )


def unfired(
    questionnaire: Questionnaire, examples: Iterable[tuple[Answers, RoleId | None]]
) -> tuple[AdviceRule, ...]:
    """Return the advice that none of these worked examples (answers and role) makes fire."""
    fired = {
        advice.rule.id
        for answers, role in examples
        for advice in assess(questionnaire, answers, role).advice
    }
    return tuple(rule for rule in questionnaire.advice if rule.id not in fired)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredRow:
    """One theme in the making: its score and everything it is made of."""

    theme: str
    score: str
    sum: str
    counts: str
    band: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FiredRow:
    """One advice that fires, and the answers because of which it does."""

    id: str
    title: str
    because: tuple[tuple[str, str], ...]


def scored_rows(
    assessment: Assessment, _: Translator
) -> tuple[tuple[str, tuple[ScoredRow, ...]], ...]:
    """Return per dimension how each theme scores, and why one has no score."""
    own = assessment.questionnaire
    return tuple(
        (
            dimension.title.to(_.language),
            tuple(
                _scored_row(
                    theme.title.to(_.language),
                    assessment.themes[dimension.id][theme.id],
                    assessment.bands.get((dimension.id, theme.id)),
                    own,
                    _,
                )
                for theme in dimension.themes
            ),
        )
        for dimension in own.dimensions
    )


def _scored_row(
    title: str, score: Score, band: BandId | None, own: Questionnaire, _: Translator
) -> ScoredRow:
    return ScoredRow(
        theme=title,
        score="–" if score.value is None else decimal(score.value, 1, _.language),
        sum=_("{earned} van {possible} punten", earned=score.earned, possible=score.possible),
        counts=_counts(score, _),
        band=own.band(band).label.to(_.language) if band else _why_not(score, _),
    )


def _counts(score: Score, _: Translator) -> str:
    told = [_("{answered} van {asked} beantwoord", answered=score.answered, asked=score.asked)]
    if score.unknown:
        told.append(_("{number} weet niet", number=score.unknown))
    if score.not_applicable:
        told.append(_("{number} n.v.t.", number=score.not_applicable))
    return ", ".join(told)


def _why_not(score: Score, _: Translator) -> str:
    match score.why:
        case WhyNoScore.NOT_YET:
            return _("nog niet aan de orde")
        case WhyNoScore.NOT_ASKED:
            return _("niet gevraagd")
        case WhyNoScore.TOO_FEW:
            return _("te weinig antwoorden")
        case None:
            return ""


def fired_rows(assessment: Assessment, _: Translator) -> tuple[FiredRow, ...]:
    """Return the advice that fires, in its order."""
    questions = assessment.questionnaire.questions
    return tuple(
        FiredRow(
            id=own.rule.id,
            title=own.rule.title.to(_.language),
            because=tuple(
                (id, answer_in_words(questions[id], _.language, assessment.answers))
                for id in own.because
            ),
        )
        for own in assessment.advice
    )
