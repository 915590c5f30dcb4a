"""Answers in a file, YAML or JSON: `{question: option id | [option ids] | text | number}`."""

import json
import re
from pathlib import Path

from quickscan.definitions.files import decode, load
from quickscan.definitions.messages import Words
from quickscan.definitions.nodes import Mapping, Node, Scalar, Sequence, compose
from quickscan.definitions.problems import Problems, QuestionnaireError
from quickscan.definitions.scalars import is_empty, misread, whole
from quickscan.domain.answers import Answers, Given, InvalidAnswerError, parse
from quickscan.domain.ids import QuestionId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import (
    MultipleQuestion,
    NumberQuestion,
    OptionQuestion,
    Question,
    TextQuestion,
)


def load_answers(path: Path, questionnaire: Questionnaire) -> Answers:
    """Return the answers in a file.

    Raises:
        QuestionnaireError: the file cannot be read, or an answer does not fit its question;
            the error says all that is wrong.
    """
    problems = Problems(str(path))
    root = compose(_without_pairs(decode(path, load(path))), problems, "answers_empty")
    answers = {} if root is None else read_answers(root, questionnaire, problems)
    if problems.found:
        raise QuestionnaireError(problems.in_file_order)
    return answers


_PAIR = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


def _without_pairs(text: str) -> str:
    """Return JSON in which no character is written as two: YAML does not know that way."""
    return _PAIR.sub(lambda pair: json.loads(f'"{pair.group()}"'), text)


def read_answers(node: Node, questionnaire: Questionnaire, problems: Problems) -> Answers:
    """Return the answers of a mapping that fit; the others are noted as problems."""
    if type(node) is not Mapping:
        problems.refuse(node, "answers_wanted")
        return {}
    answers: dict[QuestionId, Given] = {}
    for key, value in node.pairs:
        question = questionnaire.questions.get(QuestionId(key.value))
        if question is None:
            known = questionnaire.questions
            problems.refuse_name(key, "unknown_question", key.value, known)
            continue
        given = _given(question, value, problems)
        if given is not None:
            answers[question.id] = given
    return answers


def _given(question: Question, node: Node, problems: Problems) -> Given | None:
    if is_empty(node):
        return None
    raw = _raw(question, node)
    try:
        return parse(question, raw)
    except InvalidAnswerError:
        _explain(question, node, problems)
        return None


def _raw(question: Question, node: Node) -> object:
    """Return the value of a node in the type that its question wants, or None."""
    if type(node) is Sequence:
        items = [item.value for item in node.items if type(item) is Scalar]
        return items if len(items) == len(node.items) else None
    if type(node) is not Scalar:
        return None
    if isinstance(question, NumberQuestion):
        return whole(node)
    if isinstance(question, TextQuestion) and misread(node):
        return None
    return node.value


_KINDS = {
    "truth_as_text": Words("ja of nee", "yes or no"),
    "number_as_text": Words("een getal", "a number"),
    "date_as_text": Words("een datum", "a date"),
}
"""What an answer without quotes counts as where it is no text; nothing at all is no answer."""


def _explain(question: Question, node: Node, problems: Problems) -> None:
    """Note why an answer does not fit its question."""
    match question:
        case TextQuestion():
            wrong = misread(node) if type(node) is Scalar else None
            if type(node) is Scalar and wrong is not None:
                kind, value = _KINDS[wrong], node.value
                problems.refuse(
                    node, "answer_unquoted", question=question.id, value=value, kind=kind
                )
            else:
                most = question.max_length
                problems.refuse(node, "answer_text", question=question.id, most=most)
        case NumberQuestion(minimum=low, maximum=high):
            bounds = bounds_in_words(low, high)
            problems.refuse(node, "answer_number", question=question.id, bounds=bounds)
        case _:
            _explain_options(question, node, problems)


def bounds_in_words(low: int | None, high: int | None) -> Words:
    """Return the part of a sentence that says between which numbers an answer lies."""
    dutch = english = ""
    if low is not None:
        dutch, english = f" vanaf {low}", f" from {low}"
    if high is not None:
        dutch, english = f"{dutch} tot en met {high}", f"{english} up to {high}"
    return Words(dutch, english)


def _explain_options(question: OptionQuestion, node: Node, problems: Problems) -> None:
    exclusive = question.exclusive if isinstance(question, MultipleQuestion) else None
    items = node.items if exclusive is not None and type(node) is Sequence else [node]
    known = tuple(option.id for option in question.options)
    words = [item for item in items if type(item) is Scalar]
    unknown = [item for item in words if item.value not in known]
    for item in unknown:
        problems.refuse_name(item, "unknown_option", item.value, known, question=question.id)
    if unknown:
        return
    if exclusive is None:
        problems.refuse(node, "answer_one", question=question.id)
    elif alone := [item.value for item in words if item.value in exclusive]:
        problems.refuse(node, "answer_exclusive", question=question.id, option=alone[0])
    else:
        problems.refuse(node, "answer_several", question=question.id)
