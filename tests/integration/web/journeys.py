"""Whole stretches of a visit, in words."""

from quickscan.domain.ids import RoleId
from tests.visitor import Visitor

MAIN = "implementatie-quickscan"


def begin(
    visitor: Visitor,
    *,
    role: RoleId | str = "organisatie",
    phase: str = "ontwikkelen",
    name: str = "Stoepgesprek",
) -> Visitor:
    """Start the Implementatie-Quickscan and come to its first statements."""
    visitor.get(f"/vragenlijst/{MAIN}/").forward()
    visitor.fill({"_rol": str(role), "huidige-fase": phase, "interventie": name})
    return visitor.forward()


def begin_kinds(visitor: Visitor, **answers: str) -> Visitor:
    """Start the questionnaire of all kinds and come to its first page."""
    visitor.get("/vragenlijst/soorten/start")
    return visitor.fill({"naam": "Ding", "aantal": "3", **answers}).forward()


def answer_page(visitor: Visitor, option: str = "grotendeels") -> Visitor:
    """Give every statement on the page the same answer, and send it."""
    return visitor.fill(dict.fromkeys(visitor.next_form.options, option))


def answer_all(visitor: Visitor, option: str = "grotendeels") -> Visitor:
    """Answer page after page until all answers are shown."""
    while "/onderdeel/" in visitor.address:
        answer_page(visitor, option)
        assert visitor.status == 200, visitor.text
    return visitor


def finish(visitor: Visitor, option: str = "grotendeels") -> Visitor:
    """Answer everything and finish; ends on the result."""
    return answer_all(visitor, option).send()


def make_report(visitor: Visitor) -> None:
    """Let the worker make what is wanted."""
    reports = visitor.client.application.extensions["quickscan"].reports
    while reports.make_next():
        pass


def code_on(visitor: Visitor) -> str:
    """Return the return code that a page shows."""
    html = visitor.html
    start = html.index('<p class="code">') + len('<p class="code">')
    return html[start : html.index("</p>", start)]
