"""An outcome made into a document."""

from datetime import date

from quickscan.presentation.colours import DEFAULT_PALETTE, Palette
from quickscan.presentation.language import translator
from quickscan.presentation.outcome import Outcome
from quickscan.report.document import closing, front
from quickscan.report.document.method import method
from quickscan.report.document.naming import in_margin
from quickscan.report.document.parts import entries_of, later, parts
from quickscan.report.document.together import divided
from quickscan.report.document.values import Document, Entry

SETTINGS = ((4000, "close tight"), (2800, "close"))
"""From how many characters of statements on, the type is smaller. That keeps a report within
twelve pages, which is what a board reads at one sitting, whatever the name of the thing."""


def document(  # noqa: PLR0913  what a report says beside the outcome
    outcome: Outcome,
    language: str,
    software: str,
    *,
    kept_until: date | None = None,
    sample: bool = False,
    palette: Palette = DEFAULT_PALETTE,
) -> Document:
    """Return the report of an outcome, in reading order.

    `software` is the name and version of the program; `kept_until` the last day on which
    the answers are kept, None where they are not kept at all (a sample, a file). A `sample`
    is of an invented example and says so.
    """
    _ = translator(language)
    own = parts(outcome, _)
    coming = later(outcome, _)
    unknown = closing.find_out(outcome, _)
    agenda = closing.agenda(outcome, _, own)
    notes = closing.notes(outcome, _, own)
    answers = closing.answers(outcome, _)
    account = method(outcome, _, software=software, kept_until=kept_until)
    profile = front.profile(outcome, _, palette)
    board = front.board(outcome, _, palette)
    apart = divided(outcome, _)
    after = (coming, unknown, agenda, notes, answers, account)
    entries = (
        Entry(name=board.name, title=board.heading),
        *((Entry(name=apart.name, title=apart.heading),) if apart else ()),
        Entry(name=profile.name, title=profile.heading),
        *entries_of(own),
        *(Entry(name=each.name, title=each.heading) for each in after if each),
    )
    title = front.title_of(outcome)
    return Document(
        language=language,
        title=_("{name}: adviesrapport", name=title),
        description=outcome.headline,
        running=in_margin(title, _),
        date=outcome.finished,
        of=_("van"),
        setting=_setting(outcome),
        cover=front.cover(outcome, _, palette, sample=sample),
        board=board,
        guide=front.guide(outcome, _, entries),
        profile=profile,
        parts=own,
        later=coming,
        find_out=unknown,
        agenda=agenda,
        notes=notes,
        answers=answers,
        method=account,
        palette=palette,
        divided=apart,
    )


def _setting(outcome: Outcome) -> str:
    told = sum(len(line.text) for _, lines in outcome.all_lines for line in lines)
    return next((setting for from_, setting in SETTINGS if told >= from_), "")
