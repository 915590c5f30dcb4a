"""The command `assess`: the outcome of answers in a file, as JSON."""

import json
from argparse import Namespace
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from quickscan.cli.finding import find_answers, find_questionnaire, find_role
from quickscan.cli.outcomes import Exit
from quickscan.cli.output import say
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.questionnaire import Band
from quickscan.domain.scoring import Score, band_of
from quickscan.presentation.language import Translator

Json = dict[str, Any]


def add(command: Callable[..., Any], _: Translator) -> None:
    """Declare the command."""
    assessing = command("assess", run_assess, _("reken antwoorden uit, als JSON"))
    assessing.add_argument(
        "questionnaire",
        metavar=_("VRAGENLIJST"),
        help=_("een id, id/v2, of het pad van een bestand"),
    )
    assessing.add_argument(
        "answers",
        metavar=_("ANTWOORDEN"),
        type=Path,
        help=_("bestand in YAML of JSON: vraag, dubbele punt, antwoord"),
    )
    assessing.add_argument("--role", metavar=_("ROL"), help=_("de rol waarin geantwoord is"))


def run_assess(arguments: Namespace, _: Translator) -> int:
    """Print everything that follows from the answers."""
    questionnaire = find_questionnaire(arguments.questionnaire, _)
    role = find_role(questionnaire, arguments.role)
    answers = find_answers(arguments.answers, questionnaire, role, _)
    assessment = assess(questionnaire, answers, role)
    say(json.dumps(as_json(assessment), indent=2, ensure_ascii=False))
    return Exit.GOOD


def as_json(assessment: Assessment) -> Json:
    """Return an assessment as plain values, scores to nine decimals."""
    bands = assessment.questionnaire.bands
    return {
        "questionnaire": assessment.questionnaire.id,
        "version": assessment.questionnaire.version,
        "role": assessment.role,
        "themes": {
            dimension: {theme: _score(own, bands) for theme, own in scores.items()}
            for dimension, scores in assessment.themes.items()
        },
        "cells": {
            "×".join(pair): {"×".join(cell): _score(own, bands) for cell, own in cells.items()}
            for pair, cells in assessment.cells.items()
        },
        "overall": _number(assessment.overall),
        "advice": [
            {
                "id": advice.rule.id,
                "themes": dict(advice.rule.themes),
                "because": list(advice.because),
            }
            for advice in assessment.advice
        ],
    }


def _score(score: Score, bands: tuple[Band, ...]) -> Mapping[str, object]:
    return {
        "score": _number(score.value),
        "answered": score.answered,
        "asked": score.asked,
        "unknown": score.unknown,
        "not_applicable": score.not_applicable,
        "skipped": score.skipped,
        "band": band_of(bands, score.value),
        "why": score.why,
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 9)
