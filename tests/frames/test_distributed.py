"""Distributed for real: Spark on two cores and Dask in two processes judge a million rows.

The rows lie in Parquet, are judged where they are read, written to Parquet there, and read back.
"""

import importlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest

from implsupport import frames, matland, success, verdicts
from implsupport.errors import FrameError

# What these libraries say of their own types is not checked here.
dask: Any = importlib.import_module("dask.dataframe")
distributed: Any = importlib.import_module("distributed")
polars: Any = importlib.import_module("polars")

Native: TypeAlias = Any
"""A frame, a client or a session, as its own library knows it."""

pytestmark = [
    pytest.mark.long,
    pytest.mark.filterwarnings("ignore:Dask support is moving out of Narwhals:FutureWarning"),
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
]

ROWS: Final = 1_000_000
FILES: Final = 4
AXES: Final = ("low", "High", None)
MARKS: Final = (
    "relative-failure",
    "conflicted-attainment",
    "relative-success",
    "Relative success",
    "not-applicable",
    "Not stated",
    None,
)
DEGREES: Final = (0.0, 0.25, 0.5, 0.875, None)
REMARKS: Final = {0: "relativ-success", 500_000: "patchy", 999_999: "patchy"}


def drawn(first: int, rows: int) -> Native:
    """Draw some of the rows, numbered on from the first."""
    columns = {criterion.key: MARKS for criterion in success.Criterion}
    axes = {"ambiguity": AXES, "conflict": AXES, "unclear": DEGREES, "contested": DEGREES}
    drawing = {
        name: polars.Series(of).sample(rows, with_replacement=True, seed=first + place)
        for place, (name, of) in enumerate((columns | axes).items())
    }
    ids = range(first, first + rows)
    remarks = polars.Series([REMARKS.get(row) for row in ids], dtype=polars.String)
    return polars.DataFrame({"id": ids, **drawing, "remark": remarks})


@pytest.fixture(scope="module")
def portfolio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a million rows to Parquet, in four files."""
    folder = tmp_path_factory.mktemp("portfolio")
    rows = ROWS // FILES
    for part in range(FILES):
        drawn(part * rows, rows).write_parquet(folder / f"part-{part}.parquet")
    return folder


@pytest.fixture(scope="module")
def workers() -> Iterator[Native]:
    """Start two processes of Dask, and whom to ask for them."""
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def judged(portfolio: Native) -> Native:
    """Judge each row with every verb that adds columns."""
    placed = frames.classify(portfolio, matland.MATLAND, row="ambiguity", col="conflict")
    located = frames.locate(
        placed, matland.MATLAND, row="unclear", col="contested", prefix="graded_"
    )
    scored = frames.score(located, success.SUCCESS)
    return frames.decide(scored, success.SUCCESS, verdicts.MAJORITY_WITH_VETO)


@pytest.fixture(scope="module")
def expected(portfolio: Path) -> Native:
    """Judge the rows with polars."""
    return judged(polars.read_parquet(portfolio))


def read_back(folder: Path, like: Native) -> Native:
    """Read the columns that are expected, in the order of the rows' numbers."""
    return polars.read_parquet(folder / "*.parquet").sort("id").select(like.columns)


def refused(portfolio: Native) -> list[tuple[str, int]]:
    """Score by a column with foreign words, and say which are refused in how many rows."""
    with pytest.raises(FrameError) as caught:
        frames.score(portfolio, success.SUCCESS, columns={"clarity": "remark"})
    return [(finding.given, finding.rows) for finding in caught.value.findings]


def test_spark_judges_a_million_rows_as_polars_does(
    spark: Native, portfolio: Path, expected: Native, tmp_path: Path
) -> None:
    """Read, judged and written on two cores, row by row the same."""
    judged(spark.read.parquet(str(portfolio))).write.parquet(str(tmp_path / "judged"))
    found = read_back(tmp_path / "judged", expected)

    assert found.schema == expected.schema
    assert found.equals(expected)


def test_dask_judges_a_million_rows_as_polars_does(
    workers: Native, portfolio: Path, expected: Native, tmp_path: Path
) -> None:
    """Read, judged and written by two processes, row by row the same."""
    writing = judged(dask.read_parquet(portfolio)).to_parquet(
        tmp_path / "judged", write_index=False, compute=False
    )
    workers.compute(writing).result()
    found = read_back(tmp_path / "judged", expected)

    assert found.schema == expected.schema
    assert found.equals(expected)


def test_the_rows_are_as_many_and_as_different_as_they_should_be(expected: Native) -> None:
    """A million rows that come to every kind, every verdict and every number of gaps."""
    assert expected.height == ROWS
    assert expected["kind"].n_unique() == 5
    assert expected["graded_kind"].n_unique() == 5
    assert expected["verdict_lowest"].n_unique() == 4
    assert sorted(expected["gaps"].unique()) == [*range(7)]


def test_spark_runs_on_two_cores(spark: Native, portfolio: Path) -> None:
    """The files are read in two tasks or more, and two run at a time."""
    assert spark.sparkContext.master == "local[2]"
    assert spark.read.parquet(str(portfolio)).rdd.getNumPartitions() >= 2


def test_dask_runs_in_two_processes(workers: Native) -> None:
    """Each worker is a process of its own, and neither is this one."""
    processes = {os.getpid(), *workers.run(os.getpid).values()}

    assert len(processes) == 3


def test_spark_counts_foreign_words_over_all_rows(spark: Native, portfolio: Path) -> None:
    """What is refused is refused with its rows, whichever task read them."""
    found = refused(spark.read.parquet(str(portfolio)))

    assert found == [("'patchy'", 2), ("'relativ-success'", 1)]


@pytest.mark.usefixtures("workers")
def test_dask_counts_foreign_words_over_all_rows(portfolio: Path) -> None:
    """What is refused is refused with its rows, whichever process read them."""
    found = refused(dask.read_parquet(portfolio))

    assert found == [("'patchy'", 2), ("'relativ-success'", 1)]
