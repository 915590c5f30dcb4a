"""A proxy that ends TLS in front of Quickscan, with a certificate that it signed itself."""

import http.client
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.e2e.elsewhere import running

OPENSSL = shutil.which("openssl") or ""
_NOT_PASSED_ON = {"connection", "keep-alive", "transfer-encoding", "server", "date"}


class TlsProxy(ThreadingHTTPServer):
    """Passes requests on as nginx would: who asked, and how, stands in X-Forwarded headers."""

    daemon_threads = True

    def __init__(self, name: str, certificate: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        self.origin = f"https://{name}:{self.server_address[1]}"
        self.port_behind = 0

    def lead_to(self, port: int) -> None:
        """Pass requests on to this port from now on."""
        self.port_behind = port

    def handle_error(self, *_: object) -> None:
        """Say nothing when a browser leaves."""


class _Handler(BaseHTTPRequestHandler):
    server: TlsProxy
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = dict(self.headers.items()) | {
            "X-Forwarded-For": self.client_address[0],
            "X-Forwarded-Proto": "https",
            "X-Forwarded-Host": self.headers["Host"],
            "Connection": "close",
        }
        behind = http.client.HTTPConnection("127.0.0.1", self.server.port_behind, timeout=20)
        behind.request(self.command, self.path, body=body or None, headers=headers)
        self._answer(behind.getresponse())
        behind.close()

    do_POST = do_GET  # noqa: N815  the name that the library calls

    def _answer(self, answer: http.client.HTTPResponse) -> None:
        body = answer.read()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in {*_NOT_PASSED_ON, "content-length"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def tls_proxy(folder: Path, name: str) -> Iterator[TlsProxy]:
    """Run a proxy for this name; where it leads to is told afterwards."""
    with running(TlsProxy(name, certificate_for(folder, name))) as server:
        assert isinstance(server, TlsProxy)
        yield server


def certificate_for(folder: Path, name: str) -> Path:
    """Return a file with a new key and a certificate for this name."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    request = [OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    named = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*request, *named, *files], check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_text(key.read_text() + certificate.read_text())
    return both
