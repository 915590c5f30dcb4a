"""Inviting coordinators over HTTP: from the link to what a new coordinator sees."""

import re

import pytest

from tests.integration.web.rounds import ANNA, PASSWORD, measuring
from tests.visitor import Visitor

BOB = "bob@voorbeeld.example"


def registered(app, email, **more):
    return Visitor(app).post(
        "/organisatie/account", {"email": email, "wachtwoord": PASSWORD, **more}
    )


@pytest.fixture
def anna(app):
    """A coordinator with an organisation of two teams, on its page."""
    return organised(app)


def organised(app):
    app.extensions["quickscan"].accounts.add(ANNA, PASSWORD, roles=frozenset())
    visitor = Visitor(app)
    visitor.post("/organisatie/aanmelden", {"email": ANNA, "wachtwoord": PASSWORD})
    own = visitor.post("/organisatie/", {"naam": "Stichting Voorbeeld"}).address
    for team in ("Noord", "Zuid"):
        visitor.post(f"{own}team", {"naam": team})
    return visitor


def invited(anna, *teams):
    """Make an invitation, and return the path in its link."""
    page = anna.follow("Nodig een coördinator uit")
    chosen = [re.findall(rf'value="(\w+)"><span>{team}<', page.html)[0] for team in teams]
    page.post(page.address, {"team": chosen or ["alle"]})
    link = next(link.href for link in page.page.links if "/uitnodiging/" in link.href)
    return link.removeprefix("http://localhost")


def test_someone_without_an_account_makes_one_and_becomes_coordinator(app, anna):
    visitor = Visitor(app).get(invited(anna))
    assert f"{ANNA} vraagt je voor alle teams." in visitor.text
    assert "Word coördinator van Stichting Voorbeeld" in visitor.text

    visitor.follow("Maak een account").fill({"email": BOB, "wachtwoord": PASSWORD})
    assert f"Je bent aangemeld als {BOB}." in visitor.text
    visitor.send()

    assert visitor.address.startswith("/organisatie/")
    assert "Zet een meting klaar" in visitor.text
    assert BOB in visitor.text


def test_someone_with_an_account_signs_in_and_becomes_coordinator(app, anna):
    registered(app, BOB)
    visitor = Visitor(app).get(invited(anna)).follow("Ik heb al een account")

    visitor.fill({"email": BOB, "wachtwoord": PASSWORD}).send()

    assert "Stichting Voorbeeld" in visitor.text
    assert visitor.get("/organisatie/").text.count("Stichting Voorbeeld")


def test_whoever_is_signed_in_as_another_may_sign_out_first(app, anna):
    link = invited(anna)
    visitor = registered(app, BOB).get(link)

    visitor.post("/organisatie/afmelden", {"naar": link})

    assert visitor.address == "/organisatie/aanmelden"
    visitor.fill({"email": BOB, "wachtwoord": PASSWORD})
    assert visitor.address == link


def test_an_invitation_lets_register_who_otherwise_could_not(make_app):
    app = make_app(QUICKSCAN_REGISTRATION="invited")
    link = invited(organised(app))

    for naar in ("", "/organisatie/", "/organisatie/uitnodiging/x", link.replace("/u", "/v")):
        assert registered(app, BOB, naar=naar).status == 404, naar
    visitor = Visitor(app).get(link).follow("Maak een account")
    visitor.fill({"email": BOB, "wachtwoord": PASSWORD}).send()
    assert visitor.status == 200
    assert registered(app, "cas@voorbeeld.example", naar=link).status == 404, "it works once"


def test_a_coordinator_of_one_team_sees_that_team_and_arranges_nothing(app, anna):
    visitor = registered(app, BOB).get(invited(anna, "Noord"))
    assert f"{ANNA} vraagt je voor deze teams: Noord." in visitor.text
    own = visitor.send().address

    assert "Noord" in visitor.text
    assert "Zuid" not in visitor.text
    for words in ("Zet een meting klaar", "Nodig een coördinator uit", "Voeg toe"):
        assert words not in visitor.text
    for path in ("uitnodiging", "meting"):
        assert visitor.get(f"{own}{path}").status == 404
    assert visitor.post(f"{own}uitnodiging", {"team": "alle"}).status == 404
    assert f"{BOB} alleen Noord" in anna.get(own).text


def test_a_coordinator_of_one_team_may_not_change_open_or_close_a_round(app):
    round_ = measuring(app)
    anna = round_.coordinator()
    visitor = registered(app, BOB).get(invited(anna, "Noord")).send()
    following = round_.services.rounds
    old = f"/organisatie/meting/{round_.round.id}"
    assert visitor.get(old).status == 404, "it was open before"
    round_.close()
    draft = following.next_round(ANNA, round_.round.id)
    own = f"/organisatie/meting/{draft.id}"

    assert visitor.get(own).status == 200
    assert "Zuid" not in visitor.text
    for path in ("plan", "openen", "sluiten", f"team/{draft.teams[0].team}"):
        assert visitor.get(f"{own}/{path}").status == 404, path
        assert visitor.post(f"{own}/{path}").status == 404, path


def test_an_invitation_that_does_not_work_says_so_and_nothing_more(app, anna):
    link = invited(anna)
    anna.post(next(f.action for f in anna.page.forms if "/uitnodiging/" in f.action))
    assert "Uitnodigingen die nu werken" not in anna.text

    for gone in (link, "/organisatie/uitnodiging/x"):
        visitor = Visitor(app).get(gone)
        assert visitor.status == 404
        assert "Deze uitnodiging werkt niet" in visitor.text
        assert "Voorbeeld" not in visitor.text


def test_who_coordinates_already_is_told_so_and_leaves_the_link_alone(app, anna):
    link = invited(anna)

    anna.post(link)

    assert anna.status == 409
    assert "Je bent hier al coördinator." in anna.text
    assert Visitor(app).get(link).status == 200


def test_an_invitation_is_accepted_by_who_is_signed_in_only(app, anna):
    link = invited(anna)

    assert Visitor(app).post(link).address == "/organisatie/aanmelden"

    assert Visitor(app).get(link).status == 200, "it is not used up"


def test_a_link_is_shown_to_nobody_but_who_made_it(app, anna):
    own, link = anna.address, invited(anna)
    visitor = registered(app, BOB).get(invited(anna.get(own))).send()

    visitor.follow("Nodig een coördinator uit")

    assert link not in visitor.html
    assert f"Gemaakt door {ANNA}. Alleen die kan de link zien." in visitor.text


def test_an_invitation_is_for_teams_that_were_chosen(anna):
    anna.follow("Nodig een coördinator uit")

    anna.post(anna.address)

    assert anna.status == 422
    assert "Kies voor welke teams, of kies alle teams." in anna.text
    assert anna.post(anna.address, {"team": "x"}).status == 404


def test_twenty_invitations_at_once_are_enough(anna):
    page = anna.follow("Nodig een coördinator uit").address
    for _ in range(20):
        anna.post(page, {"team": "alle"})
    assert anna.status == 200

    anna.post(page, {"team": "alle"})

    assert anna.status == 422
    assert "Er zijn al 20 uitnodigingen." in anna.text


def test_who_will_see_a_round_is_said_with_their_teams_before_it_opens(app):
    round_ = measuring(app)
    anna = round_.coordinator()
    registered(app, BOB).get(invited(anna, "Noord")).send()
    draft = round_.services.rounds.next_round(ANNA, round_.round.id)

    anna.get(f"/organisatie/meting/{draft.id}/openen")

    assert f"op hetzelfde moment: {ANNA}, {BOB} (alleen Noord)." in anna.text
    assert "Wie later coördinator wordt, ziet deze meting niet." in anna.text


def test_before_a_coordinator_is_removed_is_said_that_it_is_for_good(app, anna):
    own = anna.address
    visitor = registered(app, BOB).get(invited(anna)).send()

    anna.get(own).follow(f"Haal weg {BOB}")
    assert "Dit kun je niet terugdraaien." in anna.text
    assert visitor.get(own).status == 200, "nothing happened yet"
    anna.post(f"{own}coordinator", {"email": BOB})

    assert anna.address == own
    assert visitor.get(own).status == 404
    assert anna.get(f"{own}coordinator?email={BOB}").status == 404


def test_who_stops_coordinating_goes_to_what_is_left_to_them(app, anna):
    own = anna.address
    visitor = registered(app, BOB).get(invited(anna)).send()

    visitor.follow(f"Haal weg {BOB}")
    assert "Stop als coördinator van Stichting Voorbeeld" in visitor.text
    visitor.post(f"{own}coordinator", {"email": BOB})

    assert visitor.address == "/organisatie/"
    assert visitor.status == 200
    assert "Begin met de naam van je organisatie." in visitor.text
