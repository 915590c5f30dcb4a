"""Places where WeasyPrint is told to do something otherwise.

Three are shorter ways to do what it does, which make a report a third cheaper; one tells more
than it would. They go round parts of WeasyPrint that are not promised to stay:
tests/integration/report says so when a new version no longer works like this.
"""

from collections.abc import Iterator
from math import inf
from typing import Any
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]
import weasyprint
from cssselect2 import ElementWrapper  # type: ignore[import-untyped]
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.draw.text import draw_first_line
from weasyprint.matrix import Matrix
from weasyprint.pdf import tags
from weasyprint.svg import TAGS
from weasyprint.svg.text import Style, TextBox
from weasyprint.text.line_break import split_first_line

_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Page(weasyprint.HTML):  # type: ignore[misc]
    """A page that is parsed already, by the parser in C of the standard library.

    WeasyPrint's own parser mends broken HTML, which ours is not, at 6 % of the cost.
    """

    def __init__(self, tree: Element, fetcher: Any) -> None:
        self.base_url = ""
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> tuple[()]:  # noqa: ARG002, FBT001, FBT002
        """Return no stylesheets: rapport.css says all that our elements need.

        Those of WeasyPrint have six rules for every element there is (the marks of notes
        that we do not have), which is 10 % of a report.
        """
        return ()


def draw_text_in_one_go() -> None:
    """Have each text of an SVG laid out and drawn as one line.

    WeasyPrint does so letter by letter, for the sake of SVG that places or turns letters
    apart. Ours never does; letter by letter it is 15 % of a report, without kerning, and
    Arabic letters would not join.
    """
    TAGS["text"] = _draw_text


def say_languages() -> None:
    """Have words in another language than the report say so in its structure.

    WeasyPrint tells the language of the whole only. See PDF/UA-1 (ISO 14289-1:2014), 7.2.
    """
    tags._build_box_tree = _in_structure  # noqa: SLF001  its recursion looks it up here


_build_box_tree = tags._build_box_tree  # noqa: SLF001


def _in_structure(box: Any, parent: Any, pdf: Any, page: int, *rest: Any) -> Iterator[Any]:
    """Yield the elements of the structure that a box makes; a `<bdi>` names its language."""
    is_named = box.element is not None and box.element_tag == "bdi"
    if is_named and box.link_annotation:
        _leave_to_link_around(box, pdf, page)
    for element in _build_box_tree(box, parent, pdf, page, *rest):
        if is_named:
            element.update(S="/Span", Lang=pydyf.String(box.element.get("lang")))
        yield element


def _leave_to_link_around(box: Any, pdf: Any, page: int) -> None:
    """Take back the link of its own that WeasyPrint gives to every element inside a link."""
    number = int(pdf.page_references[page].split()[0])
    pdf.objects[number]["Annots"].remove(box.link_annotation.reference)
    box.link_annotation = None


def _draw_text(svg: Any, node: Any, font_size: float) -> None:
    """Draw a text with a place (x, y), an anchor, a weight and a colour; nothing else."""
    if not node.text:
        return
    style = _style(svg, node, font_size)
    layout, _, _, width, _, baseline = split_first_line(node.text, style, svg.context, inf, 0)
    x = float(node.get("x")) - width * _ANCHORS[node.get("text-anchor", "start")]
    stream = svg.stream
    stream.push_state()
    fill, stroke = svg.set_graphical_state(node, font_size)
    stream.begin_text()
    layout.reactivate(style)
    svg.fill_stroke(fill, stroke, text=True)
    box = TextBox(layout, style)
    box.baseline = baseline
    draw_first_line(stream, box, "none", "none", Matrix(d=-1, e=x, f=float(node.get("y"))))
    stream.end_text()
    stream.pop_state()


def _style(svg: Any, node: Any, font_size: float) -> Any:
    style = Style(INITIAL_VALUES)
    style.font_config = svg.font_config
    style["font_family"] = [family.strip() for family in node.get("font-family").split(",")]
    style["font_weight"] = int(node.get("font-weight", 400))
    style["font_size"] = font_size
    return style
