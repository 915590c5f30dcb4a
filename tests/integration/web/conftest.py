"""An app on a fresh SQLite database, with the real questionnaire and one of all kinds."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from quickscan.config import PROJECT, Config
from quickscan.storage.database import Database
from quickscan.storage.migrations import migrate
from quickscan.web import create_app
from quickscan.web.wiring import SERVICES
from tests.visitor import Visitor

QUESTIONNAIRES = (PROJECT / "questionnaires", PROJECT / "tests" / "questionnaires" / "web")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all tables and no rows, to copy."""
    file = tmp_path_factory.mktemp("migrated") / "empty.sqlite3"
    database = Database(f"sqlite:///{file}")
    migrate(database)
    database.close()
    return file


@pytest.fixture
def make_app(migrated: Path, tmp_path: Path) -> Iterator[Callable[..., Flask]]:
    """Makes apps with settings of their own, all on the same database."""
    file = tmp_path / "quickscan.sqlite3"
    shutil.copy(migrated, file)
    made: list[Flask] = []

    def make(**settings: str) -> Flask:
        environ = {
            "QUICKSCAN_VAR": str(tmp_path),
            "QUICKSCAN_QUESTIONNAIRES": os.pathsep.join(map(str, QUESTIONNAIRES)),
            **settings,
        }
        made.append(create_app(Config.from_env(environ)))
        return made[-1]

    yield make
    for app in made:
        app.extensions[SERVICES].database.close()


@pytest.fixture
def app(make_app: Callable[..., Flask]) -> Flask:
    """An app with default settings."""
    return make_app()


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Someone who has just arrived."""
    return Visitor(app)
