"""Inviting another coordinator, and becoming one by a link."""

from http import HTTPStatus

from flask import render_template, request, url_for
from werkzeug import Response as AnyResponse

from quickscan.presentation.dates import long_date
from quickscan.services.accounts import EmailError
from quickscan.services.inviting import (
    INVITED_DAYS,
    MOST_INVITATIONS,
    CoordinatesAlreadyError,
    CoordinatorInvitation,
    NoTeamError,
    TooManyInvitationsError,
)
from quickscan.services.limits import TooManyTriesError
from quickscan.services.mailing import Recipient
from quickscan.web.entrance import account
from quickscan.web.organisation.sharing import blueprint, frame, organisation_of
from quickscan.web.organisation.signing import ENTRANCE
from quickscan.web.passwords import count_mail, no_address, too_often
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Problem
from quickscan.web.security import own_origin
from quickscan.web.speaking import language, say
from quickscan.web.wiring import services

EVERY_TEAM = "alle"
"""What is sent for all teams; no team has this id, which is longer."""


@blueprint.route("/<id>/uitnodiging", methods=["GET", "POST"])
def invite(id: str) -> AnyResponse | str | tuple[str, int]:
    """Make a link for another coordinator, and see or withdraw those that are there."""
    if request.method != "POST":
        return _invite_page(id)
    _, chosen = say(), set(request.form.getlist("team"))
    email, status = _typed_email(), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        mail = _recipient(email)
        teams = None if EVERY_TEAM in chosen else chosen
        services().inviting.invite(account().email, id, teams, mail=mail)
    except EmailError:
        problem = Problem("email", no_address())
    except TooManyTriesError as error:
        problem, status = Problem("email", too_often(error)), HTTPStatus.TOO_MANY_REQUESTS
    except NoTeamError:
        problem = Problem("team-alle", _("Kies voor welke teams, of kies alle teams."))
    except TooManyInvitationsError:
        words = _(
            "Er zijn al {number} uitnodigingen. Trek er eerst een in.", number=MOST_INVITATIONS
        )
        problem = Problem("uitnodigingen", words)
    else:
        sent = "ja" if mail else None
        page = url_for("organisation.invite", id=id, gemaild=sent)
        return see_other(f"{page}#uitnodigingen")
    return _invite_page(id, problem), status


def _typed_email() -> str:
    """Return the address to mail a link to; nothing where no mail is sent."""
    typed = request.form.get("email", "")[:300] if services().mailing.is_on else ""
    return typed.strip()


def _recipient(email: str) -> Recipient | None:
    """Return to whom a link is mailed, in the language of who invites; None for nobody.

    Raises:
        EmailError: this is no e-mail address.
        TooManyTriesError: as `count_mail`.
    """
    if not email:
        return None
    recipient = Recipient.at(email, say().speaks)
    count_mail(recipient)
    return recipient


@blueprint.post("/<id>/uitnodiging/<ref>")
def withdraw(id: str, ref: str) -> AnyResponse:
    """Let a link work no longer."""
    services().inviting.withdraw(account().email, id, ref)
    return see_other(url_for("organisation.invite", id=id))


def _invite_page(id: str, problem: Problem | None = None) -> str:
    found = services().inviting.open(account().email, id)
    return render_template(
        "organisation/invite.html",
        own=organisation_of(id),
        invitations=[_told(each) for each in found],
        every=EVERY_TEAM,
        days=INVITED_DAYS,
        may_mail=services().mailing.is_on,
        email=request.form.get("email", ""),
        chosen=request.form.getlist("team"),
        is_mailed="gemaild" in request.args,
        problems=(problem,) if problem else (),
        **frame(),
    )


def _told(own: CoordinatorInvitation) -> dict[str, object]:
    """Return what is told of an invitation; the link to nobody but who made it.

    Who coordinates no longer takes their links with them, and so may know no others.
    """
    _, ends = say(), long_date(own.ends, language())
    link = f"{own_origin()}{url_for('organisation.invited', secret=own.secret)}"
    return {
        "ref": own.ref,
        "by": own.by,
        "is_mine": own.by == account().email,
        "ends": ends,
        "teams": _teams(own),
        "link": link,
        "mail": _(
            "Wil je coördinator worden van {organisation} in de Quickscan? Volg dan deze "
            "link. Hij werkt één keer, tot en met {ends}. {link}",
            organisation=own.organisation,
            ends=ends,
            link=link,
        ),
    }


def _teams(own: CoordinatorInvitation) -> str:
    """Return the names of the teams that an invitation is for; "" for all."""
    return ", ".join(team.name for team in own.teams or ())


# --- for who is invited -----------------------------------------------------------------


@blueprint.get("/uitnodiging/<secret>")
def invited(secret: str) -> str:
    """Say what a link invites to; whoever has it need not be signed in yet."""
    return _invited_page(secret)


@blueprint.post("/uitnodiging/<secret>")
def accept(secret: str) -> AnyResponse | tuple[str, int]:
    """Let who is signed in coordinate what a link invites to."""
    try:
        organisation = services().inviting.accept(account().email, secret)
    except CoordinatesAlreadyError:
        words = say()("Je bent hier al coördinator. Deze link is voor iemand anders.")
        return _invited_page(secret, Problem("aannemen", words)), HTTPStatus.CONFLICT
    return see_other(url_for("organisation.organisation", id=organisation))


def _invited_page(secret: str, problem: Problem | None = None) -> str:
    own, signed_in = services().inviting.look(secret), ENTRANCE.signed_in()
    return render_template(
        "organisation/invited.html",
        by=own.by,
        whose=own.organisation,
        teams=_teams(own),
        ends=long_date(own.ends, language()),
        email=signed_in.email if signed_in else "",
        secret=secret,
        here=url_for("organisation.invited", secret=secret),
        problems=(problem,) if problem else (),
    )
