"""A document rendered, and the fingerprint under which a rendering can be kept."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from quickscan.report import html
from quickscan.report.coverage import printable
from quickscan.report.document import Printable
from quickscan.report.pdf.engine import to_pdf
from quickscan.report.pdf.finishing import finish
from quickscan.report.pdf.tagging import mend

_LIBRARIES = ("weasyprint", "pydyf", "fonttools", "pikepdf", "jinja2", "markdown-it-py")
_ROOMS = ("report", "presentation")
_PACKAGE = Path(__file__).parents[2]


def render(document: Printable) -> bytes:
    """Return a document as PDF, built to PDF/UA-1.

    Raises:
        MissingLibraryError: Pango or one of its kin is not installed.
        RefusedFetchError: something in it wanted to fetch; nothing is ever fetched.
    """
    spoken = [printable(words) for words in document.spoken]
    links = {name: printable(title) for name, title in document.links.items()}
    css = html.stylesheet(document.palette, document.language, document.styles)
    raw = to_pdf(html.page(document), css, lambda pdf: mend(pdf, spoken))
    return finish(raw, links)


def fingerprint(document: Printable) -> str:
    """Return a hash of everything that decides on the bytes: document, templates, software."""
    return hashlib.sha256(f"{_software()}\n{document!r}".encode()).hexdigest()


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
