"""The drawings of the result page, made from an outcome."""

from dataclasses import dataclass

from markupsafe import Markup

from quickscan.presentation import charts
from quickscan.presentation.among import AmongDimension, Others, among_key
from quickscan.presentation.outcome import BandWords, Mark, Outcome, Place
from quickscan.web.scan.contexts import SectionState
from quickscan.web.speaking import language


@dataclass(frozen=True, slots=True)
class Drawings:
    """What the template of the result draws."""

    outcome: Outcome

    def mark(self, mark: Mark) -> Markup:
        """Draw one answer; its words must stand beside it."""
        return charts.mark(mark)

    def station(self, place: Place) -> Markup:
        """Draw the station of one place, filled as far as its band."""
        return charts.station_mark(place.fill)

    def band(self, band: BandWords) -> Markup:
        """Draw the station of a band, for the key."""
        return charts.station_mark(band.fill)

    @property
    def profile(self) -> Markup:
        """Draw all places on one scale, twice: for a wide page and for a narrow one."""
        return profile(self.outcome, wide=True, classes="wide") + profile(
            self.outcome, wide=False, classes="slim"
        )


def profile(outcome: Outcome, *, wide: bool, classes: str = "") -> Markup:
    """Draw all places of an outcome on one scale."""
    drawn = charts.path_profile(
        outcome.places,
        bands=outcome.bands,
        heading=outcome.main,
        ordered=outcome.ordered,
        wide=wide,
        classes=classes,
    )
    return charts.facing(drawn, outcome.language)


_STOPS = {
    "done": charts.StopState.DONE,
    "begun": charts.StopState.HERE,
    "open": charts.StopState.TODO,
    "later": charts.StopState.LATER,
}


def trail_stop(state: SectionState) -> Markup:
    """Draw one section in the overview: a stop on the path, or a square beside it."""
    stop = charts.Stop(title=state.title, state=_STOPS[state.state], on_path=state.on_path)
    return charts.facing(charts.path_stop(stop, last=state.last), language())


def spine(last: bool) -> Markup:  # noqa: FBT001  called from a template
    """Draw one stop of the upright path on the home page; the last one has the loop."""
    stop = charts.Stop(title="", state=charts.StopState.TODO)
    return charts.facing(charts.path_stop(stop, last=last), language())


def among(own: AmongDimension, others: Others) -> Markup:
    """Draw where one stands among others, twice: for a wide page and for a narrow one."""
    key = among_key(language(), others)
    return Markup().join(
        charts.facing(
            charts.among_drawn(
                own.rows, key, heading=own.title, wide=wide, classes="wide" if wide else "slim"
            ),
            language(),
        )
        for wide in (True, False)
    )
