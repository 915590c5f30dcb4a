"""The report as words and figures in reading order: the single source of the HTML.

An `Outcome` in, a `Document` out; no layout, no HTML. What stands here stands in the PDF.
`paper` does the same for a questionnaire that is filled in by hand, `team_document` for what
is shown of groups.
"""

from quickscan.report.document.along import AlongDocument, along_document
from quickscan.report.document.making import document
from quickscan.report.document.marking import as_invented
from quickscan.report.document.paper import Paper, paper
from quickscan.report.document.poster import Call, Cards, Poster, cards, poster
from quickscan.report.document.team import TeamDocument, team_document
from quickscan.report.document.values import Document, Printable

__all__ = [
    "AlongDocument",
    "Call",
    "Cards",
    "Document",
    "Paper",
    "Poster",
    "Printable",
    "TeamDocument",
    "along_document",
    "as_invented",
    "cards",
    "document",
    "paper",
    "poster",
    "team_document",
]
