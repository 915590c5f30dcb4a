"""How a command ends: what it returns to the shell, and which exception means what."""

import errno
from enum import IntEnum

from quickscan.definitions.catalogue import UnknownQuestionnaireError
from quickscan.definitions.problems import QuestionnaireError
from quickscan.presentation.language import Translator


class Exit(IntEnum):
    """What a command returns to the shell."""

    GOOD = 0
    WRONG_CONTENT = 1
    """Something in a file is wrong."""
    WRONG_USE = 2
    """The command was given what is not there, or what does not go together."""
    OUTSIDE = 3
    """Something outside failed: a port, the database, the key, the disk."""
    STOPPED = 130
    """Stopped with Ctrl-C, as shells count it."""


class _ToldError(Exception):
    """What ends a command, in Dutch words with values to fill in."""

    exit: Exit

    def __init__(self, dutch: str, **values: object) -> None:
        super().__init__(dutch.format(**values))
        self.dutch = dutch
        self.values = values


class UsageError(_ToldError):
    """A command is used wrongly."""

    exit = Exit.WRONG_USE


class OutsideError(_ToldError):
    """Something that a command needs from outside failed."""

    exit = Exit.OUTSIDE


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def explain(error: Exception, _: Translator) -> tuple[Exit, str] | None:
    """Return what an exception means for whoever gave the command; None: a fault of ours."""
    from quickscan.config import ConfigError  # noqa: PLC0415 - only when something is wrong

    match error:
        case _ToldError(exit=code, dutch=dutch, values=values):
            return code, _(dutch, **values)
        case QuestionnaireError(problems=problems):
            return Exit.WRONG_CONTENT, "\n".join(own.message(_.language) for own in problems)
        case OSError(errno=number) if number in _FULL:
            return Exit.OUTSIDE, _("de schijf is vol; maak ruimte en probeer het opnieuw")
        case ConfigError():
            words = error.message(_.language)
        case UnknownQuestionnaireError(id=id):
            words = _("er is geen vragenlijst '{id}'", id=id)
        case OSError(filename=file, strerror=reason) if file is not None:
            words = _(
                "'{file}' kan niet gelezen of geschreven worden: {reason}",
                file=file,
                reason=reason,
            )
        case _unexpected:
            return None
    return Exit.WRONG_USE, words
