"""The figures of groups in tables: beside each other, and all of them in the appendix."""

from collections.abc import Iterator, Sequence

from quickscan.presentation.beside import ThenAndNow
from quickscan.presentation.language import Translator
from quickscan.presentation.sentences import enumeration, lowered, stopped
from quickscan.presentation.team_outcome import (
    Showing,
    Side,
    Statement,
    TeamOutcome,
    TeamTheme,
)
from quickscan.report.document import naming
from quickscan.report.document.naming import clipped
from quickscan.report.document.team.values import Appendix, Earlier, Figures, Table

IN_TABLE = 60
"""The most characters of the name of a group in a table."""

WIDEST = 6
"""The most themes in a table of groups."""

NONE = "–"


def beside(outcome: TeamOutcome, _: Translator) -> tuple[Table, ...]:
    """Return a table for each dimension: a row for each group, a column for each theme.

    A dimension of one theme is a column of the table before it, where there is room.
    """
    shown = [side for side in outcome.sides if not side.is_hidden]
    axes = [(outcome.main, [side.themes for side in shown])]
    for rank, other in enumerate(shown[0].others if shown else ()):
        groups = [side.others[rank].themes for side in shown]
        title, before = axes[-1]
        if len(other.themes) == 1 and len(before[0]) < WIDEST:
            joined = [(*own, *more) for own, more in zip(before, groups, strict=True)]
            axes[-1] = (enumeration([title, lowered(other.title)], _), joined)
        else:
            axes.append((other.title, groups))
    tables = (_beside(outcome, title, groups, _) for title, groups in axes)
    return tuple(own for own in tables if len(own.columns) > 1)


def _beside(
    outcome: TeamOutcome, title: str, groups: Sequence[Sequence[TeamTheme]], _: Translator
) -> Table:
    columns = groups[0] if groups else ()
    left = iter(groups)
    rows = tuple(
        (
            clipped(side.name, IN_TABLE),
            (_("te weinig antwoorden"),) * len(columns)
            if side.is_hidden
            else tuple(cell(own, _) for own in next(left)),
        )
        for side in outcome.sides
    )
    names = tuple(own.place.title for own in columns)
    return Table(caption=title, columns=(_("Groep"), *names), rows=rows)


def cell(theme: TeamTheme, _: Translator) -> str:
    """Return a score, and below it whether people agree; a dash for not asked."""
    score = theme.place.score
    if theme.showing is Showing.NOT_ASKED:
        return NONE
    if score is None:
        return _("te weinig antwoorden")
    told = str(score) if theme.showing is Showing.EXACT else _("rond {score}", score=score)
    return "\n".join(own for own in (told, theme.agreement) if own)


def then_and_now(changes: ThenAndNow, _: Translator) -> Earlier:
    """Return a table for each group: its themes then and now, and what the difference says."""
    columns = (_("Thema"), changes.then, changes.now, _("Verschil"))
    return Earlier(
        name="toen-en-nu",
        heading=_("Toen en nu"),
        intro=_(
            "Met de vorige meting, gesloten op {then}. We rekenen alleen met wat van allebei"
            " al te zien is.",
            then=changes.then,
        ),
        tables=tuple(
            Table(
                caption=clipped(name, IN_TABLE),
                columns=columns,
                rows=tuple((own.title, (own.other, own.own, own.words)) for own in rows),
            )
            for name, rows in changes.groups
        ),
    )


# --- the appendix -----------------------------------------------------------------------


def appendix(outcome: TeamOutcome, _: Translator) -> Appendix:
    """Return every figure that is shown; what is hidden is hidden here too."""
    shown = [side for side in outcome.sides if not side.is_hidden]
    return Appendix(
        name=naming.ANSWERS,
        heading=_("Alle cijfers"),
        intro=_(
            "Hier staat alles wat getoond mag worden, en niet meer dan dat. Bij groepen vanaf"
            " tien mensen staat ook r_wg: 1 is helemaal eens, 0 is verdeeld als bij toeval."
        ),
        groups=tuple(_figures(outcome, side, _) for side in shown),
    )


def _figures(outcome: TeamOutcome, side: Side, _: Translator) -> Figures:
    axes = ((outcome.main, side.themes), *((own.title, own.themes) for own in side.others))
    told = [own for _title, themes in axes for own in themes if own.statements]
    lists = [(own.place.title, tuple(_lines(own.statements, _))) for own in told]
    if side.own:
        lists.append((_("Andere vragen"), tuple(_lines(side.own, _))))
    if side.asked:
        asked = (*side.asked.chosen, *side.asked.written)
        lists.append((side.asked.title, tuple(_lines(asked, _))))
    return Figures(
        title=clipped(side.name, IN_TABLE),
        tables=tuple(_of_themes(title, themes, _) for title, themes in axes),
        lists=tuple(lists),
    )


def _of_themes(title: str, themes: Sequence[TeamTheme], _: Translator) -> Table:
    exact = any(own.showing is Showing.EXACT for own in themes)
    columns = (_("Score"), _("Mensen"), _("Eens?"))
    more = (_("Tussen"), "r_wg(J)") if exact else ()
    return Table(
        caption=title,
        columns=(_("Thema"), *columns, *more),
        rows=tuple((own.place.title, tuple(_row(own, exact=exact))) for own in themes),
    )


def _row(theme: TeamTheme, *, exact: bool) -> Iterator[str]:
    place = theme.place
    yield place.words or place.band
    if place.score is None:
        yield from (NONE,) * (4 if exact else 2)
        return
    yield theme.people
    yield theme.agreement or NONE
    if exact:
        yield theme.interval or NONE
        yield theme.rwg or NONE


def _lines(statements: Sequence[Statement], _: Translator) -> Iterator[str]:
    """Yield each statement with its numbers, or with why there are none."""
    for own in statements:
        rwg = f"r_wg {own.rwg}" if own.rwg else ""
        told = " ".join(stopped(part) for part in (own.spoken, own.words, rwg) if part)
        yield f"{own.text} – {told}"
