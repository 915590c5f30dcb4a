"""A WSGI server that does nothing itself: a hand-made environ in, the whole answer out."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

Wsgi = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """Return a header's value; empty when it is not there."""
        return next((v for k, v in self.headers if k.lower() == name.lower()), "")


def environ(
    path: str, *, data: Mapping[str, str] | None = None, cookie: str = ""
) -> dict[str, Any]:
    """Return the environ of a request as gunicorn would make it for a browser."""
    body = urlencode(data or {}).encode()
    made = {
        "REQUEST_METHOD": "GET" if data is None else "POST",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost:8000",
        "HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0",
        "HTTP_ACCEPT": "text/html,application/xhtml+xml",
        "HTTP_ACCEPT_LANGUAGE": "nl,en;q=0.8",
        "HTTP_SEC_FETCH_SITE": "same-origin",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.errors": io.StringIO(),
        "wsgi.input": io.BytesIO(body),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    if cookie:
        made["HTTP_COOKIE"] = cookie
    if data is not None:
        made["CONTENT_TYPE"] = "application/x-www-form-urlencoded"
        made["CONTENT_LENGTH"] = str(len(body))
    return made


def call(app: Wsgi, asked: dict[str, Any]) -> Answer:
    """Send a request and read the whole answer."""
    heard: list[Any] = []

    def start(status: str, headers: list[tuple[str, str]], _error: object = None) -> None:
        heard.extend((status, headers))

    sent = app(asked, start)
    try:
        body = b"".join(sent)
    finally:
        close = getattr(sent, "close", None)
        if close:
            close()
    return Answer(int(heard[0].split()[0]), tuple(heard[1]), body)


@dataclass(slots=True)
class Browser:
    """Keeps cookies between requests, and goes where an answer sends it."""

    app: Wsgi
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def cookie(self) -> str:
        """The cookies as a browser sends them."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        return self._went(call(self.app, environ(path, cookie=self.cookie)))

    def post(self, path: str, data: Mapping[str, str]) -> Answer:
        """Send a form."""
        return self._went(call(self.app, environ(path, data=data, cookie=self.cookie)))

    def _went(self, answer: Answer) -> Answer:
        for name, value in answer.headers:
            if name.lower() == "set-cookie":
                own, _, kept = value.partition(";")[0].partition("=")
                self.cookies[own] = kept.strip('"')
        return answer
