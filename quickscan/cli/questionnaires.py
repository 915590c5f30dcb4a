"""Commands for authors of questionnaires: `new`, `check` and `schema`."""

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
from quickscan.definitions.drafting import BadNameError, draft
from quickscan.definitions.files import SCENARIOS
from quickscan.definitions.problems import Severity
from quickscan.presentation.language import Translator


def add(command: Callable[..., Any], _: Translator) -> None:
    """Declare the commands."""
    new = command("new", run_new, _("begin een vragenlijst: een klein concept dat al werkt"))
    new.add_argument(
        "id", metavar="ID", help=_("de naam van de map: kleine letters, cijfers, streepjes")
    )
    new.add_argument(
        "--folder",
        metavar=_("MAP"),
        type=Path,
        help=_("waarin; anders de laatste map van QUICKSCAN_QUESTIONNAIRES"),
    )
    check = command("check", run_check, _("kijk vragenlijsten en hun scenario's na"))
    check.add_argument(
        "path",
        metavar=_("PAD"),
        nargs="*",
        type=Path,
        help=_("bestanden of mappen; zonder: alle mappen van QUICKSCAN_QUESTIONNAIRES"),
    )
    command("schema", run_schema, _("toon het JSON Schema waarmee editors helpen"))


def run_new(arguments: Namespace, _: Translator) -> int:
    """Write a first draft, and say what to do with it."""
    folder = arguments.folder or folders()[-1]
    try:
        path = draft(folder, arguments.id)
    except BadNameError as error:
        words = "'{id}' kan geen id zijn; gebruik kleine letters, cijfers en streepjes"
        raise UsageError(words, id=arguments.id) from error
    except FileExistsError as error:
        words = "er is al een vragenlijst '{id}' in {folder}; kies een andere naam"
        raise UsageError(words, id=arguments.id, folder=folder) from error
    say(
        _(
            "{path} staat klaar; kijk mee terwijl je schrijft: quickscan preview {path}",
            path=path,
        )
    )
    return Exit.GOOD


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
