from quickscan.services.limits import MOST_FAILURES
from tests.integration.web.journeys import begin, code_on, finish
from tests.visitor import Visitor


def its_code(visitor):
    return code_on(visitor.get(f"/scan/{visitor.address.split('/')[2]}/code"))


def test_a_code_opens_the_scan_on_another_device(app):
    visitor = begin(Visitor(app))
    address, code = visitor.address, its_code(visitor)

    other = Visitor(app).post("/verder", {"code": code.lower().replace("-", " ")})

    assert other.get(address).status == 200


def test_a_mistyped_code_says_so_and_stays_in_its_field(app):
    code = its_code(begin(Visitor(app)))
    wrong = ("3" if code[0] != "3" else "4") + code[1:]

    visitor = Visitor(app).post("/verder", {"code": wrong})

    assert visitor.status == 422
    assert "Deze code klopt niet" in visitor.text
    assert wrong in visitor.html


def test_a_code_of_nothing_says_that_nothing_belongs_to_it(app):
    visitor = finish(begin(Visitor(app)))
    code, ref = its_code(visitor), visitor.address.split("/")[2]
    visitor.post(f"/scan/{ref}/wissen")

    other = Visitor(app).post("/verder", {"code": code})

    assert other.status == 422
    assert "hoort geen scan meer" in other.text


def test_guessing_codes_is_stopped_after_a_while(app):
    visitor = finish(begin(Visitor(app)))
    code, ref = its_code(visitor), visitor.address.split("/")[2]
    visitor.post(f"/scan/{ref}/wissen")
    guesser = Visitor(app)

    statuses = [
        guesser.post("/verder", {"code": code}).status for _ in range(MOST_FAILURES + 1)
    ]

    assert statuses == [422] * MOST_FAILURES + [429]


def test_someone_without_the_code_finds_nothing(app):
    address = begin(Visitor(app)).address

    assert Visitor(app).get(address).status == 404


def test_closing_on_this_device_leaves_nothing_to_go_back_to(visitor):
    begin(visitor)
    address = visitor.address

    visitor.post("/afsluiten")

    assert "Afgesloten op dit apparaat" in visitor.text
    assert visitor.get(address).status == 404


def test_two_scans_in_one_browser_do_not_disturb_each_other(visitor):
    first = begin(visitor, name="Eén").address
    second = begin(visitor, name="Twee").address

    assert "Eén" in visitor.get(first.split("/onderdeel")[0] + "/").text
    assert "Twee" in visitor.get(second.split("/onderdeel")[0] + "/").text


def test_the_home_page_offers_to_go_on_where_you_were(visitor):
    ref = begin(visitor).address.split("/")[2]

    visitor.get("/").follow("Ga verder waar je was")

    assert visitor.address == f"/scan/{ref}/"


def test_leaving_a_device_lets_go_of_more_scans_than_are_looked_at(app):
    visitor = Visitor(app)
    for number in range(25):
        visitor.client.set_cookie(f"scan-{number:026d}", "code")

    answer = visitor.client.post("/afsluiten")

    gone = [
        value
        for value in answer.headers.getlist("Set-Cookie")
        if "Expires=Thu, 01 Jan 1970" in value
    ]
    assert len(gone) == 25
