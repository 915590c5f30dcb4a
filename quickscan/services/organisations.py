"""Organisations: who coordinates them, and which teams they have."""

from dataclasses import dataclass

from quickscan.domain.anonymity import SMALLEST_GROUP, MinimumTooLowError
from quickscan.domain.traits import Sector, Size
from quickscan.services.clock import REAL, Clock
from quickscan.services.storing import clean
from quickscan.storage import organisations, rounds
from quickscan.storage.database import Database, Transaction, new_id
from quickscan.storage.organisations import CoordinatorRow, OrganisationRow, TeamRow

LONGEST_NAME = 80


class NoSuchOrganisationError(LookupError):
    """There is no such organisation, or it is not this coordinator's."""

    def __init__(self) -> None:
        super().__init__("there is no such organisation")


class NoSuchTeamError(LookupError):
    """There is no such team, or it is not this coordinator's."""

    def __init__(self) -> None:
        super().__init__("there is no such team")


class UnfitNameError(ValueError):
    """A name is empty, or longer than fits anywhere."""

    def __init__(self) -> None:
        super().__init__(f"a name has 1 to {LONGEST_NAME} characters")


class NameTakenError(ValueError):
    """Another team of the organisation has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"there is a team {name!r} already")
        self.name = name


class LastCoordinatorError(RuntimeError):
    """An organisation without a coordinator could be reached by nobody."""

    def __init__(self) -> None:
        super().__init__("an organisation keeps at least one coordinator of all teams")


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team of an organisation."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinator:
    """Who coordinates an organisation: all of its teams, or these."""

    email: str
    teams: frozenset[str] | None

    def has(self, team: str | None) -> bool:
        """Say whether a team is theirs; a team that is gone is for who has all."""
        return self.teams is None or team in self.teams

    def has_all(self, teams: frozenset[str]) -> bool:
        """Say whether all of these teams are theirs; none at all is for who has all."""
        return self.teams is None or (bool(teams) and teams <= self.teams)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation as one of its coordinators sees it."""

    id: str
    name: str
    minimum: int
    coordinator: Coordinator
    since: int
    teams: tuple[Team, ...]
    sector: Sector | None = None
    size: Size | None = None


class Organisations:
    """Makes organisations, and lets their coordinators look after them."""

    def __init__(self, database: Database, *, clock: Clock = REAL) -> None:
        self._database = database
        self._today = clock.today
        self._now = clock.now

    def begin(self, email: str, name: str) -> Organisation:
        """Make an organisation, of which this account coordinates all teams.

        Raises:
            UnfitNameError: the name is empty or too long.
        """
        row = OrganisationRow(
            id=new_id(), name=tidy_name(name), minimum=SMALLEST_GROUP, created=self._today()
        )
        with self._database.changing() as transaction:
            organisations.add(transaction, row)
            organisations.add_coordinator(
                transaction, row.id, email=email, since=int(self._now()), teams=None
            )
            return load_organisation(transaction, row.id, email)

    def of(self, email: str) -> tuple[Organisation, ...]:
        """Return the organisations that an account coordinates, by name."""
        with self._database.reading() as transaction:
            rows = organisations.of_coordinator(transaction, email)
            return tuple(load_organisation(transaction, row.id, email) for row in rows)

    def load(self, email: str, id: str) -> Organisation:
        """Return an organisation that this account coordinates.

        Raises:
            NoSuchOrganisationError: it is not there, or not theirs.
        """
        with self._database.reading() as transaction:
            return load_organisation(transaction, id, email)

    def set_minimum(self, email: str, id: str, minimum: int) -> None:
        """Let rounds that open from now on show nothing about fewer people than this.

        Raises:
            NoSuchOrganisationError: it is not there, or not theirs.
            MinimumTooLowError: it is below five.
        """
        if minimum < SMALLEST_GROUP:
            raise MinimumTooLowError(minimum)
        with self._database.changing() as transaction:
            whole_organisation(transaction, id, email)
            organisations.change(transaction, id, minimum=minimum)

    def tell(self, email: str, id: str, *, sector: Sector | None, size: Size | None) -> None:
        """Tell in which sector an organisation works, and how large it is; None: not told.

        It counts from the next time on that benchmarks are published.

        Raises:
            NoSuchOrganisationError: it is not there, or not theirs.
        """
        with self._database.changing() as transaction:
            whole_organisation(transaction, id, email)
            organisations.change(
                transaction,
                id,
                sector=sector.value if sector else None,
                size=size.value if size else None,
            )

    def add_team(self, email: str, id: str, name: str) -> Team:
        """Add a team.

        Raises:
            NoSuchOrganisationError: the organisation is not there, or not theirs.
            UnfitNameError: the name is empty or too long.
            NameTakenError: another team has it.
        """
        own = tidy_name(name)
        with self._database.changing() as transaction:
            organisation = whole_organisation(transaction, id, email)
            _free(organisation, own)
            row = TeamRow(id=new_id(), name=own)
            organisations.add_team(transaction, id, row)
        return Team(id=row.id, name=row.name)

    def rename_team(self, email: str, id: str, team: str, name: str) -> None:
        """Give a team another name; rounds that are there keep the old one.

        Raises:
            NoSuchOrganisationError: the organisation is not there, or not theirs.
            NoSuchTeamError: it has no such team.
            UnfitNameError: the name is empty or too long.
            NameTakenError: another team has it.
        """
        own = tidy_name(name)
        with self._database.changing() as transaction:
            organisation = whole_organisation(transaction, id, email)
            _free(organisation, own, but=team)
            if not organisations.rename_team(transaction, id, team, own):
                raise NoSuchTeamError

    def remove_team(self, email: str, id: str, team: str) -> None:
        """Remove a team; its part in rounds that were opened stays.

        Teams that it was joined with leave the drafts too: they were one team there.

        Raises:
            NoSuchOrganisationError: the organisation is not there, or not theirs.
            NoSuchTeamError: it has no such team.
        """
        with self._database.changing() as transaction:
            own = whole_organisation(transaction, id, email)
            if team not in {each.id for each in own.teams}:
                raise NoSuchTeamError
            rounds.leave_drafts(transaction, team)
            organisations.remove_team(transaction, id, team)

    def coordinators(self, email: str, id: str) -> tuple[Coordinator, ...]:
        """Return everyone who coordinates an organisation.

        Raises:
            NoSuchOrganisationError: it is not there, or not theirs.
        """
        with self._database.reading() as transaction:
            load_organisation(transaction, id, email)
            return tuple(map(coordinator, organisations.coordinators(transaction, id)))

    def remove_coordinator(self, email: str, id: str, other: str) -> None:
        """Let someone, or oneself, coordinate an organisation no longer.

        Raises:
            NoSuchOrganisationError: it is not there, or not theirs.
            LastCoordinatorError: nobody would be left who has all teams.
        """
        with self._database.changing() as transaction:
            whole_organisation(transaction, id, email)
            rows = organisations.coordinators(transaction, id)
            if all(row.teams is not None for row in rows if row.email != other):
                raise LastCoordinatorError
            organisations.remove_coordinator(transaction, id, clean(other))


def load_organisation(transaction: Transaction, id: str, email: str) -> Organisation:
    """Return an organisation as a coordinator of it sees it.

    Raises:
        NoSuchOrganisationError: it is not there, or not theirs.
    """
    row = organisations.load(transaction, id)
    own = organisations.coordinator_of(transaction, id, email)
    if row is None or own is None:
        raise NoSuchOrganisationError
    theirs = coordinator(own)
    return Organisation(
        id=row.id,
        name=row.name,
        minimum=row.minimum,
        coordinator=theirs,
        since=own.since,
        teams=tuple(
            Team(id=team.id, name=team.name)
            for team in organisations.teams(transaction, id)
            if theirs.has(team.id)
        ),
        sector=Sector(row.sector) if row.sector else None,
        size=Size(row.size) if row.size else None,
    )


def whole_organisation(transaction: Transaction, id: str, email: str) -> Organisation:
    """Return an organisation of which this account coordinates all teams.

    Raises:
        NoSuchOrganisationError: it is not there, or not wholly theirs.
    """
    organisation = load_organisation(transaction, id, email)
    if organisation.coordinator.teams is not None:
        raise NoSuchOrganisationError
    return organisation


def tidy_name(name: str) -> str:
    """Return a name as it is kept, on one line.

    Raises:
        UnfitNameError: it is empty or too long.
    """
    own = " ".join(clean(name).split())
    if not 0 < len(own) <= LONGEST_NAME:
        raise UnfitNameError
    return own


def _free(organisation: Organisation, name: str, but: str = "") -> None:
    if any(team.name == name and team.id != but for team in organisation.teams):
        raise NameTakenError(name)


def coordinator(row: CoordinatorRow) -> Coordinator:
    """Return a coordinator as a row tells it."""
    return Coordinator(email=row.email, teams=row.teams)
