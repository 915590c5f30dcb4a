"""A questionnaire as a workbook, for who writes in a spreadsheet, and back again.

One sheet per part, one row per thing. Texts stand in the default language on the sheet of
their part; the sheet `translations` has every text once more with a column per language.
"""

from quickscan.definitions.workbook.exporting import TooLongForACellError, to_workbook
from quickscan.definitions.workbook.importing import Imported, from_workbook
from quickscan.definitions.workbook.marking import marked
from quickscan.definitions.workbook.opening import LARGEST, RefusedWorkbookError

__all__ = [
    "LARGEST",
    "Imported",
    "RefusedWorkbookError",
    "TooLongForACellError",
    "from_workbook",
    "marked",
    "to_workbook",
]
