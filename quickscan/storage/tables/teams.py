"""Organisations with their teams and coordinators, and the rounds in which teams are measured.

Nothing here says who took part: a scan knows the team it was made for until thirty days after
its round closed, and nothing knows a person.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.dialects.postgresql import JSONB

from quickscan.storage.tables.base import EMAIL, HMAC, ID, Json, metadata

Facts = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")

organisation = Table(
    "organisation",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", Text, nullable=False),
    Column("minimum", Integer, nullable=False),
    Column("created", Date, nullable=False),
    Column("sector", Text),
    Column("size", Text),
    CheckConstraint("minimum >= 5", name="minimum_protects"),
)
"""Who measures. `minimum` is the smallest group about which its rounds show anything.

`sector` and `size` are those with whom it wants to be compared, where it told.
"""

team = Table(
    "team",
    metadata,
    Column("id", ID, primary_key=True),
    Column(
        "organisation_id",
        ID,
        ForeignKey("organisation.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("name", Text, nullable=False),
    UniqueConstraint("organisation_id", "name"),
)
"""People who work together, by a name that is theirs within the organisation."""

coordinator = Table(
    "coordinator",
    metadata,
    Column(
        "organisation_id",
        ID,
        ForeignKey("organisation.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column(
        "email",
        EMAIL,
        ForeignKey("account.email", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("since", BigInteger, nullable=False),
    Column("every_team", Boolean, nullable=False),
    PrimaryKeyConstraint("organisation_id", "email"),
)
"""An account that arranges rounds for an organisation, since a moment (seconds since 1970).

Of rounds that were opened before that moment it sees nothing.
"""

coordinator_team = Table(
    "coordinator_team",
    metadata,
    Column("organisation_id", ID, nullable=False),
    Column("email", EMAIL, nullable=False),
    Column("team_id", ID, ForeignKey("team.id", ondelete="CASCADE"), nullable=False),
    PrimaryKeyConstraint("organisation_id", "email", "team_id"),
    ForeignKeyConstraint(
        ["organisation_id", "email"],
        ["coordinator.organisation_id", "coordinator.email"],
        name="fk_coordinator_team_coordinator",
        ondelete="CASCADE",
    ),
)
"""The teams of a coordinator who has not every team."""

coordinator_invitation = Table(
    "coordinator_invitation",
    metadata,
    Column("hmac", HMAC, primary_key=True),
    Column("ref", ID, nullable=False, unique=True),
    Column("organisation_id", ID, nullable=False),
    Column("email", EMAIL, nullable=False),
    Column("every_team", Boolean, nullable=False),
    Column("ends", Date, nullable=False, index=True),
    ForeignKeyConstraint(
        ["organisation_id", "email"],
        ["coordinator.organisation_id", "coordinator.email"],
        name="fk_coordinator_invitation_coordinator",
        ondelete="CASCADE",
    ),
    Index("ix_coordinator_invitation_organisation_id_email", "organisation_id", "email"),
)
"""A link by which one person becomes a coordinator, up to and including the day it ends.

`email` is who made it: when they coordinate no longer, their links are gone with them. `ref`
names it in lists.
"""

coordinator_invitation_team = Table(
    "coordinator_invitation_team",
    metadata,
    Column(
        "hmac",
        HMAC,
        ForeignKey(
            "coordinator_invitation.hmac",
            name="fk_coordinator_invitation_team_invitation",
            ondelete="CASCADE",
        ),
        nullable=False,
    ),
    Column("team_id", ID, ForeignKey("team.id", ondelete="CASCADE"), nullable=False),
    PrimaryKeyConstraint("hmac", "team_id"),
)
"""The teams that an invitation is for, when it is not for every team."""

round_ = Table(
    "round",
    metadata,
    Column("id", ID, primary_key=True),
    Column(
        "organisation_id",
        ID,
        ForeignKey("organisation.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("previous_id", ID, ForeignKey("round.id", ondelete="SET NULL")),
    Column("name", Text, nullable=False),
    Column("questionnaire", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("word", Text, nullable=False),
    Column("minimum", Integer, nullable=False),
    Column("opens", Date, nullable=False),
    Column("closes", Date, nullable=False),
    Column("confirmed", BigInteger),
    Column("closed", Date),
    Column("result", Facts),
    Column("own_questions", Facts),
    Column("origin", Text),
    Column("shares", Boolean, nullable=False, server_default=false()),
    CheckConstraint("version >= 1", name="version_positive"),
    CheckConstraint("minimum >= 5", name="minimum_protects"),
    CheckConstraint("closes >= opens", name="closes_after_opening"),
    CheckConstraint("closed IS NULL OR confirmed IS NOT NULL", name="closed_was_open"),
    CheckConstraint("(closed IS NULL) = (result IS NULL)", name="closed_has_result"),
)
"""One measurement of teams of an organisation.

A draft until it is `confirmed` (seconds since 1970); then it is open from the day it `opens`
up to and including the day it `closes`, and from then on nothing of it changes but a later
`closes`. When it is `closed`, `result` holds what may be shown, as facts, for good.
`own_questions` are those that the organisation asks itself, NULL for none. `origin` is where
people take part, such as https://scan.example: it stands on what is printed.
While it `shares` its figures they count in what is published of organisations together.
"""

round_team = Table(
    "round_team",
    metadata,
    Column("id", ID, primary_key=True),
    Column("round_id", ID, ForeignKey("round.id", ondelete="CASCADE"), nullable=False),
    Column("team_id", ID, ForeignKey("team.id", ondelete="SET NULL")),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("role", Text),
    Column("answers", Json, nullable=False),
    Column("code", String(14), nullable=False, unique=True),
    Column("has_enough", Boolean, nullable=False, server_default=false()),
    Column("together", Boolean, nullable=False, server_default=false()),
    Column("joined", Json, nullable=False, server_default="[]"),
    Column("single_use", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("round_id", "team_id"),
    CheckConstraint("size >= 1", name="size_positive"),
)
"""A team in a round: what is known of it beforehand, and the code by which it takes part.

`answers` are those to what is asked first, given once by the coordinator. `has_enough` is told
while the round is open, and worked out once a day. A team that fills in `together` makes one
scan at one screen, and counts in no figure. Several teams that take part as one have no
`team_id`; `joined` tells which they are, each with its id, its name and its own size. It names
them also after one of them was removed: who may see only some of them sees nothing of it.
With `single_use` people take part by a code of their own that works once, and `code` only
leads to the result.
"""

single_use_code = Table(
    "single_use_code",
    metadata,
    Column("hmac", HMAC, primary_key=True),
    Column(
        "round_team_id",
        ID,
        ForeignKey("round_team.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    sqlite_with_rowid=False,
)
"""A code with which one person takes part once. That it was used is not told here."""

unused_code = Table(
    "unused_code",
    metadata,
    Column(
        "hmac",
        HMAC,
        ForeignKey("single_use_code.hmac", ondelete="CASCADE"),
        primary_key=True,
    ),
    sqlite_with_rowid=False,
)
"""A single-use code that can still be used. Using one takes its row away.

So nothing is written when a code is used: no time, no order, and no row that was written in
the same transaction as the scan.
"""

read_along = Table(
    "read_along",
    metadata,
    Column("round_id", ID, ForeignKey("round.id", ondelete="CASCADE"), primary_key=True),
    Column("ref", ID, nullable=False, unique=True),
    Column("hmac", HMAC, nullable=False, unique=True),
)
"""A link by which anyone who has it reads a round along; the code follows from `ref`."""
