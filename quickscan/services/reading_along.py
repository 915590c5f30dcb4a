"""Reading a round along: a link for the works council and the privacy officer.

Who has the link sees what will be asked, what people are told and who will see what; never
an answer, a figure or a code. The code in it follows from a name and the key, so that
coordinators can see it again; only its HMAC is stored.
"""

from dataclasses import dataclass

from quickscan.presentation.along import Along, Told, along
from quickscan.services.along_telling import ALONG, AlongTeller, NoSuchLinkError, subject_of
from quickscan.services.codes import Codes
from quickscan.services.organisations import NoSuchOrganisationError, whole_organisation
from quickscan.services.round import Round, round_from_rows
from quickscan.services.rounds import NoSuchRoundError
from quickscan.services.scan import Questionnaires
from quickscan.storage import reading_along as links
from quickscan.storage import reports, rounds, work
from quickscan.storage.database import Database, Transaction, new_id
from quickscan.storage.subjects import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAlong:
    """A round as it can be read along."""

    round: Round
    told: Told

    def words(self, language: str) -> Along:
        """Return it in words."""
        return along(self.told, language)


class ReadingAlong:
    """Makes and withdraws links, and lets whoever has one read along."""

    def __init__(
        self,
        database: Database,
        catalogue: Questionnaires,
        codes: Codes,
        teller: AlongTeller,
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._codes = codes
        self._teller = teller

    def share(self, email: str, id: str) -> str:
        """Let a round be read along; return the code, which is the same if it could already.

        Raises:
            NoSuchRoundError: it is not there, or not theirs to arrange.
        """
        ref = new_id()
        with self._database.changing() as transaction:
            self._wholly(transaction, email, id)
            hmac = self._codes.along_hmac(self._codes.along_code(ref))
            links.add(transaction, id, ref, hmac)
            return self._codes.along_code(links.ref(transaction, id) or ref)

    def code(self, email: str, id: str) -> str:
        """Return the code by which a round can be read along; "" where it cannot.

        Raises:
            NoSuchRoundError: it is not there, or not theirs to arrange.
        """
        with self._database.reading() as transaction:
            self._wholly(transaction, email, id)
            ref = links.ref(transaction, id)
        return self._codes.along_code(ref) if ref else ""

    def withdraw(self, email: str, id: str) -> None:
        """Let a round be read along no longer; nothing when it could not.

        Raises:
            NoSuchRoundError: it is not there, or not theirs to arrange.
        """
        with self._database.changing() as transaction:
            self._wholly(transaction, email, id)
            links.remove(transaction, id)
            _forget_printed(transaction, id)

    def look(self, typed: str) -> ReadAlong:
        """Return what can be read along with a code.

        Raises:
            MistypedCodeError: it cannot be a code.
            NoSuchLinkError: it opens nothing.
        """
        hmac = self._codes.along_hmac(typed)
        with self._database.reading() as transaction:
            id = links.round_of(transaction, hmac)
            row = None if id is None else rounds.load(transaction, id)
            if row is None:
                raise NoSuchLinkError
            own = round_from_rows(row, rounds.teams(transaction, row.id), self._catalogue)
            return ReadAlong(round=own, told=self._teller.told(transaction, own))

    def subject(self, found: ReadAlong, language: str) -> Subject:
        """Return under what the report of a round as it is now is kept; older ones go."""
        subject = subject_of(found.round, found.words(language))
        with self._database.changing() as transaction:
            _forget_printed(transaction, found.round.id, language, but=str(subject.part))
        return subject

    def _wholly(self, transaction: Transaction, email: str, id: str) -> None:
        row = rounds.load(transaction, id)
        if row is None:
            raise NoSuchRoundError
        try:
            own = whole_organisation(transaction, row.organisation_id, email)
        except NoSuchOrganisationError:
            raise NoSuchRoundError from None
        if row.confirmed is not None and own.since > row.confirmed:
            raise NoSuchRoundError


def _forget_printed(
    transaction: Transaction, id: str, language: str = "", *, but: str = ""
) -> None:
    beginning = f"{ALONG}{language}/" if language else ALONG
    work.remove_parts(transaction, id, beginning, but=but)
    reports.remove_parts(transaction, id, beginning, but=but)
