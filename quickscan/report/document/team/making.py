"""A team outcome made into a document."""

from quickscan.presentation.beside import ThenAndNow
from quickscan.presentation.colours import DEFAULT_PALETTE, Palette
from quickscan.presentation.language import translator
from quickscan.presentation.team_outcome import TeamOutcome
from quickscan.report.document import naming
from quickscan.report.document.front import ON_COVER
from quickscan.report.document.method import about, sources
from quickscan.report.document.naming import clipped, in_margin
from quickscan.report.document.team import front
from quickscan.report.document.team.groups import all_advice, entries_of, groups, hidden
from quickscan.report.document.team.meetings import entries_of as meetings_of
from quickscan.report.document.team.meetings import meetings
from quickscan.report.document.team.tables import appendix, then_and_now
from quickscan.report.document.team.values import TeamDocument
from quickscan.report.document.values import Chapter, Entry, Method


def team_document(
    outcome: TeamOutcome,
    software: str,
    *,
    sample: bool = False,
    palette: Palette = DEFAULT_PALETTE,
    changes: ThenAndNow | None = None,
) -> TeamDocument:
    """Return the report of one group, or of several beside each other, in reading order.

    `software` is the name and version of the program; `changes` lay the groups beside what
    they showed in an earlier round; a `sample` says that it is invented.
    """
    _ = translator(outcome.language)
    several = len(outcome.sides) > 1
    own = groups(outcome, _, palette)
    without = hidden(outcome, _, palette)
    advices = all_advice(outcome, _)
    figures = appendix(outcome, _)
    earlier = then_and_now(changes, _) if changes else None
    account = _method(outcome, software)
    onwards = meetings(outcome, _)
    sheet = (
        front.sheet_of_several(outcome, _, palette)
        if several
        else front.sheet_of_one(outcome, _, palette)
    )
    inner = (
        [Entry(name=each.name, title=each.title) for each in own]
        if several
        else [entry for each in own for entry in entries_of(each)]
    )
    after = (without, earlier, advices, figures if figures.groups else None, account)
    entries = (
        Entry(name=sheet.name, title=sheet.heading),
        *inner,
        *(Entry(name=each.name, title=each.heading) for each in after if each),
        *(meetings_of(onwards) if onwards else ()),
    )
    title = clipped(outcome.name, ON_COVER)
    return TeamDocument(
        language=outcome.language,
        title=_("{name}: teamrapport", name=title),
        description=sheet.lead,
        running=in_margin(title, _),
        of=_("van"),
        setting="team",
        cover=front.cover(outcome, _, palette, sample=sample),
        sheet=sheet,
        guide=front.guide(outcome, _, entries),
        groups=own,
        hidden=without,
        earlier=earlier,
        advices=advices,
        appendix=figures,
        method=account,
        meetings=onwards,
        palette=palette,
    )


def _method(outcome: TeamOutcome, software: str) -> Method:
    _ = translator(outcome.language)
    advice = {own.id: own for side in outcome.sides for own in side.advice}
    chapters = (
        Chapter(heading=_("Hoe is dit berekend?"), sentences=outcome.explanation),
        Chapter(heading=_("Wat we tonen, en waarom"), sentences=outcome.rules),
        Chapter(heading=_("Privacy"), sentences=outcome.privacy),
        sources(tuple(advice.values()), _),
        about(outcome, _, software),
    )
    return Method(
        name=naming.METHOD,
        heading=front.method_heading(_),
        chapters=tuple(own for own in chapters if own.sentences or own.facts),
    )
