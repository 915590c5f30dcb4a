"""Reports of rounds, beside those of scans and samples."""

import re

import sqlalchemy as sa
from alembic import op

revision = "20261124_round_reports"
down_revision = "20261124_teams"
branch_labels = None
depends_on = None

_TWO = "(scan_id IS NULL) <> (sample IS NULL)"
_THREE = (
    "(CASE WHEN scan_id IS NULL THEN 0 ELSE 1 END) + "
    "(CASE WHEN sample IS NULL THEN 0 ELSE 1 END) + "
    "(CASE WHEN round_id IS NULL THEN 0 ELSE 1 END) = 1"
)
_COLUMNS = ("round_id VARCHAR(16)", "part TEXT")
_UNIQUE = {
    "report": ("round_id", "part", "language"),
    "work": ("round_id", "part", "language", "kind"),
}


def upgrade() -> None:
    for table in _UNIQUE:
        if op.get_bind().dialect.name == "sqlite":
            _make_anew(table, _grown(table))
        else:
            _grow(table)


def downgrade() -> None:
    for table in _UNIQUE:
        op.execute(f"DELETE FROM {table} WHERE round_id IS NOT NULL")  # noqa: S608  ours
        if op.get_bind().dialect.name == "sqlite":
            _make_anew(table, _shrunk(table))
        else:
            _shrink(table)


def _rules(table: str) -> dict[str, str]:
    """Return the rules that are new, by name."""
    columns = _UNIQUE[table]
    return {
        f"uq_{table}_{'_'.join(columns)}": f"UNIQUE ({', '.join(columns)})",
        f"ck_{table}_part_of_round": "CHECK ((round_id IS NULL) = (part IS NULL))",
        f"fk_{table}_round_id_round": (
            "FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE"
        ),
    }


# --- PostgreSQL -------------------------------------------------------------------------


def _grow(table: str) -> None:
    for column in _COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    for name, rule in _rules(table).items():
        op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {rule}")
    _set_subject(table, _THREE)


def _shrink(table: str) -> None:
    _set_subject(table, _TWO)
    for name in _rules(table):
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for column in _COLUMNS:
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column.split()[0]}")


def _set_subject(table: str, rule: str) -> None:
    name = f"ck_{table}_one_subject"
    op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({rule})")


# --- SQLite -----------------------------------------------------------------------------


def _grown(table: str) -> str:
    words = _words(table).replace(_TWO, _THREE)
    before, first, after = words.partition("CONSTRAINT")
    inside, end, options = after.rpartition(")")
    rules = "".join(f", CONSTRAINT {name} {rule}" for name, rule in _rules(table).items())
    return f"{before}{', '.join(_COLUMNS)}, {first}{inside}{rules}{end}{options}"


def _shrunk(table: str) -> str:
    words = _words(table).replace(_THREE, _TWO)
    for name, rule in _rules(table).items():
        words = words.replace(f", CONSTRAINT {name} {rule}", "")
    return words.replace(f"{', '.join(_COLUMNS)}, ", "")


def _words(table: str) -> str:
    query = sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :table")
    words: str = op.get_bind().execute(query, {"table": table}).scalar_one()
    return words


def _make_anew(table: str, words: str) -> None:
    """Make a table anew in these words, with the columns that both have; see `teams`."""
    anew = f"{table}_anew"
    op.execute(re.sub(rf'^CREATE TABLE "?{table}"?', f"CREATE TABLE {anew}", words))
    there = [set(_columns_of(each)) for each in (table, anew)]
    both = ", ".join(sorted(there[0] & there[1]))
    op.execute(f"INSERT INTO {anew} ({both}) SELECT {both} FROM {table}")  # noqa: S608  ours
    op.drop_table(table)
    op.rename_table(anew, table)


def _columns_of(table: str) -> list[str]:
    rows = op.get_bind().execute(sa.text(f"PRAGMA table_info({table})")).all()
    return [row.name for row in rows]
