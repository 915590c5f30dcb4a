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

OURS, THEIRS, END = "\u2066", "\u2068", "\u2069"
"""What stands around words of the interface among texts in a language that it does not
speak, around what is filled in between those words, and behind each of the two. They are the
isolates of Unicode (UAX 9, 2.4); `apart.py` makes elements of them."""

_CATALOGUES = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Translator:
    """Turns a Dutch text of the interface into one language.

    Texts are named by their Dutch words; `{name}` in them is filled from the values given.
    `language` is what the texts of a questionnaire are wanted in; `speaks` the language that
    the interface speaks beside it: Dutch where it does not know that language. Where the two
    differ, every text carries the marks that say so.
    """

    language: str
    speaks: str
    texts: Mapping[str, str]

    def __call__(self, dutch: str, /, **values: object) -> str:
        """Return the text in this language, or the Dutch where a translation is missing."""
        text = self.texts.get(dutch, dutch)
        if self.speaks == self.language:
            return text.format(**values) if values else text
        filled_in = {name: _theirs(value) for name, value in values.items()}
        return ours(text.format(**filled_in) if values else text)

    def many(self, one: str, more: str, number: int, /, **values: object) -> str:
        """Return the text for this number of things; `{number}` is filled too."""
        return self(one if number == 1 else more, number=number, **values)


def ours(text: str) -> str:
    """Return words of the interface, marked as such."""
    return f"{OURS}{text}{END}"


def _theirs(value: object) -> object:
    """Return what is filled in, marked: most of it comes from a questionnaire or a visitor."""
    return f"{THEIRS}{value}{END}" if isinstance(value, str) else value


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


def direction(language: str) -> str:
    """Return "rtl" or "ltr", as HTML calls them."""
    return "rtl" if is_right_to_left(language) else "ltr"


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
