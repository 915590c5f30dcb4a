"""What stands in mail, in Dutch and in English; written when it is sent, by the worker."""

from urllib.parse import quote

from quickscan.post import Letter
from quickscan.presentation.dates import long_date
from quickscan.presentation.language import LANGUAGES, Translator, translator
from quickscan.services.clock import REAL, Clock
from quickscan.services.inviting import Inviting, NoSuchCoordinatorInvitationError
from quickscan.services.mailing import MailKind
from quickscan.services.passwords import (
    BEGIN_HOURS,
    FORGOTTEN_HOURS,
    Passwords,
)
from quickscan.services.round import Round
from quickscan.services.rounds import NoSuchRoundError, Rounds
from quickscan.storage.mails import MailRow

Words = tuple[str, tuple[str, ...]]
"""A subject, and the paragraphs below it."""


def password_address(origin: str, secret: str, wanted: str) -> str:
    """Return the address of the page where a password is chosen, before the page `wanted`.

    That is a path such as /organisatie/; its first part says to which door the link belongs.
    """
    place = "/" + wanted.split("/")[1]
    after = "" if wanted == f"{place}/" else f"?naar={quote(wanted)}"
    return f"{origin}{place}/link/{secret}{after}"


class Letters:
    """Writes letters, with links to the site at its `origin`."""

    def __init__(
        self,
        origin: str,
        passwords: Passwords,
        inviting: Inviting,
        rounds: Rounds,
        *,
        clock: Clock = REAL,
    ) -> None:
        self._origin = origin
        self._passwords = passwords
        self._inviting = inviting
        self._rounds = rounds
        self._today = clock.today

    def write(self, id: str, mail: MailRow) -> Letter | None:
        """Return a letter; None when there is nothing to tell this person (any more)."""
        match MailKind(mail.kind):
            case MailKind.BEGIN | MailKind.FORGOTTEN:
                words = self._password(id, mail)
            case MailKind.INVITATION:
                words = self._invitation(mail)
            case MailKind.WARNING | MailKind.RESULT:
                words = self._of_round(mail)
        if words is None:
            return None
        subject, paragraphs = words
        text = "\n\n".join(paragraphs) + f"\n\n-- \n{self._origin}\n"
        return Letter(to=mail.recipient, subject=subject, words=text, language=mail.language)

    # --- to who wants to sign in --------------------------------------------------------

    def _password(self, id: str, mail: MailRow) -> Words | None:
        begins = mail.kind == MailKind.BEGIN
        link = self._passwords.mailed(id, mail.recipient, begins=begins)
        if link is None:
            return None
        _ = translator(mail.language)
        address = password_address(self._origin, link.secret, mail.about)
        if not begins:
            return _forgotten(_, address)
        return self._known(_, address) if link.is_known else _begin(_, address)

    def _known(self, _: Translator, address: str) -> Words:
        return _("Je hebt al een account voor de Quickscan"), (
            _("Iemand wilde met dit mailadres een account maken. Je hebt er al een."),
            _("Aanmelden kan hier:") + f"\n{self._origin}/organisatie/aanmelden",
            _("Weet je je wachtwoord niet meer? Kies dan hier een nieuw:") + f"\n{address}",
            _works_once(_, FORGOTTEN_HOURS),
            _("Vroeg jij hier niet om? Dan hoef je niets te doen. Er verandert niets."),
        )

    def _invitation(self, mail: MailRow) -> Words | None:
        try:
            own = self._inviting.named(mail.about)
        except NoSuchCoordinatorInvitationError:
            return None
        _ = translator(mail.language)
        names = ", ".join(team.name for team in own.teams or ())
        asks = (
            _("{by} vraagt je voor deze teams: {teams}.", by=own.by, teams=names)
            if names
            else _("{by} vraagt je voor alle teams.", by=own.by)
        )
        link = f"{self._origin}/organisatie/uitnodiging/{own.secret}"
        return _("Word coördinator van {organisation}", organisation=own.organisation), (
            _(
                "Wil je coördinator worden van {organisation} in de Quickscan?",
                organisation=own.organisation,
            )
            + f" {asks}",
            _("Op deze pagina lees je wat je dan kunt en ziet:") + f"\n{link}",
            _(
                "De link werkt één keer, tot en met {date}. Stuur hem niet door: wie hem "
                "heeft, kan coördinator worden.",
                date=long_date(own.ends, mail.language),
            ),
            _("Ken je deze mensen niet? Dan hoef je niets te doen."),
        )

    # --- of rounds ----------------------------------------------------------------------

    def _of_round(self, mail: MailRow) -> Words | None:
        """Tell in every language we speak: no page says which this coordinator reads."""
        try:
            own = self._rounds.load(mail.recipient, mail.about)
        except NoSuchRoundError:
            return None
        tell = self._warning if mail.kind == MailKind.WARNING else self._result
        told = [tell(translator(language), own) for language in LANGUAGES]
        both = [words for words in told if words is not None]
        if not both:
            return None
        return " / ".join(subject for subject, _ in both), tuple(
            paragraph for _, paragraphs in both for paragraph in paragraphs
        )

    def _warning(self, _: Translator, own: Round) -> Words | None:
        lacking = ", ".join(team.name for team in own.lacking(self._today()))
        if not lacking:
            return None
        return _("De meting ‘{name}’ is bijna voorbij", name=own.name), (
            _(
                "De meting ‘{name}’ is open tot en met {closes}.",
                name=own.name,
                closes=long_date(own.closes, _.language),
            ),
            _(
                "Nog niet genoeg mensen bij: {teams}. Nodig ze nog eens uit, of geef de "
                "meting een latere laatste dag.",
                teams=lacking,
            ),
            self._page_of(own),
        )

    def _result(self, _: Translator, own: Round) -> Words | None:
        if own.closed is None or all(team.together for team in own.teams):
            return None
        return _("De uitslag van ‘{name}’ is er", name=own.name), (
            _(
                "De meting ‘{name}’ is gesloten. Jij en je teams zien nu de uitslag.",
                name=own.name,
            ),
            self._page_of(own),
        )

    def _page_of(self, own: Round) -> str:
        return f"{self._origin}/organisatie/meting/{own.id}"


def _begin(_: Translator, address: str) -> Words:
    return _("Maak je account voor de Quickscan"), (
        _("Iemand wil met dit mailadres een account maken om teams te meten. Ben jij dat?"),
        _("Kies dan hier je wachtwoord:") + f"\n{address}",
        _works_once(_, BEGIN_HOURS),
        _("Ben jij het niet? Dan hoef je niets te doen. Er komt dan geen account."),
    )


def _forgotten(_: Translator, address: str) -> Words:
    return _("Kies een nieuw wachtwoord voor de Quickscan"), (
        _("Iemand vroeg om een nieuw wachtwoord voor dit mailadres. Ben jij dat?"),
        _("Kies dan hier je wachtwoord:") + f"\n{address}",
        _works_once(_, FORGOTTEN_HOURS),
        _("Vroeg jij hier niet om? Dan hoef je niets te doen. Er verandert niets."),
    )


def _works_once(_: Translator, hours: int) -> str:
    time = _.many("een uur", "{number} uur", hours)
    return _("De link werkt één keer, {time} lang.", time=time)
