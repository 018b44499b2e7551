"""Results as plain values, and the JSON Schema of those values, from the same annotations."""

import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar, Union, cast

import attrs

from implsupport.matrix import Matrix
from implsupport.readings import Classification, Location, Placement, Scorecard
from implsupport.terms import FrozenMap, Term

__all__ = ["plain", "schema_of"]

_DERIVED: Final[Mapping[type, tuple[str, ...]]] = {
    Classification: ("kind",),
    Location: ("kind", "candidates", "borderline", "margin"),
    Placement: ("empty", "several"),
    Scorecard: ("lowest", "highest", "tally", "gaps"),
}
"""What a reader of the JSON would otherwise have to work out again."""


def plain(value: object) -> Any:  # noqa: ANN401 -- any JSON value
    """Turn a result into plain values.

    Args:
        value: A result, or anything that one holds.

    Returns:
        Terms and frameworks as their keys, results as mappings of their fields, and mappings
        whose keys are cells as lists of {"cell": [row, column], "value": ...}.

    >>> from implsupport import matland
    >>> plain(matland.classify(ambiguity="low", conflict="high"))
    {'typology': 'matland', 'row': 'low', 'col': 'high', 'kind': 'political'}
    """
    if isinstance(value, Term | Matrix):
        return value.key
    if isinstance(value, FrozenMap):
        return _plain_map(cast("FrozenMap[object, object]", value))
    if isinstance(value, tuple):
        return [plain(part) for part in cast("tuple[object, ...]", value)]
    if attrs.has(type(value)):
        return {name: plain(getattr(value, name)) for name in _fields(type(value))}
    return value


def _plain_map(value: Mapping[object, object]) -> Any:  # noqa: ANN401
    if any(isinstance(key, tuple) for key in value):
        return [{"cell": plain(key), "value": plain(part)} for key, part in value.items()]
    return {plain(key): plain(part) for key, part in value.items()}


def _fields(result: type) -> tuple[str, ...]:
    own = (field.name for field in attrs.fields(result) if not field.name.startswith("_"))
    return (*own, *_DERIVED.get(result, ()))


def schema_of(result: type, name: str) -> dict[str, Any]:
    """Give the JSON Schema of what `plain` makes of a result.

    Args:
        result: An attrs class whose fields are annotated.
        name: The name of the form; it stands in the field *schema* beside those of the class.

    Returns:
        A schema of draft 2020-12 that allows no other field.

    >>> from implsupport.sources import Source
    >>> schema_of(Source, "example/1")["properties"]["year"]
    {'anyOf': [{'type': 'integer'}, {'type': 'null'}]}
    """
    defs: dict[str, Any] = {}
    _object_schema(result, defs)
    top = defs.pop(result.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        **top,
        "properties": {"schema": {"const": name}, **top["properties"]},
        "required": ["schema", *top["required"]],
        "$defs": dict(sorted(defs.items())),
    }


_PRIMITIVES: Final[Mapping[object, str]] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
}


def _schema(hint: Any, defs: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 -- any annotation
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint in _PRIMITIVES:
        return {"type": _PRIMITIVES[hint]}
    if origin in _COMPOUND:
        return _COMPOUND[origin](args, defs)
    return _class_schema(origin or hint, defs)


def _class_schema(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    if isinstance(kind, TypeVar) or issubclass(kind, Matrix) or kind is object:
        return {"type": "string"}
    if issubclass(kind, Term):
        return {"enum": [term.key for term in kind]}
    return _object_schema(kind, defs)


def _object_schema(result: type, defs: dict[str, Any]) -> dict[str, Any]:
    if result.__name__ not in defs:
        fields = {name: _schema(_hint(result, name), defs) for name in _fields(result)}
        defs[result.__name__] = {
            "type": "object",
            "properties": fields,
            "required": list(fields),
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{result.__name__}"}


def _hint(result: type, name: str) -> Any:  # noqa: ANN401
    derived = getattr(result, name, None)
    if isinstance(derived, property):
        return typing.get_type_hints(derived.fget)["return"]
    return typing.get_type_hints(result)[name]


def _any_of(args: tuple[Any, ...], defs: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [_schema(arg, defs) for arg in args]}


def _one_of_words(args: tuple[Any, ...], _: dict[str, Any]) -> dict[str, Any]:
    return {"enum": list(args)}


def _array(args: tuple[Any, ...], defs: dict[str, Any]) -> dict[str, Any]:
    if args[-1] is Ellipsis:
        return {"type": "array", "items": _schema(args[0], defs)}
    parts = [_schema(arg, defs) for arg in args]
    return {"type": "array", "prefixItems": parts, "minItems": len(parts), "maxItems": len(parts)}


def _mapping(args: tuple[Any, ...], defs: dict[str, Any]) -> dict[str, Any]:
    key, value = (_schema(arg, defs) for arg in args)
    if key["type" if "type" in key else "enum"] == "array":
        pair = {"cell": key, "value": value}
        item = {"type": "object", "properties": pair, "required": list(pair)}
        return {"type": "array", "items": item}
    return {"type": "object", "propertyNames": key, "additionalProperties": value}


_COMPOUND: Final[Mapping[object, Callable[[tuple[Any, ...], dict[str, Any]], dict[str, Any]]]] = {
    Union: _any_of,
    types.UnionType: _any_of,
    typing.Literal: _one_of_words,
    tuple: _array,
    FrozenMap: _mapping,
}
