"""Advice in words, and which of it is told in full."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quickscan.domain.advice import Advice
from quickscan.domain.ids import DimensionId, QuestionId, ThemeId
from quickscan.domain.questionnaire import Dimension, Effort, Source
from quickscan.domain.texts import Text
from quickscan.presentation.outcome.lines import Lines
from quickscan.presentation.outcome.values import AdviceWords, Line
from quickscan.presentation.outcome.voice import Voice

FULL_PER_THEME = 2
FULL_IN_ALL = 8
FIRST = 3
"""How many advices stand under "Dit kan beter"."""

Spot = tuple[DimensionId, ThemeId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An advice in words, the theme it is printed under, and whether it is told in full."""

    words: AdviceWords
    spot: Spot
    in_full: bool


def place_advice(
    voice: Voice, main: Dimension, lines: Lines, advice: Sequence[Advice]
) -> tuple[Placed, ...]:
    """Return all advice in words, in the order of the assessment.

    An advice is printed once: under its theme on the main dimension, else under the first
    theme it names. At most two per theme and eight in all are told in full.
    """
    told: dict[Spot, int] = {}
    placed: list[Placed] = []
    for own in advice:
        spot = _spot(main, own)
        told.setdefault(spot, 0)
        in_full = told[spot] < FULL_PER_THEME and sum(told.values()) < FULL_IN_ALL
        told[spot] += in_full
        words = _in_words(voice, own, spot, lines)
        placed.append(Placed(words=words, spot=spot, in_full=in_full))
    return tuple(placed)


def _spot(main: Dimension, advice: Advice) -> Spot:
    themes = advice.rule.themes
    return next((spot for spot in themes if spot[0] == main.id), themes[0])


def _in_words(voice: Voice, advice: Advice, spot: Spot, lines: Lines) -> AdviceWords:
    rule = advice.rule
    source = voice.questionnaire.source(rule.source)
    short, explained = effort_in_words(voice, rule.effort)
    dimension, theme = spot
    return AdviceWords(
        id=rule.id,
        title=voice.say(rule.title),
        text=voice.say_markdown(rule.text),
        steps=tuple(voice.say(step) for step in rule.steps),
        actor=voice.say(rule.actor),
        effort=explained,
        effort_short=short,
        source=source_in_words(source, voice.say) if source else "",
        source_url=source.url if source else None,
        theme=voice.title(voice.questionnaire.dimension(dimension).theme(theme)),
        theme_id=theme,
        because=tuple(lines[id] for id in advice.because),
        reason=_reason(voice, advice.because, lines),
    )


def _reason(voice: Voice, because: tuple[QuestionId, ...], lines: Lines) -> Line | None:
    """Return the answer that lost the most points; the first of them where equal."""

    def lost(question: QuestionId) -> int:
        answer = voice.assessment.progress.counted.get(question)
        return answer.points.lost if answer and answer.points else -1

    return lines[max(because, key=lost)] if because else None


def effort_in_words(voice: Voice, effort: Effort) -> tuple[str, str]:
    """Return how much work an advice is: in one word, and explained."""
    _ = voice.translate
    match effort:
        case Effort.SMALL:
            return _("Klein"), _("Klein: hooguit een dagdeel")
        case Effort.MEDIUM:
            return _("Gemiddeld"), _("Gemiddeld: een paar dagdelen")
        case Effort.LARGE:
            return _("Groot"), _("Groot: meer dan een paar dagdelen")


def source_in_words(source: Source, say: Callable[[Text | None], str]) -> str:
    """Return who wrote it, what, and when; `say` tells a text, "" for none."""
    parts = (
        say(source.publisher),
        say(source.title),
        str(source.year) if source.year else "",
    )
    return ", ".join(part for part in parts if part)
