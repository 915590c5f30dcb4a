"""In which language a page speaks: a choice that was kept, else the browser's, else Dutch."""

from functools import lru_cache
from urllib.parse import quote, urlencode

from flask import Flask, Response, g, redirect, request
from werkzeug import Response as AnyResponse
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from quickscan.presentation.language import DUTCH, LANGUAGES, Translator, translator
from quickscan.web.security import set_cookie

_COOKIE = "taal"
_ASKED = "taal"
_YEAR = 365


def init_app(app: Flask) -> None:
    """Know the language of every request, and keep a choice of language."""
    app.before_request(_keep_choice)
    app.after_request(_say_language)


def language() -> str:
    """Return the language of this request."""
    return say().language


def _language() -> str:
    kept = request.cookies.get(_COOKIE)
    if kept in LANGUAGES:
        return kept
    return _best_of(request.headers.get("Accept-Language", ""))


@lru_cache(maxsize=256)
def _best_of(accepted: str) -> str:
    """Return the language that an Accept-Language header likes best; browsers send few."""
    return parse_accept_header(accepted, LanguageAccept).best_match(LANGUAGES, DUTCH) or DUTCH


def say() -> Translator:
    """Return the translator of this request."""
    found: Translator | None = g.get("translator")
    if found is None:
        found = g.translator = translator(_language())
    return found


def _keep_choice() -> AnyResponse | None:
    """Answer `?taal=en` on any page with the page itself in that language, and keep it."""
    chosen = request.args.get(_ASKED, "")
    if chosen not in LANGUAGES or request.method != "GET" or request.url_rule is None:
        return None
    response = redirect(_here(), 303)
    set_cookie(response, _COOKIE, chosen, days=_YEAR)
    return response


def _say_language(response: Response) -> Response:
    if response.mimetype == "text/html":
        response.headers["Content-Language"] = language()
        response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def other_languages() -> list[tuple[str, str, str]]:
    """Return the other languages of the interface: code, own name, link to this page."""
    names = {"nl": "Nederlands", "en": "English"}
    here = _here()
    return [
        (code, names[code], f"{here}{'&' if '?' in here else '?'}{_ASKED}={code}")
        for code in LANGUAGES
        if code != language()
    ]


def _here() -> str:
    """Return the address of this page; of the home page where this one cannot be opened."""
    rule = request.url_rule
    if rule is None or "GET" not in (rule.methods or ()):
        return "/"
    rest = urlencode([(k, v) for k, v in request.args.items(multi=True) if k != _ASKED])
    return quote(request.path) + (f"?{rest}" if rest else "")
