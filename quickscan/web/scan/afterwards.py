"""After finishing: the result, the report, what is chosen, sharing, comparing, deleting."""

from dataclasses import dataclass

from flask import Response as FileResponse
from flask import make_response, render_template, request, url_for
from werkzeug import Response
from werkzeug.exceptions import NotFound

from quickscan.domain.ids import AdviceId
from quickscan.presentation.comparing import then_and_now
from quickscan.presentation.dates import long_date
from quickscan.presentation.language import LANGUAGES, own_name
from quickscan.services.finishing import MOST_CHOSEN, TooManyChosenError
from quickscan.services.reading_codes import MOST_READING_CODES, TooManyReadingCodesError
from quickscan.services.reports import ReportState
from quickscan.services.scan import Scan
from quickscan.web.scan.at_hand import outcome_of, scan_at_hand, see_other, team_of
from quickscan.web.scan.contexts import Problem
from quickscan.web.scan.drawings import Drawings
from quickscan.web.scan.held import hold, release, release_all
from quickscan.web.scan.others import can_count, contribution_of
from quickscan.web.scan.views import blueprint
from quickscan.web.security import own_origin
from quickscan.web.speaking import language, say
from quickscan.web.wiring import config, services

READING_DAYS = (7, 30, 90)
"""How long a reading code may last, to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLink:
    """Where the report is, in which language, and how far it is."""

    state: ReportState
    language: str
    pdf: str
    again: str
    here: str

    @property
    def spoken(self) -> str:
        """The own name of the language of the report; "" where the page is in it too."""
        return "" if self.language == language() else own_name(self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCode:
    """A reading code to give away, the link that does the same, and its last day."""

    ref: str
    code: str
    link: str
    ends: str


def finished_at_hand(ref: str) -> Scan | None:
    """Return the finished scan with this reference; None when it is still being answered."""
    scan = scan_at_hand(ref)
    return scan if scan.finished else None


@blueprint.get("/scan/<ref>/uitslag")
def result(ref: str) -> Response | str:
    """Show the result of a finished scan."""
    scan = finished_at_hand(ref)
    if scan is None:
        return see_other(url_for("scan.overview", ref=ref))
    link = ReportLink(
        state=report_state(scan),
        language=language(),
        pdf=url_for("scan.report", ref=scan.id, language=language()),
        again=url_for("scan.report_again", ref=scan.id),
        here=url_for("scan.result", ref=scan.id),
    )
    return result_page(scan, link, ref=scan.id)


def report_state(scan: Scan) -> ReportState:
    """Return how far the report in this language is.

    In the other language nothing was asked for yet: the first look asks the worker.
    """
    state = services().reports.state(scan, language())
    if state is not ReportState.NONE:
        return state
    services().reports.want(scan.id, language())
    return ReportState.WANTED


def result_page(scan: Scan, link: ReportLink, *, ref: str | None) -> str:
    """Return the result page, for the owner (with `ref`) or for a reader."""
    found = outcome_of(scan)
    team = team_of(scan) if ref else None
    return render_template(
        "scan/result.html",
        o=found,
        draw=Drawings(found),
        report=link,
        ref=ref,
        team=team,
        contribution=contribution_of(scan) if ref and can_count(scan) else None,
        previous=bool(ref and services().scans.previous(scan)),
        most=MOST_CHOSEN,
        states=ReportState,
    )


@blueprint.get("/scan/<ref>/rapport-<language>.pdf")
def report(ref: str, language: str) -> FileResponse | Response | tuple[str, int]:
    """Give the report as it was made; a web request never makes one."""
    scan = finished_at_hand(ref)
    if scan is None:
        return see_other(url_for("scan.overview", ref=ref))
    return pdf_or_waiting(scan, language, back=url_for("scan.result", ref=ref))


def pdf_or_waiting(scan: Scan, language: str, *, back: str) -> FileResponse | tuple[str, int]:
    """Return a made report as a file, or a page that says it is not ready.

    Raises:
        NotFound: there are no reports in this language.
    """
    if language not in (*LANGUAGES, *scan.questionnaire.languages):
        raise NotFound
    pdf = services().reports.pdf(scan.id, language)
    if pdf is None:
        state = services().reports.state(scan, language)
        page = render_template("scan/waiting.html", here=request.path, back=back, state=state)
        return page, 503
    response = make_response(pdf)
    response.headers["Content-Type"] = "application/pdf"
    name = f"{scan.questionnaire.id}-{scan.finished}.pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@blueprint.post("/scan/<ref>/rapport")
def report_again(ref: str) -> Response:
    """Ask once more for a report that could not be made."""
    scan = finished_at_hand(ref)
    if scan is not None:
        services().reports.want(scan.id, language())
    return see_other(url_for("scan.result", ref=ref))


@blueprint.route("/scan/<ref>/acties", methods=["GET", "POST"])
def actions(ref: str) -> Response | str | tuple[str, int]:
    """Choose at most three pieces of advice to start with."""
    scan = finished_at_hand(ref)
    if scan is None:
        return see_other(url_for("scan.overview", ref=ref))
    if request.method != "POST":
        return _actions_page(scan, scan.chosen)
    chosen = tuple(AdviceId(id) for id in request.form.getlist("advies"))
    if not {advice.id for advice in outcome_of(scan).advice}.issuperset(chosen):
        words = say()("Kies uit de adviezen die hieronder staan.")  # of an older look
        return _actions_page(scan, scan.chosen, (Problem("advies", words),)), 422
    try:
        services().scans.choose(scan.id, chosen)
    except TooManyChosenError:
        words = say()("Kies er hooguit drie. Je koos er {number}.", number=len(chosen))
        return _actions_page(scan, chosen, (Problem("advies", words),)), 422
    return see_other(url_for("scan.result", ref=ref) + "#aan-de-slag")


def _actions_page(
    scan: Scan, chosen: tuple[AdviceId, ...], problems: tuple[Problem, ...] = ()
) -> str:
    return render_template(
        "scan/actions.html",
        advice=outcome_of(scan).advice,
        chosen=frozenset(chosen),
        problems=problems,
        most=MOST_CHOSEN,
        ref=scan.id,
    )


@blueprint.route("/scan/<ref>/aanpassen", methods=["GET", "POST"])
def reopen(ref: str) -> Response | str:
    """Say what changing an answer means, and open a finished scan again for it."""
    scan = finished_at_hand(ref)
    if scan is None:
        return see_other(url_for("scan.review", ref=ref))
    if request.method != "POST":
        days = config().unfinished_days
        return render_template("scan/reopen.html", ref=scan.id, unfinished_days=days)
    services().scans.reopen(scan.id)
    return see_other(url_for("scan.review", ref=ref))


# --- showing it to others ---------------------------------------------------------------


@blueprint.route("/scan/<ref>/delen", methods=["GET", "POST"])
def share(ref: str) -> Response | str | tuple[str, int]:
    """Make a reading code, and see or end the ones that are there."""
    scan = finished_at_hand(ref)
    if scan is None:
        return see_other(url_for("scan.overview", ref=ref))
    if request.method != "POST":
        return _share_page(scan)
    days = request.form.get("dagen", "")
    if days not in map(str, READING_DAYS):
        problem = Problem(
            f"dagen-{READING_DAYS[0]}", say()("Kies hoe lang de leescode geldt.")
        )
        return _share_page(scan, problems=(problem,)), 422
    try:
        services().scans.make_reading_code(scan.id, int(days))
    except TooManyReadingCodesError:
        words = say()(
            "Er gelden al {number} leescodes. Trek er eerst een in.", number=MOST_READING_CODES
        )
        return _share_page(scan, problems=(Problem("codes", words),)), 422
    return see_other(url_for("scan.share", ref=ref) + "#codes")


def _share_page(scan: Scan, *, problems: tuple[Problem, ...] = ()) -> str:
    codes = services().scans.reading_codes(scan.id)
    return render_template(
        "scan/share.html",
        ref=scan.id,
        codes=[
            SharedCode(
                ref=each.ref,
                code=each.code,
                link=own_origin() + url_for("reading.result", code=each.code),
                ends=long_date(each.ends, language()),
            )
            for each in codes
        ],
        days=READING_DAYS,
        problems=problems,
    )


@blueprint.post("/scan/<ref>/delen/<code>/intrekken")
def revoke(ref: str, code: str) -> Response:
    """End a reading code before its time."""
    scan = scan_at_hand(ref)
    services().scans.revoke(scan.id, code)
    return see_other(url_for("scan.share", ref=ref))


# --- the next measurement ---------------------------------------------------------------


@blueprint.route("/scan/<ref>/volgende", methods=["GET", "POST"])
def following(ref: str) -> Response | str:
    """Start a next measurement, with the role and context of this one."""
    scan = finished_at_hand(ref)
    if scan is None:
        return see_other(url_for("scan.overview", ref=ref))
    if request.method != "POST":
        return render_template("scan/following.html", ref=scan.id, name=outcome_of(scan).name)
    made, code = services().scans.next_measurement(scan.id, language())
    response = see_other(url_for("scan.code", ref=made.id))
    hold(response, made.id, code)
    return response


@blueprint.get("/scan/<ref>/vergelijk")
def compare(ref: str) -> Response | str:
    """Show then and now side by side."""
    scan = finished_at_hand(ref)
    if scan is None:
        return see_other(url_for("scan.overview", ref=ref))
    before = services().scans.previous(scan)
    if before is None:
        raise NotFound
    both = then_and_now(
        services().scans.assessment(before),
        services().scans.assessment(scan),
        language(),
        between=services().scans.between(before, scan),
        days=(before.finished or before.started, scan.finished or scan.started),
    )
    return render_template("scan/compare.html", ref=scan.id, both=both)


# --- leaving ----------------------------------------------------------------------------


@blueprint.route("/scan/<ref>/wissen", methods=["GET", "POST"])
def delete(ref: str) -> Response | str:
    """Delete everything of this scan at once."""
    scan = scan_at_hand(ref)
    if request.method != "POST":
        return render_template("scan/delete.html", ref=scan.id, finished=bool(scan.finished))
    services().scans.delete(scan.id)
    response = see_other(url_for("pages.gone"))
    release(response, scan.id)
    return response


@blueprint.post("/afsluiten")
def leave() -> Response:
    """Forget every scan on this device; the answers stay where they are."""
    response = see_other(url_for("pages.left"))
    release_all(request, response)
    return response
