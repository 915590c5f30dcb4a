"""The end of a report that people work with: to find out, the agenda, notes, all answers."""

from collections.abc import Sequence

from quickscan.presentation.language import Translator
from quickscan.presentation.outcome import AdviceWords, Line, Outcome
from quickscan.presentation.sentences import capital, in_words, lowered, stopped
from quickscan.report.document import naming
from quickscan.report.document.signs import answer_of, keys_of
from quickscan.report.document.values import (
    Action,
    Agenda,
    Answer,
    Answers,
    FindOut,
    Note,
    Notes,
    Part,
)

ROWS = 5
"""How many actions there is room for on the agenda."""


def find_out(outcome: Outcome, _: Translator) -> FindOut | None:
    """Return the statements whose answer nobody knew; None when there is none."""
    if not outcome.find_out:
        return None
    return FindOut(
        name=naming.FIND_OUT,
        heading=_("Uit te zoeken"),
        intro=outcome.find_out_intro,
        answers=tuple(answer_of(line, aside=f"({line.theme})") for line in outcome.find_out),
        ask=_("Wie zoekt dit uit, en wanneer horen we het?"),
    )


def agenda(outcome: Outcome, _: Translator, parts: Sequence[Part]) -> Agenda:
    """Return what was chosen, with room to write down the rest."""
    chosen = len(outcome.chosen)
    if chosen:
        start = _.many(
            "{count} ding hebben jullie gekozen.",
            "{count} dingen hebben jullie gekozen.",
            chosen,
            count=capital(in_words(chosen, _)),
        )
    else:
        start = _("Jullie hebben nog niets gekozen.")
    return Agenda(
        name=naming.AGENDA,
        heading=_("Verbeteragenda"),
        lead=start + " " + _("Vul samen de rest in. Kies liever één ding goed dan vijf half."),
        columns=(_("Wat"), _("Wie"), _("Wanneer"), _("Waaraan zien we het?")),
        rows=tuple(_action(own, parts, _) for own in outcome.chosen),
        empty=max(ROWS - chosen, 1),
        next_heading=_("Volgende meting"),
        next_text=_(
            "Over een half jaar zien jullie wat er veranderd is. Begin dan een volgende meting"
            " met je terugkeercode."
        ),
        next_label=_("Datum"),
    )


def _action(own: AdviceWords, parts: Sequence[Part], _: Translator) -> Action:
    effort = _("Moeite {effort}.", effort=lowered(own.effort_short))
    told = any(own.title == advice.title for part in parts for advice in part.advice)
    return Action(
        title=own.title,
        words=f"{stopped(capital(own.actor))} {effort}".strip(),
        steps=() if told else own.steps,
    )


def notes(outcome: Outcome, _: Translator, parts: Sequence[Part]) -> Notes | None:
    """Return the notes that do not stand with a theme; None when there is none."""
    told = {note.text for part in parts for note in part.notes}
    rest = tuple(
        Note(label=title, text=text) for title, text in outcome.notes if text not in told
    )
    if not rest:
        return None
    heading = _("Andere notities") if told else _("Jullie notities")
    return Notes(name=naming.NOTES, heading=heading, notes=rest)


def answers(outcome: Outcome, _: Translator) -> Answers:
    """Return the appendix: every question that was asked, by section."""
    return Answers(
        name=naming.ANSWERS,
        heading=_("Alle antwoorden"),
        intro=_("Achter elk antwoord staan de punten, en hoeveel er te halen waren."),
        key=keys_of(outcome.key),
        groups=tuple(
            (title, tuple(_full(line, _) for line in lines))
            for title, lines in outcome.all_lines
        ),
    )


def _full(line: Line, _: Translator) -> Answer:
    weight = _("telt {weight} keer", weight=line.weight) if line.weight > 1 else ""
    aside = ", ".join(told for told in (line.points, weight) if told)
    return answer_of(line, aside=aside)
