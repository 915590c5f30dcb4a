"""The sentences about a whole scan. They only say what follows from the answers."""

import math
from collections.abc import Sequence
from fractions import Fraction

from quickscan.domain.answers import reach
from quickscan.domain.questionnaire import Band, Dimension
from quickscan.presentation.language import Translator
from quickscan.presentation.numbers import out_of_100, shortest
from quickscan.presentation.outcome.lines import FULL, Lines
from quickscan.presentation.outcome.values import (
    AdviceWords,
    BandWords,
    Line,
    MarkState,
    Place,
    PlaceState,
)
from quickscan.presentation.outcome.voice import Speaker, Voice
from quickscan.presentation.sentences import capital, enumeration, in_words, lowered, quoted


def nouns(voice: Speaker, main: Dimension) -> tuple[str, str]:
    """Return what one place on the main dimension is called, and several.

    People are at a phase for a while; where they cannot say where they are, it is a step.
    """
    _ = voice.translate
    if main.position:
        return _("fase"), _("fasen")
    if main.ordered:
        return _("stap"), _("stappen")
    return _("thema"), _("thema’s")


def headline(voice: Voice, places: Sequence[Place]) -> str:
    """Return where these places stand, the best first.

    "Gaat goed: ontwikkelen. Op weg: begrijpen en willen. Nog niet aan de orde: doen."
    """
    _ = voice.translate
    bands = [voice.say(band.label) for band in reversed(voice.questionnaire.bands)]
    order = dict.fromkeys(bands + [place.band for place in places])
    groups = {
        label: [lowered(place.title) for place in places if place.band == label]
        for label in order
    }
    return " ".join(
        f"{capital(label)}: {enumeration(titles, _)}."
        for label, titles in groups.items()
        if titles
    )


def position_sentence(voice: Voice, main: Dimension, places: Sequence[Place]) -> str | None:
    """Return where people say they are, and the lowest place before it; None if unknown."""
    _ = voice.translate
    here = next((place for place in places if place.here), None)
    if here is None:
        return None
    earlier = places[: places.index(here)]
    chose = _("Je koos {place}.", place=lowered(here.title))
    if not earlier:
        return chose + " " + _("Dat is de eerste fase.")
    scored = [place for place in earlier if place.score is not None]
    if not scored:
        return chose + " " + _("De fasen daarvoor hebben geen score.")
    return f"{chose} {_lowest(voice, main, scored)}"


def _lowest(voice: Voice, main: Dimension, places: Sequence[Place]) -> str:
    _ = voice.translate
    scores = voice.assessment.themes[main.id]
    least = min(scores[place.id].value or Fraction(0) for place in places)
    lowest = [place for place in places if scores[place.id].value == least]
    top = voice.questionnaire.bands[-1]
    if len(voice.questionnaire.bands) > 1 and lowest[0].band_id == top.id:
        return _(
            "Wat daarvoor een score heeft, staat op {band}.", band=quoted(voice.say(top.label))
        )
    titles = enumeration([lowered(place.title) for place in lowest], _)
    stands = f"{lowest[0].words}, {lowered(lowest[0].band)}"
    if len(lowest) == 1:
        return _("De laagste fase daarvoor is {place}: {stands}.", place=titles, stands=stands)
    return _(
        "De laagste fasen daarvoor zijn {places}: {stands}.", places=titles, stands=stands
    )


# --- what goes well, what can be better -------------------------------------------------


def strengths_intro(voice: Voice, strengths: Sequence[Line], lines: Lines) -> str:
    """Return a kind sentence that names the best there is; "" when something goes well."""
    _ = voice.translate
    if strengths:
        return ""
    best = voice.assessment.best
    if best:
        top = voice.assessment.share(best[0])
        own = lines[best[0].id]
        words = {"statement": quoted(own.text), "answer": lowered(own.mark.label)}
        if len(best) > 1 and voice.assessment.share(best[1]) == top:
            return _("Het verst zijn jullie onder meer met {statement}: {answer}.", **words)
        return _("Het verst zijn jullie met {statement}: {answer}.", **words)
    if any(own.mark.state is MarkState.POINTS for own in lines.values()):
        return _(
            "Jullie staan aan het begin: nog geen antwoord geeft punten. Vanaf hier kan het"
            " alleen vooruit."
        )
    if any(own.mark.state is MarkState.UNKNOWN for own in lines.values()):
        return _("Er is nog geen antwoord met punten. Kijk eerst wat er uit te zoeken is.")
    return _("Er is nog geen antwoord met punten.")


def improvements_intro(
    voice: Voice, advice: Sequence[AdviceWords], places: Sequence[Place], lines: Lines
) -> str:
    """Return good words where all is high or no advice fires; "" otherwise."""
    _ = voice.translate
    high = _all_high(voice, places)
    if advice:
        return (
            _("Alles wat een score heeft, staat al op {band}. Dit kan nog beter:", band=high)
            if high
            else ""
        )
    scored = [own for own in lines.values() if own.mark.state is MarkState.POINTS]
    if scored and all(own.mark.quarters == FULL for own in scored):
        return _("Elk antwoord met punten is het hoogste dat kon. Er is nu geen advies nodig.")
    if high:
        return _(
            "Alles wat een score heeft, staat al op {band}. Er is nu geen advies nodig.",
            band=high,
        )
    return _("Bij deze antwoorden hoort geen advies. Bespreek samen wat jullie antwoordden.")


def _all_high(voice: Voice, places: Sequence[Place]) -> str:
    """Return the label of the highest band if every score is in it, else ""."""
    top = voice.questionnaire.bands[-1]
    scored = [place for place in places if place.state is PlaceState.SCORED]
    if len(voice.questionnaire.bands) == 1 or not scored:
        return ""
    return quoted(voice.say(top.label)) if all(p.band_id == top.id for p in scored) else ""


def find_out_intro(voice: Voice, find_out: Sequence[Line]) -> str:
    """Return for how many statements the answer is not known; "" for none."""
    if not find_out:
        return ""
    _ = voice.translate
    return _.many(
        "Bij {count} stelling weet je het antwoord niet. Dat is geen minpunt: die stelling"
        " telt niet mee in de score. Wie weet dit wel?",
        "Bij {count} stellingen weet je het antwoord niet. Dat is geen minpunt: die stellingen"
        " tellen niet mee in de score. Wie weet dit wel?",
        len(find_out),
        count=in_words(len(find_out), _),
    )


def divided_intro(_: Translator, number: int) -> str:
    """Return on how many questions people who filled it in together did not agree."""
    if not number:
        return _("Bij geen enkele vraag gaven jullie aan dat jullie het niet eens waren.")
    return _.many(
        "Over {count} vraag waren jullie het niet eens. Het antwoord dat erbij staat, telt wel"
        " mee. Vraag eerst wat ieder ziet, en daarna pas wie er gelijk heeft.",
        "Over {count} vragen waren jullie het niet eens. De antwoorden die erbij staan, tellen"
        " wel mee. Vraag eerst wat ieder ziet, en daarna pas wie er gelijk heeft.",
        number,
        count=in_words(number, _),
    )


# --- how it was calculated --------------------------------------------------------------


def explanation(voice: Voice) -> tuple[str, ...]:
    """Return how a score is made here, in a few sentences."""
    _ = voice.translate
    return (
        _points_given(voice),
        _(
            "We delen jullie punten door het hoogste aantal dat kon, en rekenen dat om naar"
            " 100."
        ),
        _(
            "‘Weet ik niet’, ‘niet van toepassing’ en een overgeslagen stelling tellen niet"
            " mee."
        ),
        _least_answered(voice),
        *_least_counts(voice),
        _("Een halve ronden we naar boven af."),
    )


def _points_given(voice: Voice) -> str:
    _ = voice.translate
    scored = voice.assessment.scored
    most = {question.weight * reach(question) for question in scored}
    if most == {1}:
        return _("Elk antwoord geeft 0 of 1 punt.")
    if len(most) == 1:
        return _("Elk antwoord geeft 0 tot {most} punten.", most=most.pop())
    return _("Elk antwoord geeft punten; hoeveel er te halen waren, staat erbij.")


def _least_answered(voice: Voice) -> str:
    _ = voice.translate
    share = voice.questionnaire.scoring.minimum_answered
    if share == Fraction(1, 2):
        return _(
            "Er is een score als minstens de helft van de stellingen een antwoord met"
            " punten heeft."
        )
    return _(
        "Er is een score als van elke honderd stellingen er minstens {share} een antwoord met"
        " punten hebben.",
        share=math.ceil(100 * share),
    )


def _least_counts(voice: Voice) -> list[str]:
    """Return which dimensions need more answers for a score."""
    _ = voice.translate
    return [
        _(
            "Bij {dimension} zijn minstens {count} antwoorden met punten nodig.",
            dimension=quoted(voice.title(dimension)),
            count=in_words(dimension.minimum_count, _),
        )
        for dimension in voice.questionnaire.dimensions
        if dimension.minimum_count > 1
    ]


def overall_words(voice: Voice, main_nouns: str) -> str:
    """Return the total in words, or why there is none."""
    _ = voice.translate
    if voice.questionnaire.scoring.overall is None:
        return _(
            "Er is geen totaalcijfer. Een gemiddelde over de {places} zou verbergen waar het"
            " schuurt.",
            places=main_nouns,
        )
    if voice.assessment.overall is None:
        return _("Er is geen totaal: niet alles wat gevraagd is, heeft een score.")
    return _("Het gemiddelde is {score}.", score=out_of_100(voice.assessment.overall, _))


# --- the key ----------------------------------------------------------------------------


def bands_in_words(voice: Speaker) -> tuple[BandWords, ...]:
    """Return the bands, the lowest first."""
    bands = voice.questionnaire.bands
    ends: list[Band | None] = [*bands[1:], None]
    steps = max(len(bands) - 1, 1)
    return tuple(
        BandWords(
            id=band.id,
            label=voice.say(band.label),
            reach=_reach(voice, band, end),
            from_=shortest(band.from_, voice.language),
            start=float(band.from_),
            fill=rank / steps,
        )
        for rank, (band, end) in enumerate(zip(bands, ends, strict=True))
    )


def _reach(voice: Speaker, band: Band, end: Band | None) -> str:
    _ = voice.translate
    start = shortest(band.from_, voice.language)
    if end is None:
        return _("{start} of hoger", start=start)
    return _("{start} tot {end}", start=start, end=shortest(end.from_, voice.language))
