"""Links by which someone becomes a coordinator."""

import sqlalchemy as sa
from alembic import op

revision = "20261124_inviting"
down_revision = "20261124_round_reports"
branch_labels = None
depends_on = None

ID, HMAC, EMAIL = sa.String(16), sa.String(64), sa.String(254)
INVITATION, TEAM = "coordinator_invitation", "coordinator_invitation_team"


def upgrade() -> None:
    op.create_table(
        INVITATION,
        sa.Column("hmac", HMAC, nullable=False),
        sa.Column("ref", ID, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("email", EMAIL, nullable=False),
        sa.Column("every_team", sa.Boolean, nullable=False),
        sa.Column("ends", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("hmac", name=f"pk_{INVITATION}"),
        sa.UniqueConstraint("ref", name=f"uq_{INVITATION}_ref"),
        sa.ForeignKeyConstraint(
            ["organisation_id", "email"],
            ["coordinator.organisation_id", "coordinator.email"],
            name=f"fk_{INVITATION}_coordinator",
            ondelete="CASCADE",
        ),
    )
    op.create_index(f"ix_{INVITATION}_ends", INVITATION, ["ends"])
    whose = ["organisation_id", "email"]
    op.create_index(f"ix_{INVITATION}_organisation_id_email", INVITATION, whose)
    op.create_table(
        TEAM,
        sa.Column("hmac", HMAC, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.PrimaryKeyConstraint("hmac", "team_id", name=f"pk_{TEAM}"),
        sa.ForeignKeyConstraint(
            ["hmac"], [f"{INVITATION}.hmac"], name=f"fk_{TEAM}_invitation", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=f"fk_{TEAM}_team_id_team", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    op.drop_table(TEAM)
    op.drop_table(INVITATION)
