"""The front of a report: cover, the page for the board, contents, and the profile."""

from collections.abc import Sequence

from quickscan.presentation.charts import Skin, logo, path_cover, path_profile, path_strip
from quickscan.presentation.colours import Palette
from quickscan.presentation.language import Translator
from quickscan.presentation.outcome import AdviceWords, Outcome, Place, PlaceState
from quickscan.presentation.sentences import capital, lowered
from quickscan.report.document import naming
from quickscan.report.document.method import rule
from quickscan.report.document.naming import clipped
from quickscan.report.document.signs import (
    NOT_YET,
    answer_of,
    keys_of,
    sign_of,
    sign_of_fill,
)
from quickscan.report.document.values import (
    Answer,
    Better,
    Board,
    Cell,
    Cover,
    Entry,
    Grid,
    Guide,
    Key,
    Plan,
    Profile,
    Row,
)

ON_COVER, ON_BOARD = 120, 100
"""The most characters of a name on the cover, and of a statement on the page for the board.

What is longer stands in full among the answers; on that one page it would push the rest off.
"""

CHOSEN = 3


def title_of(outcome: Outcome) -> str:
    """Return what the report is about: the name, else the questionnaire."""
    return clipped(outcome.name or outcome.title, ON_COVER)


def cover(outcome: Outcome, _: Translator, palette: Palette, *, sample: bool) -> Cover:
    """Return the front page; a sample says in place of a day that it is made up."""
    day = _("Een verzonnen voorbeeld") if sample else outcome.finished
    version = _("{title}, versie {number}.", title=outcome.title, number=outcome.version)
    return Cover(
        brand=_("Quickscan"),
        logo=logo(skin=Skin.PRINT, palette=palette),
        title=title_of(outcome),
        lines=(_("Adviesrapport"), *_filled_in(outcome, _), day),
        drawing=path_cover(
            outcome.places,
            heading=outcome.main,
            ordered=outcome.ordered,
            skin=Skin.PRINT,
            palette=palette,
        ),
        imprint=(
            version + " " + _("Status: {status}.", status=lowered(outcome.status)),
            outcome.evidence,
        ),
    )


def _filled_in(outcome: Outcome, _: Translator) -> tuple[str, ...]:
    """Return as who it was filled in, and whether by several people."""
    role = lowered(outcome.role) if outcome.role else ""
    together = (_("Samen ingevuld"),) if outcome.together else ()
    return (*together, _("Ingevuld als: {role}", role=role)) if role else together


def board(outcome: Outcome, _: Translator, palette: Palette) -> Board:
    """Return the one page for the board."""
    return Board(
        name=naming.BOARD,
        heading=_("Voor het bestuur"),
        lead=outcome.headline,
        good_heading=_("Dit gaat al goed"),
        good_intro=clipped(outcome.strengths_intro, 2 * ON_BOARD),
        good=tuple(_short(answer_of(line)) for line in outcome.strengths),
        better_heading=_("Dit kan beter"),
        better_intro=clipped(outcome.improvements_intro, 2 * ON_BOARD),
        better=tuple(_better(advice, _) for advice in outcome.improvements),
        drawing=path_strip(
            outcome.places,
            heading=outcome.main,
            ordered=outcome.ordered,
            skin=Skin.PRINT,
            palette=palette,
        ),
        plan=_plan(outcome.chosen, _),
        ask=_("Wat we van het bestuur vragen"),
        foot=outcome.overall_words
        + " "
        + _("Hoe we rekenen, staat op de volgende bladzijde."),
    )


def _short(answer: Answer) -> Answer:
    return Answer(sign=answer.sign, text=clipped(answer.text, ON_BOARD), words=answer.words)


def _better(advice: AdviceWords, _: Translator) -> Better:
    answer = _short(answer_of(advice.reason)) if advice.reason else None
    advised = _("Advies: {title}", title=lowered(advice.title)) if answer else advice.title
    return Better(answer=answer, advice=clipped(advised, 80))


def _plan(chosen: Sequence[AdviceWords], _: Translator) -> Plan:
    return Plan(
        heading=_("Hiermee gaan we aan de slag"),
        rows=tuple(
            (
                clipped(own.title, ON_BOARD),
                capital(clipped(own.actor, 60)),
                _("Moeite {effort}", effort=lowered(own.effort_short)),
            )
            for own in chosen
        ),
        prompt=""
        if chosen
        else _("Nog niets gekozen. Kies samen hooguit drie adviezen uit dit rapport."),
        empty=0 if chosen else CHOSEN,
    )


def guide(outcome: Outcome, _: Translator, entries: Sequence[Entry]) -> Guide:
    """Return the contents, and how to read the report."""
    return Guide(
        name=naming.GUIDE,
        heading=_("Inhoud"),
        entries=tuple(entries),
        reading_heading=_("Zo lees je dit rapport"),
        reading=(
            _(
                "Een score loopt van 0 tot 100. Hoe hoger, hoe meer er al staat. Het woord bij"
                " de score zegt wat dat betekent."
            ),
            _(
                "Elk antwoord heeft een teken: hoe voller het rondje, hoe verder jullie zijn."
                " Een vierkant betekent dat het antwoord niet meetelt in de score."
            ),
            _(
                "Het rapport zegt niet of jullie het goed of fout doen. Het laat zien waarover"
                " een gesprek nodig is. Kies daarna hooguit drie adviezen, en spreek af wie"
                " wat doet en wanneer."
            ),
        ),
        rule=rule(outcome, _),
    )


def _bands(outcome: Outcome, _: Translator) -> tuple[Key, ...]:
    known = tuple(
        Key(sign=sign_of_fill(band.fill), words=f"{lowered(band.label)} ({band.reach})")
        for band in outcome.bands
    )
    if any(place.state is PlaceState.NOT_YET for place in outcome.places):
        return (*known, Key(sign=NOT_YET, words=_("nog niet aan de orde")))
    return known


def profile(outcome: Outcome, _: Translator, palette: Palette) -> Profile:
    """Return where everything stands."""
    return Profile(
        name=naming.PROFILE,
        heading=_("Het profiel"),
        lead=outcome.position_sentence or outcome.headline,
        drawing=path_profile(
            outcome.places,
            bands=outcome.bands,
            heading=outcome.main,
            ordered=outcome.ordered,
            skin=Skin.PRINT,
            palette=palette,
        ),
        bands=_bands(outcome, _),
        key=keys_of(outcome.key),
        grid=_grid(outcome, _),
        others=tuple(f"{own.title}: {_stands(own.places)}." for own in outcome.others),
    )


def _stands(places: Sequence[Place]) -> str:
    """Return where the places of a dimension that stands apart are."""
    if len(places) == 1:
        return _told(places[0])
    return "; ".join(f"{lowered(own.title)} {_told(own)}" for own in places)


def _told(place: Place) -> str:
    return ", ".join(own for own in (place.words, lowered(place.band)) if own)


def _grid(outcome: Outcome, _: Translator) -> Grid | None:
    if outcome.grid is None:
        return None
    rows = tuple(
        Row(
            title=row.place.title,
            words=row.place.words,
            cells=tuple(
                Cell(
                    marks=tuple(
                        Key(sign=sign_of(line.mark), words=line.mark.label)
                        for line in cell.lines
                    ),
                    words="" if cell.lines else cell.words,
                )
                for cell in row.cells
            ),
            whole=row.whole,
        )
        for row in outcome.grid.rows
    )
    return Grid(
        name=naming.GRID,
        heading=_("Elke stelling op zijn plek"),
        explanation=outcome.grid.explanation,
        corner=capital(outcome.noun),
        columns=outcome.grid.columns,
        rows=rows,
        foot_title=outcome.grid.title,
        foot=_foot(outcome),
    )


def _foot(outcome: Outcome) -> tuple[tuple[str, str], ...]:
    """Return, for each column, its score and what that is called; "" where it has none."""
    if outcome.factors is None or outcome.grid is None:
        return ()
    told = tuple((own.words, lowered(own.band)) for own in outcome.factors.places)
    return told + (("", ""),) * (len(outcome.grid.columns) - len(told))
