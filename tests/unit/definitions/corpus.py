"""The questionnaire files that tests read: good ones, and broken ones with what is said.

Beside each file or folder in `broken` lies `NAME.expected`: word for word what `check` prints
of it from there, and then the tips that an author reads in the preview.
"""

from pathlib import Path

from quickscan.definitions.check import check_file, check_folders, check_text
from quickscan.definitions.problems import Problem, Severity

FOLDER = Path(__file__).parents[2] / "questionnaires"
BROKEN = FOLDER / "broken"


def files(folder: str = ".") -> list[Path]:
    """The questionnaires in a folder, without their scenarios."""
    found = (FOLDER / folder).glob("*.yaml")
    return sorted(path for path in found if not path.name.endswith(".scenarios.yaml"))


def broken() -> list[str]:
    """What is broken, by name: a file, or a folder with folders of questionnaires."""
    folders = [path.name for path in BROKEN.iterdir() if path.is_dir()]
    return sorted([*(path.name for path in files("broken")), *folders])


def expected(name: str) -> list[str]:
    """The lines that are said of what is broken, in Dutch."""
    return (BROKEN / name).with_suffix(".expected").read_text("utf-8").splitlines()


def said_of(place: Path) -> tuple[Problem, ...]:
    """What `check` says of a file or of folders, and then how the file could be plainer."""
    if place.is_dir():
        checked = check_folders(sorted(place.iterdir()))
        return tuple(problem for each in checked for problem in each.problems)
    own = check_file(place)
    if own.questionnaire is None:
        return own.problems
    plainly = check_text(place, place.read_text("utf-8")).problems
    return (*own.problems, *(p for p in plainly if p.severity is Severity.SUGGESTION))
