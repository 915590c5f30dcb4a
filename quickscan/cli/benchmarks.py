"""The command `benchmark`: are tallies what the answers say; publishing before its time."""

from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from quickscan.cli.outcomes import Exit
from quickscan.cli.output import say
from quickscan.cli.running import settings, told
from quickscan.presentation.language import Translator

if TYPE_CHECKING:
    from quickscan.services.application import Application
    from quickscan.services.recounting import Recount


def add(command: Callable[..., Any], _: Translator) -> None:
    """Declare the command."""
    own = command("benchmark", told(run), _("de vergelijking tussen organisaties nakijken"))
    own.add_argument(
        "action",
        choices=("check", "refresh"),
        nargs="?",
        default="check",
        help=_("check: opnieuw tellen uit de antwoorden, refresh: vandaag een nieuwe stand"),
    )


def run(chosen: Namespace, _: Translator) -> int:
    """Count again, or publish today."""
    own = _application()
    if chosen.action == "refresh":
        return _refresh(own, _)
    found = Counter(_told(recount, _) for recount in own.recounting.all())
    say(
        _(
            "Gelijk: {equal}. Anders: {different}. Bevroren: {frozen}.",
            equal=found["equal"],
            different=found["different"],
            frozen=found["frozen"],
        )
    )
    return Exit.WRONG_CONTENT if found["different"] else Exit.GOOD


def _told(own: "Recount", _: Translator) -> str:
    """Tell what came of one recount, unless it is as it should be; return its outcome."""
    outcome = own.outcome.value
    if outcome == "different":
        themes = ", ".join(own.themes)
        say(_("anders: {name}: {themes}", name=own.name, themes=themes))
    if outcome == "frozen":
        say(_("bevroren: {name}", name=own.name))
    return outcome


def _refresh(own: "Application", _: Translator) -> int:
    if own.publishing.refresh():
        say(_("Er is een nieuwe stand."))
    else:
        say(
            _("Er is vandaag al een stand, of er veranderde net iets. Er komt nu geen nieuwe.")
        )
    return Exit.GOOD


def _application() -> "Application":
    from quickscan.services.application import Application  # noqa: PLC0415
    from quickscan.serving.preparing import prepare  # noqa: PLC0415

    config = settings()
    prepare(config)
    return Application.open(config)
