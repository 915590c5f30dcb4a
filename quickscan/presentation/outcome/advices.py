"""Advice in words, and which of it is told in full."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quickscan.domain.advice import Advice
from quickscan.domain.ids import DimensionId, QuestionId, ThemeId
from quickscan.domain.questionnaire import AdviceRule, Dimension, Effort, Source
from quickscan.domain.texts import Text
from quickscan.presentation.outcome.lines import Lines
from quickscan.presentation.outcome.values import AdviceWords, Line
from quickscan.presentation.outcome.voice import Speaker, Voice

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
        spot = spot_of(main, own.rule)
        told.setdefault(spot, 0)
        in_full = told[spot] < FULL_PER_THEME and sum(told.values()) < FULL_IN_ALL
        told[spot] += in_full
        because = tuple(lines[id] for id in own.because)
        reason = _reason(voice, own.because, lines)
        words = advice_in_words(voice, own.rule, spot, because, reason)
        placed.append(Placed(words=words, spot=spot, in_full=in_full))
    return tuple(placed)


def spot_of(main: Dimension, rule: AdviceRule) -> Spot:
    """Return the theme that an advice is printed under."""
    return next((spot for spot in rule.themes if spot[0] == main.id), rule.themes[0])


def advice_in_words(
    speaker: Speaker,
    rule: AdviceRule,
    spot: Spot,
    because: tuple[Line, ...] = (),
    reason: Line | None = None,
) -> AdviceWords:
    """Return what a rule advises, and why where that is known."""
    source = speaker.questionnaire.source(rule.source)
    short, explained = effort_in_words(speaker, rule.effort)
    dimension, theme = spot
    return AdviceWords(
        id=rule.id,
        title=speaker.say(rule.title),
        text=speaker.say_markdown(rule.text),
        steps=tuple(speaker.say(step) for step in rule.steps),
        actor=speaker.say(rule.actor),
        effort=explained,
        effort_short=short,
        source=source_in_words(source, speaker.say) if source else "",
        source_url=source.url if source else None,
        theme=speaker.title(speaker.questionnaire.dimension(dimension).theme(theme)),
        theme_id=theme,
        because=because,
        reason=reason,
    )


def _reason(voice: Voice, because: tuple[QuestionId, ...], lines: Lines) -> Line | None:
    """Return the answer that lost the most points; the first of them where equal."""

    def lost(question: QuestionId) -> int:
        answer = voice.assessment.progress.counted.get(question)
        return answer.points.lost if answer and answer.points else -1

    return lines[max(because, key=lost)] if because else None


def effort_in_words(voice: Speaker, effort: Effort) -> tuple[str, str]:
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
