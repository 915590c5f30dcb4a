"""What keeps the house: wrong codes, clocks, and to what this database belongs."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
)

from quickscan.storage.tables.base import HMAC, metadata

failure = Table(
    "failure",
    metadata,
    Column("address_hmac", HMAC, nullable=False),
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
    Column("mark", HMAC, nullable=False),
)
"""What this database belongs to: `key` is an HMAC under the installation's key."""
