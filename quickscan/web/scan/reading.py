"""Looking with a reading code: the result and the report, and nothing that changes them."""

from flask import Blueprint, request, url_for
from flask import Response as FileResponse

from quickscan.services.codes import MistypedCodeError
from quickscan.services.reports import ReportState
from quickscan.services.scan import Scan
from quickscan.services.stored import NoSuchScanError
from quickscan.web.scan.afterwards import ReportLink, pdf_or_waiting, result_page
from quickscan.web.speaking import language, speak_as
from quickscan.web.wiring import services

blueprint = Blueprint("reading", __name__, template_folder="templates")


@blueprint.get("/lees/<code>")
def result(code: str) -> str:
    """Show the result to someone with a reading code."""
    scan = _read(code)
    state, speaks = services().reports.state(scan, language()), language()
    if state is ReportState.NONE:
        # A reader asks for nothing: what there is, is in the language of the owner.
        state, speaks = services().reports.state(scan, scan.language), scan.language
    link = ReportLink(
        state=state,
        language=speaks,
        pdf=url_for("reading.report", code=code, language=speaks),
        again="",
        here=url_for("reading.result", code=code),
    )
    return result_page(scan, link, ref=None)


@blueprint.get("/lees/<code>/rapport-<language>.pdf")
def report(code: str, language: str) -> FileResponse | tuple[str, int]:
    """Give the report to someone with a reading code."""
    scan = _read(code)
    return pdf_or_waiting(scan, language, back=url_for("reading.result", code=code))


def _read(code: str) -> Scan:
    """Return the scan that this reading code shows; counts a failure against guessing."""
    limits = services().limits
    limits.check(request.remote_addr)
    try:
        scan = services().scans.read(code)
    except (MistypedCodeError, NoSuchScanError):
        limits.failed(request.remote_addr)
        raise NoSuchScanError from None
    speak_as(scan.questionnaire)
    return scan
