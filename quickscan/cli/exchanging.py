"""Commands that take questionnaires to other programs and back: `export` and `import`."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from quickscan.cli.finding import Finder, must_be_file
from quickscan.cli.outcomes import Exit, UsageError
from quickscan.cli.output import say, warn
from quickscan.definitions.files import scenarios_of
from quickscan.definitions.originals import questionnaire_in, scenarios_with
from quickscan.definitions.problems import Problem
from quickscan.definitions.publishing import published_beside
from quickscan.presentation.language import Translator

FORMATS = ("xlsx",)


def add(command: Callable[..., Any], _: Translator) -> None:
    """Declare the commands."""
    exporting = command("export", run_export, _("maak een werkmap van een vragenlijst"))
    exporting.add_argument("format", choices=FORMATS, help=_("xlsx: een werkmap"))
    exporting.add_argument(
        "questionnaire",
        metavar=_("VRAGENLIJST"),
        help=_("een id, id/v2, of het pad van een bestand"),
    )
    exporting.add_argument(
        "-o", "--output", metavar=_("BESTAND"), type=Path, help=_("het bestand dat het wordt")
    )
    importing = command("import", run_import, _("maak een vragenlijst van een werkmap"))
    importing.add_argument("format", choices=FORMATS, help=_("xlsx: een werkmap"))
    importing.add_argument("file", metavar=_("WERKMAP"), type=Path, help=_("de werkmap"))
    importing.add_argument(
        "-o",
        "--output",
        metavar=_("DOEL"),
        type=Path,
        help=_("een .yaml-bestand, of een map met vragenlijsten; zonder: naar het scherm"),
    )


def run_export(arguments: Namespace, _: Translator) -> int:
    """Write a workbook of a questionnaire and its scenarios."""
    from quickscan.definitions.workbook import (  # noqa: PLC0415 - others need no workbook
        TooLongForACellError,
        to_workbook,
    )

    original = Finder(_).find(arguments.questionnaire).original
    own = questionnaire_in(original)
    try:
        content = to_workbook(own, scenarios_with(original, own), _.language)
    except TooLongForACellError as error:
        words = _("{place} is te lang voor een cel van een werkmap", place=error.place)
        warn(words)
        return Exit.WRONG_CONTENT
    file = arguments.output or Path(f"{own.id}-v{own.version}.xlsx")
    file.write_bytes(content)
    say(_("Geschreven: {path}", path=file))
    return Exit.GOOD


def run_import(arguments: Namespace, _: Translator) -> int:
    """Write the questionnaire in a workbook as a file, or say what is wrong, cell by cell."""
    from quickscan.definitions.workbook import (  # noqa: PLC0415 - others need no workbook
        LARGEST,
        RefusedWorkbookError,
        from_workbook,
    )
    from quickscan.definitions.writing import write, write_scenarios  # noqa: PLC0415

    must_be_file(arguments.file)
    with arguments.file.open("rb") as file:
        content = file.read(LARGEST + 1)
    try:
        found = from_workbook(content, arguments.file.name)
    except RefusedWorkbookError as error:
        warn(f"{arguments.file}: {error.words.to(_.language)}")
        return Exit.WRONG_CONTENT
    for problem in found.problems:
        warn(problem.message(_.language))
    if not found.is_good:
        _mark_copy(arguments.file, content, found.problems, _)
        return Exit.WRONG_CONTENT
    assert found.questionnaire is not None  # noqa: S101  without an error there is one
    text = write(found.questionnaire)
    if arguments.output is None:
        say(text.removesuffix("\n"))
        return Exit.GOOD
    target = arguments.output
    if target.suffix != ".yaml":
        target = target / found.questionnaire.id / f"v{found.questionnaire.version}.yaml"
    if target.is_file() and published_beside(target).is_published(target):
        raise UsageError(
            "{path} is gepubliceerd; geef de werkmap een nieuwe version", path=target
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    if found.scenarios:
        scenarios_of(target).write_text(write_scenarios(found.scenarios), encoding="utf-8")
    say(_("Geschreven: {path}", path=target))
    return Exit.GOOD


def _mark_copy(file: Path, content: bytes, problems: Iterable[Problem], _: Translator) -> None:
    """Write a copy of the workbook with the problems as notes in their cells."""
    from quickscan.definitions.workbook import marked  # noqa: PLC0415

    copy = file.with_name(_("{name}-met-fouten.xlsx", name=file.stem))
    copy.write_bytes(marked(content, problems, _.language))
    warn(_("De fouten staan ook als opmerking in {path}", path=copy))
