"""A scan on its own among those of others, and whether it counts there."""

from collections.abc import Mapping

from flask import render_template, request, url_for
from werkzeug import Response

from quickscan.presentation.among import (
    Others,
    among_in_words,
    of_person,
)
from quickscan.presentation.dates import long_date
from quickscan.services.scan import Scan
from quickscan.web.scan.at_hand import scan_at_hand, see_other
from quickscan.web.scan.drawings import among
from quickscan.web.scan.views import blueprint
from quickscan.web.speaking import language
from quickscan.web.wiring import services


def can_count(scan: Scan) -> bool:
    """Say whether a scan is of one person on their own: only that counts among others."""
    return scan.round_team is None and not scan.together


def contribution_of(scan: Scan) -> Mapping[str, object]:
    """Return whether a scan counts among those of others, and since or from when."""
    found = services().contributing.state(scan)
    return {
        "is_ticked": found.is_ticked,
        "counted": long_date(found.counted, language()) if found.counted else "",
        "next": long_date(found.next, language()),
    }


@blueprint.post("/scan/<ref>/meetellen")
def count(ref: str) -> Response:
    """Let a scan count among those of others from the next time on, or not."""
    scan = scan_at_hand(ref)
    services().contributing.tick(scan.id, counts=request.form.get("telt") == "ja")
    return see_other(url_for("scan.result", ref=ref) + "#anderen")


@blueprint.get("/scan/<ref>/anderen")
def others(ref: str) -> Response | str:
    """Show a finished scan among those of others."""
    scan = scan_at_hand(ref)
    if scan.finished is None:
        return see_other(url_for("scan.overview", ref=ref))
    found = services().contributing.among(scan)
    own = scan.questionnaire
    role = own.role(scan.role)
    figures = {
        place: of_person(each.own, each.shown, each.place, language())
        for place, each in found.themes.items()
    }
    days = {"next": found.next} | ({"day": found.day} if found.day else {})
    return render_template(
        "scan/others.html",
        ref=scan.id,
        title=own.title.to(language()),
        version=own.version,
        role=role.label.to(language()) if role else "",
        days={"day": "", **{name: long_date(day, language()) for name, day in days.items()}},
        dimensions=among_in_words(own, figures, language(), Others.PEOPLE),
        contribution=contribution_of(scan),
        draw=among,
        others=Others.PEOPLE,
    )
