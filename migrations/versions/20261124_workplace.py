"""The Workplace: accounts, editions of questionnaires, and what was done with them."""

import sqlalchemy as sa
from alembic import op

revision = "20261124_workplace"
down_revision = "20261124_no_order"
branch_labels = None
depends_on = None

EMAIL = sa.String(254)


def upgrade() -> None:
    _accounts()
    _editions()


def downgrade() -> None:
    for table in ("step", "withdrawal", "edition", "sign_in", "account_role"):
        op.drop_table(table)
    op.drop_table("account")


def _of_account(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["email"], ["account.email"], name=f"fk_{table}_email_account", ondelete="CASCADE"
    )


def _accounts() -> None:
    op.create_table(
        "account",
        sa.Column("email", EMAIL, nullable=False),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("created", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("email", name="pk_account"),
        sa.CheckConstraint("email = lower(email)", name="ck_account_email_in_lower_case"),
    )
    op.create_table(
        "account_role",
        sa.Column("email", EMAIL, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("email", "role", name="pk_account_role"),
        sa.CheckConstraint("role IN ('editor')", name="ck_account_role_known_role"),
        _of_account("account_role"),
    )
    op.create_table(
        "sign_in",
        sa.Column("hmac", sa.String(64), nullable=False),
        sa.Column("email", EMAIL, nullable=False),
        sa.Column("ends", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("hmac", name="pk_sign_in"),
        _of_account("sign_in"),
    )
    op.create_index("ix_sign_in_email", "sign_in", ["email"])
    op.create_index("ix_sign_in_ends", "sign_in", ["ends"])


def _editions() -> None:
    op.create_table(
        "edition",
        sa.Column("questionnaire", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("scenarios", sa.LargeBinary),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("uploaded_by", EMAIL, nullable=False),
        sa.Column("published_by", EMAIL),
        sa.Column("published", sa.Date),
        sa.PrimaryKeyConstraint("questionnaire", "version", name="pk_edition"),
        sa.CheckConstraint("version >= 1", name="ck_edition_version_positive"),
        sa.CheckConstraint(
            "published_by <> uploaded_by", name="ck_edition_published_by_another"
        ),
        sa.CheckConstraint(
            "(published IS NULL) = (published_by IS NULL)",
            name="ck_edition_published_by_someone",
        ),
    )
    op.create_index("ix_edition_published", "edition", ["published"])
    op.create_table(
        "withdrawal",
        sa.Column("questionnaire", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("questionnaire", "version", name="pk_withdrawal"),
    )
    op.create_table(
        "step",
        sa.Column("number", sa.Integer, nullable=False, autoincrement=True),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("email", EMAIL, nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("questionnaire", sa.Text),
        sa.Column("version", sa.Integer),
        sa.Column("about", sa.Text),
        sa.PrimaryKeyConstraint("number", name="pk_step"),
        sqlite_autoincrement=True,
    )
