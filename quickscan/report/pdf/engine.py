"""HTML to PDF with WeasyPrint: our own fonts only, and nothing is ever fetched.

WeasyPrint is loaded when the first report is made, so that a process that makes none (a web
server) carries neither the library nor Pango.
"""

import contextlib
import gc
import io
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

FONTS = Path(__file__).parents[1] / "fonts"
VARIANT = "pdf/ua-1"

_LIBRARY = re.compile(r"lib\w+-[\w.+-]*\w")
_LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


class MissingLibraryError(RuntimeError):
    """A library of the operating system that the renderer needs is not there."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            f"A report cannot be made: {missing} is missing on this machine. "
            f"On Debian or Ubuntu: apt-get install {_LIBRARIES}"
        )
        self.missing = missing


class RefusedFetchError(RuntimeError):
    """The HTML of a report asked for something from outside; a report fetches nothing."""

    def __init__(self, what: str) -> None:
        super().__init__(f"A report fetches nothing, and this one wanted to: {what}")
        self.what = what


@dataclass(frozen=True, slots=True)
class _Engine:
    """WeasyPrint with our fonts; made once per process, because that is slow to make."""

    page: Any
    stylesheet: Any
    fonts: Any
    fetcher: Any
    refusal: type[BaseException]


def to_pdf(html: str, css: str, mend: Callable[[Any], None]) -> bytes:
    """Return a page of well-formed HTML as PDF, tagged for PDF/UA-1 but not yet finished.

    `mend` gets the PDF as pydyf has it, just before it is written.

    Raises:
        MissingLibraryError: Pango or one of its kin is not installed.
        RefusedFetchError: the HTML or the CSS refers to something outside itself.
    """
    engine = _engine()
    try:
        with _collector_off():
            page = engine.page(ET.fromstring(html), engine.fetcher)  # noqa: S314  ours
            written = page.write_pdf(
                stylesheets=[_stylesheet(css)],
                font_config=engine.fonts,
                pdf_variant=VARIANT,
                uncompressed_pdf=True,  # finishing compresses
                finisher=lambda _, pdf: mend(pdf),
            )
    except engine.refusal as refused:
        raise RefusedFetchError(str(refused.__cause__ or refused)) from None
    return bytes(written)


@cache
def _engine() -> _Engine:
    with own_fonts_only(), _complaints_kept():
        try:
            import weasyprint  # noqa: PLC0415  only who makes a report carries it
            from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
            from weasyprint.urls import FatalURLFetchingError, URLFetcher  # noqa: PLC0415

            from quickscan.report.pdf import adapting  # noqa: PLC0415
        except OSError as error:
            raise MissingLibraryError(_named_in(error)) from None
        adapting.draw_text_in_one_go()
        adapting.say_languages()
        return _Engine(
            page=adapting.Page,
            stylesheet=weasyprint.CSS,
            fonts=FontConfiguration(),
            fetcher=URLFetcher(allowed_protocols=(), fail_on_errors=True),
            refusal=FatalURLFetchingError,
        )


@lru_cache(maxsize=8)
def _stylesheet(css: str) -> Any:
    """Return a parsed stylesheet; as many are kept as a server has house styles."""
    engine = _engine()
    return engine.stylesheet(
        string=css, font_config=engine.fonts, url_fetcher=engine.fetcher, base_url=""
    )


@contextlib.contextmanager
def _collector_off() -> Iterator[None]:
    """Spare the search for cycles while a report is made: it finds nothing and costs 8 %."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextlib.contextmanager
def own_fonts_only() -> Iterator[None]:
    """Let fontconfig see our folder of fonts and nothing of the machine, while it starts."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


@contextlib.contextmanager
def _complaints_kept() -> Iterator[None]:
    """Keep what WeasyPrint prints when a library is missing: our own sentence says it."""
    with contextlib.redirect_stdout(io.StringIO()):
        yield


def _named_in(error: OSError) -> str:
    """Return the library that an error of the loader is about."""
    found = _LIBRARY.search(str(error))
    return found[0] if found else "Pango"
