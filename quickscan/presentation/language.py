"""The interface's own texts, in Dutch (as they stand in the code) and in English."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

DUTCH = "nl"
LANGUAGES = (DUTCH, "en")
"""The languages of the interface, the default first. A questionnaire may have others."""

_CATALOGUES = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Translator:
    """Turns a Dutch text of the interface into one language.

    Texts are named by their Dutch words; `{name}` in them is filled from the values given.
    """

    language: str
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
    """Return the translator of an interface language; Dutch for a language we do not speak."""
    if language not in LANGUAGES:
        return translator(DUTCH)
    path = _CATALOGUES / f"{language}.po"
    if language == DUTCH or not path.exists():
        return Translator(language, {})
    with path.open("rb") as file:
        catalogue = read_po(file)
    return Translator(
        language,
        {str(m.id): str(m.string) for m in catalogue if m.id and m.string},
    )
