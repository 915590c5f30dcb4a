"""A team in a draft: how large it is, how it takes part, and what is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from flask import render_template, request, url_for
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import NotFound

from quickscan.domain.answers import Answers
from quickscan.domain.ids import QuestionId, RoleId
from quickscan.domain.questions import Question
from quickscan.services.organisations import Team
from quickscan.services.planning import LARGEST_TEAM, MOST_CARDS, TeamPlan
from quickscan.services.round import JoinedTeam, Round, RoundTeam
from quickscan.web.forms import ROLE, read
from quickscan.web.organisation.drafting import as_plans, save_teams
from quickscan.web.organisation.sharing import (
    asked_first,
    blueprint,
    draft_of,
    frame,
    organisation_of,
)
from quickscan.web.organisation.ways import (
    WAY,
    Way,
    sent_way,
    stored_way,
    way_problem,
    way_views,
)
from quickscan.web.scan.asking import drawn_questions
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Page, Problem, problems_of, role_views
from quickscan.web.speaking import say, speak_as

_NO_ANSWERS: Answers = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a page of a team has in it: the role, what is asked first, and the answers."""

    role: RoleId | None
    asked: tuple[Question, ...]
    answers: Answers
    errors: Mapping[QuestionId, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Of what a page tells: a team in a draft, or several that take part as one.

    `size` is what stands in the form when nothing was sent yet; `name` likewise.
    """

    own: Round
    name: str
    size: str
    before: RoundTeam | None
    joined: tuple[JoinedTeam, ...] = ()

    @property
    def minimum(self) -> int:
        """The smallest group about which anything is shown."""
        return organisation_of(self.own.organisation).minimum


@blueprint.route("/meting/<id>/team/<team>", methods=["GET", "POST"])
def team_in_round(id: str, team: str) -> AnyResponse | str | tuple[str, int]:
    """Say of a team how large it is, and what is asked first; or leave it out."""
    own = draft_of(id)
    known = _known(own, team)
    before = next((each for each in own.teams if each.team == team), None)
    size = str(before.size) if before else ""
    telling = Telling(own=own, name=known.name, size=size, before=before)
    if request.method != "POST":
        return team_page(telling, stored(own, before))
    others = [each for each in as_plans(own) if team not in each.members]
    if "weg" in request.form:
        save_teams(own, tuple(others))
        return see_other(url_for("organisation.measurement", id=id))
    told, problems = sent_told(telling)
    if problems:
        return team_page(telling, told, problems), HTTPStatus.UNPROCESSABLE_ENTITY
    plan = TeamPlan(
        team=team,
        size=sent_size(),
        role=told.role,
        answers=told.answers,
        together=sent_way() is Way.TOGETHER,
        single_use=sent_by_cards(),
    )
    save_teams(own, (*others, plan))
    return after_telling(own, [team])


def _known(own: Round, team: str) -> Team:
    """Return a team that can take part by itself: not one that is joined with others."""
    joined = {each.id for other in own.teams for each in other.joined}
    for each in organisation_of(own.organisation).teams:
        if each.id == team and team not in joined:
            return each
    raise NotFound


def after_telling(own: Round, teams: list[str]) -> AnyResponse:
    """Go on to what was chosen: joining these with others, or back to the round."""
    if sent_way() is Way.JOIN:
        return see_other(url_for("organisation.join", id=own.id, team=teams))
    return see_other(url_for("organisation.measurement", id=own.id))


def sent_size() -> int:
    """Return the size that was sent; 0 for what is no number, or far too long for one."""
    return _whole(request.form.get("grootte", ""))


def _whole(typed: str) -> int:
    fits = typed.strip().isdecimal() and len(typed.strip()) <= len(str(LARGEST_TEAM))
    return int(typed) if fits else 0


def sent_by_cards() -> bool:
    """Say whether everyone is to draw a card with a code that works once."""
    return request.form.get("deelname") == "kaartjes"


def stored(own: Round, before: RoundTeam | None) -> Told:
    """Return what was told of a team before."""
    role, answers = (before.role, before.answers) if before else (None, _NO_ANSWERS)
    return Told(role=role, asked=asked_first(own, answers, role), answers=answers)


def sent_told(telling: Telling) -> tuple[Told, tuple[Problem, ...]]:
    """Return what was sent of a team, and what is wrong with it."""
    told = _sent(telling.own)
    page = Page(questionnaire=telling.own.questionnaire, say=say(), answers=told.answers)
    problems = problems_of(page, told.asked, told.errors)
    size = sent_size()
    if not 1 <= size <= LARGEST_TEAM:
        words = say()("Hoeveel mensen heeft het team? Schrijf een getal vanaf 1.")
        return told, (Problem("grootte", words), *problems)
    if sent_by_cards() and size > MOST_CARDS:
        words = say()(
            "Kaartjes kunnen tot en met {most} mensen. Kies de link.", most=MOST_CARDS
        )
        return told, (Problem("deelname--link", words), *problems)
    small = way_problem(size, telling.minimum, sent_way())
    return told, (small, *problems) if small else problems


def _sent(own: Round) -> Told:
    """Return what was sent, with all that it brings up: an answer may lead to a question.

    This ends, as what is asked depends on earlier questions only.
    """
    found = own.questionnaire.role(RoleId(request.form.get(ROLE, "")))
    role, answers = (found.id if found else None), _NO_ANSWERS
    while True:
        asked = asked_first(own, answers, role)
        sent = read(asked, request.form, say())
        if sent.answers == answers:
            return Told(role=role, asked=asked, answers=answers, errors=sent.errors)
        answers = sent.answers


def team_page(telling: Telling, told: Told, problems: tuple[Problem, ...] = ()) -> str:
    """Return the page of a team, or of several that take part as one."""
    own, typed = telling.own, request.form.get("grootte", telling.size)
    questionnaire = own.questionnaire
    speak_as(questionnaire)
    size = _whole(typed)
    is_small = 0 < size < telling.minimum
    before = stored_way(telling.before, is_small=is_small)
    return render_template(
        "organisation/team.html",
        own=own,
        name=request.form.get("naam", telling.name),
        title=telling.name,
        joined=telling.joined,
        is_in=telling.before is not None,
        by_cards=sent_by_cards()
        if "deelname" in request.form
        else telling.before is not None and telling.before.single_use,
        problems=problems,
        wrong={problem.target: problem.words for problem in problems},
        size=typed,
        people=size,
        is_small=is_small,
        minimum=telling.minimum,
        ways=way_views(
            sent_way() if WAY in request.form else before,
            is_small=is_small,
            is_joined=bool(telling.joined),
        ),
        roles=role_views(questionnaire.roles, told.role, say()),
        questions=drawn_questions(
            Page(questionnaire=questionnaire, say=say(), answers=told.answers),
            told.asked,
            typed=request.form if problems else None,
            errors=told.errors,
        ),
        **frame(),
    )
