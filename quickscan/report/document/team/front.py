"""The front of a team report: cover, the one page, contents."""

from collections.abc import Sequence

from quickscan.presentation.charts import Skin, groups_drawn, logo, path_cover, path_strip
from quickscan.presentation.colours import Palette
from quickscan.presentation.language import Translator
from quickscan.presentation.outcome import Place, PlaceState
from quickscan.presentation.sentences import lowered, stopped
from quickscan.presentation.team_outcome import Scope, Side, Statement, TeamOutcome, TeamTheme
from quickscan.report.document import naming
from quickscan.report.document.front import ON_BOARD, ON_COVER
from quickscan.report.document.naming import clipped
from quickscan.report.document.parts import advice_in_a_line
from quickscan.report.document.team.tables import beside
from quickscan.report.document.team.values import Highlights, Sheet
from quickscan.report.document.values import Answer, Chapter, Cover, Entry, Guide

AT_A_GLANCE = 3
"""How many of each stand on the one page."""

LEAD = 300
"""The most characters above them; what is longer stands in full with the group."""


def cover(
    outcome: TeamOutcome, _: Translator, palette: Palette, *, sample: bool = False
) -> Cover:
    """Return the front page; of several groups the path tells from where to where they are."""
    several = len(outcome.sides) > 1
    version = _("{title}, versie {number}.", title=outcome.title, number=outcome.version)
    took_part = () if several else (outcome.sides[0].took_part.removesuffix("."),)
    day = _("Een verzonnen voorbeeld") if sample else outcome.finished
    named = outcome.about and outcome.about != outcome.name
    about = (clipped(outcome.about, ON_COVER),) if named else ()
    return Cover(
        brand=_("Quickscan"),
        logo=logo(skin=Skin.PRINT, palette=palette),
        title=clipped(outcome.name, ON_COVER),
        lines=(_kind(outcome, _), *about, *took_part, day),
        drawing=path_cover(
            _spread(outcome.sides, _) if several else _places(outcome.sides[0]),
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


def _kind(outcome: TeamOutcome, _: Translator) -> str:
    if outcome.scope is Scope.ORGANISATION:
        return _("Rapport van alle teams")
    return _("Teamrapport, per groep") if len(outcome.sides) > 1 else _("Teamrapport")


def _places(side: Side) -> tuple[Place, ...]:
    return tuple(own.place for own in side.themes)


def _spread(sides: Sequence[Side], _: Translator) -> tuple[Place, ...]:
    """Return for each theme from the lowest group to the highest."""
    shown = [side for side in sides if not side.is_hidden] or sides
    by_theme = zip(*(side.themes for side in shown), strict=True)
    return tuple(_from_to(own, _) for own in by_theme)


def _from_to(groups: Sequence[TeamTheme], _: Translator) -> Place:
    scored = sorted(
        (own.place for own in groups if own.place.score is not None),
        key=lambda place: place.score or 0,
    )
    if not scored:
        states = {own.place.state: own.place for own in groups}
        return states.get(PlaceState.HIDDEN, groups[0].place)
    low, high = scored[0], scored[-1]
    first, last = low.score or 0, high.score or 0
    words = low.words
    if first < last:
        words = _("{low} tot {high} van 100", low=first, high=last)
    return Place(
        id=low.id,
        title=low.title,
        state=low.state,
        band="",
        spoken=f"{low.title}: {words}.",
        summary="",
        calculation="",
        score=(first + last) // 2,
        words=words,
        fill=low.fill,
    )


# --- the one page -----------------------------------------------------------------------


def sheet_of_one(outcome: TeamOutcome, _: Translator, palette: Palette) -> Sheet:
    """Return the page for team and board."""
    (side,) = outcome.sides
    return Sheet(
        name=naming.BOARD,
        heading=_("Voor team en bestuur"),
        lead=clipped(f"{side.took_part} {side.headline or side.needed}", LEAD),
        highlights=None if side.is_hidden else highlights(side, _, AT_A_GLANCE),
        drawing=path_strip(
            _places(side),
            heading=outcome.main,
            ordered=outcome.ordered,
            skin=Skin.PRINT,
            palette=palette,
        ),
        talk_heading=_("Praat hierover") if side.divided else "",
        talk=tuple(clipped(question(own, _), 150) for own in side.divided[:AT_A_GLANCE]),
        advice_heading=_("Advies") if side.advice else "",
        advice=tuple(advice_in_a_line(own, _) for own in side.advice[:AT_A_GLANCE]),
        tables=(),
        notes=(),
        foot=_("Er is geen totaalcijfer.") + " " + _where_it_is_told(_),
    )


def sheet_of_several(outcome: TeamOutcome, _: Translator, palette: Palette) -> Sheet:
    """Return the page on which groups stand beside each other."""
    return Sheet(
        name=naming.BOARD,
        heading=_("De groepen naast elkaar"),
        lead=_(
            "Elk getal is de score van een groep, van 0 tot 100. Vergelijk niet op een paar"
            " punten: kijk waar groepen ver uiteen liggen, en vraag elkaar hoe dat komt."
        ),
        highlights=None,
        drawing=groups_drawn(
            outcome.sides, heading=outcome.main, skin=Skin.PRINT, palette=palette
        ),
        talk_heading="",
        talk=(),
        advice_heading="",
        advice=(),
        tables=beside(outcome, _),
        notes=(
            _(
                "‘Rond’ betekent: afgerond op vijf. Dat doen we met minder dan tien mensen, en"
                " waar een preciezer getal te veel zou vertellen. Een streepje betekent: niet"
                " gevraagd, of nog niet aan de orde."
            ),
        ),
        foot="",
    )


def _where_it_is_told(_: Translator) -> str:
    return _("Hoe alle cijfers ontstaan, staat bij ‘{chapter}’.", chapter=method_heading(_))


def method_heading(_: Translator) -> str:
    """Return what the account of a team report is called."""
    return _("Hoe dit rapport gemaakt is")


def question(statement: Statement, _: Translator) -> str:
    """Return the question to talk about; a general one where the questionnaire has none."""
    return statement.talk or f"{statement.text} {general_question(_)}"


def general_question(_: Translator) -> str:
    """Return what to ask where the questionnaire has no question of its own."""
    return _("Waar zien jullie dit wel, en waar niet?")


def highlights(side: Side, _: Translator, most: int | None = None) -> Highlights:
    """Return what goes well and what asks attention, as many as there is room for."""
    good, attention = _short(side.strengths, most, _), _short(side.attention, most, _)
    return Highlights(
        good_heading=_("Dit gaat al goed"),
        good_intro=""
        if good
        else _("Er is nog geen stelling waarbij minstens driekwart aan de goede kant koos."),
        good=good,
        attention_heading=_("Dit vraagt aandacht"),
        attention_intro=""
        if attention
        else _("Er is geen stelling waarbij minstens de helft aan de andere kant koos."),
        attention=attention,
    )


def _short(
    statements: Sequence[Statement], most: int | None, _: Translator
) -> tuple[Answer, ...]:
    shown = statements[:most]
    told = [
        Answer(
            sign="",
            text=clipped(own.text, ON_BOARD) if most else own.text,
            words=stopped(own.brief),
        )
        for own in shown
    ]
    left = len(statements) - len(shown)
    if left:
        words = _.many(
            "En nog {number} stelling, verderop.",
            "En nog {number} stellingen, verderop.",
            left,
        )
        told.append(Answer(sign="", text=words, words=""))
    return tuple(told)


# --- contents ---------------------------------------------------------------------------


def guide(outcome: TeamOutcome, _: Translator, entries: Sequence[Entry]) -> Guide:
    """Return the contents, and how to read the report."""
    return Guide(
        name=naming.GUIDE,
        heading=_("Inhoud"),
        entries=tuple(entries),
        reading_heading=_("Zo lees je dit rapport"),
        reading=(
            _(
                "Een score loopt van 0 tot 100. Hoe hoger, hoe meer er volgens de groep al"
                " staat. Erachter staat of mensen het eens zijn."
            ),
            _(
                "Gearceerd betekent: te weinig antwoorden om te tonen. Gestippeld betekent:"
                " nog niet aan de orde, of niemand gaf antwoord."
            ),
            _(
                "Verdeeld zijn is niet fout. Het laat zien waarover een gesprek nodig is."
                " Begin met de vragen om over te praten, en kies daarna hooguit drie adviezen."
            ),
        ),
        rule=Chapter(
            heading=_("Hoe is dit berekend?"),
            sentences=(outcome.explanation[0] + " " + _where_it_is_told(_),),
        ),
    )
