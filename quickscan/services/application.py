"""The services of one installation, opened together by web, worker and commands."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from quickscan.definitions.catalogue import Catalogue
from quickscan.post import MailServer, Post
from quickscan.presentation.along import Host
from quickscan.presentation.colours import DEFAULT_PALETTE, HouseColours, Palette
from quickscan.services.accounts import Accounts
from quickscan.services.along_telling import AlongTeller
from quickscan.services.benchmarks import Benchmarks
from quickscan.services.cataloguing import CurrentCatalogue
from quickscan.services.codes import Codes
from quickscan.services.contributing import Contributing
from quickscan.services.housekeeping import Housekeeping
from quickscan.services.inviting import Inviting
from quickscan.services.keys import load_key
from quickscan.services.letters import Letters
from quickscan.services.limits import Limits
from quickscan.services.mailing import Mailing
from quickscan.services.organisations import Organisations
from quickscan.services.passwords import Passwords
from quickscan.services.press import PdfPress
from quickscan.services.publishing import Publishing
from quickscan.services.reading_along import ReadingAlong
from quickscan.services.recounting import Recounting
from quickscan.services.reports import Reports
from quickscan.services.retention import Retention
from quickscan.services.round_papers import RoundPapers
from quickscan.services.rounds import Rounds
from quickscan.services.scans import Scans
from quickscan.services.taking_part import LINK_DAYS, TakingPart
from quickscan.services.usage import Usage
from quickscan.services.workplace import Workplace
from quickscan.storage.database import Database
from quickscan.storage.installation import is_invented


class Settings(Protocol):
    """What the services need to know; `quickscan.config.Config` is one."""

    @property
    def database_url(self) -> str:
        """Where the database is."""

    @property
    def key_file(self) -> Path:
        """Where the key of this installation is."""

    @property
    def questionnaires(self) -> Sequence[Path]:
        """The folders with questionnaires."""

    @property
    def unfinished_days(self) -> int:
        """How long an unfinished scan is kept."""

    @property
    def finished_months(self) -> int:
        """How long a finished scan is kept."""

    @property
    def smtp_url(self) -> MailServer | None:
        """The mail server; None where no mail is sent."""

    @property
    def smtp_from(self) -> str:
        """The address that mail comes from."""

    @property
    def organisation(self) -> str:
        """Who runs this site; empty where that is not said."""

    @property
    def contact(self) -> str:
        """How to reach them; "" where it is not told."""

    @property
    def origin(self) -> str | None:
        """The address at which visitors see the site."""

    @property
    def house_colours(self) -> HouseColours | None:
        """The colours of reports; None for our own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """Everything that web, worker and commands may call.

    `invented` is whether all in the database is made up, as `Demo` does; pages and reports
    say so.
    """

    invented: bool
    database: Database
    catalogue: CurrentCatalogue
    scans: Scans
    reports: Reports
    limits: Limits
    housekeeping: Housekeeping
    accounts: Accounts
    workplace: Workplace
    usage: Usage
    organisations: Organisations
    inviting: Inviting
    rounds: Rounds
    taking_part: TakingPart
    passwords: Passwords
    mailing: Mailing
    reading_along: ReadingAlong
    benchmarks: Benchmarks
    contributing: Contributing
    publishing: Publishing
    recounting: Recounting

    @classmethod
    def open(cls, settings: Settings) -> "Application":
        """Open the services; the database must have been migrated.

        Raises:
            CatalogueError: a questionnaire is broken; says all that is wrong.
            DatabaseUrlError: the address names no database we know.
            KeyFileError: the key file cannot be used.
        """
        files = Catalogue.load(settings.questionnaires)
        database = Database(settings.database_url)
        with database.reading() as transaction:
            invented = is_invented(transaction)
        catalogue = CurrentCatalogue(files, database)
        key = load_key(settings.key_file)
        limits = Limits(database, key)
        retention = Retention(
            unfinished_days=settings.unfinished_days,
            finished_months=settings.finished_months,
        )
        codes = Codes(key)
        host = Host(name=settings.organisation, contact=settings.contact)
        teller = AlongTeller(host, retention, LINK_DAYS)
        colours = settings.house_colours
        palette = Palette(house=colours) if colours else DEFAULT_PALETTE
        accounts, inviting = Accounts(database, key), Inviting(database, key)
        rounds = Rounds(database, catalogue, retention, codes=codes)
        passwords = Passwords(database, key, accounts)
        letters = Letters(settings.origin or "", passwords, inviting, rounds)
        return cls(
            invented=invented,
            database=database,
            catalogue=catalogue,
            scans=Scans(database, catalogue, codes, retention),
            reports=Reports(
                database,
                catalogue,
                press=PdfPress(palette, invented=invented),
                papers=RoundPapers(codes, teller),
            ),
            limits=limits,
            housekeeping=Housekeeping(database, limits),
            accounts=accounts,
            workplace=Workplace(database, catalogue),
            usage=Usage(database),
            organisations=Organisations(database),
            inviting=inviting,
            rounds=rounds,
            taking_part=TakingPart(database, catalogue, codes, retention),
            passwords=passwords,
            mailing=Mailing(database, letters, _post(settings)),
            reading_along=ReadingAlong(database, catalogue, codes, teller),
            benchmarks=Benchmarks(database),
            contributing=Contributing(database),
            publishing=Publishing(database, catalogue),
            recounting=Recounting(database, catalogue),
        )


def _post(settings: Settings) -> Post | None:
    server = settings.smtp_url
    name = settings.organisation
    return Post(server, settings.smtp_from, name=name) if server else None
