"""Nothing that people type can break a page, fetch anything, or run."""

import pytest

from quickscan.report import html, pdf
from quickscan.report.pdf.engine import to_pdf
from tests.integration.report import sample
from tests.integration.report.inspection import Inspection

PAGE = '<html lang="nl"><head><title>x</title></head><body>{}</body></html>'


def nothing(_: object) -> None:
    """Leave the PDF as it is."""


def test_names_are_printed_as_they_were_typed(naughty):
    cover = naughty.pages[0]

    assert "Stoep\u2011gesprek" in cover
    assert "’ëlke" in cover
    assert "👍" in cover
    assert "<script>alert(1)</script>" in cover


def test_arabic_is_set_in_a_font_that_has_it(naughty):
    assert any("Noto-Sans-Arabic" in str(font.BaseFont) for font in naughty.fonts)


def test_characters_that_no_font_has_become_a_question_mark(naughty):
    assert "中" not in naughty.text
    assert "��" in html.page(sample.naughty())


def test_no_text_stands_outside_the_page_or_over_its_edge(each_to_read):
    for number, page in enumerate(each_to_read.mu):
        margin = 0 if number == 0 else 60
        for left, top, right, bottom, *_ in page.get_text("words"):
            assert left >= 80
            assert right <= page.rect.width - margin
            assert top >= 30
            assert bottom <= page.rect.height - 15


def test_lines_do_not_overlap(each):
    for page in each.mu:
        lines = [
            line["bbox"]
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", ())
            if line["dir"] == (1.0, 0.0)
        ]
        for one in lines:
            for other in lines:
                assert one == other or not _overlap(one, other), (one, other)


def _overlap(one, other):
    """Whether two lines lie more than half over each other."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    least = min(one[3] - one[1], other[3] - other[1])
    return wide > 2 and high > 0.6 * least


def test_five_thousand_characters_without_a_space_stay_in_their_column(naughty):
    assert "".join(naughty.text.split()).count("onafgebroken") > 400


def test_a_note_with_pictures_styles_and_templates_is_printed_not_obeyed(naughty):
    text = _body(naughty)

    assert '<imgsrc="http://localhost/x.png">' in text
    assert "url(http://localhost/x)" in text
    assert "</style><objectdata='file:///etc/passwd'></object>{{7*7}}{%include" in text
    assert "root:x:" not in text


def _body(report: Inspection) -> str:
    """All text between the margins, without spaces: a note may go on on the next page."""
    between = (0, 60, 595, 790)  # points
    lines = [page.get_text(clip=between) for page in report.mu.pages()]
    return "".join("".join(lines).split())


def test_typed_text_reaches_the_html_escaped_only():
    page = html.page(sample.naughty())

    assert "<script" not in page
    assert "<img" not in page
    assert "<link" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    "asking",
    [
        '<img src="http://localhost/x.png"/>',
        '<img src="file:///etc/passwd"/>',
        '<img src="data:image/png;base64,AAAA"/>',
        '<p style="background: url(http://localhost/x)">x</p>',
        '<link rel="stylesheet" href="https://localhost/x.css"/>',
        '<link rel="attachment" href="file:///etc/passwd"/>',
        '<style>@import "http://localhost/x.css";</style>',
        '<object data="http://localhost/x"></object>',
    ],
)
def test_even_our_own_html_cannot_fetch(asking):
    with pytest.raises(pdf.RefusedFetchError, match="fetches nothing"):
        to_pdf(PAGE.format(asking), ".x { color: red }", nothing)


def test_a_stylesheet_cannot_fetch_either():
    with pytest.raises(pdf.RefusedFetchError):
        to_pdf(PAGE.format("<p>x</p>"), "p { background: url(http://localhost/y) }", nothing)
