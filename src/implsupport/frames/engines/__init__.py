"""What the verbs ask of an engine: only here is an engine named.

What one engine does in its own way stands in the module of its name, and what holds for all in
`of_all`. An eager frame whose engine writes words as codes is looked up with numpy, where numpy is
there. Any other frame gives each row a key, and its engine finds what stands for the key: what is
lazy stays lazy, on its own connection or session.
"""

import importlib.util
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs
import narwhals.stable.v2 as nw
from narwhals.exceptions import DuplicateError

from implsupport.errors import FrameError
from implsupport.frames import findings
from implsupport.frames.columns import (
    AnyFrame,
    Asked,
    Coded,
    Counts,
    Native,
    Words,
    is_text,
    keys_of,
)
from implsupport.frames.engines import (
    of_arrow,
    of_dask,
    of_duckdb,
    of_pandas,
    of_polars,
    of_spark,
)
from implsupport.frames.engines.of_all import Engine, keys_asked
from implsupport.frames.plans import Plan
from implsupport.terms import Gap, Term

__all__ = ["attached", "counted", "opened", "require_readable", "written"]


def opened(df: Native) -> AnyFrame:
    """Take a frame of any engine that the verbs run on.

    Args:
        df: The frame, as its own library knows it.

    Returns:
        The frame for narwhals, lazy or not.

    Raises:
        FrameError: If it is no frame, or a lazy one of another engine, or its columns cannot be
            told apart.
    """
    try:
        frame = nw.from_native(df)
    except DuplicateError:
        raise FrameError(findings.several(_names_in(df))) from None
    except TypeError:
        raise FrameError((findings.no_frame(df, _LIBRARIES),)) from None
    _require_known(frame)
    if _engine_of(frame).allows_several and (found := findings.several(_names_in(df))):
        raise FrameError(found)
    return frame


def _require_known(frame: AnyFrame) -> None:
    if isinstance(frame, nw.LazyFrame) and not _engine_of(frame).is_lazy:
        known = sorted(name.value for name, engine in _ENGINES.items() if engine.is_lazy)
        raise FrameError((findings.unread(frame.implementation.value, known),))


def _names_in(df: Native) -> list[str]:
    """List the names of columns where narwhals does not; in arrow they are not `columns`."""
    return list(getattr(df, "column_names", df.columns))


def require_readable(frame: AnyFrame, names: Iterable[str]) -> None:
    """Refuse columns that an engine cannot be asked for by their names.

    Args:
        frame: The frame.
        names: The names of the columns that are read.

    Raises:
        FrameError: If some have a dot or a backtick, and the engine is Spark.
    """
    marks = _engine_of(frame).marks
    if marked := [one for one in names if isinstance(one, str) and not marks.isdisjoint(one)]:  # pyright: ignore[reportUnnecessaryIsInstance] -- a user may give anything
        raise FrameError(tuple(map(findings.marked, marked)))


def written(frame: AnyFrame, vocabularies: Mapping[str, type[Term]]) -> dict[str, Coded] | None:
    """Write columns of words as codes.

    Args:
        frame: The frame.
        vocabularies: The name of each column to the vocabulary of its words.

    Returns:
        Each name to its words and codes, or None where they cannot be written: the frame is
        lazy, its engine does not know how, or there is no numpy. There may be words of no row. A
        column that is no text has one word, its type, where it has a value.
    """
    coded = _engine_of(frame).coded
    if coded is None or isinstance(frame, nw.LazyFrame) or not importlib.util.find_spec("numpy"):
        return None
    keys = {
        name: keys_of(vocabulary, Gap)
        for name, vocabulary in vocabularies.items()
        if is_text(frame.schema[name])
    }
    codes = coded(frame.to_native(), keys)
    others = {name: _arrays().of_another_type(frame, name) for name in vocabularies.keys() - keys}
    return dict(zip(keys, codes, strict=True)) | others


def counted(
    frame: AnyFrame, asked: Sequence[Asked], codes: Mapping[str, Coded] | None = None
) -> list[Counts]:
    """Count the distinct words of columns, all in one aggregate.

    Args:
        frame: The frame.
        asked: The columns.
        codes: Their words and codes, where they could be written.

    Returns:
        For each column its words and the number of their rows; keys may be left out. A column
        that is no text has one word, its type, if it has any value.
    """
    if codes is None:
        return _engine_of(frame).counted(frame, asked)
    pairs = zip(asked, keys_asked(asked), strict=True)
    return [_arrays().counts(codes[name], keys) for (name, *_), keys in pairs]


def attached(frame: AnyFrame, plan: Plan, known: Mapping[str, Coded] | None = None) -> AnyFrame:
    """Add what a verb says of each row.

    Args:
        frame: The frame.
        plan: The verb, and the columns that it reads.
        known: The words and codes of its columns, where they were written already.

    Returns:
        The frame with the results; lazy if it was lazy. Keys are text, or categories where every
        column that is read is of categories and the engine has them without a type of their own.
    """
    engine = _engine_of(frame)
    if all(isinstance(column.dtype, nw.Categorical | nw.Enum) for column in plan.columns):
        plan = attrs.evolve(plan, written=engine.categories)
    words = {column.name: column.vocabulary for column in plan.columns if isinstance(column, Words)}
    codes = known or written(frame, words)
    if codes is None:
        return engine.attached(frame, plan)
    return _arrays().attached(frame, plan, codes, engine.taken)


def _arrays() -> Native:
    from implsupport.frames import arrays  # noqa: PLC0415 -- it imports numpy

    return arrays


# --- the engines ---


def _written_and_counted(frame: AnyFrame, asked: Sequence[Asked]) -> list[Counts]:
    codes = written(frame, {name: vocabulary for name, vocabulary, _ in asked})
    return counted(frame, asked, codes)


_ENGINES: Final[Mapping[nw.Implementation, Engine]] = {
    nw.Implementation.DASK: of_dask.engine(_written_and_counted, attached),
    nw.Implementation.DUCKDB: of_duckdb.ENGINE,
    nw.Implementation.PANDAS: of_pandas.ENGINE,
    nw.Implementation.POLARS: of_polars.ENGINE,
    nw.Implementation.PYARROW: of_arrow.ENGINE,
    nw.Implementation.PYSPARK: of_spark.ENGINE,
}

_LIBRARIES: Final = ("pandas", "polars", "pyarrow", "DuckDB", "Dask", "PySpark")

_ANY_OTHER: Final = Engine()


def _engine_of(frame: AnyFrame) -> Engine:
    return _ENGINES.get(frame.implementation, _ANY_OTHER)
