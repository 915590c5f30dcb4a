"""What a report is about: a scan, a questionnaire (its sample, or it on paper), or a round."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, and_


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One thing, in one language.

    A scan by id; or a sample or paper by its name; or a part of a round, by the ids of both.
    """

    scan_id: str | None = None
    sample: str | None = None
    round_id: str | None = None
    part: str | None = None
    language: str

    @property
    def values(self) -> dict[str, str | None]:
        """The columns that name it."""
        return {
            "scan_id": self.scan_id,
            "sample": self.sample,
            "round_id": self.round_id,
            "part": self.part,
            "language": self.language,
        }

    @property
    def key(self) -> list[str]:
        """The columns that are unique for this kind of subject."""
        return [name for name, value in self.values.items() if value is not None]

    def matches(self, table: Table) -> ColumnElement[bool]:
        """Return the condition that a row of this table is about it."""
        return and_(*(table.c[name] == self.values[name] for name in self.key))
