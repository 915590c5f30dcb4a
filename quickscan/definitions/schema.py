"""The JSON Schema (2020-12) of a questionnaire file, for editors.

Made from the declarations by which the reader reads. It knows keys, kinds and forms; what
needs the whole file (names that must be there, conditions that must be able to hold) is for
`quickscan check`.
"""

from typing import Any, Final

from quickscan.definitions.conditions import FORMS, PARTS
from quickscan.definitions.layout import QUESTIONNAIRE
from quickscan.definitions.questions import KINDS
from quickscan.definitions.scalars import SLUG, Json

_SLUG_LIST: Final[Json] = {
    "type": "array",
    "items": {"$ref": "#/$defs/slug"},
    "minItems": 1,
}
_CONDITION: Final[Json] = {"$ref": "#/$defs/condition"}
_CONDITION_LIST: Final[Json] = {"type": "array", "items": _CONDITION, "minItems": 1}


def questionnaire_schema() -> Json:
    """Return the schema of a questionnaire file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Quickscan questionnaire",
        **QUESTIONNAIRE.schema(),
        "$defs": {
            "slug": {"type": "string", "pattern": f"^{SLUG.pattern}$"},
            "text": _text("A text: one string, or one for each language."),
            "markdown": _text("Markdown: paragraphs, lists, bold, links to https. No HTML."),
            "condition": _condition(),
            **{f"question-{kind}": _kind(kind) for kind in KINDS},
        },
    }


def _text(about: str) -> Json:
    words = {"type": "string", "minLength": 1}
    languages = {"type": "object", "additionalProperties": words, "minProperties": 1}
    return {"description": about, "anyOf": [words, languages]}


def _kind(kind: str) -> Json:
    schema = KINDS[kind].schema()
    about = schema["properties"]["kind"]["description"]
    schema["properties"]["kind"] = {"const": kind, "description": about}
    return schema


def _condition() -> Json:
    theme = {
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/slug"},
        "minProperties": 1,
        "maxProperties": 1,
    }
    return {
        "description": "Exactly one form: question, theme, role, all, any or not.",
        "oneOf": [
            _form({"question": {"$ref": "#/$defs/slug"}, "is": _SLUG_LIST}),
            _form({"question": {"$ref": "#/$defs/slug"}, "is_not": _SLUG_LIST}),
            _form({"theme": theme, "band": _SLUG_LIST}),
            _form({"role": _SLUG_LIST}),
            _form({"all": _CONDITION_LIST}),
            _form({"any": _CONDITION_LIST}),
            _form({"not": _CONDITION}),
        ],
    }


def _form(parts: dict[str, Any]) -> Json:
    about = FORMS | PARTS
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {**part, "description": about[name]} for name, part in parts.items()
        },
        "required": list(parts),
    }
