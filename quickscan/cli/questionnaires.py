"""Commands for authors of questionnaires: `check`, `publish` and `schema`."""

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
    check_in_place,
)
from quickscan.definitions.files import SCENARIOS, version_of, versions
from quickscan.definitions.problems import Severity
from quickscan.definitions.publishing import is_published, publish
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
    publishing = command("publish", run_publish, _("leg een versie voor altijd vast"))
    publishing.add_argument("id", metavar=_("ID"), help=_("de id van de vragenlijst"))
    publishing.add_argument(
        "--version",
        type=int,
        metavar=_("N"),
        help=_("de versie; zonder: de nieuwste die nog niet gepubliceerd is"),
    )
    command("schema", run_schema, _("toon het JSON Schema waarmee editors helpen"))


def run_check(arguments: Namespace, _: Translator) -> int:
    """Check files and folders; problems go to stderr, the summary to stdout."""
    checked = _checked(arguments.path)
    _show_problems(checked, _)
    errors, warnings = (_count(checked, severity) for severity in Severity)
    lists = [found for found in checked if found.is_questionnaire]
    scenarios = sum(found.scenarios for found in checked)
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


def run_publish(arguments: Namespace, _: Translator) -> int:
    """Publish one version after a clean check."""
    path = _to_publish(arguments.id, arguments.version)
    checked = check_in_place(path)
    _show_problems([checked], _)
    if not checked.is_good:
        warn(_("niet gepubliceerd: herstel eerst de fouten"))
        return Exit.WRONG_CONTENT
    before = is_published(path)
    own = publish(path)
    words = (
        "{path} was al gepubliceerd: {hash}" if before else "{path} is gepubliceerd: {hash}"
    )
    say(_(words, path=path, hash=own))
    return Exit.GOOD


def _to_publish(id: str, version: int | None) -> Path:
    """Return the file of a version; the newest that is not published when none is named."""
    own = [p for folder in folders() for p in versions(folder) if p.parent.name == id]
    if not own:
        raise UsageError("er is geen vragenlijst '{id}'", id=id)
    if version is not None:
        named = [path for path in own if version_of(path) == version]
        if not named:
            words = "vragenlijst '{id}' heeft geen versie {version}"
            raise UsageError(words, id=id, version=version)
        return named[0]
    own.sort(key=lambda path: (not is_published(path), version_of(path) or 0))
    return own[-1]


def run_schema(_arguments: Namespace, _: Translator) -> int:
    """Print the JSON Schema of a questionnaire file."""
    from quickscan.definitions.schema import questionnaire_schema  # noqa: PLC0415

    say(json.dumps(questionnaire_schema(), indent=2, ensure_ascii=False))
    return Exit.GOOD
