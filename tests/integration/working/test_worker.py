"""Real worker processes that are killed, asked to stop, or given too much."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quickscan.services.reports import LEASE_SECONDS, ReportState
from tests.integration.installation import Installation

PROGRAM = Path(__file__).with_name("slow_worker.py")
PROJECT = Path(__file__).parents[3]

ONE_ENGINE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What a process does with signals does not depend on the database."""

Worker = subprocess.Popen[str]
Start = Callable[..., Worker]


@pytest.fixture
def start(database_url: str) -> Iterator[Start]:
    """Start a worker that takes so many seconds for a report; it is gone after the test."""
    started: list[Worker] = []

    def start(seconds: float, *, most: float = 60) -> Worker:
        worker = subprocess.Popen(
            [sys.executable, str(PROGRAM), database_url, str(seconds), str(most)],
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(worker)
        assert hear(worker) == "working"
        return worker

    yield start
    for worker in started:
        worker.kill()
        worker.communicate()


def hear(worker: Worker) -> str:
    assert worker.stdout is not None
    return worker.stdout.readline().strip()


def wait_until(holds: Callable[[], bool], seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it never happened"
        time.sleep(0.05)


def test_kill_9_while_printing_loses_no_report(
    installation: Installation, start: Start
) -> None:
    scan, _ = installation.finished()
    worker = start(1000)
    assert hear(worker) == "printing"
    worker.kill()
    worker.wait()
    assert installation.reports.state(scan, "nl") is ReportState.WANTED

    installation.seconds = time.time() + LEASE_SECONDS + 1
    assert installation.reports.make_next()

    assert installation.reports.state(scan, "nl") is ReportState.READY


@ONE_ENGINE
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_asked_to_stop_stops_at_once_and_loses_no_report(
    installation: Installation, start: Start, asked: signal.Signals
) -> None:
    scan, _ = installation.finished()
    worker = start(1000)
    assert hear(worker) == "printing"

    before = time.monotonic()
    worker.send_signal(asked)

    assert worker.wait(10) == 0
    assert time.monotonic() - before < 5
    assert installation.reports.make_next(), "it need not wait for the lease to end"
    assert installation.reports.state(scan, "nl") is ReportState.READY


@ONE_ENGINE
def test_an_idle_worker_stops_and_makes_what_comes(
    installation: Installation, start: Start
) -> None:
    worker = start(0)
    scan, _ = installation.finished()
    wait_until(lambda: installation.reports.state(scan, "nl") is ReportState.READY)

    worker.send_signal(signal.SIGTERM)

    assert worker.wait(10) == 0


@ONE_ENGINE
def test_a_report_without_end_fails_and_the_next_is_made(
    installation: Installation, start: Start
) -> None:
    bad, _ = installation.finished()
    start(1000, most=0.2)
    wait_until(lambda: installation.reports.state(bad, "nl") is ReportState.FAILED, 40)


@ONE_ENGINE
def test_a_worker_runs_only_when_nobody_else_wants_to(
    installation: Installation, start: Start
) -> None:
    assert installation.rows() == {}
    worker = start(0)
    wait_until(lambda: os.sched_getscheduler(worker.pid) == os.SCHED_IDLE)


@ONE_ENGINE
def test_a_worker_purges_when_it_starts(installation: Installation, start: Start) -> None:
    installation.day = installation.day.replace(year=2020)
    installation.begin()

    start(0)

    wait_until(lambda: "clock" in installation.rows() and "scan" not in installation.rows())


@ONE_ENGINE
def test_workers_publish_benchmarks_once_when_they_start(
    installation: Installation, start: Start
) -> None:
    start(0)
    start(0)

    wait_until(lambda: installation.rows().get("publication") == 1)
