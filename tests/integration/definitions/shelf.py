"""Folders with questionnaires, written for a test."""

from pathlib import Path

from quickscan.definitions.publishing import publish
from tests.unit.definitions.writing import GOOD, written


def shelve(folder: Path, id: str = "klein", version: int = 1, *, text: str = GOOD) -> Path:
    """Write a questionnaire where it belongs in a folder."""
    path = folder / id / f"v{version}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    own = written(("id: klein", f"id: {id}"), ("version: 1", f"version: {version}"), text=text)
    path.write_text(own, encoding="utf-8")
    return path


def publish_one(folder: Path, id: str = "klein", version: int = 1) -> Path:
    """Write a questionnaire and publish it."""
    path = shelve(folder, id, version)
    publish(path)
    return path
