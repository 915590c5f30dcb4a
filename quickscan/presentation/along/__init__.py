"""A round in words for who reads it along: the works council, the privacy officer.

Everything that people will be asked and told, who will see what, how long it is kept, who is
responsible, and a start for an assessment of the effects on privacy (a DPIA).
"""

from quickscan.presentation.along.making import along
from quickscan.presentation.along.values import (
    Along,
    Chapter,
    Host,
    QuestionWords,
    SectionWords,
    TeamTold,
    Told,
)

__all__ = [
    "Along",
    "Chapter",
    "Host",
    "QuestionWords",
    "SectionWords",
    "TeamTold",
    "Told",
    "along",
]
