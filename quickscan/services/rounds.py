"""Rounds as coordinators arrange them: a draft, opening it, its last day, the next one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from quickscan.domain.own_questions import OwnQuestion, OwnQuestions
from quickscan.domain.questionnaire import Questionnaire
from quickscan.services.clock import REAL, Clock
from quickscan.services.closing import close
from quickscan.services.codes import Codes
from quickscan.services.organisations import (
    Organisation,
    load_organisation,
    tidy_name,
    whole_organisation,
)
from quickscan.services.own_questions import as_facts, fitting
from quickscan.services.planning import Plan, plan_like, team_rows
from quickscan.services.retention import Retention
from quickscan.services.round import Round, RoundState, round_from_rows
from quickscan.services.round_papers import want_papers
from quickscan.services.round_result import Earlier, earlier
from quickscan.services.scan import Questionnaires
from quickscan.services.storing import clean
from quickscan.storage import mails, rounds, scans, single_use_codes
from quickscan.storage.database import Database, Transaction, new_id
from quickscan.storage.rounds import RoundRow

LONGEST_WORD = 2000
"""How many characters a word to the participants has at most."""


LONGEST_DAYS = 366
"""How many days a round is open at most."""


class NoSuchRoundError(LookupError):
    """There is no such round, or it is not this coordinator's to see."""

    def __init__(self) -> None:
        super().__init__("there is no such round")


class FixedError(RuntimeError):
    """What was opened is fixed: people were told, and answer on it."""

    def __init__(self) -> None:
        super().__init__("a round that was opened does not change any more")


class NotOpenError(RuntimeError):
    """Only of a round that was opened and not closed can the last day change."""

    def __init__(self) -> None:
        super().__init__("the round is not open")


class NotClosedError(RuntimeError):
    """Only the figures of a closed round can count among those of others."""

    def __init__(self) -> None:
        super().__init__("the round is not closed")


class UnfitDaysError(ValueError):
    """The days of a round do not fit: in the past, turned round, or too long."""

    def __init__(self) -> None:
        super().__init__("the last day comes after the first, and neither has passed")


class NotReadyError(RuntimeError):
    """A draft cannot open yet: it has no team, or too little is told of these teams."""

    def __init__(self, teams: tuple[str, ...]) -> None:
        super().__init__("tell what is missing of each team first")
        self.teams = teams


class Rounds:
    """Everything that coordinators do with rounds."""

    def __init__(
        self,
        database: Database,
        catalogue: Questionnaires,
        retention: Retention,
        *,
        codes: Codes,
        clock: Clock = REAL,
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._retention = retention
        self._codes = codes
        self._today = clock.today
        self._now = clock.now

    def draft(self, email: str, organisation: str, plan: Plan) -> Round:
        """Begin a draft on the version of the questionnaire that is offered now.

        Raises:
            NoSuchOrganisationError: it is not there, or not wholly theirs.
            UnfitNameError, NameTakenError, UnfitDaysError, UnfitSizeError, TooManyCardsError:
                the plan does not fit.
            NoSuchTeamError: a team is not of the organisation.
            TeamTwiceError: a team is in it twice.
            UnknownQuestionError, InvalidAnswerError, UnknownRoleError: an answer does not fit.
        """
        questionnaire = self._catalogue.newest(plan.questionnaire)
        with self._database.changing() as transaction:
            own = whole_organisation(transaction, organisation, email)
            row = self._row(new_id(), own, plan, questionnaire)
            rounds.add(transaction, row)
            rounds.set_teams(transaction, row.id, team_rows(row.id, own, plan, questionnaire))
            return self._load(transaction, row.id)

    def change(self, email: str, id: str, plan: Plan) -> Round:
        """Change a draft; the questionnaire is the version that is offered now.

        Raises:
            NoSuchRoundError: it is not there, or not theirs.
            FixedError: it was opened.
            And what `draft` raises.
        """
        questionnaire = self._catalogue.newest(plan.questionnaire)
        with self._database.changing() as transaction:
            before, own = self._wholly(transaction, email, id)
            _only_draft(before)
            row = self._row(id, own, plan, questionnaire, before.previous)
            values = ("name", "questionnaire", "version", "word", "minimum", "opens", "closes")
            rounds.change(transaction, id, **{name: getattr(row, name) for name in values})
            rows = team_rows(id, own, plan, questionnaire, before)
            rounds.set_teams(transaction, id, rows)
            return self._load(transaction, id)

    def ask(self, email: str, id: str, questions: Sequence[OwnQuestion]) -> Round:
        """Let a draft ask exactly these questions of the organisation itself, in this order.

        Raises:
            NoSuchRoundError: it is not there, or not theirs.
            FixedError: it was opened.
            TooManyQuestionsError: there are more than four.
            UnfitQuestionError: one of them cannot be asked.
        """
        with self._database.changing() as transaction:
            before, organisation = self._wholly(transaction, email, id)
            _only_draft(before)
            own = _asked_by(organisation, fitting(questions))
            rounds.change(transaction, id, own_questions=own)
            return self._load(transaction, id)

    def discard(self, email: str, id: str) -> None:
        """Throw a draft away.

        Raises:
            NoSuchRoundError: it is not there, or not theirs.
            FixedError: it was opened.
        """
        with self._database.changing() as transaction:
            before, _ = self._wholly(transaction, email, id)
            _only_draft(before)
            rounds.remove(transaction, id)

    def confirm(self, email: str, id: str, *, origin: str | None = None) -> Round:
        """Open a round from its first day on; from now on nothing of it changes.

        `origin` is where people take part, such as https://scan.example; the posters and
        cards that tell it are wanted at once. Without it there are none.

        Raises:
            NoSuchRoundError: it is not there, or not theirs.
            FixedError: it was opened already.
            UnfitDaysError: its last day has passed.
            NotReadyError: it has no team, or too little is told of a team.
        """
        with self._database.changing() as transaction:
            before, organisation = self._wholly(transaction, email, id)
            _only_draft(before)
            lacking = [team.name for team in before.teams if before.open_questions(team)]
            if lacking or not before.teams:
                raise NotReadyError(tuple(lacking))
            if before.closes < self._today():
                raise UnfitDaysError
            rounds.change(
                transaction,
                id,
                confirmed=int(self._now()),
                minimum=organisation.minimum,
                opens=max(before.opens, self._today()),
                own_questions=_asked_by(organisation, before.own_questions),
                origin=origin,
            )
            for team in before.teams:
                if team.single_use:
                    cards = self._codes.single_use_codes(team.id, team.size)
                    hmacs = map(self._codes.single_use_hmac, cards)
                    single_use_codes.add(transaction, team.id, hmacs)
            opened = self._load(transaction, id)
            want_papers(transaction, opened)
            return opened

    def extend(self, email: str, id: str, closes: date) -> Round:
        """Give a round that is open a later last day.

        Raises:
            NoSuchRoundError: it is not there, or not theirs.
            NotOpenError: it is a draft, or its last day has passed.
            UnfitDaysError: the day is no later, or too late.
        """
        with self._database.changing() as transaction:
            before, _ = self._wholly(transaction, email, id)
            if before.state(self._today()) not in {RoundState.OPEN, RoundState.WAITING}:
                raise NotOpenError
            if closes <= before.closes or (closes - before.opens).days > LONGEST_DAYS:
                raise UnfitDaysError
            rounds.change(transaction, id, closes=closes)
            scans.keep_until(transaction, id, self._retention.unfinished(closes))
            mails.tell_again(transaction, id, mails.WARNING)
            later = self._load(transaction, id)
            want_papers(transaction, later)
            return later

    def close(self, email: str, id: str) -> Round:
        """Close a round now: its figures are worked out once, and kept.

        Raises:
            NoSuchRoundError: it is not there, or not theirs.
            NotOpenError: it is a draft, or closed already.
        """
        with self._database.changing() as transaction:
            before, _ = self._wholly(transaction, email, id)
            if before.state(self._today()) not in {RoundState.OPEN, RoundState.COUNTING}:
                raise NotOpenError
            close(transaction, before, self._catalogue, self._today())
            return self._load(transaction, id)

    def share(self, email: str, id: str, *, shares: bool) -> None:
        """Let the figures of a closed round count among organisations from the next time on.

        Or let them not: what was published stays as it is.

        Raises:
            NoSuchRoundError: it is not there, or not theirs.
            NotClosedError: it has no figures yet.
        """
        with self._database.changing() as transaction:
            before, _ = self._wholly(transaction, email, id)
            if before.closed is None:
                raise NotClosedError
            rounds.change(transaction, id, shares=shares)

    def next_round(self, email: str, id: str) -> Round:
        """Begin a draft like this round, with everything taken over and as many days.

        Raises:
            NoSuchRoundError: it is not there, or not theirs.
            NotOpenError: it is a draft still.
        """
        with self._database.changing() as transaction:
            before, organisation = self._wholly(transaction, email, id)
            if before.confirmed is None:
                raise NotOpenError
            questionnaire = self._catalogue.newest(before.questionnaire.id)
            plan = plan_like(before, organisation, questionnaire, self._today())
            row = replace(
                self._row(new_id(), organisation, plan, questionnaire),
                previous_id=id,
                own_questions=_asked_by(organisation, before.own_questions),
            )
            rounds.add(transaction, row)
            rows = team_rows(row.id, organisation, plan, questionnaire, named=before)
            rounds.set_teams(transaction, row.id, rows)
            return self._load(transaction, row.id)

    def load(self, email: str, id: str) -> Round:
        """Return a round that this coordinator may see, with only their teams.

        Raises:
            NoSuchRoundError: it is not there, or not theirs to see.
        """
        with self._database.reading() as transaction:
            return self._theirs(transaction, email, id)[0]

    def earlier(self, email: str, round_: Round) -> Earlier | None:
        """Return the round before one, if this coordinator may see it and it was closed."""
        if round_.previous is None:
            return None
        try:
            found = self.load(email, round_.previous)
        except NoSuchRoundError:
            return None
        return earlier(found, round_, self._catalogue) if found.closed else None

    def of(self, email: str, organisation: str) -> tuple[Round, ...]:
        """Return the rounds of an organisation that this coordinator may see, newest first.

        Raises:
            NoSuchOrganisationError: it is not there, or not theirs.
        """
        with self._database.reading() as transaction:
            own = load_organisation(transaction, organisation, email)
            rows = rounds.of_organisation(transaction, organisation)
            found = [self._load(transaction, row.id) for row in rows]
        return tuple(_with_teams_of(each, own) for each in found if _may_see(own, each))

    # --- inside -------------------------------------------------------------------------

    def _row(
        self,
        id: str,
        organisation: Organisation,
        plan: Plan,
        questionnaire: Questionnaire,
        previous: str | None = None,
    ) -> RoundRow:
        if plan.closes < plan.opens or (plan.closes - plan.opens).days > LONGEST_DAYS:
            raise UnfitDaysError
        return RoundRow(
            id=id,
            organisation_id=organisation.id,
            previous_id=previous,
            name=tidy_name(plan.name),
            questionnaire=questionnaire.id,
            version=questionnaire.version,
            word=clean(plan.word).strip()[:LONGEST_WORD],
            minimum=organisation.minimum,
            opens=plan.opens,
            closes=plan.closes,
        )

    def _load(self, transaction: Transaction, id: str) -> Round:
        row = rounds.load(transaction, id)
        if row is None:
            raise NoSuchRoundError
        return round_from_rows(row, rounds.teams(transaction, id), self._catalogue)

    def _theirs(
        self, transaction: Transaction, email: str, id: str
    ) -> tuple[Round, Organisation]:
        found = self._load(transaction, id)
        try:
            own = load_organisation(transaction, found.organisation, email)
        except LookupError:
            raise NoSuchRoundError from None
        if not _may_see(own, found):
            raise NoSuchRoundError
        return _with_teams_of(found, own), own

    def _wholly(
        self, transaction: Transaction, email: str, id: str
    ) -> tuple[Round, Organisation]:
        """Return a round that this coordinator may change, held until the transaction ends."""
        rounds.load(transaction, id, lock=True)
        found, own = self._theirs(transaction, email, id)
        if own.coordinator.teams is not None:
            raise NoSuchRoundError
        return found, own


def _may_see(organisation: Organisation, round_: Round) -> bool:
    """Say whether a coordinator was there when the round opened: people were told who was."""
    return round_.confirmed is None or organisation.since <= round_.confirmed


def _with_teams_of(round_: Round, organisation: Organisation) -> Round:
    own = organisation.coordinator
    teams = tuple(team for team in round_.teams if own.has_all(team.members))
    return replace(round_, teams=teams)


def _asked_by(
    organisation: Organisation, questions: tuple[OwnQuestion, ...]
) -> Mapping[str, object] | None:
    """Return questions as they are kept, with who asks them."""
    return as_facts(OwnQuestions(by=organisation.name, questions=questions))


def _only_draft(round_: Round) -> None:
    if round_.confirmed is not None:
        raise FixedError
