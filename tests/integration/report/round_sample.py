"""An invented round, as what is printed of it needs it."""

from datetime import date
from typing import Any

from quickscan.domain.ids import QuestionId, RoleId
from quickscan.presentation.along import Host, TeamTold, Told
from quickscan.report.document import Call
from quickscan.services.codes import Codes
from tests.integration.report import sample

LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappijen en ondersteuning in Noord-Oost (oud)"
ENTRANCE = "https://scan.voorbeeld.example/meedoen"
CODES = Codes(b"k" * 32).single_use_codes("noord", 23)
OPENS, CLOSES = date(2026, 11, 24), date(2026, 12, 8)


def call(**more: Any) -> Call:
    """Whom a poster or card calls to take part."""
    values: dict[str, Any] = {
        "questionnaire": sample.questionnaire(),
        "language": "nl",
        "organisation": "Stichting Voorbeeld",
        "name": "Najaar",
        "team": "Noord",
        "size": 8,
        "minimum": 5,
        "role": RoleId("uitvoerder"),
        "word": "Fijn dat je meedoet.",
        "opens": OPENS,
        "closes": CLOSES,
        "entrance": ENTRANCE,
        "code": "H47M-K2XW-9RTD",
        "single_use": False,
    }
    return Call(**{**values, **more})


def longest(**more: Any) -> Call:
    """As long as all of it can be."""
    entrance = f"https://{'een-lange-naam-' * 4}van-een-gemeente.voorbeeld.example/meedoen"
    names = {"organisation": LONG, "name": LONG, "team": LONG}
    return call(**{**names, "word": "woord " * 300, "size": 4, "entrance": entrance, **more})


def told(**more: Any) -> Told:
    """A draft with a team that draws cards, and one that is too small."""
    known = {QuestionId("huidige-fase"): "doen", QuestionId("interventie"): "Stoepgesprek"}
    team: dict[str, Any] = {"role": RoleId("uitvoerder"), "answers": known, "coordinators": 2}
    values: dict[str, Any] = {
        "organisation": "Stichting Voorbeeld",
        "name": "Najaar",
        "questionnaire": sample.questionnaire(),
        "word": "Fijn dat je meedoet.",
        "minimum": 5,
        "opens": OPENS,
        "closes": CLOSES,
        "is_fixed": False,
        "teams": (
            TeamTold(name="Noord", size=8, single_use=True, **team),
            TeamTold(name="Zuid", size=4, single_use=False, **team),
        ),
        "host": Host(name="Gemeente Voorbeeld", contact="privacy@voorbeeld.example"),
        "unfinished_days": 30,
        "finished_months": 24,
        "link_days": 30,
    }
    return Told(**{**values, **more})
