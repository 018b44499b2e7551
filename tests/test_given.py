"""What callers hand in: single values of array libraries, and what is not of the kind asked for."""

from typing import Any, TypeAlias

import numpy as np
import pytest

from implsupport.errors import FrameworkError, UnknownTermError
from implsupport.given import (
    called,
    misfits,
    no_cell,
    number,
    plain,
    require_each,
    require_mapping,
)
from implsupport.terms import FrozenMap, Gap

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (np.True_, True),
        (np.int64(3), 3),
        (np.float32(0.5), 0.5),
        (np.float64(0.25), 0.25),
        (np.array(7), 7),
    ],
)
def test_a_single_value_of_numpy_is_taken_as_pythons_own(given: Wrong, value: object) -> None:
    """A truth value stays one, and a whole number stays whole."""
    taken = plain(given)

    assert taken == value
    assert type(taken) is type(value)


@pytest.mark.parametrize("given", ["high", None, Gap.NOT_STATED, (1,), np.array([1, 2])])
def test_anything_else_is_taken_as_it_is(given: Wrong) -> None:
    """Several values of numpy too: nothing says which one is meant."""
    assert plain(given) is given


@pytest.mark.parametrize(
    ("given", "value"),
    [(0, 0), (0.5, 0.5), (np.int8(100), 100), (np.float16(0.5), 0.5), (np.array(2.5), 2.5)],
)
def test_a_number_is_read_as_pythons_own(given: Wrong, value: float) -> None:
    """Its arithmetic is Python's: a narrow whole number does not overflow."""
    assert number(given) == value
    assert type(number(given)) is type(value)


@pytest.mark.parametrize("given", [True, np.True_, "3", None, 1j, np.array([1, 2])])
def test_what_is_no_number_is_not_read(given: Wrong) -> None:
    """A truth value is none, whoever holds it."""
    assert number(given) is None


def test_a_thing_without_a_key_is_called_by_what_it_is() -> None:
    """So that its error says what is meant."""
    assert called("success", "rubric") == "success"
    assert called(["success"], "rubric") == "rubric"


def test_every_part_that_is_not_what_it_must_be_is_named() -> None:
    """In the order of the parts; what is well says nothing."""
    found = misfits(
        {"title": 3, "key": "crops", "cells": [1]},
        {
            "key": ("text", lambda given: isinstance(given, str)),
            "title": ("text", lambda given: isinstance(given, str)),
            "cells": ("a mapping", lambda given: isinstance(given, dict)),
        },
    )

    assert found == ["its title must be text, not 3", "its cells must be a mapping, not [1]"]


def test_what_is_no_pair_is_no_cell() -> None:
    """With the way out, where one is known."""
    error = no_cell("clarity", "success", "read a whole row with row(...)")

    assert isinstance(error, UnknownTermError)
    assert str(error) == (
        "'clarity' is not a cell of success; expected a pair of row and column; read a whole row "
        "with row(...)"
    )


def test_every_thing_of_another_class_is_named() -> None:
    """With how to make one of the class asked for."""
    things: list[Wrong] = [FrozenMap({"a": 1}), {}, None]
    with pytest.raises(FrameworkError) as caught:
        require_each(FrozenMap, things, "read", "freeze it")

    assert caught.value.framework == "read"
    assert caught.value.problems == (
        "{} is not a frozenmap; freeze it",
        "None is not a frozenmap; freeze it",
    )


def test_what_is_no_mapping_is_refused() -> None:
    """A list says nothing of which is which; any mapping will do."""
    require_mapping(FrozenMap({"a": 1}), "read", "cases to cards")
    with pytest.raises(FrameworkError) as caught:
        require_mapping(["a"], "read", "cases to cards")

    assert str(caught.value) == "'read' cannot be used: ['a'] is not a mapping of cases to cards"
