"""What protects a visitor: headers, cookies, the cross-site check, limits on what is sent.

The reasons stand in docs/adr/0007-cross-origin-check.md.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask, Response, request
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import Forbidden, NotFound, RequestEntityTooLarge

if TYPE_CHECKING:  # the standard library has these for type checkers only
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

MOST_FIELDS = 500
"""The most fields of a form: far more than any page of questions."""

_FORM = "application/x-www-form-urlencoded"
_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = (
    ("Content-Security-Policy", _POLICY),
    ("Referrer-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
_PERSONAL = ("/scan/", "/lees/", "/werkplaats", "/meedoen/", "/meelezen/", "/organisatie")


class CrossSiteError(Forbidden):
    """A changing request that another site caused."""


def init_app(app: Flask, origin: str | None) -> None:
    """Check every changing request, and give every answer its headers.

    With an `origin`, every request counts as one to that address: links, redirects and
    cookies follow it, whatever a proxy or a visitor says the host is.
    """
    if origin:
        app.wsgi_app = _AtOrigin(app.wsgi_app, origin)  # type: ignore[method-assign]
    app.before_request(_refuse)
    app.after_request(_add_headers)


class _AtOrigin:
    """Gives every request the host and scheme of the configured origin."""

    def __init__(self, inner: "WSGIApplication", origin: str) -> None:
        self._inner = inner
        parts = urlsplit(origin)
        self._scheme, self._host = parts.scheme, parts.netloc

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        environ["wsgi.url_scheme"] = self._scheme
        environ["HTTP_HOST"] = self._host
        return self._inner(environ, start_response)


def _refuse() -> None:
    """Refuse what should not be answered: an address that cannot be, a change from elsewhere.

    Raises:
        NotFound: the path has a NUL in it, which no name has and PostgreSQL cannot compare.
    """
    if "\0" in request.path:
        raise NotFound
    if request.method not in _SAFE_METHODS:
        _refuse_cross_site()
        _refuse_many_fields()


def _refuse_many_fields() -> None:
    """Refuse a form with more fields than any page has.

    Raises:
        RequestEntityTooLarge: there are too many.
    """
    if request.mimetype == _FORM and request.get_data().count(b"&") >= MOST_FIELDS:
        raise RequestEntityTooLarge


def _refuse_cross_site() -> None:
    """Refuse a changing request that another site caused.

    Browsers say so in `Sec-Fetch-Site`; older ones send `Origin`. A program that sends
    neither (curl) has no visitor's cookies to misuse.

    Raises:
        CrossSiteError: the request comes from elsewhere.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        if site not in ("same-origin", "none"):
            raise CrossSiteError
        return
    source = request.headers.get("Origin")
    if source is not None and source != own_origin():
        raise CrossSiteError


def own_origin() -> str:
    """Return the address that visitors see, without a path."""
    return request.host_url.rstrip("/")


def _add_headers(response: Response) -> Response:
    response.headers.extend(_HEADERS)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    if request.path.startswith(_PERSONAL):
        response.headers["X-Robots-Tag"] = "noindex"
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


def set_cookie(
    response: AnyResponse, name: str, value: str, *, days: int | None = None, path: str = "/"
) -> None:
    """Set a cookie of ours: not readable by scripts, not sent from other sites."""
    response.set_cookie(
        name,
        value,
        max_age=None if days is None else days * 24 * 60 * 60,
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
        path=path,
    )


def delete_cookie(response: AnyResponse, name: str, *, path: str = "/") -> None:
    """Take a cookie of ours away."""
    response.delete_cookie(
        name, path=path, secure=request.is_secure, httponly=True, samesite="Lax"
    )
