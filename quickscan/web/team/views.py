"""Taking part with the code of a team: what is told first, and beginning."""

from flask import Blueprint, make_response, render_template, request, url_for
from werkzeug import Response
from werkzeug.exceptions import NotFound

from quickscan.domain.anonymity import EXACT_FROM
from quickscan.domain.ids import RoleId
from quickscan.domain.own_questions import OwnKind
from quickscan.presentation.dates import long_date
from quickscan.presentation.promises import Promised, promises, stressed
from quickscan.presentation.sentences import minutes_in_words
from quickscan.services.codes import MistypedCodeError
from quickscan.services.round import RoundState
from quickscan.services.round_papers import ENTRANCE
from quickscan.services.taking_part import (
    Invitation,
    NoSuchInvitationError,
    NotOpenNowError,
    OwnCodeNeededError,
    UsedCodeError,
)
from quickscan.storage.subjects import Subject
from quickscan.web.forms import ROLE
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Problem, role_views
from quickscan.web.scan.held import hold
from quickscan.web.speaking import language, say, speak_as
from quickscan.web.team.showing import round_report, subject_of, team_page
from quickscan.web.wiring import config, services

blueprint = Blueprint("team", __name__, template_folder="templates", url_prefix=ENTRANCE)


@blueprint.route("", methods=["GET", "POST"])
def entrance() -> Response | str | tuple[str, int]:
    """Ask for a code to take part: that of a team, or one that works once."""
    if request.method != "POST":
        return _entrance_page()
    typed, _ = request.form.get("code", "")[:100], say()
    limits = services().limits
    limits.check(request.remote_addr)
    try:
        found = services().taking_part.invitation(typed)
    except MistypedCodeError:
        words = _(
            "Deze code klopt niet: er is een teken verkeerd of vergeten. "
            "Kijk hem na en probeer het nog eens."
        )
    except NoSuchInvitationError:
        limits.failed(request.remote_addr)
        words = _("Bij deze code hoort geen meting. Kijk hem na, of vraag wie je uitnodigde.")
    else:
        return see_other(url_for("team.invitation", code=found.code))
    return _entrance_page(typed, Problem("code", words)), 422


def _entrance_page(typed: str = "", problem: Problem | None = None) -> str:
    problems = (problem,) if problem else ()
    return render_template("team/entrance.html", typed=typed, problems=problems)


@blueprint.get("/<code>")
def invitation(code: str) -> str:
    """Say who asks what, and who will see what, before the first question."""
    return _invitation_page(invited(code))


@blueprint.post("/<code>")
def begin(code: str) -> Response | tuple[str, int]:
    """Begin a scan for this team: always a new one."""
    found = invited(code)
    role = _role(found)
    if _chooses_role(found) and role is None:
        words = say()("Kies als wie je dit invult.")
        first = found.round.questionnaire.roles[0].id
        return _invitation_page(found, Problem(f"rol--{first}", words)), 422
    try:
        scan, own = services().taking_part.begin(code, language=language(), role=role)
    except (NotOpenNowError, OwnCodeNeededError):
        return _invitation_page(invited(code)), 409
    except UsedCodeError:
        words = say()(
            "Met deze code deed al iemand mee. Was jij dat? Ga dan verder met je eigen "
            "terugkeercode, via de beginpagina. Was jij dat niet? Vraag om een ander kaartje."
        )
        return _invitation_page(found, Problem("meedoen", words)), 409
    response = make_response(see_other(url_for("scan.code", ref=scan.id)))
    hold(response, scan.id, own)
    return response


@blueprint.get("/<code>/uitslag")
def result(code: str) -> Response | str:
    """Show what may be shown of a team, once its round is closed."""
    found = invited(code)
    if found.state is not RoundState.CLOSED or found.team.together:
        return see_other(url_for("team.invitation", code=found.code))
    return team_page(
        found.round,
        found.team,
        here=url_for("team.result", code=found.code),
        pdf=url_for("team.report", code=found.code, language=language()),
        again=url_for("team.report_again", code=found.code),
        then=services().taking_part.earlier(found.round),
    )


@blueprint.get("/<code>/teamrapport-<language>.pdf")
def report(code: str, language: str) -> Response | tuple[str, int]:
    """Give the report of a team as it was made; a web request never makes one."""
    found = _with_result(code)
    back = url_for("team.result", code=found.code)
    return round_report(found.round, _subject(found, language), back=back)


@blueprint.post("/<code>/teamrapport")
def report_again(code: str) -> Response:
    """Ask once more for a report that could not be made."""
    found = _with_result(code)
    services().reports.asked_again(_subject(found, language()))
    return see_other(url_for("team.result", code=found.code))


def _with_result(code: str) -> Invitation:
    """Return what a code invites to, of a team that has figures of its own or with others."""
    found = invited(code)
    if found.team.together:
        raise NotFound
    return found


def _subject(found: Invitation, language: str) -> Subject:
    then = services().taking_part.earlier(found.round)
    return subject_of(found.round, found.team, language, then)


def invited(code: str) -> Invitation:
    """Return what a code invites to; a failure counts against guessing.

    Raises:
        NoSuchInvitationError: it opens nothing.
    """
    limits = services().limits
    limits.check(request.remote_addr)
    try:
        found = services().taking_part.invitation(code)
    except (MistypedCodeError, NoSuchInvitationError):
        limits.failed(request.remote_addr)
        raise NoSuchInvitationError from None
    speak_as(found.round.questionnaire)
    return found


def _invitation_page(found: Invitation, problem: Problem | None = None) -> str:
    own, team = found.round, found.team
    questionnaire, _ = own.questionnaire, say()
    roles = questionnaire.roles if _chooses_role(found) else ()
    closes = long_date(own.closes, language())
    promised = Promised(
        organisation=found.organisation,
        size=team.size,
        minimum=own.minimum,
        coordinators=found.coordinators,
        closes=closes,
        single_use=team.single_use,
        own_count=len(own.own_questions),
        open_questions=tuple(
            each.words for each in own.own_questions if each.kind is OwnKind.TEXT
        ),
        texts_from=max(EXACT_FROM, own.minimum),
    )
    role = questionnaire.role(team.role)
    minutes = role.minutes if role and role.minutes else questionnaire.minutes
    return render_template(
        "team/together.html" if team.together else "team/invitation.html",
        problems=(problem,) if problem else (),
        code=found.code,
        whose=found.organisation,
        team=team.name,
        promises=tuple(promises(promised, _)),
        stressed=stressed(promised, _),
        begins=found.begins,
        single_use=team.single_use,
        name=own.name,
        title=questionnaire.title.to(language()),
        summary=questionnaire.summary.to(language()),
        word=own.word,
        minutes=minutes_in_words(minutes, _),
        role=role.label.to(language()) if role else "",
        roles=role_views(roles, _role(found), _),
        opens=long_date(own.opens, language()),
        closes=closes,
        state=found.state,
        states=RoundState,
        unfinished_days=config().unfinished_days,
        finished_months=config().finished_months,
        joined=[each.name for each in team.joined],
    )


def _chooses_role(found: Invitation) -> bool:
    return found.team.role is None and bool(found.round.questionnaire.roles)


def _role(found: Invitation) -> RoleId | None:
    role = found.round.questionnaire.role(RoleId(request.form.get(ROLE, "")))
    return role.id if role else None
