"""Making an account for an organisation, signing in, and another password."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import NotFound

from quickscan.services.accounts import (
    SHORTEST,
    AccountExistsError,
    EmailError,
    PasswordLengthError,
    WrongPasswordError,
)
from quickscan.services.inviting import NoSuchCoordinatorInvitationError
from quickscan.services.limits import TooManyTriesError
from quickscan.services.mailing import MailKind
from quickscan.web import passwords
from quickscan.web.entrance import Entrance, unfit_length, wait_words
from quickscan.web.organisation.sharing import PLACE, blueprint, frame
from quickscan.web.scan.contexts import Problem
from quickscan.web.speaking import say
from quickscan.web.wiring import config, services

ENTRANCE = Entrance(
    place=PLACE,
    cookie="organisatie",
    home="organisation.home",
    sign_in="organisation.sign_in",
    forgotten="organisation.forgotten",
    in_mail="organisation.in_mail",
    open=(
        "organisation.sign_in",
        "organisation.sign_out",
        "organisation.register",
        "organisation.invited",
        "organisation.forgotten",
        "organisation.in_mail",
        "organisation.choose_password",
    ),
    template="organisation/sign_in.html",
    blueprints=("organisation",),
)


@blueprint.route("/aanmelden", methods=["GET", "POST"])
def sign_in() -> AnyResponse | str | tuple[str, int]:
    """Ask for an e-mail address and a password."""
    return ENTRANCE.ask(may_register=_may_register())


@blueprint.post("/afmelden")
def sign_out() -> AnyResponse:
    """Sign this browser out."""
    return ENTRANCE.leave()


@blueprint.route("/account", methods=["GET", "POST"])
def register() -> AnyResponse | str | tuple[str, int]:
    """Let someone make an account, where that is open to everyone or they are invited."""
    if not _may_register():
        raise NotFound
    if services().mailing.is_on:
        template = "organisation/register_by_mail.html"
        return passwords.ask_for_mail(ENTRANCE, MailKind.BEGIN, template)
    return _register() if request.method == "POST" else _register_page()


def _register() -> AnyResponse | tuple[str, int]:
    """Make an account at once, where no mail can be sent: see docs/anonymity.md."""
    email, password = request.form.get("email", "")[:300], request.form.get("wachtwoord", "")
    try:
        services().limits.check(request.remote_addr)
        services().accounts.add(email, password, roles=frozenset())
        return ENTRANCE.let_in(services().accounts.sign_in(email, password))
    except TooManyTriesError as error:
        page = _register_page(email, Problem("email", wait_words(error)))
        return page, HTTPStatus.TOO_MANY_REQUESTS
    except AccountExistsError:
        return _known(email, password)
    except EmailError:
        problem = Problem("email", passwords.no_address())
        return _register_page(email, problem), HTTPStatus.UNPROCESSABLE_ENTITY
    except PasswordLengthError:
        problem = Problem("wachtwoord", unfit_length())
        return _register_page(email, problem), HTTPStatus.UNPROCESSABLE_ENTITY


def _known(email: str, password: str) -> AnyResponse | tuple[str, int]:
    """Sign in who has this account already; tell nobody else that it is there."""
    try:
        return ENTRANCE.let_in(services().accounts.sign_in(email, password))
    except WrongPasswordError:
        services().limits.failed(request.remote_addr)
        words = say()(
            "Met dit e-mailadres en wachtwoord lukt het niet. Heb je al een account? Meld je "
            "dan aan."
        )
        return _register_page(email, Problem("email", words)), HTTPStatus.UNPROCESSABLE_ENTITY


@blueprint.route("/wachtwoord", methods=["GET", "POST"])
def password() -> AnyResponse | str | tuple[str, int]:
    """Let coordinators choose another password."""
    return ENTRANCE.another_password("organisation/password.html", **frame())


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


def _may_register() -> bool:
    """Say whether everyone may make an account, or who comes from a link that works."""
    if config().registration == "open":
        return True
    before, _, secret = ENTRANCE.wanted().rpartition("/")
    try:
        return before == f"{PLACE}/uitnodiging" and bool(services().inviting.look(secret))
    except NoSuchCoordinatorInvitationError:
        return False


def _register_page(email: str = "", problem: Problem | None = None) -> str:
    return render_template(
        "organisation/register.html",
        email=email,
        wanted=ENTRANCE.wanted(),
        problems=(problem,) if problem else (),
        shortest=SHORTEST,
    )
