"""A document rendered, and the fingerprint under which a rendering can be kept."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from quickscan.report import html
from quickscan.report.coverage import printable
from quickscan.report.document import Document
from quickscan.report.pdf.engine import to_pdf
from quickscan.report.pdf.finishing import finish
from quickscan.report.pdf.tagging import mend

_LIBRARIES = ("weasyprint", "pydyf", "fonttools", "pikepdf", "jinja2", "markdown-it-py")
_ROOMS = ("report", "presentation")
_PACKAGE = Path(__file__).parents[2]


def render(document: Document) -> bytes:
    """Return a document as PDF, built to PDF/UA-1.

    Raises:
        MissingLibraryError: Pango or one of its kin is not installed.
        RefusedFetchError: something in it wanted to fetch; nothing is ever fetched.
    """
    spoken = _spoken(document)
    css = html.stylesheet(document.palette, document.language)
    raw = to_pdf(html.page(document), css, lambda pdf: mend(pdf, spoken))
    return finish(raw, _links(document))


def fingerprint(document: Document) -> str:
    """Return a hash of everything that decides on the bytes: document, templates, software."""
    return hashlib.sha256(f"{_software()}\n{document!r}".encode()).hexdigest()


def _spoken(document: Document) -> list[str]:
    """Return the words of the cells with nothing but marks, in reading order."""
    grid = document.profile.grid
    rows = grid.rows if grid else ()
    cells = (cell.marks for row in rows if not row.whole for cell in row.cells if cell.marks)
    return [printable(", ".join(mark.words for mark in marks)) for marks in cells]


def _links(document: Document) -> dict[str, str]:
    return {entry.name: printable(entry.title) for entry in document.guide.entries}


@cache
def _software() -> str:
    """Return a hash of our own rooms and the versions of the libraries, once per process."""
    digest = hashlib.sha256()
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for path in _files():
        digest.update(str(path.relative_to(_PACKAGE)).encode() + b"\n")
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    for room in _ROOMS:
        found = (_PACKAGE / room).rglob("*")
        yield from sorted(own for own in found if own.is_file() and own.suffix != ".pyc")
