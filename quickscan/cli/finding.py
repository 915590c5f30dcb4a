"""What the arguments of commands name: folders, questionnaires, answers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quickscan.cli.outcomes import OutsideError, UsageError
from quickscan.cli.output import warn
from quickscan.definitions.answering import load_answers
from quickscan.definitions.files import version_of
from quickscan.definitions.originals import Original, questionnaire_in
from quickscan.domain.answers import Answers
from quickscan.domain.ids import RoleId
from quickscan.domain.progress import WhyNot, follow
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.language import Translator

if TYPE_CHECKING:
    from quickscan.storage.editions import EditionRow

_NAMED = re.compile(r"(?P<id>[^/.]+)(?:/v(?P<version>[1-9][0-9]*)(?:\.yaml)?)?")


def folders() -> Sequence[Path]:
    """Return the folders with questionnaires of this installation."""
    from quickscan.config import Config  # noqa: PLC0415 - `check FILE` needs no settings

    return Config.from_env().questionnaires


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A version that a name means, among all versions that stand beside it, by number.

    `version` is 0, and nothing stands beside it, where it is a file whose name tells none.
    """

    original: Original
    version: int
    beside: Mapping[int, Original]

    def before(self) -> "Found | None":
        """Return the version before this one, or None when there is none."""
        number = max((each for each in self.beside if each < self.version), default=0)
        return replace(self, original=self.beside[number], version=number) if number else None


class Finder:
    """Finds what a command means by the name of a questionnaire.

    A path is that file. `id/v2` and an id, which means its newest version, may be a file of
    the folders or what the Workplace published; `services.originals` says which goes first.
    The database is asked once, and only for an id. When it cannot be asked the files have to
    do, with a warning.
    """

    def __init__(self, _: Translator) -> None:
        self._ = _
        self._published: Sequence[EditionRow] | None = None
        self._trouble = ""
        self._has_warned = False

    def find(self, name: str) -> Found:
        """Return the version that a name means.

        Raises:
            UsageError: there is none.
            OutsideError: there is none among the files, and the database cannot be asked.
            CatalogueError: a published file and the Workplace say two things of one version.
        """
        named = None if Path(name).is_file() else _NAMED.fullmatch(name)
        if named is None:
            return _file(Path(name))
        own = self._versions(named["id"])
        version = int(named["version"] or max(own, default=0))
        if not own:
            raise self.refusal(dutch="er is geen vragenlijst '{id}'", id=named["id"])
        if version not in own:
            words = "vragenlijst '{id}' heeft geen versie {version}"
            raise self.refusal(dutch=words, id=named["id"], version=version)
        self._warn()
        return Found(original=own[version], version=version, beside=own)

    def refusal(self, dutch: str, **values: object) -> UsageError | OutsideError:
        """Return the error that something is not there, as far as can be seen."""
        if not self._trouble:
            return UsageError(dutch, **values)
        return OutsideError(
            "{what} (gekeken bij de bestanden); de database is niet te gebruiken: {reason}. "
            "Kijk of hij draait, of 'quickscan migrate' nodig is en of QUICKSCAN_DATABASE_URL "
            "klopt, en probeer het opnieuw.",
            what=self._(dutch, **values),
            reason=self._trouble,
        )

    def _versions(self, id: str) -> Mapping[int, Original]:
        from quickscan.config import Config  # noqa: PLC0415 - a path needs no settings
        from quickscan.services.originals import originals  # noqa: PLC0415 - nor a database

        config = Config.from_env()
        if self._published is None:
            self._published = self._ask(config.database_url)
        return originals(id, config.questionnaires, self._published)

    def _ask(self, url: str) -> "Sequence[EditionRow]":
        from quickscan.services.originals import published_editions  # noqa: PLC0415
        from quickscan.storage import database  # noqa: PLC0415

        try:
            return published_editions(url)
        except (database.DatabaseUrlError, database.DatabaseUnreachableError) as error:
            self._trouble = database.reason_of(error)
            return ()

    def _warn(self) -> None:
        if self._trouble and not self._has_warned:
            words = (
                "let op: de database is niet te gebruiken ({reason}): alleen bestanden tellen"
            )
            warn(self._(words, reason=self._trouble))
            self._has_warned = True


def find_questionnaire(name: str, _: Translator) -> Questionnaire:
    """Return the questionnaire that a name means: see `Finder.find`.

    Raises:
        UsageError: there is none.
        OutsideError: there is none, as far as can be seen.
        QuestionnaireError: it is wrong.
    """
    return questionnaire_in(Finder(_).find(name).original)


def _file(path: Path) -> Found:
    must_be_file(path)
    own = version_of(path)
    siblings = ((version_of(each), each) for each in path.absolute().parent.glob("v*.yaml"))
    beside = {number: each for number, each in siblings if number} if own else {}
    return Found(original=path, version=own or 0, beside=beside)


def must_be_file(path: Path) -> None:
    """See that a path is a file.

    Raises:
        UsageError: it is not.
    """
    if not path.exists():
        raise UsageError("'{path}' bestaat niet", path=path)
    if not path.is_file():
        raise UsageError("'{path}' is geen bestand", path=path)


def find_role(questionnaire: Questionnaire, role: str | None) -> RoleId | None:
    """Return the role of this name.

    Raises:
        UsageError: the questionnaire does not have it.
    """
    if role is None or questionnaire.role(RoleId(role)):
        return None if role is None else RoleId(role)
    known = ", ".join(own.id for own in questionnaire.roles) or "-"
    words = "de rol '{role}' bestaat niet; kies uit: {known}"
    raise UsageError(words, role=role, known=known)


def find_answers(
    path: Path, questionnaire: Questionnaire, role: RoleId | None, _: Translator
) -> Answers:
    """Return the answers in a file; say on stderr which are ignored, and why.

    Raises:
        UsageError: there is no such file.
        QuestionnaireError: an answer does not fit its question.
    """
    must_be_file(path)
    answers = load_answers(path, questionnaire)
    not_asked = follow(questionnaire, answers, role).not_asked
    for question in answers:
        if question in not_asked:
            yet = not_asked[question] is WhyNot.NOT_YET
            words = (
                "let op: het antwoord op '{question}' telt niet mee: nog niet aan de orde"
                if yet
                else "let op: het antwoord op '{question}' telt niet mee: niet gevraagd"
            )
            warn(_(words, question=question))
    return answers
