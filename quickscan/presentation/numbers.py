"""How a number looks to a person. The only place where anything is rounded."""

from fractions import Fraction

from quickscan.presentation.language import DUTCH, Translator

_DECIMALS = 2


def whole(value: Fraction) -> int:
    """Return the nearest whole number; a half rounds up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def decimal(value: Fraction, digits: int, language: str) -> str:
    """Return a number with exactly this many decimals; a half rounds up."""
    shifted = whole(value * 10**digits)
    sign = "−" if shifted < 0 else ""
    figures = str(abs(shifted)).rjust(digits + 1, "0")
    if not digits:
        return sign + figures
    comma = "," if language == DUTCH else "."
    return f"{sign}{figures[:-digits]}{comma}{figures[-digits:]}"


def shortest(value: Fraction, language: str) -> str:
    """Return a number with as few decimals as tell it exactly, and at most two."""
    for digits in range(_DECIMALS):
        if 10**digits % value.denominator == 0:
            return decimal(value, digits, language)
    return decimal(value, _DECIMALS, language)


def is_told_exactly(value: Fraction) -> bool:
    """Say whether `shortest` leaves nothing out."""
    return bool(10**_DECIMALS % value.denominator == 0)


def out_of_100(value: Fraction, _: Translator) -> str:
    """Return a score of 0-100 in words: "62 van 100"."""
    return _("{score} van 100", score=whole(value))
