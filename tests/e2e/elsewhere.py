"""Another site, on a port of its own, with a form that leads to ours."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def site_that_posts(target: str, fields: Mapping[str, str]) -> Iterator[str]:
    """Run a site whose only button sends these fields to an address; yields its address."""
    inputs = "".join(
        f'<input name="{escape(name)}" value="{escape(value)}">'
        for name, value in fields.items()
    )
    page = f'<!doctype html><form method="post" action="{escape(target)}">{inputs}<button>'
    with _server(page.encode()) as server:
        yield f"http://127.0.0.1:{server.server_address[1]}"


@contextmanager
def _server(page: bytes) -> Iterator[ThreadingHTTPServer]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as server:
        yield server


@contextmanager
def running(server: ThreadingHTTPServer) -> Iterator[ThreadingHTTPServer]:
    """Run a server in a thread of its own, and stop it."""
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
