"""The middle of a report: a part for each theme that was asked, and what comes later."""

from collections.abc import Sequence

from quickscan.presentation.language import Translator
from quickscan.presentation.outcome import AdviceWords, Line, Outcome, Place, PlaceState
from quickscan.presentation.sentences import lowered, quoted, stopped
from quickscan.report.document import naming
from quickscan.report.document.signs import answer_of, sign_of
from quickscan.report.document.values import Advice, Entry, Fact, Key, Later, Note, Part

_ASKED = (PlaceState.SCORED, PlaceState.TOO_FEW)
_REASONS = 3
"""How many answers are named as the reason of an advice; the others are counted."""


def parts(outcome: Outcome, _: Translator) -> tuple[Part, ...]:
    """Return a part for each theme that has something to tell.

    The main dimension first, then the dimensions that share no question with it. A theme of
    the grid's columns has its statements there already: it gets a part only for its advice.
    """
    told = [("", place) for place in outcome.places if place.state in _ASKED or place.advice]
    for other in outcome.others:
        over = other.title if len(other.places) > 1 else ""
        told += [
            (over, place) for place in other.places if place.state in _ASKED or place.advice
        ]
    if outcome.factors:
        with_advice = [own for own in outcome.factors.places if own.advice or own.more]
        told += [(outcome.factors.title, place) for place in with_advice]
    return tuple(
        _part(outcome, _, naming.part_name(number), over, place)
        for number, (over, place) in enumerate(told, start=1)
    )


def entries_of(parts: Sequence[Part]) -> tuple[Entry, ...]:
    """Return the lines of the contents for the themes."""
    return tuple(
        Entry(
            name=part.name,
            title=f"{part.over}: {lowered(part.title)}" if part.over else part.title,
            aside=", ".join(told for told in (part.score, part.band) if told),
        )
        for part in parts
    )


def _part(outcome: Outcome, _: Translator, name: str, over: str, place: Place) -> Part:
    shown_in_grid = outcome.factors is not None and place in outcome.factors.places
    return Part(
        name=name,
        over=over,
        title=place.title,
        score=place.words,
        band=lowered(place.band),
        here=_("Hier zijn jullie nu.") if place.here else "",
        lead=" ".join(told for told in (place.goal, place.summary) if told),
        answers_heading=_("Wat jullie antwoordden"),
        answers=() if shown_in_grid else tuple(answer_of(line) for line in place.lines),
        advice_heading=_("Advies") if place.advice else "",
        advice=tuple(advice_in_full(own, _) for own in place.advice),
        more_heading=_more_heading(place, _),
        more=tuple(advice_in_a_line(own, _) for own in place.more),
        notes=tuple(Note(label=_("Jullie notitie"), text=text) for text in place.notes),
    )


def _more_heading(place: Place, _: Translator) -> str:
    if not place.more:
        return ""
    return _("Wat ook kan helpen") if place.advice else _("Wat kan helpen")


def advice_in_full(own: AdviceWords, _: Translator) -> Advice:
    """Return an advice with its steps, who acts, how much work it is, and why."""
    return Advice(
        title=own.title,
        markdown=own.text,
        steps=own.steps,
        facts=_facts(own, own.effort, _),
        because=_because(own.because, _),
    )


def _because(lines: Sequence[Line], _: Translator) -> tuple[Key, ...]:
    named, others = lines[:_REASONS], len(lines) - _REASONS
    told = [
        _(
            "{answer} bij {statement}.",
            answer=quoted(line.mark.label),
            statement=quoted(line.text),
        )
        for line in named
    ]
    if told:
        told[0] = _("Waarom dit advies? Jullie antwoordden {answers}", answers=told[0])
    if others > 0:
        told[-1] += " " + _.many(
            "En nog {number} antwoord.", "En nog {number} antwoorden.", others
        )
    return tuple(
        Key(sign=sign_of(line.mark), words=words)
        for line, words in zip(named, told, strict=True)
    )


def _facts(own: AdviceWords, effort: str, _: Translator) -> str:
    """Return who acts, how much work it is and where it comes from, in short sentences."""
    told = (
        _("Wie: {actor}.", actor=lowered(own.actor)) if own.actor else "",
        _("Moeite {effort}.", effort=lowered(effort)),
        _("Bron: {source}", source=stopped(own.source)) if own.source else "",
    )
    return " ".join(sentence for sentence in told if sentence)


def advice_in_a_line(own: AdviceWords, _: Translator) -> Fact:
    """Return what an advice is called, who acts and how much work it is."""
    who = _("Wie: {actor}.", actor=lowered(own.actor)) if own.actor else ""
    effort = _("Moeite {effort}.", effort=lowered(own.effort_short))
    return Fact(label=own.title, words=f"{who} {effort}".strip())


def later(outcome: Outcome, _: Translator) -> Later | None:
    """Return the themes that are not at issue yet; None when all were asked."""
    later = [own for own in outcome.places if own.state is PlaceState.NOT_YET]
    if not later:
        return None
    return Later(
        name=naming.LATER,
        heading=_("Nog niet aan de orde"),
        intro=_("Hierover hebben we niets gevraagd. Het komt aan bod als jullie verder zijn."),
        themes=tuple(Fact(label=own.title, words=own.goal) for own in later),
    )
