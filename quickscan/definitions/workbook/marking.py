"""A copy of a workbook with every problem as a note in its cell."""

from collections.abc import Iterable
from io import BytesIO

import openpyxl
from openpyxl.comments import Comment

from quickscan.definitions.problems import Problem


def marked(content: bytes, problems: Iterable[Problem], language: str) -> bytes:
    """Return the workbook with a note in each cell that has a problem; the rest stays.

    `content` was read before, so it is a workbook.
    """
    book = openpyxl.load_workbook(BytesIO(content), keep_links=False)
    notes: dict[str, list[str]] = {}
    for problem in problems:
        if problem.cell:
            notes.setdefault(problem.cell, []).append(problem.words(language))
    for place, words in notes.items():
        sheet, _, name = place.partition("!")
        if sheet in book:
            comment = Comment("\n\n".join(words), "Quickscan")
            comment.width, comment.height = 420, 60 + 60 * len(words)
            book[sheet][name].comment = comment
    file = BytesIO()
    book.save(file)
    return file.getvalue()
