"""Reading a round along over HTTP: what stands there, and who can make a link."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from quickscan.services.limits import MOST_FAILURES
from quickscan.services.planning import Plan
from tests.integration.web.journeys import make_report
from tests.integration.web.rounds import PASSWORD, Measuring, measuring
from tests.visitor import Visitor

CAS = "cas@voorbeeld.example"


@dataclass
class Drafted:
    """A draft like a round that was open before, with a link to read it along."""

    round_: Measuring
    coordinator: Visitor
    place: str
    link: str


@pytest.fixture
def drafted(app) -> Drafted:
    round_ = measuring(app)
    draft = round_.services.rounds.next_round(round_.email, round_.round.id)
    coordinator = round_.coordinator()
    place = f"/organisatie/meting/{draft.id}"
    return Drafted(Measuring(app, draft), coordinator, place, shared(coordinator, place))


def shared(coordinator: Visitor, place: str) -> str:
    coordinator.get(place)
    assert "Maak een link om mee te lezen" in coordinator.text
    coordinator.post(f"{place}/meelezen")
    return coordinator.link("/meelezen/").href.removeprefix("http://localhost")


def lacking(visitor: Visitor, words: Sequence[str]) -> list[str]:
    return [each for each in words if each not in visitor.text]


def test_who_has_the_link_reads_everything_without_an_account(drafted, visitor):
    visitor.get(drafted.link)

    assert visitor.status == 200
    assert not lacking(
        visitor,
        (
            "Lees mee met de meting ‘Najaar’",
            "Dit is een concept van Stichting Voorbeeld.",
            "Fijn dat je meedoet.",
            "Jouw antwoorden ziet niemand anders",
            "Over minder dan 5 mensen laten we niets zien.",
            "Hier komt nooit een eigen uitslag van.",
            "Uitvoerders hebben een vaste persoon bij wie ze met vragen terechtkunnen.",
            "Nog niet · Een begin · Voor een deel · Grotendeels · Helemaal · Weet ik niet",
            "Alleen voor:",
            "Gaat 24 maanden na de eerste dag van de meting weg.",
            "Stichting Voorbeeld: die bepaalt waarom er gemeten wordt",
            "De naam is hier niet ingevuld: vraag ernaar.",
            "Een begin voor een DPIA",
            "Wat toch mogelijk blijft",
        ),
    )
    assert visitor.response.headers["X-Robots-Tag"] == "noindex"
    assert visitor.response.headers["Cache-Control"] == "no-store"


def test_every_question_stands_there_with_its_answers(drafted, visitor):
    visitor.get(drafted.link)

    questionnaire = drafted.round_.round.questionnaire
    for question in questionnaire.questions.values():
        for option in getattr(question, "options", ()):
            assert option.label.to("nl") in visitor.text
    texts = [own.text.to("nl").partition("{")[0] for own in questionnaire.questions.values()]
    assert not lacking(visitor, texts)


def test_it_tells_no_code_and_no_address_of_a_coordinator(drafted, visitor):
    visitor.get(drafted.link)

    assert not any(team.code in visitor.html for team in drafted.round_.round.teams)
    assert "voorbeeld.example" not in visitor.html


def test_who_runs_the_site_is_the_processor(make_app, drafted):
    app = make_app(
        QUICKSCAN_ORGANISATION="Gemeente Ergens", QUICKSCAN_CONTACT="privacy@ergens.example"
    )
    visitor = Visitor(app).get(drafted.link)

    assert "Verwerker (AVG, artikel 4, onder 8) Gemeente Ergens" in visitor.text
    assert "Vragen over privacy privacy@ergens.example" in visitor.text


def test_a_draft_that_changes_is_read_as_it_is_now_also_as_pdf(drafted, visitor):
    pdf = visitor.get(drafted.link).link("Alles als pdf").href
    assert visitor.get(pdf).status == 503
    assert "We maken het op dit moment." in visitor.text
    make_report(visitor)
    before = visitor.get(pdf).response.get_data()
    assert before.startswith(b"%PDF-1.7")
    own = drafted.round_
    plan = Plan(
        name="Voorjaar",
        questionnaire=own.round.questionnaire.id,
        opens=own.round.opens,
        closes=own.round.closes,
        word="Een ander woord.",
    )

    own.services.rounds.change(own.email, own.round.id, plan)

    assert not lacking(visitor.get(drafted.link), ("‘Voorjaar’", "Een ander woord."))
    assert "Er zijn nog geen teams gekozen." in visitor.text
    assert visitor.get(pdf).status == 503, "the old one is not handed out"
    make_report(visitor)
    assert visitor.get(pdf).response.get_data() != before


def test_after_opening_it_can_still_be_read_and_says_that_it_is_fixed(drafted, visitor):
    own = drafted.round_
    own.services.rounds.confirm(own.email, own.round.id)

    visitor.get(drafted.link)

    assert "heeft deze meting geopend. Wat hier staat, verandert niet meer" in visitor.text
    own.close()
    assert visitor.get(drafted.link).status == 200


def test_a_link_can_be_withdrawn_and_a_new_one_is_another(drafted, visitor):
    visitor.get(drafted.link).follow("Alles als pdf")

    drafted.coordinator.post(f"{drafted.place}/meelezen/weg")

    assert visitor.get(drafted.link).status == 404
    assert visitor.get(f"{drafted.link}/lees-mee-nl.pdf").status == 404
    anew = shared(drafted.coordinator, drafted.place)
    assert anew != drafted.link
    assert visitor.get(anew).status == 200


def test_sharing_twice_gives_the_same_link(drafted):
    drafted.coordinator.post(f"{drafted.place}/meelezen")

    assert drafted.coordinator.link("/meelezen/").href.endswith(drafted.link)


def test_a_draft_that_is_thrown_away_takes_its_link_along(drafted, visitor):
    visitor.get(f"{drafted.link}/lees-mee-nl.pdf")
    drafted.coordinator.post(f"{drafted.place}/weg")

    assert visitor.get(drafted.link).status == 404


def test_only_who_arranges_the_round_makes_and_withdraws_links(app, drafted, visitor):
    services, own = drafted.round_.services, drafted.round_
    services.accounts.add(CAS, PASSWORD, roles=frozenset())
    team = own.round.teams[0].team
    some = services.inviting.invite(own.email, own.round.organisation, {team})
    services.inviting.accept(CAS, some.secret)
    part = Measuring(app, own.round, CAS).coordinator()
    other = measuring(app, email="bob@voorbeeld.example").coordinator()

    for stranger in (part, other):
        for path in ("meelezen", "meelezen/weg"):
            assert stranger.post(f"{drafted.place}/{path}").status == 404
    assert part.get(drafted.place).status == 200
    assert "/meelezen/" not in part.html
    assert visitor.post(f"{drafted.place}/meelezen").address == "/organisatie/aanmelden"
    assert visitor.get(drafted.link).status == 200, "it was not withdrawn"


def test_guessing_such_links_is_stopped(visitor):
    for _ in range(MOST_FAILURES):
        assert visitor.get("/meelezen/H47M-K2XW-9RTD").status == 404
    assert visitor.get("/meelezen/H47M-K2XW-9RTD").status == 429


def test_codes_of_other_kinds_open_nothing_here_and_this_one_nothing_elsewhere(
    drafted, visitor
):
    code = drafted.link.rpartition("/")[2]

    for path in (f"/meedoen/{code}", f"/lees/{code}", "/meelezen/H47M"):
        assert visitor.get(path).status == 404
    for team in drafted.round_.round.teams:
        assert visitor.get(f"/meelezen/{team.code}").status == 404


def test_there_is_a_team_report_with_invented_answers(drafted, visitor):
    assert "voorbeeld-teamrapport" not in visitor.get(drafted.link).html
    drafted.round_.services.reports.want_samples()
    sample = visitor.get(drafted.link).link("Een voorbeeld van een teamrapport").href
    assert visitor.get(sample).status == 503

    make_report(visitor)

    assert visitor.get(sample).response.get_data().startswith(b"%PDF-1.7")
    assert visitor.get(sample.replace("-nl", "-xx")).status == 404
    assert visitor.get(f"{drafted.link}/lees-mee-xx.pdf").status == 404


def test_in_english_it_reads_as_in_dutch(app, drafted):
    visitor = Visitor(app, **{"Accept-Language": "en"}).get(drafted.link)

    assert not lacking(visitor, ("Read the round ‘Najaar’ along", "A start for a DPIA"))
    assert visitor.link("All of it as a pdf").href.endswith("/lees-mee-en.pdf")
