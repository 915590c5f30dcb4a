"""What a demonstration prints says on every page that it is invented."""

from dataclasses import replace
from typing import TypeVar

from quickscan.presentation.language import translator
from quickscan.report.document.poster import Cards, Poster
from quickscan.report.document.values import Printable

P = TypeVar("P", bound=Printable)


def as_invented(document: P) -> P:
    """Return a document that says it is invented: below every page, or on top of a poster."""
    words = translator(document.language)("verzonnen gegevens")
    place = "brand" if isinstance(document, Poster | Cards) else "running"
    told = f"{getattr(document, place)} · {words}"
    return replace(document, **{place: told})  # type: ignore[type-var]
