"""Know which page in a browser saved a section last, and what it wrote."""

import sqlalchemy as sa
from alembic import op

revision = "20261124_page"
down_revision = "20261124_workplace"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("section", sa.Column("page", sa.Text))


def downgrade() -> None:
    op.drop_column("section", "page")
