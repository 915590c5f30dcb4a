"""What stands in a report, and on which page."""

import re
from dataclasses import replace

import pytest

from quickscan.definitions.reader import read
from quickscan.definitions.scenarios import load_scenarios
from quickscan.domain.assessment import assess
from quickscan.presentation.outcome import outcome
from quickscan.report import pdf
from quickscan.report.document import document
from tests.integration.report import sample
from tests.integration.report.inspection import Inspection


def test_a_full_report_has_eight_to_twelve_pages(full):
    assert 8 <= len(full.pages) <= 12


def test_the_longest_worked_example_has_no_more_than_twelve_pages():
    """It answers as developer and organisation together: 42 statements."""
    longest = Inspection(pdf.render(sample.report(5, chosen=0)))

    assert len(longest.pages) <= 12


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("role", sample.ROLES)
@pytest.mark.parametrize(("name", "chosen"), [("Stoepgesprek", 0), ("Buurt " * 13 + "en", 3)])
def test_no_answers_to_all_phases_make_more_than_twelve_pages(role, language, name, chosen):
    """The lowest answers bring the most advice; a name has eighty characters at most."""
    told = sample.lowest(role, language=language, name=name)
    lowest = document(replace(told, chosen=told.advice[:chosen]), language, sample.SOFTWARE)

    assert 8 <= len(Inspection(pdf.render(lowest)).pages) <= 12


def test_a_scan_that_just_started_has_fewer_pages(full, started):
    assert len(started.pages) < len(full.pages)


def test_the_cover_says_what_it_is_for_whom_and_how_far_it_was_tried(full):
    cover = full.pages[0]

    assert "Stoepgesprek" in cover
    assert "Ingevuld als: ik leid de invoering" in cover
    assert "21 november 2026" in cover
    assert "Implementatie-Quickscan, versie 1. Status: proef" in cover
    assert "88 van 100" in cover


def test_a_report_of_people_together_says_so_and_what_they_did_not_agree_on(together):
    everything = re.sub(r"\s+", " ", " ".join(together.pages))

    assert "Samen ingevuld Ingevuld als:" in re.sub(r"\s+", " ", together.pages[0])
    assert "Waar jullie het niet over eens waren" in together.pages[2]
    own = re.sub(r"\s+", " ", together.pages[3])
    assert "Over twee vragen waren jullie het niet eens." in own
    assert "De een kent de vraagbaak, de ander niet." in own
    assert own.count("Om over te praten:") == 2
    assert "die niet gesteld wordt" not in everything
    assert "Jullie vulden dit samen in, op één scherm." in everything


def test_people_who_agreed_on_everything_are_told_so():
    own = sample.together({}).divided

    assert own is not None
    assert own.intro.startswith("Bij geen enkele vraag")
    assert not own.disputes


def test_a_report_of_one_person_says_nothing_of_agreeing(full):
    assert "niet over eens" not in " ".join(full.pages)


def test_a_sample_says_on_its_cover_that_it_is_invented():
    made = document(sample.told(), "nl", sample.SOFTWARE, sample=True)

    assert "Een verzonnen voorbeeld" in made.cover.lines
    assert not any("2026" in line for line in made.cover.lines)


@pytest.mark.parametrize(
    "each", ["full", "started", "english", "naughty", "bare"], indirect=True
)
def test_the_board_has_one_page(each):
    heading = each.bookmarks[0]

    assert heading in each.pages[1]
    assert each.bookmarks[1] in each.pages[2], "the contents come right after it"


def test_what_was_chosen_stands_on_the_page_for_the_board_and_on_the_agenda(full):
    agenda = full.text[full.text.index("Wat Wie Wanneer") :]

    for chosen in sample.told().chosen:
        assert chosen.title in full.pages[1]
        assert chosen.title in agenda.replace("\xa0", " ")


def test_without_a_choice_there_is_room_to_write(started):
    assert "Nog niets gekozen" in started.pages[1]
    assert _cells_to_fill_in(started) == [4] * 5


def test_the_agenda_asks_what_who_when_and_how_we_will_see_it(full):
    assert "Wat Wie Wanneer Waaraan zien we het?" in full.text
    assert _cells_to_fill_in(full) == [3, 3, 3, 4, 4]


def _cells_to_fill_in(report: Inspection) -> list[int]:
    """How many empty cells each row of the agenda has, below its heading."""
    _, *rows = [own for own in report.elements("Table")[-1].walk() if own.kind == "TR"]
    return [
        sum(cell.kind == "TD" and not len(cell.source.get("/K", ())) for cell in row.inner)
        for row in rows
    ]


def test_advice_that_was_chosen_and_is_told_in_a_line_has_its_steps_on_the_agenda():
    told = sample.lowest("ontwikkelaar")
    in_a_line = next(place for place in told.places if place.more).more[0]
    made = document(
        replace(told, chosen=(in_a_line, told.places[0].advice[0])), "nl", sample.SOFTWARE
    )

    assert in_a_line.steps
    assert [row.steps for row in made.agenda.rows] == [in_a_line.steps, ()]
    assert in_a_line.steps[-1] in Inspection(pdf.render(made)).text


def test_each_phase_tells_its_score_its_answers_and_its_advice_with_steps(full):
    advised = sample.told().places[1]

    assert f"{advised.words}, vraagt aandacht." in full.text
    for line in advised.lines:
        assert full.text.count(line.text) >= 2, "with the phase, and among all answers"
    for advice in advised.advice:
        assert advice.title in full.text
        assert f"1. {advice.steps[0]}" in full.text.replace("\xa0", " ").replace(".  ", ". ")
        assert "Waarom dit advies?" in full.text


def test_advice_that_is_not_told_in_full_is_a_line(full):
    more = [advice for place in sample.told().places for advice in place.more]

    assert more
    for advice in more:
        assert advice.title in full.text
        chosen = advice in sample.told().chosen
        assert (advice.steps[0] in full.text) == chosen, "then its steps are on the agenda"


def test_phases_that_are_not_at_issue_are_a_line_not_a_page(started):
    page = next(page for page in started.pages if "Hierover hebben we niets gevraagd" in page)

    for title in ("Begrijpen", "Willen", "Doen", "Blijven doen"):
        assert f"{title}. " in page


def test_what_nobody_knew_is_to_find_out(full):
    for line in sample.told().find_out:
        assert f"{line.text} Weet ik niet." in full.text.replace("\xa0", " ")


def test_a_note_stands_once_with_its_phase_or_apart(full):
    assert full.text.count(sample.NOTES["begrijpen"]) == 1
    assert full.text.count(sample.NOTES["start"]) == 1


def test_all_answers_stand_in_the_appendix_with_their_points(full):
    start = next(i for i, page in enumerate(full.pages) if "Achter elk antwoord" in page)
    appendix = " ".join(full.pages[start:]).replace("\xa0", " ")

    for _, lines in sample.told().all_lines:
        for line in lines:
            points = f", {line.points}" if line.points else ""
            assert f"{line.text} – {line.mark.label}{points}" in appendix


def test_the_account_tells_the_rule_the_bounds_and_what_is_kept(full):
    rule, account = full.pages[2], full.text[full.text.rindex("Wat ontbreekt") :]

    assert "vraagt aandacht (0 tot 50)" in rule
    assert "is onze keuze" in rule
    assert "Er is geen totaalcijfer" in rule
    assert "7 gedeeld door 16 is 43,75 op 100, dus 44" in rule
    assert "2 antwoorden ‘weet ik niet’" in account
    assert "tot en met 21 november 2027" in account
    assert sample.SOFTWARE in account


def test_sources_are_listed_with_their_links(full):
    addresses = {str(link.A.URI) for link in full.links if "/A" in link}
    cited = {advice.source_url for advice in sample.told().advice if advice.source_url}

    assert cited <= addresses
    assert all(address.startswith("https://") for address in addresses)


def test_a_return_code_never_stands_in_a_report(full, started):
    code = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")

    assert not code.search(full.text + started.text)


def test_every_page_after_the_cover_tells_where_it_is(each_to_read):
    for number, page in enumerate(each_to_read.pages[1:], start=2):
        assert re.search(rf"{number} (van|of) {len(each_to_read.pages)}\b", page)


def test_the_contents_name_the_page_of_every_part(full):
    for title, page in full.places.items():
        assert f"{page} {title}" in full.pages[2]
        assert title.split(":")[0] in full.pages[page - 1]


def test_the_english_report_has_no_dutch_left(english):
    for dutch in ("Voor het bestuur", "bladzij", " van 100", "Inhoud", "Wat jullie", "Wie:"):
        assert dutch not in english.text


def test_empty_sections_leave_no_heading_behind(bare):
    for heading in ("Advies", "Uit te zoeken", "notities", "Elke stelling op zijn plek"):
        assert heading not in bare.bookmarks


def test_where_the_main_dimension_was_not_asked_the_summary_tells_what_was():
    """In *Minder discriminatie* only the mechanisms that were chosen are asked about."""
    folder = sample.FOLDER.parent / "minder-discriminatie"
    own = read(folder / "v1.yaml", (folder / "v1.yaml").read_text("utf-8"))
    examples = load_scenarios(folder / "v1.scenarios.yaml", own).scenarios
    unchosen = next(each for each in examples if "nog zoekt waarom" in each.name)

    told = outcome(assess(own, unchosen.answers, unchosen.role), "nl", finished=sample.DAY)

    assert told.headline.startswith("Vraagt aandacht: de basis. Niet gevraagd: inleving,")
