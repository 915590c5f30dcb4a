"""The team report as words and figures in reading order, of one group or of several."""

from quickscan.report.document.team.making import team_document
from quickscan.report.document.team.values import TeamDocument

__all__ = ["TeamDocument", "team_document"]
