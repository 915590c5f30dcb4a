"""What pages and a whole scan cost, beside the smallest page that Flask can serve."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from tests.bench.calling import Browser, Wsgi, call, environ
from tests.bench.installing import hello, install
from tests.bench.measuring import Times, side_by_side
from tests.bench.visiting import Visit, begin_ten, filled

HELLO = "hello-world page"
GET = "GET a page of ten ratings"
POST = "POST it, with saving"

_OPTIONS = ("helemaal", "nog-niet")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCosts:
    """CPU per request by name, and of a complete scan."""

    requests: dict[str, Times]
    scan: Times
    scan_requests: int
    files: Times


class TenRatings:
    """A page of ten ratings with help, in a scan of its own."""

    def __init__(self, app: Wsgi) -> None:
        self.app = app
        self.browser = Browser(app)
        self.address = begin_ten(self.browser)
        self.html = self.browser.get(self.address).body.decode()
        if self.html.count('type="radio"') != 60:
            raise RuntimeError("the page has not ten ratings of six options")
        self._options = cycle(_OPTIONS)
        self.browser.post(self.address, self.answers())

    def answers(self) -> dict[str, str]:
        """Return other answers than the last time."""
        return filled(self.html, next(self._options))

    def get(self) -> Callable[[], object]:
        """Prepare to ask for it."""
        asked = environ(self.address, cookie=self.browser.cookie)
        return lambda: expect(self.app, asked, 200)

    def post(self) -> Callable[[], object]:
        """Prepare to send it."""
        asked = environ(self.address, data=self.answers(), cookie=self.browser.cookie)
        return lambda: expect(self.app, asked, 303)


def expect(app: Wsgi, asked: dict[str, object], status: int) -> None:
    """Ask, and insist on this status."""
    answer = call(app, asked)
    if answer.status != status:
        raise RuntimeError(f"{asked['PATH_INFO']} answered {answer.status}")


def measure(*, rounds: int, scans: int) -> PageCosts:
    """Measure on a fresh installation."""
    with tempfile.TemporaryDirectory() as folder:
        app, smallest = install(Path(folder)), hello()
        ten = TenRatings(app)
        visit = Visit(app)
        result = visit.answer_everything()
        cookie = visit.browser.cookie

        def page(address: str) -> Callable[[], Callable[[], object]]:
            return lambda: _asking(app, address, cookie)

        requests = side_by_side(
            {
                HELLO: lambda: _asking(smallest, "/", ""),
                GET: ten.get,
                POST: ten.post,
                "GET home": page("/"),
                "GET the result of 32 statements": page(result),
            },
            rounds=rounds,
        )
        visits = [_complete(app) for _ in range(scans)]
    return PageCosts(
        requests=requests,
        scan=Times([visit.seconds for visit in visits]),
        scan_requests=visits[0].requests,
        files=Times([visit.file_seconds for visit in visits]),
    )


def _asking(app: Wsgi, address: str, cookie: str) -> Callable[[], object]:
    asked = environ(address, cookie=cookie)
    return lambda: expect(app, asked, 200)


def _complete(app: Wsgi) -> Visit:
    visit = Visit(app)
    visit.answer_everything()
    return visit
