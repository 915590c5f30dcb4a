"""The questionnaire files that tests read: good ones, bad ones, and ones to look at again."""

from pathlib import Path

FOLDER = Path(__file__).parents[2] / "questionnaires"


def files(folder: str = ".") -> list[Path]:
    """The questionnaires in a folder, without their scenarios."""
    found = (FOLDER / folder).glob("*.yaml")
    return sorted(path for path in found if not path.name.endswith(".scenarios.yaml"))


def expected(path: Path) -> str:
    """What the first line of a file says will be found: `line:column code`, or nothing."""
    return path.read_text("utf-8").splitlines()[0].removeprefix("#").strip()
