"""Mail that is to be sent, links by which a password is chosen, what was told of rounds."""

import sqlalchemy as sa
from alembic import op

revision = "20261124_mail"
down_revision = "20261124_together"
branch_labels = None
depends_on = None

ID, HMAC, EMAIL = sa.String(16), sa.String(64), sa.String(254)
MAIL, LINK, NOTICE = "mail", "password_link", "round_notice"
KINDS = "kind IN ('begin', 'forgotten', 'invitation', 'warning', 'result')"


def upgrade() -> None:
    op.create_table(
        MAIL,
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("recipient", EMAIL, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("asked", sa.BigInteger, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("leased_until", sa.BigInteger),
        sa.Column("claim", ID),
        sa.PrimaryKeyConstraint("id", name=f"pk_{MAIL}"),
        sa.UniqueConstraint("claim", name=f"uq_{MAIL}_claim"),
        sa.UniqueConstraint(
            "kind", "recipient", "about", name=f"uq_{MAIL}_kind_recipient_about"
        ),
        sa.CheckConstraint(KINDS, name=f"ck_{MAIL}_known_kind"),
        sa.CheckConstraint("attempts BETWEEN 0 AND 3", name=f"ck_{MAIL}_three_attempts"),
        sa.CheckConstraint(
            "claim IS NULL OR leased_until IS NOT NULL", name=f"ck_{MAIL}_claim_has_lease"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(f"ix_{MAIL}_asked", MAIL, ["asked"])
    op.create_table(
        LINK,
        sa.Column("hmac", HMAC, nullable=False),
        sa.Column("email", EMAIL, nullable=False),
        sa.Column("begins", sa.Boolean, nullable=False),
        sa.Column("ends", sa.BigInteger, nullable=False),
        sa.Column("used", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("hmac", name=f"pk_{LINK}"),
    )
    op.create_index(f"ix_{LINK}_email", LINK, ["email"])
    op.create_index(f"ix_{LINK}_ends", LINK, ["ends"])
    op.create_table(
        NOTICE,
        sa.Column("round_id", ID, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("round_id", "kind", name=f"pk_{NOTICE}"),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=f"fk_{NOTICE}_round_id_round", ondelete="CASCADE"
        ),
        sa.CheckConstraint("kind IN ('warning', 'result')", name=f"ck_{NOTICE}_known_kind"),
    )


def downgrade() -> None:
    op.drop_table(NOTICE)
    op.drop_table(LINK)
    op.drop_table(MAIL)
