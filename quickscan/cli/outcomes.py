"""How a command ends: what it returns to the shell, and which exception means what."""

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
    STOPPED = 130
    """Stopped with Ctrl-C, as shells count it."""


class UsageError(ValueError):
    """A command is used wrongly: Dutch words, with values to fill in."""

    def __init__(self, dutch: str, **values: object) -> None:
        super().__init__(dutch.format(**values))
        self.dutch = dutch
        self.values = values


def explain(error: Exception, _: Translator) -> tuple[Exit, str] | None:
    """Return what an exception means for whoever gave the command; None: a fault of ours."""
    from quickscan.config import ConfigError  # noqa: PLC0415 - only when something is wrong

    match error:
        case UsageError(dutch=dutch, values=values):
            return Exit.WRONG_USE, _(dutch, **values)
        case ConfigError():
            return Exit.WRONG_USE, error.message(_.language)
        case QuestionnaireError(problems=problems):
            return Exit.WRONG_CONTENT, "\n".join(own.message(_.language) for own in problems)
        case UnknownQuestionnaireError(id=id):
            return Exit.WRONG_USE, _("er is geen vragenlijst '{id}'", id=id)
        case OSError(filename=file, strerror=reason) if file is not None:
            words = "'{file}' kan niet gelezen of geschreven worden: {reason}"
            return Exit.WRONG_USE, _(words, file=file, reason=reason)
        case _unexpected:
            return None
