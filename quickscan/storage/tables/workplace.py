"""Accounts, and what is done with questionnaires in the Workplace."""

from sqlalchemy import (
    BigInteger,
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
)

from quickscan.storage.tables.base import EMAIL, HMAC, metadata

account = Table(
    "account",
    metadata,
    Column("email", EMAIL, primary_key=True),
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
        EMAIL,
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
    Column("hmac", HMAC, primary_key=True),
    Column(
        "email",
        EMAIL,
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
    Column("uploaded_by", EMAIL, nullable=False),
    Column("published_by", EMAIL),
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
    Column("email", EMAIL, nullable=False),
    Column("what", String(32), nullable=False),
    Column("questionnaire", Text),
    Column("version", Integer),
    Column("about", Text),
    sqlite_autoincrement=True,
)
"""What was done in the Workplace: who, what, when (seconds since 1970). Never removed.

The number of the last step tells every process whether its catalogue is still the newest.
"""
