"""The account of a report: the rule, what is missing, privacy, sources and software."""

from collections.abc import Sequence
from datetime import date

from quickscan.presentation.dates import long_date
from quickscan.presentation.language import Translator
from quickscan.presentation.outcome import Outcome, Place
from quickscan.presentation.sentences import enumeration
from quickscan.report.document import naming
from quickscan.report.document.values import Chapter, Fact, Method


def method(
    outcome: Outcome, _: Translator, *, software: str, kept_until: date | None
) -> Method:
    """Return how the report was made, and what it can and cannot say."""
    chapters = (
        _rule(outcome, _),
        _bands(outcome, _),
        _missing(outcome, _),
        _privacy(outcome, _, kept_until),
        _sources(outcome, _),
        _about(outcome, _, software),
    )
    return Method(
        name=naming.METHOD,
        heading=_("Hoe dit rapport gemaakt is"),
        chapters=tuple(own for own in chapters if own.sentences or own.facts),
    )


def _rule(outcome: Outcome, _: Translator) -> Chapter:
    return Chapter(
        heading=_("Hoe een score ontstaat"),
        sentences=(" ".join(outcome.explanation), outcome.overall_words),
        facts=tuple(
            Fact(label=place.title, words=place.calculation) for place in _scored(outcome)
        ),
    )


def _scored(outcome: Outcome) -> Sequence[Place]:
    apart = [place for other in outcome.others for place in other.places]
    return [place for place in (*outcome.places, *apart) if place.lines]


def _bands(outcome: Outcome, _: Translator) -> Chapter:
    told = enumeration([f"{band.label}: {band.reach}" for band in outcome.bands], _)
    return Chapter(
        heading=_("Waar de woorden vandaan komen"),
        sentences=(
            _("Bij elke score hoort een woord. {bands}.", bands=told)
            + " "
            + _("Waar een woord begint, is onze keuze: er is geen onderzoek dat deze grenzen"
                " vastlegt."),
        ),
    )


def _missing(outcome: Outcome, _: Translator) -> Chapter:
    counts = (
        _.many(
            "{number} stelling kreeg ‘weet ik niet’",
            "{number} stellingen kregen ‘weet ik niet’",
            len(outcome.find_out),
        ),
        _.many(
            "{number} is overgeslagen",
            "{number} zijn overgeslagen",
            len(outcome.skipped),
        ),
        _.many(
            "{number} is niet van toepassing",
            "{number} zijn niet van toepassing",
            len(outcome.not_applicable),
        ),
    )
    return Chapter(
        heading=_("Wat ontbreekt"),
        sentences=(
            _("{counts}.", counts=enumeration(counts, _))
            + " "
            + _("Zulke antwoorden geven geen punten en kosten geen punten. Ontbreken er te"
                " veel, dan is er geen score."),
            _("De antwoorden zijn van wie de scan invulde. Een ander kan het anders zien."
              " Leg ze naast elkaar voordat je besluit."),
        ),
    )


def _privacy(outcome: Outcome, _: Translator, kept_until: date | None) -> Chapter:
    kept = (
        (
            _(
                "De antwoorden en dit rapport staan tot en met {day} op de server. Daarna worden"
                " ze gewist. Eerder wissen kan altijd, met de terugkeercode.",
                day=long_date(kept_until, outcome.language),
            ),
        )
        if kept_until
        else ()
    )
    return Chapter(
        heading=_("Privacy"),
        sentences=(
            _("Voor een scan is geen naam en geen e-mailadres nodig. Wat jullie zelf intypten,"
              " staat wel in dit rapport. Lees het na voordat je het deelt."),
            *kept,
        ),
    )


def _sources(outcome: Outcome, _: Translator) -> Chapter:
    found = {
        own.source: own.source_url or "" for own in outcome.advice if own.source
    }
    return Chapter(
        heading=_("Bronnen"),
        sentences=(
            _("De stellingen en adviezen zijn eigen tekst. Bij elk advies staat waar het"
              " onderwerp vandaan komt."),
        )
        if found
        else (),
        facts=tuple(Fact(label="", words=words, url=found[words]) for words in sorted(found)),
    )


def _about(outcome: Outcome, _: Translator, software: str) -> Chapter:
    version = _("{title}, versie {number}.", title=outcome.title, number=outcome.version)
    status = _("Status: {status}.", status=outcome.status)
    return Chapter(
        heading=_("Vragenlijst en programma"),
        sentences=(
            " ".join(own for own in (version, status, outcome.evidence) if own),
            _("Gemaakt met {software}. Open source, onder de EUPL 1.2.", software=software),
        ),
    )
