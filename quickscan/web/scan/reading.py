"""Looking with a reading code: the result and the report, and nothing that changes them."""

from flask import Blueprint, request, url_for
from flask import Response as FileResponse

from quickscan.services.codes import MistypedCodeError
from quickscan.services.scan import Scan
from quickscan.services.stored import NoSuchScanError
from quickscan.web.scan.afterwards import ReportLink, pdf_response, report_state, result_page
from quickscan.web.speaking import language
from quickscan.web.wiring import services

blueprint = Blueprint("reading", __name__, template_folder="templates")


@blueprint.get("/lees/<code>")
def result(code: str) -> str:
    """Show the result to someone with a reading code."""
    scan = _read(code)
    link = ReportLink(
        state=report_state(scan),
        pdf=url_for("reading.report", code=code, language=language()),
        again="",
        here=url_for("reading.result", code=code),
    )
    return result_page(scan, link, ref=None)


@blueprint.get("/lees/<code>/rapport-<language>.pdf")
def report(code: str, language: str) -> FileResponse:
    """Give the report to someone with a reading code."""
    scan = _read(code)
    return pdf_response(services().reports.pdf(scan.id, language), scan, language)


def _read(code: str) -> Scan:
    """Return the scan that this reading code shows; counts a failure against guessing."""
    limits = services().limits
    limits.check(request.remote_addr)
    try:
        return services().scans.read(code)
    except (MistypedCodeError, NoSuchScanError):
        limits.failed(request.remote_addr)
        raise NoSuchScanError from None
