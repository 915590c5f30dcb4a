"""The commands that print: the report of answers in a file, and a questionnaire on paper."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quickscan.cli.finding import find_answers, find_questionnaire, find_role
from quickscan.cli.outcomes import Exit
from quickscan.cli.output import warn
from quickscan.domain.assessment import assess
from quickscan.presentation.dates import today
from quickscan.presentation.language import Translator

if TYPE_CHECKING:
    from quickscan.services.press import Printed


def add(command: Callable[..., Any], _: Translator) -> None:
    """Declare the commands; `--language` is the language of what is printed too."""
    reporting = command("report", run_report, _("maak een adviesrapport van antwoorden"))
    reporting.add_argument(
        "questionnaire",
        metavar=_("VRAGENLIJST"),
        help=_("een id, id/v2, of het pad van een bestand"),
    )
    reporting.add_argument(
        "answers",
        metavar=_("ANTWOORDEN"),
        type=Path,
        help=_("bestand in YAML of JSON: vraag, dubbele punt, antwoord"),
    )
    reporting.add_argument("--role", metavar=_("ROL"), help=_("de rol waarin geantwoord is"))
    reporting.add_argument(
        "-o",
        "--output",
        metavar=_("PDF"),
        type=Path,
        required=True,
        help=_("het bestand dat het rapport wordt"),
    )
    on_paper = command("paper", run_paper, _("maak een vragenlijst om op papier in te vullen"))
    on_paper.add_argument(
        "questionnaire",
        metavar=_("VRAGENLIJST"),
        help=_("een id, id/v2, of het pad van een bestand"),
    )
    on_paper.add_argument(
        "--role", metavar=_("ROL"), help=_("voor welke rol; anders de eerste")
    )
    on_paper.add_argument(
        "-o",
        "--output",
        metavar=_("PDF"),
        type=Path,
        required=True,
        help=_("het bestand dat de vragenlijst wordt"),
    )


def run_report(arguments: Namespace, _: Translator) -> int:
    """Write the report of the answers."""
    from quickscan.services.press import Manuscript  # noqa: PLC0415 - see `print_pdf`

    questionnaire = find_questionnaire(arguments.questionnaire, _)
    role = find_role(questionnaire, arguments.role)
    answers = find_answers(arguments.answers, questionnaire, role, _)
    manuscript = Manuscript(
        assessment=assess(questionnaire, answers, role),
        language=arguments.language,
        finished=today(),
    )
    return print_pdf(manuscript, arguments.output)


def run_paper(arguments: Namespace, _: Translator) -> int:
    """Write a questionnaire to fill in by hand."""
    from quickscan.services.press import Blank  # noqa: PLC0415 - see `print_pdf`

    questionnaire = find_questionnaire(arguments.questionnaire, _)
    first = questionnaire.roles[0].id if questionnaire.roles else None
    role = find_role(questionnaire, arguments.role or first)
    blank = Blank(questionnaire=questionnaire, role=role, language=arguments.language)
    return print_pdf(blank, arguments.output)


def print_pdf(manuscript: "Printed", output: Path) -> Exit:
    """Write a PDF; other commands make none, so they do not wait for what makes it."""
    from quickscan.services.press import PdfPress, UnusablePressError  # noqa: PLC0415

    try:
        pdf = PdfPress().print(manuscript)
    except UnusablePressError as error:
        warn(str(error))
        return Exit.OUTSIDE
    output.write_bytes(pdf)
    return Exit.GOOD
