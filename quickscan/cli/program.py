"""`quickscan`: which commands there are, and how one is run."""

import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from quickscan.cli import (
    accounts,
    assessing,
    benchmarks,
    demonstrating,
    exchanging,
    previewing,
    questionnaires,
    reporting,
    running,
    teams,
    versions,
)
from quickscan.cli.outcomes import Exit, explain
from quickscan.cli.output import warn
from quickscan.presentation.language import DUTCH, LANGUAGES, Translator, translator

Run = Callable[[Namespace, Translator], int]


class Adds(Protocol):
    """How a group declares a command: `add(name, help)` returns its parser."""

    def __call__(self, name: str, run: Run, help: str) -> ArgumentParser:
        """Declare one command and what runs it."""


GROUPS: tuple[Callable[[Adds, Translator], None], ...] = (
    questionnaires.add,
    versions.add,
    previewing.add,
    exchanging.add,
    assessing.add,
    reporting.add,
    running.add,
    demonstrating.add,
    teams.add,
    accounts.add,
    benchmarks.add,
)
"""The groups of commands, in the order in which they are shown."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return what the shell gets: see `Exit`."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    _ = translator(_language(arguments))
    try:
        chosen = _parser(_).parse_args(arguments)
    except SystemExit as stop:  # argparse has said what is wrong, or shown the help
        return int(stop.code or 0)
    try:
        return _run(chosen, _)
    except BrokenPipeError:  # whoever read our output has enough
        _drop_output()
        return Exit.GOOD
    except KeyboardInterrupt:
        return Exit.STOPPED


def _run(chosen: Namespace, _: Translator) -> int:
    try:
        code: int = chosen.run(chosen, _)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except Exception as error:
        meaning = explain(error, _)
        if meaning is None:
            raise
        warn(meaning[1])
        _end_output()
        return meaning[0]
    return code


def _end_output() -> None:
    """Write what is left of our output, where there is room for it."""
    try:
        sys.stdout.flush()
    except OSError:
        _drop_output()


def _drop_output() -> None:
    """Let what is left of our output go nowhere, instead of failing once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _language(arguments: Sequence[str]) -> str:
    """Return the language a command is given in, before its arguments are understood."""
    chosen = os.environ.get("QUICKSCAN_LANGUAGE", DUTCH)
    for number, argument in enumerate(arguments):
        if argument == "--language" and number + 1 < len(arguments):
            chosen = arguments[number + 1]
        elif argument.startswith("--language="):
            chosen = argument.partition("=")[2]
    return chosen if chosen in LANGUAGES else DUTCH


def _parser(_: Translator) -> ArgumentParser:
    parser = ArgumentParser(
        prog="quickscan",
        description=_("Vragenlijsten nakijken, publiceren en doorrekenen."),
        epilog=_(
            "0 is goed, 1 is een fout in een bestand, 2 is verkeerd gebruik, "
            "3 is pech daarbuiten (poort, database, sleutel, schijf)."
        ),
        formatter_class=RawDescriptionHelpFormatter,
    )
    commands: Any = parser.add_subparsers(dest="command", metavar="", required=True)

    def add(name: str, run: Run, help: str) -> ArgumentParser:
        command: ArgumentParser = commands.add_parser(name, help=help, description=help)
        command.add_argument(
            "--language",
            choices=LANGUAGES,
            default=_.language,
            help=_("taal van de uitvoer (ook: QUICKSCAN_LANGUAGE)"),
        )
        command.set_defaults(run=run)
        return command

    for group in GROUPS:
        group(add, _)
    return parser
