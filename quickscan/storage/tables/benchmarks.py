"""What organisations and people have together: tallies, and what was published of them."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from quickscan.storage.tables.base import ID, Json, metadata

tally = Table(
    "tally",
    metadata,
    Column("round_id", ID, ForeignKey("round.id", ondelete="CASCADE"), nullable=False),
    Column("role", Text, nullable=False),
    Column("dimension", Text, nullable=False),
    Column("theme", Text, nullable=False),
    Column("counts", Json, nullable=False),
    Column("rough", Integer, nullable=False),
    Column("earned", Integer, nullable=False),
    Column("possible", Integer, nullable=False),
    PrimaryKeyConstraint("round_id", "role", "dimension", "theme"),
    CheckConstraint("rough >= 0", name="rough_counts"),
    CheckConstraint("earned BETWEEN 0 AND possible", name="earned_within_reach"),
)
"""How many people of a closed round have each exact score on a theme, in one role.

Written when the round closes, and never changed. Only people in blocks that show the theme.
A role of "" is none. `counts` is by share ("11/16"); see `domain.tallies`.
"""

publication = Table("publication", metadata, Column("day", Date, primary_key=True))
"""A day on which benchmarks were published."""

benchmark = Table(
    "benchmark",
    metadata,
    Column("day", Date, ForeignKey("publication.day", ondelete="CASCADE"), nullable=False),
    Column("questionnaire", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("part", String(80), nullable=False),
    Column("themes", Json, nullable=False),
    Column("reference", Json, nullable=False),
    PrimaryKeyConstraint("day", "questionnaire", "version", "role", "part"),
    CheckConstraint("version >= 1", name="version_positive"),
)
"""What is shown of a part of all organisations, or of all people on their own, since a day.

`themes` is what is shown. `reference` is what the last precise figures were made of, without
names; a page never reads it.
"""

standing = Table(
    "standing",
    metadata,
    Column("day", Date, ForeignKey("publication.day", ondelete="CASCADE"), nullable=False),
    Column(
        "organisation_id",
        ID,
        ForeignKey("organisation.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("questionnaire", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("rounds", Json, nullable=False),
    Column("themes", Json, nullable=False),
    PrimaryKeyConstraint("day", "organisation_id", "questionnaire", "version", "role"),
)
"""With which rounds an organisation is in what was published on a day, and its place there."""

contribution = Table(
    "contribution",
    metadata,
    Column("scan_id", ID, ForeignKey("scan.id", ondelete="CASCADE"), primary_key=True),
    Column("counted", Date, ForeignKey("publication.day", ondelete="CASCADE")),
    sqlite_with_rowid=False,
)
"""A scan on its own of which the person ticked that it counts; `counted` since that day."""

people_tally = Table(
    "people_tally",
    metadata,
    Column("day", Date, ForeignKey("publication.day", ondelete="CASCADE"), nullable=False),
    Column("questionnaire", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("dimension", Text, nullable=False),
    Column("theme", Text, nullable=False),
    Column("people", Integer, nullable=False),
    Column("counts", Json, nullable=False),
    PrimaryKeyConstraint("day", "questionnaire", "version", "role", "dimension", "theme"),
    CheckConstraint("people >= 5", name="people_protect"),
)
"""How many of the `people` that began to count on a day have each exact score on a theme."""
