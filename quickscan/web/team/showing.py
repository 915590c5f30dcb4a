"""The result of a team as a page: the same for its members and for its coordinators."""

from dataclasses import dataclass

from flask import Response, make_response, render_template, request
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from quickscan.presentation import charts
from quickscan.presentation.beside import BesideRow
from quickscan.presentation.dates import long_date
from quickscan.presentation.language import LANGUAGES
from quickscan.presentation.outcome import BandWords, Place
from quickscan.presentation.team_outcome import (
    Showing,
    Side,
    Statement,
    TeamOutcome,
    TeamTheme,
)
from quickscan.services.reports import ReportState
from quickscan.services.round import Round, RoundTeam
from quickscan.services.round_reports import team_words, through_time
from quickscan.web.scan.afterwards import ReportLink
from quickscan.web.speaking import language, say
from quickscan.web.wiring import services


@dataclass(frozen=True, slots=True)
class Drawings:
    """What the template of a team result draws."""

    outcome: TeamOutcome

    def profile(self, side: Side) -> Markup:
        """Draw where a group stands, twice: for a wide page and for a narrow one."""
        return Markup().join(
            charts.facing(
                charts.path_profile(
                    tuple(theme.place for theme in side.themes),
                    bands=self.outcome.bands,
                    heading=self.outcome.main,
                    ordered=self.outcome.ordered,
                    wide=wide,
                    classes="wide" if wide else "slim",
                ),
                self.outcome.language,
            )
            for wide in (True, False)
        )

    @property
    def beside(self) -> Markup:
        """Draw groups beside each other, twice; nothing for one group."""
        return Markup().join(
            charts.facing(
                charts.groups_drawn(
                    self.outcome.sides,
                    heading=self.outcome.main,
                    wide=wide,
                    classes="wide" if wide else "slim",
                ),
                self.outcome.language,
            )
            for wide in (True, False)
        )

    def mean(self, theme: TeamTheme) -> Markup:
        """Draw a mean with its interval; nothing where there is none."""
        return charts.facing(charts.mean_drawn(theme), self.outcome.language)

    def answers(self, statement: Statement) -> Markup:
        """Draw what people answered: marks, bars, or that it is hidden or empty."""
        drawn = charts.answers_drawn(statement) or charts.nothing_drawn(statement.showing)
        return charts.facing(drawn, self.outcome.language)

    def station(self, place: Place) -> Markup:
        """Draw the station of one place, filled as far as its score."""
        return charts.station_mark(place.fill)

    def band(self, band: BandWords) -> Markup:
        """Draw the station of a band, for the key."""
        return charts.station_mark(band.fill)


def team_page(  # noqa: PLR0913  a page and its links
    round_: Round,
    team: RoundTeam,
    *,
    here: str,
    pdf: str,
    again: str,
    then: Round | None,
) -> str:
    """Return the page of a team's result; its round is closed.

    `here` is the address of the page, `pdf` that of the report, `again` where one that could
    not be made is asked for once more. `then` is an earlier round that whoever looks may see.
    """
    words = team_words(round_, team, language())
    state = services().reports.team_state(round_, team, language())
    return render_template(
        "team/result.html",
        o=words,
        draw=Drawings(words) if words else None,
        showing=Showing,
        report=ReportLink(state=state, language=language(), pdf=pdf, again=again, here=here),
        states=ReportState,
        general=say()("Waar zien jullie dit wel, en waar niet?"),
        ref=None,
        then=long_date(then.closed, language()) if then and then.closed else "",
        now=long_date(round_.closed, language()) if round_.closed else "",
        changes=_through_time(round_, team, then),
    )


def _through_time(
    now: Round, team: RoundTeam, then: Round | None
) -> tuple[tuple[str, tuple[BesideRow, ...]], ...]:
    if then is None or then.questionnaire.id != now.questionnaire.id:
        return ()
    between = services().taking_part.between(then, now)
    return through_time(now, team, then, between, language())


def team_report(
    round_: Round, team: RoundTeam, wanted: str, *, back: str
) -> Response | tuple[str, int]:
    """Give a team's report as a file, or a page that says it is not ready.

    Raises:
        NotFound: there are no reports in this language, or none before the round is closed.
    """
    if wanted not in (*LANGUAGES, *round_.questionnaire.languages) or round_.closed is None:
        raise NotFound
    pdf = services().reports.team_pdf(round_, team, wanted)
    if pdf is None:
        state = services().reports.team_state(round_, team, wanted)
        page = render_template("scan/waiting.html", here=request.path, back=back, state=state)
        return page, 503
    response = make_response(pdf)
    response.headers["Content-Type"] = "application/pdf"
    name = f"teamrapport-{round_.questionnaire.id}-{round_.closed}.pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
