"""What is said about each problem, in Dutch and in English: what is wrong, how to mend it.

These are the reader's own texts, for authors of questionnaires. They stand here rather than
in the catalogue of the interface, so that a mistake and its remedy are written together.
"""

from typing import Final

from quickscan.definitions.messages.files import FILES, YAML
from quickscan.definitions.messages.rules import (
    ANSWERS,
    CONDITIONS,
    RULES,
    SUGGESTIONS,
    WARNINGS,
)
from quickscan.definitions.messages.values import NAMES, TEXTS, VALUES
from quickscan.definitions.messages.words import EVERYONE, NOTHING, THINGS, Message, Words

__all__ = ["EVERYONE", "MESSAGES", "NOTHING", "THINGS", "Message", "Words"]

MESSAGES: Final[dict[str, Message]] = (
    FILES
    | YAML
    | VALUES
    | TEXTS
    | NAMES
    | CONDITIONS
    | RULES
    | WARNINGS
    | SUGGESTIONS
    | ANSWERS
)
"""Every problem that a file can have, by its code."""
