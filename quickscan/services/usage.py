"""How much a version of a questionnaire is used: counts, never who."""

from dataclasses import dataclass

from quickscan.domain.ids import QuestionnaireId
from quickscan.services.clock import REAL, Clock
from quickscan.storage import scans
from quickscan.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How many scans of one version are kept today, by state."""

    unfinished: int
    finished: int


class Usage:
    """Counts scans."""

    def __init__(self, database: Database, *, clock: Clock = REAL) -> None:
        self._database = database
        self._today = clock.today

    def of(self, questionnaire: QuestionnaireId, version: int) -> Use:
        """Return how many scans of a version are kept."""
        with self._database.reading() as transaction:
            counted = scans.count(transaction, questionnaire, version, self._today())
        return Use(unfinished=counted[0], finished=counted[1])
