"""What the arguments of commands name: folders, questionnaires, answers."""

import os
from collections.abc import Sequence
from pathlib import Path

from quickscan.cli.outcomes import UsageError
from quickscan.cli.output import warn
from quickscan.definitions.answering import load_answers
from quickscan.definitions.files import decode, load, version_of, versions
from quickscan.definitions.reader import read
from quickscan.domain.answers import Answers
from quickscan.domain.ids import RoleId
from quickscan.domain.progress import WhyNot, follow
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.language import Translator


def folders() -> Sequence[Path]:
    """Return the folders with questionnaires of this installation."""
    from quickscan.config import Config  # noqa: PLC0415 - `check FILE` needs no settings

    return Config.from_env().questionnaires


def find_questionnaire(name: str) -> Questionnaire:
    """Return the questionnaire in a file, or the newest version with an id, published or not.

    Raises:
        UsageError: there is no such file or id.
        QuestionnaireError: the file is wrong.
    """
    path = find_file(name)
    return read(path, decode(path, load(path)))


def find_file(name: str) -> Path:
    """Return the file at a path, or of the newest version with an id, published or not.

    Raises:
        UsageError: there is no such file or id.
    """
    path = Path(name)
    if path.suffix or os.sep in name or path.is_file():
        must_be_file(path)
        return path
    return _newest(name)


def _newest(id: str) -> Path:
    own = [p for folder in folders() for p in versions(folder) if p.parent.name == id]
    if not own:
        raise UsageError("er is geen vragenlijst '{id}'", id=id)
    return max(own, key=lambda path: version_of(path) or 0)


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
