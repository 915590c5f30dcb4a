"""Mail that is to be sent, links by which a password is chosen, what was told of rounds."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from quickscan.storage.tables.base import EMAIL, HMAC, ID, LANGUAGE, metadata

mail = Table(
    "mail",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("recipient", EMAIL, nullable=False),
    Column("about", Text, nullable=False),
    Column("language", LANGUAGE, nullable=False),
    Column("asked", BigInteger, nullable=False, index=True),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("leased_until", BigInteger),
    Column("claim", ID, unique=True),
    UniqueConstraint("kind", "recipient", "about"),
    CheckConstraint(
        "kind IN ('begin', 'forgotten', 'invitation', 'warning', 'result')", name="known_kind"
    ),
    CheckConstraint("attempts BETWEEN 0 AND 3", name="three_attempts"),
    CheckConstraint("claim IS NULL OR leased_until IS NOT NULL", name="claim_has_lease"),
    sqlite_with_rowid=False,
)
"""A letter that a worker will write and send: which, to whom, about what, asked for when.

Its words are nowhere: they are written when it is sent. Gone when sent or given up; times are
in seconds since 1970.
"""

password_link = Table(
    "password_link",
    metadata,
    Column("hmac", HMAC, primary_key=True),
    Column("email", EMAIL, nullable=False, index=True),
    Column("begins", Boolean, nullable=False),
    Column("ends", BigInteger, nullable=False, index=True),
    Column("used", Boolean, nullable=False, server_default=false()),
)
"""A link by which who has an address chooses a password, until it `ends` or is `used`.

One that `begins` makes the account where there is none.
"""

round_notice = Table(
    "round_notice",
    metadata,
    Column("round_id", ID, ForeignKey("round.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False),
    PrimaryKeyConstraint("round_id", "kind"),
    CheckConstraint("kind IN ('warning', 'result')", name="known_kind"),
)
"""What coordinators were told of a round by mail: it is told once."""
