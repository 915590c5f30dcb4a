"""A `Questionnaire` back to the text of a file, from which the same one is read again.

Comments of an author are not in a `Questionnaire`, so not in the text either.
"""

from collections.abc import Iterable

import yaml

from quickscan.definitions.data import as_data, scenario_data
from quickscan.definitions.file_values import Figures, Flat, Flow
from quickscan.definitions.scalars import misread
from quickscan.definitions.scenarios import Scenario
from quickscan.domain.questionnaire import Questionnaire


def write(questionnaire: Questionnaire) -> str:
    """Return the text of a file that holds this questionnaire."""
    return _as_yaml(as_data(questionnaire))


def write_scenarios(scenarios: Iterable[Scenario]) -> str:
    """Return the text of a file that holds these scenarios."""
    return _as_yaml([scenario_data(each) for each in scenarios])


class _Dumper(yaml.SafeDumper):
    """Writes texts so that our reader takes them for texts, and small things on one line."""

    def ignore_aliases(self, _data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  PyYAML's own
        super().increase_indent(flow, indentless=False)


def _str(dumper: yaml.SafeDumper, words: str) -> yaml.ScalarNode:
    if "\n" in words and not any(line != line.rstrip() for line in words.split("\n")):
        return dumper.represent_scalar("tag:yaml.org,2002:str", words, style="|")
    event = yaml.ScalarEvent(None, None, (True, False), words)
    style = '"' if not words or misread(event) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=style)


def _plain(dumper: yaml.SafeDumper, figures: Figures) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:float", str(figures))


_Dumper.add_representer(str, _str)
_Dumper.add_representer(Figures, _plain)
_Dumper.add_representer(
    Flow,
    lambda dumper, data: dumper.represent_mapping(
        "tag:yaml.org,2002:map", data.items(), flow_style=True
    ),
)
_Dumper.add_representer(
    Flat,
    lambda dumper, data: dumper.represent_sequence(
        "tag:yaml.org,2002:seq", data, flow_style=True
    ),
)


def _as_yaml(data: object) -> str:
    return yaml.dump(
        data,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=100,
    )


def flow(data: object) -> str:
    """Return plain values as YAML on one line, between braces."""
    written = yaml.dump(
        data,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=True,
        width=float("inf"),
    )
    return written.removesuffix("\n").removesuffix("...").strip()
