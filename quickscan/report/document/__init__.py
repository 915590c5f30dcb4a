"""The report as words and figures in reading order: the single source of the HTML.

An `Outcome` in, a `Document` out; no layout, no HTML. What stands here stands in the PDF.
"""

from quickscan.report.document.making import document
from quickscan.report.document.values import Document

__all__ = ["Document", "document"]
