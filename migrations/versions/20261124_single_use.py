"""Codes that work once, links to read a round along, and where people take part."""

import sqlalchemy as sa
from alembic import op

revision = "20261124_single_use"
down_revision = "20261124_mail"
branch_labels = None
depends_on = None

ID, HMAC = sa.String(16), sa.String(64)
CODE, UNUSED, ALONG = "single_use_code", "unused_code", "read_along"


def upgrade() -> None:
    op.add_column("round", sa.Column("origin", sa.Text))
    op.add_column(
        "round_team",
        sa.Column("single_use", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    op.create_table(
        CODE,
        sa.Column("hmac", HMAC, nullable=False),
        sa.Column("round_team_id", ID, nullable=False),
        sa.PrimaryKeyConstraint("hmac", name=f"pk_{CODE}"),
        sa.ForeignKeyConstraint(
            ["round_team_id"],
            ["round_team.id"],
            name=f"fk_{CODE}_round_team_id_round_team",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(f"ix_{CODE}_round_team_id", CODE, ["round_team_id"])
    op.create_table(
        UNUSED,
        sa.Column("hmac", HMAC, nullable=False),
        sa.PrimaryKeyConstraint("hmac", name=f"pk_{UNUSED}"),
        sa.ForeignKeyConstraint(
            ["hmac"], [f"{CODE}.hmac"], name=f"fk_{UNUSED}_hmac_{CODE}", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        ALONG,
        sa.Column("round_id", ID, nullable=False),
        sa.Column("ref", ID, nullable=False),
        sa.Column("hmac", HMAC, nullable=False),
        sa.PrimaryKeyConstraint("round_id", name=f"pk_{ALONG}"),
        sa.UniqueConstraint("ref", name=f"uq_{ALONG}_ref"),
        sa.UniqueConstraint("hmac", name=f"uq_{ALONG}_hmac"),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["round.id"],
            name=f"fk_{ALONG}_round_id_round",
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    op.drop_table(ALONG)
    op.drop_table(UNUSED)
    op.drop_table(CODE)
    op.drop_column("round_team", "single_use")
    op.drop_column("round", "origin")
