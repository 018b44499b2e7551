"""What polars does in its own way: it writes words as codes, and a lazy frame gathers results."""

from collections.abc import Sequence
from typing import Final

import narwhals.stable.v2 as nw

from implsupport.frames import plans
from implsupport.frames.columns import AnyFrame, Coded, Native, Words
from implsupport.frames.engines.of_all import FEW_WORDS, Engine, Keys, keyed, replaced, told
from implsupport.frames.plans import Plan

__all__ = ["ENGINE"]


# --- words as codes ---

_SHARED: Final = 4096
"""So many categories are looked through for those of a column."""


def _coded(frame: Native, keys: Keys) -> list[Coded]:
    """Take the categories that it has, or else the keys, and where there are others, its words."""
    polars = nw.get_native_namespace(frame)
    there = {name: _categories_of(frame[name]) for name in keys}
    words = {name: there[name] or [*known] for name, known in keys.items()}
    given = frame.select(*words)
    codes = given.select(
        _of_categories(polars, name, known) if there[name] else _as_codes(polars, name, known)
        for name, known in words.items()
    )
    for name, known in words.items():
        if codes[name].null_count() > given[name].null_count():
            known[:] = given[name].cast(polars.String).unique().drop_nulls().to_list()
            codes = codes.with_columns(given.select(_as_codes(polars, name, known)))
    filled = codes.select(
        polars.col(name).fill_null(len(known)) for name, known in words.items()
    )  # all at once, for polars uses every core
    return [(known, filled[name].to_numpy()) for name, known in words.items()]


def _categories_of(series: Native) -> list[str]:
    """List all categories, those of no row too, if each code is the place of its own.

    An enumeration has its own list. Other categories share one for the whole process, which may be
    long, and which older releases do not tell.
    """
    known: Native = getattr(series.dtype, "categories", None)
    listed = known.to_series() if hasattr(known, "to_series") else known
    is_told = hasattr(listed, "to_list") and len(listed) <= _SHARED
    return listed.to_list() if is_told else []


def _of_categories(polars: Native, name: str, words: Sequence[str]) -> Native:
    return _narrow(polars, polars.col(name).to_physical(), words)


def _as_codes(polars: Native, name: str, words: Sequence[str]) -> Native:
    categories = polars.col(name).cast(polars.Enum(words), strict=False)
    return _narrow(polars, categories.to_physical(), words)


def _narrow(polars: Native, codes: Native, words: Sequence[str]) -> Native:
    return codes.cast(polars.UInt8 if len(words) <= FEW_WORDS else polars.UInt32)


# --- looking up ---


def _attached(frame: AnyFrame, plan: Plan) -> AnyFrame:
    """Gather each result from a series by the key: this can stream, and replacing cannot."""
    if not plan.has_few:
        return replaced(frame, plan)
    with_keys, look_up, name = keyed(frame, plan)
    polars, key = nw.get_native_namespace(frame), nw.get_native_namespace(frame).col(name)
    words = plan.words
    if len(words) == len(plan.columns):
        worths = [_worth(polars, *pair) for pair in zip(words, plan.strides, strict=True)]
        total: Native = sum(worths)
        with_keys = nw.from_native(frame.to_native().with_columns(total.alias(name)))
    results = (
        polars.lit(nw.new_series(result, values, dtype, backend=polars).to_native())
        .gather(key)
        .alias(result)
        for result, dtype, values in told(plan, look_up)
    )
    return nw.from_native(with_keys.to_native().with_columns(*results).drop(name))


def _worth(polars: Native, column: Words, stride: int) -> Native:
    """Say what the digit of each row's word is worth: faster than testing word after word."""
    worths = polars.Series([digit * stride for digit in column.digits.values()])
    found = polars.lit(worths).gather(_as_codes(polars, column.name, [*column.digits]))
    if column.unread is not None:
        found = found.fill_null(column.unread * stride)
    is_missing = polars.col(column.name).is_null()
    return polars.when(is_missing).then(column.missing * stride).otherwise(found)


ENGINE: Final = Engine(
    coded=_coded, attached=_attached, categories=plans.as_ordered_categories, is_lazy=True
)
