"""What protects a visitor: headers, the cross-site check, and the codes of scans at hand.

The reasons stand in docs/adr/0007-cross-origin-check.md.
"""

from collections.abc import Sequence

from flask import Flask, Request, Response, current_app, request
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import Forbidden

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
_PERSONAL = ("/scan/", "/lees/")
_CODES = "scans"
_MOST_CODES = 5


class CrossSiteError(Forbidden):
    """A changing request that another site caused."""


def init_app(app: Flask, origin: str | None) -> None:
    """Check every changing request, and give every answer its headers."""
    app.config["ORIGIN"] = origin
    app.before_request(_refuse_cross_site)
    app.after_request(_add_headers)


def _refuse_cross_site() -> None:
    """Refuse a changing request that another site caused.

    Browsers say so in `Sec-Fetch-Site`; older ones send `Origin`. A program that sends
    neither (curl) has no visitor's cookies to misuse.

    Raises:
        CrossSiteError: the request comes from elsewhere.
    """
    if request.method in _SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        if site not in ("same-origin", "none"):
            raise CrossSiteError
        return
    source = request.headers.get("Origin")
    if source is not None and source != _own_origin():
        raise CrossSiteError


def _own_origin() -> str:
    configured: str | None = current_app.config["ORIGIN"]
    return configured or request.host_url.rstrip("/")


def _add_headers(response: Response) -> Response:
    response.headers.extend(_HEADERS)
    if _is_secure():
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    if request.path.startswith(_PERSONAL):
        response.headers["X-Robots-Tag"] = "noindex"
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


def _is_secure() -> bool:
    configured: str | None = current_app.config["ORIGIN"]
    return configured.startswith("https://") if configured else request.is_secure


def set_cookie(
    response: AnyResponse, name: str, value: str, *, days: int | None = None
) -> None:
    """Set a cookie of ours: not readable by scripts, not sent from other sites."""
    response.set_cookie(
        name,
        value,
        max_age=None if days is None else days * 24 * 60 * 60,
        secure=_is_secure(),
        httponly=True,
        samesite="Lax",
    )


def codes_at_hand(incoming: Request) -> tuple[str, ...]:
    """Return the return codes of the scans this browser has at hand, the newest first."""
    return tuple(code for code in incoming.cookies.get(_CODES, "").split(".") if code)


def remember_code(response: AnyResponse, incoming: Request, code: str) -> None:
    """Keep a return code in the browser until it is closed, before the older ones."""
    others = [own for own in codes_at_hand(incoming) if own != code]
    _set_codes(response, [code, *others][:_MOST_CODES])


def forget_codes(response: AnyResponse, codes: Sequence[str] = ()) -> None:
    """Keep only these codes in the browser; none of them by default."""
    _set_codes(response, codes)


def _set_codes(response: AnyResponse, codes: Sequence[str]) -> None:
    if codes:
        set_cookie(response, _CODES, ".".join(codes))
    else:
        response.delete_cookie(_CODES, httponly=True, samesite="Lax", secure=_is_secure())
