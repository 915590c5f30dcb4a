"""The command `demo`: an invented organisation to look around in."""

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from quickscan.cli.outcomes import Exit
from quickscan.cli.output import say, warn
from quickscan.cli.running import settings, told
from quickscan.presentation.language import Translator


def add(command: Callable[..., Any], _: Translator) -> None:
    """Declare the command."""
    command("demo", told(run), _("een lege database vullen met een verzonnen organisatie"))


def run(_chosen: Namespace, _: Translator) -> int:
    """Fill an empty database, and say how to look around."""
    from quickscan.definitions.catalogue import Catalogue  # noqa: PLC0415 - others need none
    from quickscan.services.demo import Demo, NotEmptyError  # noqa: PLC0415
    from quickscan.services.keys import load_key  # noqa: PLC0415
    from quickscan.services.retention import Retention  # noqa: PLC0415
    from quickscan.serving.preparing import prepare  # noqa: PLC0415
    from quickscan.storage.database import Database  # noqa: PLC0415

    config = settings()
    prepare(config)
    demo = Demo(
        Database(config.database_url),
        Catalogue.load(config.questionnaires),
        load_key(config.key_file),
        Retention(
            unfinished_days=config.unfinished_days, finished_months=config.finished_months
        ),
    )
    try:
        made = demo.fill()
    except NotEmptyError:
        words = _(
            "Deze database is niet leeg. Een voorbeeld komt niet naast echte gegevens: wijs "
            "met QUICKSCAN_DATABASE_URL een lege aan."
        )
        warn(words)
        return Exit.OUTSIDE
    say(_("De database is gevuld met een verzonnen organisatie. Start nu 'quickscan serve'."))
    say(
        _(
            "Meld je aan op /organisatie als {email}, met wachtwoord {password}",
            email=made.email,
            password=made.password,
        )
    )
    say(_("Zie wat een teamlid ziet op /meedoen/{code}/uitslag", code=made.code))
    return Exit.GOOD
