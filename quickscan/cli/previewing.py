"""The command `preview`: a questionnaire in the browser while its file is being written."""

import os
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quickscan.cli.finding import folders
from quickscan.cli.outcomes import Exit, OutsideError, UsageError
from quickscan.cli.output import say
from quickscan.presentation.language import Translator

PORT = 8010
LAST_PORT = 65535


def add(command: Callable[..., Any], _: Translator) -> None:
    """Declare the command."""
    previewing = command(
        "preview", run_preview, _("bekijk vragenlijsten in de browser terwijl je schrijft")
    )
    previewing.add_argument(
        "path",
        metavar=_("PAD"),
        nargs="?",
        type=Path,
        help=_("een bestand of map; zonder: alle mappen van QUICKSCAN_QUESTIONNAIRES"),
    )
    previewing.add_argument(
        "--port",
        type=int,
        default=PORT,
        metavar=_("POORT"),
        help=_("de poort op deze computer; 0 kiest een vrije (zonder: {port})", port=PORT),
    )


def run_preview(arguments: Namespace, _: Translator) -> int:
    """Serve until Ctrl-C."""
    from quickscan.web.preview import preview_server  # noqa: PLC0415 - others need no web

    path = arguments.path
    if path is not None and not path.exists():
        raise UsageError("'{path}' bestaat niet", path=path)
    if not 0 <= arguments.port <= LAST_PORT:
        words = "poort {port} kan niet; kies een getal van 0 tot en met {last}"
        raise UsageError(words, port=arguments.port, last=LAST_PORT)
    places = [path] if path is not None else list(folders())
    try:
        server = preview_server(places, arguments.port)
    except OSError as error:
        words = "poort {port} kan niet ({reason}); kies een andere met --port"
        reason = os.strerror(error.errno) if error.errno else error
        raise OutsideError(words, port=arguments.port, reason=reason) from error
    say(_("Voorvertoning: http://127.0.0.1:{port} (stop met Ctrl-C)", port=server.port))
    try:
        server.serve_forever()
    finally:
        server.server_close()
    return Exit.GOOD
