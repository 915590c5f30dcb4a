"""What lacks in the translations of a questionnaire, and what may have become stale."""

from collections.abc import Mapping
from dataclasses import dataclass

from quickscan.definitions.data import as_data
from quickscan.definitions.workbook.filling import Filling
from quickscan.domain.questionnaire import Questionnaire

_NAMES = "sources/"
"""Names of works and publishers are the same in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """How far one language is.

    `missing` and `stale` name the places; a stale translation is the same as in the version
    before, while the text that it translates is not.
    """

    language: str
    there: int
    total: int
    missing: tuple[str, ...]
    stale: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _PlacedText:
    """A text of a questionnaire: where it stands, and its words by language."""

    place: str
    versions: Mapping[str, str]


def translations(
    questionnaire: Questionnaire, before: Questionnaire | None = None
) -> tuple[Translation, ...]:
    """Return how far each language is, but for the default; `before` is the version before."""
    texts = [own for own in _texts_of(questionnaire) if not own.place.startswith(_NAMES)]
    old = {own.place: own.versions for own in _texts_of(before)} if before else {}
    default = questionnaire.languages[0]
    found = []
    for language in questionnaire.languages[1:]:
        there = [own for own in texts if language in own.versions]
        stale = [
            own.place
            for own in there
            if own.place in old
            and old[own.place].get(default) != own.versions[default]
            and old[own.place].get(language) == own.versions[language]
        ]
        found.append(
            Translation(
                language=language,
                there=len(there),
                total=len(texts),
                missing=tuple(own.place for own in texts if language not in own.versions),
                stale=tuple(stale),
            )
        )
    return tuple(found)


def _texts_of(questionnaire: Questionnaire) -> tuple[_PlacedText, ...]:
    """Return every text of a questionnaire, as the sheet `translations` has them."""
    made = Filling(as_data(questionnaire), questionnaire.languages[0])
    made.sheets(())
    return tuple(
        _PlacedText(
            place,
            {own: each for own, each in zip(made.languages, words, strict=True) if each},
        )
        for place, *words in made.translations
    )
