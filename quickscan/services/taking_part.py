"""Taking part in a round: by the code of a team, without an account, and unseen."""

from dataclasses import dataclass, replace
from datetime import timedelta

from quickscan.domain.ids import RoleId
from quickscan.domain.own_questions import OWN_SECTION
from quickscan.services.clock import REAL, Clock
from quickscan.services.closing import close
from quickscan.services.codes import Codes, ReturnCode, normalise, shown
from quickscan.services.organisations import coordinator
from quickscan.services.own_questions import as_facts
from quickscan.services.retention import Retention
from quickscan.services.round import Round, RoundState, RoundTeam, round_from_rows
from quickscan.services.round_result import Earlier, earlier
from quickscan.services.scan import Questionnaires, Scan, from_rows
from quickscan.services.storing import by_section, check_role
from quickscan.storage import clock, organisations, rounds, scans, single_use_codes
from quickscan.storage.database import Database, Transaction, new_id
from quickscan.storage.rounds import RoundTeamRow
from quickscan.storage.scans import ScanRow

LINK_DAYS = 30
"""So many days after a round closed it is forgotten for which team a scan was made."""


_DAY_SECONDS = 24 * 60 * 60


class NoSuchInvitationError(LookupError):
    """There is no team in a round with this code, or its round was never opened."""

    def __init__(self) -> None:
        super().__init__("this code is of no round")


class UsedCodeError(RuntimeError):
    """Someone took part with this single-use code already."""

    def __init__(self) -> None:
        super().__init__("this code was used")


class OwnCodeNeededError(RuntimeError):
    """Of this team everyone takes part with a code of their own, not with that of the team."""

    def __init__(self) -> None:
        super().__init__("take part with a single-use code")


class NotOpenNowError(RuntimeError):
    """The round has not begun yet, or its last day has passed."""

    def __init__(self) -> None:
        super().__init__("nobody can take part in this round today")


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What someone with the code of a team sees before the first question.

    `coordinators` is how many people of the organisation see the figures. `begins` is
    whether this code begins a scan: not that of a team whose people have single-use codes.
    Of a code that was used it is the same: that is told to none but who begins.
    """

    code: str
    organisation: str
    round: Round
    team: RoundTeam
    state: RoundState
    coordinators: int
    begins: bool = True


class TakingPart:
    """What people with the code of a team can do, and what is due of rounds by the clock."""

    def __init__(
        self,
        database: Database,
        catalogue: Questionnaires,
        codes: Codes,
        retention: Retention,
        *,
        time: Clock = REAL,
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._codes = codes
        self._retention = retention
        self._today = time.today
        self._now = time.now

    def invitation(self, typed: str) -> Invitation:
        """Return what a code invites to.

        Raises:
            MistypedCodeError: it cannot be a code.
            NoSuchInvitationError: it is of no round that was opened.
        """
        code = shown(normalise(typed))
        with self._database.reading() as transaction:
            return self._invited(transaction, code)

    def of_scan(self, scan: Scan) -> Invitation | None:
        """Return in which round a scan takes part; None when in none (any more)."""
        if scan.round_team is None:
            return None
        with self._database.reading() as transaction:
            return self._invitation(transaction, rounds.team(transaction, scan.round_team))

    def earlier(self, round_: Round) -> Earlier | None:
        """Return the round before this one, if there is one that was closed."""
        if round_.previous is None:
            return None
        with self._database.reading() as transaction:
            found = self._round(transaction, round_.previous)
        return earlier(found, round_, self._catalogue) if found.closed else None

    def begin(
        self, typed: str, *, language: str, role: RoleId | None = None
    ) -> tuple[Scan, ReturnCode]:
        """Begin a scan for a team: always a new one, with what is known of the team filled in.

        Everything that tells a day is the same for all who take part. Of a team that fills in
        together it is a scan of all of them.

        Raises:
            MistypedCodeError, NoSuchInvitationError: as `invitation`.
            NotOpenNowError: nobody can take part today.
            OwnCodeNeededError: in this team everyone has a code of their own.
            UsedCodeError: this is such a code, and it was used.
            UnknownRoleError: the questionnaire has no such role.
        """
        code = self._codes.new_return_code()
        with self._database.changing() as transaction:
            invitation = self._invited(transaction, shown(normalise(typed)))
            if invitation.state is not RoundState.OPEN:
                raise NotOpenNowError
            own, questionnaire = invitation.team, invitation.round.questionnaire
            check_role(questionnaire, own.role or role)
            self._use_up(transaction, invitation)
            row = ScanRow(
                id=new_id(),
                questionnaire=questionnaire.id,
                version=questionnaire.version,
                role=own.role or role,
                language=language,
                started=invitation.round.opens,
                finished=None,
                expires=self._retention.unfinished(invitation.round.closes),
                chosen=(),
                previous_id=None,
                round_team_id=own.id,
                own_questions=None if own.together else as_facts(invitation.round.own),
                together=own.together,
            )
            scans.add(transaction, row, self._codes.return_hmac(code))
            for section, changes in by_section(questionnaire, own.answers).items():
                scans.merge_section(transaction, row.id, section, changes, None)
            sections = scans.sections(transaction, row.id)
            return from_rows(row, sections, self._catalogue), code

    def tend(self) -> int:
        """Do what is due of rounds; return how many were closed.

        Rounds whose last day has passed are closed, and links older than thirty days dropped.
        Once a day, and no sooner, it is worked out which teams have enough: who looks often
        would see who finishes when.
        """
        day = self._today()
        with self._database.changing() as transaction:
            due = rounds.to_close(transaction, day)
            for id in due:
                close(transaction, self._round(transaction, id), self._catalogue, day)
            if self._is_to_count(transaction):
                for id in rounds.open_on(transaction, day):
                    self._count(transaction, self._round(transaction, id))
            scans.drop_links(transaction, day - timedelta(days=LINK_DAYS), OWN_SECTION)
        return len(due)

    def _is_to_count(self, transaction: Transaction) -> bool:
        before, now = clock.time_of(transaction, clock.COUNT), int(self._now())
        if before is not None and now - before < _DAY_SECONDS:
            return False
        clock.set_time(transaction, clock.COUNT, now)
        return True

    def _count(self, transaction: Transaction, round_: Round) -> None:
        finished = rounds.finished(transaction, round_.id)
        for team in round_.teams:
            counts = finished.get(team.id, {})
            largest = max(counts.values(), default=0)
            enough = largest >= round_.minimum and 2 * sum(counts.values()) >= team.size
            rounds.set_enough(transaction, team.id, has_enough=enough)

    def _use_up(self, transaction: Transaction, invitation: Invitation) -> None:
        """Use a single-use code; nothing for the code of a team."""
        if not invitation.team.single_use:
            return
        if not invitation.begins:
            raise OwnCodeNeededError
        hmac = self._codes.single_use_hmac(invitation.code)
        if not single_use_codes.use_up(transaction, hmac):
            raise UsedCodeError

    def _invited(self, transaction: Transaction, code: str) -> Invitation:
        """Return what a code invites to: that of a team, or a single-use code."""
        row = rounds.by_code(transaction, code)
        if row is not None:
            return replace(self._invitation(transaction, row), begins=not row.single_use)
        hmac = self._codes.single_use_hmac(code)
        team = single_use_codes.team(transaction, hmac)
        row = None if team is None else rounds.team(transaction, team)
        return replace(self._invitation(transaction, row), code=code)

    def _invitation(self, transaction: Transaction, row: RoundTeamRow | None) -> Invitation:
        if row is None:
            raise NoSuchInvitationError
        round_ = self._round(transaction, row.round_id)
        organisation = organisations.load(transaction, round_.organisation)
        if round_.confirmed is None or organisation is None:
            raise NoSuchInvitationError
        all_ = organisations.coordinators(transaction, organisation.id)
        seeing = [own for own in all_ if own.since <= round_.confirmed]
        team = next(team for team in round_.teams if team.id == row.id)
        return Invitation(
            code=row.code,
            organisation=organisation.name,
            round=round_,
            team=team,
            state=round_.state(self._today()),
            coordinators=sum(coordinator(own).has_all(team.members) for own in seeing),
        )

    def _round(self, transaction: Transaction, id: str) -> Round:
        row = rounds.load(transaction, id)
        if row is None:
            raise NoSuchInvitationError
        return round_from_rows(row, rounds.teams(transaction, id), self._catalogue)
