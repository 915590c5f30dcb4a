"""Workbooks: what comes back, cell by cell, and what is not read at all."""

import io
import subprocess
import sys
import zipfile
from datetime import date

import openpyxl
import pytest

from quickscan.definitions.messages.workbook import COLUMNS, REFUSALS
from quickscan.definitions.problems import Severity
from quickscan.definitions.reader import read
from quickscan.definitions.workbook import (
    LARGEST,
    RefusedWorkbookError,
    TooLongForACellError,
    from_workbook,
    marked,
    to_workbook,
)
from quickscan.definitions.workbook import sheets as layout
from tests.unit.definitions.corpus import FOLDER
from tests.unit.definitions.writing import GOOD, written

SMALL = read("klein.yaml", GOOD)
GUIDED = read("guide.yaml", (FOLDER / "guide.yaml").read_text("utf-8"))
BOTH = read("neat.yaml", (FOLDER / "neat.yaml").read_text("utf-8"))


def changed(*changes, own=SMALL):
    """A workbook in which cells were changed: `("questions!D2", "Nieuw")`."""
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(own)))
    for place, value in changes:
        sheet, _, cell = place.partition("!")
        book[sheet][cell] = value
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def found(content):
    return [
        f"{each.place} {each.code}"
        for each in from_workbook(content).problems
        if each.severity is Severity.ERROR
    ]


def head(sheet, key):
    """The letter of a column."""
    page = openpyxl.load_workbook(io.BytesIO(to_workbook(SMALL)))[sheet]
    return next(cell.column_letter for cell in page[1] if cell.value == key)


# --- mistakes ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sheet", "key", "row", "value", "code"),
    [
        ("questions", "kind", 2, "ratting", "unknown_word"),
        ("questions", "scale", 2, "maat", "unknown_name"),
        ("questions", "id", 3, "a", "duplicate_id"),
        ("questions", "text", 2, "<b>vet</b>", "html"),
        ("questions", "section", 2, "wetten", "unknown_row"),
        ("questions", "theme: fase", 2, "wetten", "unknown_name"),
        ("questions", "when", 3, "{question: b, is: [ja]}", "unknown_name"),
        ("questions", "when", 3, "{question: a, is: [ja]", "yaml_bracket"),
        ("questions", "weight", 2, "2,5", "whole_wanted"),
        ("questions", "roles", 2, "maker, baas", "unknown_name"),
        ("scales", "points", 2, "nul", "whole_wanted"),
        ("options", "question", 2, "x", "unknown_row"),
        ("themes", "dimension", 2, "fasen", "unknown_row"),
        ("bands", "from", 3, 0, "bands_rise"),
        ("advice", "effort", 2, "smal", "unknown_word"),
        ("about", "value", 4, "klaar", "unknown_word"),
    ],
)
def test_a_mistake_is_named_by_its_cell(sheet, key, row, value, code):
    place = f"{sheet}!{head(sheet, key)}{row}"

    assert f"{place} {code}" in found(changed((place, value)))


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("meetings!D2", 50, "agenda_minutes"),
        ("meetings!E2", "{fase: [wetn]}", "unknown_name"),
        ("agenda!A2", "kijkn", "unknown_row"),
        ("agenda!B2", "kort", "whole_wanted"),
        ("worksheets!A3", "kijkn", "unknown_row"),
        ("worksheets!B3", "kaart", "duplicate_id"),
        ("worksheets!G2", "<b>vet</b>", "html"),
        ("about!B15", "krant", "unknown_name"),
    ],
)
def test_a_mistake_in_a_guide_is_named_by_its_cell(cell, value, code):
    assert f"{cell} {code}" in found(changed((cell, value), own=GUIDED))


def test_without_a_title_a_guide_with_meetings_is_refused():
    assert found(changed(("about!B13", None), own=GUIDED)) == ["about!A1 missing_key"]


def test_a_guide_comes_back_in_all_its_languages():
    again = from_workbook(to_workbook(GUIDED)).questionnaire

    assert again is not None
    assert again.guide == GUIDED.guide is not None


def test_a_workbook_from_before_there_were_guides_is_read():
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(SMALL)))
    for name in ("meetings", "agenda", "worksheets"):
        del book[name]
    book["about"].delete_rows(13, 3)
    file = io.BytesIO()
    book.save(file)
    again = from_workbook(file.getvalue())

    assert again.questionnaire is not None
    assert again.questionnaire.guide is None


def test_a_message_begins_with_the_cell():
    place = f"questions!{head('questions', 'scale')}2"
    problem = next(
        each
        for each in from_workbook(changed((place, "matte"))).problems
        if each.severity is Severity.ERROR
    )

    assert problem.message("nl") == (
        f"{place}: een antwoordschaal met de naam 'matte' is er niet; bedoel je 'mate'?"
    )


def test_an_unknown_column_is_refused_at_its_head():
    last = openpyxl.load_workbook(io.BytesIO(to_workbook(SMALL)))["questions"].max_column
    letter = openpyxl.utils.get_column_letter(last + 1)
    content = changed((f"questions!{letter}1", "wieght"), (f"questions!{letter}2", 2))

    assert f"questions!{letter}1 unknown_key" in found(content)


def test_a_duplicate_names_the_cell_of_the_first():
    place = f"questions!{head('questions', 'id')}"
    message = [
        each.message("nl")
        for each in from_workbook(changed((f"{place}3", "a"))).problems
        if each.code == "duplicate_id"
    ]

    assert message[0].startswith(f"{place}3: ")
    assert f"de naam 'a' is al gebruikt in {place}2; " in message[0]


def test_a_scenario_that_does_not_come_out_is_named_by_its_cell():
    asked = head("scenarios", "a")
    themes = head("scenarios", "expect themes")
    content = changed(
        ("scenarios!A2", "Een"),
        (f"scenarios!{asked}2", "ja"),
        (f"scenarios!{themes}2", "{fase: {weten: 0}}"),
    )

    assert found(content) == [f"scenarios!{themes}2 scenario_differs"]


def test_rows_and_sheets_may_be_moved_and_left_empty():
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(SMALL)))
    book.move_sheet("questions", -3)
    book.create_sheet("mijn aantekeningen")["A1"] = "=1+1"
    book["roles"].insert_rows(2)
    file = io.BytesIO()
    book.save(file)

    assert (
        from_workbook(file.getvalue()).problems == from_workbook(to_workbook(SMALL)).problems
    )


def test_a_text_that_changed_after_its_translation_is_told():
    place = f"questions!{head('questions', 'text')}2"
    warned = from_workbook(changed((place, "Dit is een ander."), own=BOTH)).problems

    (stale,) = [each for each in warned if each.code == "translation_stale"]
    assert stale.severity is Severity.WARNING
    assert place in stale.message("nl")
    assert stale.place.startswith("translations!B")


def test_texts_that_changed_after_their_translation_are_told_once_per_language():
    places = [f"questions!{head('questions', 'text')}{row}" for row in (2, 3)]
    content = changed(*((place, f"Anders {place}.") for place in places), own=BOTH)
    (stale,) = [p for p in from_workbook(content).problems if p.code == "translation_stale"]

    assert stale.values["number"] == 2
    assert all(place in stale.message("nl") for place in places)


def test_a_copy_has_every_mistake_as_a_note_in_its_cell():
    place = f"questions!{head('questions', 'kind')}2"
    content = changed((place, "ratting"))
    problems = from_workbook(content).problems
    book = openpyxl.load_workbook(io.BytesIO(marked(content, problems, "nl")))

    note = book["questions"][place.split("!")[1]].comment.text
    assert "bedoel je 'rating'?" in note


# --- what an author sees ----------------------------------------------------------------


def test_every_column_is_explained():
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(SMALL, language="en")))
    for name in layout.SHEETS:
        for cell in book[name][1]:
            assert cell.comment, f"{name}!{cell.coordinate}"
    assert book["questions"]["A1"].comment.text == COLUMNS["section"].en
    assert book["about"]["C2"].value == COLUMNS["about.id"].nl or COLUMNS["about.id"].en


def test_references_are_chosen_from_a_list():
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(SMALL)))
    offered = {
        str(each.sqref).split(":")[0].rstrip("0123456789"): each.formula1
        for each in book["questions"].data_validations.dataValidation
    }

    assert offered[head("questions", "scale")].startswith("lists!")
    assert offered[head("questions", "section")].startswith("lists!")
    assert "rating,choice" in offered[head("questions", "kind")]
    assert book["lists"].sheet_state == "hidden"


def test_a_text_that_looks_like_a_formula_stays_a_text():
    own = read("klein.yaml", written(("text: Dit is een.", 'text: "=1+1"')))
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(own)))

    assert book["questions"][f"{head('questions', 'text')}2"].data_type == "s"
    again = from_workbook(to_workbook(own)).questionnaire
    assert again is not None
    assert again.sections[0].questions[0].text.to("nl") == "=1+1"


def test_the_same_questionnaire_is_the_same_file():
    assert to_workbook(SMALL) == to_workbook(SMALL)


def test_a_text_that_no_cell_can_hold_is_refused():
    own = read("klein.yaml", written(("title: Weten\n    q", f"title: {'x' * 40_000}\n    q")))

    with pytest.raises(TooLongForACellError, match="sections/title"):
        to_workbook(own)


# --- what is not read -------------------------------------------------------------------


def packed(**parts):
    """A zip with these parts instead of, or beside, those of a workbook."""
    good = zipfile.ZipFile(io.BytesIO(to_workbook(SMALL)))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name in good.namelist():
            if name not in parts:
                made.writestr(name, good.read(name))
        for name, content in parts.items():
            if content is not None:
                made.writestr(name, content)
    return file.getvalue()


def sheet_xml(rows):
    start = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return f"{start}<sheetData>{rows}</sheetData></worksheet>"


def row_xml(number, column="A"):
    return f'<row r="{number}"><c r="{column}{number}"><v>1</v></c></row>'


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 20}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is></c></row></sheetData>'
    "</worksheet>"
)
ONE = "xl/worksheets/sheet1.xml"

HOSTILE = {
    "empty": lambda: b"",
    "large": lambda: b"PK" + b"x" * LARGEST,
    "old": lambda: b"\xd0\xcf\x11\xe0" + b"x" * 100,
    "other": lambda: b"id: klein\nversion: 1\n",
    "other zip": lambda: packed(**{"xl/workbook.xml": None}),
    "broken": lambda: to_workbook(SMALL)[:3000],
    "broken sheet": lambda: packed(**{ONE: "<worksheet><sheetData>"}),
    "broken laughs": lambda: packed(**{ONE: LAUGHS}),
    "no_sheets at all": lambda: packed(**{"xl/workbook.xml": "<x/>"}),
    "bomb": lambda: packed(**{"xl/media/a.png": b"\0" * 30_000_000}),
    "bomb sheet of 200 MB": lambda: packed(**{ONE: b" " * 200_000_000}),
    "bomb of parts": lambda: packed(**{f"xl/media/{n}.png": b"" for n in range(600)}),
    "macros": lambda: packed(**{"xl/vbaProject.bin": b"x"}),
    "links": lambda: packed(**{"xl/externalLinks/externalLink1.xml": b"<x/>"}),
    "wide": lambda: packed(
        **{
            ONE: sheet_xml(
                "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 9000))
            )
        }
    ),
    "wide columns": lambda: packed(
        **{ONE: sheet_xml('<row r="1"><c r="XFD1"><v>1</v></c></row>')}
    ),
    "no_sheets": lambda: packed(
        **{
            "xl/workbook.xml": zipfile.ZipFile(io.BytesIO(to_workbook(SMALL)))
            .read("xl/workbook.xml")
            .replace(b'name="about"', b'name="anders"')
        }
    ),
    "formula": lambda: changed(("about!B2", "=1+1")),
    "date": lambda: changed(("about!B3", date(2026, 1, 1))),
    "fault": lambda: changed(("about!B3", "#N/A")),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_is_refused_in_one_sentence(name):
    with pytest.raises(RefusedWorkbookError) as refusal:
        from_workbook(HOSTILE[name]())

    assert refusal.value.code == name.split()[0]
    for language in ("nl", "en"):
        assert refusal.value.words.to(language).count("\n") == 0
        assert refusal.value.words.to(language).endswith(".")


def test_every_refusal_is_tried():
    assert REFUSALS.keys() == {name.split()[0] for name in HOSTILE}


def test_a_refused_formula_says_where_it_is():
    with pytest.raises(RefusedWorkbookError, match="about!B2"):
        from_workbook(changed(("about!B2", "=1+1")))


def test_a_link_of_a_formula_to_the_web_is_a_formula():
    with pytest.raises(RefusedWorkbookError, match="about!B2"):
        from_workbook(changed(("about!B2", '=WEBSERVICE("http://example.org")')))


IMPORTING = """
import re, sys
from quickscan.cli import main
code = main(["import", "xlsx", sys.argv[1]])
print(code, *re.findall("VmHWM:.* ([0-9]+) kB", open("/proc/self/status").read()))
"""
"""What the shell gets, and the most memory that was in use at once."""


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_takes_little_memory(name, tmp_path):
    file = tmp_path / "boos.xlsx"
    file.write_bytes(HOSTILE[name]())
    command = [sys.executable, "-c", IMPORTING, str(file)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)

    assert done.stderr.count("\n") == 1
    code, kilobytes = map(int, done.stdout.split())
    assert code == 1
    assert kilobytes < 300_000
