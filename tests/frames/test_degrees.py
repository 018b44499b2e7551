"""Columns of degrees."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import narwhals.stable.v2 as nw
import pytest

from implsupport.frames import columns
from implsupport.frames.degrees import Degrees

Native: TypeAlias = Any
"""A frame as its own library knows it."""

Columns: TypeAlias = Mapping[str, Sequence[object]]
Make: TypeAlias = Callable[[Columns], Native]
Rows: TypeAlias = Callable[..., list[tuple[object, ...]]]

GIVEN: Columns = {"id": [0, 1, 2, 3, 4, 5], "a": [0.25, 0.5, 1.0, None, float("nan"), 1.5]}


@pytest.mark.parametrize(("has_unread", "last"), [(False, None), (True, 4)])
def test_a_degree_is_read_as_its_side(
    make_lazy: Make, rows: Rows, last: int | None, *, has_unread: bool
) -> None:
    """Below, on, above, missing, and, where that is recorded, no degree."""
    frame = nw.from_native(make_lazy(GIVEN))
    column = Degrees("a", frame.collect_schema()["a"], has_unread=has_unread)
    digits = frame.select("id", digit=column.digit(columns.number))
    read = sorted(rows(digits.to_native(), "id", "digit"))

    assert column.base == 4 + has_unread
    assert [digit for _, digit in read] == [0, 1, 2, 3, 3, last]


def test_zero_has_no_sign(make_eager: Make) -> None:
    """A degree of minus nothing is none."""
    frame = nw.from_native(make_eager({"a": [-0.0, 0.5]}), eager_only=True)
    column = Degrees("a", frame.schema["a"])

    assert repr(frame.select(degree=column.degree).rows()[0]) == "(0.0,)"
