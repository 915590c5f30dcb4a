"""What a demonstration prints says on every page that it is invented."""

from dataclasses import replace

from quickscan.presentation.language import translator
from quickscan.report.document.values import Printable


def as_invented(document: Printable) -> Printable:
    """Return a document with words below every page that its figures are invented."""
    words = translator(document.language)("verzonnen gegevens")
    return replace(document, running=f"{document.running} · {words}")  # type: ignore[type-var]
