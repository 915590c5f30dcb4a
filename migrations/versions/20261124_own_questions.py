"""Questions that an organisation asks itself in a round."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "20261124_own_questions"
down_revision = "20261124_inviting"
branch_labels = None
depends_on = None


def upgrade() -> None:
    kept = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
    op.add_column("round", sa.Column("own_questions", kept))


def downgrade() -> None:
    op.drop_column("round", "own_questions")
