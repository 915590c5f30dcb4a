"""The scans that a browser has at hand: one cookie each, holding the return code.

Each has a cookie of its own, so that two pages sent at once cannot undo each other. They go
when the browser closes.
"""

from flask import Request
from werkzeug import Response

from quickscan.services.scan import ScanId
from quickscan.web.security import delete_cookie, set_cookie

_PREFIX = "scan-"
_MOST = 20
"""More than anyone has open; what a program sends beyond that is not looked at."""


def held(incoming: Request) -> dict[ScanId, str]:
    """Return the return code of each scan at hand, the latest first."""
    found = [
        (ScanId(name.removeprefix(_PREFIX)), code)
        for name, code in incoming.cookies.items()
        if name.startswith(_PREFIX)
    ]
    return dict(reversed(found[-_MOST:]))


def hold(response: Response, scan: ScanId, code: str) -> None:
    """Keep the return code of a scan in this browser."""
    set_cookie(response, _PREFIX + scan, code)


def release_all(incoming: Request, response: Response) -> None:
    """Let go of every scan in this browser, also of more than are looked at."""
    for name in incoming.cookies:
        if name.startswith(_PREFIX):
            delete_cookie(response, name)


def release(response: Response, *scans: ScanId) -> None:
    """Let go of scans: this browser does not open them any more."""
    for scan in scans:
        delete_cookie(response, _PREFIX + scan)
