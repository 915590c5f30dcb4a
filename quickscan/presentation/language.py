"""The interface's own texts, in Dutch (as they stand in the code) and in English."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.pofile import read_po

DUTCH = "nl"
LANGUAGES = (DUTCH, "en")
"""The languages of the interface, the default first. A questionnaire may have others."""

_CATALOGUES = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Translator:
    """Turns a Dutch text of the interface into one language.

    Texts are named by their Dutch words; `{name}` in them is filled from the values given.
    `language` is what the texts of a questionnaire are wanted in; `speaks` the language that
    the interface speaks beside it: Dutch where it does not know that language.
    """

    language: str
    speaks: str
    texts: Mapping[str, str]

    def __call__(self, dutch: str, /, **values: object) -> str:
        """Return the text in this language, or the Dutch where a translation is missing."""
        text = self.texts.get(dutch, dutch)
        return text.format(**values) if values else text

    def many(self, one: str, more: str, number: int, /, **values: object) -> str:
        """Return the text for this number of things; `{number}` is filled too."""
        return self(one if number == 1 else more, number=number, **values)


@cache
def translator(language: str) -> Translator:
    """Return the translator for a language; it speaks Dutch where we do not know it."""
    path = _CATALOGUES / f"{language}.po"
    if language not in LANGUAGES or language == DUTCH:
        return Translator(language, DUTCH, {})
    with path.open("rb") as file:
        catalogue = read_po(file)
    texts = {str(m.id): str(m.string) for m in catalogue if m.id and m.string}
    return Translator(language, language, texts)


@cache
def is_right_to_left(language: str) -> bool:
    """Say whether a language is written from right to left."""
    locale = _locale(language)
    return locale is not None and locale.text_direction == "rtl"


@cache
def own_name(language: str) -> str:
    """Return what speakers of a language call it; its code where that is not known."""
    locale = _locale(language)
    name = locale.get_display_name() if locale else None
    return name[:1].upper() + name[1:] if name else language


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
