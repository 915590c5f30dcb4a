"""Handing out what is printed of a round: as a file, or a page that asks for patience."""

from flask import Response, make_response, render_template, request

from quickscan.services.reports import ReportState
from quickscan.storage.subjects import Subject
from quickscan.web.wiring import services


def handed_out(subject: Subject, back: str) -> Response:
    """Give what is printed of a round, or a page that says that it is being made."""
    state = services().reports.asked_anew(subject)
    pdf = services().reports.made(subject)
    if pdf is None:
        return patience(back, has_failed=state is ReportState.FAILED)
    return as_pdf(pdf)


def patience(back: str, *, has_failed: bool = False) -> Response:
    """Ask to come back later; `back` is the address of the page from which one came."""
    page = render_template(
        "team/printing.html", again=request.path, back=back, has_failed=has_failed
    )
    response = make_response(page, 503)
    response.headers["Retry-After"] = "5"
    return response


def as_pdf(pdf: bytes) -> Response:
    """Give a PDF under the name that its address ends in."""
    response = make_response(pdf)
    response.headers["Content-Type"] = "application/pdf"
    name = request.path.rpartition("/")[2]
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
