"""Texts of a questionnaire with the visitor's own answers filled in.

`{question-id}` in a text stands for the answer to that question. Source:
docs/questionnaire-format.md, "Placeholders".
"""

import re
from collections.abc import Callable
from functools import lru_cache

from quickscan.domain.answers import Answers, given_options
from quickscan.domain.ids import QuestionId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import NumberQuestion, Question, TextQuestion
from quickscan.domain.texts import Text
from quickscan.presentation.language import translator
from quickscan.presentation.sentences import capital, enumeration

PLACEHOLDER = re.compile(r"\{([a-z0-9-]+)\}")
"""A question id between braces."""

NOTHING = "…"
"""Stands where there is neither an answer nor a fallback."""

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#&!+.()-])")


def worded(text: Text, language: str, questionnaire: Questionnaire, answers: Answers) -> str:
    """Return a text in a language, with the answers filled in.

    An answer is the label of the option, the text as it was typed (on one line) or the
    number; without one the question's fallback stands there. A text that begins with an
    answer gets a capital. `answers` are those to questions that are asked.
    """
    return _filled(text.to(language), language, questionnaire, answers, str)


def worded_markdown(
    text: Text, language: str, questionnaire: Questionnaire, answers: Answers
) -> str:
    """Return a Markdown text with the answers filled in; what was typed stays as typed."""
    return _filled(text.to(language), language, questionnaire, answers, as_markdown)


def as_markdown(answer: str) -> str:
    """Return what was typed as Markdown that shows it as typed."""
    return _MARKDOWN.sub(r"\\\1", answer)


def _filled(
    words: str,
    language: str,
    questionnaire: Questionnaire,
    answers: Answers,
    escape: Callable[[str], str],
) -> str:
    if "{" not in words:
        return words
    parts = list(_parts(words))
    for place in range(1, len(parts), 2):
        question = questionnaire.questions.get(QuestionId(parts[place]))
        filled = escape(_stand_in(question, language, answers) if question else NOTHING)
        at_start = place == 1 and not parts[0]
        parts[place] = capital(filled) if at_start else filled
    return "".join(parts)


@lru_cache(maxsize=8192)
def _parts(words: str) -> tuple[str, ...]:
    """Return a text cut at its placeholders: plain words, an id, plain words, ..."""
    return tuple(PLACEHOLDER.split(words))


def _stand_in(question: Question, language: str, answers: Answers) -> str:
    answer = answer_in_words(question, language, answers)
    if answer:
        return answer
    return question.fallback.to(language) if question.fallback else NOTHING


def answer_in_words(question: Question, language: str, answers: Answers) -> str:
    """Return an answer on one line, without its unit; "" when there is none."""
    if isinstance(question, TextQuestion | NumberQuestion):
        return " ".join(str(answers.get(question.id, "")).split())
    labels = [option.label.to(language) for option in given_options(question, answers)]
    return enumeration(labels, translator(language)) if labels else ""
