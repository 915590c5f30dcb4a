"""A document as PDF: the only room that knows WeasyPrint and pikepdf.

The same document gives the same bytes, on every machine with the same software: nothing
here knows the time, and only the fonts of `report/fonts` are seen.
"""

from quickscan.report.pdf.engine import MissingLibraryError, RefusedFetchError
from quickscan.report.pdf.rendering import fingerprint, render

__all__ = ["MissingLibraryError", "RefusedFetchError", "fingerprint", "render"]
