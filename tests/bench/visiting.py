"""A visit by hand-made requests: from the home page to the result, files included."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape

from tests.bench.calling import Answer, Browser, Wsgi, call, environ
from tests.bench.measuring import cpu

TEN = "tien"
MAIN = "implementatie-quickscan"

_FORM = re.compile(r"<form(?=[^>]*data-next)[^>]*>.*?</form>", re.DOTALL)
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
_RADIO = re.compile(r'<input type="radio" name="([^"]+)" value="([^"]+)"')
_NEXT = re.compile(r'<a[^>]*rel="next"[^>]*href="([^"]+)"')
_FILES = re.compile(r'(?:href|src)="(/static/[^"]+)"')
_FONTS = (
    "/static/fonts/AtkinsonHyperlegible-Regular.woff2",
    "/static/fonts/AtkinsonHyperlegible-Bold.woff2",
)


def filled(html: str, option: str, **more: str) -> dict[str, str]:
    """Return what a browser sends for the form that is the way forward."""
    found = _FORM.search(html)
    form = found.group() if found else ""
    sent = {name: unescape(value) for name, value in _HIDDEN.findall(form)}
    offered: dict[str, list[str]] = {}
    for name, value in _RADIO.findall(form):
        offered.setdefault(name, []).append(value)
    for name, values in offered.items():
        sent[name] = more.get(name) or (option if option in values else values[0])
    return {"_notitie": "", **sent, **more} if "_notitie" in form else {**sent, **more}


def begin_ten(browser: Browser) -> str:
    """Begin the questionnaire with a page of ten ratings; return that page's address."""
    sent = browser.post(f"/vragenlijst/{TEN}/start", {"naam": "Stoepgesprek"})
    return f"/scan/{sent.header('Location').split('/')[2]}/onderdeel/tien"


@dataclass(slots=True)
class Visit:
    """One visitor who answers everything; knows how many requests that took, and how long."""

    app: Wsgi
    requests: int = 0
    seconds: float = 0.0
    file_seconds: float = 0.0
    browser: Browser = field(init=False)

    def __post_init__(self) -> None:
        self.browser = Browser(self.app)

    def answer_everything(self, option: str = "een-begin") -> str:
        """Go from the home page to the result, whose address is returned."""
        home = self._get("/")
        self._load_files(home)
        introduction = self._get(_next(home))
        start = self._get(_next(introduction))
        address = f"/vragenlijst/{MAIN}/start"
        context = {
            "_rol": "organisatie",
            "huidige-fase": "doen",
            "interventie": "Stoepgesprek",
        }
        page = self._send(address, filled(start, "", **context))
        page = self._follow(_next(page))
        while "/onderdeel/" in self.at:
            page = self._send(self.at, filled(page, option))
        self._send(self.at, filled(page, ""))
        return self.at

    at: str = "/"

    def _get(self, address: str) -> str:
        return self._text(self._timed(lambda: self.browser.get(address)))

    def _follow(self, address: str) -> str:
        """Ask for a page, and go where it sends."""
        self.at = address
        return self._get(address)

    def _send(self, address: str, data: Mapping[str, str]) -> str:
        sent = self._timed(lambda: self.browser.post(address, data))
        if sent.status != 303:
            raise RuntimeError(f"{address} answered {sent.status}")
        return self._follow(sent.header("Location"))

    def _load_files(self, html: str) -> None:
        """Load what a browser loads once, and then keeps."""
        before = self.seconds
        for address in (*dict.fromkeys(_FILES.findall(html)), *_FONTS):
            path, _, query = address.partition("?")
            asked = environ(path, cookie=self.browser.cookie) | {"QUERY_STRING": query}
            self._timed(lambda asked=asked: call(self.app, asked))  # type: ignore[misc]
        self.file_seconds = self.seconds - before

    def _timed(self, ask: Callable[[], Answer]) -> Answer:
        answers: list[Answer] = []
        self.seconds += cpu(lambda: answers.append(ask()))
        self.requests += 1
        return answers[0]

    @staticmethod
    def _text(answer: Answer) -> str:
        if answer.status != 200:
            raise RuntimeError(f"a page answered {answer.status}")
        return answer.body.decode()


def _next(html: str) -> str:
    found = _NEXT.search(html)
    if found is None:
        raise RuntimeError("a page has no way forward")
    return found.group(1)
