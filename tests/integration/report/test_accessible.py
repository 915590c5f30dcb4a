"""What PDF/UA-1 asks for, looked up in the file itself, and two checkers besides.

Built to PDF/UA-1 and checked with these; veraPDF cannot be had here, so not "conformant".
"""

import itertools
import re

import pytest
from outloud import check
from pdfua.validator import validate
from pikepdf import Name

from tests.integration.report import sample


def test_it_says_that_it_is_tagged_in_which_language_and_under_which_title(each):
    root = each.root

    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) in ("nl", "en")
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert str(each.pike.docinfo[Name.Title])
    assert b'pdfuaid:part="1"' in root.Metadata.read_bytes()
    assert str(each.pike.docinfo[Name.Title]).encode()[:12] in root.Metadata.read_bytes()


def test_it_tells_no_time_and_no_author(each):
    assert not {Name.CreationDate, Name.ModDate, Name.Author} & set(each.pike.docinfo)


def test_pages_are_read_in_the_order_of_the_structure(each):
    assert all(page.obj.Tabs == Name.S for page in each.pike.pages)


def test_every_figure_has_words_with_every_score(full):
    figures = full.elements("Figure")
    assert len(figures) == 3, "cover, page for the board, profile"
    for figure in figures:
        for place in sample.told().places:
            assert place.words in str(figure.source.Alt)


def test_no_figure_is_without_words(each):
    assert all(Name.Alt in figure.source for figure in each.elements("Figure"))


def test_every_header_cell_says_what_it_heads(each):
    for table in each.elements("Table"):
        heads = [own for own in table.walk() if own.kind == "TH"]
        assert heads
        scopes = {str(own.source.A.Scope) for own in heads}
        assert {"/Column"} <= scopes <= {"/Column", "/Row"}, "an empty agenda has no row heads"


def test_header_cells_can_be_found_by_their_name(full):
    named = full.root.StructTreeRoot.IDTree.Names
    wanted = {bytes(own.source.ID) for own in full.elements("TH")}

    assert {bytes(name) for name in itertools.islice(named, 0, None, 2)} == wanted


def test_marks_in_the_grid_are_read_out(full):
    spoken = [
        str(own.source.ActualText) for own in full.tree.walk() if "/ActualText" in own.source
    ]
    grid = sample.told().grid
    assert grid
    cells = [
        ", ".join(line.mark.label for line in cell.lines)
        for row in grid.rows
        if not row.whole
        for cell in row.cells
        if cell.lines
    ]

    assert spoken == cells


def test_everything_on_a_page_is_in_the_structure_or_an_artifact(each):
    kept = _claimed(each)
    for number, page in enumerate(each.pike.pages):
        content = page.Contents.read_bytes()
        marked = {int(own) for own in re.findall(rb"/MCID (\d+)", content)}
        assert marked == {own for at, own in kept if at == number}


def _claimed(pdf):
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pike.pages)}
    found = set()
    for own in pdf.tree.walk():
        for kid in own.source.get(Name.K, ()):
            if isinstance(kid, int):
                found.add((pages[own.source.Pg.objgen], kid))
    return found


def test_text_in_the_margins_is_an_artifact(full):
    drawn = full.pike.pages[3].Contents.read_bytes()
    outside = re.sub(rb"/Artifact\s+BMC.*?EMC", b"", drawn, flags=re.DOTALL)

    assert "4 van" in full.pages[3]
    assert b"/Artifact" not in outside


def test_no_element_is_empty(each):
    may_be_empty = {"TD"}
    for own in each.tree.walk():
        assert len(own.source.get(Name.K, ())) or own.kind in may_be_empty, own.kind


def test_headings_do_not_skip_a_level(each):
    levels = [int(own.kind[1]) for own in each.elements("H1", "H2", "H3")]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_steps_are_a_list(full):
    told = sample.told()
    places = [*told.places, *(place for other in told.others for place in other.places)]
    steps = [len(advice.steps) for place in places for advice in place.advice]

    assert [len(own.inner) for own in full.elements("L")] == steps


def test_links_may_be_printed_and_say_where_they_lead(each):
    for link in each.links:
        assert int(link.F) & 4
        assert str(link.Contents)
    for link in each.links:
        if Name.Dest in link:
            assert str(link.Contents) in " ".join(each.pages[2:5]), "the words of the contents"


def test_the_contents_are_links(full):
    assert full.links


def test_every_font_is_embedded_and_can_be_read_back(each):
    for font in each.fonts:
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert Name.FontFile2 in descriptor or Name.FontFile3 in descriptor
        assert Name.ToUnicode in font


def test_bookmarks_lead_to_every_part(full):
    for title in ("Voor het bestuur", "Het profiel", "Begrijpen", "Verbeteragenda"):
        assert title in full.bookmarks


@pytest.fixture
def file(each, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(each.bytes)
    return path


def test_outloud_finds_no_error(file):
    result = check(str(file))

    assert result.error is None
    assert not [own.message for own in result.findings if own.severity == "error"]


def test_pdfua_finds_nothing(file):
    """It proves little: 12 of 106 rules run, and one crashes with pikepdf 10.17."""
    outcome = validate(str(file))

    assert not outcome.findings
    assert {own.rule_id for own in outcome.skipped} <= {"UA-14-001"}
