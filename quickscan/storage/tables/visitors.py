"""What visitors give and what is made of it: scans, codes that look, reports, work."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from quickscan.storage.tables.base import HMAC, ID, LANGUAGE, Json, metadata

ONE_SUBJECT = (
    "(CASE WHEN scan_id IS NULL THEN 0 ELSE 1 END) + "
    "(CASE WHEN sample IS NULL THEN 0 ELSE 1 END) + "
    "(CASE WHEN round_id IS NULL THEN 0 ELSE 1 END) = 1"
)
"""A report, and the wish for one, is about one thing."""

scan = Table(
    "scan",
    metadata,
    Column("id", ID, primary_key=True),
    Column("code_hmac", HMAC, nullable=False, unique=True),
    Column("questionnaire", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("role", Text),
    Column("language", LANGUAGE, nullable=False),
    Column("started", Date, nullable=False),
    Column("finished", Date),
    Column("expires", Date, nullable=False, index=True),
    Column("chosen", Json, nullable=False),
    Column("previous_id", ID, ForeignKey("scan.id", ondelete="SET NULL"), index=True),
    Column("round_team_id", ID, ForeignKey("round_team.id", ondelete="SET NULL"), index=True),
    Column("together", Boolean, nullable=False, server_default=false()),
    CheckConstraint("version >= 1", name="version_positive"),
    CheckConstraint("finished >= started", name="finished_after_start"),
    CheckConstraint("expires >= started", name="expires_after_start"),
    CheckConstraint("previous_id <> id", name="previous_is_another"),
    sqlite_with_rowid=False,
)
"""One visitor's run of one questionnaire. `code_hmac` is all that is kept of its code.

`round_team_id` is the team in a round for which it was made; the link is dropped thirty days
after the round closed. One that is filled in `together` is of several people at one screen; it
counts in no figure of a round.
"""

section = Table(
    "section",
    metadata,
    Column("scan_id", ID, ForeignKey("scan.id", ondelete="CASCADE"), nullable=False),
    Column("section_id", Text, nullable=False),
    Column("answers", Json, nullable=False),
    Column("note", Text),
    Column("page", Text),
    Column("divided", Json, nullable=False, server_default="{}"),
    PrimaryKeyConstraint("scan_id", "section_id"),
    sqlite_with_rowid=False,
)
"""The answers of one page that was saved at least once, by question id.

`page` is the random name of the page in a browser that saved last, and what it wrote: when
the browser goes back to it and sends it again, its answers are meant, also the old ones.
`divided` has, by question id, what people who fill it in together do not agree on, with a note
that may be empty.
"""

reading_code = Table(
    "reading_code",
    metadata,
    Column("hmac", HMAC, primary_key=True),
    Column("ref", ID, nullable=False, unique=True),
    Column(
        "scan_id",
        ID,
        ForeignKey("scan.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("ends", Date, nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""A code that may only look, up to and including the day it ends. `ref` names it in lists."""

report = Table(
    "report",
    metadata,
    Column("id", ID, primary_key=True),
    Column("scan_id", ID, ForeignKey("scan.id", ondelete="CASCADE")),
    Column("sample", Text),
    Column("language", LANGUAGE, nullable=False),
    Column("fingerprint", HMAC, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    Column("made", Date, nullable=False),
    Column("round_id", ID, ForeignKey("round.id", ondelete="CASCADE")),
    Column("part", Text),
    UniqueConstraint("scan_id", "language"),
    UniqueConstraint("sample", "language"),
    UniqueConstraint("round_id", "part", "language"),
    CheckConstraint(ONE_SUBJECT, name="one_subject"),
    CheckConstraint("(round_id IS NULL) = (part IS NULL)", name="part_of_round"),
    sqlite_with_rowid=False,
)
"""A PDF of a scan, of a questionnaire, or of a part of a closed round.

Of a questionnaire it is the sample report (`sample` is "id/version") or it on paper
("id/version/papier/role"); the `part` of a round is the id of a team in it.
"""

work = Table(
    "work",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("scan_id", ID, ForeignKey("scan.id", ondelete="CASCADE")),
    Column("sample", Text),
    Column("language", LANGUAGE, nullable=False),
    Column("turn", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("leased_until", BigInteger),
    Column("claim", ID, unique=True),
    Column("failed", Boolean, nullable=False, server_default=false()),
    Column("round_id", ID, ForeignKey("round.id", ondelete="CASCADE")),
    Column("part", Text),
    UniqueConstraint("scan_id", "language", "kind"),
    UniqueConstraint("sample", "language", "kind"),
    UniqueConstraint("round_id", "part", "language", "kind"),
    CheckConstraint(ONE_SUBJECT, name="one_subject"),
    CheckConstraint("(round_id IS NULL) = (part IS NULL)", name="part_of_round"),
    CheckConstraint("kind IN ('report')", name="known_kind"),
    CheckConstraint("attempts BETWEEN 0 AND 3", name="three_attempts"),
    CheckConstraint("claim IS NULL OR leased_until IS NOT NULL", name="claim_has_lease"),
    CheckConstraint("NOT failed OR claim IS NULL", name="failed_is_unclaimed"),
    sqlite_with_rowid=False,
)
"""Something wanted that a worker will make. Gone when made; kept, `failed`, when it cannot be.

Until `leased_until` (seconds since 1970) nobody may claim it: another worker has it, or it is
to be tried again a little later. `turn` orders pieces by when they were wanted.
"""
