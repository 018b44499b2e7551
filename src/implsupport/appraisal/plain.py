"""Results as plain values, and the JSON Schema of those values, from the same annotations."""

import types
import typing
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Final, TypeVar, Union, cast

import attrs

from implsupport.evaluation.claims import Finding
from implsupport.evaluation.expectations import Cross
from implsupport.evaluation.matching import Like, Likeness, Match, Profile
from implsupport.evaluation.panels import Outcome
from implsupport.evaluation.screening import Screening
from implsupport.evaluation.trajectories import Moment, Move, Trajectory
from implsupport.evaluation.verdicts import SortingRule, Verdict
from implsupport.graphs import TwoWay
from implsupport.matrix import Matrix
from implsupport.readings import Classification, Location, Placement, Scorecard
from implsupport.terms import FrozenMap, Term

__all__ = ["plain", "schema_of"]

_KEYED: Final = (Term, Matrix, SortingRule)

_DERIVED: Final[Mapping[type, tuple[str, ...]]] = {
    Classification: ("kind",),
    Cross: ("cells", "open", "not_described", "caveats"),
    Finding: ("verdict", "sentence"),
    Like: ("jaccard",),
    Likeness: ("caveats",),
    Location: ("kind", "candidates", "borderline", "margin"),
    Match: (
        "named_and_evidenced",
        "named_and_not_evidenced",
        "offered_and_not_named",
        "neither",
        "undecided",
    ),
    Moment: ("kinds",),
    Move: ("flipped", "held", "when", "sentence"),
    Outcome: ("differed",),
    Placement: ("empty", "several"),
    Profile: ("tally",),
    Scorecard: ("lowest", "highest", "tally", "gaps"),
    Screening: ("by_rule", "by_override", "near_misses", "others", "undecided", "caveats"),
    Trajectory: ("moves", "untold", "caveats"),
    TwoWay: ("both",),
    Verdict: ("settled",),
}
"""What a reader of the JSON would otherwise have to work out again."""


def plain(value: object) -> Any:  # noqa: ANN401 -- any JSON value
    """Turn a result into plain values.

    Args:
        value: A result, or anything that one holds.

    Returns:
        Terms, frameworks and rules as their keys, results as mappings of their fields, fractions
        as text, and mappings whose keys are cells as lists of {"cell": [row, column], "value":
        ...}. Where a mapping is keyed by names, the name nobody gave is empty.

    >>> from implsupport import matland
    >>> plain(matland.classify(ambiguity="low", conflict="high"))
    {'typology': 'matland', 'row': 'low', 'col': 'high', 'kind': 'political'}
    """
    if isinstance(value, _KEYED):
        return value.key
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, FrozenMap):
        return _plain_map(cast("FrozenMap[object, object]", value))
    names = _fields(type(value))
    if names:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return [plain(part) for part in cast("tuple[object, ...]", value)]
    return value


def _plain_map(value: Mapping[object, object]) -> Any:  # noqa: ANN401
    if any(isinstance(key, tuple) for key in value):
        return [{"cell": plain(key), "value": plain(part)} for key, part in value.items()]
    return {"" if key is None else plain(key): plain(part) for key, part in value.items()}


def _fields(result: type[object]) -> tuple[str, ...]:
    """Name the fields of an attrs class or a named tuple; none for anything else."""
    declared = (field.name for field in attrs.fields(result)) if attrs.has(result) else ()
    own = declared or getattr(result, "_fields", ())
    public = (name for name in own if not name.startswith("_"))
    return (*public, *_DERIVED.get(result, ()))


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
    Fraction: "string",
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
    if isinstance(kind, TypeVar) or kind is Any:
        return {"type": "string"}
    if issubclass(kind, Term) and len(kind):
        return {"enum": [term.key for term in kind]}
    if issubclass(kind, _KEYED):
        return {"type": "string"}
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
    if key.get("type") == "array":
        pair = {"cell": key, "value": value}
        item = {"type": "object", "properties": pair, "required": list(pair)}
        return {"type": "array", "items": item}
    names = key if "enum" in key else {"type": "string"}
    return {"type": "object", "propertyNames": names, "additionalProperties": value}


_COMPOUND: Final[Mapping[object, Callable[[tuple[Any, ...], dict[str, Any]], dict[str, Any]]]] = {
    Union: _any_of,
    types.UnionType: _any_of,
    typing.Literal: _one_of_words,
    tuple: _array,
    FrozenMap: _mapping,
}
