"""The account of a report: the rule, what is missing, privacy, sources and software.

The rule stands with the contents, where people learn how to read the report; the rest is
its last part.
"""

from collections.abc import Sequence
from datetime import date

from quickscan.presentation.dates import long_date
from quickscan.presentation.language import Translator
from quickscan.presentation.outcome import AdviceWords, Outcome, Place
from quickscan.presentation.sentences import enumeration, lowered
from quickscan.presentation.team_outcome import TeamOutcome
from quickscan.report.document import naming
from quickscan.report.document.values import Chapter, Fact, Method


def method(
    outcome: Outcome, _: Translator, *, software: str, kept_until: date | None
) -> Method:
    """Return how the report was made, and what it can and cannot say."""
    chapters = (
        _missing(outcome, _),
        _privacy(outcome, _, kept_until),
        sources(outcome.advice, _),
        about(outcome, _, software),
    )
    return Method(
        name=naming.METHOD,
        heading=_("Hoe dit rapport gemaakt is"),
        chapters=tuple(own for own in chapters if own.sentences or own.facts),
    )


def rule(outcome: Outcome, _: Translator) -> Chapter:
    """Return how a score comes about, with the very numbers."""
    told = (f"{place.title}: {lowered(place.calculation)}" for place in _scored(outcome))
    words = [f"{lowered(band.label)} ({band.reach})" for band in outcome.bands]
    bands = _(
        "Bij elke score hoort een woord: {bands}. Waar het ene woord ophoudt en het andere"
        " begint, is onze keuze.",
        bands=enumeration(words, _),
    )
    return Chapter(
        heading=_("Hoe een score ontstaat"),
        sentences=(
            " ".join(outcome.explanation),
            " ".join(told),
            f"{bands} {outcome.overall_words}",
        ),
    )


def _scored(outcome: Outcome) -> Sequence[Place]:
    apart = [place for other in outcome.others for place in other.places]
    return [place for place in (*outcome.places, *apart) if place.lines]


def _missing(outcome: Outcome, _: Translator) -> Chapter:
    unknown, skipped = len(outcome.find_out), len(outcome.skipped)
    aside = len(outcome.not_applicable)
    counts = (
        _.many(
            "{number} antwoord ‘weet ik niet’", "{number} antwoorden ‘weet ik niet’", unknown
        ),
        _.many("{number} stelling overgeslagen", "{number} stellingen overgeslagen", skipped),
        _.many(
            "{number} antwoord ‘niet van toepassing’",
            "{number} antwoorden ‘niet van toepassing’",
            aside,
        ),
    )
    numbers = (unknown, skipped, aside)
    told = [own for own, number in zip(counts, numbers, strict=True) if number]
    found = (
        _("In deze scan: {counts}.", counts=enumeration(told, _))
        if told
        else _("In deze scan kreeg elke stelling een antwoord met punten.")
    )
    return Chapter(
        heading=_("Wat ontbreekt"),
        sentences=(
            found
            + " "
            + _(
                "Een antwoord zonder punten maakt de score niet hoger en niet lager. Ontbreken"
                " er te veel, dan is er geen score."
            ),
            _whose(outcome, _),
        ),
    )


def _whose(outcome: Outcome, _: Translator) -> str:
    if outcome.together:
        return _(
            "Jullie vulden dit samen in, op één scherm. Bij elke vraag telt het antwoord dat"
            " jullie kozen. Wie het er niet mee eens was, zie je niet aan de score."
        )
    return _(
        "De antwoorden zijn van wie de scan invulde. Een ander kan het anders zien."
        " Praat erover voordat je besluit."
    )


def _privacy(outcome: Outcome, _: Translator, kept_until: date | None) -> Chapter:
    kept = (
        (
            _(
                "De antwoorden en dit rapport staan tot en met {day} op de server. Daarna"
                " worden ze gewist. Eerder wissen kan altijd, met de terugkeercode.",
                day=long_date(kept_until, outcome.language),
            ),
        )
        if kept_until
        else ()
    )
    return Chapter(
        heading=_("Privacy"),
        sentences=(
            _(
                "Voor een scan is geen naam en geen e-mailadres nodig. Wat jullie zelf"
                " intypten, staat wel in dit rapport. Lees het na voordat je het deelt."
            ),
            *kept,
        ),
    )


def sources(advice: Sequence[AdviceWords], _: Translator) -> Chapter:
    """Return where advice comes from, each source once."""
    found = {own.source: own.source_url or "" for own in advice if own.source}
    return Chapter(
        heading=_("Bronnen"),
        sentences=(
            _(
                "De stellingen en adviezen zijn eigen tekst. Bij elk advies staat waar het"
                " onderwerp vandaan komt."
            ),
        )
        if found
        else (),
        facts=tuple(
            Fact(label=_site(found[words]), words=words, url=found[words])
            for words in sorted(found)
        ),
    )


def about(outcome: Outcome | TeamOutcome, _: Translator, software: str) -> Chapter:
    """Return which questionnaire and which program made this."""
    version = _("{title}, versie {number}.", title=outcome.title, number=outcome.version)
    status = _("Status: {status}.", status=outcome.status)
    return Chapter(
        heading=_("Vragenlijst en programma"),
        sentences=(
            " ".join(own for own in (version, status, outcome.evidence) if own),
            _("Gemaakt met {software}. Open source, onder de EUPL 1.2.", software=software),
        ),
    )


def _site(url: str) -> str:
    """Return the site of an address; the link itself leads to the page."""
    return url.removeprefix("https://").removeprefix("www.").split("/")[0]
