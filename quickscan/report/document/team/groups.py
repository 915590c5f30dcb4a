"""The middle of a team report: everything that is shown about each group."""

from collections.abc import Iterator, Sequence

from quickscan.presentation.charts import (
    Skin,
    answers_drawn,
    mean_drawn,
    nothing_drawn,
    path_profile,
)
from quickscan.presentation.colours import Palette
from quickscan.presentation.language import Translator
from quickscan.presentation.outcome import PlaceState
from quickscan.presentation.sentences import capital, in_words, lowered, stopped
from quickscan.presentation.team_outcome import (
    Showing,
    Side,
    Statement,
    TeamOutcome,
    TeamTheme,
)
from quickscan.report.document.naming import clipped
from quickscan.report.document.parts import advice_in_a_line, advice_in_full
from quickscan.report.document.signs import NOT_YET, sign_of_fill
from quickscan.report.document.team.front import AT_A_GLANCE, general_question, highlights
from quickscan.report.document.team.values import (
    Advices,
    Agreements,
    FindOut,
    Group,
    HiddenGroups,
    Part,
    Profile,
    Question,
    Talk,
    Told,
)
from quickscan.report.document.values import Answer, Entry, Fact, Key

IN_FULL = 8
"""How many advices of a group are told in full."""

IN_TITLE = 80
ROWS = 5


def groups(outcome: TeamOutcome, _: Translator, palette: Palette) -> tuple[Group, ...]:
    """Return a chapter for each group of which something is shown."""
    return tuple(
        _Chapter(outcome, side, f"groep-{number}", _, palette).group()
        for number, side in enumerate(outcome.sides, start=1)
        if not side.is_hidden
    )


def hidden(outcome: TeamOutcome, _: Translator, palette: Palette) -> HiddenGroups | None:
    """Return the groups of which nothing is shown, by name; None where there is none.

    A group that is alone has said so on its one page.
    """
    sides = [side for side in outcome.sides if side.is_hidden]
    if not sides or len(outcome.sides) == 1:
        return None
    return HiddenGroups(
        name="verborgen",
        heading=_("Te weinig antwoorden om te tonen"),
        intro=sides[0].needed,
        groups=tuple(Fact(label=clipped(side.name, IN_TITLE), words="") for side in sides),
        drawing=nothing_drawn(Showing.HIDDEN, skin=Skin.PRINT, palette=palette),
    )


def all_advice(outcome: TeamOutcome, _: Translator) -> Advices | None:
    """Return the advice of several groups in full, each once; None where groups tell it."""
    found = {own.id: own for side in outcome.sides for own in side.advice}
    if not found or len(outcome.sides) == 1:
        return None
    return Advices(
        name="adviezen",
        heading=_("De adviezen"),
        intro=_("Bij elke groep staat welke adviezen daar gelden. Hier staan ze voluit."),
        advice=tuple(advice_in_full(own, _) for own in found.values()),
        more_heading="",
        more=(),
    )


def entries_of(group: Group) -> Iterator[Entry]:
    """Yield the lines of the contents for the sections of a group."""
    own = group.own
    closing = (group.talk, group.find_out, group.advices, group.agreements)
    yield Entry(name=group.profile.name, title=group.profile.heading)
    for part in group.parts:
        yield Entry(name=part.name, title=part.title, aside=lowered(part.score))
    for unscored in (own, group.asked):
        if unscored:
            yield Entry(name=unscored.name, title=unscored.title)
    for each in closing:
        if each:
            yield Entry(name=each.name, title=each.heading)


class _Chapter:
    """Writes the chapter of one group."""

    def __init__(
        self, outcome: TeamOutcome, side: Side, name: str, _: Translator, palette: Palette
    ) -> None:
        self.outcome, self.side, self.name = outcome, side, name
        self._, self.palette = _, palette
        self.is_alone = len(outcome.sides) == 1

    def group(self) -> Group:
        """Return everything about the group."""
        _, side = self._, self.side
        later = [t for t in side.themes if t.place.state is PlaceState.NOT_YET]
        over = max(len(side.strengths), len(side.attention)) > AT_A_GLANCE
        return Group(
            name=self.name,
            title=clipped(side.name or self.outcome.name, IN_TITLE),
            lead=side.headline if self.is_alone else f"{side.took_part} {side.headline}",
            highlights=highlights(side, _) if over or not self.is_alone else None,
            profile=self._profile(),
            parts=tuple(self._parts()),
            later=tuple(Fact(label=t.place.title, words=t.place.goal) for t in later),
            later_heading=_("Nog niet aan de orde") if later else "",
            talk=self._talk(),
            find_out=self._find_out(),
            advices=self._advices(),
            own=self._own(),
            asked=self._asked(),
            agreements=self._agreements() if self.is_alone else None,
        )

    def _profile(self) -> Profile:
        side, outcome = self.side, self.outcome
        return Profile(
            name=f"{self.name}-profiel",
            heading=self._("Het profiel"),
            drawing=self._drawn(outcome.main, side.themes, ordered=outcome.ordered),
            bands=tuple(self._bands()),
            others=tuple(
                (own.title, self._drawn(own.title, own.themes, ordered=False))
                for own in side.others
                if len(own.themes) > 1
            ),
        )

    def _drawn(self, heading: str, themes: Sequence[TeamTheme], *, ordered: bool) -> str:
        return path_profile(
            [own.place for own in themes],
            bands=self.outcome.bands,
            heading=heading,
            ordered=ordered,
            skin=Skin.PRINT,
            palette=self.palette,
        )

    def _bands(self) -> Iterator[Key]:
        for band in self.outcome.bands:
            words = f"{lowered(band.label)} ({band.reach})"
            yield Key(sign=sign_of_fill(band.fill), words=words)
        if any(own.place.state is PlaceState.NOT_YET for own in self.side.themes):
            yield Key(sign=NOT_YET, words=self._("nog niet aan de orde"))

    def _parts(self) -> Iterator[Part]:
        """Yield a part for each theme that has statements, the main dimension first."""
        axes = [("", self.side.themes)]
        axes += [
            (own.title if len(own.themes) > 1 else "", own.themes) for own in self.side.others
        ]
        told = [(over, own) for over, themes in axes for own in themes if own.statements]
        marked = next((own for _over, own in told if _has_marks(own)), None)
        for rank, (over, theme) in enumerate(told, start=1):
            key = self.side.key if theme is marked else ""
            yield self._part(f"{self.name}-deel-{rank}", over, theme, key)

    def _part(self, name: str, over: str, theme: TeamTheme, key: str) -> Part:
        place = theme.place
        return Part(
            name=name,
            over=over,
            title=place.title,
            score=capital(", ".join(own for own in (place.words, place.band) if own)),
            goal=place.goal,
            sentences=theme.sentences if theme.is_asked else (),
            drawing=mean_drawn(theme, skin=Skin.PRINT, palette=self.palette),
            key=key,
            columns=self._columns(),
            statements=self._told(theme.statements),
        )

    def _columns(self) -> tuple[str, str]:
        return self._("Stelling"), self._("Wat jullie antwoordden")

    def _told(self, statements: Sequence[Statement]) -> tuple[Told, ...]:
        return tuple(
            Told(
                text=own.text,
                words=own.words,
                drawing=answers_drawn(own, skin=Skin.PRINT, palette=self.palette)
                or nothing_drawn(own.showing, skin=Skin.PRINT, palette=self.palette),
                more=own.more,
                texts=own.texts,
            )
            for own in statements
        )

    def _own(self) -> Part | None:
        """Return the questions without a score."""
        if not self.side.own:
            return None
        return Part(
            name=f"{self.name}-vragen",
            over="",
            title=self._("Andere vragen"),
            score="",
            goal=self._("Deze vragen tellen niet mee in een score."),
            sentences=(),
            drawing="",
            key="",
            columns=(self._("Vraag"), self._("Wat jullie antwoordden")),
            statements=self._told(self.side.own),
        )

    def _asked(self) -> Part | None:
        """Return the questions of the organisation itself."""
        asked = self.side.asked
        if asked is None:
            return None
        return Part(
            name=f"{self.name}-eigen",
            over="",
            title=asked.title,
            score="",
            goal=self._("Deze vragen tellen niet mee in een score."),
            sentences=(),
            drawing="",
            key=asked.key,
            columns=(self._("Vraag"), self._("Wat jullie antwoordden")),
            statements=self._told(asked.chosen),
            written=self._told(asked.written),
        )

    def _talk(self) -> Talk | None:
        if not self.side.divided:
            return None
        _, number = self._, len(self.side.divided)
        return Talk(
            name=f"{self.name}-gesprek",
            heading=_("Om over te praten"),
            intro=_.many(
                "Over {count} stelling zijn jullie verdeeld. Vraag eerst wat ieder ziet, en"
                " daarna pas wie er gelijk heeft.",
                "Over {count} stellingen zijn jullie verdeeld. Vraag eerst wat ieder ziet, en"
                " daarna pas wie er gelijk heeft.",
                number,
                count=in_words(number, _),
            ),
            questions=tuple(
                Question(
                    statement=own.text,
                    words=stopped(capital(own.brief)),
                    question=own.talk or general_question(_),
                )
                for own in self.side.divided
            ),
        )

    def _find_out(self) -> FindOut | None:
        if not self.side.to_find_out:
            return None
        _ = self._
        return FindOut(
            name=f"{self.name}-uitzoeken",
            heading=_("Uit te zoeken"),
            intro=_(
                "Bij deze stellingen weet de helft of meer het antwoord niet. Dat is geen"
                " minpunt. Wie in de organisatie weet het wel?"
            ),
            answers=tuple(
                Answer(sign="", text=own.text, words="", aside=f"({own.theme})")
                for own in self.side.to_find_out
            ),
            ask=_("Wie zoekt dit uit, en wanneer horen we het?"),
        )

    def _advices(self) -> Advices | None:
        """Return the advice of the group: in full if it is alone, else by name."""
        advice = self.side.advice
        if not advice:
            return None
        full = IN_FULL if self.is_alone else 0
        _, others = self._, advice[full:]
        return Advices(
            name=f"{self.name}-advies",
            heading=_("Advies"),
            intro=_(
                "Elk advies geldt voor minstens de helft van de mensen. Kies er samen hooguit"
                " drie."
            ),
            advice=tuple(advice_in_full(own, _) for own in advice[:full]),
            more_heading=_("Wat ook kan helpen") if full and others else "",
            more=tuple(advice_in_a_line(own, _) for own in others),
        )

    def _agreements(self) -> Agreements:
        _ = self._
        return Agreements(
            name=f"{self.name}-afspraken",
            heading=_("Afspraken"),
            lead=_(
                "Vul samen in wat jullie gaan doen. Kies liever één ding goed dan vijf half."
            ),
            columns=(_("Wat"), _("Wie"), _("Wanneer"), _("Waaraan zien we het?")),
            empty=ROWS,
        )


def _has_marks(theme: TeamTheme) -> bool:
    return any(own.showing is Showing.ROUGH for own in theme.statements)
