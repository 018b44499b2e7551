"""Results as plain values."""

from typing import Literal

import attrs
import jsonschema

from implsupport import governance, matland, success
from implsupport.appraisal.plain import plain, schema_of
from implsupport.terms import FrozenMap


@attrs.frozen
class Inner:
    """A class within another."""

    number: float | None


@attrs.frozen
class Nested:
    """One field of each shape."""

    inner: Inner
    kind: matland.Implementation
    shares: FrozenMap[matland.Implementation, float]
    cells: FrozenMap[tuple[governance.Locus, governance.Level], tuple[str, ...]]
    pair: tuple[str, int]
    status: Literal["a", "b"]
    _private: int = 0


NESTED = Nested(
    Inner(None),
    matland.Implementation.POLITICAL,
    FrozenMap({matland.Implementation.POLITICAL: 0.5}),
    FrozenMap({(governance.Locus.SYSTEM, governance.Level.DIRECTIVE): ("one",)}),
    ("two", 3),
    "a",
)


def test_terms_become_keys_and_cells_become_pairs() -> None:
    """Every shape has its plain form; what is private is left out."""
    assert plain(NESTED) == {
        "inner": {"number": None},
        "kind": "political",
        "shares": {"political": 0.5},
        "cells": [{"cell": ["system", "directive"], "value": ["one"]}],
        "pair": ["two", 3],
        "status": "a",
    }


def test_the_schema_fits_what_plain_gives() -> None:
    """Field by field, with a definition for the class within."""
    values = {"schema": "nested/1", **plain(NESTED)}

    jsonschema.validate(values, schema_of(Nested, "nested/1"), jsonschema.Draft202012Validator)

    assert set(values) == set(schema_of(Nested, "nested/1")["required"])


def test_a_card_gives_what_a_reader_would_work_out() -> None:
    """Lowest, highest, tally and gaps stand beside the profile."""
    card = success.score({"clarity": "relative-success"}, partial=True)

    assert {name: plain(card)[name] for name in ("rubric", "lowest", "highest", "tally")} == {
        "rubric": "success",
        "lowest": "relative-success",
        "highest": "relative-success",
        "tally": {"relative-failure": 0, "conflicted-attainment": 0, "relative-success": 1},
    }
