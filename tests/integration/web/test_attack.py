"""A coordinator who tries everything: what they get tells no more than the rules allow.

What is compared are whole pages. Where two worlds differ in what colleagues answered, and the
rules say that this may not be seen, every page must be the same to the letter; only the random
names in addresses differ.
"""

import re
from collections.abc import Sequence

from flask import Flask

from quickscan.domain.own_questions import OwnKind, OwnQuestion
from tests.integration.web.journeys import answer_page, make_report
from tests.integration.web.rounds import Measuring, measuring
from tests.visitor import Visitor

RANDOM = re.compile(
    r'[a-z2-7]{16}|[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}|<svg class="qr".*?</svg>'
)
"""Keys of rows and codes of teams, also drawn: they are random, and tell nothing."""

OPTIONS = ("helemaal", "nog-niet", "voor-een-deel", "weet-niet", "grotendeels", "helemaal")


def everything_seen(round_: Measuring) -> list[str]:
    """Every page that a coordinator can come to by following links, without what is random."""
    coordinator = round_.coordinator()
    own = f"/organisatie/meting/{round_.round.id}"
    waiting, seen = [own, f"{own}/sluiten", coordinator.address], {}
    while waiting:
        path = waiting.pop(0)
        if path in seen or not path.startswith(("/organisatie", "/meedoen")):
            continue
        coordinator.get(path)
        is_page = coordinator.response.mimetype == "text/html"
        seen[path] = coordinator.html if is_page else coordinator.response.get_data().hex()
        if is_page:
            links = (link.href.partition("#")[0] for link in coordinator.page.links)
            local = (href.removeprefix("http://localhost") for href in links)
            waiting += [href for href in local if "?" not in href and href]
    return [RANDOM.sub("…", text).replace(round_.email, "…") for text in seen.values()]


def take_part(round_: Measuring, options: Sequence[str]) -> list[Visitor]:
    return [round_.take_part(option=option) for option in options]


def world(app: Flask, email: str, options: Sequence[str]) -> Measuring:
    """A closed round in which people gave these answers, with all reports made."""
    round_ = measuring(app, email=email)
    take_part(round_, options)
    round_.close()
    make_report(Visitor(app))
    return round_


def test_who_gave_which_answer_is_nowhere_to_be_seen(app):
    one = world(app, "een@voorbeeld.example", OPTIONS)
    other = world(app, "twee@voorbeeld.example", OPTIONS[::-1])

    seen = everything_seen(one)

    assert len(seen) > 6
    assert seen == everything_seen(other)


def test_what_few_people_wrote_and_who_chose_what_is_nowhere_to_be_seen(app):
    own = (
        OwnQuestion(kind=OwnKind.TEXT, words="Wat mis je?", switched_on=True),
        OwnQuestion(kind=OwnKind.RATING, words="Gaat het?"),
    )
    chosen = ("eens", "oneens", "eens", "oneens", "helemaal-eens", "helemaal-oneens")
    worlds = []
    for email, written, order in (("een", "Rust", chosen), ("twee", "Geld", chosen[::-1])):
        round_ = measuring(app, email=f"{email}@voorbeeld.example", own=own)
        for option, agreed in zip(OPTIONS, order, strict=True):
            round_.take_part(option=option, eigen_1=written, eigen_2=agreed)
        round_.close()
        make_report(Visitor(app))
        worlds.append(everything_seen(round_))

    assert worlds[0] == worlds[1]
    assert any("Gaat het?" in page for page in worlds[0])


def test_of_a_team_that_falls_short_nothing_is_seen_at_all(app):
    """Not what was answered, nor how many did: none is the same as four."""
    one = world(app, "een@voorbeeld.example", OPTIONS[:4])
    other = world(app, "twee@voorbeeld.example", ())

    assert everything_seen(one) == everything_seen(other)


def test_while_a_round_is_open_answers_and_their_number_are_not_seen(app):
    one = measuring(app, email="een@voorbeeld.example")
    other = measuring(app, email="twee@voorbeeld.example")
    one.services.taking_part.tend()
    take_part(one, OPTIONS)
    one.services.taking_part.tend()

    assert everything_seen(one) == everything_seen(other)


def test_nothing_that_is_done_after_closing_changes_what_is_seen(app):
    round_ = measuring(app)
    people = take_part(round_, OPTIONS)
    round_.close()
    make_report(people[0])
    before = everything_seen(round_)
    coordinator = round_.coordinator()

    ref = people[0].address.split("/")[2]
    people[0].post(f"/scan/{ref}/wissen")
    other = people[1].address.split("/")[2]
    people[1].post(f"/scan/{other}/aanpassen")
    answer_page(people[1].get(f"/scan/{other}/onderdeel/doen"), "nog-niet")
    organisation = f"/organisatie/{round_.round.organisation}/"
    coordinator.post(f"{organisation}minimum", {"minimum": "9"})
    for act in ("sluiten", "openen", "verlengen", "weg", "plan"):
        coordinator.post(
            f"/organisatie/meting/{round_.round.id}/{act}", {"sluit": "2999-01-01"}
        )
    coordinator.post(f"{organisation}minimum", {"minimum": "5"})
    round_.services.taking_part.tend()
    make_report(people[0])

    assert everything_seen(round_) == before


def test_a_second_round_adds_nothing_about_the_first(app):
    round_ = measuring(app)
    take_part(round_, OPTIONS)
    round_.close()
    make_report(Visitor(app))
    result = f"/organisatie/meting/{round_.round.id}/uitslag/{round_.round.teams[0].id}"
    before = round_.coordinator().get(result).html

    following = round_.services.rounds.next_round(round_.email, round_.round.id)
    second = Measuring(
        app, round_.services.rounds.confirm(round_.email, following.id), round_.email
    )
    take_part(second, OPTIONS[:5])
    second.close()

    assert round_.coordinator().get(result).html == before


def test_a_coordinator_reaches_no_scan_of_anyone(app):
    round_ = measuring(app)
    people = take_part(round_, OPTIONS)
    coordinator = round_.coordinator()

    for person in people:
        ref = person.address.split("/")[2]
        for page in ("", "uitslag", "antwoorden", "code", "rapport-nl.pdf", "onderdeel/doen"):
            assert coordinator.get(f"/scan/{ref}/{page}").status == 404
        assert coordinator.post(f"/scan/{ref}/wissen").status == 404
