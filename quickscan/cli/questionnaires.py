"""Commands for authors of questionnaires: `check` and `schema`."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from quickscan.cli.finding import folders
from quickscan.cli.outcomes import Exit, UsageError
from quickscan.cli.output import say, warn
from quickscan.definitions.check import (
    Checked,
    check_file,
    check_folder,
    check_folders,
)
from quickscan.definitions.files import SCENARIOS
from quickscan.definitions.problems import Severity
from quickscan.presentation.language import Translator


def add(command: Callable[..., Any], _: Translator) -> None:
    """Declare the commands."""
    check = command("check", run_check, _("kijk vragenlijsten en hun scenario's na"))
    check.add_argument(
        "path",
        metavar=_("PAD"),
        nargs="*",
        type=Path,
        help=_("bestanden of mappen; zonder: alle mappen van QUICKSCAN_QUESTIONNAIRES"),
    )
    command("schema", run_schema, _("toon het JSON Schema waarmee editors helpen"))


def run_check(arguments: Namespace, _: Translator) -> int:
    """Check files and folders; problems go to stderr, the summary to stdout."""
    checked = _checked(arguments.path)
    _show_problems(checked, _)
    errors, warnings = (
        _count(checked, severity) for severity in (Severity.ERROR, Severity.WARNING)
    )
    lists = [found for found in checked if found.is_questionnaire]
    scenarios = sum(len(found.scenarios) for found in checked)
    parts = (
        _.many("{number} vragenlijst", "{number} vragenlijsten", len(lists)),
        _.many("{number} scenario", "{number} scenario's", scenarios),
        _.many("{number} fout", "{number} fouten", errors),
        _.many("{number} waarschuwing", "{number} waarschuwingen", warnings),
    )
    say(", ".join(parts))
    return Exit.WRONG_CONTENT if errors else Exit.GOOD


def _checked(paths: Sequence[Path]) -> tuple[Checked, ...]:
    if not paths:
        return check_folders(folders())
    checked: list[Checked] = []
    for path in paths:
        if not path.exists():
            raise UsageError("'{path}' bestaat niet", path=path)
        if path.is_dir():
            checked += check_folder(path)
        elif path.name.endswith(SCENARIOS):
            checked.append(check_file(path.with_name(path.name.replace(SCENARIOS, ".yaml"))))
        else:
            checked.append(check_file(path))
    return tuple(checked)


def _show_problems(checked: Iterable[Checked], _: Translator) -> None:
    for found in checked:
        for problem in found.problems:
            warn(problem.message(_.language))


def _count(checked: Iterable[Checked], severity: Severity) -> int:
    return sum(p.severity is severity for found in checked for p in found.problems)


def run_schema(_arguments: Namespace, _: Translator) -> int:
    """Print the JSON Schema of a questionnaire file."""
    from quickscan.definitions.schema import questionnaire_schema  # noqa: PLC0415

    say(json.dumps(questionnaire_schema(), indent=2, ensure_ascii=False))
    return Exit.GOOD
