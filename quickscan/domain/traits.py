"""What organisations can tell of themselves, to be compared with their like.

The lists are short, and for good: what was published names them.
"""

from enum import StrEnum


class Sector(StrEnum):
    """In which part of the social domain an organisation works."""

    MUNICIPALITY = "gemeente"
    YOUTH = "jeugd"
    WELFARE = "welzijn"
    CARE = "zorg"
    HOUSING = "wonen"
    WORK = "werk-en-inkomen"
    EDUCATION = "onderwijs"
    SAFETY = "veiligheid"
    OTHER = "anders"


class Size(StrEnum):
    """How many people work for an organisation, volunteers left out."""

    TINY = "tot-10"
    SMALL = "10-49"
    MIDDLE = "50-249"
    LARGE = "250-999"
    HUGE = "vanaf-1000"
