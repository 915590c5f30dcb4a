"""Rows of editions: versions of questionnaires that came in through the Workplace."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, delete, func, or_, select, update

from quickscan.storage.database import Transaction, upsert
from quickscan.storage.tables import edition, withdrawal


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRow:
    """One version, as the bytes of its file and of its scenarios.

    `published` is the day from which it is published, in the past or to come; None for a
    draft. `sha256` is of the content.
    """

    questionnaire: str
    version: int
    content: bytes
    scenarios: bytes | None
    sha256: str
    uploaded_by: str
    published_by: str | None = None
    published: date | None = None


def load_all(connection: Transaction) -> tuple[EditionRow, ...]:
    """Return all editions, by questionnaire and version."""
    query = select(edition).order_by(edition.c.questionnaire, edition.c.version)
    return tuple(EditionRow(**row._asdict()) for row in connection.execute(query))


def published(connection: Transaction, day: date) -> tuple[EditionRow, ...]:
    """Return the editions that are published on a day, by questionnaire and version."""
    query = select(edition).where(edition.c.published <= day)
    query = query.order_by(edition.c.questionnaire, edition.c.version)
    return tuple(EditionRow(**row._asdict()) for row in connection.execute(query))


def load(
    connection: Transaction, questionnaire: str, version: int, *, lock: bool = False
) -> EditionRow | None:
    """Return one edition, or None when it is not there."""
    query = select(edition).where(*_of(questionnaire, version))
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    return EditionRow(**row._asdict()) if row else None


def newest_published(connection: Transaction, questionnaire: str, day: date) -> int:
    """Return the newest version that is published on a day; 0 when none is."""
    query = select(func.max(edition.c.version)).where(
        edition.c.questionnaire == questionnaire, edition.c.published <= day
    )
    return connection.execute(query).scalar_one() or 0


def save_draft(connection: Transaction, row: EditionRow, day: date) -> bool:
    """Keep a draft in the place of an earlier one; a plan to publish that one ends.

    Returns False, and changes nothing, when the version is published on this day.
    """
    values = {
        "content": row.content,
        "scenarios": row.scenarios,
        "sha256": row.sha256,
        "uploaded_by": row.uploaded_by,
        "published_by": None,
        "published": None,
    }
    own = upsert(connection, edition).values(
        questionnaire=row.questionnaire, version=row.version, **values
    )
    kept = own.on_conflict_do_update(
        index_elements=[edition.c.questionnaire, edition.c.version],
        set_=values,
        where=_unpublished(day),
    )
    return bool(connection.execute(kept).rowcount)


def plan(
    connection: Transaction, questionnaire: str, version: int, *, by: str, day: date
) -> None:
    """Let an edition be published from a day on."""
    connection.execute(
        update(edition)
        .where(*_of(questionnaire, version))
        .values(published=day, published_by=by)
    )


def unplan(connection: Transaction, questionnaire: str, version: int, day: date) -> bool:
    """Make a draft of an edition whose day has not come; say whether it was one."""
    planned = edition.c.published > day
    return bool(
        connection.execute(
            update(edition)
            .where(*_of(questionnaire, version), planned)
            .values(published=None, published_by=None)
        ).rowcount
    )


def remove_draft(connection: Transaction, questionnaire: str, version: int, day: date) -> bool:
    """Remove an edition that is not published on this day; say whether it was there."""
    unpublished = _unpublished(day)
    return bool(
        connection.execute(
            delete(edition).where(*_of(questionnaire, version), unpublished)
        ).rowcount
    )


def withdrawn(connection: Transaction) -> frozenset[tuple[str, int]]:
    """Return the versions that are withdrawn here."""
    return frozenset(
        (row.questionnaire, row.version) for row in connection.execute(select(withdrawal))
    )


def withdraw(connection: Transaction, questionnaire: str, version: int) -> None:
    """Let no new scan begin on a version; nothing when that was so already."""
    own = upsert(connection, withdrawal).values(questionnaire=questionnaire, version=version)
    connection.execute(own.on_conflict_do_nothing())


def offer(connection: Transaction, questionnaire: str, version: int) -> None:
    """Let new scans begin on a version again."""
    connection.execute(
        delete(withdrawal).where(
            withdrawal.c.questionnaire == questionnaire, withdrawal.c.version == version
        )
    )


def _of(questionnaire: str, version: int) -> tuple[ColumnElement[bool], ...]:
    return (edition.c.questionnaire == questionnaire, edition.c.version == version)


def _unpublished(day: date) -> ColumnElement[bool]:
    return or_(edition.c.published.is_(None), edition.c.published > day)
