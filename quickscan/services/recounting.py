"""Counting tallies again from answers, as far as these are there and still known to belong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from quickscan.domain.anonymity import Block
from quickscan.domain.assessment import Assessment
from quickscan.services.closing import blocks_of, people_of
from quickscan.services.counting_people import assessed, tallies_of_people
from quickscan.services.round import Round, round_from_rows
from quickscan.services.scan import Questionnaires
from quickscan.services.tallying import tallies_of
from quickscan.storage import rounds, scans, tallies
from quickscan.storage.database import Database, Transaction
from quickscan.storage.publications import Key
from quickscan.storage.tallies import PeopleTallyRow, TallyRow


class Recounted(StrEnum):
    """What came of counting again."""

    EQUAL = "equal"
    DIFFERENT = "different"
    FROZEN = "frozen"
    """Answers are gone, or it is no longer known for which team they were given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recount:
    """One round, or all people on their own of a version and role who began on one day.

    `name` is the id of the round, or the key and the day. `themes` are those that differ.
    """

    name: str
    outcome: Recounted
    themes: tuple[str, ...] = ()


class Recounting:
    """Proves that tallies are what the answers say."""

    def __init__(self, database: Database, catalogue: Questionnaires) -> None:
        self._database = database
        self._catalogue = catalogue

    def all(self) -> Iterator[Recount]:
        """Count everything again, round by round and then people on their own."""
        with self._database.reading() as transaction:
            closed = tallies.closed_rounds(transaction)
        for id in closed:
            with self._database.reading() as transaction:
                yield self._round(transaction, id)
        with self._database.reading() as transaction:
            rows = tallies.of_people(transaction, date.min)
        for (key, day), own in groupby(rows, _batch):
            with self._database.reading() as transaction:
                yield self._people(transaction, key, day, tuple(own))

    def _round(self, transaction: Transaction, id: str) -> Recount:
        kept = tallies.of_round(transaction, id)
        row = rounds.load(transaction, id)
        if row is None:  # it went with its organisation, just now
            return Recount(name=id, outcome=Recounted.FROZEN)
        round_ = round_from_rows(row, rounds.teams(transaction, id), self._catalogue)
        blocks = blocks_of(round_, people_of(transaction, round_, self._catalogue))
        if not _all_are_there(round_, blocks):
            return Recount(name=id, outcome=Recounted.FROZEN)
        return _compared(id, _by_theme(kept), _by_theme(tallies_of(round_, blocks)))

    def _people(
        self, transaction: Transaction, key: Key, day: date, kept: Sequence[PeopleTallyRow]
    ) -> Recount:
        """Count people again; who finished on the day or later may have changed answers."""
        name = f"{key.questionnaire}/v{key.version} {key.role or '-'} {day}"
        before = scans.contributed(transaction, day - timedelta(days=1), counted=day)
        people = assessed(transaction, before, self._catalogue).get(key, {})
        if len(people) != kept[0].people:
            return Recount(name=name, outcome=Recounted.FROZEN)
        again = tallies_of_people(day, key, people)
        return _compared(name, _by_theme(kept), _by_theme(again))


def _batch(row: PeopleTallyRow) -> tuple[Key, date]:
    return row.key, row.day


def _all_are_there(round_: Round, blocks: Sequence[Block[Assessment]]) -> bool:
    """Say whether the groups are those of the closing, with as many people in each."""
    shown = round_.result["blocks"] if round_.result else ()
    return [(list(own.teams), own.role, len(own.people)) for own in blocks] == [
        (own["teams"], own["role"], own["count"]) for own in shown
    ]


def _by_theme(
    rows: Sequence[TallyRow] | Sequence[PeopleTallyRow],
) -> Mapping[str, TallyRow | PeopleTallyRow]:
    return {" ".join(filter(None, (row.role, row.dimension, row.theme))): row for row in rows}


def _compared(
    name: str,
    kept: Mapping[str, TallyRow | PeopleTallyRow],
    again: Mapping[str, TallyRow | PeopleTallyRow],
) -> Recount:
    differ = sorted(theme for theme in {*kept, *again} if kept.get(theme) != again.get(theme))
    outcome = Recounted.DIFFERENT if differ else Recounted.EQUAL
    return Recount(name=name, outcome=outcome, themes=tuple(differ))
