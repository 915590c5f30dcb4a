"""Reading a round along, with a link and without an account."""

from flask import Blueprint, Response, render_template, request, url_for
from werkzeug.exceptions import NotFound

from quickscan.presentation.language import LANGUAGES
from quickscan.services.along_telling import NoSuchLinkError
from quickscan.services.codes import MistypedCodeError
from quickscan.services.reading_along import ReadAlong
from quickscan.services.reports import ReportState
from quickscan.web.speaking import language, speak_as
from quickscan.web.team.handing_out import as_pdf, handed_out, patience
from quickscan.web.wiring import services

blueprint = Blueprint("along", __name__, template_folder="templates", url_prefix="/meelezen")


@blueprint.get("/<code>")
def page(code: str) -> str:
    """Show everything that will be asked and told in a round, and who will see what."""
    found = _found(code)
    sample = services().reports.team_sample_state(found.round.questionnaire, language())
    return render_template(
        "team/along.html",
        words=found.words(language()),
        pdf=url_for("along.report", code=code, language=language()),
        sample=""
        if sample is ReportState.NONE
        else url_for("along.sample", code=code, language=language()),
    )


@blueprint.get("/<code>/lees-mee-<language>.pdf")
def report(code: str, language: str) -> Response:
    """Give the same as a file; what is there of a round as it was before is made anew."""
    found = _found(code)
    _check(found, language)
    subject = services().reading_along.subject(found, language)
    return handed_out(subject, url_for("along.page", code=code))


@blueprint.get("/<code>/voorbeeld-teamrapport-<language>.pdf")
def sample(code: str, language: str) -> Response:
    """Give a team report of this questionnaire with invented answers."""
    found = _found(code)
    _check(found, language)
    pdf = services().reports.team_sample_pdf(found.round.questionnaire, language)
    if pdf is None:
        return patience(url_for("along.page", code=code))
    return as_pdf(pdf)


def _check(found: ReadAlong, wanted: str) -> None:
    if wanted not in (*LANGUAGES, *found.round.questionnaire.languages):
        raise NotFound


def _found(code: str) -> ReadAlong:
    """Return what a code lets one read along; a failure counts against guessing."""
    limits = services().limits
    limits.check(request.remote_addr)
    try:
        found = services().reading_along.look(code)
    except (MistypedCodeError, NoSuchLinkError):
        limits.failed(request.remote_addr)
        raise NoSuchLinkError from None
    speak_as(found.round.questionnaire)
    return found
