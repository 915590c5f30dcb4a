"""In which language, and with whose answers, an assessment is put into words."""

from dataclasses import dataclass
from functools import cached_property

from quickscan.domain.answers import Answers
from quickscan.domain.assessment import Assessment
from quickscan.domain.questionnaire import Dimension, Questionnaire, Theme
from quickscan.domain.texts import Text
from quickscan.presentation.language import Translator, translator
from quickscan.presentation.wording import worded, worded_markdown


@dataclass(frozen=True)
class Speaker:
    """Says the texts of a questionnaire and of the interface.

    `answers` are filled in where a text names a question.
    """

    questionnaire: Questionnaire
    language: str
    answers: Answers

    @cached_property
    def translate(self) -> Translator:
        """The translator of the interface's own texts."""
        return translator(self.language)

    def say(self, text: Text | None) -> str:
        """Return a text with the answers filled in; "" for no text."""
        if text is None:
            return ""
        return worded(text, self.language, self.questionnaire, self.answers)

    def say_markdown(self, text: Text) -> str:
        """Return a Markdown text with the answers filled in."""
        return worded_markdown(text, self.language, self.questionnaire, self.answers)

    def title(self, named: Theme | Dimension) -> str:
        """Return the title of a theme or a dimension."""
        return self.say(named.title)


@dataclass(frozen=True)
class Voice(Speaker):
    """Says the texts for one assessment, with the answers of that scan."""

    assessment: Assessment


def voice_of(assessment: Assessment, language: str) -> Voice:
    """Return who speaks for an assessment."""
    return Voice(assessment.questionnaire, language, assessment.answers, assessment)
