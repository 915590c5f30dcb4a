"""The commands of whoever runs an installation: serve, worker, migrate, purge and backup.

They take their settings from the environment: docs/configuration.md.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from quickscan.cli.outcomes import Exit
from quickscan.config import Config, ConfigError
from quickscan.presentation.language import Translator

Run = Callable[[Namespace, Translator], int]


class _Adds(Protocol):
    def __call__(self, name: str, run: Run, help: str) -> ArgumentParser: ...


def add(add: _Adds, _: Translator) -> None:
    """Declare the commands."""
    add("serve", told(serve), _("de website en de werker starten, tot Ctrl-C"))
    add("worker", told(work), _("alleen een werker starten, naast een website elders"))
    add("migrate", told(migrate), _("de database bijwerken tot deze versie"))
    add("purge", told(purge), _("wissen wat zijn bewaartijd voorbij is, nu meteen"))
    backup_ = add("backup", told(backup), _("de database en de sleutel kopiëren"))
    backup_.add_argument("folder", type=Path, help=_("een map die nog niet bestaat"))


def serve(_chosen: Namespace, _: Translator) -> int:
    """Serve until asked to stop."""
    from quickscan.serving.preparing import prepare  # noqa: PLC0415
    from quickscan.serving.supervisor import Supervisor, listen  # noqa: PLC0415

    config = settings()
    catalogue = prepare(config)
    listening = listen(config)
    if not catalogue.offered:
        words = _(
            "Er is nog geen vragenlijst gepubliceerd: bezoekers vinden niets om in te vullen "
            "(zie 'quickscan publish', of de Werkplaats)."
        )
        print(words, file=sys.stderr)
    was_asked = Supervisor(config, listening).run()
    return Exit.GOOD if was_asked else Exit.OUTSIDE


def work(_chosen: Namespace, _: Translator) -> int:
    """Make reports and purge until asked to stop."""
    from quickscan import worker  # noqa: PLC0415
    from quickscan.serving.preparing import prepare  # noqa: PLC0415

    worker.become_idle()
    config = settings()
    prepare(config)
    return worker.work(config)


def migrate(_chosen: Namespace, _: Translator) -> int:
    """Bring the database up to date."""
    from quickscan.serving.preparing import prepare  # noqa: PLC0415

    prepare(settings())
    print(_("De database is bij."))
    return Exit.GOOD


def purge(_chosen: Namespace, _: Translator) -> int:
    """Remove what is no longer kept."""
    from quickscan.services.application import Application  # noqa: PLC0415
    from quickscan.serving.preparing import prepare  # noqa: PLC0415

    config = settings()
    prepare(config)
    gone = Application.open(config).housekeeping.purge()
    print(
        _(
            "Gewist: {unfinished} niet afgemaakt, {finished} afgerond, {codes} leescodes.",
            unfinished=gone.unfinished,
            finished=gone.finished,
            codes=gone.reading_codes,
        )
    )
    return Exit.GOOD


def backup(chosen: Namespace, _: Translator) -> int:
    """Copy the database and the key to a new folder, while the site is in use."""
    from quickscan.serving.copying import copy_to  # noqa: PLC0415

    copy_to(settings(), chosen.folder)
    words = _(
        "Gekopieerd naar {folder}. Bewaar deze map als een geheim.", folder=chosen.folder
    )
    print(words)
    return Exit.GOOD


def settings() -> Config:
    """Return the settings of the environment, with logging as they say."""
    from quickscan.logs import configure  # noqa: PLC0415

    config = Config.from_env()
    configure(config.log_level)
    return config


def told(run: Run) -> Run:
    """Return a command that says what is wrong with the installation, and what to do."""

    def told(chosen: Namespace, _: Translator) -> int:
        try:
            return run(chosen, _)
        except Exception as error:
            meaning = _meaning(error, _)
            if meaning is None:
                raise
            print(meaning[1], file=sys.stderr)
            return meaning[0]

    return told


def _meaning(error: Exception, _: Translator) -> tuple[Exit, str] | None:
    from quickscan.services import keys  # noqa: PLC0415
    from quickscan.serving import copying, supervisor  # noqa: PLC0415
    from quickscan.storage import database, migrations  # noqa: PLC0415

    match error:
        case ConfigError():
            return Exit.WRONG_USE, error.message(_.language)
        case copying.NotHereError():
            return Exit.WRONG_USE, error.message(_.language)
        case database.DatabaseUrlError():
            words = _("Het adres van de database in QUICKSCAN_DATABASE_URL kan niet.")
            return Exit.WRONG_USE, words
        case supervisor.AddressError():
            words = error.message(_.language)
        case keys.KeyFileError():
            words = _(
                "Het sleutelbestand {path} kan niet gebruikt worden: {reason}. Zorg dat "
                "Quickscan het mag lezen, of zet dat uit de reservekopie terug.",
                path=error.path,
                reason=error.reason,
            )
        case keys.OtherKeyError():
            words = _(
                "Deze database hoort bij een andere sleutel: geen enkele code zou nog werken. "
                "Zet het sleutelbestand terug dat erbij hoort; het zit in de reservekopie."
            )
        case migrations.NewerDatabaseError():
            words = _(
                "Deze database is van een nieuwere versie van Quickscan. Gebruik die versie, "
                "of zet de reservekopie terug van voor de vernieuwing."
            )
        case database.DatabaseUnreachableError() | database.DatabaseFailedError():
            words = _(
                "De database is niet te gebruiken: {reason}. Kijk of hij draait, of er ruimte "
                "is en of QUICKSCAN_DATABASE_URL klopt, en probeer het opnieuw.",
                reason=database.reason_of(error),
            )
        case _:
            return None
    return Exit.OUTSIDE, words
