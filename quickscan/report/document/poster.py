"""What is printed to invite a team: one page for the wall, and cards to draw blind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from quickscan.domain.ids import RoleId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.charts import Skin, logo, qr_drawn
from quickscan.presentation.colours import DEFAULT_PALETTE, Palette
from quickscan.presentation.dates import long_date
from quickscan.presentation.language import Translator, translator
from quickscan.presentation.promises import small
from quickscan.presentation.sentences import capital, minutes_in_words
from quickscan.report.document.naming import clipped

ON_POSTER = 280
"""The most characters of a round's word; the whole of it stands on the website."""

ON_PAGE = 10
"""How many cards fit on a page."""

NAME, ON_CARD = 50, 30
"""The most characters of a name on a poster, and on a card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Who asks which team to take part in what, until when, and where.

    `entrance` is the address at which a code can be typed; with the code behind it, it is the
    link. `size` is that of the team, `minimum` the smallest group. With `single_use` people
    draw a card, and `code` leads to the result only.
    """

    questionnaire: Questionnaire
    language: str
    organisation: str
    name: str
    team: str
    size: int
    minimum: int
    role: RoleId | None
    word: str
    opens: date
    closes: date
    entrance: str
    code: str
    single_use: bool

    def link(self, code: str) -> str:
        """Return the address that a code opens."""
        return f"{self.entrance}/{code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way in: a QR code, and the link and the code that it stands for."""

    drawing: str
    link: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """One page that invites a team."""

    template: ClassVar[str] = "poster.html"
    styles: ClassVar[tuple[str, ...]] = ("rapport.css", "poster.css")
    spoken: ClassVar[tuple[str, ...]] = ()
    links: ClassVar[Mapping[str, str]] = {}

    language: str
    title: str
    description: str
    brand: str
    logo: str
    over: str
    heading: str
    lead: str
    facts: tuple[str, ...]
    word_heading: str
    word: str
    way_heading: str
    way: Way
    way_words: tuple[str, ...]
    code_words: str
    promise_heading: str
    promises: tuple[str, ...]
    palette: Palette


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Sheets of cards to cut, each with a code that works once."""

    template: ClassVar[str] = "cards.html"
    styles: ClassVar[tuple[str, ...]] = ("rapport.css", "poster.css")
    spoken: ClassVar[tuple[str, ...]] = ()
    links: ClassVar[Mapping[str, str]] = {}

    language: str
    title: str
    description: str
    brand: str
    logo: str
    heading: str
    lead: str
    steps: tuple[str, ...]
    card_heading: str
    until: str
    prompt: str
    sheets: tuple[tuple[Way, ...], ...]
    palette: Palette


def poster(call: Call, *, palette: Palette = DEFAULT_PALETTE) -> Poster:
    """Return the poster for a team."""
    _ = translator(call.language)
    title = call.questionnaire.title.to(call.language)
    team = clipped(call.team, NAME)
    return Poster(
        language=call.language,
        title=_("Doe mee, team {team}", team=team),
        description=title,
        brand=_("Quickscan"),
        logo=logo(skin=Skin.PRINT, palette=palette),
        over=" · ".join((clipped(call.organisation, NAME), clipped(call.name, NAME))),
        heading=_("Team {team}, doe je mee?", team=team),
        lead=f"{title}. {clipped(call.questionnaire.summary.to(call.language), ON_POSTER)}",
        facts=tuple(_facts(call, _)),
        word_heading=_(
            "Een woord van {organisation}", organisation=clipped(call.organisation, NAME)
        ),
        word=clipped(" ".join(call.word.split()), ON_POSTER),
        way_heading=_("Trek een kaartje") if call.single_use else _("Zo doe je mee"),
        way=_way(call, call.code, _, palette),
        way_words=tuple(_ways(call, _)),
        code_words=""
        if call.single_use
        else _("Of typ deze code op {address}", address=call.entrance),
        promise_heading=_("Wie ziet wat"),
        promises=tuple(_promises(call, _)),
        palette=palette,
    )


def cards(call: Call, codes: Sequence[str], *, palette: Palette = DEFAULT_PALETTE) -> Cards:
    """Return a card for each code of a team."""
    _ = translator(call.language)
    team = clipped(call.team, NAME)
    ways = [_way(call, code, _, palette) for code in codes]
    return Cards(
        language=call.language,
        title=_("Kaartjes voor team {team}", team=team),
        description=call.questionnaire.title.to(call.language),
        brand=_("Quickscan"),
        logo=logo(skin=Skin.PRINT, palette=palette),
        heading=_("Kaartjes voor team {team}", team=team),
        lead=_.many(
            "Eén kaartje, met een code die één keer werkt.",
            "{number} kaartjes, elk met een code die één keer werkt.",
            len(codes),
        ),
        steps=(
            _("Print de volgende bladzijden op één kant. Knip de kaartjes los."),
            _("Vouw elk kaartje dubbel, met de code naar binnen."),
            _(
                "Doe ze samen in een doos of envelop. Laat ieder er een trekken, zonder te "
                "kijken."
            ),
            _("Deel ze niet uit op naam, en schrijf niet op wie welk kaartje heeft."),
            _("Gooi weg wat over is. Dit vel ook: wie een code heeft, kan hem gebruiken."),
            _(
                "Of een code gebruikt is, kan niemand zien. Wie een code probeert, maakt hem "
                "op."
            ),
        ),
        card_heading=" · ".join(clipped(own, ON_CARD) for own in (call.team, call.name)),
        until=_("Tot en met {closes}", closes=long_date(call.closes, call.language)),
        prompt=_("Trek er een, zonder te kijken. De code werkt één keer."),
        sheets=tuple(
            tuple(ways[start : start + ON_PAGE]) for start in range(0, len(ways), ON_PAGE)
        ),
        palette=palette,
    )


def _way(call: Call, code: str, _: Translator, palette: Palette) -> Way:
    link = call.link(code)
    title = _("QR-code naar {link}", link=link)
    return Way(
        drawing=qr_drawn(link, title=title, skin=Skin.PRINT, palette=palette),
        link=link,
        code=code,
    )


def _facts(call: Call, _: Translator) -> Iterator[str]:
    opens, closes = (long_date(day, call.language) for day in (call.opens, call.closes))
    yield _("Van {opens} tot en met {closes}", opens=opens, closes=closes)
    role = call.questionnaire.role(call.role)
    minutes = role.minutes if role and role.minutes else call.questionnaire.minutes
    yield capital(minutes_in_words(minutes, _))
    yield _("Zonder account en zonder naam")


def _ways(call: Call, _: Translator) -> Iterator[str]:
    if call.single_use:
        yield _(
            "Trek een kaartje, zonder te kijken. Met de code erop doe je één keer mee. "
            "Niemand kan zien of een code gebruikt is."
        )
        yield _(
            "Volg de link op je kaartje. Of ga naar de link hieronder en typ je code. Na "
            "sluiting staat daar de uitslag van jullie team."
        )
        return
    yield _("Richt de camera van je telefoon op het blok. Of ga naar deze link:")


def _promises(call: Call, _: Translator) -> Iterator[str]:
    yield _(
        "Jouw antwoorden ziet niemand anders: {organisation} niet, je collega’s niet en je "
        "leidinggevende niet.",
        organisation=clipped(call.organisation, NAME),
    )
    if call.size < call.minimum:
        yield small(call.size, _)
    else:
        yield _(
            "Na sluiting zien jullie team en de coördinatoren dezelfde cijfers, alleen van "
            "groepen van minstens {minimum} mensen.",
            minimum=call.minimum,
        )
    yield _("Voor je begint, lees je precies wie wat ziet.")
