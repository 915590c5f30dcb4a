"""What can be read along of a round, on a page and for the press."""

from hashlib import sha256

from quickscan.domain.own_questions import OwnKind
from quickscan.presentation.along import Along, Host, TeamTold, Told, along
from quickscan.services.press import AlongManuscript
from quickscan.services.retention import Retention
from quickscan.services.round import Round
from quickscan.storage import organisations
from quickscan.storage.database import Transaction
from quickscan.storage.organisations import CoordinatorRow
from quickscan.storage.subjects import Subject

ALONG = "meelezen/"
"""With what the name of this part of a round begins; a language and a hash follow."""


class NoSuchLinkError(LookupError):
    """No round can be read along by this code (any more)."""

    def __init__(self) -> None:
        super().__init__("there is no such link")


class AlongTeller:
    """Tells of a round what can be read along, on a page and for the press."""

    def __init__(self, host: Host, retention: Retention, link_days: int) -> None:
        self._host = host
        self._retention = retention
        self._link_days = link_days

    def told(self, transaction: Transaction, round_: Round) -> Told:
        """Return what is told of a round as it is now."""
        own = organisations.load(transaction, round_.organisation)
        if own is None:
            raise NoSuchLinkError
        seeing = [
            each
            for each in organisations.coordinators(transaction, own.id)
            if round_.confirmed is None or each.since <= round_.confirmed
        ]
        return Told(
            organisation=own.name,
            name=round_.name,
            questionnaire=round_.questionnaire,
            word=round_.word,
            minimum=own.minimum if round_.confirmed is None else round_.minimum,
            opens=round_.opens,
            closes=round_.closes,
            is_fixed=round_.confirmed is not None,
            teams=tuple(
                TeamTold(
                    name=team.name,
                    size=team.size,
                    role=team.role,
                    answers=team.answers,
                    single_use=team.single_use,
                    together=team.together,
                    coordinators=sum(_sees(each, team.members) for each in seeing),
                )
                for team in round_.teams
            ),
            host=self._host,
            unfinished_days=self._retention.unfinished_days,
            finished_months=self._retention.finished_months,
            link_days=self._link_days,
            own_count=len(round_.own_questions),
            open_questions=tuple(
                each.words for each in round_.own_questions if each.kind is OwnKind.TEXT
            ),
        )

    def manuscript(
        self, transaction: Transaction, round_: Round, subject: Subject
    ) -> AlongManuscript | None:
        """Return of what a report of it is made; None when the round changed since."""
        try:
            words = along(self.told(transaction, round_), subject.language)
        except NoSuchLinkError:
            return None
        if subject != subject_of(round_, words):
            return None
        return AlongManuscript(words=words)


def _sees(coordinator: CoordinatorRow, teams: frozenset[str]) -> bool:
    return coordinator.teams is None or (bool(teams) and teams <= coordinator.teams)


def subject_of(round_: Round, words: Along) -> Subject:
    """Return under what the report of a round with these words is kept."""
    told = sha256(repr(words).encode()).hexdigest()[:16]
    part = f"{ALONG}{words.language}/{told}"
    return Subject(round_id=round_.id, part=part, language=words.language)
