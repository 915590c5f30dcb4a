"""The preview of an author: a questionnaire in the browser while its file is being written.

An application of its own, for one person on their own machine: it stores nothing.
"""

import logging
import os
import socket
from collections.abc import Sequence
from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined
from werkzeug.serving import BaseWSGIServer, make_server

from quickscan.presentation.charts import logo
from quickscan.presentation.markdown import to_html
from quickscan.services.drafts import Drafts, NoSuchDraftError
from quickscan.web import security, speaking
from quickscan.web.preview.views import DRAFTS, blueprint, no_such_draft


def create_preview(places: Sequence[Path]) -> Flask:
    """Return the application that shows the questionnaires in these files and folders."""
    app = Flask("quickscan.web", static_folder="static", static_url_path="/static")
    app.config.update(MAX_CONTENT_LENGTH=256 * 1024, MAX_FORM_PARTS=security.MOST_FIELDS)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(markdown=to_html, logo=logo())
    app.extensions[DRAFTS] = Drafts(places)
    security.init_app(app, None)
    app.after_request(speaking.tell_apart)
    app.register_blueprint(blueprint)
    app.register_error_handler(NoSuchDraftError, no_such_draft)
    return app


def preview_server(places: Sequence[Path], port: int) -> BaseWSGIServer:
    """Return a server for this machine only, listening already; `port` 0 takes a free one.

    Raises:
        OSError: the port is taken.
    """
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with socket.create_server(("127.0.0.1", port)) as listening:
        # Werkzeug's own way to open a port ends the program when it is taken.
        descriptor = os.dup(listening.fileno())
    app = create_preview(places)
    return make_server("127.0.0.1", port, app, threaded=True, fd=descriptor)
