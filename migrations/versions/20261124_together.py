"""Scans that a team fills in together, what it did not agree on, and teams joined into one."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "20261124_together"
down_revision = "20261124_own_questions"
branch_labels = None
depends_on = None

Json = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    for table in ("scan", "round_team"):
        op.add_column(
            table,
            sa.Column("together", sa.Boolean, nullable=False, server_default=sa.false()),
        )
    for table, name, nothing in (("section", "divided", "{}"), ("round_team", "joined", "[]")):
        op.add_column(table, sa.Column(name, Json, nullable=False, server_default=nothing))


def downgrade() -> None:
    op.drop_column("round_team", "joined")
    op.drop_column("section", "divided")
    for table in ("round_team", "scan"):
        op.drop_column(table, "together")
