"""One answer in words and as a mark."""

from collections.abc import Mapping

from quickscan.domain.answers import (
    AnswerState,
    Points,
    is_answered,
    reach,
    state,
)
from quickscan.domain.ids import QuestionId
from quickscan.domain.questionnaire import Dimension
from quickscan.domain.questions import NumberQuestion, Question, RatingQuestion
from quickscan.presentation.outcome.values import Line, Mark, MarkState
from quickscan.presentation.outcome.voice import Voice
from quickscan.presentation.sentences import lowered
from quickscan.presentation.wording import answer_in_words

Lines = Mapping[QuestionId, Line]
"""The questions that are asked, in file order."""

FULL = 4
"""Quarters of a mark for all points."""

_STATES = {
    AnswerState.UNKNOWN: MarkState.UNKNOWN,
    AnswerState.NOT_APPLICABLE: MarkState.NOT_APPLICABLE,
    AnswerState.SKIPPED: MarkState.SKIPPED,
}


def lines_of(voice: Voice, main: Dimension) -> Lines:
    """Return a line for each question that is asked."""
    return {
        question.id: line(voice, main, question)
        for question in voice.assessment.progress.asked
    }


def line(voice: Voice, main: Dimension, question: Question) -> Line:
    """Return one question with its answer."""
    section = voice.questionnaire.section_of[question.id]
    theme = question.theme(main.id)
    counted = voice.assessment.progress.counted.get(question.id)
    won = counted.points if counted else None
    _ = voice.translate
    return Line(
        id=question.id,
        section=section.id,
        text=voice.say(question.text),
        mark=mark_of(voice, question, won),
        theme=voice.title(main.theme(theme)) if theme else voice.say(section.title),
        points=_("{earned} van {possible}", earned=won.earned, possible=won.possible)
        if won
        else "",
        weight=question.weight,
        talk=voice.say(question.talk) or None,
        help=voice.say(question.help) or None,
    )


def mark_of(voice: Voice, question: Question, won: Points | None) -> Mark:
    """Return the answer to a question, and the points it won, as a mark."""
    label = spoken_answer(voice, question)
    if won:
        return Mark(
            state=MarkState.POINTS, label=label, quarters=quarters(won.earned, won.possible)
        )
    if question.themes:
        return Mark(state=_STATES[state(question, voice.assessment.answers)], label=label)
    given = is_answered(question, voice.assessment.answers)
    return Mark(state=MarkState.GIVEN if given else MarkState.SKIPPED, label=label)


def quarters(earned: int, possible: int) -> int:
    """Return points as quarters, rounded down; any points at all are at least one."""
    return max(FULL * earned // possible, 1) if earned else 0


def spoken_answer(voice: Voice, question: Question) -> str:
    """Return the answer in words, with its unit; "Geen antwoord" without one."""
    words = answer_in_words(question, voice.language, voice.assessment.answers)
    if not words:
        return voice.translate("Geen antwoord")
    if isinstance(question, NumberQuestion) and question.unit:
        return f"{words} {voice.say(question.unit)}"
    return words


def key_of(voice: Voice, scored: Lines) -> tuple[Mark, ...]:
    """Return the marks that can stand for an answer here, each with what it means.

    Where all scales use the same words, these say what a mark means; else the share of
    the points does.
    """
    _ = voice.translate
    there = {own.mark.state for own in scored.values()}
    unscored = (
        Mark(state=MarkState.UNKNOWN, label=_("weet ik niet")),
        Mark(state=MarkState.NOT_APPLICABLE, label=_("niet van toepassing")),
        Mark(state=MarkState.SKIPPED, label=_("geen antwoord")),
    )
    marks = _labels(voice) or _shares(voice)
    return marks + tuple(mark for mark in unscored if mark.state in there)


def _labels(voice: Voice) -> tuple[Mark, ...]:
    """Return the marks with the labels of the options; none where these differ."""
    scored = voice.assessment.scored
    ratings = {q.scale: q for q in scored if isinstance(q, RatingQuestion)}
    if not all(isinstance(q, RatingQuestion) and not q.reversed for q in scored):
        return ()
    labels: dict[int, set[str]] = {}
    for question in ratings.values():
        for option in question.options:
            if option.points is not None:
                drawn = quarters(option.points, reach(question))
                labels.setdefault(drawn, set()).add(lowered(voice.say(option.label)))
    if any(len(own) > 1 for own in labels.values()):
        return ()
    return tuple(
        Mark(state=MarkState.POINTS, label=own.pop(), quarters=drawn)
        for drawn, own in sorted(labels.items())
    )


def _shares(voice: Voice) -> tuple[Mark, ...]:
    _ = voice.translate
    labels = (
        _("geen punten"),
        _("minder dan de helft van de punten"),
        _("de helft van de punten of meer"),
        _("driekwart van de punten of meer"),
        _("alle punten"),
    )
    return tuple(
        Mark(state=MarkState.POINTS, label=label, quarters=number)
        for number, label in enumerate(labels)
    )
