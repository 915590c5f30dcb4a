"""All teams of a closed round: beside each other, two at a time, and together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import Response, render_template, request, url_for
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import NotFound

from quickscan.presentation.beside import BesideRow
from quickscan.presentation.team_outcome import Showing, TeamOutcome
from quickscan.services.reports import ReportState
from quickscan.services.round import Round
from quickscan.services.round_reports import (
    beside,
    block_name,
    in_words,
    of_whole,
    whole_manuscript,
)
from quickscan.services.round_result import RoundResult, round_result
from quickscan.storage.subjects import Subject
from quickscan.web.entrance import account
from quickscan.web.organisation.sharing import blueprint, frame, organisation_of, own_round
from quickscan.web.scan.afterwards import ReportLink
from quickscan.web.scan.at_hand import see_other
from quickscan.web.speaking import language, say
from quickscan.web.team.showing import Drawings, leaves_out, round_report
from quickscan.web.wiring import services

ONE, OTHER = "een", "ander"
"""Which two teams are laid beside each other: their place in what the round shows."""

_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two teams beside each other; `choices` are all that can be chosen, with their place."""

    choices: Sequence[tuple[int, str]]
    one: int
    other: int
    rows: Sequence[BesideRow]

    def name(self, place: int) -> str:
        """Return what a choice is called."""
        return dict(self.choices)[place]


@blueprint.get("/meting/<id>/teams")
def all_teams(id: str) -> str:
    """Show all teams of a closed round beside each other, and all together."""
    own = _closed(id)
    then = services().rounds.earlier(account().email, own)
    made, shown = whole_manuscript(own, language(), then), round_result(own)
    if made is None or shown is None:
        raise NotFound
    words = in_words(made)
    report = ReportLink(
        state=services().reports.asked(_subject(own, language())),
        language=language(),
        pdf=url_for("organisation.whole_report", id=id, language=language()),
        again=url_for("organisation.whole_report_again", id=id),
        here=url_for("organisation.all_teams", id=id),
    )
    return render_template(
        "organisation/teams.html",
        own=own,
        whose=organisation_of(own.organisation),
        o=words,
        draw=Drawings(words),
        showing=Showing,
        together=words.sides[: len(shown.together)],
        tables=tuple(_tables(words)),
        hidden=[side for side in words.sides if side.is_hidden],
        pair=_pair(own, shown),
        changes=made.changes,
        report=report,
        states=ReportState,
        general=say()("Waar zien jullie dit wel, en waar niet?"),
        ref=None,
        **frame(),
    )


def _tables(words: TeamOutcome) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """Yield per dimension its title and, per theme, what each group shows of it."""
    shown = [side for side in words.sides if not side.is_hidden]
    axes = [(words.main, [side.themes for side in shown])]
    if shown:
        axes += [
            (own.title, [side.others[rank].themes for side in shown])
            for rank, own in enumerate(shown[0].others)
        ]
    for title, groups in axes:
        rows = [
            (own[0].place.title, [each.place.words or each.place.band for each in own])
            for own in zip(*groups, strict=True)
        ]
        if rows:
            yield title, rows


def _pair(own: Round, shown: RoundResult) -> Pair | None:
    """Return the two teams that are asked for, else two of one role; None for one team."""
    teams = {place: each for place, each in enumerate(shown.blocks) if not each.is_joined}
    if len(teams) < _TWO:
        return None
    one = _chosen(ONE, list(teams))
    others = [place for place in teams if place != one]
    others.sort(key=lambda place: teams[place].role != teams[one].role)
    other = _chosen(OTHER, others)
    return Pair(
        choices=[(at, block_name(own, shown, each, language())) for at, each in teams.items()],
        one=one,
        other=other,
        rows=beside(own, teams[one], teams[other], language()),
    )


def _chosen(name: str, places: Sequence[int]) -> int:
    """Return the place that is asked for, else the first."""
    typed = request.args.get(name, "")
    return next((place for place in places if str(place) == typed), places[0])


@blueprint.get("/meting/<id>/teams/rapport-<language>.pdf")
def whole_report(id: str, language: str) -> Response | tuple[str, int]:
    """Give the report of all teams together."""
    own = _closed(id)
    back = url_for("organisation.all_teams", id=id)
    return round_report(own, _subject(own, language), back=back)


@blueprint.post("/meting/<id>/teams/rapport")
def whole_report_again(id: str) -> AnyResponse:
    """Ask once more for a report that could not be made."""
    services().reports.asked_again(_subject(_closed(id), language()))
    return see_other(url_for("organisation.all_teams", id=id))


def _subject(own: Round, language: str) -> Subject:
    then = services().rounds.earlier(account().email, own)
    return of_whole(own, language, alone=leaves_out(own, then))


def _closed(id: str) -> Round:
    """Return a closed round of an organisation that is wholly theirs.

    Raises:
        NoSuchRoundError: it is not there, or not theirs to see whole.
        NotFound: it is not closed.
    """
    own = own_round(id)
    if own.closed is None:
        raise NotFound
    return own
