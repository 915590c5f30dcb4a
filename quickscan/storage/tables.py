"""The tables, with the rules that every row keeps.

Row keys are random, and SQLite keeps what belongs to visitors without numbering the rows:
the order of rows would be the order of arrival. Times are whole days;
the lease of a piece of work is the only time of day, and it goes when the work is done.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Json = JSON().with_variant(JSONB(), "postgresql")

_ID = String(16)
_HMAC = String(64)
_LANGUAGE = String(35)

scan = Table(
    "scan",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("code_hmac", _HMAC, nullable=False, unique=True),
    Column("questionnaire", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("role", Text),
    Column("language", _LANGUAGE, nullable=False),
    Column("started", Date, nullable=False),
    Column("finished", Date),
    Column("expires", Date, nullable=False, index=True),
    Column("chosen", Json, nullable=False),
    Column("previous_id", _ID, ForeignKey("scan.id", ondelete="SET NULL"), index=True),
    CheckConstraint("version >= 1", name="version_positive"),
    CheckConstraint("finished >= started", name="finished_after_start"),
    CheckConstraint("expires >= started", name="expires_after_start"),
    CheckConstraint("previous_id <> id", name="previous_is_another"),
    sqlite_with_rowid=False,
)
"""One visitor's run of one questionnaire. `code_hmac` is all that is kept of its code."""

section = Table(
    "section",
    metadata,
    Column("scan_id", _ID, ForeignKey("scan.id", ondelete="CASCADE"), nullable=False),
    Column("section_id", Text, nullable=False),
    Column("answers", Json, nullable=False),
    Column("note", Text),
    Column("page", Text),
    PrimaryKeyConstraint("scan_id", "section_id"),
    sqlite_with_rowid=False,
)
"""The answers of one page that was saved at least once, by question id.

`page` is the random name of the page in a browser that saved last, and what it wrote: when
the browser goes back to it and sends it again, its answers are meant, also the old ones.
"""

reading_code = Table(
    "reading_code",
    metadata,
    Column("hmac", _HMAC, primary_key=True),
    Column("ref", _ID, nullable=False, unique=True),
    Column(
        "scan_id",
        _ID,
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
    Column("id", _ID, primary_key=True),
    Column("scan_id", _ID, ForeignKey("scan.id", ondelete="CASCADE")),
    Column("sample", Text),
    Column("language", _LANGUAGE, nullable=False),
    Column("fingerprint", _HMAC, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    Column("made", Date, nullable=False),
    UniqueConstraint("scan_id", "language"),
    UniqueConstraint("sample", "language"),
    CheckConstraint("(scan_id IS NULL) <> (sample IS NULL)", name="one_subject"),
    sqlite_with_rowid=False,
)
"""A PDF of a scan, or of a questionnaire: its sample report (`sample` is "id/version") or
the questionnaire on paper ("id/version/papier/role")."""

work = Table(
    "work",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("scan_id", _ID, ForeignKey("scan.id", ondelete="CASCADE")),
    Column("sample", Text),
    Column("language", _LANGUAGE, nullable=False),
    Column("turn", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("leased_until", BigInteger),
    Column("claim", _ID, unique=True),
    Column("failed", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("scan_id", "language", "kind"),
    UniqueConstraint("sample", "language", "kind"),
    CheckConstraint("(scan_id IS NULL) <> (sample IS NULL)", name="one_subject"),
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

failure = Table(
    "failure",
    metadata,
    Column("address_hmac", _HMAC, nullable=False),
    Column("hour", BigInteger, nullable=False),
    Column("count", Integer, nullable=False),
    PrimaryKeyConstraint("address_hmac", "hour"),
    CheckConstraint("count >= 1", name="count_positive"),
)
"""How many codes that do not exist were tried from one address prefix in one clock hour."""

clock = Table(
    "clock",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("at", BigInteger, nullable=False),
)
"""When something that recurs was last done (seconds since 1970); nothing of a visitor."""

installation = Table(
    "installation",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("mark", _HMAC, nullable=False),
)
"""What this database belongs to: `key` is an HMAC under the installation's key."""

account = Table(
    "account",
    metadata,
    Column("email", String(254), primary_key=True),
    Column("password", Text, nullable=False),
    Column("created", Date, nullable=False),
    CheckConstraint("email = lower(email)", name="email_in_lower_case"),
)
"""Someone who signs in, never a visitor. `password` is a hash by argon2."""

account_role = Table(
    "account_role",
    metadata,
    Column(
        "email",
        String(254),
        ForeignKey("account.email", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("role", String(16), nullable=False),
    PrimaryKeyConstraint("email", "role"),
    CheckConstraint("role IN ('editor')", name="known_role"),
)
"""What an account may do."""

sign_in = Table(
    "sign_in",
    metadata,
    Column("hmac", _HMAC, primary_key=True),
    Column(
        "email",
        String(254),
        ForeignKey("account.email", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("ends", Date, nullable=False, index=True),
)
"""A browser in which someone is signed in, up to and including a day."""

edition = Table(
    "edition",
    metadata,
    Column("questionnaire", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("scenarios", LargeBinary),
    Column("sha256", String(64), nullable=False),
    Column("uploaded_by", String(254), nullable=False),
    Column("published_by", String(254)),
    Column("published", Date, index=True),
    PrimaryKeyConstraint("questionnaire", "version"),
    CheckConstraint("version >= 1", name="version_positive"),
    CheckConstraint("published_by <> uploaded_by", name="published_by_another"),
    CheckConstraint(
        "(published IS NULL) = (published_by IS NULL)", name="published_by_someone"
    ),
)
"""A version of a questionnaire that came in through the Workplace, as the bytes of its files.

From the day it is `published` on it never changes; until then it is a draft.
"""

withdrawal = Table(
    "withdrawal",
    metadata,
    Column("questionnaire", Text, nullable=False),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("questionnaire", "version"),
)
"""A published version, of a file or an edition, on which no new scan begins."""

step = Table(
    "step",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False),
    Column("email", String(254), nullable=False),
    Column("what", String(32), nullable=False),
    Column("questionnaire", Text),
    Column("version", Integer),
    Column("about", Text),
    sqlite_autoincrement=True,
)
"""What was done in the Workplace: who, what, when (seconds since 1970). Never removed.

The number of the last step tells every process whether its catalogue is still the newest.
"""
