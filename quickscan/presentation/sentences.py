"""The small parts of sentences: lists, numbers in words, capitals and quotation marks."""

from collections.abc import Sequence
from functools import cache

from quickscan.domain.questionnaire import Minutes
from quickscan.presentation.language import END, OURS, THEIRS, Translator, translator


def enumeration(parts: Sequence[str], _: Translator) -> str:
    """Return "a", "a en b" or "a, b en c"; "" for nothing."""
    if len(parts) < 2:  # noqa: PLR2004  one thing is no list
        return "".join(parts)
    return _("{first} en {last}", first=", ".join(parts[:-1]), last=parts[-1])


def alternatives(parts: Sequence[str], _: Translator) -> str:
    """Return "a", "a of b" or "a, b of c"; "" for nothing."""
    if len(parts) < 2:  # noqa: PLR2004  one thing is no choice
        return "".join(parts)
    return _("{first} of {last}", first=", ".join(parts[:-1]), last=parts[-1])


def in_words(number: int, _: Translator) -> str:
    """Return a number below 11 in words, and others in figures."""
    words = _number_words(_.language)
    return words[number] if 0 <= number < len(words) else str(number)


@cache
def _number_words(language: str) -> tuple[str, ...]:
    _ = translator(language)
    return (
        _("nul"),
        _("één"),
        _("twee"),
        _("drie"),
        _("vier"),
        _("vijf"),
        _("zes"),
        _("zeven"),
        _("acht"),
        _("negen"),
        _("tien"),
    )


def capital(text: str) -> str:
    """Return a text with a capital first letter: also Eén and IJs."""
    if text.startswith(_MARKS):
        return text[0] + capital(text[1:])
    if text.startswith("één"):
        return "Eén" + text[3:]
    if text.startswith("ij"):
        return "IJ" + text[2:]
    return text[:1].upper() + text[1:]


def lowered(title: str) -> str:
    """Return a title as it stands inside a sentence; an abbreviation keeps its capitals."""
    if title.startswith(_MARKS):
        return title[0] + lowered(title[1:])
    if title.startswith("IJ") and title[2:3].islower():
        return "ij" + title[2:]
    if title[1:2].isupper() or title[1:2].isdigit() or title.startswith(_ENGLISH_I):
        return title
    return title[:1].lower() + title[1:]


_MARKS = (OURS, THEIRS)
_ENGLISH_I = ("I ", "I'", "I’")


_ENDS = (".", "!", "?", "…", ":")


def stopped(text: str) -> str:
    """Return a text that ends as a sentence does."""
    if text.endswith(END):  # the stop belongs to the words before the mark
        return stopped(text[:-1]) + END
    return text if not text or text.endswith(_ENDS) else text + "."


def quoted(text: str) -> str:
    """Return a statement between quotation marks, without the stop at its end."""
    return f"‘{text.removesuffix('.')}’"


def minutes_in_words(minutes: Minutes, _: Translator) -> str:
    """Return how long filling in takes."""
    if minutes.low == minutes.high:
        return _("ongeveer {number} minuten", number=minutes.low)
    return _("{low} tot {high} minuten", low=minutes.low, high=minutes.high)
