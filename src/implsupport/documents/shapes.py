"""What the fields of a study take, read off the schema of its records: text or numbers.

The files of people and spreadsheets hold nothing but text. A field that takes numbers makes one
of the text written there; any other keeps what it says, be it *no*, *on*, *1.10* or *010*.
"""

import math
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import attrs

from implsupport.records import Study
from implsupport.terms import FrozenMap

__all__ = ["Shape", "number_or_text", "study_shape"]

# The numbers of JSON, at most as long as a float needs them to be.
_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]*)(?P<part>\.[0-9]+)?(?P<power>[eE][+-]?[0-9]+)?")
_LONGEST: Final = 40


@attrs.frozen
class Shape:
    """What a part of a study takes.

    Attributes:
        number: Whether it takes a number.
        null: Whether it may be None.
        fields: The shapes of its fields, if it is a record.
        each: The shape of its items or values, if it is a list or a mapping; else None.
    """

    number: bool = False
    null: bool = False
    fields: Mapping[str, "Shape"] = FrozenMap[str, "Shape"]()
    each: "Shape | None" = None

    def of(self, step: int | str) -> "Shape":
        """Give the shape of a part; what it does not know takes text.

        Args:
            step: The name of a field, a word of a mapping, or a number in a list.

        >>> study_shape().of("policies").of(0).of("year").number
        True
        """
        return self.each or self.fields.get(str(step), _TEXT)


_TEXT: Final = Shape()


@cache
def study_shape() -> Shape:
    """Give the shape of a study.

    >>> study_shape().of("title").number
    False
    """
    schema = Study.model_json_schema()
    return _shape(schema, schema["$defs"])


def _shape(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Shape:
    if "$ref" in schema:
        return _shape(defs[schema["$ref"].rpartition("/")[2]], defs)
    ways = schema.get("anyOf", [schema])
    fields = {name: _shape(part, defs) for name, part in schema.get("properties", {}).items()}
    each = schema.get("items") or schema.get("additionalProperties")
    return Shape(
        number=any(way.get("type") in {"integer", "number"} for way in ways),
        null=any(way.get("type") == "null" for way in ways),
        fields=FrozenMap(fields),
        each=_shape(each, defs) if each else None,
    )


def number_or_text(text: str) -> int | float | str:
    """Make a number of text that is one, written as JSON writes numbers.

    Args:
        text: What stands in a field that takes numbers.

    Returns:
        The number; the text itself if it is none, longer than 40 characters or infinite.

    >>> number_or_text("2014"), number_or_text("0.70"), number_or_text("010")
    (2014, 0.7, '010')
    """
    found = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        return text
    number = float(text) if found["part"] or found["power"] else int(text)
    return number if math.isfinite(number) else text
