"""The real thing: `quickscan serve` as a program of its own, with a database of its own."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from quickscan.config import PROJECT

QUESTIONNAIRES = (PROJECT / "questionnaires", PROJECT / "tests" / "questionnaires" / "web")
_STOP_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Service:
    """A running Quickscan: where it answers, and where it keeps what it knows."""

    address: str
    folder: Path

    @property
    def database(self) -> Path:
        """The file with all its rows."""
        return self.folder / "quickscan.sqlite3"

    @property
    def port(self) -> int:
        """The port on which it answers."""
        return int(self.address.rpartition(":")[2])


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[Service]:
    """Start `quickscan serve` on a free port, and stop it as systemd would."""
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "quickscan", "serve"],
            cwd=PROJECT,
            env=_environment(folder, settings),
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        try:
            address = _address_told(process)
            errors.seek(0)
            assert address, f"quickscan serve did not start:\n{errors.read()}"
            yield Service(address, folder)
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=_STOP_SECONDS)
    assert process.returncode == 0
    assert still_running(folder) == {}


def _environment(folder: Path, settings: dict[str, str]) -> dict[str, str]:
    own = {name: kept for name, kept in os.environ.items() if not name.startswith("QUICKSCAN")}
    return own | {
        "QUICKSCAN_VAR": str(folder),
        "QUICKSCAN_PORT": "0",
        "QUICKSCAN_QUESTIONNAIRES": os.pathsep.join(map(str, QUESTIONNAIRES)),
        **settings,
    }


def _address_told(process: "subprocess.Popen[str]") -> str:
    """Return the address in the one line that it prints when it answers; or nothing."""
    assert process.stdout is not None
    line = process.stdout.readline()
    found = [word for word in line.split() if word.startswith("http://")]
    return found[0].rstrip("/") if found else ""


def still_running(folder: Path) -> dict[int, str]:
    """Return the command, by process id, of all that was started with this folder."""
    mark = f"QUICKSCAN_VAR={folder}\0".encode()
    found = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (process / "environ").read_bytes():
                command = (process / "cmdline").read_text().replace("\0", " ")
                found[int(process.name)] = command
        except OSError:  # it has ended meanwhile, or is of someone else
            continue
    return found
