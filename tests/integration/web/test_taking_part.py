"""Taking part in a round over HTTP: what is told, what is asked, and what nobody can reach."""

from datetime import timedelta

from sqlalchemy import update

from quickscan.presentation.dates import today
from quickscan.services.limits import MOST_FAILURES
from quickscan.storage.tables import work
from tests.integration.web.journeys import answer_page, code_on, make_report
from tests.integration.web.rounds import Measuring, measuring
from tests.visitor import Visitor


def test_before_the_first_question_is_told_who_sees_what(app, visitor):
    round_ = measuring(app)

    visitor.get(f"/meedoen/{round_.code()}")

    for words in (
        "Stichting Voorbeeld vraagt team Noord",
        "Fijn dat je meedoet.",
        "Jouw antwoorden ziet niemand anders",
        "groepen van minstens 5 mensen",
        "de ene coördinator van Stichting Voorbeeld",
        "Wie later coördinator wordt, ziet deze meting niet.",
        "Wissen kan tot en met",
    ):
        assert words in visitor.text, words
    assert visitor.response.headers["X-Robots-Tag"] == "noindex"
    assert visitor.response.headers["Cache-Control"] == "no-store"


def test_a_team_that_is_too_small_is_told_so(app, visitor):
    round_ = measuring(app)

    visitor.get(f"/meedoen/{round_.code('Zuid')}")

    assert (
        "Jullie team heeft 4 mensen. Daarmee komt er nooit een eigen uitslag" in visitor.text
    )


def test_who_takes_part_is_not_asked_what_the_coordinator_told(app, visitor):
    round_ = measuring(app)

    visitor.get(f"/meedoen/{round_.code()}").send()
    assert "Bewaard. Zo kom je terug" in visitor.text
    visitor.forward()

    assert visitor.address.endswith("/onderdeel/doen")
    assert "Stoepgesprek" in visitor.text
    ref = visitor.address.split("/")[2]
    assert "huidige-fase" not in visitor.get(f"/scan/{ref}/").html
    assert "Je doet mee met team Noord van Stichting Voorbeeld" in visitor.text
    assert "huidige-fase" not in visitor.get(f"/scan/{ref}/antwoorden").html
    assert visitor.get(f"/scan/{ref}/start").status == 404
    assert visitor.post(f"/scan/{ref}/start", {"huidige-fase": "weten"}).status == 404
    assert (
        visitor.post(f"/scan/{ref}/onderdeel/start", {"huidige-fase": "weten"}).status == 404
    )


def test_a_whole_scan_for_a_team_ends_with_one_s_own_result(app):
    visitor = measuring(app).take_part()

    assert visitor.address.endswith("/uitslag")
    assert "Dit zie jij alleen. De uitslag van team Noord komt na" in visitor.text


def test_the_link_of_a_team_always_begins_a_new_scan(app, visitor):
    round_ = measuring(app)
    visitor.get(f"/meedoen/{round_.code()}").send()
    first = visitor.address

    visitor.get(f"/meedoen/{round_.code()}").send()

    assert visitor.address != first


def test_where_everyone_chooses_a_role_it_is_demanded(app, visitor):
    round_ = measuring(app, role=None)

    visitor.get(f"/meedoen/{round_.code()}").send()
    assert visitor.status == 422
    assert 'href="#rol--ontwikkelaar"' in visitor.html
    visitor.fill({"_rol": "uitvoerder"}).forward()

    assert visitor.address.endswith("/onderdeel/doen")


def test_a_round_that_has_not_begun_lets_nobody_in(app, visitor):
    day = today() + timedelta(days=3)
    round_ = measuring(app, opens=day, closes=day)

    visitor.get(f"/meedoen/{round_.code()}")

    assert "Je kunt meedoen van" in visitor.text
    assert not visitor.page.forms or all(
        "data-next" not in f.attributes for f in visitor.page.forms
    )
    assert visitor.post(f"/meedoen/{round_.code()}").status == 409


def test_a_closed_round_lets_nobody_in_and_one_s_own_code_still_opens(app, visitor):
    round_ = measuring(app)
    visitor.get(f"/meedoen/{round_.code()}").send()
    own = code_on(visitor)
    round_.close()

    assert visitor.post(f"/meedoen/{round_.code()}").status == 409
    assert "De meting is gesloten" in visitor.text
    assert Visitor(app).post("/verder", {"code": own}).status == 200


def test_the_code_of_a_team_may_be_typed_on_the_home_page(app, visitor):
    round_ = measuring(app)

    visitor.post("/verder", {"code": round_.code().lower().replace("-", " ")})

    assert visitor.address == f"/meedoen/{round_.code()}"


def test_guessing_codes_of_teams_is_stopped(visitor):
    statuses = [visitor.get("/meedoen/ABCD-EFGH-JKMN").status for _ in range(MOST_FAILURES)]

    assert set(statuses) == {404}
    assert visitor.get("/meedoen/ABCD-EFGH-JKMN").status == 429


def test_a_draft_invites_nobody(app, visitor):
    round_ = measuring(app)
    following = round_.services.rounds.next_round("anna@voorbeeld.example", round_.round.id)

    assert visitor.get(f"/meedoen/{following.teams[0].code}").status == 404


def test_in_english_it_reads_as_in_dutch(app):
    round_ = measuring(app)
    visitor = Visitor(app, **{"Accept-Language": "en"}).get(f"/meedoen/{round_.code()}")

    assert "Stichting Voorbeeld asks team Noord to take part" in visitor.text
    visitor.send().forward()
    answer_page(visitor)
    assert visitor.status == 200


# --- the result -------------------------------------------------------------------------


def test_nobody_sees_a_result_before_the_round_is_closed(app, visitor):
    round_ = measuring(app)
    for _ in range(6):
        round_.take_part()

    visitor.get(f"/meedoen/{round_.code()}/uitslag")

    assert visitor.address == f"/meedoen/{round_.code()}"
    assert visitor.get(f"/meedoen/{round_.code()}/teamrapport-nl.pdf").status == 404


def test_after_closing_members_see_the_result_of_their_team(app, visitor):
    round_ = measuring(app)
    everyone = [round_.take_part(option=each) for each in ("helemaal", "nog-niet") * 3]
    round_.close()

    visitor.get(f"/meedoen/{round_.code()}/uitslag")

    assert visitor.status == 200
    for words in (
        "Uitslag van team Noord",
        "Zes van de acht mensen deden mee.",
        "rond 50 van 100",
        "Jullie zijn verdeeld",
        "Hoe is dit berekend?",
    ):
        assert words in visitor.text, words
    own = everyone[0]
    own.get(own.address).follow("Bekijk de uitslag van team Noord")
    assert own.address == visitor.address


def test_a_team_with_too_few_sees_that_and_what_is_needed(app, visitor):
    round_ = measuring(app)
    for _ in range(4):
        round_.take_part()
    round_.close()

    visitor.get(f"/meedoen/{round_.code()}/uitslag")

    assert "Te weinig antwoorden om te tonen." in visitor.text
    assert "We tonen iets vanaf vijf mensen die meededen" in visitor.text
    assert "vier" not in visitor.text.lower()


def test_small_teams_see_themselves_among_the_others(app, visitor):
    round_ = measuring(app, sizes=(4, 4))
    for team in ("Noord", "Zuid") * 3:
        round_.take_part(team)
    round_.close()

    visitor.get(f"/meedoen/{round_.code('Zuid')}/uitslag")

    assert "Overige teams samen" in visitor.text
    assert "Zes mensen deden mee." in visitor.text


def test_the_report_of_a_team_is_made_by_the_worker(app, visitor):
    round_ = measuring(app)
    for _ in range(6):
        round_.take_part()
    round_.close()
    visitor.get(f"/meedoen/{round_.code()}/uitslag")
    assert visitor.pdf_link is None
    assert visitor.get(f"/meedoen/{round_.code()}/teamrapport-nl.pdf").status == 503
    make_report(visitor)

    pdf = visitor.get(visitor.get(f"/meedoen/{round_.code()}/uitslag").pdf_link)

    assert pdf.response.mimetype == "application/pdf"
    assert pdf.response.get_data().startswith(b"%PDF-1.7")
    assert visitor.get(f"/meedoen/{round_.code()}/teamrapport-xx.pdf").status == 404


def test_a_report_that_could_not_be_made_can_be_asked_for_once_more(app, visitor):
    round_ = measuring(app)
    round_.close()
    with round_.services.database.changing() as transaction:
        transaction.execute(update(work).values(failed=True))
    visitor.get(f"/meedoen/{round_.code()}/uitslag")
    assert "Het rapport kon niet gemaakt worden." in visitor.text

    visitor.post(f"/meedoen/{round_.code()}/teamrapport")

    assert "We maken het rapport (pdf) nu." in visitor.text


def test_a_second_round_stands_beside_the_first(app, visitor):
    round_ = measuring(app, sizes=(14, 4))
    for option in ("een-begin", "nog-niet") * 6:
        round_.take_part(option=option)
    round_.close()
    following = round_.services.rounds.next_round(round_.email, round_.round.id)
    second = Measuring(
        app, round_.services.rounds.confirm(round_.email, following.id), round_.email
    )
    for option in ("grotendeels", "helemaal") * 6:
        second.take_part(option=option)
    second.close()

    visitor.get(f"/meedoen/{second.code()}/uitslag")

    assert "Toen en nu" in visitor.text
    assert "13 van 100 88 van 100 75 punten hoger: groter dan toeval" in visitor.text
    assert "Toen en nu" not in visitor.get(f"/meedoen/{round_.code()}/uitslag").text
    coordinator = round_.coordinator()
    team = second.round.teams[0].id
    coordinator.get(f"/organisatie/meting/{second.round.id}/uitslag/{team}")
    assert "groter dan toeval" in coordinator.text


def test_of_small_teams_two_rounds_are_beside_each_other_without_a_difference(app, visitor):
    round_ = measuring(app)
    for _ in range(6):
        round_.take_part(option="een-begin")
    round_.close()
    following = round_.services.rounds.next_round(round_.email, round_.round.id)
    second = Measuring(
        app, round_.services.rounds.confirm(round_.email, following.id), round_.email
    )
    for _ in range(6):
        second.take_part(option="helemaal")
    second.close()

    visitor.get(f"/meedoen/{second.code()}/uitslag")

    assert "te klein om toeval uit te sluiten" in visitor.text
    assert "punten hoger" not in visitor.text
