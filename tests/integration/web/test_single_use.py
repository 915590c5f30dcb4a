"""Ways in over HTTP: a page for codes, cards that work once, posters, and what is foreign."""

import re

from quickscan.services.codes import Codes
from quickscan.services.limits import MOST_FAILURES
from tests.integration.web.journeys import make_report
from tests.integration.web.rounds import Measuring, measuring
from tests.visitor import Visitor


def drawing_cards(app, **more) -> Measuring:
    """A round that its coordinator opened on the site, in which team North draws cards."""
    round_ = measuring(app, **more)
    following = round_.services.rounds.next_round(round_.email, round_.round.id)
    coordinator = round_.coordinator()
    north = next(team for team in following.teams if team.name == "Noord")
    coordinator.get(f"/organisatie/meting/{following.id}/team/{north.team}")
    coordinator.post(coordinator.address, {**own_fields(coordinator), "deelname": "kaartjes"})
    coordinator.follow("Lees na en open")
    assert "Ieder trekt een kaartje met een code die één keer werkt." in coordinator.text
    coordinator.post(coordinator.address)
    return Measuring(app, round_.services.rounds.load(round_.email, following.id))


def own_fields(visitor: Visitor) -> dict[str, list[str]]:
    return next(form.fields for form in visitor.page.forms if "grootte" in form.fields)


def codes_of(round_: Measuring, team: str = "Noord") -> tuple[str, ...]:
    own = next(each for each in round_.round.teams if each.name == team)
    codes: Codes = round_.services.taking_part._codes  # noqa: SLF001  as on the cards
    return codes.single_use_codes(own.id, own.size)


def body(visitor: Visitor) -> str:
    """A page without the code in its links."""
    return re.sub(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", "…", visitor.html)


def test_there_is_a_page_to_type_a_code_on(app, visitor):
    round_ = measuring(app)

    visitor.get("/").follow("Ik kreeg een code om mee te doen")
    visitor.send(code=round_.code().lower().replace("-", ""))

    assert visitor.address == f"/meedoen/{round_.code()}"


def test_a_code_that_is_none_is_a_mistake_on_the_same_page(visitor):
    for typed, said in (("H47M", "er is een teken verkeerd"), ("", "er is een teken")):
        visitor.get("/meedoen").send(code=typed)
        assert visitor.status == 422
        assert said in visitor.text
        assert f'value="{typed}"' in visitor.html


def test_guessing_codes_on_that_page_is_stopped(app, visitor):
    wrong = codes_of(drawing_cards(app), "Zuid")[0]

    for _ in range(MOST_FAILURES):
        visitor.post("/meedoen", {"code": wrong})
        assert visitor.status == 422
    assert "Bij deze code hoort geen meting." in visitor.text
    assert visitor.post("/meedoen", {"code": wrong}).status == 429


def test_with_a_card_someone_takes_part_once(app, visitor):
    round_ = drawing_cards(app)
    code = codes_of(round_)[0]
    visitor.get(f"/meedoen/{code}")
    assert "Iedereen trekt een kaartje met een eigen code, zonder te kijken." in visitor.text
    assert visitor.send().status == 200
    assert "Bewaard. Zo kom je terug" in visitor.text

    second = Visitor(app).get(f"/meedoen/{code}").send()

    assert second.status == 409
    assert "Deze code is al gebruikt" in second.text
    assert second.cookies == set()


def test_a_page_does_not_tell_whether_a_card_was_used(app, visitor):
    round_ = drawing_cards(app)
    used, unused = codes_of(round_)[:2]
    before = body(visitor.get(f"/meedoen/{used}"))
    Visitor(app).get(f"/meedoen/{used}").send()

    assert body(visitor.get(f"/meedoen/{used}")) == before
    assert body(visitor.get(f"/meedoen/{unused}")) == before


def test_sending_twice_makes_one_scan(app, visitor):
    code = codes_of(drawing_cards(app))[0]
    visitor.get(f"/meedoen/{code}").send()
    first = visitor.address

    visitor.post(f"/meedoen/{code}")

    assert visitor.status == 409
    assert visitor.get(first).status == 200, "the scan is still at hand"


def test_the_link_of_a_team_with_cards_asks_for_a_code(app, visitor):
    round_ = drawing_cards(app)
    visitor.get(f"/meedoen/{round_.code()}")
    assert "In jullie team doet iedereen mee met een eigen code." in visitor.text
    assert "Doe mee</button>" not in visitor.html
    assert visitor.post(f"/meedoen/{round_.code()}").status == 409

    code = codes_of(round_)[0]
    visitor.get(f"/meedoen/{round_.code()}").send(code=code)

    assert visitor.address == f"/meedoen/{code}"


def test_after_closing_link_and_card_show_the_same_result(app, visitor):
    round_ = drawing_cards(app)
    for code in codes_of(round_)[:5]:
        Visitor(app).get(f"/meedoen/{code}").send()
    round_.close()

    seen = [
        body(visitor.get(f"/meedoen/{code}/uitslag"))
        for code in (round_.code(), codes_of(round_)[0], codes_of(round_)[-1])
    ]

    assert visitor.status == 200
    assert seen[0] == seen[1] == seen[2]


def test_the_page_of_a_round_has_link_code_drawing_mail_poster_and_cards(app):
    round_ = drawing_cards(app)
    coordinator = round_.coordinator().get(f"/organisatie/meting/{round_.round.id}")

    north, south = round_.round.teams
    for team in (north, south):
        assert f"http://localhost/meedoen/{team.code}</a>" in coordinator.html
        assert f"<title>QR-code naar http://localhost/meedoen/{team.code}" in coordinator.html
    assert f"<strong>{south.code}</strong>" in coordinator.html
    assert "Trek een kaartje, zonder te kijken: daarop staat jouw code." in coordinator.text
    assert not any(code in coordinator.html for code in codes_of(round_)), "only on paper"
    assert coordinator.follow("Kaartjes (pdf)").status == 503
    assert "We maken het op dit moment." in coordinator.text

    make_report(coordinator)

    assert coordinator.get(coordinator.address).response.mimetype == "application/pdf"
    coordinator.get(f"/organisatie/meting/{round_.round.id}").follow("Poster (pdf)")
    assert coordinator.response.get_data().startswith(b"%PDF-1.7")


def test_nobody_else_gets_cards_or_posters(app, visitor):
    round_ = drawing_cards(app)
    make_report(visitor)
    other = measuring(app, email="bob@voorbeeld.example").coordinator()
    own = f"/organisatie/meting/{round_.round.id}/uitnodigen"
    north, south = (team.id for team in round_.round.teams)

    for path in (f"{north}/kaartjes-nl.pdf", f"{north}/poster-nl.pdf"):
        assert other.get(f"{own}/{path}").status == 404
        assert visitor.get(f"{own}/{path}").address == "/organisatie/aanmelden"
    coordinator = round_.coordinator()
    for path in (f"{south}/kaartjes-nl.pdf", f"{north}/poster-xx.pdf", "x/poster-nl.pdf"):
        assert coordinator.get(f"{own}/{path}").status == 404
    round_.close()
    assert coordinator.get(f"{own}/{north}/kaartjes-nl.pdf").status == 404


def test_too_large_a_team_for_cards_is_a_mistake_on_the_same_page(app):
    round_ = measuring(app)
    following = round_.services.rounds.next_round(round_.email, round_.round.id)
    coordinator = round_.coordinator()
    coordinator.get(f"/organisatie/meting/{following.id}/team/{following.teams[0].team}")

    sent = {**own_fields(coordinator), "deelname": "kaartjes", "grootte": "501"}
    coordinator.post(coordinator.address, sent)

    assert coordinator.status == 422
    assert "Kaartjes kunnen tot en met 500 mensen." in coordinator.text
    assert re.search(r'value="kaartjes"[^>]* checked', coordinator.html), "nothing is lost"


def test_with_cards_it_reads_in_english(app):
    round_ = drawing_cards(app)
    visitor = Visitor(app, **{"Accept-Language": "en"})

    visitor.get(f"/meedoen/{round_.code()}")

    assert "In your team everyone takes part with a code of their own." in visitor.text
