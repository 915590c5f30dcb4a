"""`quickscan serve` as people run it: real processes, on a free port."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROGRAM = "from quickscan.cli import main; raise SystemExit(main())"
PROJECT = Path(__file__).parents[3]
ANSWERED = re.compile(r"http://127\.0\.0\.1:([0-9]+)/")

Serving = subprocess.Popen[str]
Serve = Callable[..., Serving]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Start `quickscan serve`; whatever is left of it after the test is killed."""
    started: list[Serving] = []

    def serve(**settings: str) -> Serving:
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "serve"],
            env={**_environment(tmp_path), **settings},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield serve
    for process in started:
        process.kill()
        process.communicate()
    for pid in left_of(tmp_path):
        os.kill(pid, signal.SIGKILL)


def _environment(var: Path) -> dict[str, str]:
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("QUICKSCAN_", "PORT"))}
    questionnaires = str(PROJECT / "questionnaires")
    return {
        **plain,
        "QUICKSCAN_VAR": str(var),
        "QUICKSCAN_PORT": "0",
        "QUICKSCAN_QUESTIONNAIRES": questionnaires,
    }


def left_of(var: Path) -> list[int]:
    """The processes that were started with this folder."""
    all_pids = [int(folder.name) for folder in Path("/proc").glob("[0-9]*")]
    return [
        pid
        for pid in all_pids
        if f"QUICKSCAN_VAR={var}\0" in _read(pid, "environ")
        and "\nState:\tZ" not in _read(pid, "status")
    ]


def _read(pid: int, file: str) -> str:
    """Read what the kernel tells of a process; nothing when it has gone."""
    try:
        return Path(f"/proc/{pid}/{file}").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def port_of(process: Serving) -> int:
    """The port it says it serves on: the first and only line it prints."""
    assert process.stdout is not None
    line = process.stdout.readline()
    found = ANSWERED.search(line)
    assert found, line + (process.stderr.read() if process.stderr else "")
    return int(found[1])


def status(port: int, path: str = "/healthz") -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def wait_until(holds: Callable[[], bool], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it never happened"
        time.sleep(0.1)


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_asked_to_stop_and_leaves_nothing_running(
    serve: Serve, tmp_path: Path, asked: signal.Signals
) -> None:
    process = serve()
    port = port_of(process)
    assert status(port) == 200
    wait_until(lambda: len(left_of(tmp_path)) == 5)  # itself, web server with two, worker
    wait_until(lambda: status(port, "/readyz") == 200)

    process.send_signal(asked)

    out, log = process.communicate(timeout=15)
    assert (process.returncode, out) == (0, ""), log
    assert "Traceback" not in log
    assert left_of(tmp_path) == []


def test_nothing_is_left_when_it_is_killed_itself(serve: Serve, tmp_path: Path) -> None:
    process = serve()
    port_of(process)

    process.kill()

    wait_until(lambda: left_of(tmp_path) == [])


def test_a_worker_that_dies_is_started_again(serve: Serve, tmp_path: Path) -> None:
    process = serve()
    port_of(process)
    wait_until(lambda: len(workers(process, tmp_path)) == 1)
    (worker,) = workers(process, tmp_path)

    os.kill(worker, signal.SIGKILL)

    wait_until(lambda: bool(workers(process, tmp_path) - {worker}))


def test_when_the_web_server_dies_everything_stops_with_an_error(
    serve: Serve, tmp_path: Path
) -> None:
    process = serve(QUICKSCAN_WORKERS="2")
    port_of(process)
    wait_until(lambda: len(workers(process, tmp_path)) == 2)
    (web,) = children(process, tmp_path) - workers(process, tmp_path)

    os.kill(web, signal.SIGKILL)

    assert process.wait(20) == 3
    wait_until(lambda: left_of(tmp_path) == [])


def children(process: Serving, var: Path) -> set[int]:
    parent = f"\nPPid:\t{process.pid}\n"
    return {pid for pid in left_of(var) if parent in _read(pid, "status")}


def workers(process: Serving, var: Path) -> set[int]:
    return {pid for pid in children(process, var) if "worker" in _read(pid, "cmdline")}


def test_a_taken_port_is_told_in_a_sentence(serve: Serve, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        process = serve(QUICKSCAN_PORT=port)
        out, err = process.communicate(timeout=30)

    assert (process.returncode, out) == (3, "")
    assert port in err
    assert len(err.splitlines()) == 1
    assert left_of(tmp_path) == []


def test_wrong_settings_and_broken_files_are_told_before_anything_starts(
    serve: Serve, tmp_path: Path
) -> None:
    broken = tmp_path / "vragenlijsten" / "kapot"
    broken.mkdir(parents=True)
    (broken / "v1.yaml").write_text("id: kapot\nversie: 1\n")
    settings = serve(QUICKSCAN_PROT="1", PORT="tachtig", QUICKSCAN_PORT="")
    files = serve(QUICKSCAN_QUESTIONNAIRES=str(broken.parent))

    _, told = settings.communicate(timeout=30)
    assert settings.returncode == 2
    assert "QUICKSCAN_PROT" in told
    assert "tachtig" in told
    _, told = files.communicate(timeout=30)
    assert files.returncode == 1
    assert "v1.yaml:2:" in told
    assert "Traceback" not in told
    assert not (tmp_path / "quickscan.sqlite3").exists()


def test_no_line_of_the_log_tells_who_or_when(serve: Serve) -> None:
    process = serve()
    port = port_of(process)
    status(port, "/vragenlijst/geheim/?code=geheim")
    with socket.create_connection(("127.0.0.1", port)) as raw:
        raw.sendall(b"GEHEIM \x00 onzin\r\n\r\n")
        raw.recv(100)
    process.terminate()

    _, log = process.communicate(timeout=15)

    assert '"event": "request"' in log
    assert "geheim" not in log.lower()
    assert "127.0.0.1" not in log
    assert not re.search(r"[0-9]{2}:[0-9]{2}", log)
