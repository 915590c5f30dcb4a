"""Tallies of closed rounds, what is published of them, and people who count on their own."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "20261124_benchmark"
down_revision = "20261124_single_use"
branch_labels = None
depends_on = None

ID = sa.String(16)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("organisation", sa.Column("sector", sa.Text))
    op.add_column("organisation", sa.Column("size", sa.Text))
    shares = sa.Column("shares", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("round", shares)
    _make_tally()
    op.create_table(
        "publication",
        sa.Column("day", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_publication"),
    )
    _make_benchmark()
    _make_standing()
    _make_people()


def _make_tally() -> None:
    op.create_table(
        "tally",
        sa.Column("round_id", ID, nullable=False),
        *_texts("role", "dimension", "theme"),
        sa.Column("counts", JSON, nullable=False),
        *_numbers("rough", "earned", "possible"),
        sa.PrimaryKeyConstraint("round_id", "role", "dimension", "theme", name="pk_tally"),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name="fk_tally_round_id_round", ondelete="CASCADE"
        ),
        sa.CheckConstraint("rough >= 0", name="ck_tally_rough_counts"),
        sa.CheckConstraint(
            "earned BETWEEN 0 AND possible", name="ck_tally_earned_within_reach"
        ),
    )


def _make_benchmark() -> None:
    op.create_table(
        "benchmark",
        sa.Column("day", sa.Date, nullable=False),
        *_texts("questionnaire"),
        *_numbers("version"),
        *_texts("role"),
        sa.Column("part", sa.String(80), nullable=False),
        sa.Column("themes", JSON, nullable=False),
        sa.Column("reference", JSON, nullable=False),
        sa.PrimaryKeyConstraint(
            "day", "questionnaire", "version", "role", "part", name="pk_benchmark"
        ),
        _of_day("benchmark"),
        sa.CheckConstraint("version >= 1", name="ck_benchmark_version_positive"),
    )


def _make_standing() -> None:
    op.create_table(
        "standing",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        *_texts("questionnaire"),
        *_numbers("version"),
        *_texts("role"),
        sa.Column("rounds", JSON, nullable=False),
        sa.Column("themes", JSON, nullable=False),
        sa.PrimaryKeyConstraint(
            "day", "organisation_id", "questionnaire", "version", "role", name="pk_standing"
        ),
        _of_day("standing"),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name="fk_standing_organisation_id_organisation",
            ondelete="CASCADE",
        ),
    )


def _make_people() -> None:
    op.create_table(
        "contribution",
        sa.Column("scan_id", ID, nullable=False),
        sa.Column("counted", sa.Date),
        sa.PrimaryKeyConstraint("scan_id", name="pk_contribution"),
        sa.ForeignKeyConstraint(
            ["scan_id"], ["scan.id"], name="fk_contribution_scan_id_scan", ondelete="CASCADE"
        ),
        _of_day("contribution", "counted"),
        sqlite_with_rowid=False,
    )
    key = ("day", "questionnaire", "version", "role", "dimension", "theme")
    op.create_table(
        "people_tally",
        sa.Column("day", sa.Date, nullable=False),
        *_texts("questionnaire"),
        *_numbers("version"),
        *_texts("role", "dimension", "theme"),
        *_numbers("people"),
        sa.Column("counts", JSON, nullable=False),
        sa.PrimaryKeyConstraint(*key, name="pk_people_tally"),
        _of_day("people_tally"),
        sa.CheckConstraint("people >= 5", name="ck_people_tally_people_protect"),
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _of_day(table: str, column: str = "day") -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_publication"
    return sa.ForeignKeyConstraint(
        [column], ["publication.day"], name=name, ondelete="CASCADE"
    )


def downgrade() -> None:
    for table in (
        "people_tally",
        "contribution",
        "standing",
        "benchmark",
        "publication",
        "tally",
    ):
        op.drop_table(table)
    op.drop_column("round", "shares")
    op.drop_column("organisation", "size")
    op.drop_column("organisation", "sector")
