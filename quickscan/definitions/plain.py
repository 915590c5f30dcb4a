"""Plain words: what an author may look at again so that everyone can read it (B1).

A small set of rules that can be explained, no verdict: a sentence of more than fifteen words,
two statements in one, a passive sentence, a word of five syllables or more, and a word for
which there is a plainer one. Our own choice, after what CommunicatieRijk says of B1: common
words, short active sentences. There is no well-kept Dutch word list on PyPI to do better with.
Only the default language is looked at. What `check` warns of stands in `remarks`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import pyphen

from quickscan.definitions.reading import Reading, WrittenText
from quickscan.definitions.remarks import AND_OR
from quickscan.domain.questionnaire import Questionnaire

MOST_WORDS_IN_A_SENTENCE: Final = 15
MOST_SYLLABLES: Final = 4

PLAINER: Final = {
    "nl": {
        "aangaande": "over",
        "adequaat": "goed",
        "alsmede": "en ook",
        "betreffende": "over",
        "conform": "volgens",
        "continueren": "doorgaan met",
        "derhalve": "daarom",
        "draagvlak": "steun",
        "evalueren": "terugkijken",
        "expertise": "kennis",
        "faciliteren": "mogelijk maken",
        "frequent": "vaak",
        "gedurende": "tijdens",
        "implementeren": "invoeren",
        "indien": "als",
        "initiëren": "beginnen",
        "inventariseren": "opschrijven",
        "inzake": "over",
        "middels": "met",
        "monitoren": "volgen",
        "omtrent": "over",
        "optimaliseren": "verbeteren",
        "participeren": "meedoen",
        "realiseren": "maken",
        "reeds": "al",
        "signaleren": "opmerken",
        "teneinde": "om",
        "tevens": "ook",
        "thans": "nu",
    },
    "en": {
        "approximately": "about",
        "commence": "begin",
        "facilitate": "help",
        "implement": "put into practice",
        "in order to": "to",
        "monitor": "follow",
        "optimise": "improve",
        "participate": "take part",
        "prior to": "before",
        "regarding": "about",
        "subsequently": "then",
        "terminate": "end",
        "utilise": "use",
    },
}
"""Words of offices, each with what people say."""

FAMILIAR: Final = frozenset(
    {
        "organisatie",
        "organisaties",
        "vrijwilliger",
        "vrijwilligers",
        "medewerker",
        "medewerkers",
        "beroepskracht",
        "beroepskrachten",
        "projectleider",
        "informatie",
        "organisation",
        "organisations",
        "intervention",
        "interventions",
        "municipality",
        "information",
    }
)
"""Long words that everyone in this field reads daily."""

_SENTENCE = re.compile(r"[^.!?:;\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_EXPLAINED = re.compile(r"\*\*([^*]+)\*\*")
_AND = {
    "nl": re.compile(r"\b(?:en|of)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:and|or)\b", re.IGNORECASE),
}
_PASSIVE = {
    "nl": re.compile(
        r"\b(?:wordt|worden|werd|werden)\b[^,.;:]*?\b(?:ge|be|ver|ont|her)\w+(?:d|t|en)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\b(?:is|are|was|were|been|being)\b(?: \w+)? \w{3,}ed\b", re.IGNORECASE),
}


def suggest(questionnaire: Questionnaire, reading: Reading) -> None:
    """Note every text that could be plainer, of a questionnaire without a fault."""
    explained = _explained(questionnaire)
    for written in reading.texts:
        if written.of != "name":
            _look_at(written, explained, reading)


def _explained(questionnaire: Questionnaire) -> frozenset[str]:
    """Return the words that stand in bold in the introduction: there they are explained."""
    versions = questionnaire.introduction.versions if questionnaire.introduction else ()
    bold = (found for _, words in versions for found in _EXPLAINED.findall(words))
    return frozenset(word.lower() for each in bold for word in _WORD.findall(each))


def _look_at(written: WrittenText, explained: frozenset[str], reading: Reading) -> None:
    note = reading.problems.suggest
    language, words = written.text.versions[0]
    plain = _PLACEHOLDER.sub("x", words)
    for sentence in _SENTENCE.findall(plain):
        number = len(_WORD.findall(sentence))
        if number > MOST_WORDS_IN_A_SENTENCE:
            start = " ".join(sentence.split()[:4])
            note(written.node, "long_sentence", start=start, number=number)
    single = AND_OR.sub("x", plain)  # `check` warns of this one already
    both = _first(_AND.get(language), single) if written.of == "question" else ""
    if both:
        note(written.node, "two_in_one", found=both)
    passive = _first(_PASSIVE.get(language), plain)
    if passive:
        note(written.node, "passive", found=passive)
    for word, instead in _plainer(plain, language):
        note(written.node, "plainer_word", word=word, instead=instead)
    for word in _hard(plain, language, explained):
        note(written.node, "hard_word", word=word)


def _first(pattern: re.Pattern[str] | None, words: str) -> str:
    found = pattern.search(words) if pattern else None
    return found.group() if found else ""


def _plainer(words: str, language: str) -> Iterator[tuple[str, str]]:
    for word, instead in PLAINER.get(language, {}).items():
        if re.search(rf"\b{word}\b", words, re.IGNORECASE):
            yield word, instead


def _hard(words: str, language: str, explained: frozenset[str]) -> Iterator[str]:
    for word in dict.fromkeys(_WORD.findall(words)):
        own = word.lower()
        known = own in FAMILIAR or any(own.startswith(each) for each in explained)
        if not known and syllables(word, language) > MOST_SYLLABLES:
            yield word


def syllables(word: str, language: str) -> int:
    """Return about how many syllables a word has: where it could be broken, and one more.

    A compound with a hyphen counts per part, the longest: the hyphen makes it easier to read.
    """
    hyphenator = _hyphenator(language.split("-", maxsplit=1)[0])
    if hyphenator is None:
        return 1
    return max(len(hyphenator.positions(part)) + 1 for part in word.split("-"))


@cache
def _hyphenator(language: str) -> pyphen.Pyphen | None:
    found = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=found, left=1, right=1) if found else None
