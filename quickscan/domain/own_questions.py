"""What an organisation asks itself in a round, behind the questions of the questionnaire.

They are one more section of the questionnaire of that round, on no theme: so they are asked,
saved and counted like all others, and no score or advice knows them.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from quickscan.domain.ids import QuestionId, SectionId
from quickscan.domain.questionnaire import Questionnaire, Section
from quickscan.domain.questions import TextQuestion

OWN_SECTION = SectionId("eigen_vragen")
"""The section that they stand in. No id in a questionnaire file has an underscore."""

MOST_QUESTIONS = 4
"""How many questions of its own an organisation asks in a round at most."""


class OwnKind(StrEnum):
    """What is answered: how far one agrees, one of some options, or in one's own words."""

    RATING = "rating"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion:
    """A question of an organisation, in the one language it was written in.

    `options` are those of a choice. `switched_on` is of a text: whoever asks it has read what
    those who answer are told, and wants it all the same.
    """

    kind: OwnKind
    words: str
    options: tuple[str, ...] = ()
    switched_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestions:
    """What is asked in one round; `by` is what the organisation is called."""

    by: str
    questions: tuple[OwnQuestion, ...]


def own_id(number: int) -> QuestionId:
    """Return the id of a question by its place, from 1."""
    return QuestionId(f"eigen_{number}")


def extended(questionnaire: Questionnaire, section: Section) -> Questionnaire:
    """Return a questionnaire with one more section at its end."""
    return replace(questionnaire, sections=(*questionnaire.sections, section))


def own_section(questionnaire: Questionnaire) -> Section | None:
    """Return the section with the questions of an organisation; None where there are none."""
    return questionnaire.section(OWN_SECTION)


def own_texts(questionnaire: Questionnaire) -> tuple[TextQuestion, ...]:
    """Return the questions of an organisation that are answered in one's own words."""
    own = own_section(questionnaire)
    questions = own.questions if own else ()
    return tuple(each for each in questions if isinstance(each, TextQuestion))
