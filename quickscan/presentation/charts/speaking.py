"""What a drawing of places reads out."""

from collections.abc import Sequence

from quickscan.presentation.outcome.values import Place


def reading(heading: str, places: Sequence[Place]) -> str:
    """Return the text alternative: the heading, and the sentence of every place."""
    opening = (f"{heading.rstrip('.')}.",) if heading else ()
    return " ".join((*opening, *(place.spoken for place in places)))
