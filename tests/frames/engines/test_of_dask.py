"""What Dask does in its own way."""

import importlib
from pathlib import Path
from typing import Any

import narwhals.stable.v2 as nw
import pytest

from implsupport import frames
from implsupport.errors import FrameError
from implsupport.frames import engines
from implsupport.frameworks.matland import MATLAND, Conflict

dask: Any = importlib.import_module("dask.dataframe")
pandas: Any = importlib.import_module("pandas")

pytestmark = pytest.mark.filterwarnings("ignore:Dask support is moving out of Narwhals")


def test_the_counts_of_partitions_are_added() -> None:
    """A word may stand in several; two columns are not taken for one."""
    words = {"a": ["patchy", "new", "patchy"], "b": ["patchy", None, None]}
    frame = nw.from_native(dask.from_pandas(pandas.DataFrame(words), npartitions=3))
    counts = engines.counted(frame, [(name, Conflict, (*Conflict, None)) for name in "ab"])

    assert counts == [{"patchy": 2, "new": 1}, {"patchy": 1}]


def test_the_index_of_partitions_is_left_as_it_was() -> None:
    """A label that is in several does not move a result to another row."""
    words = ["low", None, "high"]
    frame = pandas.DataFrame({"a": words, "c": words}, index=[7, 3, 7])
    given = dask.from_pandas(frame, npartitions=2, sort=False)
    found = frames.classify(given, MATLAND, row="a", col="c").compute()

    assert found.index.tolist() == [7, 3, 7]
    assert found["kind"].fillna("").tolist() == ["administrative", "", "symbolic"]


def test_a_word_that_comes_later_is_refused(tmp_path: Path) -> None:
    """Where the source has changed since the call, whoever computes the frame is told."""
    file = tmp_path / "ratings.csv"
    file.write_text("a,c\nlow,low\n", encoding="utf-8")
    given = dask.from_map(pandas.read_csv, [str(file)])
    found = frames.classify(given, MATLAND, row="a", col="c")
    file.write_text("a,c\nnew,low\n", encoding="utf-8")

    with pytest.raises(FrameError, match="'new' in 1 row is not a term of Ambiguity"):
        found.compute()
