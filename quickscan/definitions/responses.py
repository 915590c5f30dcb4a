"""The answers of many people in a file with a row for each: a team, or several.

The first row names the columns: ids of questions, `role` if people had one, and the column
that tells the groups apart. Cells hold option ids, several with a space between; an empty cell
is a question that was skipped.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quickscan.definitions.answering import bounds_in_words
from quickscan.definitions.files import decode, load
from quickscan.definitions.nodes import Mark
from quickscan.definitions.problems import Problems, QuestionnaireError
from quickscan.domain.answers import Answers, Given, InvalidAnswerError, parse
from quickscan.domain.ids import QuestionId, RoleId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import (
    MultipleQuestion,
    NumberQuestion,
    OptionQuestion,
    Question,
    TextQuestion,
)

EVERYONE: Final = "alle"
"""What the only group is called when no column tells groups apart."""

ROLE: Final = "role"

LARGEST: Final = 50_000_000
"""More bytes than a hundred thousand people who answer forty questions."""

_DELIMITERS: Final = ";,\t"


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What one person answered: the group and role they are in, and the answers."""

    group: str
    role: RoleId | None
    answers: Answers


def load_responses(
    path: Path, questionnaire: Questionnaire, by: str | None = None
) -> tuple[Response, ...]:
    """Return the answers in a file, a row per person, in the order of the file.

    Raises:
        QuestionnaireError: the file cannot be read, lacks the column `by`, or holds an answer
            that does not fit; the error says all that is wrong.
    """
    text = decode(path, load(path, largest=LARGEST))
    problems = Problems(str(path))
    found = tuple(_Reader(questionnaire, by, problems).read(text))
    if problems.found:
        raise QuestionnaireError(problems.in_file_order)
    return found


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one cell holds, and where it is: its line and the number of its column."""

    text: str
    start_mark: Mark


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows of one file, and notes what is wrong with them."""

    questionnaire: Questionnaire
    by: str | None
    problems: Problems

    def read(self, text: str) -> Iterator[Response]:
        header = text.partition("\n")[0]
        delimiter = max(_DELIMITERS, key=header.count)
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        columns = _cells(next(rows, []), 0)
        if not any(column.text for column in columns):
            self.problems.refuse_at(Mark(0, 0), "responses_empty")
        elif self._columns_fit(columns):
            names = [column.text for column in columns]
            for row in rows:
                if any(map(str.strip, row)):
                    yield self._response(names, _cells(row, rows.line_num - 1))

    def _columns_fit(self, columns: Sequence[_Cell]) -> bool:
        """Say whether every column that has a name has a meaning."""
        before = len(self.problems.found)
        names = [column.text for column in columns]
        known = [*self.questionnaire.questions, ROLE, *([self.by] if self.by else [])]
        for number, column in enumerate(columns):
            if column.text in names[:number] and column.text:
                self.problems.refuse(column, "column_twice", name=column.text)
            elif column.text and column.text not in known:
                self.problems.refuse_name(column, "unknown_column", column.text, known)
        if self.by and self.by not in names:
            named = [name for name in names if name]
            self.problems.refuse(columns[0], "group_column", name=self.by, known=named)
        return len(self.problems.found) == before

    def _response(self, names: Sequence[str], row: Sequence[_Cell]) -> Response:
        group, role = ("" if self.by else EVERYONE), None
        answers: dict[QuestionId, Given] = {}
        for number, cell in enumerate(row):
            name = names[number] if number < len(names) else ""
            if not cell.text:
                continue
            if name == self.by:
                group = cell.text
            elif name in self.questionnaire.questions:
                question = self.questionnaire.questions[QuestionId(name)]
                given = self._given(question, cell)
                if given is not None:
                    answers[question.id] = given
            elif name == ROLE:
                role = self._role(cell)
            else:
                self.problems.refuse(cell, "cell_without_column", value=cell.text)
        if not group:
            self.problems.refuse(row[0], "group_missing", name=self.by or "")
        return Response(group=group, role=role, answers=answers)

    def _role(self, cell: _Cell) -> RoleId | None:
        if self.questionnaire.role(RoleId(cell.text)):
            return RoleId(cell.text)
        known = [role.id for role in self.questionnaire.roles]
        self.problems.refuse_name(cell, "cell_role", cell.text, known)
        return None

    def _given(self, question: Question, cell: _Cell) -> Given | None:
        try:
            return parse(question, _raw(question, cell.text))
        except InvalidAnswerError:
            self._explain(question, cell)
            return None

    def _explain(self, question: Question, cell: _Cell) -> None:
        match question:
            case TextQuestion(id=id, max_length=most):
                self.problems.refuse(cell, "answer_text", question=id, most=most)
            case NumberQuestion(id=id, minimum=low, maximum=high):
                bounds = bounds_in_words(low, high)
                self.problems.refuse(cell, "cell_number", question=id, bounds=bounds)
            case _:
                self._explain_options(question, cell)

    def _explain_options(self, question: OptionQuestion, cell: _Cell) -> None:
        known = [option.id for option in question.options]
        several = isinstance(question, MultipleQuestion)
        given = cell.text.split() if several else [cell.text]
        unknown = [word for word in given if word not in known]
        for word in unknown:
            self.problems.refuse_name(
                cell, "unknown_option", word, known, question=question.id
            )
        if not unknown:
            self.problems.refuse(cell, "cell_exclusive", question=question.id, value=cell.text)


def _cells(row: Sequence[str], line: int) -> tuple[_Cell, ...]:
    return tuple(_Cell(text.strip(), Mark(line, number)) for number, text in enumerate(row))


def _raw(question: Question, text: str) -> object:
    match question:
        case MultipleQuestion():
            return text.split()
        case NumberQuestion():
            return int(text) if re.fullmatch(r"-?[0-9]{1,18}", text) else None
        case _:
            return text
