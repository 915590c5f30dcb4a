"""Words in two languages, and what the parts of a file are called."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Words:
    """One text in Dutch and in English."""

    nl: str
    en: str

    def to(self, language: str) -> str:
        """Return the English for `en` and the Dutch for any other language."""
        return self.en if language == "en" else self.nl


@dataclass(frozen=True, slots=True)
class Message:
    """What is wrong, and how to mend it."""

    what: Words
    mend: Words


THINGS: Final = {
    "questionnaire": Words("de vragenlijst", "the questionnaire"),
    "source": Words("een bron", "a source"),
    "role": Words("een rol", "a role"),
    "scale": Words("een antwoordschaal", "an answer scale"),
    "option": Words("een antwoord", "an option"),
    "dimension": Words("een dimensie", "a dimension"),
    "theme": Words("een thema", "a theme"),
    "position": Words("een positie", "a position"),
    "section": Words("een onderdeel", "a section"),
    "question": Words("een vraag", "a question"),
    "condition": Words("een voorwaarde", "a condition"),
    "scoring": Words("de score", "the scoring"),
    "band": Words("een niveau", "a band"),
    "advice": Words("een advies", "an advice"),
    "guide": Words("de gids", "the guide"),
    "meeting": Words("een bijeenkomst", "a meeting"),
    "agenda": Words("een onderdeel van de agenda", "an item of the agenda"),
    "worksheet": Words("een werkblad", "a worksheet"),
    "multiple": Words("multiple", "multiple"),
    "text": Words("text", "text"),
    "number": Words("number", "number"),
    "scenario": Words("een scenario", "a scenario"),
    "list": Words("een lijst", "a list"),
    "keys": Words("sleutels met waarden", "keys with values"),
    "expect": Words("de verwachting", "the expectation"),
}
"""What the parts of a file are called."""


EVERYONE: Final = Words("iedereen", "everyone")

NOTHING: Final = Words("niets", "nothing")
"""Said where there is no score, no band or no advice."""


def say(nl: str, nl_mend: str, en: str, en_mend: str) -> Message:
    """Return a message: what is wrong and how to mend it, in Dutch and then in English."""
    return Message(Words(nl, en), Words(nl_mend, en_mend))
