"""One log line for each request: the route's pattern, never the path, and only the day."""

import logging

from flask import Flask, Response, request

_log = logging.getLogger("quickscan.web")


def init_app(app: Flask) -> None:
    """Log every request after it is answered."""
    app.after_request(_log_request)


def _log_request(response: Response) -> Response:
    # Codes stand in paths, and an address or a time would tell who was there: none of these.
    route = request.url_rule.rule if request.url_rule else "-"
    if request.endpoint not in ("static", "pages.alive", "pages.ready"):
        _log.info(
            "request",
            extra={"method": request.method, "route": route, "status": response.status_code},
        )
    return response
