"""In which language a page speaks: a choice that was kept, else the browser's, else Dutch.

A questionnaire may have languages that the interface does not speak: then its texts stand in
that language, and ours in Dutch, which the page says of them.
"""

from functools import lru_cache
from urllib.parse import quote, urlencode

from flask import Flask, Response, g, redirect, request
from werkzeug import Response as AnyResponse
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from quickscan.definitions.catalogue import Catalogue
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.apart import bare, told_apart
from quickscan.presentation.language import (
    DUTCH,
    LANGUAGES,
    OURS,
    Translator,
    own_name,
    translator,
)
from quickscan.web.security import set_cookie
from quickscan.web.wiring import services

_COOKIE = "taal"
_ASKED = "taal"
_YEAR = 365


def init_app(app: Flask) -> None:
    """Know the language of every request, and keep a choice of language."""
    app.before_request(_keep_choice)
    app.after_request(_say_language)
    app.after_request(_tell_ours_apart)


def language() -> str:
    """Return the language that this page is in: one that its questionnaire has, or ours."""
    return say().language


def _language() -> str:
    kept, offered = request.cookies.get(_COOKIE), _offered()
    if kept in offered:
        return kept
    return _best_of(request.headers.get("Accept-Language", ""), offered)


@lru_cache(maxsize=256)
def _best_of(accepted: str, offered: tuple[str, ...]) -> str:
    """Return the language that an Accept-Language header likes best; browsers send few.

    Where someone comes from does not matter: nl-BE is Dutch, however low plain English stands.
    """
    liked = parse_accept_header(accepted, LanguageAccept)  # the best first
    for tag, quality in liked:
        language = tag.lower().partition("-")[0]
        if quality > 0 and language in offered:
            return language
        if tag == "*":
            break
    return DUTCH


def _offered() -> tuple[str, ...]:
    """Return the languages of the interface, and then those of questionnaires."""
    return _with_those_of(services().catalogue.now)


@lru_cache(maxsize=8)
def _with_those_of(catalogue: Catalogue) -> tuple[str, ...]:
    own = (language for each in catalogue.offered for language in each.languages)
    return tuple(dict.fromkeys((*LANGUAGES, *own)))


def speak_as(questionnaire: Questionnaire) -> None:
    """Know which questionnaire this page is about, and so which languages it can be in."""
    g.languages = questionnaire.languages
    g.pop("spoken", None)


def say() -> Translator:
    """Return the translator of this page; every text asks for it, so it is kept."""
    spoken: Translator | None = g.get("spoken")
    if spoken is None:
        spoken = g.spoken = _spoken()
    return spoken


def _spoken() -> Translator:
    wanted: Translator | None = g.get("translator")
    if wanted is None:
        wanted = g.translator = translator(_language())
    is_there = wanted.language in (*LANGUAGES, *g.get("languages", ()))
    return wanted if is_there else translator(wanted.speaks)


def _keep_choice() -> AnyResponse | None:
    """Answer `?taal=en` on any page with the page itself in that language, and keep it."""
    chosen = request.args.get(_ASKED, "")
    if (
        not chosen
        or chosen not in _offered()
        or request.method != "GET"
        or request.url_rule is None
    ):
        return None
    response = redirect(_here(), 303)
    set_cookie(response, _COOKIE, chosen, days=_YEAR)
    return response


def _say_language(response: Response) -> Response:
    if response.mimetype == "text/html":
        response.headers["Content-Language"] = language()
        response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def _tell_ours_apart(response: Response) -> Response:
    """Tell apart on pages in a language that we do not speak; on others nothing is marked."""
    if response.mimetype in _TOLD_APART and language() not in LANGUAGES:
        return tell_apart(response)
    return response


def tell_apart(response: Response) -> Response:
    """Say in a page which words are in another language than the rest, where some are."""
    make = _TOLD_APART.get(response.mimetype or "")
    if make and _OURS in response.get_data():
        response.set_data(make(response.get_data(as_text=True)))
    return response


_TOLD_APART = {"text/html": told_apart, "text/plain": bare}
_OURS = OURS.encode()


def other_languages() -> list[tuple[str, str, str]]:
    """Return the other languages of this page: code, own name, link to this page."""
    here = _here()
    offered = dict.fromkeys((*LANGUAGES, *g.get("languages", ())))
    return [
        (code, own_name(code), f"{here}{'&' if '?' in here else '?'}{_ASKED}={code}")
        for code in offered
        if code != language()
    ]


def _here() -> str:
    """Return the address of this page; of the home page where this one cannot be opened."""
    rule = request.url_rule
    if rule is None or "GET" not in (rule.methods or ()):
        return "/"
    rest = urlencode([(k, v) for k, v in request.args.items(multi=True) if k != _ASKED])
    return quote(request.path) + (f"?{rest}" if rest else "")
