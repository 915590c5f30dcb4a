"""Publishing benchmarks at fixed dates, from tallies: it costs readers nothing.

Everything is worked out before anything is written, so that visitors who save never wait for
it. When someone changed their mind meanwhile nothing is written, and it is tried again.
"""

from datetime import date

from quickscan.services.clock import REAL, Clock
from quickscan.services.counting_people import count, prepare
from quickscan.services.publication import last_date, period
from quickscan.services.scan import Questionnaires
from quickscan.services.sheets import sheets
from quickscan.storage import publications, tallies
from quickscan.storage.database import Database


class ChangedMeanwhileError(RuntimeError):
    """While it was worked out what is published, someone began or ceased to count."""


class Publishing:
    """Publishes what organisations have together, and what people on their own have."""

    def __init__(
        self, database: Database, catalogue: Questionnaires, *, clock: Clock = REAL
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._today = clock.today

    def tend(self) -> bool:
        """Publish what is due since the last fixed date, once; say whether that was done."""
        due = last_date(self._today())
        with self._database.reading() as transaction:
            latest = publications.latest(transaction)
        return (latest is None or latest < due) and self._publish(due)

    def refresh(self) -> bool:
        """Publish today, before the next fixed date; False when today it was done already."""
        return self._publish(self._today())

    def _publish(self, day: date) -> bool:
        after, until = period(day)
        with self._database.reading() as transaction:
            rounds = tallies.shared_rounds(transaction, after, until)
            before = publications.references(transaction)
            rows = tallies.shared(transaction, after, until)
            shown = [sheet.published(day, before) for sheet in sheets(rows)]
            people = prepare(transaction, self._catalogue, day, after)
        try:
            with self._database.changing() as transaction:
                if not publications.begin(transaction, day):
                    return False
                _only_unchanged(rounds == tallies.shared_rounds(transaction, after, until))
                for benchmarks, standings in shown:
                    publications.add(transaction, benchmarks)
                    publications.add_standings(transaction, standings)
                _only_unchanged(count(transaction, people, day))
        except ChangedMeanwhileError:
            return False
        return True


def _only_unchanged(is_same: bool) -> None:  # noqa: FBT001
    """Let nothing be published that someone did not agree to, or took back.

    Raises:
        ChangedMeanwhileError: it is not the same as when it was worked out.
    """
    if not is_same:
        raise ChangedMeanwhileError
