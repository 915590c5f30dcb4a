"""A workbook to a questionnaire and its scenarios, or everything that is wrong, cell by cell.

The cells become the same nodes that a YAML file gives, each knowing its cell; the reader and
its rules do the rest.
"""

from dataclasses import dataclass

from quickscan.definitions.problems import Problem, Problems, Severity
from quickscan.definitions.reader import Examined, examine_node
from quickscan.definitions.remarks import remark
from quickscan.definitions.scenarios import Scenario, read_scenario_nodes, verify
from quickscan.definitions.workbook.assembling import Assembly
from quickscan.definitions.workbook.opening import opened
from quickscan.domain.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Imported:
    """What a workbook holds, and what was found in it."""

    questionnaire: Questionnaire | None
    scenarios: tuple[Scenario, ...]
    problems: tuple[Problem, ...]

    @property
    def is_good(self) -> bool:
        """Say whether nothing is wrong; warnings do not count."""
        return not any(own.severity is Severity.ERROR for own in self.problems)


def from_workbook(content: bytes, name: str = "workbook.xlsx") -> Imported:
    """Return the questionnaire in a workbook, and everything that is wrong with it.

    Raises:
        RefusedWorkbookError: it is no workbook that can be read.
    """
    problems = Problems(name)
    root, scenarios = Assembly(opened(content), problems).nodes()
    examined: Examined = examine_node(root, problems)
    own = examined.questionnaire
    if own is None:
        return Imported(None, (), examined.problems)
    remark(own, examined.reading)
    examples = read_scenario_nodes(scenarios, own, problems)
    verify(examples, own)
    return Imported(own, examples.scenarios, problems.in_file_order)
