"""The result of a team as a page: the same for its members and for its coordinators."""

from dataclasses import dataclass

from flask import Response, make_response, render_template, request
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from quickscan.presentation import charts
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
from quickscan.services.round_reports import in_words, of_team, team_manuscript
from quickscan.services.round_result import Earlier
from quickscan.storage.subjects import Subject
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
    then: Earlier | None,
) -> str:
    """Return the page of a team's result; its round is closed.

    `here` is the address of the page, `pdf` that of the report, `again` where one that could
    not be made is asked for once more. `then` is an earlier round that whoever looks may see.

    Raises:
        NotFound: the round is not closed.
    """
    own = team_manuscript(round_, team, language(), then)
    if own is None:
        raise NotFound
    words = in_words(own)
    state = services().reports.asked(subject_of(round_, team, language(), then))
    return render_template(
        "team/result.html",
        o=words,
        draw=Drawings(words),
        showing=Showing,
        report=ReportLink(state=state, language=language(), pdf=pdf, again=again, here=here),
        states=ReportState,
        general=say()("Waar zien jullie dit wel, en waar niet?"),
        ref=None,
        changes=own.changes,
    )


def subject_of(round_: Round, team: RoundTeam, language: str, then: Earlier | None) -> Subject:
    """Return which report of a team is for someone who may see this earlier round, or none."""
    return of_team(round_, team, language, alone=leaves_out(round_, then))


def leaves_out(round_: Round, then: Earlier | None) -> bool:
    """Say whether there is an earlier round that is not to be seen."""
    return then is None and round_.previous is not None


def round_report(round_: Round, subject: Subject, *, back: str) -> Response | tuple[str, int]:
    """Give a report of a round as a file, or a page that says it is not ready.

    Raises:
        NotFound: there are no reports in this language, or none before the round is closed.
    """
    spoken = (*LANGUAGES, *round_.questionnaire.languages)
    if subject.language not in spoken or round_.closed is None:
        raise NotFound
    pdf = services().reports.made(subject)
    if pdf is None:
        state = services().reports.asked(subject)
        page = render_template("scan/waiting.html", here=request.path, back=back, state=state)
        return page, 503
    response = make_response(pdf)
    response.headers["Content-Type"] = "application/pdf"
    name = f"teamrapport-{round_.questionnaire.id}-{round_.closed}.pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
