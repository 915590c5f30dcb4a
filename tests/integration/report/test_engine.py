"""The shorter ways through WeasyPrint still lead where the long ones did."""

import os
import subprocess
import sys

import pymupdf
import pytest

from quickscan.report.pdf.engine import own_fonts_only, to_pdf
from quickscan.report.pdf.tagging import UnmatchedMarksError, mend

HEAD = '<html lang="nl"><head><title>x</title></head><body>'
CSS = (
    'html, body, p { display: block; font-family: "Atkinson Hyperlegible" } '
    "head { display: none } table { display: table } tr { display: table-row } "
    'td { display: table-cell; font-family: "Quickscan Marks" }'
)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" width="300" height="60" '
    'viewBox="0 0 300 60"><title>t</title>{}</svg>'
)
TEXT = (
    '<text x="{x}" y="40" font-size="20" font-family="Atkinson Hyperlegible, sans-serif"'
    '{more} fill="#000000">{words}</text>'
)


def drawn(words: str, x: int = 10, more: str = ""):
    """The words of a drawing with one text, and where each stands."""
    text = TEXT.format(x=x, more=more, words=words)
    made = to_pdf(f"{HEAD}{SVG.format(text)}</body></html>", CSS, lambda _: None)
    return pymupdf.open(stream=made, filetype="pdf")[0].get_text("words")


def test_a_text_in_a_drawing_is_laid_out_as_one_line():
    ((left, _, right, _, word, *_),) = drawn("Ontwikkelen")

    assert word == "Ontwikkelen"
    assert 70 < right - left < 100


def test_a_text_in_a_drawing_is_anchored_where_it_says():
    start = drawn("Doen", x=150)[0]
    middle = drawn("Doen", x=150, more=' text-anchor="middle"')[0]
    end = drawn("Doen", x=150, more=' text-anchor="end"')[0]
    width = start[2] - start[0]

    assert start[0] - middle[0] == pytest.approx(width / 2, abs=1)
    assert start[0] - end[0] == pytest.approx(width, abs=1)


def test_bold_text_in_a_drawing_is_wider():
    plain, bold = drawn("Doen")[0], drawn("Doen", more=' font-weight="700"')[0]

    assert bold[2] - bold[0] > plain[2] - plain[0]


def test_arabic_letters_in_a_drawing_join():
    (word,) = drawn("مرحبا")

    assert word[2] - word[0] < 60


def test_marks_in_a_table_need_words():
    page = f"{HEAD}<table><tr><td>◕</td></tr></table></body></html>"

    with pytest.raises(UnmatchedMarksError) as caught:
        to_pdf(page, CSS, lambda made: mend(made, []))
    assert (caught.value.cells, caught.value.words) == (1, 0)


def test_the_environment_is_as_it_was_after_the_fonts_are_loaded(monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "/somewhere/else.conf")
    with own_fonts_only():
        assert os.environ["FONTCONFIG_FILE"].endswith("report/fonts/fonts.conf")
    assert os.environ["FONTCONFIG_FILE"] == "/somewhere/else.conf"

    monkeypatch.delenv("FONTCONFIG_FILE")
    with own_fonts_only():
        pass
    assert "FONTCONFIG_FILE" not in os.environ


WITHOUT_PANGO = """
import builtins
from quickscan.report import pdf
from tests.integration.report import sample

real = builtins.__import__

def without(name, *rest, **more):
    if name == "weasyprint":
        raise OSError("cannot load library 'libpango-1.0-0': error 0x7e")
    return real(name, *rest, **more)

builtins.__import__ = without
try:
    pdf.render(sample.just_started())
except pdf.MissingLibraryError as missing:
    print(missing)
"""


def test_without_pango_one_sentence_says_what_to_install():
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_PANGO], capture_output=True, check=True, text=True
    )

    assert told.stdout == (
        "A report cannot be made: libpango-1.0-0 is missing on this machine. On Debian or"
        " Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"
    )


def test_a_process_that_makes_no_report_does_not_load_the_renderer():
    looking = "import sys; import quickscan.report.pdf; print('weasyprint' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", looking], capture_output=True, check=True, text=True
    )

    assert told.stdout == "False\n"
