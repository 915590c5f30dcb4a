"""A worker whose press says that it began to print and then takes as long as it is told.

`python slow_worker.py DATABASE-URL SECONDS`: prints "working" and "printing" on lines.
"""

import sys
import time
from types import SimpleNamespace
from typing import Any, cast

from quickscan import worker
from quickscan.services.application import Application
from quickscan.services.press import Printed
from quickscan.services.reports import Reports
from quickscan.storage.database import Database
from tests.integration.installation import Installation, TestPress


class SlowPress(TestPress):
    """Prints slowly, counting on the processor (no sleep: that hears no timer)."""

    def print(self, manuscript: Printed) -> bytes:
        sys.stdout.write("printing\n")
        sys.stdout.flush()
        until = time.process_time() + float(sys.argv[2])
        while time.process_time() < until:
            pass
        return super().print(manuscript)


installation = Installation(Database(sys.argv[1]))
installation.shelf.examples = ()
reports = Reports(installation.database, installation.shelf, press=SlowPress())
if len(sys.argv) > 3:
    worker.CPU_SECONDS = float(sys.argv[3])
application = SimpleNamespace(
    reports=reports,
    housekeeping=installation.housekeeping,
    taking_part=installation.taking_part,
    mailing=installation.mailing,
    publishing=installation.publishing,
    catalogue=SimpleNamespace(now=installation.shelf),
)
setattr(Application, "open", lambda _settings: application)  # noqa: B010  for mypy
sys.stdout.write("working\n")
sys.stdout.flush()
sys.exit(worker.work(cast(Any, None)))
