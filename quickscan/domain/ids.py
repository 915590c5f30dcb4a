"""The ids of a questionnaire and of all that stands in it: Dutch slugs, stable for ever."""

from typing import NewType

QuestionnaireId = NewType("QuestionnaireId", str)
SectionId = NewType("SectionId", str)
QuestionId = NewType("QuestionId", str)
OptionId = NewType("OptionId", str)
RoleId = NewType("RoleId", str)
ScaleId = NewType("ScaleId", str)
DimensionId = NewType("DimensionId", str)
ThemeId = NewType("ThemeId", str)
BandId = NewType("BandId", str)
AdviceId = NewType("AdviceId", str)
SourceId = NewType("SourceId", str)
MeetingId = NewType("MeetingId", str)
WorksheetId = NewType("WorksheetId", str)

Places = tuple[tuple[DimensionId, ThemeId], ...]
"""At most one theme of each dimension."""
