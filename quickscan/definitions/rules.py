"""What is refused although every part of the file can be read: things that do not fit."""

from collections.abc import Iterator

from quickscan.definitions.possible import can_hold
from quickscan.definitions.reading import Reading
from quickscan.definitions.scalars import is_flag
from quickscan.domain.questionnaire import Dimension, Questionnaire
from quickscan.domain.questions import (
    ChoiceQuestion,
    OptionQuestion,
    Question,
    RatingQuestion,
    is_scored,
)


def apply_rules(questionnaire: Questionnaire, reading: Reading) -> None:
    """Note every rule that the questionnaire breaks.

    What could not be read is not judged, so that one mistake is reported once.
    """
    _themes_are_used(questionnaire, reading)
    _scored_questions_have_a_zero(questionnaire, reading)
    for dimension in questionnaire.dimensions:
        _position_fits(questionnaire, dimension, reading)
    for written in () if "role" in reading.unsure else reading.conditions:
        if not can_hold(written, questionnaire, reading.unsure):
            reading.problems.refuse(written.node, "never_holds")


def _questions(questionnaire: Questionnaire) -> Iterator[Question]:
    """Yield all questions, also a second one with the same id."""
    for section in questionnaire.sections:
        yield from section.questions


def _themes_are_used(questionnaire: Questionnaire, reading: Reading) -> None:
    if "coverage" in reading.unsure:
        return
    used = {
        place
        for question in _questions(questionnaire)
        if is_scored(question) or question.id in reading.unsure
        for place in question.themes
    }
    for dimension in questionnaire.dimensions:
        for name, key in reading.names.get(f"theme {dimension.id}", {}).items():
            if (dimension.id, name) not in used:
                reading.problems.refuse(key, "theme_unused", name=name)


def _scored_questions_have_a_zero(questionnaire: Questionnaire, reading: Reading) -> None:
    judged: set[str] = set()
    for question in _questions(questionnaire):
        if not is_scored(question) or question.id in reading.unsure or _has_zero(question):
            continue
        place = reading.place_of(question, "options")
        if isinstance(question, RatingQuestion):
            if question.scale in judged:
                continue
            judged.add(question.scale)
            place = reading.place_of(reading.scales[question.scale], "options")
        reading.problems.refuse(place, "no_zero", question=question.id)


def _has_zero(question: OptionQuestion) -> bool:
    return any(option.points == 0 for option in question.options)


def _position_fits(
    questionnaire: Questionnaire, dimension: Dimension, reading: Reading
) -> None:
    if dimension.position is None:
        return
    name = dimension.position.question
    place = reading.place_of(dimension.position, "question")
    written = reading.places[id(dimension)]
    ordered = written.get("ordered")
    if not dimension.ordered and (ordered is None or is_flag(ordered)):
        where = written.key("position") or place
        reading.problems.refuse(where, "position_unordered")
    question = questionnaire.questions.get(name)
    if question is None or name in reading.unsure:
        return
    if not isinstance(question, ChoiceQuestion | RatingQuestion):
        reading.problems.refuse(place, "position_kind", name=name)
        return
    for earlier in _questions(questionnaire):
        if earlier.theme(dimension.id) is not None:
            reading.problems.refuse(place, "position_late", name=name, first=earlier.id)
            return
        if earlier is question:
            return
