import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.e2e.service import Service
from tests.integration.web.journeys import begin, finish
from tests.visitor import Visitor

CURL = shutil.which("curl") or ""
REPORT_SECONDS = 60


class Curl(Visitor):
    """A visitor whose browser is curl with a cookie jar."""

    def __init__(self, service: Service, folder: Path) -> None:
        self.service = service
        self.jar = folder / "jar"
        self.address = "/"
        self._html = b""
        self._status = 0

    def get(self, address: str) -> "Curl":
        return self._run(address)

    def post(self, address: str, data: Mapping[str, Any] | None = None) -> "Curl":
        return self._run(address, "--data", urlencode(data or {}, doseq=True))

    def _run(self, address: str, *more: str) -> "Curl":
        jar = ["--cookie", str(self.jar), "--cookie-jar", str(self.jar)]
        told = ["--location", "--silent", "--write-out", "\n%{http_code} %{url_effective}"]
        url = self.service.address + address
        ran = subprocess.run([CURL, *jar, *told, *more, url], check=True, capture_output=True)
        self._html, _, about = ran.stdout.rpartition(b"\n")
        status, _, effective = about.decode().partition(" ")
        self._status = int(status)
        self.address = effective.removeprefix(self.service.address)
        return self

    @property
    def status(self) -> int:
        return self._status

    @property
    def html(self) -> str:
        return self._html.decode()

    @property
    def file(self) -> bytes:
        return self._html


@pytest.fixture
def curl(service, tmp_path):
    return Curl(service, tmp_path)


@pytest.mark.skipif(not CURL, reason="curl is not installed")
def test_with_curl_the_journey_leads_forward_to_a_report(curl):
    curl.get("/").forward()
    finish(begin(curl, role="uitvoerder", phase="weten"))
    assert curl.address.endswith("/uitslag")
    until = time.monotonic() + REPORT_SECONDS
    while curl.pdf_link is None and time.monotonic() < until:
        time.sleep(0.3)
        curl.get(curl.address)

    assert curl.get(curl.pdf_link).file.startswith(b"%PDF-1.7")
