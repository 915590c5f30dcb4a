"""What the guide says one clicks in the Workplace is what stands there."""

import re

import pytest

from quickscan.config import PROJECT
from tests.integration.guide.page import PAGE

TEMPLATES = "".join(
    path.read_text("utf-8")
    for room in ("workplace", "preview")
    for path in (PROJECT / "quickscan/web" / room / "templates").rglob("*.html")
)
CHAPTER = PAGE.partition("### In de Werkplaats")[2].partition("\n## ")[0]


@pytest.mark.parametrize("words", re.findall(r"\*\*(.+?)\*\*", CHAPTER))
def test_what_one_clicks_is_there(words):
    assert f'_("{words}")' in TEMPLATES
