"""What WeasyPrint leaves undone for PDF/UA-1, done with pikepdf.

Source: ISO 14289-1:2014, ISO 32000-1:2008. The same PDF in gives the same bytes out: no
date, no random identifier, and `open_metadata` is not used because it writes the time.
"""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

PRINTED = 4
"""The flag of an annotation that may be printed."""

MARKS_FONT = "Quickscan-Marks"

_BEGIN = re.compile(rb"/\w+\s+<</MCID (\d+)>>\s+BDC")
_FONT = re.compile(rb"/(\w+) [0-9.]+ Tf")
_ARTIFACT = b"/Artifact BMC"

_CELLS = (Name.TD, Name.TH)
_EMPTY_MEANS_NOTHING = (Name.Span, Name.NonStruct, Name.Figure)

Spot = tuple[int, int]
"""A piece of content: the object number of its page, and its number on that page."""


class UnmatchedMarksError(ValueError):
    """There are not as many marks in table cells as there are words for them."""

    def __init__(self, marks: int, words: int) -> None:
        super().__init__(f"{marks} marks stand in table cells, and there are words for {words}")
        self.marks = marks
        self.words = words


def finish(raw: bytes, *, spoken: Sequence[str] = (), links: Mapping[str, str]) -> bytes:
    """Return a PDF with everything PDF/UA-1 asks for that WeasyPrint leaves out.

    Text in page margins and drawings without words become artifacts. So do marks, because
    their words stand beside them; except in table cells: there they stand alone, and are
    read out as `spoken`, in reading order. Header cells say what they are the header of.
    Links may be printed, and one to a place in the report says the title it leads to:
    `links`, by the name of the place.

    Raises:
        UnmatchedMarksError: `spoken` does not have a text for each mark in a cell.
    """
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        pages = {page.obj.objgen[0]: page.Contents.read_bytes() for page in pdf.pages}
        tree = pdf.Root.StructTreeRoot
        walk = _Walk(marks=_marks(pdf, pages), spoken=spoken)
        for element in tree.K:
            walk.prune(element)
        if walk.told != len(spoken):
            raise UnmatchedMarksError(walk.told, len(spoken))
        tree.IDTree = _names(pdf, walk.named)
        for number, page in enumerate(pdf.pages):
            content = _with_artifacts(page.obj.objgen[0], pages, walk.kept)
            page.Contents.write(content)
            _forget(tree, number, page.obj.objgen[0], walk.kept)
            _mend_links(page.obj, links)
        return _written(pdf)


@dataclass(slots=True)
class _Walk:
    """A walk through the structure tree that takes out what is only decoration."""

    marks: frozenset[Spot]
    spoken: Sequence[str]
    told: int = 0
    kept: set[Spot] = field(default_factory=set)
    named: list[tuple[bytes, Object]] = field(default_factory=list)

    def prune(self, element: Object, *, cell: bool = False, head: bool = False) -> bool:
        """Return whether an element means anything; what does not is left out of it."""
        kind = element.S
        if kind == Name.Figure and Name.Alt not in element:
            return False
        cell, head = cell or kind in _CELLS, head or kind == Name.THead
        if kind == Name.TH:
            self._name(element, Name.Column if head else Name.Row)
        kids = list(element.K)
        kept = [kid for kid in kids if self._means_something(element, kid, cell, head)]
        if len(kept) < len(kids):
            element.K = Array(kept)
        return bool(kept) or not kids or kind not in _EMPTY_MEANS_NOTHING

    def _means_something(self, element: Object, kid: Object | int, cell: bool, head: bool) -> bool:  # noqa: FBT001
        if isinstance(kid, int):
            return self._is_content(element, kid, cell=cell)
        if Name.S not in kid:
            return True
        return self.prune(kid, cell=cell, head=head)

    def _is_content(self, element: Object, number: int, *, cell: bool) -> bool:
        spot = (element.Pg.objgen[0], number)
        if spot in self.marks:
            if not cell:
                return False
            if self.told < len(self.spoken):
                element.ActualText = String(self.spoken[self.told])
            self.told += 1
        self.kept.add(spot)
        return True

    def _name(self, header: Object, scope: Name) -> None:
        header.A.Scope = scope
        if Name.ID in header:
            self.named.append((bytes(header.ID), header))


def _marks(pdf: Pdf, pages: Mapping[int, bytes]) -> frozenset[Spot]:
    """Return the pieces of content that are set in the font of the marks."""
    fonts = pdf.pages[0].obj.Resources.get(Name.Font, Dictionary())
    mine = {
        name.removeprefix("/").encode()
        for name, font in fonts.items()
        if MARKS_FONT in str(font.BaseFont)
    }
    found: set[Spot] = set()
    for page, content in pages.items() if mine else ():
        for begin in _BEGIN.finditer(content):
            font = _FONT.search(content, begin.end(), content.index(b"EMC", begin.end()))
            if font and font[1] in mine:
                found.add((page, int(begin[1])))
    return frozenset(found)


def _names(pdf: Pdf, named: list[tuple[bytes, Object]]) -> Object:
    """Return the tree by which header cells are found."""
    leaves = [leaf for name, own in sorted(named, key=lambda own: own[0]) for leaf in (String(name.decode("latin-1")), own)]
    return pdf.make_indirect(Dictionary(Names=Array(leaves)))


def _with_artifacts(page: int, pages: Mapping[int, bytes], kept: set[Spot]) -> bytes:
    """Return the content of a page, with everything outside the structure as artifact."""

    def mark(begin: re.Match[bytes]) -> bytes:
        return begin[0] if (page, int(begin[1])) in kept else _ARTIFACT

    return _BEGIN.sub(mark, pages[page])


def _forget(tree: Object, number: int, page: int, kept: set[Spot]) -> None:
    """Take what became an artifact out of the list from content to structure."""
    numbers = tree.ParentTree.Nums
    owners = numbers[2 * number + 1]
    for own in range(len(owners)):
        if (page, own) not in kept:
            owners[own] = None


def _mend_links(page: Object, links: Mapping[str, str]) -> None:
    for annotation in page.get(Name.Annots, ()):
        annotation.F = PRINTED
        title = links.get(str(annotation.get(Name.Dest, "")))
        if title:
            annotation.Contents = String(title)


def _written(pdf: Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
    )
    return out.getvalue()
