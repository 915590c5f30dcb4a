"""The structure of a PDF as it should be, while WeasyPrint still has it in its hands.

PDF/UA-1 (ISO 14289-1:2014) wants everything on a page to be either in the structure or an
artifact. WeasyPrint leaves three things wrong: text in page margins is neither, drawings
without words are figures without words, and header cells do not say what they head.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pydyf  # type: ignore[import-untyped]

MARKS_FONT = b"Quickscan-Marks"

_MAY_NOT_BE_EMPTY = ("/P", "/Div", "/Span", "/NonStruct", "/Figure")
_FONT = re.compile(rb"/(\w+) \S+ Tf")

Spot = tuple[int, int]
"""A piece of content: the number of its page, from 0, and its number on that page."""


class UnmatchedMarksError(ValueError):
    """There are not as many cells with marks as there are words for them."""

    def __init__(self, cells: int, words: int) -> None:
        super().__init__(f"{cells} cells hold marks, and there are words for {words}")
        self.cells = cells
        self.words = words


def mend(pdf: pydyf.PDF, spoken: Sequence[str]) -> None:
    """Put the structure of a PDF right, in place.

    Text in page margins and drawings without words become artifacts. So do marks, because
    their words stand beside them; except in table cells: there they stand alone, and are
    read out as `spoken`, in reading order. Header cells say what they are the header of.

    Raises:
        UnmatchedMarksError: `spoken` does not have a text for each cell with marks.
    """
    pages = list(_pages(pdf))
    tree = _at(pdf, pdf.catalog["StructTreeRoot"])
    walk = _Walk(pdf=pdf, marks=_marks(pdf, pages), pages=_numbers(pdf), spoken=spoken)
    for element in tree["K"]:
        walk.prune(_at(pdf, element))
    if walk.told != len(spoken):
        raise UnmatchedMarksError(walk.told, len(spoken))
    _name_headers(pdf, tree, walk.named)
    owners = _at(pdf, tree["ParentTree"])["Nums"]
    for number, content in enumerate(pages):
        _make_artifacts(content, number, walk.kept)
        _forget(owners[2 * number + 1], number, walk.kept)


@dataclass(slots=True)
class _Walk:
    """A walk through the structure tree that takes out what is only decoration."""

    pdf: pydyf.PDF
    marks: frozenset[Spot]
    pages: dict[bytes, int]
    spoken: Sequence[str]
    told: int = 0
    kept: set[Spot] = field(default_factory=set)
    named: list[tuple[str, bytes]] = field(default_factory=list)

    def prune(self, element: Any, *, cell: bool = False, head: bool = False) -> bool:
        """Return whether an element means anything; what does not is left out of it."""
        kind = element["S"]
        if kind == "/Figure" and "Alt" not in element:
            return False
        cell, head = cell or kind in ("/TD", "/TH"), head or kind == "/THead"
        if kind == "/TH":
            element["A"]["Scope"] = "/Column" if head else "/Row"
            self.named.append((element["ID"].string, element.reference))
        kids = element["K"]
        kept = [
            kid for kid in kids if self._means_something(element, kid, cell=cell, head=head)
        ]
        if len(kept) < len(kids):
            element["K"] = pydyf.Array(kept)
        return bool(kept) or kind not in _MAY_NOT_BE_EMPTY

    def _means_something(self, element: Any, kid: Any, *, cell: bool, head: bool) -> bool:
        if isinstance(kid, int):
            return self._is_content(element, (self.pages[element["Pg"]], kid), cell=cell)
        inner = _at(self.pdf, kid)
        return "S" not in inner or self.prune(inner, cell=cell, head=head)

    def _is_content(self, element: Any, spot: Spot, *, cell: bool) -> bool:
        if spot in self.marks:
            if not cell:
                return False
            if self.told < len(self.spoken):
                element["ActualText"] = pydyf.String(self.spoken[self.told])
            self.told += 1
        self.kept.add(spot)
        return True


def _at(pdf: pydyf.PDF, reference: bytes) -> Any:
    """Return the object that a reference such as b"12 0 R" leads to."""
    return pdf.objects[int(reference.split()[0])]


def _pages(pdf: pydyf.PDF) -> Iterator[list[Any]]:
    """Yield what is drawn on each page, as a list to change."""
    for reference in pdf.page_references:
        yield _at(pdf, _at(pdf, reference)["Contents"]).stream


def _numbers(pdf: pydyf.PDF) -> dict[bytes, int]:
    return {reference: number for number, reference in enumerate(pdf.page_references)}


def _marked(content: list[Any]) -> Iterator[tuple[int, int]]:
    """Yield where each marked piece of content begins in a page, and its number."""
    for place, item in enumerate(content):
        if item == b"BDC":
            yield place - 2, content[place - 1]["MCID"]


def _marks(pdf: pydyf.PDF, pages: Sequence[list[Any]]) -> frozenset[Spot]:
    """Return the pieces of content that are set in the font of the marks only."""
    first = _at(pdf, pdf.page_references[0])
    fonts = _at(pdf, _at(pdf, first["Resources"])["Font"])
    mine = {
        name.encode()
        for name, font in fonts.items()
        if MARKS_FONT in _at(pdf, font)["BaseFont"]
    }
    return frozenset(
        (number, own)
        for number, content in enumerate(pages)
        for place, own in _marked(content)
        if _fonts_from(content, place) <= mine
    )


def _fonts_from(content: list[Any], place: int) -> set[bytes]:
    """Return the fonts of one piece of content; a drawing has its own empty name."""
    fonts: set[bytes] = set()
    for item in content[place + 3 : content.index(b"EMC", place)]:
        if isinstance(item, bytes) and item.endswith(b"Tf"):
            found = _FONT.fullmatch(item)
            fonts.add(found[1] if found else b"")
    return fonts or {b""}


def _name_headers(pdf: pydyf.PDF, tree: Any, named: Sequence[tuple[str, bytes]]) -> None:
    """Add the list by which data cells find their header cells (ISO 32000-1, 14.7.2)."""
    leaves = pydyf.Array()
    for name, reference in sorted(named):
        leaves.extend((pydyf.String(name), reference))
    names = pydyf.Dictionary({"Names": leaves})
    pdf.add_object(names)
    tree["IDTree"] = names.reference


def _make_artifacts(content: list[Any], number: int, kept: set[Spot]) -> None:
    """Mark everything on a page that is not in the structure as an artifact."""
    for place, own in _marked(content):
        if (number, own) not in kept:
            content[place : place + 3] = [b"/Artifact", b"", b"BMC"]


def _forget(owners: Any, number: int, kept: set[Spot]) -> None:
    """Take what became an artifact out of the list from content to structure."""
    for own in range(len(owners)):
        if (number, own) not in kept:
            owners[own] = b"null"
