import shutil
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import OperationalError

from quickscan.storage.database import Database
from quickscan.storage.migrations import (
    FOLDER,
    NewerDatabaseError,
    check,
    downgrade,
    is_current,
    migrate,
)
from quickscan.storage.tables import metadata
from tests.integration.installation import Installation

LATER = '''
"""A later migration, as one will come: a table that others refer to is made anew."""

import sqlalchemy as sa
from alembic import op

revision = "99991231_later"
down_revision = "{head}"


def upgrade():
    with op.batch_alter_table("scan", recreate="{recreate}") as scan:
        scan.add_column(sa.Column("extra", sa.Text))


def downgrade():
    with op.batch_alter_table("scan", recreate="{recreate}") as scan:
        scan.drop_column("extra")
'''


@pytest.fixture
def empty(empty_database_url: str) -> Database:
    return Database(empty_database_url)


def tables(database: Database) -> set[str]:
    with database.reading() as transaction:
        return set(inspect(transaction).get_table_names())


def test_migrations_make_every_table_and_exactly_those(empty: Database) -> None:
    migrate(empty)

    assert tables(empty) == {*metadata.tables, "alembic_version"}
    assert is_current(empty)
    check(empty)
    empty.close()


def test_they_go_down_and_up_again(empty: Database) -> None:
    assert not is_current(empty)
    migrate(empty)
    downgrade(empty, "base")
    assert tables(empty) == {"alembic_version"}

    migrate(empty)

    check(empty)
    empty.close()


def test_every_name_follows_the_convention(database: Database) -> None:
    with database.reading() as transaction:
        found = inspect(transaction)
        for table in metadata.sorted_tables:
            foreign = {own["name"] for own in found.get_foreign_keys(table.name)}
            checks = {own["name"] for own in found.get_check_constraints(table.name)}
            assert foreign == {own.name for own in table.foreign_key_constraints}
            assert all(str(name).startswith(f"ck_{table.name}_") for name in checks)


def test_migrating_again_keeps_every_row(installation: Installation) -> None:
    scan, code = installation.finished()
    installation.make_all()
    before = installation.rows()

    migrate(installation.database)

    assert installation.rows() == before
    assert installation.scans.find(code) == scan


def test_a_table_that_is_made_anew_takes_nothing_along(
    installation: Installation, tmp_path: Path
) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(FOLDER, folder)
    head = ScriptDirectory(str(FOLDER)).get_current_head()
    recreate = "always" if installation.database.is_sqlite else "auto"
    later = LATER.format(head=head, recreate=recreate)
    (folder / "versions" / "99991231_later.py").write_text(later)
    scan, code = installation.finished()
    installation.make_all()
    installation.scans.make_reading_code(scan.id, 7)
    before = installation.rows()

    migrate(installation.database, folder)

    with installation.database.reading() as transaction:
        assert transaction.execute(text("SELECT extra FROM scan")).scalar_one() is None
    assert installation.rows() == before
    with pytest.raises(NewerDatabaseError, match="99991231_later"):
        migrate(installation.database)
    downgrade(installation.database, str(head), folder)
    assert installation.rows() == before
    assert installation.scans.find(code) == scan
    check(installation.database)


def test_a_migration_that_fails_changes_nothing(
    installation: Installation, tmp_path: Path
) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(FOLDER, folder)
    head = ScriptDirectory(str(FOLDER)).get_current_head()
    broken = LATER.format(head=head, recreate="auto").replace(
        "\n\n\ndef downgrade", "\n    raise ZeroDivisionError\n\n\ndef downgrade"
    )
    (folder / "versions" / "99991231_later.py").write_text(broken)

    with pytest.raises(ZeroDivisionError):
        migrate(installation.database, folder)

    assert is_current(installation.database)
    check(installation.database)


def test_no_table_of_visitors_numbers_its_rows(database: Database) -> None:
    """Such numbers would tell in which order people came; PostgreSQL has none."""
    with database.reading() as transaction:
        if transaction.dialect.name != "sqlite":
            assert not [own for own in metadata.tables.values() if own.c.get("rowid")]
            return
        for table in metadata.tables.values():
            if "scan_id" in table.c or table.name == "scan":
                with pytest.raises(OperationalError, match="no such column: rowid"):
                    transaction.execute(text(f"SELECT rowid FROM {table.name}"))  # noqa: S608


def test_a_report_made_before_its_rows_had_no_order_is_still_there(
    installation: Installation,
) -> None:
    scan, _ = installation.finished()
    installation.make_all()
    before = installation.reports.pdf(scan.id, "nl")

    downgrade(installation.database, "20261121_first")
    migrate(installation.database)

    assert installation.reports.pdf(scan.id, "nl") == before
    check(installation.database)
