"""Signing in to the Workplace, and keeping everyone else out of it."""

from flask import Blueprint
from werkzeug import Response as AnyResponse

from quickscan.web import passwords
from quickscan.web.entrance import Entrance
from quickscan.web.entrance import account as editor

PLACE = "/werkplaats"
COOKIE = "werkplaats"

ENTRANCE = Entrance(
    place=PLACE,
    cookie=COOKIE,
    home="workplace.home",
    sign_in="signing.sign_in",
    forgotten="signing.forgotten",
    in_mail="signing.in_mail",
    open=(
        "signing.sign_in",
        "signing.sign_out",
        "signing.forgotten",
        "signing.in_mail",
        "signing.choose_password",
    ),
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
    return ENTRANCE.another_password("workplace/password.html", editor=editor().email)


@blueprint.route("/vergeten", methods=["GET", "POST"])
def forgotten() -> AnyResponse | str | tuple[str, int]:
    """Help who forgot a password."""
    return passwords.forgotten(ENTRANCE)


@blueprint.get("/mail")
def in_mail() -> str:
    """Say to look in one's mail."""
    return passwords.in_mail(ENTRANCE)


@blueprint.route("/link/<secret>", methods=["GET", "POST"])
def choose_password(secret: str) -> AnyResponse | str | tuple[str, int]:
    """Let who has a link choose a password."""
    return passwords.choose(ENTRANCE, secret)
