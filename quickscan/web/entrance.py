"""A part of the site behind a password: signing in and out, and keeping others out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import g, render_template, request, url_for
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

Shown = AnyResponse | str | tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """The door to the pages below one place, with a cookie for that place only.

    `home`, `sign_in`, `forgotten` (ask for a password by mail) and `in_mail` (it is there)
    are endpoints, `open` those that need no account; `may_enter` says who is let in;
    `template` asks for e-mail address and password.
    """

    place: str
    cookie: str
    home: str
    sign_in: str
    forgotten: str
    in_mail: str
    open: tuple[str, ...]
    template: str
    blueprints: tuple[str, ...]
    may_enter: Callable[[Account], bool] = lambda _account: True

    def keep_out(self) -> AnyResponse | None:
        """Let only those in who are signed in; show others where to sign in."""
        path = request.path
        below = path == self.place or path.startswith(f"{self.place}/")
        if (
            not (below or request.blueprint in self.blueprints)
            or request.endpoint in self.open
        ):
            return None
        account = self.signed_in()
        if account is None:
            wanted = path if request.method == "GET" else self.place
            return see_other(url_for(self.sign_in, naar=wanted))
        if not self.may_enter(account):
            raise Forbidden
        g.account = account
        return None

    def signed_in(self) -> Account | None:
        """Return who is signed in here in this browser."""
        secret = request.cookies.get(self.cookie)
        return services().accounts.signed_in(secret) if secret else None

    def ask(self, **more: Any) -> Shown:
        """Ask for an e-mail address and a password, and let in who knows both."""
        if request.method != "POST":
            return self.page(**more)
        email, password = (
            request.form.get("email", "")[:300],
            request.form.get("wachtwoord", ""),
        )
        limits, _ = services().limits, say()
        try:
            limits.check(request.remote_addr)
            secret = services().accounts.sign_in(email, password)
        except TooManyTriesError as error:
            return self.page(email, wait_words(error), **more), HTTPStatus.TOO_MANY_REQUESTS
        except WrongPasswordError:
            limits.failed(request.remote_addr)
            words = _(
                "Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze allebei na."
            )
            return self.page(email, words, **more), HTTPStatus.UNPROCESSABLE_ENTITY
        return self.let_in(secret)

    def let_in(self, secret: str) -> AnyResponse:
        """Sign this browser in and go to the page that was wanted."""
        response = see_other(self.wanted())
        set_cookie(response, self.cookie, secret, path=self.place)
        return response

    def another_password(self, template: str, **frame: object) -> Shown:
        """Let who is signed in choose another password, on a page of this template."""
        if request.method != "POST":
            return self._password_page(template, None, frame)
        _, form, limits = say(), request.form, services().limits
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        try:
            limits.check(request.remote_addr)
            old, new = form.get("oud", ""), form.get("nieuw", "")
            secret = services().accounts.change_password(account().email, old, new)
            return self.let_in(secret)
        except TooManyTriesError as error:
            problem, status = Problem("oud", wait_words(error)), HTTPStatus.TOO_MANY_REQUESTS
        except WrongPasswordError:
            limits.failed(request.remote_addr)
            problem = Problem("oud", _("Dit is niet je wachtwoord van nu."))
        except PasswordLengthError:
            problem = Problem("nieuw", unfit_length())
        return self._password_page(template, problem, frame), status

    def _password_page(
        self, template: str, problem: Problem | None, frame: Mapping[str, object]
    ) -> str:
        return render_template(
            template,
            problems=(problem,) if problem else (),
            home=url_for(self.home),
            shortest=SHORTEST,
            **frame,
        )

    def leave(self) -> AnyResponse:
        """Sign this browser out; who was on the way to a page may sign in as another."""
        services().accounts.sign_out(request.cookies.get(self.cookie, ""))
        wanted = self.wanted() if "naar" in request.form else None
        response = see_other(url_for(self.sign_in, naar=wanted))
        delete_cookie(response, self.cookie, path=self.place)
        return response

    def wanted(self) -> str:
        """Return the page to go to after signing in: ours, and no other site's."""
        wanted = request.values.get("naar", "")
        is_ours = wanted.startswith(f"{self.place}/") and "//" not in wanted
        return wanted if is_ours and "\\" not in wanted else url_for(self.home)

    def page(self, email: str = "", problem: str = "", **more: Any) -> str:
        """Return the page that asks, with what is wrong."""
        return render_template(
            self.template,
            email=email,
            wanted=self.wanted(),
            problems=(Problem("email", problem),) if problem else (),
            **more,
        )


def wait_words(error: TooManyTriesError) -> str:
    """Return how long to wait after too much was wrong."""
    wait = say().many("één minuut", "{number} minuten", error.minutes)
    return say()("Er is te vaak iets verkeerds ingevuld. Probeer het over {wait}.", wait=wait)


def unfit_length() -> str:
    """Return how long a password is."""
    words = "Kies een wachtwoord van {shortest} tot {longest} tekens."
    return say()(words, shortest=SHORTEST, longest=LONGEST)


def account() -> Account:
    """Return who is signed in for this request; an entrance let nobody else in."""
    found: Account = g.account
    return found
