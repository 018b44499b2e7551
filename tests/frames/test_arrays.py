"""Looking up with numpy."""

import importlib
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import narwhals.stable.v2 as nw
import pytest

from implsupport import matland
from implsupport.errors import FrameError
from implsupport.frames import arrays, columns, engines, profiles
from implsupport.frames.columns import Coded
from implsupport.frames.engines import of_all
from implsupport.frames.findings import Findings
from implsupport.frames.plans import Plan
from implsupport.terms import Gap

numpy: Any = importlib.import_module("numpy")
pandas: Any = importlib.import_module("pandas")

Native: TypeAlias = Any
"""A frame as its own library knows it."""

Make: TypeAlias = Callable[[Mapping[str, Sequence[object]]], Native]
Rows: TypeAlias = Callable[..., list[tuple[object, ...]]]

VERB: Final = profiles.classifying(matland.MATLAND)
AXES: Final = {"a": matland.Ambiguity, "c": matland.Conflict}


def written(frame: nw.DataFrame[Any]) -> dict[str, Coded]:
    """Write the two axes of a frame as codes."""
    return engines.written(frame, AXES) or {}


def planned(frame: nw.DataFrame[Any]) -> Plan:
    """Read the two axes of a frame."""
    codes = written(frame)
    read = (
        columns.read(
            name,
            frame.schema[name],
            axis,
            marks,
            arrays.counts(codes[name], columns.keys_of(axis, Gap)),
            Findings(),
        )
        for (name, axis), marks in zip(AXES.items(), VERB.marks, strict=True)
    )
    return Plan(VERB, tuple(read), ("kind",))


def test_only_words_that_are_no_keys_are_counted(make_eager: Make) -> None:
    """Keys are known, and how often they occur is not asked."""
    frame = nw.from_native(make_eager({"a": ["High", None, "high", "High"], "c": ["low"] * 4}))
    keys, codes = columns.keys_of(matland.Conflict, Gap), written(frame)

    assert arrays.counts(codes["a"], keys) == {"High": 2, "high": 1}
    assert arrays.counts(codes["c"], keys) == {}


@pytest.mark.parametrize("times", [1, 5])
def test_few_rows_and_many_are_looked_up_alike(make_eager: Make, rows: Rows, times: int) -> None:
    """In the table of every profile, or in one of those that the frame has."""
    frame = nw.from_native(make_eager({"a": ["high", None] * times, "c": ["low", "low"] * times}))
    found = arrays.attached(frame, planned(frame), written(frame), of_all.taken)

    assert rows(found.to_native(), "kind") == [("experimental",), (None,)] * times


def test_a_word_that_was_not_met_is_refused() -> None:
    """As in a partition that has changed since its words were read."""
    plan = planned(nw.from_native(pandas.DataFrame({"a": ["high"], "c": ["low"]})))
    later = nw.from_native(pandas.DataFrame({"a": ["new"], "c": ["low"]}))
    codes = written(later)

    with pytest.raises(FrameError, match="'new' in 1 row is not a term of Ambiguity"):
        arrays.attached(later, plan, codes, of_all.taken)


def test_a_column_that_is_no_text_has_its_type_for_a_word(make_eager: Make) -> None:
    """Where it has a value; NaN is none."""
    given = {"n": [1.5, None, math.nan], "nothing": [math.nan, None, None]}
    frame = nw.from_native(make_eager(given), eager_only=True)
    words, codes = arrays.of_another_type(frame, "n")

    assert (words, codes.tolist()) == (["Float64"], [0, 1, 1])
    assert arrays.of_another_type(frame, "nothing")[0] == []


@pytest.mark.parametrize("rows", [0, 1, 65_536, 65_537, 200_000])
def test_values_are_taken_by_place_over_all_blocks(rows: int) -> None:
    """A block that is full, one that is not, and none."""
    values = numpy.array([3, 1, 2], dtype="int8")
    places = numpy.arange(rows, dtype="uint8") % 3
    found = arrays.gathered(values, places)

    assert (found.dtype.name, len(found)) == ("int8", rows)
    assert (found == values[places]).all()
