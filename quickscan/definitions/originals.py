"""Where one version of a questionnaire stands: a file, or bytes that lie in no folder."""

from pathlib import Path

from quickscan.definitions.catalogue import Stored, read_stored
from quickscan.definitions.files import decode, load, scenarios_of
from quickscan.definitions.reader import read
from quickscan.definitions.scenarios import Scenario, load_scenarios
from quickscan.domain.questionnaire import Questionnaire

Original = Path | Stored
"""What a questionnaire is read from."""


def questionnaire_in(original: Original) -> Questionnaire:
    """Return what a version says.

    Raises:
        QuestionnaireError: it cannot be used.
    """
    if isinstance(original, Path):
        return read(original, decode(original, load(original)))
    return read_stored(original).questionnaire


def scenarios_with(original: Original, own: Questionnaire) -> tuple[Scenario, ...]:
    """Return the worked examples of a version; without those of a file that do not fit it.

    Raises:
        QuestionnaireError: they cannot be read.
    """
    if isinstance(original, Path):
        beside = scenarios_of(original)
        return load_scenarios(beside, own).scenarios if beside.is_file() else ()
    return read_stored(original).scenarios
