"""The first tables: scans with their sections and reading codes, reports, work, the clock."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261121_first"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.String(16)
HMAC = sa.String(64)
LANGUAGE = sa.String(35)
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    _scans()
    _reports()
    _work()
    _installation()


def downgrade() -> None:
    for table in (
        "installation",
        "clock",
        "failure",
        "work",
        "report",
        "reading_code",
        "section",
    ):
        op.drop_table(table)
    op.drop_table("scan")


def _of_scan(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["scan_id"], ["scan.id"], name=f"fk_{table}_scan_id_scan", ondelete="CASCADE"
    )


def _scans() -> None:
    op.create_table(
        "scan",
        sa.Column("id", ID, nullable=False),
        sa.Column("code_hmac", HMAC, nullable=False),
        sa.Column("questionnaire", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("role", sa.Text),
        sa.Column("language", LANGUAGE, nullable=False),
        sa.Column("started", sa.Date, nullable=False),
        sa.Column("finished", sa.Date),
        sa.Column("expires", sa.Date, nullable=False),
        sa.Column("chosen", JSON, nullable=False),
        sa.Column("previous_id", ID),
        sa.PrimaryKeyConstraint("id", name="pk_scan"),
        sa.UniqueConstraint("code_hmac", name="uq_scan_code_hmac"),
        sa.ForeignKeyConstraint(
            ["previous_id"], ["scan.id"], name="fk_scan_previous_id_scan", ondelete="SET NULL"
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_scan_version_positive")),
        sa.CheckConstraint("finished >= started", name=op.f("ck_scan_finished_after_start")),
        sa.CheckConstraint("expires >= started", name=op.f("ck_scan_expires_after_start")),
        sa.CheckConstraint("previous_id <> id", name=op.f("ck_scan_previous_is_another")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_scan_expires", "scan", ["expires"])
    op.create_index("ix_scan_previous_id", "scan", ["previous_id"])
    op.create_table(
        "section",
        sa.Column("scan_id", ID, nullable=False),
        sa.Column("section_id", sa.Text, nullable=False),
        sa.Column("answers", JSON, nullable=False),
        sa.Column("note", sa.Text),
        sa.PrimaryKeyConstraint("scan_id", "section_id", name="pk_section"),
        _of_scan("section"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reading_code",
        sa.Column("hmac", HMAC, nullable=False),
        sa.Column("ref", ID, nullable=False),
        sa.Column("scan_id", ID, nullable=False),
        sa.Column("ends", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("hmac", name="pk_reading_code"),
        sa.UniqueConstraint("ref", name="uq_reading_code_ref"),
        _of_scan("reading_code"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_reading_code_ends", "reading_code", ["ends"])
    op.create_index("ix_reading_code_scan_id", "reading_code", ["scan_id"])


def _reports() -> None:
    op.create_table(
        "report",
        sa.Column("id", ID, nullable=False),
        sa.Column("scan_id", ID),
        sa.Column("sample", sa.Text),
        sa.Column("language", LANGUAGE, nullable=False),
        sa.Column("fingerprint", HMAC, nullable=False),
        sa.Column("pdf", sa.LargeBinary, nullable=False),
        sa.Column("made", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
        sa.UniqueConstraint("scan_id", "language", name="uq_report_scan_id_language"),
        sa.UniqueConstraint("sample", "language", name="uq_report_sample_language"),
        sa.CheckConstraint(
            "(scan_id IS NULL) <> (sample IS NULL)", name=op.f("ck_report_one_subject")
        ),
        _of_scan("report"),
    )


def _work() -> None:
    op.create_table(
        "work",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("scan_id", ID),
        sa.Column("sample", sa.Text),
        sa.Column("language", LANGUAGE, nullable=False),
        sa.Column("turn", sa.BigInteger, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("leased_until", sa.BigInteger),
        sa.Column("claim", ID),
        sa.Column("failed", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("id", name="pk_work"),
        sa.UniqueConstraint("claim", name="uq_work_claim"),
        sa.UniqueConstraint(
            "scan_id", "language", "kind", name="uq_work_scan_id_language_kind"
        ),
        sa.UniqueConstraint("sample", "language", "kind", name="uq_work_sample_language_kind"),
        sa.CheckConstraint(
            "(scan_id IS NULL) <> (sample IS NULL)", name=op.f("ck_work_one_subject")
        ),
        sa.CheckConstraint("kind IN ('report')", name=op.f("ck_work_known_kind")),
        sa.CheckConstraint("attempts BETWEEN 0 AND 3", name=op.f("ck_work_three_attempts")),
        sa.CheckConstraint(
            "claim IS NULL OR leased_until IS NOT NULL", name=op.f("ck_work_claim_has_lease")
        ),
        sa.CheckConstraint(
            "NOT failed OR claim IS NULL", name=op.f("ck_work_failed_is_unclaimed")
        ),
        _of_scan("work"),
    )


def _installation() -> None:
    op.create_table(
        "failure",
        sa.Column("address_hmac", HMAC, nullable=False),
        sa.Column("hour", sa.BigInteger, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("address_hmac", "hour", name="pk_failure"),
        sa.CheckConstraint("count >= 1", name=op.f("ck_failure_count_positive")),
    )
    op.create_table(
        "clock",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_clock"),
    )
    op.create_table(
        "installation",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("mark", HMAC, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_installation"),
    )
