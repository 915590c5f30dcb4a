"""What the outside sees of every error: one table from the fact to a page."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, make_response, render_template, request, url_for
from werkzeug.exceptions import HTTPException

from quickscan.definitions.catalogue import UnknownQuestionnaireError
from quickscan.logs import nature
from quickscan.services.along_telling import NoSuchLinkError
from quickscan.services.contributing import OfRoundError
from quickscan.services.inviting import NoSuchCoordinatorInvitationError
from quickscan.services.limits import TooManyTriesError
from quickscan.services.organisations import (
    NameTakenError,
    NoSuchOrganisationError,
    NoSuchTeamError,
)
from quickscan.services.reading_codes import BeingChangedError
from quickscan.services.rounds import (
    FixedError,
    NoSuchRoundError,
    NotClosedError,
    NotOpenError,
)
from quickscan.services.stored import FinishedError, NoSuchScanError, NotFinishedError
from quickscan.services.taking_part import NoSuchInvitationError
from quickscan.storage.database import DatabaseError
from quickscan.web.security import CrossSiteError
from quickscan.web.speaking import say

_log = logging.getLogger("quickscan.web")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a visitor sees: a status, a title and what to do now (both Dutch)."""

    status: int
    title: str
    words: str


_GONE = Seen(
    404,
    "Deze pagina is er niet",
    "Misschien is het adres niet goed overgenomen, hoort de pagina bij een scan die op dit "
    "apparaat is afgesloten, of is de scan gewist. Heb je een code? Ga dan naar het begin "
    "en kies ‘Verder met mijn code’.",
)
_UNREACHABLE = Seen(
    503,
    "Even niet bereikbaar",
    "We kunnen nu niet bij de antwoorden. Wat eerder bewaard is, is veilig. Ga terug in je "
    "browser: wat je net invulde staat er nog. Probeer het over een minuut opnieuw.",
)
_BROKEN = Seen(
    500,
    "Er ging iets mis",
    "Dat ligt aan ons, niet aan jou. Wat eerder bewaard is, is veilig. Ga terug in je "
    "browser: wat je net invulde staat er nog. Probeer het daarna opnieuw.",
)
_BY_FACT: Mapping[type[Exception], Seen] = {
    NoSuchScanError: _GONE,
    OfRoundError: _GONE,
    NoSuchInvitationError: _GONE,
    NoSuchLinkError: _GONE,
    NoSuchOrganisationError: _GONE,
    NoSuchTeamError: _GONE,
    NoSuchRoundError: _GONE,
    NoSuchCoordinatorInvitationError: Seen(
        404,
        "Deze uitnodiging werkt niet",
        "Een uitnodiging werkt één keer, twee weken lang. Kijk na of je het hele adres hebt, "
        "of vraag om een nieuwe.",
    ),
    NameTakenError: Seen(
        409,
        "Er is al een team dat zo heet",
        "Geef eerst het ene of het andere team een andere naam.",
    ),
    FixedError: Seen(
        409,
        "Deze meting staat vast",
        "Hij is geopend, en mensen vullen in wat hun is verteld. Een volgende meting kan "
        "anders.",
    ),
    NotOpenError: Seen(
        409,
        "Deze meting is niet open",
        "Misschien is hij intussen gesloten. Bekijk de meting opnieuw.",
    ),
    NotClosedError: Seen(
        409,
        "Deze meting is nog niet gesloten",
        "Pas na het sluiten zijn er cijfers die kunnen meetellen.",
    ),
    UnknownQuestionnaireError: _GONE,
    FinishedError: Seen(
        409,
        "Deze scan is al afgerond",
        "De antwoorden staan vast. Op de uitslag kun je kiezen voor ‘Verander een antwoord’.",
    ),
    BeingChangedError: Seen(
        409,
        "Deze uitslag wordt nu aangepast",
        "Wie de scan invulde, verandert een antwoord. De leescode blijft goed: kijk later "
        "nog eens.",
    ),
    NotFinishedError: Seen(
        409,
        "Deze scan is nog niet afgerond",
        "Rond de scan eerst af. Daarna kan dit wel.",
    ),
    TooManyTriesError: Seen(
        429,
        "Te veel codes die niet klopten",
        "Om te voorkomen dat iemand codes raadt, wachten we even. Probeer het over {wait} "
        "opnieuw. Een goede code doet het dan ook weer.",
    ),
    CrossSiteError: Seen(
        403,
        "Dit verzoek kwam van een andere site",
        "Daarom hebben we het niet uitgevoerd. Open de Quickscan zelf en probeer het daar.",
    ),
}
_READING = "gunicorn.http."
"""Where the server's errors come from when what is sent cannot be read to its end."""

_BY_STATUS: Mapping[int, Seen] = {
    400: Seen(
        400,
        "Dit verzoek konden we niet lezen",
        "Ga terug in je browser en probeer het opnieuw. Wat eerder bewaard is, is veilig.",
    ),
    404: _GONE,
    405: Seen(
        405,
        "Dat kan op deze pagina niet",
        "Ga terug in je browser, of begin bij het begin. Wat eerder bewaard is, is veilig.",
    ),
    413: Seen(
        413,
        "Dit is te veel tekst",
        "Ga terug in je browser: wat je invulde staat er nog. Maak de tekst korter en "
        "probeer het opnieuw.",
    ),
}


def init_app(app: Flask) -> None:
    """Give every error its page."""
    for fact, seen in _BY_FACT.items():
        app.register_error_handler(fact, _handler(seen))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def _handler(seen: Seen) -> Callable[[Exception], Response]:
    def handle(error: Exception) -> Response:
        return _page(seen, minutes=getattr(error, "minutes", 0))

    return handle


def _http(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < HTTPStatus.BAD_REQUEST:
        return error
    seen = _BY_STATUS.get(
        error.code,
        _BY_STATUS[400] if error.code < HTTPStatus.INTERNAL_SERVER_ERROR else _BROKEN,
    )
    return _page(Seen(error.code, seen.title, seen.words))


def _unexpected(error: Exception) -> Response:
    """Log what kind of error it was and where, never the values in it."""
    if type(error).__module__.startswith(_READING):
        return _page(_BY_STATUS[400])
    _log.error("unexpected", extra={"error": nature(error)})
    return _page(_UNREACHABLE if isinstance(error, DatabaseError) else _BROKEN)


def _page(seen: Seen, *, minutes: int = 0) -> Response:
    _ = say()
    link = ""
    ref = (request.view_args or {}).get("ref")
    if seen.status == HTTPStatus.CONFLICT and ref:
        link = url_for("scan.result", ref=ref)
    page = render_template(
        "error.html",
        title=_(seen.title),
        words=_(seen.words, wait=_.many("één minuut", "{number} minuten", minutes)),
        link=link,
        link_words=_("Naar de uitslag"),
    )
    response = make_response(page, seen.status)
    if minutes:
        response.headers["Retry-After"] = str(60 * minutes)
    return response
