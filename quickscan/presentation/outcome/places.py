"""Where one theme stands: in figures, in a word, and in one sentence."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from quickscan.domain.assessment import STRONG
from quickscan.domain.ids import BandId, SectionId, ThemeId
from quickscan.domain.progress import section_themes
from quickscan.domain.questionnaire import Dimension, Theme
from quickscan.domain.scoring import Score, WhyNoScore, band_of
from quickscan.presentation.language import Translator
from quickscan.presentation.numbers import is_told_exactly, out_of_100, shortest, whole
from quickscan.presentation.outcome.advices import Placed
from quickscan.presentation.outcome.lines import FULL, Lines
from quickscan.presentation.outcome.values import Line, Mark, MarkState, Place, PlaceState
from quickscan.presentation.outcome.voice import Voice
from quickscan.presentation.sentences import capital, enumeration, in_words, lowered, stopped

_STATES = {
    None: PlaceState.SCORED,
    WhyNoScore.TOO_FEW: PlaceState.TOO_FEW,
    WhyNoScore.NOT_YET: PlaceState.NOT_YET,
    WhyNoScore.NOT_ASKED: PlaceState.NOT_ASKED,
}

_STRONG_QUARTERS = int(STRONG * FULL)


def places_of(
    voice: Voice,
    dimension: Dimension,
    lines: Lines,
    advice: Sequence[Placed],
    notes: Mapping[SectionId, str],
) -> tuple[Place, ...]:
    """Return the themes of a dimension, in file order."""
    noted = _notes_by_theme(voice, dimension, notes)
    grouped = _lines_by_theme(voice, dimension, lines)
    return tuple(
        _place(
            voice,
            (dimension, theme),
            tuple(grouped.get(theme.id, ())),
            [placed for placed in advice if placed.spot == (dimension.id, theme.id)],
            noted.get(theme.id, ()),
        )
        for theme in dimension.themes
    )


def _notes_by_theme(
    voice: Voice, dimension: Dimension, notes: Mapping[SectionId, str]
) -> Mapping[ThemeId, tuple[str, ...]]:
    """Return the notes of the sections that are about one theme only."""
    noted: dict[ThemeId, tuple[str, ...]] = {}
    for section, theme in section_themes(voice.questionnaire, dimension.id).items():
        if theme and section in notes:
            noted[theme] = (*noted.get(theme, ()), notes[section])
    return noted


def _lines_by_theme(
    voice: Voice, dimension: Dimension, lines: Lines
) -> Mapping[ThemeId | None, list[Line]]:
    grouped: dict[ThemeId | None, list[Line]] = {}
    for id, own in lines.items():
        theme = voice.questionnaire.questions[id].theme(dimension.id)
        grouped.setdefault(theme, []).append(own)
    return grouped


def _place(
    voice: Voice,
    spot: tuple[Dimension, Theme],
    lines: tuple[Line, ...],
    advice: Sequence[Placed],
    notes: tuple[str, ...],
) -> Place:
    dimension, theme = spot
    assessment, _ = voice.assessment, voice.translate
    score = assessment.themes[dimension.id][theme.id]
    band = assessment.bands.get((dimension.id, theme.id))
    here = assessment.progress.positions.get(dimension.id) == theme.id
    title = voice.title(theme)
    value = score.value
    words = out_of_100(value, _) if value is not None else ""
    label = band_in_words(voice, band, score)
    return Place(
        id=theme.id,
        title=title,
        goal=voice.say(theme.goal),
        state=_STATES[score.why],
        score=None if value is None else whole(value),
        words=words,
        band=label,
        band_id=band,
        fill=fill_of(voice, band, score),
        here=here,
        here_words=_("hier zijn jullie nu") if here else "",
        spoken=_spoken(title, words, label, _, here=here),
        counted=_("{answered} van {asked}", answered=score.answered, asked=score.asked)
        if score.asked
        else "",
        earned_of_possible=_(
            "{earned} van {possible}", earned=score.earned, possible=score.possible
        )
        if score.possible
        else "",
        lines=lines,
        summary=summary(lines, _),
        calculation=calculation(voice, dimension, score),
        advice=tuple(placed.words for placed in advice if placed.in_full),
        more=tuple(placed.words for placed in advice if not placed.in_full),
        notes=notes,
    )


def _spoken(title: str, words: str, label: str, _: Translator, *, here: bool) -> str:
    subject = _("{title}, waar jullie nu zijn", title=title) if here else title
    stands = ", ".join(part for part in (words, lowered(label)) if part)
    return f"{subject}: {stands}."


def band_in_words(voice: Voice, band: BandId | None, score: Score) -> str:
    """Return the label of the band, or why there is no score."""
    _ = voice.translate
    if band is not None:
        return voice.say(voice.questionnaire.band(band).label)
    if score.why is WhyNoScore.NOT_YET:
        return _("nog niet aan de orde")
    if score.why is WhyNoScore.TOO_FEW:
        return _("geen score, te weinig antwoorden")
    return _("niet van toepassing") if score.not_applicable else _("niet gevraagd")


def fill_of(voice: Voice, band: BandId | None, score: Score) -> float:
    """Return how full a station is: the rank of its band; with one band, the score itself."""
    if band is None:
        return 0.0
    ranks = [own.id for own in voice.questionnaire.bands]
    if len(ranks) == 1:
        return float(score.share or 0)
    return ranks.index(band) / (len(ranks) - 1)


# --- in one sentence --------------------------------------------------------------------


def summary(lines: Sequence[Line], _: Translator) -> str:
    """Return how many statements go well, can be better, and have no points; "" for none.

    "Twee stellingen gaan al goed, twee kunnen beter en één is uit te zoeken."
    """
    tally = Counter(_verdict(own.mark) for own in lines)
    counted = [(verdict, tally[verdict]) for verdict in _VERDICTS if tally[verdict]]
    if not counted:
        return ""
    (first, number), rest = counted[0], counted[1:]
    opening = _subject(number, _, all_of_them=not rest) + " " + _says(first, number, _)
    parts = [opening] + [
        _("{count} {says}", count=in_words(number, _), says=_says(verdict, number, _))
        for verdict, number in rest
    ]
    return stopped(capital(enumeration(parts, _)))


_WELL, _BETTER = "well", "better"
_BOTH = 2
_VERDICTS = (
    _WELL,
    _BETTER,
    MarkState.UNKNOWN,
    MarkState.SKIPPED,
    MarkState.NOT_APPLICABLE,
)


def _verdict(mark: Mark) -> str:
    if mark.state is not MarkState.POINTS:
        return mark.state
    return _WELL if mark.quarters >= _STRONG_QUARTERS else _BETTER


def _subject(number: int, _: Translator, *, all_of_them: bool) -> str:
    count = in_words(number, _)
    if number == 1:
        return _("De enige stelling") if all_of_them else _("{count} stelling", count=count)
    if all_of_them and number == _BOTH:
        return _("Beide stellingen")
    if all_of_them and not count.isdecimal():
        return _("Alle {count} de stellingen", count=count)
    if all_of_them:
        return _("Alle {count} stellingen", count=count)
    return _("{count} stellingen", count=count)


def _says(verdict: str, number: int, _: Translator) -> str:
    match verdict:
        case "well":
            return _("gaat al goed") if number == 1 else _("gaan al goed")
        case "better":
            return _("kan beter") if number == 1 else _("kunnen beter")
        case MarkState.UNKNOWN:
            return _("is uit te zoeken") if number == 1 else _("zijn uit te zoeken")
        case MarkState.SKIPPED:
            return _("heeft geen antwoord") if number == 1 else _("hebben geen antwoord")
        case _:
            return (
                _("is niet van toepassing") if number == 1 else _("zijn niet van toepassing")
            )


# --- how it was calculated --------------------------------------------------------------


def calculation(voice: Voice, dimension: Dimension, score: Score) -> str:
    """Return the very numbers behind a score, or what is missing for one."""
    _ = voice.translate
    if score.why is WhyNoScore.TOO_FEW:
        return _too_few(voice, dimension, score)
    value = score.value
    if value is None:
        return stopped(capital(band_in_words(voice, None, score)))
    return _sum(score, value, voice.language, _) + _why_this_band(voice, value)


def _sum(score: Score, value: Fraction, language: str, _: Translator) -> str:
    numbers = {
        "earned": score.earned,
        "possible": score.possible,
        "exact": shortest(value, language),
        "score": whole(value),
    }
    if value.denominator == 1:
        return _("{earned} gedeeld door {possible} is {exact} op 100.", **numbers)
    if is_told_exactly(value):
        return _("{earned} gedeeld door {possible} is {exact} op 100, dus {score}.", **numbers)
    return _(
        "{earned} gedeeld door {possible} is ongeveer {exact} op 100, dus {score}.", **numbers
    )


def _why_this_band(voice: Voice, value: Fraction) -> str:
    """Explain a band that the rounded score would not be in."""
    if value.denominator == 1:
        return ""
    bands = voice.questionnaire.bands
    rounded = band_of(bands, Fraction(whole(value)))
    if rounded is None or rounded == band_of(bands, value):
        return ""
    start = voice.questionnaire.band(rounded).from_
    return " " + voice.translate(
        "Het woord hoort bij de precieze score, en die is lager dan {start}.",
        start=shortest(start, voice.language),
    )


def _too_few(voice: Voice, dimension: Dimension, score: Score) -> str:
    _ = voice.translate
    share = voice.questionnaire.scoring.minimum_answered
    needed = max(math.ceil(share * score.asked), dimension.minimum_count, 1)
    if score.answered >= needed:
        return _("Met deze antwoorden waren geen punten te halen.")
    return _(
        "Meegeteld: {answered} van de {asked}. Voor een score zijn er {needed} nodig.",
        answered=in_words(score.answered, _),
        asked=in_words(score.asked, _),
        needed=in_words(needed, _),
    )
