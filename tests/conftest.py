"""What all tests share: no network but this machine, and one profile for hypothesis."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# The server of PostgreSQL for tests warns when this is not set, and warnings are errors.
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())

from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.postgres import Postgres

settings.register_profile(
    "quickscan",
    deadline=None,  # machines that run tests are noisy
    derandomize=True,  # the same examples every time; find new ones with --hypothesis-seed
    suppress_health_check=(HealthCheck.too_slow,),
)
settings.load_profile("quickscan")

_HERE = {"localhost", "0.0.0.0", "::", ""}  # noqa: S104  names of this machine


class NetworkUsedError(RuntimeError):
    """A test tried to reach another machine."""


def _stay_here(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if not _is_here(host):
        raise NetworkUsedError(f"tests do not use the network: {host!r}")


def _is_here(host: object) -> bool:
    if not isinstance(host, str) or host in _HERE:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


sys.addaudithook(_stay_here)


@pytest.fixture(scope="session")
def postgres() -> Iterator["Postgres"]:
    """The server of this session, started when a test wants it."""
    from tests.postgres import Postgres  # noqa: PLC0415  slow

    folder = Path(tempfile.mkdtemp(prefix="quickscan-pg-"))
    folder.chmod(0o755)  # the server runs as another user than root
    server = Postgres(folder / "data")
    yield server
    server.close()
    shutil.rmtree(folder, ignore_errors=True)
