"""What is written for visitors, in every language that it is written in."""

from dataclasses import dataclass
from typing import NewType

Language = NewType("Language", str)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one or more languages, the default language first."""

    versions: tuple[tuple[Language, str], ...]

    def to(self, language: str) -> str:
        """Return the text in this language, or in the default language where it is missing."""
        for own, words in self.versions:
            if own == language:
                return words
        return self.versions[0][1]

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages this text is written in."""
        return tuple(language for language, _ in self.versions)


def changed_languages(old: Text, new: Text) -> tuple[Language, ...]:
    """Return the languages that both texts have, in which they read differently."""
    both = [language for language in old.languages if language in new.languages]
    return tuple(language for language in both if old.to(language) != new.to(language))
