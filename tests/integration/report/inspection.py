"""What a test wants to know of a PDF."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pymupdf
from pikepdf import Name, Object


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the structure tree, with the elements inside it."""

    kind: str
    source: Object
    inner: tuple["Element", ...]

    def walk(self) -> Iterator["Element"]:
        """This element and everything in it, in reading order."""
        yield self
        for own in self.inner:
            yield from own.walk()


class Inspection:
    """A PDF, opened to look at."""

    def __init__(self, pdf: bytes) -> None:
        self.bytes = pdf
        self.pike = pikepdf.open(io.BytesIO(pdf))
        self.mu = pymupdf.open(stream=pdf, filetype="pdf")
        self.root = self.pike.Root

    @property
    def pages(self) -> list[str]:
        """The text of each page, its lines joined by spaces."""
        return [" ".join(page.get_text().split()) for page in self.mu.pages()]

    @property
    def text(self) -> str:
        """All text."""
        return " ".join(self.pages)

    @property
    def bookmarks(self) -> list[str]:
        """The titles of the outline, of every level."""
        return [title for _, title, _ in self.mu.get_toc()]

    @property
    def tree(self) -> Element:
        """The structure, from its root."""
        return _element(self.root.StructTreeRoot.K[0])

    def elements(self, *kinds: str) -> list[Element]:
        """The elements of these kinds, in reading order."""
        return [own for own in self.tree.walk() if own.kind in kinds]

    @property
    def links(self) -> list[Object]:
        """The link annotations of all pages."""
        return [note for page in self.pike.pages for note in page.obj.get(Name.Annots, ())]

    @property
    def places(self) -> dict[str, int]:
        """What the contents name, and the page that each link really leads to, from 1."""
        names = self.root.Names.Dests.Names
        at = {str(names[i]): names[i + 1][0].objgen for i in range(0, len(names), 2)}
        pages = {page.obj.objgen: i for i, page in enumerate(self.pike.pages, start=1)}
        inside = [link for link in self.links if Name.Dest in link]
        return {str(link.Contents): pages[at[str(link.Dest)]] for link in inside}

    @property
    def fonts(self) -> list[Object]:
        """The fonts that the pages use."""
        return list(self.pike.pages[0].obj.Resources.Font.as_dict().values())


def _element(source: Object) -> Element:
    kids = source.get(Name.K, pikepdf.Array())
    inner = [own for own in kids if isinstance(own, Object) and Name.S in own]
    return Element(str(source.S)[1:], source, tuple(_element(own) for own in inner))
