"""The pages of a round for the album: those of its coordinator, and of who is invited."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.e2e.album_together import small_team
from tests.e2e.coordinating import Coordinator

if TYPE_CHECKING:
    from tests.e2e.album import Picture, Tour

_SIX_PEOPLE = ("helemaal", "nog-niet", "voor-een-deel") * 2


def walk(tour: "Tour") -> Iterator["Picture"]:
    """Go past everything of an organisation, from its account to the result of its teams."""
    own = Coordinator(tour.window, "nl")
    yield tour.take("organisation, sign in", "/organisatie/aanmelden")
    yield tour.take("organisation, register", "/organisatie/account")
    yield tour.take("password, forgotten where no mail is sent", "/organisatie/vergeten")
    yield tour.take("link for a password that does not work", "/organisatie/link/x")
    own.register("album@voorbeeld.example")
    yield tour.take("organisations, none yet")
    own.begin()
    home = own.window.path
    yield from _inviting(tour, own)
    leaving = f"{home}coordinator?email=album@voorbeeld.example"
    yield tour.take("organisation, about to leave it", leaving)
    own.window.go(home)
    yield from _drafting(tour, own)
    round_ = own.window.path
    yield tour.take("round, read over", f"{round_}/openen")
    own.window.go(round_)
    team = own.open()
    other = own.link_of_other()
    yield tour.take("round, open")
    own.follow("poster")
    yield tour.take("poster, waiting")
    yield tour.take("round, about to close", f"{round_}/sluiten")
    yield tour.take("invitation of a team", team)
    yield tour.take("invitation of a team with cards", other)
    yield tour.take("taking part, a code", "/meedoen")
    own.window.page.fill("#code", "H47M")
    own.press("go_on")
    yield tour.take("taking part, a wrong code")
    for option in _SIX_PEOPLE:
        own.window.go(team)
        own.window.send().forward().skip_to_result(option)
    own.window.go(round_)
    own.close()
    yield tour.take("round, closed")
    yield tour.take("round among organisations", f"{round_}/benchmark")
    own.window.go(round_)
    own.follow("result")
    yield tour.take("result of a team")
    own.window.go(round_)
    own.follow("none")
    yield tour.take("result of a team that is too small")
    yield tour.take("result for who is in the team", f"{team}/uitslag")
    yield tour.take("organisation, password", "/organisatie/wachtwoord")
    yield tour.take("organisations", "/organisatie/?alle")


def _inviting(tour: "Tour", own: Coordinator) -> Iterator["Picture"]:
    """Invite a colleague, and see the link as they do; ends signed in."""
    own.follow("invite")
    yield tour.take("invite a coordinator")
    own.press("link")
    yield tour.take("invite a coordinator, for no team")
    link = own.invite()
    yield tour.take("invitations")
    yield tour.take("invitation, signed in", link)
    own.press("accept")
    yield tour.take("invitation, coordinates already")
    own.press("leave")
    yield tour.take("invitation, signed out", link)
    yield tour.take("invitation that does not work", f"{link}x")
    own.window.go("/organisatie/aanmelden")
    own.account("album@voorbeeld.example", "enter")


def _drafting(tour: "Tour", own: Coordinator) -> Iterator["Picture"]:
    """Make a draft; ends on its page."""
    yield tour.take("organisation")
    own.window.page.fill("#team", "Noord")
    own.press("add")
    yield tour.take("organisation, a name twice")
    own.follow("plan")
    yield tour.take("round, plan")
    own.press("save")
    yield tour.take("round, plan without a name")
    own.follow("back")
    own.draft()
    yield tour.take("round, draft")
    round_ = own.window.path
    own.draw_cards()
    link = own.share()
    yield tour.take("round, draft with a link")
    yield tour.take("round, read along", link)
    own.window.go(round_)
    own.follow("change")
    yield tour.take("round, team")
    own.window.page.fill("#grootte", "veel")
    own.press("save")
    yield tour.take("round, team without a size")
    own.follow("back")
    own.follow("ask")
    yield tour.take("round, a question of its own")
    own.press("save")
    yield tour.take("round, a question without words")
    own.follow("back")
    own.window.go(round_)
    yield from small_team(tour, own)
