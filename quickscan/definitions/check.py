"""Everything that can be said about a file before anybody fills it in."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from quickscan.definitions.catalogue import misplaced
from quickscan.definitions.files import (
    SCENARIOS,
    decode,
    load,
    problem,
    scenarios_of,
    versions,
)
from quickscan.definitions.plain import suggest
from quickscan.definitions.problems import Problem, QuestionnaireError, Severity
from quickscan.definitions.publishing import LIST, Published, published_beside, published_in
from quickscan.definitions.reader import examine
from quickscan.definitions.remarks import remark
from quickscan.definitions.scenarios import (
    Examples,
    Scenario,
    load_scenarios,
    read_scenarios,
    verify,
)
from quickscan.domain.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Checked:
    """One file with its scenarios: what it is, which scenarios ran, what was found."""

    path: Path
    questionnaire: Questionnaire | None
    scenarios: tuple[Scenario, ...]
    problems: tuple[Problem, ...]

    @property
    def is_questionnaire(self) -> bool:
        """Say whether it is a questionnaire file rather than the list of published ones."""
        return self.path.name != LIST

    @property
    def is_good(self) -> bool:
        """Say whether nothing is wrong; warnings do not count."""
        return not any(own.severity is Severity.ERROR for own in self.problems)


def check_file(path: Path) -> Checked:
    """Check one file, also against the list of published files of its folder."""
    return _check(path, published_beside(path))


def check_in_place(path: Path) -> Checked:
    """Check one file of a folder of questionnaires, also whether it is in its place."""
    return _in_place(check_file(path))


def _in_place(checked: Checked) -> Checked:
    if checked.questionnaire is None:
        return checked
    problems = (*checked.problems, *misplaced(checked.path, checked.questionnaire))
    return replace(checked, problems=problems)


def check_folder(folder: Path) -> tuple[Checked, ...]:
    """Check every questionnaire in a folder, however deep, and its list of published files."""
    own = set(versions(folder)) if folder.is_dir() else set()
    published = published_in(folder)
    checked = [Checked(folder / LIST, None, (), (*published.problems, *published.gone()))]
    for path in sorted({*own, *questionnaires_in(folder)}):
        if path in own:
            checked.append(_in_place(_check(path, published)))
        else:
            checked.append(check_file(path))
    return tuple(checked)


def questionnaires_in(folder: Path) -> Iterator[Path]:
    """Yield the questionnaire files of a folder and the folders in it."""
    for path in folder.rglob("*.yaml"):
        if not path.name.endswith(SCENARIOS) and path.is_file():
            yield path


def check_folders(folders: Iterable[Path]) -> tuple[Checked, ...]:
    """Check all folders, also that no questionnaire stands in two of them."""
    checked = [found for folder in folders for found in check_folder(folder)]
    first: dict[tuple[str, int], Path] = {}
    for number, found in enumerate(checked):
        if found.questionnaire is None:
            continue
        own = found.questionnaire
        other = first.setdefault((own.id, own.version), found.path)
        if other != found.path:
            twice = problem(
                found.path, "file_twice", id=own.id, version=own.version, other=str(other)
            )
            checked[number] = replace(found, problems=(*found.problems, twice))
    return tuple(checked)


def _check(path: Path, published: Published) -> Checked:
    try:
        content = load(path)
        text = decode(path, content)
    except QuestionnaireError as error:
        return Checked(path, None, (), error.problems)
    beside = scenarios_of(path)

    def examples(questionnaire: Questionnaire) -> Examples | None:
        return load_scenarios(beside, questionnaire) if beside.exists() else None

    checked = _check_text(path, text, examples)
    changed = published.changed(path, content)
    return replace(checked, problems=(changed, *checked.problems)) if changed else checked


def check_text(path: Path, text: str, scenarios: str = "") -> Checked:
    """Check the text of a questionnaire and of its scenarios, which may lie in no file.

    `path` is how problems name the file. What could be said in plainer words is noted too.
    """

    def examples(questionnaire: Questionnaire) -> Examples | None:
        name = str(scenarios_of(path))
        return read_scenarios(name, scenarios, questionnaire) if scenarios.strip() else None

    return _check_text(path, text, examples, plainly=True)


def _check_text(
    path: Path,
    text: str,
    examples: Callable[[Questionnaire], Examples | None],
    *,
    plainly: bool = False,
) -> Checked:
    examined = examine(path, text)
    own = examined.questionnaire
    if own is None:
        return Checked(path, None, (), examined.problems)
    remark(own, examined.reading)
    if plainly:
        suggest(own, examined.reading)
    found = examples(own)
    if found is None:
        return Checked(path, own, (), examined.problems)
    return Checked(path, own, found.scenarios, (*examined.problems, *verify(found, own)))
