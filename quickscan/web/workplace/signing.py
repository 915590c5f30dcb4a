"""Signing in to the Workplace, and keeping everyone else out of it."""

from http import HTTPStatus

from flask import Blueprint, render_template, request, url_for
from werkzeug import Response as AnyResponse

from quickscan.services.accounts import (
    LONGEST,
    SHORTEST,
    PasswordLengthError,
    WrongPasswordError,
)
from quickscan.web.entrance import Entrance
from quickscan.web.entrance import account as editor
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Problem
from quickscan.web.security import set_cookie
from quickscan.web.speaking import say
from quickscan.web.wiring import services

PLACE = "/werkplaats"
COOKIE = "werkplaats"

ENTRANCE = Entrance(
    place=PLACE,
    cookie=COOKIE,
    home="workplace.home",
    sign_in="signing.sign_in",
    open=("signing.sign_in", "signing.sign_out"),
    template="workplace/sign_in.html",
    blueprints=("workplace", "signing", "preview"),
    may_enter=lambda account: account.is_editor,
)

blueprint = Blueprint("signing", __name__, template_folder="templates", url_prefix=PLACE)

__all__ = ["COOKIE", "ENTRANCE", "PLACE", "blueprint", "editor"]


@blueprint.route("/aanmelden", methods=["GET", "POST"])
def sign_in() -> AnyResponse | str | tuple[str, int]:
    """Ask for an e-mail address and a password."""
    return ENTRANCE.ask()


@blueprint.post("/afmelden")
def sign_out() -> AnyResponse:
    """Sign this browser out."""
    return ENTRANCE.leave()


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


def _password_page(problem: Problem | None = None) -> str:
    return render_template(
        "workplace/password.html",
        problems=(problem,) if problem else (),
        editor=editor().email,
        **_lengths(),
    )


def _lengths() -> dict[str, int]:
    return {"shortest": SHORTEST, "longest": LONGEST}
