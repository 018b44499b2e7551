"""What Dask does in its own way: it treats each partition as the frame of pandas that it is."""

import functools
from collections import Counter
from collections.abc import Sequence
from typing import Any

import narwhals.stable.v2 as nw

from implsupport.frames.columns import AnyFrame, Asked, Counts, Native
from implsupport.frames.engines.of_all import Attach, Count, Engine
from implsupport.frames.plans import Plan

__all__ = ["engine"]


def engine(counted: Count, attached: Attach) -> Engine:
    """Say what Dask does.

    Args:
        counted: How the words of one partition are counted.
        attached: How what a verb says of each row of one partition is added.

    Returns:
        The engine. Both have to be functions of a module, for workers find them by their names.
    """
    return Engine(
        counted=functools.partial(_counted, counted),
        attached=functools.partial(_attached, attached),
        is_lazy=True,
        allows_several=True,
    )


def _counted(count: Count, frame: AnyFrame, asked: Sequence[Asked]) -> list[Counts]:
    """Count the words of each partition, and add them up."""
    read = frame.to_native()[[*dict.fromkeys(name for name, *_ in asked)]]
    meta = _counts_of_part(read._meta, asked, count)  # noqa: SLF001 -- it has no other name
    parts = read.map_partitions(_counts_of_part, asked, count, meta=meta).compute()
    counts: list[Counter[Any]] = [Counter() for _ in asked]
    for place, word, rows in nw.from_native(parts, eager_only=True).iter_rows():
        counts[place][word] += rows
    return [*counts]


def _counts_of_part(native: Native, asked: Sequence[Asked], count: Count) -> Native:
    """List the place of each column, its words and the number of their rows."""
    frame = nw.from_native(native, eager_only=True)
    told = [
        (place, word, rows)
        for place, words in enumerate(count(frame, asked))
        for word, rows in words.items()
    ]
    schema = {"place": nw.Int64(), "word": nw.String(), "rows": nw.Int64()}
    listed = {name: [row[place] for row in told] for place, name in enumerate(schema)}
    return nw.from_dict(listed, schema, backend=frame.implementation).to_native()


def _attached(attach: Attach, frame: AnyFrame, plan: Plan) -> AnyFrame:
    """Look up in each partition of the columns that are read; the others stay as they are."""
    native = frame.to_native()
    read = native[[*dict.fromkeys(column.name for column in plan.columns)]]
    meta = _results_of_part(read._meta, plan, attach)  # noqa: SLF001 -- see above
    results = read.map_partitions(_results_of_part, plan, attach, meta=meta)
    return nw.from_native(native.assign(**{name: results[name] for name in plan.names}))


def _results_of_part(native: Native, plan: Plan, attach: Attach) -> Native:
    return attach(nw.from_native(native), plan).select(*plan.names).to_native()
