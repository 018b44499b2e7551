"""What Spark does in its own way: it counts and looks up in SQL, and moves no row."""

import importlib
from collections.abc import Mapping, Sequence
from typing import Any, Final

import narwhals.stable.v2 as nw

from implsupport.frames.columns import (
    AnyFrame,
    Asked,
    Counts,
    Native,
    Words,
    free,
    is_text,
    names_of,
)
from implsupport.frames.engines.of_all import Engine, keyed, keys_asked, others_counted, told
from implsupport.frames.plans import Plan, Type

__all__ = ["ENGINE"]


# --- words counted ---


def _counted(frame: AnyFrame, asked: Sequence[Asked]) -> list[Counts]:
    schema, names = frame.collect_schema(), [name for name, *_ in asked]
    if names and all(is_text(schema[name]) for name in names):
        return _counted_at_once(frame.to_native(), names, keys_asked(asked))
    return others_counted(frame, asked)


def _counted_at_once(
    native: Native, names: Sequence[str], keys: Sequence[Sequence[str]]
) -> list[Counts]:
    """Count other words than keys in one pass, for Spark reads its source anew for each column.

    Rows of keys alone, often all, go first. It is written in SQL, for each step that Python asks
    for costs time.
    """
    others = (
        f"CASE WHEN {_quoted(name)} NOT IN ({', '.join(map(_literal, known))}) "
        f"THEN {_quoted(name)} END AS `{place}`"
        for place, (name, known) in enumerate(zip(names, keys, strict=True))
    )
    places = [f"`{place}`" for place in range(len(names))]
    one_by_one = ", ".join(f"{place}, `{place}`" for place in range(len(names)))
    counted = (
        native.selectExpr(*others)
        .filter(f"coalesce({', '.join(places)}, NULL) IS NOT NULL")
        .selectExpr(f"stack({len(names)}, {one_by_one}) AS (place, word)")
        .filter("word IS NOT NULL")
        .groupBy("place", "word")
        .count()
    )
    counts: list[dict[Any, int]] = [{} for _ in names]
    for place, word, rows in counted.collect():
        counts[place][word] = rows
    return [*counts]


# --- looking up ---

_FEW: Final = 127
"""An array of so many outcomes is looked through; of more, a table is joined."""

_SQL: Final[Mapping[Type, str]] = {nw.Boolean: "BOOLEAN", nw.Int64: "BIGINT", nw.String: "STRING"}


def _attached(frame: AnyFrame, plan: Plan) -> AnyFrame:
    """Take the outcome from an array by its place; no row moves."""
    words = plan.words
    if len(words) < len(plan.columns) or not plan.has_few:
        return _broadcast(frame, plan)
    table = plan.look_up(frame).table
    if len(table.outcomes) > _FEW:
        return _broadcast(frame, plan)
    name = free("key", (*names_of(frame), *plan.names))
    functions = importlib.import_module("pyspark.sql.functions")
    key = " + ".join(_worth(*pair) for pair in zip(words, plan.strides, strict=True))
    # One text is planned faster than thousands of numbers, and is split once.
    places = f"cast(split('{','.join(map(str, table.places))}', ',') as array<int>)"
    results = {
        result: functions.array(*map(functions.lit, values)).cast(f"array<{_SQL[dtype]}>")
        for result, dtype, values in plan.results(table)
    }
    found = frame.to_native().withColumn(name, functions.expr(f"{places}[{key}]"))
    taken = {result: values[functions.col(name)] for result, values in results.items()}
    return nw.from_native(found.withColumns(taken).drop(name))


def _worth(column: Words, stride: int) -> str:
    """Say what the digit of each row's word is worth."""
    name = _quoted(column.name)
    cases = [f"WHEN {name} IS NULL THEN {column.missing * stride}"]
    cases += [f"WHEN {name} = {_literal(w)} THEN {d * stride}" for w, d in column.digits.items()]
    cases += [] if column.unread is None else [f"ELSE {column.unread * stride}"]
    return f"CASE {' '.join(cases)} END"


def _broadcast(frame: AnyFrame, plan: Plan) -> AnyFrame:
    """Join a table that every worker gets whole, so that no row moves."""
    with_keys, look_up, name = keyed(frame, plan)
    results = told(plan, look_up)
    fields = [f"{name} {'BIGINT' if look_up.is_full else 'STRING'}"]
    fields += [f"{_quoted(result)} {_SQL[dtype]}" for result, dtype, _ in results]
    rows = [*zip(look_up.keys, *(values for _, _, values in results), strict=True)]
    native = with_keys.to_native()
    created = native.sparkSession.createDataFrame(rows, ", ".join(fields), verifySchema=False)
    table = created.hint("broadcast")
    return nw.from_native(native.join(table, on=name, how="left").drop(name))


# --- names and words in SQL ---


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"


def _literal(word: str) -> str:
    """Write a text in SQL, by its bytes where it is more than letters, for there may be quotes."""
    is_plain = word.replace("-", "").replace(" ", "").isalnum() and word.isascii()
    return f"'{word}'" if is_plain else f"decode(X'{word.encode().hex()}', 'UTF-8')"


ENGINE: Final = Engine(
    counted=_counted,
    attached=_attached,
    is_lazy=True,
    allows_several=True,
    marks=frozenset({".", "`"}),
)
