"""The command `report`: the report of answers in a file, as PDF."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quickscan.cli.finding import find_answers, find_questionnaire, find_role
from quickscan.cli.outcomes import Exit
from quickscan.cli.output import warn
from quickscan.domain.assessment import assess
from quickscan.presentation.dates import today
from quickscan.presentation.language import Translator


def add(command: Callable[..., Any], _: Translator) -> None:
    """Declare the command; `--language` is the language of the report too."""
    reporting = command("report", run_report, _("maak een adviesrapport van antwoorden"))
    reporting.add_argument(
        "questionnaire", metavar=_("VRAGENLIJST"), help=_("een id of het pad van een bestand")
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


def run_report(arguments: Namespace, _: Translator) -> int:
    """Write the report of the answers."""
    from quickscan.services.press import (  # noqa: PLC0415 - other commands make no PDF
        Manuscript,
        PdfPress,
        UnusablePressError,
    )

    questionnaire = find_questionnaire(arguments.questionnaire)
    role = find_role(questionnaire, arguments.role)
    answers = find_answers(arguments.answers, questionnaire, role, _)
    manuscript = Manuscript(
        assessment=assess(questionnaire, answers, role),
        language=arguments.language,
        finished=today(),
    )
    try:
        pdf = PdfPress().print(manuscript)
    except UnusablePressError as error:
        warn(str(error))
        return Exit.WRONG_USE
    arguments.output.write_bytes(pdf)
    return Exit.GOOD
