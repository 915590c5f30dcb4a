"""The key that chooses an answer: printed beside its box on paper, and typed on the page."""

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
"""The key of each answer of a question, in order: figures while they last, then letters."""


def key_of(place: int) -> str:
    """Return the key of the answer at a place, from 0; "" for one beyond all keys."""
    return KEYS[place : place + 1]
