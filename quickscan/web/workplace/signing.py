"""Signing in to the Workplace, and keeping everyone else out of it."""

from http import HTTPStatus

from flask import Blueprint, g, render_template, request, url_for
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import Forbidden

from quickscan.services.accounts import (
    LONGEST,
    SHORTEST,
    Account,
    PasswordLengthError,
    WrongPasswordError,
)
from quickscan.services.limits import TooManyTriesError
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Problem
from quickscan.web.security import delete_cookie, set_cookie
from quickscan.web.speaking import say
from quickscan.web.wiring import services

PLACE = "/werkplaats"
COOKIE = "werkplaats"

_INSIDE = ("workplace", "signing", "preview")
_OPEN = ("signing.sign_in", "signing.sign_out")

blueprint = Blueprint("signing", __name__, template_folder="templates", url_prefix=PLACE)


def editor() -> Account:
    """Return the editor of this request; `keep_out` let nobody else in."""
    found: Account = g.editor
    return found


def keep_out() -> AnyResponse | None:
    """Let only signed-in editors into the Workplace; show others where to sign in."""
    path = request.path
    is_inside = request.blueprint in _INSIDE or path.startswith(f"{PLACE}/") or path == PLACE
    if not is_inside or request.endpoint in _OPEN:
        return None
    secret = request.cookies.get(COOKIE)
    account = services().accounts.signed_in(secret) if secret else None
    if account is None:
        wanted = path if request.method == "GET" else PLACE
        return see_other(url_for("signing.sign_in", naar=wanted))
    if not account.is_editor:
        raise Forbidden
    g.editor = account
    return None


@blueprint.route("/aanmelden", methods=["GET", "POST"])
def sign_in() -> AnyResponse | str | tuple[str, int]:
    """Ask for an e-mail address and a password."""
    if request.method != "POST":
        return _sign_in_page()
    email, password = request.form.get("email", "")[:300], request.form.get("wachtwoord", "")
    limits, _ = services().limits, say()
    try:
        limits.check(request.remote_addr)
        secret = services().accounts.sign_in(email, password)
    except TooManyTriesError as error:
        wait = _.many("één minuut", "{number} minuten", error.minutes)
        words = _("Er is te vaak iets verkeerds ingevuld. Probeer het over {wait}.", wait=wait)
        return _sign_in_page(email, words), HTTPStatus.TOO_MANY_REQUESTS
    except WrongPasswordError:
        limits.failed(request.remote_addr)
        words = _("Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze allebei na.")
        return _sign_in_page(email, words), HTTPStatus.UNPROCESSABLE_ENTITY
    response = see_other(_wanted())
    set_cookie(response, COOKIE, secret, path=PLACE)
    return response


@blueprint.post("/afmelden")
def sign_out() -> AnyResponse:
    """Sign this browser out."""
    services().accounts.sign_out(request.cookies.get(COOKIE, ""))
    response = see_other(url_for("signing.sign_in"))
    delete_cookie(response, COOKIE, path=PLACE)
    return response


@blueprint.route("/wachtwoord", methods=["GET", "POST"])
def password() -> AnyResponse | str | tuple[str, int]:
    """Let editors choose another password."""
    if request.method != "POST":
        return _password_page()
    _, form = say(), request.form
    limits = services().limits
    limits.check(request.remote_addr)
    try:
        secret = services().accounts.change_password(
            editor().email, form.get("oud", ""), form.get("nieuw", "")
        )
    except WrongPasswordError:
        limits.failed(request.remote_addr)
        problem = Problem("oud", _("Dit is niet je wachtwoord van nu."))
    except PasswordLengthError:
        words = _("Kies een wachtwoord van {shortest} tot {longest} tekens.", **_lengths())
        problem = Problem("nieuw", words)
    else:
        response = see_other(url_for("workplace.home"))
        set_cookie(response, COOKIE, secret, path=PLACE)
        return response
    return _password_page(problem), HTTPStatus.UNPROCESSABLE_ENTITY


def _sign_in_page(email: str = "", problem: str = "") -> str:
    return render_template(
        "workplace/sign_in.html",
        email=email,
        wanted=_wanted(),
        problems=(Problem("email", problem),) if problem else (),
    )


def _password_page(problem: Problem | None = None) -> str:
    return render_template(
        "workplace/password.html",
        problems=(problem,) if problem else (),
        editor=editor().email,
        **_lengths(),
    )


def _lengths() -> dict[str, int]:
    return {"shortest": SHORTEST, "longest": LONGEST}


def _wanted() -> str:
    """Return the page to go to after signing in: ours, and no other site's."""
    wanted = request.values.get("naar", "")
    is_ours = wanted.startswith(f"{PLACE}/") and "//" not in wanted and "\\" not in wanted
    return wanted if is_ours else url_for("workplace.home")
