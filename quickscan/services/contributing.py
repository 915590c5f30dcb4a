"""People on their own: letting one's result count, and how others did."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from quickscan.domain.assessment import assess
from quickscan.domain.benchmark import NoBenchmark, WhyNoBenchmark
from quickscan.domain.groups import Place, places
from quickscan.domain.publishing import FEWEST_PEOPLE, Published, place_among
from quickscan.domain.tallies import read_counts
from quickscan.services.clock import REAL, Clock
from quickscan.services.publication import from_facts, next_date
from quickscan.services.scan import Scan, ScanId
from quickscan.services.stored import NoSuchScanError, NotFinishedError
from quickscan.storage import contributions, publications, scans
from quickscan.storage.database import Database, Transaction
from quickscan.storage.publications import PEOPLE, Key


class OfRoundError(RuntimeError):
    """A scan that was made for a team counts with its team and not on its own."""

    def __init__(self) -> None:
        super().__init__("the scan is of a round")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """Whether a scan counts among those of others: it is ticked, and counts since a day.

    `next` is the day on which those that are ticked begin to count.
    """

    is_ticked: bool
    counted: date | None
    next: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Among:
    """One theme: one's own score (0-100), what is shown of others, and one's place (0-100)."""

    own: Fraction | None
    shown: Published | NoBenchmark
    place: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmongPeople:
    """One's own scan among those of others: since when it was published, and by theme."""

    day: date | None
    next: date
    themes: Mapping[Place, Among]


class Contributing:
    """What people can do who fill in a scan on their own."""

    def __init__(self, database: Database, *, clock: Clock = REAL) -> None:
        self._database = database
        self._today = clock.today

    def state(self, scan: Scan) -> Contribution:
        """Return whether a scan counts among those of others."""
        with self._database.reading() as transaction:
            is_ticked, counted = contributions.of_scan(transaction, scan.id)
        return Contribution(
            is_ticked=is_ticked, counted=counted, next=next_date(self._today())
        )

    def tick(self, scan: ScanId, *, counts: bool) -> None:
        """Let a scan count from the next time on, or not; what counts already stays.

        Raises:
            NoSuchScanError: there is no such scan.
            NotFinishedError: it is not finished.
            OfRoundError: it was made for a team, or by several people together.
        """
        with self._database.changing() as transaction:
            row = scans.load(transaction, scan, self._today(), lock=True)
            if row is None:
                raise NoSuchScanError
            if row.finished is None:
                raise NotFinishedError(scan)
            if row.round_team_id is not None or row.together:
                raise OfRoundError
            if counts:
                contributions.give(transaction, scan)
            else:
                contributions.take_back(transaction, scan)

    def among(self, scan: Scan) -> AmongPeople:
        """Return a scan among those of others, as it was last published.

        Raises:
            OfRoundError: it was made for a team, or by several people together.
        """
        if scan.round_team is not None or scan.together:
            raise OfRoundError
        key = Key(
            questionnaire=scan.questionnaire.id,
            version=scan.questionnaire.version,
            role=scan.role or "",
            part=PEOPLE,
        )
        with self._database.reading() as transaction:
            day = publications.latest(transaction)
            facts = _facts(transaction, day, key)
        own = assess(scan.questionnaire, scan.answers, scan.role)
        return AmongPeople(
            day=day,
            next=next_date(self._today()),
            themes={
                place: _among(own.themes[place[0]][place[1]].share, facts, place)
                for place in places(scan.questionnaire)
            },
        )


Facts = Mapping[str, Mapping[str, Any]]


def _facts(transaction: Transaction, day: date | None, key: Key) -> Facts:
    return (publications.shown(transaction, day, key) or {}) if day else {}


def _among(share: Fraction | None, facts: Facts, place: Place) -> Among:
    kept = facts.get("×".join(place))
    own = None if share is None else 100 * share
    if kept is None:
        nothing = NoBenchmark(why=WhyNoBenchmark.TOO_FEW, needed=FEWEST_PEOPLE)
        return Among(own=own, shown=nothing)
    shown = from_facts(kept)
    if isinstance(shown, NoBenchmark) or share is None:
        return Among(own=own, shown=shown)
    found = place_among(read_counts(kept["counts"]), share)
    return Among(own=own, shown=shown, place=found)
