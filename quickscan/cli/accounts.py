"""The command `user`: who may sign in to work on questionnaires.

A password is typed twice, or comes as the first line of stdin when that is no terminal; it
never stands on the command line, where others on the machine could read it.
"""

import sys
from argparse import Namespace
from collections.abc import Callable
from getpass import getpass
from typing import TYPE_CHECKING, Any

from quickscan.cli.outcomes import Exit, UsageError
from quickscan.cli.output import say, warn
from quickscan.cli.running import settings, told
from quickscan.presentation.language import Translator

if TYPE_CHECKING:
    from quickscan.services.application import Application


def add(command: Callable[..., Any], _: Translator) -> None:
    """Declare the command."""
    user = command("user", told(run), _("accounts van redacteuren: maken, tonen, weghalen"))
    user.add_argument(
        "action",
        choices=("add", "link", "list", "password", "remove"),
        help=_(
            "add: maken, link: een link om zelf een wachtwoord te kiezen, list: tonen, "
            "password: nieuw wachtwoord, remove: weghalen"
        ),
    )
    user.add_argument("email", metavar=_("E-MAIL"), nargs="?", help=_("van wie het is"))
    user.add_argument(
        "--coordinator",
        action="store_true",
        help=_("bij add en link: een nieuw account voor een organisatie"),
    )


def run(chosen: Namespace, _: Translator) -> int:
    """Do one thing with accounts."""
    from quickscan.services import accounts  # noqa: PLC0415 - others need no database

    if (chosen.action == "list") == bool(chosen.email):
        raise UsageError(
            "geef bij add, link, password en remove een e-mailadres, bij list niet"
        )
    own = _opened()
    try:
        _do(own, chosen.action, chosen.email or "", _, coordinator=chosen.coordinator)
    except accounts.EmailError as error:
        raise UsageError("'{email}' is geen e-mailadres", email=error.email) from error
    except accounts.AccountExistsError as error:
        words = "{email} heeft al een account; geef met 'password' een nieuw wachtwoord"
        raise UsageError(words, email=error.email) from error
    except accounts.NoSuchAccountError as error:
        words = "{email} heeft geen account"
        if chosen.action == "link":
            words = "{email} heeft geen account; met --coordinator maakt de link er een"
        raise UsageError(words, email=error.email) from error
    except accounts.PasswordLengthError as error:
        words = "een wachtwoord heeft {shortest} tot {longest} tekens"
        raise UsageError(
            words, shortest=accounts.SHORTEST, longest=accounts.LONGEST
        ) from error
    return Exit.GOOD


def _do(
    opened: "Application", action: str, email: str, _: Translator, *, coordinator: bool
) -> None:
    from quickscan.services.accounts import AccountRole  # noqa: PLC0415

    own = opened.accounts
    match action:
        case "link":
            _give_link(opened, email, _, begins=coordinator)
        case "add" if coordinator:
            made = own.add(email, _password(_), roles=frozenset())
            say(_("{email} kan een organisatie aanmaken en teams meten.", email=made.email))
        case "add":
            made = own.add(email, _password(_), roles=frozenset({AccountRole.EDITOR}))
            say(_("{email} kan zich aanmelden bij de Werkplaats.", email=made.email))
        case "password":
            own.set_password(email, _password(_))
            say(_("{email} heeft een nieuw wachtwoord, en is overal afgemeld.", email=email))
        case "remove":
            own.remove(email)
            say(_("{email} kan zich niet meer aanmelden.", email=email))
        case _all:
            for account in own.all():
                say(account.email)


def _give_link(opened: "Application", email: str, _: Translator, *, begins: bool) -> None:
    """Print a link by which someone chooses a password, on a line of its own."""
    from quickscan.services.letters import password_address  # noqa: PLC0415
    from quickscan.services.passwords import BEGIN_HOURS  # noqa: PLC0415

    link, config = opened.passwords.given(email, begins=begins), settings()
    own = next((each for each in opened.accounts.all() if each.email == link.email), None)
    origin = config.origin or f"http://{config.host}:{config.port}"
    wanted = "/werkplaats/" if own and own.is_editor else "/organisatie/"
    say(password_address(origin, link.secret, wanted))
    warn(
        _(
            "Geef deze link aan {email}. Hij werkt één keer, {number} uur lang.",
            email=link.email,
            number=BEGIN_HOURS,
        )
    )


def _opened() -> "Application":
    from quickscan.services.application import Application  # noqa: PLC0415
    from quickscan.serving.preparing import prepare  # noqa: PLC0415

    config = settings()
    prepare(config)
    return Application.open(config)


def _password(_: Translator) -> str:
    from quickscan.services.accounts import SHORTEST  # noqa: PLC0415

    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass(_("Wachtwoord (minstens {number} tekens): ", number=SHORTEST))
    if getpass(_("Nog een keer: ")) != typed:
        raise UsageError("dat was twee keer iets anders; er is niets veranderd")
    return typed
