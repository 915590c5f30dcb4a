"""Rows of scans and of their sections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hmac import compare_digest

from sqlalchemy import (
    JSON,
    ColumnElement,
    Row,
    bindparam,
    case,
    cast,
    delete,
    func,
    insert,
    literal,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB

from quickscan.storage.database import Transaction, Upsert, insert_for
from quickscan.storage.tables import contribution, round_, round_team, scan, section


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRow:
    """One scan without its answers. `chosen` are ids of advice in the order chosen.

    `own_questions` are those of the round in which it takes part, as long as that is known.
    """

    id: str
    questionnaire: str
    version: int
    role: str | None
    language: str
    started: date
    finished: date | None
    expires: date
    chosen: tuple[str, ...]
    previous_id: str | None
    round_team_id: str | None = None
    own_questions: Mapping[str, object] | None = None
    together: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRow:
    """One saved section: its answers by question id, and the visitor's note.

    `divided` has a note, perhaps an empty one, for each question that people did not agree on.
    """

    section_id: str
    answers: Mapping[str, object]
    note: str | None
    page: str | None = None
    divided: Mapping[str, str] = field(default_factory=dict)


_OWN_QUESTIONS: ColumnElement[object] = literal_column(
    "(SELECT r.own_questions FROM round r JOIN round_team t ON t.round_id = r.id"
    " WHERE t.id = scan.round_team_id AND NOT scan.together)",
    round_.c.own_questions.type,
).label("own_questions")
"""Written out: behind RETURNING the names of tables would be left out of it on SQLite."""

_COLUMNS = [*(column for column in scan.c if column is not scan.c.code_hmac), _OWN_QUESTIONS]
_NAMES = [column.name for column in _COLUMNS]


def add(connection: Transaction, row: ScanRow, code_hmac: str) -> None:
    """Add a scan."""
    connection.execute(
        insert(scan).values(
            id=row.id,
            code_hmac=code_hmac,
            questionnaire=row.questionnaire,
            version=row.version,
            role=row.role,
            language=row.language,
            started=row.started,
            finished=row.finished,
            expires=row.expires,
            chosen=list(row.chosen),
            previous_id=row.previous_id,
            round_team_id=row.round_team_id,
            together=row.together,
        )
    )


def load(connection: Transaction, id: str, day: date, *, lock: bool = False) -> ScanRow | None:
    """Return a scan that is still kept on this day, or None.

    With `lock` no other transaction changes it until this one ends.
    """
    query = select(*_COLUMNS).where(scan.c.id == id, scan.c.expires >= day)
    if lock:
        query = query.with_for_update(key_share=True)
    return _scan(connection.execute(query).one_or_none())


def load_opened_by(
    connection: Transaction, id: str, code_hmacs: Sequence[str], day: date
) -> tuple[ScanRow, tuple[SectionRow, ...]] | None:
    """Return a scan that is still kept, with its sections, if one of these codes opens it."""
    rows = connection.execute(_WITH_SECTIONS, {"own": id, "day": day}).all()
    if not rows or not any(compare_digest(rows[0].code_hmac, own) for own in code_hmacs):
        return None
    width = len(_COLUMNS)
    own = dict(zip(_NAMES, rows[0], strict=False))
    sections = tuple(
        SectionRow(section_id=id, answers=answers, note=note, page=page, divided=divided)
        for id, answers, note, page, divided in (row[width : width + 5] for row in rows)
        if id is not None
    )
    return ScanRow(**{**own, "chosen": tuple(own["chosen"])}), sections


def find(connection: Transaction, code_hmac: str, day: date) -> ScanRow | None:
    """Return the scan that this code opens and that is still kept on this day, or None."""
    query = select(*_COLUMNS).where(scan.c.code_hmac == code_hmac, scan.c.expires >= day)
    return _scan(connection.execute(query).one_or_none())


def _scan(row: Row[tuple[object, ...]] | None) -> ScanRow | None:
    if row is None:
        return None
    values = row._asdict()
    return ScanRow(**{**values, "chosen": tuple(values["chosen"])})


def sections(connection: Transaction, scan_id: str) -> tuple[SectionRow, ...]:
    """Return the saved sections of a scan."""
    rows = connection.execute(_SECTIONS, {"own": scan_id}).all()
    return tuple(
        SectionRow(section_id=id, answers=answers, note=note, page=page, divided=divided)
        for id, answers, note, page, divided in rows
    )


def touch(connection: Transaction, id: str, *, day: date, expires: date) -> ScanRow | None:
    """Keep an unfinished scan until `expires` and return it; None when there is none.

    One that was made for a round keeps the day it has: another would tell when it was saved.
    Two transactions that touch one scan come one after the other.
    """
    touched = connection.execute(_TOUCH, {"own": id, "day": day, "until": expires})
    return _scan(touched.one_or_none())


def merge_section(  # noqa: PLR0913, PLR0917  a row has so many columns
    connection: Transaction,
    scan_id: str,
    section_id: str,
    changes: Mapping[str, object],
    note: str | None,
    page: str | None = None,
) -> None:
    """Save answers of a section beside those it has, without reading them first.

    An answer of None is taken away. A note of None leaves the note as it is. `page` says
    which page did this.
    """
    values = {
        "scan_id": scan_id,
        "section_id": section_id,
        "changes": dict(changes),
        "note": note,
        "page": page,
    }
    connection.execute(_merge(connection.dialect.name), values)


def set_divided(
    connection: Transaction, scan_id: str, section_id: str, question_id: str, note: str | None
) -> None:
    """Keep that people did not agree on a question of a saved section; None: that they did."""
    merged = _merged(connection.dialect.name, section.c.divided)
    query = update(section).where(
        section.c.scan_id == scan_id, section.c.section_id == section_id
    )
    connection.execute(query.values(divided=merged), {"changes": {question_id: note}})


# --- statements of every page, made once ------------------------------------------------

_WITH_SECTIONS = (
    select(
        *_COLUMNS,
        section.c.section_id,
        section.c.answers,
        section.c.note,
        section.c.page,
        section.c.divided,
        scan.c.code_hmac,
    )
    .outerjoin_from(scan, section)
    .where(scan.c.id == bindparam("own"), scan.c.expires >= bindparam("day"))
)
_SECTIONS = select(
    section.c.section_id,
    section.c.answers,
    section.c.note,
    section.c.page,
    section.c.divided,
).where(section.c.scan_id == bindparam("own"))
_TOUCH = (
    update(scan)
    .where(
        scan.c.id == bindparam("own"),
        scan.c.finished.is_(None),
        scan.c.expires >= bindparam("day"),
    )
    .values(
        expires=case(
            (scan.c.round_team_id.is_(None), bindparam("until")), else_=scan.c.expires
        )
    )
    .returning(*_COLUMNS)
)


@cache
def _merge(dialect: str) -> Upsert:
    """Return the statement that saves answers of a section, for one kind of database."""
    query = insert_for(dialect, section).values(
        scan_id=bindparam("scan_id"),
        section_id=bindparam("section_id"),
        answers=_merged(dialect, literal({}, JSON)),
        note=bindparam("note"),
        page=bindparam("page"),
    )
    return query.on_conflict_do_update(
        index_elements=[section.c.scan_id, section.c.section_id],
        set_={
            "answers": _merged(dialect, section.c.answers),
            "note": func.coalesce(query.excluded.note, section.c.note),
            "page": query.excluded.page,
        },
    )


def _merged(dialect: str, old: ColumnElement[object]) -> ColumnElement[object]:
    new = bindparam("changes", type_=JSON)
    if dialect == "sqlite":
        return func.json_patch(old, new)
    return func.jsonb_strip_nulls(cast(old, JSONB).op("||")(cast(new, JSONB)))


def change(connection: Transaction, id: str, **values: object) -> None:
    """Change columns of a scan."""
    connection.execute(update(scan).where(scan.c.id == id).values(**values))


def count(
    connection: Transaction, questionnaire: str, version: int, day: date
) -> tuple[int, int]:
    """Return how many unfinished and finished scans of a version are kept on this day."""
    query = select(func.count(), func.count(scan.c.finished)).where(
        scan.c.questionnaire == questionnaire, scan.c.version == version, scan.c.expires >= day
    )
    every, finished = connection.execute(query).one()
    return every - finished, finished


def finished_of_round(connection: Transaction, round_id: str) -> tuple[ScanRow, ...]:
    """Return the finished scans that count in a round, in no known order.

    What a team filled in together is of no single person, and does not count.
    """
    query = (
        select(*_COLUMNS)
        .join_from(scan, round_team, scan.c.round_team_id == round_team.c.id)
        .where(
            round_team.c.round_id == round_id,
            scan.c.finished.is_not(None),
            scan.c.together.is_(False),
        )
        .order_by(scan.c.id)
    )
    return tuple(own for row in connection.execute(query) if (own := _scan(row)))


def contributed(
    connection: Transaction, day: date, *, counted: date | None = None
) -> tuple[ScanRow, ...]:
    """Return the finished scans on their own that wait to count, or count since a day.

    Only those that were finished up to and including this `day`, in no known order.
    """
    query = (
        select(*_COLUMNS)
        .join_from(scan, contribution, scan.c.id == contribution.c.scan_id)
        .where(
            scan.c.round_team_id.is_(None),
            scan.c.together.is_(False),
            scan.c.finished <= day,
            contribution.c.counted.is_(None)
            if counted is None
            else contribution.c.counted == counted,
        )
        .order_by(scan.c.id)
    )
    return tuple(own for row in connection.execute(query) if (own := _scan(row)))


def drop_links(connection: Transaction, before: date, own: str) -> int:
    """Forget for which team scans were made, of rounds that closed before a day.

    The section `own` goes with it: it was asked in that round only.
    """
    old = (
        select(round_team.c.id)
        .join_from(round_team, round_, round_team.c.round_id == round_.c.id)
        .where(round_.c.closed < before)
    )
    return _drop(connection, scan.c.round_team_id.in_(old), own)


def drop_link(connection: Transaction, id: str, own: str) -> None:
    """Forget for which team a scan was made, and what it has in the section `own`."""
    _drop(connection, scan.c.id == id, own)


def _drop(connection: Transaction, which: ColumnElement[bool], own: str) -> int:
    linked = select(scan.c.id).where(which)
    connection.execute(
        delete(section).where(section.c.section_id == own, section.c.scan_id.in_(linked))
    )
    query = update(scan).where(which).values(round_team_id=None)
    return connection.execute(query).rowcount


def keep_until(connection: Transaction, round_id: str, expires: date) -> None:
    """Keep the unfinished scans of a round until a day that is the same for all."""
    own = select(round_team.c.id).where(round_team.c.round_id == round_id)
    connection.execute(
        update(scan)
        .where(scan.c.round_team_id.in_(own), scan.c.finished.is_(None))
        .values(expires=expires)
    )


def remove(connection: Transaction, id: str) -> bool:
    """Remove a scan and all that hangs on it; say whether it was there."""
    return connection.execute(delete(scan).where(scan.c.id == id)).rowcount > 0


def remove_expired(connection: Transaction, day: date, *, most: int) -> tuple[int, int]:
    """Remove at most so many scans that are no longer kept on this day.

    Returns:
        How many unfinished and how many finished scans went.
    """
    query = select(scan.c.id, scan.c.finished).where(scan.c.expires < day).limit(most)
    rows = connection.execute(query).all()
    connection.execute(delete(scan).where(scan.c.id.in_([row.id for row in rows])))
    finished = sum(row.finished is not None for row in rows)
    return len(rows) - finished, finished
