"""A first draft of a questionnaire: small, valid, and explained line by line."""

from pathlib import Path

from quickscan.definitions.files import SCENARIOS
from quickscan.definitions.scalars import SLUG

_TEMPLATES = Path(__file__).with_name("drafts")


class BadNameError(ValueError):
    """An id has small letters, figures and hyphens only."""


def draft(folder: Path, id: str) -> Path:
    """Write version 1 of a questionnaire, with its scenarios, and return its file.

    Raises:
        BadNameError: the id is not one.
        FileExistsError: there is something with this name already; nothing was written.
    """
    if not SLUG.fullmatch(id):
        raise BadNameError(id)
    own = folder / id
    own.mkdir(parents=True)
    path = own / "v1.yaml"
    text, examples = draft_texts(id)
    path.write_text(text, "utf-8")
    (own / f"v1{SCENARIOS}").write_text(examples, "utf-8")
    return path


def draft_texts(id: str) -> tuple[str, str]:
    """Return the text of a first draft, and that of its scenarios."""
    words = (_TEMPLATES / "draft.yaml").read_text("utf-8")
    examples = (_TEMPLATES / "draft.scenarios.yaml").read_text("utf-8")
    return words.replace("id: ID\n", f"id: {id}\n", 1), examples
