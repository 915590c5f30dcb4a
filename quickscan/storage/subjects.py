"""What a report is about: a scan, or a questionnaire: its sample, or it on paper."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A scan by id, or a sample or paper by its name: exactly one; in one language."""

    scan_id: str | None = None
    sample: str | None = None
    language: str

    @property
    def values(self) -> dict[str, str | None]:
        """The columns that name it."""
        return {"scan_id": self.scan_id, "sample": self.sample, "language": self.language}

    @property
    def key(self) -> list[str]:
        """The columns that are unique for this kind of subject."""
        return ["sample" if self.scan_id is None else "scan_id", "language"]

    def matches(self, table: Table) -> ColumnElement[bool]:
        """Return the condition that a row of this table is about it."""
        mine = (
            table.c.sample == self.sample
            if self.scan_id is None
            else table.c.scan_id == self.scan_id
        )
        return mine & (table.c.language == self.language)
