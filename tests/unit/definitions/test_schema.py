import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quickscan.definitions.layout import QUESTIONNAIRE
from quickscan.definitions.questions import KINDS
from quickscan.definitions.schema import questionnaire_schema

COPY = Path(__file__).parents[3] / "questionnaires" / "questionnaire.schema.json"


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object in a schema, also the schema itself."""
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from parts(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from parts(part)


def test_the_copy_beside_the_questionnaires_is_current():
    assert json.loads(COPY.read_text("utf-8")) == questionnaire_schema()


def test_every_reference_in_the_schema_is_there():
    schema = questionnaire_schema()
    named = {part["$ref"] for part in parts(schema) if isinstance(part.get("$ref"), str)}

    assert named == {f"#/$defs/{name}" for name in schema["$defs"]}


def test_every_key_says_what_it_means():
    schema = questionnaire_schema()
    for part in parts(schema):
        for name, key in part.get("properties", {}).items():
            assert key["description"], name


def test_the_schema_knows_the_keys_that_the_reader_knows():
    schema = questionnaire_schema()

    assert schema["properties"].keys() == QUESTIONNAIRE.keys.keys()
    for kind, record in KINDS.items():
        own = schema["$defs"][f"question-{kind}"]
        assert own["properties"].keys() == record.keys.keys()
        assert set(own["required"]) == set(record.needed)


def test_no_other_keys_are_allowed():
    for part in parts(questionnaire_schema()):
        if "properties" in part and part.get("type") == "object":
            assert part["additionalProperties"] is False
