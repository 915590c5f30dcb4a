"""Teams too small for a result of their own: joined, together, or among the rest."""

import pytest

from quickscan.domain.ids import QuestionnaireId
from quickscan.services.planning import Plan
from quickscan.services.round import Round, RoundTeam
from tests.integration.web.journeys import MAIN, make_report
from tests.integration.web.rounds import ANNA, Measuring, measuring
from tests.visitor import Visitor

KNOWN = {"_rol": "uitvoerder", "huidige-fase": "doen", "interventie": "Stoepgesprek"}


class Drafting:
    """A coordinator with a draft like the round of `measuring`, in which nobody is yet."""

    def __init__(self, app) -> None:
        self.round = measuring(app)
        self.services = self.round.services
        own = self.round.round
        plan = Plan(
            name="Winter",
            questionnaire=QuestionnaireId(MAIN),
            opens=own.opens,
            closes=own.closes,
        )
        self.id = self.services.rounds.draft(ANNA, own.organisation, plan).id
        self.anna = self.round.coordinator()
        teams = self.services.organisations.load(ANNA, own.organisation).teams
        self.north, self.south = (team.id for team in teams)

    def tell(self, team: str, size: str, **more: str) -> Visitor:
        address = f"/organisatie/meting/{self.id}/team/{team}"
        return self.anna.post(address, {"grootte": size, **KNOWN, **more})

    def join(self, size: str = "12", **more: str) -> Visitor:
        return self.anna.post(self.joined, {"grootte": size, "naam": "Samen", **KNOWN, **more})

    @property
    def joined(self) -> str:
        whose = f"team={self.north}&team={self.south}"
        return f"/organisatie/meting/{self.id}/samengevoegd?{whose}"

    def teams(self) -> tuple[RoundTeam, ...]:
        found: Round = self.services.rounds.load(ANNA, self.id)
        return found.teams

    def open(self) -> Measuring:
        opened = self.services.rounds.confirm(ANNA, self.id)
        return Measuring(self.round.app, opened)


@pytest.fixture
def drafting(app) -> Drafting:
    return Drafting(app)


# --- on entering a size -----------------------------------------------------------------


def test_a_size_below_the_minimum_asks_what_the_team_does(drafting):
    page = drafting.tell(drafting.south, "4")

    assert page.status == 422
    assert "Met 4 mensen komt er nooit een eigen uitslag. Kies hoe" in page.text
    assert 'href="#manier--voeg"' in page.html
    own = next(form for form in page.page.forms if "grootte" in form.fields)
    assert own.options["manier"] == ["voeg", "samen", "overig"]
    assert "manier" not in own.fields
    assert own.fields["interventie"] == ["Stoepgesprek"]
    assert not drafting.teams()


@pytest.mark.parametrize("way", ["samen", "overig"])
def test_what_is_chosen_for_a_small_team_is_remembered(drafting, way):
    drafting.tell(drafting.south, "4", manier=way)

    assert drafting.teams()[0].together == (way == "samen")
    drafting.anna.follow("Wijzig")
    own = next(form for form in drafting.anna.page.forms if "grootte" in form.fields)
    assert own.fields["manier"] == [way]
    assert "Met 4 mensen komt er nooit een eigen uitslag." in drafting.anna.text


def test_joining_is_chosen_on_the_same_page_and_goes_on_from_there(drafting):
    page = drafting.tell(drafting.south, "4", manier="voeg")

    assert page.address.endswith("/samenvoegen")
    own = next(form for form in page.page.forms if "team" in form.options)
    assert own.fields["team"] == [drafting.south]
    assert set(own.options["team"]) == {drafting.north, drafting.south}


def test_a_raised_minimum_counts_at_once(drafting):
    organisation = drafting.round.round.organisation
    drafting.services.organisations.set_minimum(ANNA, organisation, 8)

    assert "Met 7 mensen komt er nooit" in drafting.tell(drafting.north, "7").text


def test_a_team_that_is_large_enough_may_fill_in_together_too(drafting):
    drafting.tell(drafting.north, "8")
    assert not drafting.teams()[0].together

    drafting.tell(drafting.north, "8", manier="samen")

    assert drafting.teams()[0].together
    assert "Dit team vult het samen in" in drafting.anna.text


# --- filling in together ----------------------------------------------------------------


def test_a_team_that_fills_in_together_is_told_something_else_first(drafting, visitor):
    drafting.tell(drafting.south, "4", manier="samen")
    round_ = drafting.open()

    visitor.get(f"/meedoen/{round_.code('Zuid')}")

    for words in (
        "Dit is niet vertrouwelijk.",
        "Stichting Voorbeeld ziet jullie antwoorden en jullie uitslag niet.",
        "telt in geen cijfer van de meting mee",
    ):
        assert words in visitor.text, words
    assert "Jouw antwoorden ziet niemand" not in visitor.text
    visitor.send().forward()
    assert "/samen/" in visitor.address
    ref = visitor.address.split("/")[2]
    assert visitor.get(f"/scan/{ref}/start").status == 404


def fill_in(round_: Measuring, team: str = "Zuid") -> Visitor:
    """A team fills in together and finishes; ends on its result."""
    visitor = Visitor(round_.app).get(f"/meedoen/{round_.code(team)}").send().forward()
    while "/samen/" in visitor.address:
        visitor.fill({visitor.address.rpartition("/")[2]: "helemaal", "_oneens": "1"})
    return visitor.send()


def test_its_scan_counts_in_no_figure_and_only_who_has_the_code_sees_it(drafting, visitor):
    drafting.tell(drafting.north, "8")
    drafting.tell(drafting.south, "4", manier="samen")
    round_ = drafting.open()
    own = fill_in(round_)
    for _ in range(6):
        round_.take_part("Noord", "nog-niet")
    round_.close()

    facts = round_.round.result
    south = next(team.id for team in round_.round.teams if team.name == "Zuid")
    assert [block["teams"] for block in facts["blocks"]] != []
    assert all(south not in block["teams"] for block in facts["blocks"])
    assert all(block["count"] == 6 for block in facts["blocks"])
    assert "Dit telt in geen cijfer van de meting van" in own.get(own.address).text
    assert visitor.get(f"/meedoen/{round_.code('Zuid')}/uitslag").address.endswith(
        round_.code("Zuid")
    )
    assert "Jullie eigen uitslag blijft er" in visitor.text
    assert visitor.get(f"/meedoen/{round_.code('Zuid')}/teamrapport-nl.pdf").status == 404
    assert visitor.post(f"/meedoen/{round_.code('Zuid')}/teamrapport").status == 404
    result = f"/organisatie/meting/{round_.round.id}/uitslag/{south}"
    assert drafting.anna.get(result).status == 404
    assert drafting.anna.get(f"{result}/rapport-nl.pdf").status == 404


def test_two_such_teams_are_no_rest_either(drafting):
    drafting.tell(drafting.north, "4", manier="samen")
    drafting.tell(drafting.south, "4", manier="samen")
    round_ = drafting.open()
    for team in ("Noord", "Zuid") * 3:
        fill_in(round_, team)
    round_.close()

    assert round_.round.result["blocks"] == []


def test_the_coordinator_sees_that_a_team_fills_in_together_and_no_more(drafting):
    drafting.tell(drafting.south, "4", manier="samen")
    drafting.anna.get(f"/organisatie/meting/{drafting.id}/openen")
    assert "Dit team vult het samen in" in drafting.anna.text
    round_ = drafting.open()
    fill_in(round_)
    round_.services.taking_part.tend()

    drafting.anna.get(f"/organisatie/meting/{drafting.id}")

    assert "Dit team vult het samen in" in drafting.anna.text
    assert "Genoeg voor een uitslag" not in drafting.anna.text
    assert "Dit is niet vertrouwelijk; daarover lees je eerst meer." in drafting.anna.html
    assert "Niemand ziet jouw antwoorden" not in drafting.anna.html


def test_its_report_is_made_and_says_it_was_filled_in_together(drafting):
    drafting.tell(drafting.south, "4", manier="samen")
    own = fill_in(drafting.open())
    make_report(own)

    pdf = str(own.get(own.address).pdf_link)
    assert own.get(pdf).response.mimetype == "application/pdf"


# --- joined -----------------------------------------------------------------------------


def test_teams_are_joined_with_a_name_and_the_sum_of_their_sizes(drafting):
    drafting.tell(drafting.north, "8")
    drafting.tell(drafting.south, "4", manier="overig")

    own = drafting.anna.get(drafting.joined).page.forms[-1]
    assert (own.fields["naam"], own.fields["grootte"]) == (["Noord en Zuid"], ["12"])
    assert own.fields["interventie"] == ["Stoepgesprek"]
    drafting.join()

    (team,) = drafting.teams()
    assert (team.name, team.size, team.team) == ("Samen", 12, None)
    assert team.members == {drafting.north, drafting.south}
    assert "Samengevoegd: Noord, Zuid." in drafting.anna.text


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"naam": " "}, "Kies een naam van 1 tot 80 tekens."),
        ({"naam": "Noord"}, "Er is al een team dat ‘Noord’ heet."),
        ({"size": "4"}, "Met 4 mensen komt er nooit een eigen uitslag."),
        ({"size": "veel"}, "Schrijf een getal vanaf 1."),
    ],
)
def test_a_joined_team_that_does_not_fit_comes_back(drafting, sent, words):
    page = drafting.join(**sent)

    assert page.status == 422
    assert words in page.text
    assert not drafting.teams()


def test_one_team_is_no_joining_and_a_strange_team_is_not_there(drafting):
    address = f"/organisatie/meting/{drafting.id}/samengevoegd"

    page = drafting.anna.get(f"{address}?team={drafting.north}")
    assert (page.status, "Kies minstens twee teams." in page.text) == (422, True)
    assert page.get(f"{address}?team={drafting.north}&team=x").status == 404
    drafting.join()
    single = f"/organisatie/meting/{drafting.id}/team/{drafting.north}"
    assert drafting.anna.get(single).status == 404


def test_joined_teams_are_taken_apart_with_the_sizes_they_had(drafting):
    drafting.tell(drafting.north, "8")
    drafting.tell(drafting.south, "4", manier="overig")
    drafting.join()

    drafting.anna.follow("Wijzig").post(drafting.joined, {"weg": "1"})

    assert [(team.name, team.size) for team in drafting.teams()] == [("Noord", 8), ("Zuid", 4)]


def test_joined_teams_take_part_as_one_and_are_told_so(drafting, visitor):
    drafting.join()
    round_ = drafting.open()
    for _ in range(6):
        round_.take_part("Samen")
    round_.close()

    visitor.get(f"/meedoen/{round_.code('Samen')}")
    assert "Deze teams doen samen mee, als één team: Noord, Zuid." in visitor.text
    visitor.get(f"/meedoen/{round_.code('Samen')}/uitslag")
    assert "Zes van de 12 mensen deden mee." in visitor.text


def test_an_opened_round_is_not_joined_any_more(drafting):
    drafting.join()
    drafting.open()

    assert drafting.anna.get(drafting.joined).status == 409
    assert drafting.join().status == 409
    assert drafting.anna.get(f"/organisatie/meting/{drafting.id}/samenvoegen").status == 409


def test_a_next_round_takes_a_joined_team_over_or_says_why_not(drafting):
    drafting.join()
    round_ = drafting.open()
    round_.close()
    following = drafting.services.rounds.next_round(ANNA, round_.round.id)
    assert [team.name for team in following.teams] == ["Samen"]

    organisation = round_.round.organisation
    drafting.services.organisations.remove_team(ANNA, organisation, drafting.south)

    drafting.anna.get(f"/organisatie/meting/{following.id}")
    assert "‘Samen’ uit de vorige meting doet nu niet mee" in drafting.anna.text
    assert not drafting.services.rounds.load(ANNA, following.id).teams


def test_a_stranger_cannot_join(app, drafting):
    other = measuring(app, email="bob@voorbeeld.example").coordinator()

    assert other.get(drafting.joined).status == 404
    assert other.post(drafting.joined, {"grootte": "12", **KNOWN}).status == 404
    assert other.get(f"/organisatie/meting/{drafting.id}/samenvoegen").status == 404
