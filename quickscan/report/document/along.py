"""A round to be read along, as a document: the same words as on its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from quickscan.presentation.along import Along
from quickscan.presentation.charts import Skin, logo
from quickscan.presentation.colours import DEFAULT_PALETTE, Palette
from quickscan.presentation.language import translator
from quickscan.report.document.naming import clipped, in_margin
from quickscan.report.document.poster import NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class AlongDocument:
    """What is read along, on paper."""

    template: ClassVar[str] = "along.html"
    styles: ClassVar[tuple[str, ...]] = ("rapport.css", "papier.css", "along.css")
    spoken: ClassVar[tuple[str, ...]] = ()
    links: ClassVar[Mapping[str, str]] = {}

    language: str
    title: str
    description: str
    running: str
    of: str
    brand: str
    logo: str
    words: Along
    imprint: str
    palette: Palette


def along_document(
    words: Along, software: str, *, palette: Palette = DEFAULT_PALETTE
) -> AlongDocument:
    """Return what is read along as a document."""
    _ = translator(words.language)
    return AlongDocument(
        language=words.language,
        title=words.title,
        description=words.lead,
        running=in_margin(clipped(words.title, NAME), _),
        of=_("van"),
        brand=_("Quickscan"),
        logo=logo(skin=Skin.PRINT, palette=palette),
        words=words,
        imprint=f"{words.foot} {software}.",
        palette=palette,
    )
