"""How versions and steps of the Workplace are told."""

from datetime import date

from quickscan.presentation.dates import long_date
from quickscan.presentation.language import Translator
from quickscan.services.editions import Standing, State
from quickscan.storage.steps import StepRow


def standing_in_words(standing: Standing, _: Translator) -> str:
    """Return how it stands with a version, in one or two sentences."""
    own = standing.edition
    if standing.state is State.WITHDRAWN:
        return _("Ingetrokken: er begint geen nieuwe scan meer op.")
    if standing.state is State.PUBLISHED:
        offered = (
            _("Nieuwe scans beginnen hierop.")
            if standing.is_offered
            else _("Nieuwe scans beginnen op een andere versie.")
        )
        return _("Gepubliceerd.") + " " + offered
    assert own is not None  # noqa: S101  what lies in a folder is published
    if standing.state is State.PLANNED:
        day = long_date(own.published or date.max, _.language)
        return _("Wordt gepubliceerd op {day}, door {email}.", day=day, email=own.published_by)
    return _("Concept, klaargezet door {email}.", email=own.uploaded_by)


def step_in_words(step: StepRow, _: Translator) -> str:
    """Return what was done."""
    named = {"id": step.questionnaire, "version": step.version}
    words = {
        "uploaded": _("zette {id} versie {version} klaar", **named),
        "discarded": _("gooide {id} versie {version} weg", **named),
        "published": _("publiceerde {id} versie {version}", **named),
        "planned": _("gaf {id} versie {version} een dag van publicatie", **named),
        "unplanned": _("nam de publicatie van {id} versie {version} terug", **named),
        "withdrawn": _("trok {id} versie {version} in", **named),
        "offered": _("biedt {id} versie {version} weer aan", **named),
        "account_added": _("kreeg een account"),
        "account_removed": _("heeft geen account meer"),
        "password_changed": _("kreeg een ander wachtwoord"),
    }[step.what]
    if step.what != "planned":
        return words
    return f"{words}: {long_date(date.fromisoformat(step.about or ''), _.language)}"
