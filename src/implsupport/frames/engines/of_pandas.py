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
    values = _gathered(native, places)
    return nw.from_native(type(native)(values, name=native.name, copy=False), series_only=True)


def _gathered(series: Native, places: Native) -> Native:
    """Take values by place; pandas would write each place, of one byte, in eight."""
    import numpy as np  # noqa: PLC0415 -- those who have no pandas may have none

    from implsupport.frames import arrays  # noqa: PLC0415 -- it imports numpy

    values = series.array
    if hasattr(series, "cat"):
        kind: Native = values.__class__
        return kind.from_codes(arrays.gathered(values.codes, places), dtype=values.dtype)
    if isinstance(series.dtype, np.dtype):
        return arrays.gathered(np.asarray(values), places)
    return values.take(places)


ENGINE: Final = Engine(coded=_coded, taken=_taken, categories=plans.as_ordered_categories)
