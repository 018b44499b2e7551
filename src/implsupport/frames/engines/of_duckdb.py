"""What DuckDB does in its own way: it counts keys too, and takes results from lists."""

from collections.abc import Sequence
from typing import Any, Final

import narwhals.stable.v2 as nw

from implsupport.frames import columns
from implsupport.frames.columns import AnyFrame, Asked, Counts, Native
from implsupport.frames.engines.of_all import Engine, keyed, told
from implsupport.frames.plans import LookUp, Plan
from implsupport.frames.profiles import Table

__all__ = ["ENGINE"]


def _counted(frame: AnyFrame, asked: Sequence[Asked]) -> list[Counts]:
    """Count keys as other words, which is faster than leaving them out."""
    return columns.counted(frame, [name for name, *_ in asked])


def _attached(frame: AnyFrame, plan: Plan) -> AnyFrame:
    """Take the outcome from a list by its place, for a join would not keep the order of the rows.

    Where not every profile is in the table there is no such list, and the rows are joined.
    """
    with_keys, look_up, name = keyed(frame, plan)
    duckdb, relation = nw.get_native_namespace(with_keys), with_keys.to_native()
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
    lists = [(name, look_up.keys), *((one, values) for one, _, values in told(plan, look_up))]

    def unnested(values: Sequence[Any]) -> Native:
        return duckdb.FunctionExpression("unnest", duckdb.ConstantExpression([*values]))

    table = nw.from_native(one_row.select(*(unnested(values).alias(one) for one, values in lists)))
    joined = nw.from_native(relation).join(table, on=name, how="left")
    return joined.drop(name).to_native()


ENGINE: Final = Engine(counted=_counted, attached=_attached, is_lazy=True)
