"""What is printed of a round beside reports: posters, cards, and what can be read along.

Posters, and cards with single-use codes, go when it closes: nobody takes part any more, and
codes need not be kept readable.
"""

from quickscan.presentation.language import LANGUAGES
from quickscan.report.document import Call
from quickscan.services.along_telling import ALONG, AlongTeller
from quickscan.services.codes import Codes
from quickscan.services.press import CardsManuscript, PosterManuscript, Printed
from quickscan.services.round import Round, RoundTeam
from quickscan.storage import organisations, reports, work
from quickscan.storage.database import Transaction
from quickscan.storage.subjects import Subject

ENTRANCE = "/meedoen"
"""Where people type a code to take part, and before the code in a link."""

POSTER, CARDS = "poster/", "kaartjes/"
"""With what the names of these parts of a round begin; the id of a team follows."""


def poster(round_: Round, team: RoundTeam, language: str) -> Subject:
    """Return under what the poster for a team is kept."""
    return Subject(round_id=round_.id, part=f"{POSTER}{team.id}", language=language)


def cards(round_: Round, team: RoundTeam, language: str) -> Subject:
    """Return under what the cards of a team with single-use codes are kept."""
    return Subject(round_id=round_.id, part=f"{CARDS}{team.id}", language=language)


def is_paper(subject: Subject) -> bool:
    """Say whether a part of a round is one of these, and not the report of a team."""
    return (subject.part or "").startswith((POSTER, CARDS, ALONG))


def invites(round_: Round) -> bool:
    """Say whether there are such papers of a round: only from opening to closing.

    And only where it was kept at which address people take part.
    """
    return None not in (round_.confirmed, round_.origin) and round_.closed is None


def want_papers(transaction: Transaction, round_: Round) -> None:
    """Want what invites people to a round that opens, or lasts longer, once more."""
    if not invites(round_):
        return
    for team in round_.teams:
        if team.together:  # a poster promises what does not hold there
            continue
        for language in LANGUAGES:
            work.want(transaction, poster(round_, team, language))
            if team.single_use:
                work.want(transaction, cards(round_, team, language))


def remove_papers(transaction: Transaction, round_: Round) -> None:
    """Remove what invited people to a round."""
    for beginning in (POSTER, CARDS):
        work.remove_parts(transaction, round_.id, beginning)
        reports.remove_parts(transaction, round_.id, beginning)


class RoundPapers:
    """Knows of what each of these is made."""

    def __init__(self, codes: Codes, teller: AlongTeller) -> None:
        self._codes = codes
        self._teller = teller

    def manuscript(
        self, transaction: Transaction, round_: Round, subject: Subject
    ) -> Printed | None:
        """Return of what one is made; None when the round is no longer like that."""
        if (subject.part or "").startswith(ALONG):
            return self._teller.manuscript(transaction, round_, subject)
        kind, _, id = (subject.part or "").partition("/")
        team = next((own for own in round_.teams if own.id == id), None)
        organisation = organisations.load(transaction, round_.organisation)
        if team is None or team.together or organisation is None or not invites(round_):
            return None
        call = _call(round_, team, organisation.name, subject.language)
        if POSTER.startswith(kind):
            return PosterManuscript(call=call)
        return CardsManuscript(
            call=call, codes=self._codes.single_use_codes(team.id, team.size)
        )


def _call(round_: Round, team: RoundTeam, organisation: str, language: str) -> Call:
    return Call(
        questionnaire=round_.questionnaire,
        language=language,
        organisation=organisation,
        name=round_.name,
        team=team.name,
        size=team.size,
        minimum=round_.minimum,
        role=team.role,
        word=round_.word,
        opens=round_.opens,
        closes=round_.closes,
        entrance=f"{round_.origin}{ENTRANCE}",
        code=team.code,
        single_use=team.single_use,
    )
