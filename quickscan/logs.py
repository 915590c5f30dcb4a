"""Logging as JSON lines, one for each event, with the day and nothing that tells who.

Our own events are a name and the values given with it. Of what libraries log only the words
that stand in their code are kept, never what was filled in, and of an exception only its kind
and place: addresses, codes and answers may be in the rest.
"""

import json
import logging
import logging.config
import sys
import traceback
from typing import Any, TextIO

from quickscan.presentation.dates import today

OWN = "quickscan"
_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime"}


class DayFormatter(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "day": today().isoformat(),
            "level": record.levelname.lower(),
            "event": str(record.msg) if _is_words(record) else type(record.msg).__name__,
        }
        if record.name.partition(".")[0] == OWN:
            given = record.__dict__.items()
            line |= {name: value for name, value in given if name not in _STANDARD}
        else:
            line["from"] = record.name
        if record.exc_info and record.exc_info[1]:
            line["error"] = nature(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


def nature(error: BaseException) -> str:
    """Return what kind of error it is and where; never its words: answers may be in them."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__module__}.{type(error).__qualname__}{where}"


def _is_words(record: logging.LogRecord) -> bool:
    return isinstance(record.msg, str)


def dict_config(level: str) -> dict[str, Any]:
    """Return the configuration of all logging, as `logging.config.dictConfig` wants it.

    The web server itself is heard from errors on: what it warns of holds IP addresses.
    """
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"day": {"()": "quickscan.logs.DayFormatter"}},
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": "day",
                "stream": "ext://sys.stderr",
            }
        },
        "root": {"level": "WARNING", "handlers": ["stderr"]},
        "loggers": {
            OWN: {"level": level},
            "gunicorn.error": {"level": "ERROR", "propagate": True, "handlers": []},
            "gunicorn.access": {"level": "CRITICAL", "propagate": False, "handlers": []},
        },
    }


def configure(level: str, stream: TextIO | None = None) -> None:
    """Log from this level on, to standard error or to another stream."""
    # No line says which thread, process or place it is from, so nobody needs to ask
    # (Python's Logging HOWTO, "Optimization").
    logging._srcfile = None  # noqa: SLF001
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    settings = dict_config(level)
    if stream is not None:
        settings["handlers"]["stderr"]["stream"] = stream
    logging.config.dictConfig(settings)


def hear_ignored() -> None:
    """Log what Python would print of exceptions that nobody can catch: kind and place only.

    A request to stop that arrives inside such a place is no fault: whoever asked asks again.
    """
    sys.unraisablehook = _on_ignored


def _on_ignored(ignored: "sys.UnraisableHookArgs") -> None:
    error = ignored.exc_value
    if error is not None and not isinstance(error, SystemExit | KeyboardInterrupt):
        logging.getLogger(OWN).error("ignored", extra={"error": nature(error)})
