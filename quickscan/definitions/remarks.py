"""What `quickscan check` warns about: it can be used, but an author should look at it."""

import re
from typing import Any, Final

from quickscan.definitions.messages import EVERYONE
from quickscan.definitions.nodes import Node
from quickscan.definitions.reading import Reading, WrittenText
from quickscan.domain.ids import RoleId, ThemeId
from quickscan.domain.questionnaire import Questionnaire, Status
from quickscan.domain.questions import NumberQuestion, TextQuestion

MOST_WORDS: Final = 25
FEWEST_STATEMENTS: Final = 3

AND_OR: Final = re.compile(r"\b(?:en\s?/\s?of|and\s?/\s?or)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?;]+")
_NEGATIONS: Final = {
    "nl": re.compile(
        r"\b(?:niet|geen|nooit|niemand|niets|nergens|zonder|noch|"
        r"on(?:mogelijk|duidelijk|bekend|nodig|belangrijk|gewoon|gebruikelijk|voldoende|"
        r"verstandig|wenselijk|tevreden|zeker|juist|geschikt|bereikbaar|haalbaar)e?)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:not|no|never|nobody|nothing|nowhere|none|without|neither|cannot|\w+n['’]t|"
        r"un(?:able|aware|clear|common|known|likely|necessary|sure|usual|important)|"
        r"impossible|insufficient)\b",
        re.IGNORECASE,
    ),
}


def remark(questionnaire: Questionnaire, reading: Reading) -> None:
    """Note every warning about a questionnaire that was read without a problem."""
    _translations(questionnaire, reading)
    for written in reading.texts:
        _wording(written, reading)
    _statements(questionnaire, reading)
    _advice(questionnaire, reading)
    _position(questionnaire, reading)
    if questionnaire.status is Status.ONDERZOCHT and questionnaire.evidence is None:
        place = reading.place_of(questionnaire, "status")
        reading.problems.warn(place, "no_evidence")


def _translations(questionnaire: Questionnaire, reading: Reading) -> None:
    """Warn once per language: a draft that is half translated lacks a hundred texts."""
    translated = [written for written in reading.texts if written.of != "name"]
    for language in questionnaire.languages:
        lacking = (own.node for own in translated if language not in own.text.languages)
        missing = {_spot(node): node for node in lacking}
        if missing:
            reading.problems.warn(
                missing[min(missing)],
                "translation_missing",
                language=language,
                number=len(missing),
                id=questionnaire.id,
            )


def _spot(node: Node) -> tuple[int, int]:
    """Return where a node begins, to tell what comes first."""
    start: Any = node.start_mark
    return start.line, start.column


def _wording(written: WrittenText, reading: Reading) -> None:
    for language, words in written.text.versions:
        found = AND_OR.search(words)
        if found:
            reading.problems.warn(written.node, "and_or", found=found.group())
        if written.of != "question":
            continue
        number = len(words.split())
        if number > MOST_WORDS:
            reading.problems.warn(written.node, "long_text", number=number)
        negation = _NEGATIONS.get(language)
        for sentence in _SENTENCE.findall(words) if negation else ():
            negations = negation.findall(sentence) if negation else []
            if len(negations) > 1:
                reading.problems.warn(written.node, "double_negation", found=negations)


def _statements(questionnaire: Questionnaire, reading: Reading) -> None:
    roles: list[RoleId | None] = [role.id for role in questionnaire.roles] or [None]
    scored = [
        question
        for question in questionnaire.questions.values()
        if not isinstance(question, TextQuestion | NumberQuestion)
    ]
    for dimension in questionnaire.dimensions:
        for theme in dimension.themes:
            own = [question for question in scored if question.theme(dimension.id) == theme.id]
            for role in roles:
                number = sum(not q.roles or role in q.roles for q in own)
                if 0 < number < FEWEST_STATEMENTS:
                    key = reading.names[f"theme {dimension.id}"][theme.id]
                    reading.problems.warn(
                        key,
                        "few_statements",
                        name=theme.id,
                        number=number,
                        role=role or EVERYONE,
                    )


def _advice(questionnaire: Questionnaire, reading: Reading) -> None:
    named: set[tuple[str, ThemeId]] = {
        place for advice in questionnaire.advice for place in advice.themes
    }
    lowest = questionnaire.bands[0]
    for dimension in questionnaire.dimensions:
        for theme in dimension.themes:
            if (dimension.id, theme.id) not in named:
                key = reading.names[f"theme {dimension.id}"][theme.id]
                reading.problems.warn(key, "no_advice", name=theme.id, band=lowest.id)


def _position(questionnaire: Questionnaire, reading: Reading) -> None:
    for dimension in questionnaire.dimensions:
        if dimension.position is None:
            continue
        question = questionnaire.questions[dimension.position.question]
        if isinstance(question, TextQuestion | NumberQuestion):
            continue
        themes = {str(theme.id) for theme in dimension.themes}
        if not any(option.id in themes for option in question.options):
            place = reading.place_of(dimension.position, "question")
            reading.problems.warn(place, "position_never", name=question.id)
