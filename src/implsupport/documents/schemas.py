"""The JSON Schema of a study in YAML or JSON, generated from the records."""

import re
from collections.abc import Mapping
from typing import Any, Final

from implsupport.documents.trees import SCHEMA
from implsupport.records import Study

__all__ = ["schema"]

_FIELD: Final = re.compile(r"^    (?P<name>\w+): (?P<said>.+(?:\n        .+)*)", re.MULTILINE)


def schema() -> dict[str, Any]:
    """Give the JSON Schema of a study in YAML or JSON.

    An editor that knows it completes the names and words, says what each is, and marks what is
    not allowed. It cannot tell everything that `read` can, such as a key that leads nowhere. In
    YAML it takes a bare 2014 for a number even where text belongs, which `read` does not.

    Returns:
        A schema of draft 2020-12 that allows no other field. It refuses no JSON that `read` takes.

    >>> schema()["properties"]["schema"]
    {'const': 'implsupport/study/1'}
    >>> schema()["$defs"]["Policy"]["properties"]["year"]["description"]
    'The year it was adopted, 1 to 9999, or None.'
    """
    generated = Study.model_json_schema()
    records = {name: _described(part) for name, part in generated.pop("$defs").items()}
    study = _described(generated)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **study,
        "title": SCHEMA,
        "properties": {
            "schema": {"const": SCHEMA},
            "$schema": {"type": "string", "description": "Where an editor finds this schema."},
            **study["properties"],
        },
        "required": ["schema", *study["required"]],
        "$defs": records,
    }


def _described(part: Mapping[str, Any]) -> dict[str, Any]:
    """Put what the docstring of a record says of its fields where an editor shows it."""
    docstring = part.get("description", "")
    said = {field["name"]: " ".join(field["said"].split()) for field in _FIELD.finditer(docstring)}
    fields = part.get("properties", {})
    described = {name: _field(field, said.get(name)) for name, field in fields.items()}
    whole = {**part, "description": docstring.partition("\n\n")[0]}
    return {**whole, "properties": described} if fields else whole


def _field(field: Mapping[str, Any], said: str | None) -> dict[str, Any]:
    """Replace the title that only repeats the name; None stands for what need not be given."""
    kept = {name: value for name, value in field.items() if name not in {"title", "default"}}
    return {**kept, "description": said} if said else kept
