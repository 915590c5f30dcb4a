"""How long visitors wait while reports are being made: rounds with and without, in turn.

The service is a real `quickscan serve`. Visitors come from a process of their own, this
module as a program: each thinks, asks for a page of ten ratings, thinks, and sends it.
"""

import http.client
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from quickscan.config import PROJECT, Config
from quickscan.domain.ids import AdviceId
from quickscan.services.application import Application
from quickscan.services.scan import ScanId
from tests.bench.installing import install, variables
from tests.bench.measuring import Times
from tests.bench.visiting import TEN, Visit, filled
from tests.e2e.service import serving, still_running

VISITORS = 4
THINK_SECONDS = 0.1
_ADVICE = AdviceId("uitwisselmoment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """What visitors waited, and how many reports were made meanwhile."""

    without: Times
    during: Times
    reports: int
    seconds: float
    idle: bool


def measure(*, seconds: float, rounds: int) -> Waits:
    """Measure in rounds of so many seconds, one without and one with reports in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        queue = Queue(folder, scans=round(3 * seconds))
        extra = {k: v for k, v in variables(folder).items() if k != "QUICKSCAN_VAR"}
        with serving(folder, **extra) as service:
            queue.empty()
            _round(service.port, 2)
            without: list[float] = []
            during: list[float] = []
            made = 0
            for _ in range(rounds):
                without += _round(service.port, seconds)
                with queue.filled() as waiting:
                    during += _round(service.port, seconds)
                    made += waiting - queue.length()
            idle = _worker_is_idle(folder)
        queue.close()
    return Waits(
        without=Times(without),
        during=Times(during),
        reports=made,
        seconds=rounds * seconds,
        idle=idle,
    )


class Queue:
    """Finished scans whose reports can be wanted anew."""

    def __init__(self, folder: Path, *, scans: int) -> None:
        app = install(folder)
        self._scans = [
            ScanId(Visit(app).answer_everything().split("/")[2]) for _ in range(scans)
        ]
        self._services = Application.open(Config.from_env(variables(folder)))
        self._is_chosen = False

    @contextmanager
    def filled(self) -> Iterator[int]:
        """Want all reports, made differently than before; in the end want none."""
        self._is_chosen = not self._is_chosen
        for scan in self._scans:
            self._services.scans.choose(scan, [_ADVICE] if self._is_chosen else [])
        yield self.length()
        self.empty()

    def length(self) -> int:
        """Return how many reports are still wanted."""
        with self._services.database.reading() as transaction:
            return int(transaction.exec_driver_sql("SELECT count(*) FROM work").scalar_one())

    def empty(self) -> None:
        """Want nothing any more, and wait until what is being made is done."""
        with self._services.database.changing() as transaction:
            transaction.exec_driver_sql("DELETE FROM work")
        time.sleep(5)

    def close(self) -> None:
        """Let go of the database."""
        self._services.database.close()


def _worker_is_idle(folder: Path) -> bool:
    """Say whether one process of the service, its worker, runs at idle priority."""
    policies = [os.sched_getscheduler(process) for process in still_running(folder)]
    return policies.count(os.SCHED_IDLE) == 1


# --- visitors, in a process of their own -------------------------------------------------


def _round(port: int, seconds: float) -> list[float]:
    command = [sys.executable, "-m", "tests.bench.load", str(port), str(seconds)]
    ran = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    return [float(one) for one in json.loads(ran.stdout)]


class Visitor:
    """One visitor on a connection that stays open."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self._cookie = ""
        self.waits: list[float] = []

    def visit(self, until: float) -> None:
        """Begin a scan, and ask for its page and send it until it is time to go."""
        _, headers, _ = self._ask("POST", f"/vragenlijst/{TEN}/start", {"naam": "Ding"})
        address = f"/scan/{headers['Location'].split('/')[2]}/onderdeel/tien"
        self.waits.clear()
        while time.monotonic() < until:
            time.sleep(THINK_SECONDS)
            _, _, html = self._ask("GET", address)
            time.sleep(THINK_SECONDS)
            self._ask("POST", address, filled(html, "helemaal"))

    def _ask(
        self, method: str, address: str, data: Mapping[str, str] | None = None
    ) -> tuple[int, http.client.HTTPMessage, str]:
        body = None if data is None else urlencode(data)
        headers = {"Cookie": self._cookie, "Content-Type": "application/x-www-form-urlencoded"}
        start = time.perf_counter()
        self._connection.request(method, address, body=body, headers=headers)
        answer = self._connection.getresponse()
        html = answer.read().decode()
        self.waits.append(time.perf_counter() - start)
        for kept in answer.headers.get_all("Set-Cookie") or ():
            self._cookie = kept.partition(";")[0]
        return answer.status, answer.headers, html


def _come(port: int, seconds: float) -> list[float]:
    until = time.monotonic() + seconds
    visitors = [Visitor(port) for _ in range(VISITORS)]
    threads = [threading.Thread(target=visitor.visit, args=(until,)) for visitor in visitors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [wait for visitor in visitors for wait in visitor.waits]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_come(int(sys.argv[1]), float(sys.argv[2]))))
