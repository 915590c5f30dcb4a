"""An installation in a folder of its own, set up as `quickscan serve` does."""

import io
import os
from pathlib import Path

from quickscan.config import PROJECT, Config
from quickscan.logs import configure
from quickscan.serving.preparing import prepare
from quickscan.web import settled_app
from tests.bench.calling import Wsgi

FOLDERS = (PROJECT / "questionnaires", PROJECT / "tests" / "questionnaires" / "bench")


def variables(folder: Path) -> dict[str, str]:
    """Return the settings of an installation in this folder."""
    return {
        "QUICKSCAN_VAR": str(folder),
        "QUICKSCAN_QUESTIONNAIRES": os.pathsep.join(map(str, FOLDERS)),
    }


def install(folder: Path) -> Wsgi:
    """Return the application on a fresh SQLite database; its log lines go nowhere."""
    config = Config.from_env(variables(folder))
    configure(config.log_level, io.StringIO())
    prepare(config)
    app: Wsgi = settled_app(config).wsgi_app
    return app


def hello() -> Wsgi:
    """Return the smallest app that Flask can be."""
    from flask import Flask  # noqa: PLC0415

    app = Flask("hello")

    @app.get("/")
    def home() -> str:
        return "<!doctype html><title>Hello</title><h1>Hello, world</h1>"

    made: Wsgi = app.wsgi_app
    return made
