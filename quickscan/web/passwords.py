"""A password by a link: asking for one by mail, and choosing one with it.

Whoever asks sees the same, whatever address they fill in: see docs/anonymity.md.
"""

from http import HTTPStatus

from flask import render_template, request, url_for

from quickscan.services.accounts import SHORTEST, EmailError, PasswordLengthError
from quickscan.services.limits import TooManyTriesError
from quickscan.services.mailing import MailKind, Recipient
from quickscan.services.passwords import NoSuchPasswordLinkError, PasswordLink
from quickscan.web.entrance import Entrance, Shown, unfit_length, wait_words
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Problem
from quickscan.web.speaking import say
from quickscan.web.wiring import config, services

_LONGEST_WANTED = 300


def ask_for_mail(entrance: Entrance, kind: MailKind, template: str) -> Shown:
    """Ask for an e-mail address, and want a letter to it."""
    if request.method != "POST":
        return _page(entrance, template)
    email, status = request.form.get("email", "")[:300], HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        recipient = Recipient.at(email, say().speaks)
        count_mail(recipient)
        services().mailing.ask(recipient, kind, _wanted(entrance))
        return see_other(url_for(entrance.in_mail, naar=_wanted(entrance)))
    except TooManyTriesError as error:
        problem, status = Problem("email", too_often(error)), HTTPStatus.TOO_MANY_REQUESTS
    except EmailError:
        problem = Problem("email", no_address())
    return _page(entrance, template, email, problem), status


def count_mail(recipient: Recipient) -> None:
    """Count a mail that someone asks for, with what goes wrong from here.

    Raises:
        TooManyTriesError: too much went wrong or was asked for, from here or to this address.
    """
    limits = services().limits
    limits.check(request.remote_addr)
    limits.failed(request.remote_addr)
    limits.mail(recipient.email)


def forgotten(entrance: Entrance) -> Shown:
    """Help who forgot a password: with a mail, or by saying who can help."""
    if services().mailing.is_on:
        return ask_for_mail(entrance, MailKind.FORGOTTEN, "forgotten.html")
    return _page(entrance, "ask_for_link.html")


def in_mail(entrance: Entrance) -> str:
    """Say that there is a mail, whether there is or not."""
    return _page(entrance, "in_mail.html")


def choose(entrance: Entrance, secret: str) -> Shown:
    """Let who has a link choose a password, and sign them in.

    Only sending the form uses the link up: programs that look at mail follow links.
    """
    passwords, limits = services().passwords, services().limits
    try:
        link = None if request.method == "POST" else passwords.look(secret)
        if link:
            return _choosing(entrance, link)
        limits.check(request.remote_addr)
        return entrance.let_in(passwords.choose(secret, request.form.get("wachtwoord", "")))
    except NoSuchPasswordLinkError:
        if request.method == "POST":
            limits.failed(request.remote_addr)
        return _page(entrance, "link_gone.html"), HTTPStatus.NOT_FOUND
    except TooManyTriesError as error:
        return _again(entrance, secret, wait_words(error)), HTTPStatus.TOO_MANY_REQUESTS
    except PasswordLengthError:
        return _again(entrance, secret, unfit_length()), HTTPStatus.UNPROCESSABLE_ENTITY


def no_address() -> str:
    """Return what is wrong with what is no e-mail address."""
    return say()("Dit is geen e-mailadres. Schrijf het als naam@organisatie.nl.")


def too_often(error: TooManyTriesError) -> str:
    """Return how long to wait after too many mails were asked for, or too much was wrong."""
    wait = say().many("één minuut", "{number} minuten", error.minutes)
    words = "Dit is nu te vaak gevraagd. Kijk of er al mail is, of probeer het over {wait}."
    return say()(words, wait=wait)


def _again(entrance: Entrance, secret: str, words: str) -> str:
    try:
        link = services().passwords.look(secret)
    except NoSuchPasswordLinkError:
        return _page(entrance, "link_gone.html")
    return _choosing(entrance, link, Problem("wachtwoord", words))


def _choosing(entrance: Entrance, link: PasswordLink, problem: Problem | None = None) -> str:
    page, known = "choose_password.html", link.is_known
    return _page(entrance, page, link.email, problem, is_known=known)


def _page(
    entrance: Entrance,
    template: str,
    email: str = "",
    problem: Problem | None = None,
    **more: object,
) -> str:
    return render_template(
        template,
        email=email,
        wanted=_wanted(entrance),
        sign_in=entrance.sign_in,
        forgotten=entrance.forgotten,
        contact=config().contact,
        shortest=SHORTEST,
        problems=(problem,) if problem else (),
        **more,
    )


def _wanted(entrance: Entrance) -> str:
    wanted = entrance.wanted()
    return wanted if len(wanted) <= _LONGEST_WANTED else url_for(entrance.home)
