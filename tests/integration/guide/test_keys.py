"""The guide leaves nothing of the format out: each key has an example and an explanation."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from quickscan.definitions.scenarios import EXPECT, scenario_record
from quickscan.definitions.schema import questionnaire_schema
from tests.integration.guide.page import FILES, PROSE

SCHEMA = questionnaire_schema()


def parts(schema: dict[str, Any], thing: str) -> Iterator[tuple[dict[str, Any], str]]:
    """A schema and all it stands for: what it refers to, and each of its forms.

    `thing` is what its keys belong to: every kind of question is a `question`.
    """
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema, thing = SCHEMA["$defs"][name], name.partition("-")[0]
    yield schema, thing
    for form in (*schema.get("oneOf", ()), *schema.get("anyOf", ())):
        yield from parts(form, thing)


def inside(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """What the values of a list, or of names, look like."""
    return [own for own in (schema.get("items"), schema.get("additionalProperties")) if own]


def known(schema: dict[str, Any], thing: str, found: set[str]) -> set[str]:
    """Every key that the format has, each after what it belongs to."""
    for part, own in parts(schema, thing):
        for key, value in part.get("properties", {}).items():
            if f"{own}.{key}" not in found:
                found.add(f"{own}.{key}")
                known(value, key, found)
        for each in inside(part):
            known(each, own, found)
    return found


def used(schema: dict[str, Any], value: Any, thing: str) -> Iterator[str]:
    """Every key that a file has, in the same way."""
    children = value.values() if isinstance(value, dict) else value
    for part, own in parts(schema, thing):
        for key, shape in part.get("properties", {}).items():
            if isinstance(value, dict) and key in value:
                yield f"{own}.{key}"
                yield from used(shape, value[key], key)
        if isinstance(value, dict | list):
            for each in inside(part):
                for child in children:
                    yield from used(each, child, own)


def fixed_words(schema: Any) -> Iterator[str]:
    """The words that a file can choose from, such as `rating` and `small`."""
    if isinstance(schema, list):
        for each in schema:
            yield from fixed_words(each)
    if isinstance(schema, dict):
        yield from schema.get("enum", ())
        yield from [schema["const"]] if "const" in schema else ()
        yield from fixed_words(list(schema.values()))


KEYS = known(SCHEMA, "top", set())


def test_every_key_of_the_format_is_in_an_example():
    example = yaml.safe_load(FILES["v2.yaml"])

    assert KEYS - set(used(SCHEMA, example, "top")) == set()


def test_every_key_of_a_scenario_is_in_an_example():
    scenarios = yaml.safe_load(FILES["v1.scenarios.yaml"])

    assert {key for each in scenarios for key in each} == set(scenario_record(None).keys)
    assert {key for each in scenarios for key in each["expect"]} == set(EXPECT.keys)


def test_every_key_and_every_fixed_word_is_explained():
    code = " ".join(re.findall(r"`([^`\n]+)`", PROSE))
    wanted = {name.rpartition(".")[2] for name in KEYS} | set(fixed_words(SCHEMA))
    wanted |= {*scenario_record(None).keys, *EXPECT.keys}

    assert wanted - set(re.findall(r"\w+", code)) == set()
