"""A document as one page of HTML, and the stylesheet that goes with it.

The HTML refers to nothing outside itself. Everything that people typed is escaped; what
the fonts cannot show becomes U+FFFD, and characters that steer text are left out.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quickscan.presentation.apart import told_apart
from quickscan.presentation.charts import facing
from quickscan.presentation.colours import Palette
from quickscan.presentation.language import DUTCH, direction, is_right_to_left
from quickscan.presentation.markdown import to_html
from quickscan.presentation.sentences import stopped
from quickscan.report.coverage import printable
from quickscan.report.document import Printable

TEMPLATES = Path(__file__).with_name("templates")

_SHORT = 30
"""The most characters that are kept on one line."""

_COLOUR = re.compile(r"var\(--([a-z-]+)\)")


def page(document: Printable) -> str:
    """Return a document as HTML."""
    html = _environment().get_template(document.template).render(document=document)
    return printable(told_apart(html))


@lru_cache(maxsize=8)
def stylesheet(
    palette: Palette, language: str = DUTCH, styles: Sequence[str] = ("rapport.css",)
) -> str:
    """Return stylesheets in the colours of a house, for how a language is read.

    All of it says start and end instead of left and right, but for the margins of a page,
    which have no such names: these are turned here.
    """
    css = "".join((TEMPLATES / sheet).read_text(encoding="utf-8") for sheet in styles)
    css = _COLOUR.sub(lambda name: getattr(palette, name[1].replace("-", "_")), css)
    if is_right_to_left(language):
        for old, new in _TURNED:
            css = css.replace(old, new)
    return css


_TURNED = (
    ("margin: 24mm 24mm 19mm 30mm;", "margin: 24mm 30mm 19mm 24mm;"),
    ("@top-left {", "@top-right {"),
    ("@bottom-right {", "@bottom-left { direction: ltr;"),
    ("text-align: end; vertical-align: middle", "text-align: start; vertical-align: middle"),
)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("quickscan.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["markdown"] = to_html
    environment.filters["drawing"] = _drawing
    environment.filters["direction"] = direction
    environment.filters["stopped"] = stopped
    environment.filters["unbroken"] = unbroken
    return environment


def _drawing(svg: str, language: str = "") -> Markup:
    """Return a drawing as it is, or as readers of a language look at it."""
    return facing(Markup(svg), language)  # noqa: S704  a drawing of ours


def unbroken(text: str) -> str:
    """Return a text that stays on one line, unless it is too long for that."""
    return text.replace(" ", "\u00a0") if len(text) < _SHORT else text
