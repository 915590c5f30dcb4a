"""An installation of Quickscan for tests: services, a clock to set and a press to break."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from hashlib import sha256

from sqlalchemy import func, select

from quickscan.domain.answers import Answers
from quickscan.domain.conditions import QuestionIs
from quickscan.domain.ids import (
    AdviceId,
    BandId,
    DimensionId,
    OptionId,
    QuestionId,
    QuestionnaireId,
    RoleId,
    ScaleId,
    SectionId,
    ThemeId,
)
from quickscan.domain.questionnaire import (
    AdviceRule,
    Band,
    Dimension,
    Effort,
    Minutes,
    Questionnaire,
    Role,
    Scoring,
    Section,
    Theme,
)
from quickscan.domain.questions import Option, RatingQuestion, TextQuestion
from quickscan.domain.texts import Language, Text
from quickscan.post import Letter
from quickscan.presentation.along import Host
from quickscan.services.accounts import Accounts
from quickscan.services.along_telling import AlongTeller
from quickscan.services.benchmarks import Benchmarks
from quickscan.services.clock import Clock
from quickscan.services.codes import Codes, ReturnCode
from quickscan.services.contributing import Contributing
from quickscan.services.housekeeping import Housekeeping
from quickscan.services.inviting import Inviting
from quickscan.services.letters import Letters
from quickscan.services.limits import Limits
from quickscan.services.mailing import Mailing
from quickscan.services.organisations import Organisations
from quickscan.services.passwords import Passwords
from quickscan.services.press import Blank, Manuscript, Printed, TeamManuscript
from quickscan.services.publishing import Publishing
from quickscan.services.reading_along import ReadingAlong
from quickscan.services.recounting import Recounting
from quickscan.services.reports import Reports
from quickscan.services.retention import Retention
from quickscan.services.round_papers import RoundPapers
from quickscan.services.rounds import Rounds
from quickscan.services.samples import WorkedExample
from quickscan.services.scan import Scan
from quickscan.services.scans import Scans
from quickscan.services.taking_part import LINK_DAYS, TakingPart
from quickscan.storage.database import Database
from quickscan.storage.tables import metadata

KEY = b"k" * 32
ORIGIN = "https://scan.example"
START = SectionId("start")
PAGE = SectionId("bladzij")
LEADER = RoleId("leider")
DOER = RoleId("doener")
ADVICE = tuple(AdviceId(f"advies-{number}") for number in range(4))
STATEMENTS = tuple(QuestionId(f"stelling-{number}") for number in range(4))
PLACE = ((DimensionId("fase"), ThemeId("weten")),)
ALL_YES: Answers = dict.fromkeys(STATEMENTS, "ja")


def _text(words: str) -> Text:
    return Text(((Language("nl"), words),))


def _statement(id: QuestionId) -> RatingQuestion:
    options = (
        Option(id=OptionId("nee"), label=_text("Nee"), points=0),
        Option(id=OptionId("ja"), label=_text("Ja"), points=4),
        Option(id=OptionId("weet-niet"), label=_text("Weet ik niet")),
    )
    return RatingQuestion(
        id=id,
        text=_text(id),
        required=True,
        scale=ScaleId("mate"),
        options=options,
        themes=PLACE,
    )


def _advice(id: AdviceId) -> AdviceRule:
    return AdviceRule(
        id=id,
        themes=PLACE,
        when=QuestionIs(STATEMENTS[0], (OptionId("nee"),)),
        title=_text(id),
        text=_text("Waarom."),
        steps=(_text("Eerst dit."),),
        effort=Effort.SMALL,
    )


def questionnaire(version: int = 1) -> Questionnaire:
    """A name, four statements with yes or no, two roles and four pieces of advice."""
    name = TextQuestion(
        id=QuestionId("naam"), text=_text("Hoe heet het?"), required=False, max_length=80
    )
    return Questionnaire(
        id=QuestionnaireId("klein"),
        version=version,
        languages=(Language("nl"),),
        title=_text("Klein"),
        summary=_text("Klein."),
        minutes=Minutes(1, 1),
        roles=(Role(id=LEADER, label=_text("Leider")), Role(id=DOER, label=_text("Doener"))),
        dimensions=(
            Dimension(
                id=PLACE[0][0],
                title=_text("Fase"),
                themes=(Theme(id=PLACE[0][1], title=_text("Weten")),),
            ),
        ),
        sections=(
            Section(id=START, title=_text("Start"), questions=(name,)),
            Section(
                id=PAGE,
                title=_text("Bladzij"),
                questions=tuple(_statement(id) for id in STATEMENTS),
            ),
        ),
        scoring=Scoring(),
        bands=(Band(id=BandId("alles"), from_=Fraction(0), label=_text("Alles")),),
        advice=tuple(_advice(id) for id in ADVICE),
    )


@dataclass
class Example:
    """A worked example for the sample report."""

    role: RoleId | None = None
    answers: Answers = field(default_factory=lambda: ALL_YES)


class Shelf:
    """Version 1 and 2 of the small questionnaire."""

    def __init__(self) -> None:
        self.versions = {1: questionnaire(1)}
        self.examples: Sequence[WorkedExample] = (Example(),)

    @property
    def offered(self) -> Sequence[Questionnaire]:
        return (self.versions[max(self.versions)],)

    def version(self, _id: QuestionnaireId, version: int) -> Questionnaire:
        return self.versions[version]

    def newest(self, _id: QuestionnaireId) -> Questionnaire:
        return self.offered[0]

    def between(self, old: Questionnaire, new: Questionnaire) -> Sequence[Questionnaire]:
        return [own for n, own in self.versions.items() if old.version < n < new.version]

    def scenarios(self, _id: QuestionnaireId, _version: int) -> Sequence[WorkedExample]:
        return self.examples


class BrokenPressError(RuntimeError):
    """The press of a test breaks when it is told to."""


@dataclass
class TestPress:
    """Prints the notes and choices of a manuscript, and counts how often."""

    __test__ = False
    printed: int = 0
    breaks_on: str | None = None
    during: list[object] = field(default_factory=list)

    def fingerprint(self, manuscript: Printed) -> str:
        return sha256(self._words(manuscript)).hexdigest()

    def print(self, manuscript: Printed) -> bytes:
        words = self._words(manuscript)
        while self.during:
            self.during.pop()()  # type: ignore[operator]
        if self.breaks_on is not None and self.breaks_on in words.decode():
            raise BrokenPressError(words.decode())
        self.printed += 1
        return b"%PDF " + words

    @staticmethod
    def _words(manuscript: Printed) -> bytes:
        if isinstance(manuscript, Manuscript):
            told = manuscript.language, manuscript.chosen, dict(manuscript.notes)
            return repr(told).encode()
        if isinstance(manuscript, TeamManuscript):
            return repr((manuscript.language, manuscript.name)).encode()
        if isinstance(manuscript, Blank):
            return repr((manuscript.language, manuscript.role)).encode()
        return repr(manuscript).encode()


@dataclass
class Postman:
    """Keeps the letters that were sent; what is in `refuses` is raised, one at a time."""

    letters: list[Letter] = field(default_factory=list)
    refuses: list[BaseException] = field(default_factory=list)

    def send(self, letter: Letter, _id: str) -> None:
        if self.refuses:
            raise self.refuses.pop(0)
        self.letters.append(letter)


class Installation:
    """Services that share a database, on a day and time that a test can set."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.day = date(2026, 11, 21)
        self.seconds = 1_795_000_000.0
        self.clock = Clock(lambda: self.day, lambda: self.seconds)
        self.shelf = Shelf()
        self.press = TestPress()
        codes = Codes(KEY)
        teller = AlongTeller(Host(name="Gemeente Voorbeeld"), Retention(), LINK_DAYS)
        self.scans = Scans(database, self.shelf, codes, Retention(), clock=self.clock)
        self.reports = Reports(
            database,
            self.shelf,
            press=self.press,
            papers=RoundPapers(codes, teller),
            clock=self.clock,
        )
        self.limits = Limits(database, KEY, clock=self.clock)
        self.housekeeping = Housekeeping(database, self.limits, clock=self.clock)
        self.accounts = Accounts(database, KEY, clock=self.clock)
        self.organisations = Organisations(database, clock=self.clock)
        self.inviting = Inviting(database, KEY, clock=self.clock)
        self.rounds = Rounds(database, self.shelf, Retention(), codes=codes, clock=self.clock)
        self.reading_along = ReadingAlong(database, self.shelf, codes, teller)
        self.taking_part = TakingPart(
            database, self.shelf, codes, Retention(), time=self.clock
        )
        self.passwords = Passwords(database, KEY, self.accounts, clock=self.clock)
        self.postman = Postman()
        self.letters = Letters(
            ORIGIN, self.passwords, self.inviting, self.rounds, clock=self.clock
        )
        self.mailing = Mailing(database, self.letters, self.postman, clock=self.clock)
        self.benchmarks = Benchmarks(database, clock=self.clock)
        self.contributing = Contributing(database, clock=self.clock)
        self.publishing = Publishing(database, self.shelf, clock=self.clock)
        self.recounting = Recounting(database, self.shelf)

    def begin(self, **answers: str) -> tuple[Scan, ReturnCode]:
        given = {QuestionId(id): value for id, value in answers.items()}
        return self.scans.begin(
            self.shelf.newest(QuestionnaireId("klein")),
            role=LEADER,
            language="nl",
            answers=given,
        )

    def finished(self) -> tuple[Scan, ReturnCode]:
        """A scan that is finished; its report is wanted."""
        scan, code = self.begin(naam="Samen")
        self.scans.save(scan.id, PAGE, ALL_YES, None)
        self.scans.finish(scan.id)
        return self.scans.find(code), code

    def make_all(self) -> None:
        """Make everything that is wanted, and try again what fails."""
        for _ in range(4):
            while self.reports.make_next():
                pass
            self.wait(seconds=10)

    def wait(self, *, days: int = 0, seconds: float = 0) -> None:
        self.day += timedelta(days=days)
        self.seconds += days * 86_400 + seconds

    def rows(self) -> dict[str, int]:
        """How many rows each table has; tables without any are left out."""
        with self.database.reading() as transaction:
            counts = {
                table.name: transaction.execute(
                    select(func.count()).select_from(table)
                ).scalar_one()
                for table in metadata.sorted_tables
            }
        return {name: number for name, number in counts.items() if number}
