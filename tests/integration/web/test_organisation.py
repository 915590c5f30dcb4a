"""Coordinators over HTTP: an account, an organisation, a round from draft to result."""

from datetime import timedelta

import pytest

from quickscan.presentation.dates import today
from tests.integration.web.journeys import MAIN, answer_page, make_report
from tests.integration.web.rounds import measuring
from tests.visitor import Visitor

PASSWORD = "een lange zin als wachtwoord"
ANNA, BOB = "anna@voorbeeld.example", "bob@voorbeeld.example"


def registered(app, email=ANNA):
    visitor = Visitor(app)
    return visitor.post("/organisatie/account", {"email": email, "wachtwoord": PASSWORD})


@pytest.fixture
def anna(app):
    """A coordinator with an organisation of two teams, on its page."""
    visitor = registered(app)
    visitor.post("/organisatie/", {"naam": "Stichting Voorbeeld"})
    own = visitor.address
    visitor.post(f"{own}team", {"naam": "Noord"})
    return visitor.post(f"{own}team", {"naam": "Zuid"})


def drafted(anna, **more):
    """Make a draft of two teams; ends on its page."""
    plan = {
        "naam": "Najaar",
        "vragenlijst": MAIN,
        "opent": today().isoformat(),
        "sluit": (today() + timedelta(days=14)).isoformat(),
        "woord": "Doe mee.",
        **more,
    }
    anna.post(anna.link("Zet een meting klaar").href, plan)
    draft = anna.address
    known = {"interventie": "Stoepgesprek", "huidige-fase": "doen", "_rol": "uitvoerder"}
    for size in ("8", "4"):
        anna.post(
            anna.link("laat meedoen").href, {"grootte": size, "manier": "overig", **known}
        )
        assert anna.address == draft, anna.text
    return anna


def opened(anna):
    drafted(anna).follow("Lees na en open")
    return anna.post(anna.address)


def code_of(anna, team="Noord"):
    """The code that the page of a round tells for a team."""
    link = next(link for link in anna.page.links if "/meedoen/" in link.href)
    assert team
    return link.href.rpartition("/")[2]


# --- accounts ---------------------------------------------------------------------------


def test_who_is_not_signed_in_is_shown_where(visitor):
    visitor.get("/organisatie/")

    assert visitor.address == "/organisatie/aanmelden"
    assert visitor.response.headers["Cache-Control"] == "no-store"
    assert visitor.response.headers["X-Robots-Tag"] == "noindex"


def test_an_account_is_made_and_signs_in_again(app):
    visitor = registered(app)
    assert visitor.address == "/organisatie/"
    visitor.post("/organisatie/afmelden")
    assert visitor.get("/organisatie/").address == "/organisatie/aanmelden"

    visitor.post("/organisatie/aanmelden", {"email": ANNA, "wachtwoord": PASSWORD})

    assert visitor.address == "/organisatie/"


def test_what_is_wrong_with_a_new_account_is_said_and_nothing_lost(visitor):
    visitor.post("/organisatie/account", {"email": "anna", "wachtwoord": PASSWORD})
    assert visitor.status == 422
    assert "Dit is geen e-mailadres." in visitor.text
    visitor.post("/organisatie/account", {"email": ANNA, "wachtwoord": "kort"})

    assert visitor.status == 422
    assert "Kies een wachtwoord van 12 tot 200 tekens." in visitor.text
    assert f'value="{ANNA}"' in visitor.html


def test_an_account_that_is_there_is_told_to_nobody_but_its_owner(app, visitor):
    registered(app)

    visitor.post("/organisatie/account", {"email": ANNA, "wachtwoord": "iets anders dan dat"})
    assert visitor.status == 422
    assert "lukt het niet" in visitor.text
    assert registered(app).address == "/organisatie/"


def test_by_invitation_only_nobody_registers(make_app):
    app = make_app(QUICKSCAN_REGISTRATION="invited")

    assert Visitor(app).get("/organisatie/account").status == 404
    assert registered(app).status == 404
    assert "Maak een account" not in Visitor(app).get("/organisatie/aanmelden").text


def test_another_password_counts_from_now_on(app):
    visitor = registered(app)
    visitor.post("/organisatie/wachtwoord", {"oud": "onzin", "nieuw": PASSWORD + "!"})
    assert visitor.status == 422
    visitor.post("/organisatie/wachtwoord", {"oud": PASSWORD, "nieuw": "kort"})
    assert visitor.status == 422
    visitor.post("/organisatie/wachtwoord", {"oud": PASSWORD, "nieuw": PASSWORD + "!"})

    assert visitor.address == "/organisatie/"


@pytest.mark.parametrize(
    ("page", "sent"),
    [
        ("account", {"email": BOB, "wachtwoord": PASSWORD}),
        ("wachtwoord", {"oud": PASSWORD, "nieuw": PASSWORD + "!"}),
        ("aanmelden", {"email": ANNA, "wachtwoord": PASSWORD}),
    ],
)
def test_who_tried_too_often_is_told_to_wait_on_the_same_page(app, page, sent):
    visitor, limits = registered(app), app.extensions["quickscan"].limits
    for _ in range(100):
        limits.failed("127.0.0.1")

    visitor.post(f"/organisatie/{page}", sent)

    assert visitor.status == 429
    assert "Er is te vaak iets verkeerds ingevuld. Probeer het over" in visitor.text
    assert 'type="password"' in visitor.html


def test_a_coordinator_does_not_enter_the_workplace(app):
    visitor = registered(app)

    visitor.post("/werkplaats/aanmelden", {"email": ANNA, "wachtwoord": PASSWORD})

    assert visitor.status == 403


# --- an organisation --------------------------------------------------------------------


def test_teams_are_added_renamed_and_removed(anna):
    own = anna.address
    team = next(f.action for f in anna.page.forms if "/team/" in (f.action or ""))

    anna.post(f"{own}team", {"naam": "Noord"})
    assert anna.status == 422
    assert "Er is al een team dat ‘Noord’ heet." in anna.text
    anna.post(team, {"naam": "Noord-Oost"})
    assert "Noord-Oost" in anna.html
    anna.post(team, {"naam": "", "weg": "1"})
    assert "Noord-Oost" not in anna.html


@pytest.mark.parametrize(("number", "status"), [("8", 200), ("4", 422), ("x", 422), ("", 422)])
def test_the_smallest_group_may_be_raised_only(anna, number, status):
    anna.post(f"{anna.address}minimum", {"minimum": number})

    assert anna.status == status


def test_the_last_coordinator_stays(anna):
    anna.post(f"{anna.address}coordinator", {"email": ANNA})

    assert anna.status == 422


def test_what_is_of_another_organisation_looks_as_if_it_is_not_there(app, anna):
    own = anna.address
    opened(anna)
    round_, bob = anna.address, registered(app, BOB)

    for page in (own, f"{own}meting", round_, f"{round_}/sluiten", "/organisatie/x/"):
        assert bob.get(page).status == 404, page
    for page in (f"{own}team", f"{own}minimum", f"{round_}/verlengen", f"{round_}/volgende"):
        assert bob.post(page, {"naam": "x", "minimum": "9"}).status == 404, page
    assert bob.post(f"{round_}/verlengen", {"sluit": "2999-01-01"}).status == 404


# --- a round ----------------------------------------------------------------------------


def test_what_is_wrong_with_a_plan_is_said_and_nothing_lost(anna):
    form = anna.get(anna.link("Zet een meting klaar").href).address
    plan = {"naam": "", "vragenlijst": MAIN, "opent": "2026-11-24", "sluit": "2026-12-24"}

    anna.post(form, {**plan, "woord": "Bewaar dit"})
    assert anna.status == 422
    assert "Geef de meting een naam" in anna.text
    assert "Bewaar dit" in anna.html
    anna.post(form, {**plan, "naam": "x", "sluit": "2026-11-01"})
    assert "De laatste dag komt na de eerste" in anna.text
    anna.post(form, {**plan, "naam": "x", "sluit": "morgen"})
    assert "Kies een eerste en een laatste dag" in anna.text
    assert anna.post(form, {**plan, "naam": "x", "vragenlijst": "niets"}).status == 404


def test_of_a_team_everything_is_told_that_participants_are_not_asked(anna):
    drafted(anna)
    team = anna.link("Wijzig Noord").href

    for size in ("veel", "", "0", "10001", "0000000011234567", "9" * 5000):
        anna.post(team, {"grootte": size, "huidige-fase": "doen"})
        assert anna.status == 422, size[:20]
        assert "Schrijf een getal vanaf 1." in anna.text
    anna.post(team, {"grootte": "9"})
    assert anna.status == 422
    assert 'href="#huidige-fase--ontwikkelen"' in anna.html


def test_a_draft_can_be_changed_left_out_of_and_thrown_away(anna):
    draft = drafted(anna).address
    anna.post(
        f"{draft}/plan",
        {
            "naam": "Winter",
            "vragenlijst": MAIN,
            "opent": today().isoformat(),
            "sluit": today().isoformat(),
            "woord": "",
        },
    )
    assert "Winter" in anna.text
    anna.post(anna.link("Wijzig Zuid").href, {"weg": "1"})
    assert "laat meedoen Zuid" in anna.text

    anna.post(f"{draft}/weg")

    assert "Er zijn nog geen metingen." in anna.text
    assert anna.get(draft).status == 404


def test_before_opening_is_said_what_becomes_fixed(anna):
    drafted(anna).follow("Lees na en open")

    for words in (
        "Hierna verandert er niets meer",
        "Team Noord: 8 mensen. De uitslag is in grote lijnen.",
        "Team Zuid: 4 mensen. Hier komt nooit een eigen uitslag van.",
        "Ze vullen in als ‘",
        "Stoepgesprek",
        "minstens de helft meedoen",
        ANNA,
    ):
        assert words in anna.text, words


@pytest.mark.parametrize(
    ("size", "minimum", "words"),
    [
        (12, 5, "Doen er 10 of meer mee, dan is de uitslag precies."),
        (12, 10, "Team Noord: 12 mensen. De uitslag is precies."),
        (12, 13, "Hier komt nooit een eigen uitslag van."),
        (5, 5, "De uitslag is in grote lijnen."),
    ],
)
def test_before_opening_is_said_what_a_team_of_each_size_can_show(app, size, minimum, words):
    round_ = measuring(app, role=None, sizes=(size, 4))
    organisation = round_.round.organisation
    round_.services.organisations.set_minimum(ANNA, organisation, minimum)
    draft = round_.services.rounds.next_round(ANNA, round_.round.id)

    page = round_.coordinator().get(f"/organisatie/meting/{draft.id}/openen")

    assert words in page.text
    assert f"als minstens {minimum} mensen die kiezen" in page.text


@pytest.mark.parametrize(
    ("days", "words", "warns"),
    [
        (0, "Vandaag is de laatste dag.", True),
        (1, "Nog één dag.", True),
        (3, "Nog 3 dagen.", True),
        (4, "Nog 4 dagen.", False),
    ],
)
def test_an_open_round_tells_how_long_and_of_which_teams_more_are_needed(
    app, days, words, warns
):
    round_ = measuring(app, closes=today() + timedelta(days=days))

    page = round_.coordinator().get(f"/organisatie/meting/{round_.round.id}")

    assert words in page.text
    assert ("Nog niet genoeg mensen bij: Noord." in page.text) == warns, (
        "Zuid never has enough"
    )
    assert page.text.count("Genoeg voor een uitslag:") == 1


def test_a_draft_without_teams_does_not_open(anna):
    plan = {"naam": "x", "vragenlijst": MAIN, "opent": "2030-01-01", "sluit": "2030-02-01"}
    draft = anna.post(anna.link("Zet een meting klaar").href, plan).address

    anna.post(f"{draft}/openen")

    assert anna.status == 422
    assert "Kies eerst minstens één team." in anna.text


def test_what_was_opened_cannot_be_changed_any_more(anna):
    round_ = opened(anna).address

    assert anna.post(f"{round_}/plan").status == 409
    assert anna.post(f"{round_}/weg").status == 409
    assert anna.post(f"{round_}/openen").status == 409
    assert "Deze meting staat vast" in anna.text


def test_an_open_round_tells_how_to_invite_and_not_how_many_took_part(app, anna):
    opened(anna)
    code = code_of(anna)
    for _ in range(6):
        Visitor(app).get(f"/meedoen/{code}").send()

    anna.get(anna.address)

    assert "Genoeg voor een uitslag: nog niet" in anna.text
    assert code in anna.text
    assert (
        "6" not in anna.text.replace(code, "").replace("2026", "").partition("Teams")[2][:200]
    )


def test_the_last_day_may_be_later(anna):
    round_ = opened(anna).address
    later = (today() + timedelta(days=30)).isoformat()

    assert anna.post(f"{round_}/verlengen", {"sluit": today().isoformat()}).status == 422
    assert anna.post(f"{round_}/verlengen", {"sluit": "x"}).status == 422
    assert anna.post(f"{round_}/verlengen", {"sluit": later}).status == 200


def test_a_round_from_registration_to_result_and_the_next_one(app, anna):
    round_ = opened(anna).address
    code = code_of(anna)
    for number in range(6):
        visitor = Visitor(app).get(f"/meedoen/{code}").send().forward()
        while "/onderdeel/" in visitor.address:
            answer_page(visitor, ("helemaal", "nog-niet")[number % 2])
        visitor.send()
    anna.get(round_).follow("Sluit de meting nu")
    assert "Dit kun je niet terugdraaien." in anna.text
    anna.post(anna.address)

    anna.follow("Bekijk de uitslag van team Noord")

    assert "Zes van de acht mensen deden mee." in anna.text
    make_report(anna)
    pdf = anna.get(anna.get(anna.address).pdf_link)
    assert pdf.response.mimetype == "application/pdf"
    anna.get(round_).follow("Bekijk de uitslag van team Zuid")
    assert "Te weinig antwoorden om te tonen." in anna.text
    assert anna.post(f"{round_}/sluiten").address == round_
    anna.post(f"{round_}/volgende")
    assert "Concept" in anna.text
    assert "Noord" in anna.text


def test_the_foot_of_every_page_tells_who_runs_the_site(make_app):
    app = make_app(QUICKSCAN_ORGANISATION="Gemeente Proefstad")
    round_ = measuring(app)
    coordinator = round_.coordinator()

    own, whose = f"/organisatie/meting/{round_.round.id}", round_.round.organisation
    secret = round_.services.inviting.invite(ANNA, whose, None).secret
    for page in (
        own,
        f"/organisatie/{whose}/meting",
        f"/organisatie/{whose}/uitnodiging",
        f"/organisatie/uitnodiging/{secret}",
        "/organisatie/",
    ):
        assert "Aangeboden door Gemeente Proefstad." in coordinator.get(page).text, page
    assert (
        "Aangeboden door Gemeente Proefstad."
        in Visitor(app).get(f"/meedoen/{round_.code()}").text
    )


def test_what_comes_up_by_an_answer_about_a_team_is_asked_and_kept(anna):
    plan = {
        "naam": "x",
        "vragenlijst": "soorten",
        "opent": "2030-01-01",
        "sluit": "2030-02-01",
    }
    draft = anna.post(anna.link("Zet een meting klaar").href, plan).address
    team = anna.link("laat meedoen").href
    known = {"grootte": "8", "aantal": "3", "nieuw": "nee"}

    anna.post(team, known)
    assert anna.status == 422, "it asks how old it is"
    assert 'name="leeftijd"' in anna.html
    anna.post(team, {**known, "grootte": "", "leeftijd": "12"})
    assert anna.status == 422
    assert 'value="12"' in anna.html
    anna.post(team, {**known, "leeftijd": "12"})

    assert anna.address == draft
    assert "Hier mist nog iets." not in anna.text
    assert 'value="12"' in anna.get(team).html
    anna.post(team, {**known, "nieuw": "ja"})
    assert anna.address == draft, "of what is new it is not asked"
    assert anna.post(f"{draft}/openen").status == 200
