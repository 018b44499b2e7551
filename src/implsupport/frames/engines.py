"""What each engine does in its own way: only here is an engine named.

An eager frame whose engine writes words as codes is looked up with numpy, where numpy is there.
Any other frame gives each row a key, and its engine finds what stands for the key: what is lazy
stays lazy, on its own connection or session.
"""

import importlib.util
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import attrs
import narwhals.stable.v2 as nw
from narwhals.exceptions import DuplicateError

from implsupport.errors import FrameError
from implsupport.frames import columns, findings, plans
from implsupport.frames.columns import (
    AnyFrame,
    Asked,
    Coded,
    Counts,
    Native,
    Words,
    free,
    is_text,
    keys_of,
    names_of,
)
from implsupport.frames.plans import LookUp, Plan, Type
from implsupport.frames.profiles import Table
from implsupport.terms import Gap, Term

__all__ = ["attached", "counted", "opened", "require_readable", "written"]


def opened(df: Native) -> AnyFrame:
    """Take a frame of any engine that the verbs run on.

    Args:
        df: The frame, as its own library knows it.

    Returns:
        The frame for narwhals, lazy or not.

    Raises:
        FrameError: If it is a lazy frame of another engine, or its columns cannot be told apart.
        TypeError: If it is no frame.
    """
    try:
        frame = nw.from_native(df)
    except DuplicateError:
        raise FrameError(findings.several(_names_in(df))) from None
    _require_known(frame)
    if frame.implementation in _ALLOWING_SEVERAL and (found := findings.several(_names_in(df))):
        raise FrameError(found)
    return frame


_ALLOWING_SEVERAL: Final = {nw.Implementation.DASK, nw.Implementation.PYSPARK}
"""Of these narwhals takes frames in which several columns have one name."""


def _require_known(frame: AnyFrame) -> None:
    engine = frame.implementation
    if isinstance(frame, nw.LazyFrame) and engine not in _LAZY:
        known = sorted(one.value for one in _LAZY)
        raise FrameError((findings.unread(engine.value, known),))


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
    if frame.implementation is nw.Implementation.PYSPARK:
        marked = [name for name in names if {".", "`"} & {*name}]
        if marked:
            raise FrameError(tuple(map(findings.marked, marked)))


# --- words as codes: the engines know the distinct words, and the place of each row's word ---


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
    if isinstance(frame, nw.LazyFrame) or frame.implementation not in _CODERS:
        return None
    if importlib.util.find_spec("numpy") is None:
        return None
    keys = {
        name: keys_of(vocabulary, Gap)
        for name, vocabulary in vocabularies.items()
        if is_text(frame.schema[name])
    }
    codes = _CODERS[frame.implementation](frame.to_native(), keys)
    others = {name: _arrays().of_another_type(frame, name) for name in vocabularies.keys() - keys}
    return dict(zip(keys, codes, strict=True)) | others


_FEW: Final = 127
"""So many words have codes of one byte each; wider codes take more memory than their column."""

_SHARED: Final = 4096
"""So many categories are looked through for those of a column."""


def _codes_of_pandas(frame: Native, keys: Mapping[str, Sequence[str]]) -> list[Coded]:
    return [_codes_of_series(frame[name]) for name in keys]


def _codes_of_series(series: Native) -> Coded:
    """Take the codes that pandas has; missing is -1, from the end."""
    if hasattr(series, "cat"):
        return [*series.cat.categories], series.cat.codes.to_numpy()
    codes, words = series.factorize()
    return [*words], codes.astype("int8" if len(words) <= _FEW else "int32")


def _codes_of_polars(frame: Native, keys: Mapping[str, Sequence[str]]) -> list[Coded]:
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
    filled = (codes[name].fill_null(len(known)) for name, known in words.items())
    return [
        (known, column.to_numpy()) for known, column in zip(words.values(), filled, strict=True)
    ]


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
    return codes.cast(polars.UInt8 if len(words) <= _FEW else polars.UInt32)


def _codes_of_arrow(table: Native, keys: Mapping[str, Sequence[str]]) -> list[Coded]:
    return [_codes_of_array(table[name]) for name in keys]


def _codes_of_array(array: Native) -> Coded:
    """Take the words of a dictionary; it may hold nothing as a word, or a word twice."""
    whole = array.dictionary_encode().unify_dictionaries().combine_chunks()
    if whole.dictionary.null_count or len(whole.dictionary.unique()) < len(whole.dictionary):
        whole = whole.dictionary_decode().dictionary_encode()
    words = whole.dictionary.to_pylist()
    codes = whole.indices.fill_null(len(words)).cast("uint8" if len(words) <= _FEW else "int32")
    return words, codes.to_numpy(zero_copy_only=False)


_Coder: TypeAlias = Callable[[Any, Mapping[str, Sequence[str]]], list[Coded]]

_CODERS: Final[Mapping[nw.Implementation, _Coder]] = {
    nw.Implementation.PANDAS: _codes_of_pandas,
    nw.Implementation.POLARS: _codes_of_polars,
    nw.Implementation.PYARROW: _codes_of_arrow,
}


# --- words counted ---


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
    keys = [keys_of(*columns.vocabularies_of(vocabulary, marks)) for _, vocabulary, marks in asked]
    names, engine = [name for name, *_ in asked], frame.implementation
    if codes is not None:
        pairs = zip(names, keys, strict=True)
        return [_arrays().counts(codes[name], expected) for name, expected in pairs]
    if engine is nw.Implementation.DASK:
        return _counted_by_dask(frame.to_native()[[*dict.fromkeys(names)]], asked)
    schema = frame.collect_schema()
    is_spark = engine is nw.Implementation.PYSPARK
    if is_spark and names and all(is_text(schema[name]) for name in names):
        return _counted_by_spark(frame.to_native(), names, keys)
    # DuckDB counts keys faster than it leaves them out, and other engines do not.
    but = () if engine is nw.Implementation.DUCKDB else keys
    return columns.counted(frame, names, but)


def _counted_by_dask(read: Native, asked: Sequence[Asked]) -> list[Counts]:
    """Count the words of each partition, as of the frame of pandas that it is."""
    meta = _counts_of_part(read._meta, asked)  # noqa: SLF001 -- Dask has no other name for it
    parts = read.map_partitions(_counts_of_part, asked, meta=meta).compute()
    counts: list[Counter[Any]] = [Counter() for _ in asked]
    for place, word, rows in nw.from_native(parts, eager_only=True).iter_rows():
        counts[place][word] += rows
    return [*counts]


def _counts_of_part(native: Native, asked: Sequence[Asked]) -> Native:
    """List the place of each column, its words and the number of their rows."""
    frame = nw.from_native(native, eager_only=True)
    codes = written(frame, {name: vocabulary for name, vocabulary, _ in asked})
    told = [
        (place, word, rows)
        for place, words in enumerate(counted(frame, asked, codes))
        for word, rows in words.items()
    ]
    schema = {"place": nw.Int64(), "word": nw.String(), "rows": nw.Int64()}
    listed = {name: [row[place] for row in told] for place, name in enumerate(schema)}
    return nw.from_dict(listed, schema, backend=frame.implementation).to_native()


def _counted_by_spark(
    native: Native, names: Sequence[str], keys: Sequence[Sequence[str]]
) -> list[Counts]:
    """Count other words than keys in one pass, for Spark reads its source anew for each column.

    What is alike in all columns is counted first: where there are only keys, that is nothing. It
    is written in SQL, for each step that Python asks for costs time.
    """
    others = (
        f"CASE WHEN {_quoted(name)} NOT IN ({', '.join(map(_literal, known))}) "
        f"THEN {_quoted(name)} END AS `{place}`"
        for place, (name, known) in enumerate(zip(names, keys, strict=True))
    )
    places = [f"`{place}`" for place in range(len(names))]
    one_by_one = ", ".join(f"{place}, `{place}`" for place in range(len(names)))
    alike = (
        native.selectExpr(*others)
        .filter(f"coalesce({', '.join(places)}, NULL) IS NOT NULL")
        .groupBy(*places)
        .count()
        .selectExpr(f"stack({len(names)}, {one_by_one}) AS (place, word)", "count")
        .filter("word IS NOT NULL")
        .groupBy("place", "word")
        .sum("count")
    )
    counts: list[dict[Any, int]] = [{} for _ in names]
    for place, word, rows in alike.collect():
        counts[place][word] = rows
    return [*counts]


# --- looking up: one function an engine ---


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
    if all(isinstance(column.dtype, nw.Categorical | nw.Enum) for column in plan.columns):
        plan = attrs.evolve(plan, written=_CATEGORIES.get(frame.implementation, plans.as_text))
    words = {column.name: column.vocabulary for column in plan.columns if isinstance(column, Words)}
    codes = known or written(frame, words)
    if codes is None:
        return _LAZY.get(frame.implementation, _replaced)(frame, plan)
    return _arrays().attached(frame, plan, codes)


_CATEGORIES: Final[Mapping[nw.Implementation, Callable[[type[Term]], Type]]] = {
    nw.Implementation.PANDAS: plans.as_ordered_categories,
    nw.Implementation.POLARS: plans.as_ordered_categories,
    nw.Implementation.PYARROW: plans.as_categories,
}


def _arrays() -> Native:
    from implsupport.frames import arrays  # noqa: PLC0415 -- it imports numpy

    return arrays


def _replaced(frame: AnyFrame, plan: Plan) -> AnyFrame:
    """Replace the key by the place of the outcome, and that by each result, row by row."""
    keyed, look_up, name = _keyed(frame, plan)
    places = nw.col(name).replace_strict(
        [*look_up.keys], [*look_up.table.places], default=None, return_dtype=nw.Int64
    )
    results = [
        nw.col(name)
        .replace_strict([*range(len(values))], values, default=None, return_dtype=dtype)
        .alias(result)
        for result, dtype, values in plan.results(look_up.table)
    ]
    return keyed.with_columns(places.alias(name)).with_columns(*results).drop(name)


def _of_polars(frame: AnyFrame, plan: Plan) -> AnyFrame:
    """Gather each result from a series by the key: this can stream, and replacing cannot."""
    if not plan.has_few:
        return _replaced(frame, plan)
    keyed, look_up, name = _keyed(frame, plan)
    polars, key = nw.get_native_namespace(frame), nw.get_native_namespace(frame).col(name)
    words = plan.words
    if len(words) == len(plan.columns):
        worths = [_worth(polars, *pair) for pair in zip(words, plan.strides, strict=True)]
        total: Native = sum(worths)
        keyed = nw.from_native(frame.to_native().with_columns(total.alias(name)))
    results = (
        polars.lit(nw.new_series(result, values, dtype, backend=polars).to_native())
        .gather(key)
        .alias(result)
        for result, dtype, values in _told(plan, look_up)
    )
    return nw.from_native(keyed.to_native().with_columns(*results).drop(name))


def _worth(polars: Native, column: Words, stride: int) -> Native:
    """Say what the digit of each row's word is worth: faster than testing word after word."""
    worths = polars.Series([digit * stride for digit in column.digits.values()])
    found = polars.lit(worths).gather(_as_codes(polars, column.name, [*column.digits]))
    if column.unread is not None:
        found = found.fill_null(column.unread * stride)
    is_missing = polars.col(column.name).is_null()
    return polars.when(is_missing).then(column.missing * stride).otherwise(found)


def _of_duckdb(frame: Native, plan: Plan) -> Native:
    """Take the outcome from a list by its place, for a join would not keep the order of the rows.

    Where not every profile is in the table there is no such list, and the rows are joined.
    """
    keyed, look_up, name = _keyed(frame, plan)
    duckdb, relation = nw.get_native_namespace(keyed), keyed.to_native()
    looked_up = _listed if look_up.is_full else _unnested
    found = nw.from_native(looked_up(duckdb, relation, plan, look_up, name))
    types = zip(plan.names, plan.types, strict=True)
    return found.with_columns(nw.col(result).cast(dtype) for result, dtype in types)


def _listed(duckdb: Native, relation: Native, plan: Plan, look_up: LookUp, name: str) -> Native:
    others = duckdb.StarExpression(exclude=[name])
    place = duckdb.SQLExpression(_place(f'"{name}"', look_up.table))

    def listed(values: Sequence[Any]) -> Native:
        constants = duckdb.ConstantExpression([*values]), duckdb.ColumnExpression(name)
        return duckdb.FunctionExpression("list_extract", *constants)

    results = (listed(values).alias(one) for one, _, values in plan.results(look_up.table))
    return relation.select(others, place.alias(name)).select(others, *results)


def _place(key: str, table: Table) -> str:
    """Read the place, from 1 on, out of a text, for a long list is copied for every few rows."""
    powers = (1,) if len(table.outcomes) <= _DIGITS else (_DIGITS**2, _DIGITS, 1)
    digits = (place // power % _DIGITS for place in table.places for power in powers)
    text = "".join(chr(_ZERO + digit) for digit in digits)
    parts = (
        f"{power} * (ascii(substr('{text}', {len(powers)} * {key} + {at}, 1)) - {_ZERO})"
        for at, power in enumerate(powers, 1)
    )
    return " + ".join(("1", *parts))


_ZERO: Final = ord("0")
_DIGITS: Final = 64
"""So many digits have a character each, none of them a quotation mark."""


def _unnested(duckdb: Native, relation: Native, plan: Plan, look_up: LookUp, name: str) -> Native:
    # A relation of another connection is refused: the table grows out of one row of this one.
    count = duckdb.FunctionExpression("count", duckdb.ConstantExpression(1))
    one_row = relation.limit(0).aggregate([count.alias(name)])
    told = [(name, look_up.keys), *((one, values) for one, _, values in _told(plan, look_up))]

    def unnested(values: Sequence[Any]) -> Native:
        return duckdb.FunctionExpression("unnest", duckdb.ConstantExpression([*values]))

    table = nw.from_native(one_row.select(*(unnested(values).alias(one) for one, values in told)))
    joined = nw.from_native(relation).join(table, on=name, how="left")
    return joined.drop(name).to_native()


def _of_spark(frame: Native, plan: Plan) -> Native:
    """Take the outcome from an array by its place; no row moves."""
    words = plan.words
    if len(words) < len(plan.columns) or not plan.has_few:
        return _broadcast(frame, plan)
    table = plan.look_up(frame).table
    if len(table.outcomes) > _FEW:
        return _broadcast(frame, plan)
    name = free("key", (*names_of(frame), *plan.names))
    functions = importlib.import_module("pyspark.sql.functions")
    key = " + ".join(_worth_in_sql(*pair) for pair in zip(words, plan.strides, strict=True))
    # One text is planned faster than thousands of numbers, and is split once.
    places = f"cast(split('{','.join(map(str, table.places))}', ',') as array<int>)"
    results = {
        result: functions.array(*map(functions.lit, values)).cast(f"array<{_SQL[dtype]}>")
        for result, dtype, values in plan.results(table)
    }
    found = frame.to_native().withColumn(name, functions.expr(f"{places}[{key}]"))
    told = {result: values[functions.col(name)] for result, values in results.items()}
    return nw.from_native(found.withColumns(told).drop(name))


def _worth_in_sql(column: Words, stride: int) -> str:
    """Say what the digit of each row's word is worth."""
    name = _quoted(column.name)
    cases = [f"WHEN {name} IS NULL THEN {column.missing * stride}"]
    cases += [f"WHEN {name} = {_literal(w)} THEN {d * stride}" for w, d in column.digits.items()]
    cases += [] if column.unread is None else [f"ELSE {column.unread * stride}"]
    return f"CASE {' '.join(cases)} END"


def _literal(word: str) -> str:
    """Write a text in SQL, by its bytes where it is more than letters, for there may be quotes."""
    is_plain = word.replace("-", "").replace(" ", "").isalnum() and word.isascii()
    return f"'{word}'" if is_plain else f"decode(X'{word.encode().hex()}', 'UTF-8')"


def _broadcast(frame: AnyFrame, plan: Plan) -> Native:
    """Join a table that every worker gets whole, so that no row moves."""
    keyed, look_up, name = _keyed(frame, plan)
    told = _told(plan, look_up)
    fields = [f"{name} {'BIGINT' if look_up.is_full else 'STRING'}"]
    fields += [f"{_quoted(result)} {_SQL[dtype]}" for result, dtype, _ in told]
    rows = [*zip(look_up.keys, *(values for _, _, values in told), strict=True)]
    native = keyed.to_native()
    created = native.sparkSession.createDataFrame(rows, ", ".join(fields), verifySchema=False)
    table = created.hint("broadcast")
    return nw.from_native(native.join(table, on=name, how="left").drop(name))


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"


def _of_dask(frame: Native, plan: Plan) -> Native:
    """Treat each partition of the columns that are read as the frame of pandas that it is."""
    native = frame.to_native()
    read = native[[*dict.fromkeys(column.name for column in plan.columns)]]
    meta = _part(read._meta, plan)  # noqa: SLF001 -- see above
    results = read.map_partitions(_part, plan, meta=meta)
    return nw.from_native(native.assign(**{name: results[name] for name in plan.names}))


def _part(native: Native, plan: Plan) -> Native:
    return attached(nw.from_native(native), plan).select(*plan.names).to_native()


_LAZY: Final[Mapping[nw.Implementation, Callable[[Any, Plan], Any]]] = {
    nw.Implementation.DASK: _of_dask,
    nw.Implementation.DUCKDB: _of_duckdb,
    nw.Implementation.POLARS: _of_polars,
    nw.Implementation.PYSPARK: _of_spark,
}

_SQL: Final[Mapping[Type, str]] = {nw.Boolean: "BOOLEAN", nw.Int64: "BIGINT", nw.String: "STRING"}


def _keyed(frame: AnyFrame, plan: Plan) -> tuple[AnyFrame, LookUp, str]:
    """Add the key of the look-up to each row, under a name that is free."""
    look_up, name = plan.look_up(frame), free("key", (*names_of(frame), *plan.names))
    return frame.with_columns(look_up.key.alias(name)), look_up, name


def _told(plan: Plan, look_up: LookUp) -> list[tuple[str, Type, list[Any]]]:
    """List the name and the type of each result, and its values profile by profile."""
    places, results = look_up.table.places, plan.results(look_up.table)
    return [(name, dtype, [values[place] for place in places]) for name, dtype, values in results]
