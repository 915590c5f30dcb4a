"""Keep reports and work, like scans, without numbering their rows.

SQLite numbers the rows of a table unless told not to, and those numbers tell in which order
scans were finished. PostgreSQL keeps no such numbers.
"""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "20261124_no_order"
down_revision = "20261121_first"
branch_labels = None
depends_on = None

UNNUMBERED = "WITHOUT ROWID"


def upgrade() -> None:
    for table in ("report", "work"):
        _make_anew(table, lambda words: f"{words} {UNNUMBERED}")


def downgrade() -> None:
    for table in ("report", "work"):
        _make_anew(table, lambda words: words.removesuffix(UNNUMBERED))


def _make_anew(table: str, changed: Callable[[str], str]) -> None:
    """Make a table of SQLite anew with the same columns and rules, and the same rows."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    query = sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :table")
    words = connection.execute(query, {"table": table}).scalar_one().strip()
    op.rename_table(table, f"{table}_before")
    op.execute(changed(words).strip())
    op.execute(f"INSERT INTO {table} SELECT * FROM {table}_before ORDER BY id")  # noqa: S608
    op.drop_table(f"{table}_before")
