"""Organisations, teams, coordinators and rounds, and the team that a scan was made for."""

import re
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "20261124_teams"
down_revision = "20261124_page"
branch_labels = None
depends_on = None

ID = sa.String(16)
EMAIL = sa.String(254)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")

_COLUMN = "round_team_id VARCHAR(16)"
_RULE = (
    "CONSTRAINT fk_scan_round_team_id_round_team FOREIGN KEY(round_team_id) "
    "REFERENCES round_team (id) ON DELETE SET NULL"
)


def upgrade() -> None:
    _organisations()
    _coordinators()
    _rounds()
    if op.get_bind().dialect.name == "sqlite":
        _make_scan_anew(_with_link, "SELECT *, NULL FROM scan")
    else:
        op.execute(f"ALTER TABLE scan ADD COLUMN {_COLUMN}")
        op.execute(f"ALTER TABLE scan ADD {_RULE}")
    op.create_index("ix_scan_round_team_id", "scan", ["round_team_id"])


def downgrade() -> None:
    op.drop_index("ix_scan_round_team_id", "scan")
    if op.get_bind().dialect.name == "sqlite":
        kept = ", ".join(_KEPT)
        _make_scan_anew(_without_link, f"SELECT {kept} FROM scan")  # noqa: S608  our own names
    else:
        op.execute("ALTER TABLE scan DROP COLUMN round_team_id")
    for table in ("round_team", "round", "coordinator_team", "coordinator", "team"):
        op.drop_table(table)
    op.drop_table("organisation")


_KEPT = (
    "id",
    "code_hmac",
    "questionnaire",
    "version",
    "role",
    "language",
    "started",
    "finished",
    "expires",
    "chosen",
    "previous_id",
)


def _with_link(words: str) -> str:
    before, rules, after = words.partition("CONSTRAINT")
    inside, end, options = after.rpartition(")")
    return f"{before}{_COLUMN}, {rules}{inside}, {_RULE}{end}{options}"


def _without_link(words: str) -> str:
    return words.replace(f"{_COLUMN}, ", "").replace(f", {_RULE}", "")


def _make_scan_anew(changed: Callable[[str], str], rows: str) -> None:
    """Make the table of scans of SQLite anew; it can change no column with its rules.

    The new one is made beside it and takes its name at the end: renaming the old one would
    take along what refers to it.
    """
    query = sa.text("SELECT sql FROM sqlite_master WHERE tbl_name = 'scan' AND type = :kind")
    connection = op.get_bind()
    words = connection.execute(query, {"kind": "table"}).scalar_one()
    indexes = connection.execute(query, {"kind": "index"}).scalars().all()
    named = re.sub(r'^CREATE TABLE "?scan"?', "CREATE TABLE scan_anew", words)
    op.execute(changed(named))
    op.execute(f"INSERT INTO scan_anew {rows}")
    op.drop_table("scan")
    op.rename_table("scan_anew", "scan")
    for index in filter(None, indexes):
        op.execute(index)


def _to(table: str, column: str, other: str, *, gone: str) -> sa.ForeignKeyConstraint:
    target = "email" if other == "account" else "id"
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.{target}"], name=f"fk_{table}_{column}_{other}", ondelete=gone
    )


def _organisations() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("minimum", sa.Integer, nullable=False),
        sa.Column("created", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
        sa.CheckConstraint("minimum >= 5", name="ck_organisation_minimum_protects"),
    )
    op.create_table(
        "team",
        sa.Column("id", ID, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_team"),
        sa.UniqueConstraint("organisation_id", "name", name="uq_team_organisation_id_name"),
        _to("team", "organisation_id", "organisation", gone="CASCADE"),
    )


def _coordinators() -> None:
    op.create_table(
        "coordinator",
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("email", EMAIL, nullable=False),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Column("every_team", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "email", name="pk_coordinator"),
        _to("coordinator", "organisation_id", "organisation", gone="CASCADE"),
        _to("coordinator", "email", "account", gone="CASCADE"),
    )
    op.create_index("ix_coordinator_email", "coordinator", ["email"])
    op.create_table(
        "coordinator_team",
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("email", EMAIL, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.PrimaryKeyConstraint(
            "organisation_id", "email", "team_id", name="pk_coordinator_team"
        ),
        _to("coordinator_team", "team_id", "team", gone="CASCADE"),
        sa.ForeignKeyConstraint(
            ["organisation_id", "email"],
            ["coordinator.organisation_id", "coordinator.email"],
            name="fk_coordinator_team_coordinator",
            ondelete="CASCADE",
        ),
    )


def _rounds() -> None:
    op.create_table(
        "round",
        sa.Column("id", ID, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("previous_id", ID),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("questionnaire", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
        sa.Column("minimum", sa.Integer, nullable=False),
        sa.Column("opens", sa.Date, nullable=False),
        sa.Column("closes", sa.Date, nullable=False),
        sa.Column("confirmed", sa.BigInteger),
        sa.Column("closed", sa.Date),
        sa.Column("result", JSON),
        sa.PrimaryKeyConstraint("id", name="pk_round"),
        _to("round", "organisation_id", "organisation", gone="CASCADE"),
        _to("round", "previous_id", "round", gone="SET NULL"),
        sa.CheckConstraint("version >= 1", name="ck_round_version_positive"),
        sa.CheckConstraint("minimum >= 5", name="ck_round_minimum_protects"),
        sa.CheckConstraint("closes >= opens", name="ck_round_closes_after_opening"),
        sa.CheckConstraint(
            "closed IS NULL OR confirmed IS NOT NULL", name="ck_round_closed_was_open"
        ),
        sa.CheckConstraint(
            "(closed IS NULL) = (result IS NULL)", name="ck_round_closed_has_result"
        ),
    )
    op.create_index("ix_round_organisation_id", "round", ["organisation_id"])
    op.create_table(
        "round_team",
        sa.Column("id", ID, nullable=False),
        sa.Column("round_id", ID, nullable=False),
        sa.Column("team_id", ID),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("role", sa.Text),
        sa.Column("answers", JSON, nullable=False),
        sa.Column("code", sa.String(14), nullable=False),
        sa.Column("has_enough", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("id", name="pk_round_team"),
        sa.UniqueConstraint("code", name="uq_round_team_code"),
        sa.UniqueConstraint("round_id", "team_id", name="uq_round_team_round_id_team_id"),
        _to("round_team", "round_id", "round", gone="CASCADE"),
        _to("round_team", "team_id", "team", gone="SET NULL"),
        sa.CheckConstraint("size >= 1", name="ck_round_team_size_positive"),
    )
