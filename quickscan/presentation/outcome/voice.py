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
class Voice:
    """Says the texts of a questionnaire and of the interface for one assessment."""

    assessment: Assessment
    language: str

    @cached_property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire that was assessed."""
        return self.assessment.questionnaire

    @cached_property
    def translate(self) -> Translator:
        """The translator of the interface's own texts."""
        return translator(self.language)

    @cached_property
    def _answers(self) -> Answers:
        return self.assessment.answers

    def say(self, text: Text | None) -> str:
        """Return a text with the answers filled in; "" for no text."""
        if text is None:
            return ""
        return worded(text, self.language, self.questionnaire, self._answers)

    def say_markdown(self, text: Text) -> str:
        """Return a Markdown text with the answers filled in."""
        return worded_markdown(text, self.language, self.questionnaire, self._answers)

    def title(self, named: Theme | Dimension) -> str:
        """Return the title of a theme or a dimension."""
        return self.say(named.title)
