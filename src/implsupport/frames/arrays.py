"""Looking up with numpy: the columns of an eager frame become one number for each row.

Nothing is joined: what the verb says of a profile is taken from a table by its place there.
"""

import functools
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import narwhals.stable.v2 as nw
import numpy as np
import numpy.typing as npt

from implsupport.frames import profiles
from implsupport.frames.columns import Coded, Counts, Words, number, present
from implsupport.frames.plans import Column, Plan, Type
from implsupport.frames.profiles import Table, Value

__all__ = ["attached", "counts", "gathered", "of_another_type"]

_Codes: TypeAlias = npt.NDArray[Any]
_Series: TypeAlias = nw.Series[Any]

_MOST: Final = 1 << 62
"""So many profiles can be told apart by one of numpy's numbers."""

_OF_NO_ROW: Final = 0
"""The digit of a word that stands nowhere, and so is never looked up."""

_BLOCK: Final = 1 << 16
"""So many rows are looked up at once: what is written between fits in a core's cache."""


def of_another_type(frame: nw.DataFrame[Any], name: str) -> Coded:
    """Write a column that is no text as codes.

    Args:
        frame: The frame.
        name: The name of the column.

    Returns:
        One word, its type, where it has a value; and the codes. Of objects it is the types of those
        that are no text, where they are.
    """
    dtype, what = frame.schema[name], str(frame.schema[name])
    is_missing = frame.select(~present(name, dtype)).get_column(name).to_numpy()
    if dtype == nw.Object:
        there = zip(frame.get_column(name).to_list(), is_missing, strict=True)
        types = ["" if gone or isinstance(one, str) else type(one).__name__ for one, gone in there]
        if any(types):
            what, is_missing = ", ".join(sorted({*types} - {""})), np.array(types) == ""
    words = [] if is_missing.all() else [what]
    return words, is_missing.astype(np.int64) * len(words)


def counts(column: Coded, keys: Sequence[str]) -> Counts:
    """Count the words of a column, if there are others than the keys that are expected.

    Args:
        column: Its words and codes.
        keys: The keys.

    Returns:
        The words that occur, and the number of their rows; nothing where all are keys.
    """
    words, codes = column
    if set(words) <= {*keys}:
        return {}
    times = np.bincount(codes[codes >= 0], minlength=len(words))
    return {word: int(rows) for word, rows in zip(words, times, strict=False) if rows}


def attached(
    frame: nw.DataFrame[Any],
    plan: Plan,
    known: Mapping[str, Coded],
    taken: Callable[[_Series, _Codes], _Series],
) -> nw.DataFrame[Any]:
    """Add what a verb says of each row.

    Args:
        frame: The frame.
        plan: The verb, and the columns that it reads.
        known: The words and codes of the columns of words.
        taken: How the engine takes values of a column by place.

    Returns:
        The frame with the results.
    """
    digits = [_digits(frame, column, known) for column in plan.columns]
    table, places = _every(plan, digits) if _pays(frame, plan) else _met(plan, digits)
    return frame.with_columns(
        taken(_series(frame, name, dtype, values), places)
        for name, dtype, values in plan.results(table)
    )


def gathered(values: _Codes, places: _Codes) -> _Codes:
    """Take values by place, so many at once that what numpy writes between stays small.

    Args:
        values: The values.
        places: The place of the value of each row.

    Returns:
        A value for each row.
    """
    found = np.empty(len(places), values.dtype)
    for start in range(0, len(places), _BLOCK):
        block = slice(start, start + _BLOCK)
        found[block] = values.take(places[block])
    return found


def _series(frame: nw.DataFrame[Any], name: str, dtype: Type, values: list[Value]) -> _Series:
    """Make a column of the outcomes; older releases of arrow make categories of text alone."""
    are_categories = isinstance(dtype, nw.Enum) or dtype == nw.Categorical
    plain = nw.String if are_categories else dtype
    return nw.new_series(name, values, plain, backend=frame.implementation).cast(dtype)


_Digits: TypeAlias = tuple[_Codes, _Codes]
"""The digits of a column: one for each of its codes, and the codes."""


def _digits(frame: nw.DataFrame[Any], column: Column, known: Mapping[str, Coded]) -> _Digits:
    """Read a column as digits."""
    if not isinstance(column, Words):
        read = frame.select(column.digit(number).alias("digit"))
        return np.arange(column.base), read.get_column("digit").to_numpy().astype(np.int64)
    words, codes = known[column.name]
    others = counts(known[column.name], [*column.digits])
    there = column.digits.keys() | others.keys()
    digits = [column.digit_of(word) if word in there else _OF_NO_ROW for word in words]
    return np.array([*digits, column.missing]), codes


def _pays(frame: nw.DataFrame[Any], plan: Plan) -> bool:
    """Tell whether to judge every profile, once for all frames, or those of this frame."""
    return plan.has_few and len(frame) >= math.prod(plan.bases)


def _every(plan: Plan, columns: Sequence[_Digits]) -> tuple[Table, _Codes]:
    """Find the place of what the verb says for each row in the table of every profile."""
    table = profiles.every(plan.verb, plan.bases)
    outcomes, rows = _small(table), len(columns[0][1])
    pairs = zip(columns, plan.strides, strict=True)
    worths = [((digits * stride).astype(np.int32), codes) for (digits, codes), stride in pairs]
    places = np.empty(rows, outcomes.dtype)
    for start in range(0, rows, _BLOCK):
        block = slice(start, start + _BLOCK)
        profile = functools.reduce(np.add, (worth.take(codes[block]) for worth, codes in worths))
        places[block] = outcomes.take(profile)
    return table, places


def _met(plan: Plan, columns: Sequence[_Digits]) -> tuple[Table, _Codes]:
    """Judge the profiles that the frame has, and find the place of what the verb says."""
    profile, size = np.zeros(len(columns[0][1]), dtype=np.int64), 1
    for (digits, codes), base in zip(columns, plan.bases, strict=True):
        if size * base > _MOST:  # number the profiles so far from 0 on
            met, profile = np.unique(profile, return_inverse=True)
            size = len(met)
        profile, size = profile * base + digits[codes], size * base
    _, first, inverse = np.unique(profile, return_index=True, return_inverse=True)
    found = zip(*(digits[codes[first]].tolist() for digits, codes in columns), strict=True)
    known = profiles.said(plan.verb) if plan.has_few else {}
    table = profiles.tabulated(plan.verb, found, known)
    return table, _small(table)[inverse]


def _small(table: Table) -> _Codes:
    return np.array(table.places, dtype=np.min_scalar_type(len(table.outcomes)))
