"""Mail over HTTP: an account and a password by a link, from a real mail server's hands."""

import re

import pytest
from sqlalchemy import event, update

from quickscan.services.accounts import AccountRole
from quickscan.storage.tables import password_link
from tests.integration.web.rounds import ANNA, PASSWORD, measuring
from tests.integration.web.test_inviting import organised
from tests.mail_server import mail_server
from tests.visitor import Visitor

BOB, NOBODY = "bob@voorbeeld.example", "niemand@voorbeeld.example"
OTHER = "een heel andere lange zin"
HERE = "http://localhost"
DOORS = pytest.mark.parametrize("door", ["/organisatie", "/werkplaats"])


@pytest.fixture
def server():
    """A mail server that keeps what it gets."""
    with mail_server() as running:
        yield running


@pytest.fixture
def mailing_app(make_app, server):
    """Makes an app that sends by that mail server, with more settings."""

    def make(**settings):
        return make_app(
            QUICKSCAN_SMTP_URL=f"smtp://127.0.0.1:{server.port}",
            QUICKSCAN_SMTP_FROM="scan@voorbeeld.example",
            QUICKSCAN_ORIGIN=HERE,
            **settings,
        )

    return make


@pytest.fixture
def app(mailing_app):
    return mailing_app()


@pytest.fixture
def known(app):
    """Anna has an account, as coordinator and editor."""
    app.extensions["quickscan"].accounts.add(
        ANNA, PASSWORD, roles=frozenset({AccountRole.EDITOR})
    )


def sent(app, server):
    """Let the worker send what is wanted, and return what arrived."""
    del server.mails[:]
    while app.extensions["quickscan"].mailing.send_next():
        pass
    return server.mails


def link_to(app, server, part="/link/"):
    (mail,) = sent(app, server)
    return mail.link(part).removeprefix(HERE)


def test_an_account_is_made_by_who_has_the_mail(app, server):
    visitor = Visitor(app).get("/organisatie/").follow("Maak een account")
    assert "wachtwoord" not in visitor.next_form.fields
    visitor.send(email=f" {BOB.upper()} ")
    assert visitor.address == "/organisatie/mail"
    assert app.extensions["quickscan"].accounts.all() == ()

    visitor.get(link_to(app, server))
    assert f'value="{BOB}"' in visitor.html
    visitor.send(wachtwoord=PASSWORD)

    assert visitor.address == "/organisatie/"
    assert "Begin met de naam van je organisatie." in visitor.text
    visitor.post("/organisatie/afmelden").send(email=BOB, wachtwoord=PASSWORD)
    assert visitor.address == "/organisatie/"


@pytest.mark.usefixtures("known")
def test_who_has_an_account_already_is_told_so_in_the_mail_only(app, server):
    Visitor(app).post("/organisatie/account", {"email": ANNA})

    (mail,) = sent(app, server)
    assert mail.recipients == (ANNA,)
    assert mail.message["Subject"] == "Je hebt al een account voor de Quickscan"
    visitor = Visitor(app).get(mail.link("/aanmelden").removeprefix(HERE))
    assert visitor.send(email=ANNA, wachtwoord=PASSWORD).address == "/organisatie/"


def answers(app, address, email):
    """All that an outsider gets for an address: of sending it, and of the page after."""
    client = app.test_client()
    first = client.post(address, data={"email": email})
    second = client.get(first.headers["Location"])
    return [(each.status, list(each.headers), each.data) for each in (first, second)]


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    "address", ["/organisatie/account", "/organisatie/vergeten", "/werkplaats/vergeten"]
)
def test_the_answer_is_the_same_for_every_address_to_the_letter(app, address):
    assert answers(app, address, ANNA) == answers(app, address, NOBODY)


@pytest.mark.usefixtures("known")
def test_the_database_is_told_the_same_for_every_address(app):
    """So no time tells either: the worker looks up who has an account."""
    told = told_to_database(app, ANNA)

    assert any("INSERT INTO mail" in statement for statement in told)
    assert told_to_database(app, NOBODY) == told


def told_to_database(app, email):
    """The statements while someone says that they forgot a password.

    Without a look, once a second, at whether something was published.
    """
    engine, heard = app.extensions["quickscan"].database.engine, []

    def hear(_connection, _cursor, statement, *_more):
        if "FROM step" not in statement and not statement.startswith("BEGIN"):
            heard.append(statement)

    event.listen(engine, "before_cursor_execute", hear)
    Visitor(app).post("/organisatie/vergeten", {"email": email})
    event.remove(engine, "before_cursor_execute", hear)
    return heard


@pytest.mark.usefixtures("known")
@DOORS
def test_a_forgotten_password_is_replaced_and_every_browser_signed_out(app, server, door):
    def signing_in(password):
        typed = {"email": ANNA, "wachtwoord": password}
        return Visitor(app).post(f"{door}/aanmelden", typed)

    browser = signing_in(PASSWORD)
    visitor = Visitor(app).get(f"{door}/").follow("Wachtwoord vergeten?").send(email=ANNA)
    visitor.get(link_to(app, server)).send(wachtwoord=OTHER)

    assert visitor.address == f"{door}/"
    assert visitor.status == 200
    assert browser.get(f"{door}/").address == f"{door}/aanmelden"
    assert signing_in(PASSWORD).status == 422
    assert signing_in(OTHER).address == f"{door}/"


def test_to_an_address_without_account_no_forgotten_password_is_mailed(app, server):
    Visitor(app).post("/organisatie/vergeten", {"email": NOBODY})

    assert sent(app, server) == []


def test_a_program_that_follows_links_uses_none_up(app, server):
    Visitor(app).post("/organisatie/account", {"email": BOB})
    link = link_to(app, server)
    for _ in range(3):
        assert app.test_client().head(link).status_code == 200
        assert "Set-Cookie" not in app.test_client().get(link).headers

    assert Visitor(app).get(link).send(wachtwoord=PASSWORD).address == "/organisatie/"


def test_a_link_that_was_used_says_what_to_do(app, server):
    Visitor(app).post("/organisatie/account", {"email": BOB})
    link = link_to(app, server)
    visitor = Visitor(app).get(link).send(wachtwoord=PASSWORD)

    for again in (visitor.get(link), Visitor(app).post(link, {"wachtwoord": OTHER})):
        assert again.status == 404
        assert "Deze link werkt niet meer" in again.text
    assert visitor.follow("Vraag een nieuwe link").address == "/organisatie/vergeten"
    assert Visitor(app).get("/organisatie/link/x").status == 404


def test_a_link_that_has_ended_says_what_to_do(app, server):
    Visitor(app).post("/organisatie/account", {"email": BOB})
    link = link_to(app, server)
    with app.extensions["quickscan"].database.changing() as transaction:
        transaction.execute(update(password_link).values(ends=1))

    visitor = Visitor(app).post(link, {"wachtwoord": PASSWORD})

    assert visitor.status == 404
    assert "Deze link werkt niet meer" in visitor.text


def test_a_button_that_is_pressed_twice_is_as_pressed_once(app, server):
    for _ in range(2):
        Visitor(app).post("/organisatie/account", {"email": BOB})
    link = link_to(app, server)

    for _ in range(2):
        visitor = Visitor(app).post(link, {"wachtwoord": PASSWORD})
        assert visitor.address == "/organisatie/"


def test_what_is_wrong_is_said_on_the_same_page(app, server):
    visitor = Visitor(app).get("/organisatie/vergeten").send(email="anna")
    assert visitor.status == 422
    assert "Dit is geen e-mailadres." in visitor.text
    assert 'value="anna"' in visitor.html
    Visitor(app).post("/organisatie/account", {"email": BOB})

    visitor.get(link_to(app, server)).send(wachtwoord="kort")

    assert visitor.status == 422
    assert "Kies een wachtwoord van 12 tot 200 tekens." in visitor.text
    assert visitor.send(wachtwoord=PASSWORD).address == "/organisatie/"


@pytest.mark.usefixtures("known")
def test_mail_is_limited_per_address_and_for_everyone_from_one_place(app):
    for email in (ANNA, NOBODY):
        for _ in range(5):
            assert Visitor(app).post("/organisatie/vergeten", {"email": email}).status == 200
        blocked = Visitor(app).post("/organisatie/account", {"email": email})
        assert blocked.status == 429
        assert "Dit is nu te vaak gevraagd." in blocked.text
    for _ in range(100):
        app.extensions["quickscan"].limits.failed("127.0.0.1")

    assert Visitor(app).post("/organisatie/vergeten", {"email": BOB}).status == 429


def test_a_mail_is_in_the_language_of_the_page(app, server):
    Visitor(app, **{"Accept-Language": "en"}).post("/organisatie/account", {"email": BOB})

    (mail,) = sent(app, server)
    assert mail.message["Subject"] == "Make your account for the Quickscan"
    assert mail.message["Content-Language"] == "en"


@pytest.mark.usefixtures("known")
def test_whatever_host_a_visitor_names_a_link_leads_to_the_site(app, server):
    app.test_client().post(
        "/organisatie/vergeten",
        data={"email": ANNA},
        headers={"Host": "elders.example", "X-Forwarded-Host": "elders.example"},
    )

    (mail,) = sent(app, server)
    assert "elders" not in mail.words
    assert mail.link(f"{HERE}/organisatie/link/")


# --- invitations ------------------------------------------------------------------------


def test_an_invitation_is_mailed_and_leads_to_becoming_coordinator(app, server):
    page = organised(app).follow("Nodig een coördinator uit")
    page.post(page.address, {"team": "alle", "email": BOB})
    assert "De mail met de link gaat nu weg." in page.text
    visitor = Visitor(app).get(link_to(app, server, "/uitnodiging/"))
    assert f"{ANNA} vraagt je voor alle teams." in visitor.text

    visitor.follow("Maak een account").send(email=BOB)
    visitor.get(link_to(app, server)).send(wachtwoord=PASSWORD)
    assert f"Je bent aangemeld als {BOB}." in visitor.text
    visitor.send()

    assert "Zet een meting klaar" in visitor.text


def test_a_mailed_invitation_lets_register_who_otherwise_could_not(mailing_app, server):
    app = mailing_app(QUICKSCAN_REGISTRATION="invited")
    assert Visitor(app).post("/organisatie/account", {"email": BOB}).status == 404
    page = organised(app).follow("Nodig een coördinator uit")
    page.post(page.address, {"team": "alle", "email": BOB})
    visitor = Visitor(app).get(link_to(app, server, "/uitnodiging/"))

    visitor.follow("Maak een account").send(email=BOB)
    visitor.get(link_to(app, server)).send(wachtwoord=PASSWORD)

    assert f"Je bent aangemeld als {BOB}." in visitor.text


def test_what_is_wrong_with_an_address_to_invite_loses_nothing(app):
    page = organised(app).follow("Nodig een coördinator uit")

    page.post(page.address, {"team": "alle", "email": "bob"})

    assert page.status == 422
    assert "Dit is geen e-mailadres." in page.text
    assert re.search(r'value="alle"[^>]* checked', page.html)
    assert 'value="bob"' in page.html
    assert "Uitnodigingen die nu werken" not in page.text


def test_to_one_address_go_five_invitations_an_hour(app, server):
    page = organised(app).follow("Nodig een coördinator uit")
    for _ in range(5):
        page.post(page.address, {"team": "alle", "email": BOB})
        assert page.status == 200
    page.post(page.address, {"team": "alle", "email": BOB})

    assert page.status == 429
    assert "Dit is nu te vaak gevraagd." in page.text
    assert len(sent(app, server)) == 5


def test_an_invitation_that_is_withdrawn_before_the_mail_goes_is_not_mailed(app, server):
    page = organised(app).follow("Nodig een coördinator uit")
    page.post(page.address, {"team": "alle", "email": BOB})
    page.post(next(f.action for f in page.page.forms if "/uitnodiging/" in f.action))

    assert sent(app, server) == []


# --- rounds -----------------------------------------------------------------------------


def test_a_coordinator_is_mailed_that_a_result_is_there(app, server):
    round_ = measuring(app)
    round_.close()
    round_.services.mailing.tend()

    link = link_to(app, server, "/meting/")

    page = round_.coordinator().get(link)
    assert page.status == 200
    assert "Gesloten op" in page.text


@pytest.mark.usefixtures("known")
def test_the_address_of_a_mail_is_kept_in_no_log(app, server, caplog):
    server.refused = {"RCPT": "550 no such person here"}
    with caplog.at_level(0):
        Visitor(app).post("/organisatie/vergeten", {"email": ANNA})
        app.extensions["quickscan"].mailing.send_next()

    records = str([vars(record) for record in caplog.records])
    assert "mail_retried" in records
    assert "'reply': 550" in records
    assert ANNA not in records
    assert "no such person" not in records


# --- without mail -----------------------------------------------------------------------


@DOORS
def test_without_mail_is_said_who_helps_and_nothing_is_sent(make_app, door):
    app = make_app(QUICKSCAN_CONTACT="beheer@voorbeeld.example")
    visitor = Visitor(app).get(f"{door}/").follow("Wachtwoord vergeten?")

    assert "Vraag om een link aan wie de site beheert." in visitor.text
    assert "beheer@voorbeeld.example" in visitor.text
    assert "quickscan user link" in visitor.text
    assert visitor.post(f"{door}/vergeten", {"email": ANNA}).status == 200
    assert not app.extensions["quickscan"].mailing.is_on


def test_without_mail_an_invitation_asks_for_no_address(make_app):
    page = organised(make_app()).follow("Nodig een coördinator uit")

    assert 'name="email"' not in page.html
    page.post(page.address, {"team": "alle", "email": BOB})
    assert "De mail met de link" not in page.text


def test_a_link_that_an_administrator_gives_works_without_mail(make_app):
    app = make_app()
    passwords = app.extensions["quickscan"].passwords
    for begins in (True, False):
        link = passwords.given(ANNA, begins=begins)
        visitor = Visitor(app).get(f"/organisatie/link/{link.secret}")
        assert visitor.send(wachtwoord=PASSWORD + str(begins)).address == "/organisatie/"
