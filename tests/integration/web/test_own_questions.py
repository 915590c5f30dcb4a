"""Questions of an organisation over HTTP: written in a draft, asked, and shown or not."""

import re

import pytest

from quickscan.domain.own_questions import OwnKind, OwnQuestion
from tests.integration.web.rounds import ANNA, PASSWORD, measuring
from tests.visitor import Visitor

RATING = OwnQuestion(kind=OwnKind.RATING, words="We hebben <genoeg> tijd.")
CHOICE = OwnQuestion(
    kind=OwnKind.CHOICE, words="Wat helpt het meest?", options=("Scholing", "Rust & ruimte")
)
TEXT = OwnQuestion(kind=OwnKind.TEXT, words="Wat mis je?", switched_on=True)
ALL = (RATING, CHOICE, TEXT)
LITERALLY = "Wat je hier schrijft, wordt letterlijk gelezen"


@pytest.fixture
def anna(app):
    """A coordinator on the page of a draft of one team."""
    services = app.extensions["quickscan"]
    opened = measuring(app).round
    following = services.rounds.next_round(ANNA, opened.id)
    visitor = Visitor(app).post(
        "/organisatie/aanmelden", {"email": ANNA, "wachtwoord": PASSWORD}
    )
    return visitor.get(f"/organisatie/meting/{following.id}")


def asked(anna, soort, vraag, **more):
    """Write a question; ends on the page of the round when it fits."""
    form = anna.link("Stel zelf een vraag").href
    return anna.post(form, {"soort": soort, "vraag": vraag, **more})


def written(anna):
    """The questions on the page of a round, in their order."""
    return re.findall(r"<strong>\d\. (.*?)</strong>", anna.html)


# --- a draft ----------------------------------------------------------------------------


def test_a_coordinator_writes_questions_of_three_kinds(anna):
    draft = anna.address

    asked(anna, "rating", "We hebben genoeg tijd.")
    asked(anna, "choice", "Wat eerst?", antwoorden="Scholing\r\nRust\r\n\r\n")
    asked(anna, "text", "Wat mis je?", aan="1")

    assert anna.address == draft
    assert written(anna) == ["We hebben genoeg tijd.", "Wat eerst?", "Wat mis je?"]
    assert "Keuze uit: ‘Scholing’, ‘Rust’" in anna.text
    assert "wat mensen schrijven, wordt letterlijk gelezen" in anna.text


@pytest.mark.parametrize(
    ("sent", "target", "words"),
    [
        ({"vraag": " "}, "vraag", "Schrijf de vraag op."),
        ({"vraag": "x" * 301}, "vraag", "Gebruik hooguit 300 tekens."),
        ({"vraag": "Werkt {naam}?"}, "vraag", "Gebruik geen accolades."),
        ({"soort": "choice", "antwoorden": "Ja"}, "antwoorden", "Schrijf 2 tot en met 8"),
        ({"soort": "choice", "antwoorden": "Ja\nja"}, "antwoorden", "twee dezelfde"),
        (
            {"soort": "choice", "antwoorden": "Ja\n" + "x" * 81},
            "antwoorden",
            "hooguit 80 tekens",
        ),
        (
            {"soort": "choice", "antwoorden": "Ja\n{x}"},
            "antwoorden",
            "Gebruik geen accolades.",
        ),
        ({"soort": "text"}, "aan", "Lees wat mensen erbij lezen"),
    ],
)
def test_what_is_wrong_with_a_question_is_said_and_nothing_lost(anna, sent, target, words):
    form = anna.link("Stel zelf een vraag").href
    filled = {"soort": "rating", "vraag": "Bewaar dit?", "antwoorden": "Ook\ndit", **sent}

    anna.post(form, filled)

    assert anna.status == 422
    assert f'href="#{target}"' in anna.html
    assert words in anna.text
    kept = next(f for f in anna.page.forms if "vraag" in f.fields).fields
    assert kept["vraag"] == [filled["vraag"]]
    assert kept["antwoorden"] == [filled["antwoorden"]]
    assert kept["soort"] == [filled["soort"]]


def test_what_people_are_told_is_read_before_an_open_question_is_switched_on(anna):
    anna.follow("Stel zelf een vraag")

    assert LITERALLY in anna.text
    assert "Schrijf geen namen op" in anna.text


def test_questions_are_changed_moved_and_taken_away(anna):
    for words in ("Eén", "Twee", "Drie"):
        asked(anna, "rating", words)
    order = next(f.action for f in anna.page.forms if (f.action or "").endswith("/vragen"))

    anna.post(order, {"omlaag": "1"})
    assert written(anna) == ["Twee", "Eén", "Drie"]
    anna.post(order, {"omhoog": "3"})
    assert written(anna) == ["Twee", "Drie", "Eén"]
    anna.follow("Wijzig vraag 2")
    assert "Drie" in anna.html
    anna.post(anna.address, {"soort": "rating", "vraag": "Vier"})
    anna.post(order, {"weg": "1"})
    assert written(anna) == ["Vier", "Eén"]
    for odd in ({}, {"omhoog": "1"}, {"omlaag": "2"}, {"weg": "9"}, {"weg": "x"}):
        assert written(anna.post(order, odd)) == ["Vier", "Eén"]


def test_there_are_four_at_most(anna):
    form = anna.link("Stel zelf een vraag").href
    for words in ("Eén", "Twee", "Drie", "Vier"):
        asked(anna, "rating", words)

    assert "Meer dan vier eigen vragen kan niet." in anna.text
    assert written(anna.get(form)) == written(
        anna.post(form, {"soort": "rating", "vraag": "Vijf"})
    )
    assert anna.get(f"{form}/5").status == 404


def test_what_is_asked_is_told_before_opening_and_fixed_after_it(anna):
    asked(anna, "choice", "Wat eerst?", antwoorden="Scholing\nRust")
    asked(anna, "text", "Wat mis je?", aan="1")
    draft = anna.address

    anna.get(f"{draft}/openen")
    for words in (
        "Jullie stellen zelf 2 vragen:",
        "Wat eerst? Keuze uit: ‘Scholing’, ‘Rust’",
        "Wat mensen zelf schrijven, lezen hun team en de coördinatoren letterlijk",
    ):
        assert words in anna.text, words
    anna.post(f"{draft}/openen")

    assert written(anna.get(draft)) == ["Wat eerst?", "Wat mis je?"]
    assert "Stel zelf een vraag" not in anna.text
    for page in ("vraag", "vraag/1"):
        assert anna.post(f"{draft}/{page}", {"soort": "rating", "vraag": "x"}).status == 409
    assert anna.post(f"{draft}/vragen", {"weg": "1"}).status == 409


def test_nobody_else_writes_questions(app, anna):
    draft = anna.address
    app.extensions["quickscan"].accounts.add("b@voorbeeld.example", PASSWORD, roles=())
    other = Visitor(app).post(
        "/organisatie/aanmelden", {"email": "b@voorbeeld.example", "wachtwoord": PASSWORD}
    )

    for page in ("vraag", "vraag/1", "vragen"):
        assert other.post(f"{draft}/{page}", {"vraag": "x"}).status == 404, page


# --- taking part ------------------------------------------------------------------------


def test_before_the_first_question_is_told_who_reads_what_is_written(app, visitor):
    visitor.get(f"/meedoen/{measuring(app, own=ALL, sizes=(12, 4)).code()}")

    for words in (
        "Wat jij kiest, ziet niemand anders",
        "Eén vraag beantwoord je in eigen woorden: ‘Wat mis je?’.",
        "wordt letterlijk gelezen",
        "als minstens 10 mensen van je team",
        "Stichting Voorbeeld stelt na de vragenlijst zelf nog 3 vragen.",
        "Dan wissen we ook wat je bij de vragen van Stichting Voorbeeld invulde.",
    ):
        assert words in visitor.text, words
    assert "Jouw antwoorden ziet niemand anders" not in visitor.text


def test_a_team_too_small_for_texts_is_told_that_nobody_reads_them(app, visitor):
    visitor.get(f"/meedoen/{measuring(app, own=ALL, sizes=(9, 4)).code()}")

    assert "Jullie team is kleiner: wat jullie schrijven, leest niemand." in visitor.text


def test_without_an_open_question_the_promise_stays_whole(app, visitor):
    round_ = measuring(app, own=(RATING,))

    visitor.get(f"/meedoen/{round_.code()}")

    assert "Jouw antwoorden ziet niemand anders" in visitor.text
    assert "letterlijk" not in visitor.text
    mail = round_.coordinator().get(f"/organisatie/meting/{round_.round.id}").text
    assert "Niemand ziet jouw antwoorden" in mail


def test_the_text_to_mail_does_not_promise_what_an_open_question_breaks(app):
    round_ = measuring(app, own=(TEXT,))

    page = round_.coordinator().get(f"/organisatie/meting/{round_.round.id}")

    assert "Niemand ziet jouw antwoorden" not in page.text
    assert "Wie wat ziet, lees je eerst." in page.text


def on_the_last_page(round_, **headers):
    """Someone who answered the questionnaire, on the page of the organisation's questions."""
    visitor = Visitor(round_.app, **headers).get(f"/meedoen/{round_.code()}").send().forward()
    while not visitor.address.endswith("eigen_vragen"):
        answers = dict.fromkeys(visitor.next_form.options, "grotendeels")
        visitor.fill(answers)
    return visitor


def test_they_come_last_with_who_reads_them_and_no_room_for_notes(app):
    visitor = on_the_last_page(measuring(app, own=ALL))

    for words in (
        "Vragen van Stichting Voorbeeld",
        "Deze vragen stelt Stichting Voorbeeld zelf.",
        "We hebben <genoeg> tijd.",
        "Niet eens, niet oneens",
        "Rust & ruimte",
        LITERALLY,
        "Opslaan en alles nalopen",
    ):
        assert words in visitor.text, words
    assert "_notitie" not in visitor.html


def test_in_english_our_words_are_english_and_theirs_stay_as_they_are(app):
    visitor = on_the_last_page(measuring(app, own=ALL), **{"Accept-Language": "en"})

    for words in (
        "Questions from Stichting Voorbeeld",
        "Neither agree nor disagree",
        "Wat helpt het meest?",
        "What you write here is read word for word",
    ):
        assert words in visitor.text, words


def test_they_may_be_skipped_and_answers_come_back(app):
    round_ = measuring(app, own=ALL)
    visitor = on_the_last_page(round_)
    visitor.send()
    assert visitor.address.endswith("/antwoorden")
    visitor.follow("Wijzig Wat mis je?")

    visitor.fill({"eigen_1": "eens", "eigen_3": "Rust,\r\nen tijd"})

    assert "Rust, en tijd" in visitor.text
    assert "Mee eens" in visitor.text
    assert "Niet ingevuld" in visitor.text
    visitor.send()
    assert visitor.address.endswith("/uitslag")


def test_what_is_too_long_is_said_and_the_rest_is_saved(app):
    visitor = on_the_last_page(measuring(app, own=ALL))

    visitor.fill({"eigen_2": "optie_2", "eigen_3": "x" * 501})

    assert visitor.status == 422
    assert "hooguit 500 tekens" in visitor.text
    assert "x" * 501 in visitor.html
    ref = visitor.address.split("/")[2]
    assert "Rust & ruimte" in visitor.get(f"/scan/{ref}/antwoorden").text


def test_one_s_own_report_holds_them_and_no_score_does(app):
    round_ = measuring(app, own=ALL)

    own = round_.take_part(eigen_1="helemaal-oneens", eigen_3="Meer rust")

    assert own.status == 200
    assert "Meer rust" not in round_.coordinator().get(_round(round_)).text


# --- closed -----------------------------------------------------------------------------


def _round(round_):
    return f"/organisatie/meting/{round_.round.id}"


def result(round_, visitor):
    round_.close()
    return visitor.get(f"/meedoen/{round_.code()}/uitslag")


def test_a_small_team_sees_parts_of_the_scale_and_no_texts(app, visitor):
    round_ = measuring(app, own=ALL)
    for each in ("eens", "oneens") * 3:
        round_.take_part(eigen_1=each, eigen_2="optie_1", eigen_3="Geheim")

    result(round_, visitor)

    part = visitor.text.partition("Vragen van Stichting Voorbeeld")[2]
    assert "Lager: 3, midden: 0, hoger: 3." in visitor.html
    for words in (
        "Elk teken is één antwoord. Lager is",
        "Bijna iedereen koos ‘scholing’",
        "We tonen dit vanaf tien mensen die iets schreven.",
    ):
        assert words in part, words
    assert "Geheim" not in visitor.html


@pytest.mark.parametrize("writers", [9, 10])
def test_texts_stand_there_word_for_word_from_ten_on(app, visitor, writers):
    round_ = measuring(app, own=ALL, sizes=(12, 4))
    for number in range(10):
        text = f"Meer <b>rust</b> {number}" if number < writers else ""
        round_.take_part(eigen_1=("eens", "oneens")[number % 2], eigen_3=text)

    result(round_, visitor)

    assert ", mee eens: 5" in visitor.html
    is_shown = [f"Meer &lt;b&gt;rust&lt;/b&gt; {n}" in visitor.html for n in range(writers)]
    assert set(is_shown) == {writers == 10}
    assert ("Alleen bij een open vraag staat letterlijk" in visitor.text) is (writers == 10)
    assert "<b>rust" not in visitor.html
    page = round_.coordinator().get(_round(round_))
    page.follow("Bekijk de uitslag van team Noord")
    assert ("Meer &lt;b&gt;rust" in page.html) is (writers == 10)


def test_a_team_of_several_roles_never_sees_texts_and_is_told_why(app, visitor):
    round_ = measuring(app, own=(TEXT,), sizes=(20, 4), role=None)
    for role, many in (("uitvoerder", 11), ("organisatie", 2)):
        for _ in range(many):
            _takes_part(round_, role, "Geheim")

    result(round_, visitor)

    assert "Deze antwoorden tonen we niet" in visitor.text
    assert "waarin iedereen dezelfde rol heeft" in visitor.text
    assert "Geheim" not in visitor.html


def _takes_part(round_, role, text):
    visitor = Visitor(round_.app).get(f"/meedoen/{round_.code()}")
    visitor.fill({"_rol": role}).forward()
    while "/onderdeel/" in visitor.address:
        own = visitor.address.endswith("eigen_vragen")
        options = dict.fromkeys(visitor.next_form.options, "grotendeels")
        visitor.fill({"eigen_1": text} if own else options)
    assert visitor.send().address.endswith("/uitslag")
