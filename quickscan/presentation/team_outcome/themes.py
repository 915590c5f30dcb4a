"""Where a group stands on one theme: rounded, and in words."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quickscan.domain.anonymity import Detail, ShownTheme, roughly
from quickscan.domain.progress import WhyNot
from quickscan.domain.questionnaire import Theme
from quickscan.domain.scoring import band_of
from quickscan.domain.statistics import Agreement
from quickscan.presentation.language import Translator
from quickscan.presentation.numbers import decimal, out_of_100, whole
from quickscan.presentation.outcome.values import AdviceWords, Place, PlaceState
from quickscan.presentation.outcome.voice import Speaker
from quickscan.presentation.sentences import capital, in_words, lowered, stopped
from quickscan.presentation.team_outcome.statements import agreement_in_words
from quickscan.presentation.team_outcome.values import Showing, Statement, TeamTheme

CLOSE, APART = 10, 20
"""Below the one spread, in points of 0-100, scores lie close; from the other on, far apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A theme of a group while it is put into words."""

    speaker: Speaker
    theme: Theme
    shown: ShownTheme
    minimum: int

    @property
    def _(self) -> Translator:
        return self.speaker.translate

    @property
    def showing(self) -> Showing:
        """How the score is told."""
        if self.shown.not_asked:
            return Showing.NOT_ASKED
        if self.shown.detail is Detail.HIDDEN:
            return Showing.HIDDEN
        if self.shown.nearly_all:
            return Showing.NEARLY_ALL
        return Showing.EXACT if self.shown.detail is Detail.EXACT else Showing.ROUGH

    @property
    def mean(self) -> Fraction | None:
        """The mean as it is told: exactly only where people differ.

        Where nearly all have one score, an exact mean would tell what the last one has.
        """
        mean = self.shown.mean
        return mean if mean is None or self.showing is Showing.EXACT else roughly(mean)


def team_theme(  # noqa: PLR0913, PLR0917  what is told of a theme
    speaker: Speaker,
    theme: Theme,
    shown: ShownTheme,
    statements: tuple[Statement, ...],
    advice: tuple[AdviceWords, ...],
    minimum: int,
) -> TeamTheme:
    """Return where a group stands on a theme, with its statements."""
    told = _Told(speaker=speaker, theme=theme, shown=shown, minimum=minimum)
    sentences = tuple(_sentences(told))
    low, high = _ends(shown)
    agreed = shown.agreement_of_theme
    return TeamTheme(
        place=_place(told, sentences, advice),
        showing=told.showing,
        label=_label(told),
        agreement=_agreement(shown.word, told._),
        sentences=sentences,
        people="" if shown.count is None else str(shown.count),
        statements=statements,
        low=low,
        high=high,
        interval=_between(low, high, told._),
        spoken=_spoken_interval(told, low, high),
        is_divided=shown.word is Agreement.DIVIDED,
        rwg="" if agreed is None else decimal(agreed, 2, speaker.language),
    )


def _place(told: _Told, sentences: Sequence[str], advice: tuple[AdviceWords, ...]) -> Place:
    title, _ = told.speaker.title(told.theme), told._
    words, said = _score(told), _said(told)
    bands = told.speaker.questionnaire.bands
    band = band_of(bands, told.mean)
    ranks = [own.id for own in bands]
    rank = ranks.index(band) / max(len(ranks) - 1, 1) if band else 0.0
    return Place(
        id=told.theme.id,
        title=title,
        goal=told.speaker.say(told.theme.goal),
        state=_state(told),
        score=None if told.mean is None else whole(told.mean),
        words=words,
        band=said,
        band_id=band,
        fill=rank if len(ranks) > 1 else float((told.mean or 0) / 100),
        spoken=f"{title}: {', '.join(part for part in (words, said) if part)}.",
        summary=" ".join(sentences),
        calculation=_calculation(told),
        advice=advice,
    )


def _state(told: _Told) -> PlaceState:
    if told.shown.not_asked is WhyNot.NOT_YET:
        return PlaceState.NOT_YET
    if told.shown.not_asked:
        return PlaceState.NOT_ASKED
    return PlaceState.HIDDEN if told.mean is None else PlaceState.SCORED


def _score(told: _Told) -> str:
    """Return "rond 60 van 100", or "62 van 100" where that may be told; "" without a score."""
    if told.mean is None:
        return ""
    if told.showing is Showing.EXACT:
        return out_of_100(told.mean, told._)
    return told._("rond {score} van 100", score=whole(told.mean))


def _said(told: _Told) -> str:
    """Return whether people are of one mind, or why there is no score."""
    _ = told._
    match told.showing:
        case Showing.NOT_ASKED if told.shown.not_asked is WhyNot.NOT_YET:
            return _("nog niet aan de orde")
        case Showing.NOT_ASKED:
            return _("niet gevraagd")
        case Showing.HIDDEN:
            return _("te weinig antwoorden om te tonen")
        case Showing.NEARLY_ALL:
            return _("bijna iedereen hetzelfde")
    return agreement_in_words(told.shown.word, _)


def _agreement(word: Agreement | None, _: Translator) -> str:
    match word:
        case Agreement.AGREED:
            return _("eens")
        case Agreement.PARTLY:
            return _("deels eens")
        case Agreement.DIVIDED:
            return _("verdeeld")
        case None:
            return ""


def _label(told: _Told) -> str:
    questionnaire = told.speaker.questionnaire
    band = band_of(questionnaire.bands, told.mean)
    return lowered(told.speaker.say(questionnaire.band(band).label)) if band else ""


# --- in sentences -----------------------------------------------------------------------


def _sentences(told: _Told) -> Iterator[str]:
    """Say what the figures mean; nothing about chance where the whole team took part.

    Whether people are of one mind is told with the score.
    """
    _, shown = told._, told.shown
    match told.showing:
        case Showing.NOT_ASKED:
            yield stopped(capital(_said(told)))
            return
        case Showing.HIDDEN:
            yield needed(told.minimum, _)
            return
        case Showing.NEARLY_ALL:
            yield _("Bijna iedereen heeft hier dezelfde score.")
    yield from _about_interval(told)
    if shown.deviation is not None:
        yield _spread(shown.deviation, _)


def needed(minimum: int, _: Translator) -> str:
    """Return what more it takes for a score to be shown; never how much is missing."""
    return _(
        "We tonen een score vanaf {least} mensen met genoeg antwoorden.",
        least=in_words(minimum, _),
    )


def _about_interval(told: _Told) -> Iterator[str]:
    _, shown = told._, told.shown
    low, high = _ends(shown)
    if low is None or high is None or shown.is_whole:
        return
    if low == high:
        yield _(
            "Zou iedereen meedoen, dan lag het gemiddelde waarschijnlijk rond {score}.",
            score=low,
        )
    else:
        yield _(
            "Zou iedereen meedoen, dan lag het gemiddelde waarschijnlijk tussen {low} en"
            " {high}.",
            low=low,
            high=high,
        )


def _spread(deviation: float, _: Translator) -> str:
    if deviation < CLOSE:
        return _("De scores van mensen liggen dicht bij elkaar.")
    if deviation < APART:
        return _("De scores van mensen lopen wat uiteen.")
    return _("De scores van mensen lopen ver uiteen.")


def _ends(shown: ShownTheme) -> tuple[int | None, int | None]:
    """Return the interval in whole numbers, a half upwards."""
    if shown.interval is None:
        return None, None
    return _nearest(shown.interval.low), _nearest(shown.interval.high)


def _nearest(value: float) -> int:
    return math.floor(value + 0.5)


def _between(low: int | None, high: int | None, _: Translator) -> str:
    if low is None or high is None:
        return ""
    return str(low) if low == high else _("{low} tot {high}", low=low, high=high)


def _spoken_interval(told: _Told, low: int | None, high: int | None) -> str:
    if low is None or high is None or told.mean is None:
        return ""
    return told._(
        "Gemiddelde {score} van 100, waarschijnlijk tussen {low} en {high}, op een schaal van"
        " 0 tot 100.",
        score=whole(told.mean),
        low=low,
        high=high,
    )


def _calculation(told: _Told) -> str:
    _, shown = told._, told.shown
    if told.showing is Showing.HIDDEN:
        return _("Er zijn te weinig antwoorden om te tonen.") + " " + needed(told.minimum, _)
    if told.mean is None:
        return stopped(capital(_said(told)))
    values = {"number": in_words(shown.count or 0, _), "score": whole(told.mean)}
    if told.showing is Showing.EXACT:
        return _("Het gemiddelde van {number} scores is {score} van 100.", **values)
    return _(
        "Het gemiddelde van {number} scores ligt rond {score} van 100. We ronden het af op"
        " vijf.",
        **values,
    )
