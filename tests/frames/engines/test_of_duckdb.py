"""What DuckDB does in its own way."""

import importlib
from collections.abc import Callable
from typing import Any, Final, TypeAlias

import narwhals.stable.v2 as nw

from implsupport import frames
from implsupport.frames import engines
from implsupport.frameworks.matland import Conflict
from implsupport.frameworks.success import SUCCESS, Criterion

duckdb: Any = importlib.import_module("duckdb")
pyarrow: Any = importlib.import_module("pyarrow")

Rows: TypeAlias = Callable[..., list[tuple[object, ...]]]

CRITERIA: Final = [criterion.key for criterion in Criterion]


def test_a_word_that_comes_later_is_told_by_duckdb_too(rows: Rows) -> None:
    """A list has no place for it."""
    connection = duckdb.connect()
    connection.register("given", pyarrow.table({key: ["relative-success"] for key in CRITERIA}))
    connection.execute("create table kept as select * from given")
    found = frames.score(connection.table("kept"), SUCCESS)
    connection.execute("update kept set clarity = 'new'")

    assert rows(found, "lowest", "gaps") == [(None, None)]


def test_keys_are_counted_as_other_words() -> None:
    """Other engines leave them out."""
    connection = duckdb.connect()
    relation = connection.sql("select unnest(['low', 'low', 'patchy', null]) as c")
    counts = engines.counted(nw.from_native(relation), [("c", Conflict, (*Conflict, None))])

    assert counts == [{"low": 2, "patchy": 1}]
