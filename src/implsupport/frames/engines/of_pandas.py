"""What pandas does in its own way: it writes words as codes, and takes values by place."""

from typing import Any, Final

import narwhals.stable.v2 as nw

from implsupport.frames import plans
from implsupport.frames.columns import Coded, Native
from implsupport.frames.engines.of_all import FEW_WORDS, Engine, Keys

__all__ = ["ENGINE"]


def _coded(frame: Native, keys: Keys) -> list[Coded]:
    return [_coded_series(frame[name]) for name in keys]


def _coded_series(series: Native) -> Coded:
    """Take the codes that pandas has; missing is -1, from the end."""
    if hasattr(series, "cat"):
        return [*series.cat.categories], series.array.codes
    codes, words = series.factorize()
    return [*words], codes.astype("int8" if len(words) <= FEW_WORDS else "int32")


def _taken(series: nw.Series[Any], places: Native) -> nw.Series[Any]:
    """Take values without their index, which would be a number a row."""
    native = series.to_native()
    values = native.array.take(places)
    return nw.from_native(type(native)(values, name=native.name, copy=False), series_only=True)


ENGINE: Final = Engine(coded=_coded, taken=_taken, categories=plans.as_ordered_categories)
