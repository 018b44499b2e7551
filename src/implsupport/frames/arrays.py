"""Looking up with numpy: the columns of an eager frame become one number for each row.

Nothing is joined: what the verb says of a profile is taken from a table by its place there.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import narwhals.stable.v2 as nw
import numpy as np
import numpy.typing as npt

from implsupport.frames import profiles
from implsupport.frames.columns import Coded, Counts, Words, number, present
from implsupport.frames.plans import Column, Plan
from implsupport.frames.profiles import Table

__all__ = ["attached", "counts", "of_another_type"]

_Codes: TypeAlias = npt.NDArray[Any]

_MOST: Final = 1 << 62
"""So many profiles can be told apart by one of numpy's numbers."""


def of_another_type(frame: nw.DataFrame[Any], name: str) -> Coded:
    """Write a column that is no text as codes.

    Args:
        frame: The frame.
        name: The name of the column.

    Returns:
        One word, its type, where it has a value; and the codes.
    """
    dtype = frame.schema[name]
    is_missing = frame.select(~present(name, dtype)).get_column(name).to_numpy()
    words = [] if is_missing.all() else [str(dtype)]
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


def attached(frame: nw.DataFrame[Any], plan: Plan, known: Mapping[str, Coded]) -> nw.DataFrame[Any]:
    """Add what a verb says of each row.

    Args:
        frame: The frame.
        plan: The verb, and the columns that it reads.
        known: The words and codes of the columns of words.

    Returns:
        The frame with the results.
    """
    digits = [_digits(frame, column, known) for column in plan.columns]
    table, places = _every(plan, digits) if _pays(frame, plan) else _met(plan, digits)
    series = (
        nw.new_series(name, values, dtype, backend=frame.implementation)[places]
        for name, dtype, values in plan.results(table)
    )
    return frame.with_columns(*series)


_Digits: TypeAlias = tuple[_Codes, _Codes]
"""The digits of a column: one for each of its codes, and the codes."""


def _digits(frame: nw.DataFrame[Any], column: Column, known: Mapping[str, Coded]) -> _Digits:
    """Read a column as digits."""
    if not isinstance(column, Words):
        read = frame.select(column.digit(number).alias("digit"))
        return np.arange(column.base), read.get_column("digit").to_numpy().astype(np.int64)
    words, codes = known[column.name]
    return np.array([*map(column.digit_of, words), column.missing]), codes


def _pays(frame: nw.DataFrame[Any], plan: Plan) -> bool:
    """Tell whether to judge every profile, once for all frames, or those of this frame."""
    return plan.has_few and len(frame) >= math.prod(plan.bases)


def _every(plan: Plan, columns: Sequence[_Digits]) -> tuple[Table, _Codes]:
    """Find the place of what the verb says for each row in the table of every profile."""
    profile = np.zeros(len(columns[0][1]), dtype=np.int32)
    for (digits, codes), stride in zip(columns, plan.strides, strict=True):
        profile += (digits * stride).astype(np.int32).take(codes)
    table = profiles.every(plan.verb, plan.bases)
    return table, _small(table)[profile]


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
    table = profiles.tabulated(plan.verb, found)
    return table, _small(table)[inverse]


def _small(table: Table) -> _Codes:
    return np.array(table.places, dtype=np.min_scalar_type(len(table.outcomes)))
