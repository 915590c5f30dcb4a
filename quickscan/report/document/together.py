"""What the report of a scan says when people filled it in together, at one screen."""

from quickscan.presentation.language import Translator
from quickscan.presentation.outcome import Divided as DividedWords
from quickscan.presentation.outcome import Outcome
from quickscan.report.document import naming
from quickscan.report.document.signs import answer_of
from quickscan.report.document.values import Dispute, Divided, Note


def divided(outcome: Outcome, _: Translator) -> Divided | None:
    """Return on what people did not agree; None for a scan of one person."""
    if not outcome.together:
        return None
    return Divided(
        name=naming.DIVIDED,
        heading=_("Waar jullie het niet over eens waren"),
        intro=outcome.divided_intro,
        disputes=tuple(_dispute(own, _) for own in outcome.divided),
        talk_label=_("Om over te praten:"),
    )


def _dispute(own: DividedWords, _: Translator) -> Dispute:
    note = Note(label=_("Jullie notitie"), text=own.note) if own.note else None
    return Dispute(answer=answer_of(own.line), note=note, talk=own.talk)
