"""The verbs over columns beside hand-written ways on the same engine, and what they cost at scale.

    python benchmarks/frames.py [PART ...] [--rows ROWS ...] [--rounds ROUNDS]
    python benchmarks/frames.py stream --rows 100000000 [--folder FOLDER]

Six columns of words, each one of three grades, *not-applicable* or nothing, as text and as
categories, are decided by the majority rule with its veto. A hand-written way has the table of
the 15,625 verdicts ready, trusts every word, and must come to the same, or nothing is told. Both
sides of a ratio are taken in turn in one run, and the least time of each counts: by the clock,
and of all cores together, which other work on the machine disturbs less. Peak memory is that of a
child process, reset after its input is read.
"""

import argparse
import functools
import gc
import importlib
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
import polars as pl
import psutil

from implsupport import frames, success, verdicts
from implsupport.evaluation.verdicts import MAJORITY, MAJORITY_WITH_VETO

Native: TypeAlias = Any
Ways: TypeAlias = Mapping[str, Callable[[], Native]]
Cost: TypeAlias = tuple[float, float]
"""Seconds by the clock, and seconds that the cores worked."""

CRITERIA: Final = [criterion.key for criterion in success.Criterion]
GRADES: Final = [grade.key for grade in success.Attainment]
WORDS: Final = [*GRADES, "not-applicable"]
MARKS: Final = [*WORDS, None]
STRIDES: Final = [len(MARKS) ** place for place in reversed(range(len(CRITERIA)))]
RESULTS: Final = ["verdict_lowest", "verdict_highest", "settled"]
FORMS: Final = ("text", "categories")
CHUNK: Final = 1_000_000
MEGABYTE: Final = 1 << 20


# --- the rows, and the table of verdicts that the peers have ready ---


def drawn(rows: int, seed: int = 0) -> pl.DataFrame:
    """Draw rows of words, numbered from 0."""
    numbers, marks = np.random.default_rng(seed), pl.Series(MARKS)
    words = {name: marks.gather(numbers.integers(0, len(MARKS), rows)) for name in CRITERIA}
    return pl.DataFrame({"id": pl.int_range(rows, eager=True), **words}).rechunk()


def of_form(frame: pl.DataFrame, form: str) -> pl.DataFrame:
    """Write the words as text or as categories."""
    dtype = pl.Categorical if form == "categories" else pl.String
    return frame.with_columns(pl.col(CRITERIA).cast(dtype))


def judged(words: Iterable[object]) -> tuple[object, ...]:
    """Judge one case as a user with a loop does."""
    grades = [word if isinstance(word, str) else "not-assessed" for word in words]
    card = success.score(dict(zip(CRITERIA, grades, strict=True)))
    verdict = verdicts.decide(card, MAJORITY_WITH_VETO)
    bounds = (verdict.lowest, verdict.highest)
    return (*(grade and grade.key for grade in bounds), verdict.settled)


@functools.cache
def table() -> pl.DataFrame:
    """Judge every profile, in the order of its number."""
    rows = [(*words, *judged(words)) for words in itertools.product(MARKS, repeat=len(CRITERIA))]
    return pl.DataFrame(rows, schema=[*CRITERIA, *RESULTS], orient="row")


def table_of(form: str) -> pl.DataFrame:
    """Give the table as the frame is: from categories come categories, grades in their order."""
    ordered = pl.col(RESULTS[:2]).cast(pl.Enum(GRADES))
    found = of_form(table(), form)
    return found.with_columns(ordered) if form == "categories" else found


def decided(frame: Native) -> Native:
    """Decide with the library."""
    return frames.decide(frame, success.SUCCESS, MAJORITY_WITH_VETO)


# --- measuring ---


def timed(function: Callable[[], object]) -> Cost:
    """Time one call: seconds by the clock, and seconds of all cores together."""
    gc.collect()
    start, worked = time.perf_counter(), of_all_cores()
    function()
    return time.perf_counter() - start, of_all_cores() - worked


def of_all_cores() -> float:
    """Tell how long the cores have worked for this process and those that it started."""
    times = (child.cpu_times() for child in psutil.Process().children(recursive=True))
    return time.process_time() + sum(child.user + child.system for child in times)


def in_turn(ways: Ways, rounds: int) -> dict[str, Cost]:
    """Find the least times of each way, all taken in turn."""
    taken = [{name: timed(way) for name, way in ways.items()} for _ in range(rounds)]
    each = {name: zip(*(costs[name] for costs in taken), strict=True) for name in ways}
    return {name: (min(next(both)), min(next(both))) for name, both in each.items()}


def require_equal(ways: Ways, plain: Callable[[Native], pl.DataFrame]) -> None:
    """Refuse to compare ways that do not come to the same."""
    as_text = pl.col(RESULTS[:2]).cast(pl.String)
    found = {
        name: plain(way()).sort("id").select(RESULTS).with_columns(as_text)
        for name, way in ways.items()
    }
    for name, results in found.items():
        if not results.equals(found["ours"]):
            sys.exit(f"{name} comes to something else")


def told(what: str, rows: int, costs: Mapping[str, Cost], target: str) -> None:
    """Print what each way costs a row, and what ours is beside it, by the clock and in work."""
    print(f"{what}, {rows:,} rows; target: {target}")
    for name, cost in costs.items():
        clock, work = (f"{seconds * 1e9 / rows:11.1f}" for seconds in cost)
        pairs = zip(costs["ours"], cost, strict=True)
        ours = " and ".join(f"{mine / theirs:.4f}" for mine, theirs in pairs)
        ratio = "" if name == "ours" else f"  ours beside it {ours}"
        print(f"    {name:28}{clock} ns a row, {work} of all cores{ratio}", flush=True)


# --- one machine ---


def with_polars(rows: int, rounds: int) -> None:
    """Beside a join, codes of enumerations, and replacements."""
    for form in FORMS:
        frame = of_form(drawn(rows), form)
        right = table_of(form)
        ways = {
            "ours": lambda frame=frame: decided(frame),
            "join": lambda frame=frame, right=right: frame.join(
                right, on=CRITERIA, how="left", nulls_equal=True, maintain_order="left"
            ),
            "codes of enumerations": lambda frame=frame, right=right: by_codes(frame, right),
            "replace_strict": lambda frame=frame, right=right: by_replacing(frame, right),
        }
        require_equal(ways, lambda found: found)
        told(f"polars, {form}", rows, in_turn(ways, rounds), "at most 1 of the best")
        lazy = {
            "ours": lambda frame=frame: decided(frame.lazy()).collect(),
            "lazy join": lambda frame=frame, right=right: (
                frame.lazy()
                .join(
                    right.lazy(), on=CRITERIA, how="left", nulls_equal=True, maintain_order="left"
                )
                .collect()
            ),
            "lazy replace_strict": lambda frame=frame, right=right: by_replacing(
                frame.lazy(), right
            ).collect(),
        }
        require_equal(lazy, lambda found: found)
        told(f"polars, lazy, {form}", rows, in_turn(lazy, rounds), "none is set")


def by_codes(frame: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    """Make a number of the codes, and take what stands in its place."""
    codes = (pl.col(name).cast(pl.Enum(WORDS)).to_physical() for name in CRITERIA)
    digits = (code.cast(pl.UInt32).fill_null(len(WORDS)) for code in codes)
    parts = (digit * worth for digit, worth in zip(digits, STRIDES, strict=True))
    places = frame.select(pl.sum_horizontal(*parts).alias("place"))["place"]
    return frame.with_columns(right[name].gather(places) for name in RESULTS)


def by_replacing(frame: Native, right: pl.DataFrame) -> Native:
    """Make a number of what stands for each word, and replace it by what stands for it."""
    parts = (
        pl.col(name).replace_strict(
            MARKS, [place * worth for place in range(len(MARKS))], return_dtype=pl.Int32
        )
        for name, worth in zip(CRITERIA, STRIDES, strict=True)
    )
    numbers = pl.int_range(len(table()), dtype=pl.Int32, eager=True)
    return (
        frame.with_columns(pl.sum_horizontal(*parts).alias("place"))
        .with_columns(pl.col("place").replace_strict(numbers, right[n]).alias(n) for n in RESULTS)
        .drop("place")
    )


def with_pandas(rows: int, rounds: int) -> None:
    """Beside `apply` of the functions for one case, on so many rows as it does in good time."""
    few = min(rows, 20_000)
    targets = {"text": "at most 0.01", "categories": "at most 0.0033"}
    for form in FORMS:
        frame = as_pandas(drawn(rows), form)
        ways = {
            "ours": lambda part=frame[:few]: decided(part),
            "apply": lambda part=frame[:few]: by_applying(part),
        }
        require_equal(ways, pl.from_pandas)
        times = in_turn({"ours": lambda frame=frame: decided(frame)}, rounds)
        clock, work = in_turn({"apply": ways["apply"]}, 2)["apply"]
        applied = {f"apply (to {few:,})": (clock * rows / few, work * rows / few)}
        told(f"pandas, {form}", rows, times | applied, targets[form])


def as_pandas(frame: pl.DataFrame, form: str) -> Native:
    """Make a frame of pandas with its own type of text, or with categories."""
    native = frame.to_pandas()
    return native.astype(dict.fromkeys(CRITERIA, "category" if form == "categories" else "str"))


def by_applying(frame: Native) -> Native:
    """Judge row by row."""
    found = frame[CRITERIA].apply(judged, axis=1, result_type="expand")
    return frame.assign(**{name: found[place] for place, name in enumerate(RESULTS)})


def with_arrow(rows: int, rounds: int) -> None:
    """Beside a join, which does not keep the order of the rows and joins no nulls."""
    right = table().with_columns(pl.col(CRITERIA).fill_null("")).to_arrow()
    for form in FORMS:
        given = as_arrow(drawn(rows), form)
        ways = {
            "ours": lambda given=given: decided(given),
            "join": lambda given=given: by_joining(given, right),
        }
        require_equal(ways, pl.from_arrow)
        told(f"pyarrow, {form}", rows, in_turn(ways, rounds), "at most 2")


def as_arrow(frame: pl.DataFrame, form: str) -> Native:
    """Make a table of pyarrow, in chunks as Parquet has them."""
    given = of_form(frame, "text").to_arrow()
    if form == "categories":
        for place, name in enumerate(given.column_names):
            if name in CRITERIA:
                given = given.set_column(place, name, given[name].dictionary_encode())
    return given


def by_joining(given: Native, right: Native) -> Native:
    """Join tables of pyarrow by six keys, which are as the table has them."""
    compute = importlib.import_module("pyarrow.compute")
    keys = given
    for place, name in enumerate(given.column_names):
        if name in CRITERIA:
            filled = compute.fill_null(given[name].cast(right[name].type), "")
            keys = keys.set_column(place, name, filled)
    return keys.join(right, keys=CRITERIA, join_type="left outer")


def with_duckdb(rows: int, rounds: int) -> None:
    """Beside a join in SQL; both write a table."""
    duckdb = importlib.import_module("duckdb")
    words = ", ".join(f"'{word}'" for word in WORDS)
    for form in FORMS:
        connection = duckdb.connect()
        connection.execute("set enable_progress_bar = false")
        connection.execute(f"create type mark as enum ({words})")
        for name, frame in {"given": drawn(rows), "verdicts": table()}.items():
            connection.register("registered", frame.to_arrow())
            dtype = "mark" if form == "categories" else "varchar"
            cast = ", ".join(f"{criterion}::{dtype} as {criterion}" for criterion in CRITERIA)
            connection.execute(
                f"create table {name} as select * replace ({cast}) from registered"  # noqa: S608 -- ours
            )
        ways = {
            "ours": lambda c=connection: kept(c, decided(c.table("given"))),
            "join": lambda c=connection: kept(c, c.sql(in_sql())),
        }
        require_equal(ways, lambda found: found.pl())
        told(f"DuckDB, {form}", rows, in_turn(ways, rounds), "at most 2")


def in_sql() -> str:
    """Write a join of six columns, in which a null is equal to a null."""
    on = " and ".join(f"given.{name} is not distinct from verdicts.{name}" for name in CRITERIA)
    return f"select given.*, {', '.join(RESULTS)} from given left join verdicts on {on}"  # noqa: S608 -- ours


def kept(connection: Native, relation: Native) -> Native:
    """Write what a relation holds to a table."""
    connection.execute("drop table if exists kept")
    relation.create("kept")
    return connection.table("kept")


# --- clusters of this machine's cores ---


def in_files(frame: pl.DataFrame, folder: Path, files: int = 4) -> Path:
    """Write Parquet in several files, as clusters read it."""
    folder.mkdir()
    for number, part in enumerate(frame.iter_slices(-(-len(frame) // files))):
        part.write_parquet(folder / f"part-{number}.parquet")
    return folder


def with_spark(rows: int, rounds: int) -> None:
    """Beside a broadcast join of Spark; both read Parquet, and what comes out is thrown away."""
    with tempfile.TemporaryDirectory() as folder, spark() as session:
        given = session.read.parquet(str(in_files(drawn(rows), Path(folder) / "given")))
        ready, joined = decided(given), by_broadcasting(session, given)
        require_equal({"ours": lambda: ready, "join": lambda: joined}, of_spark)
        ways = {
            "ours": lambda: thrown_away(decided(given)),
            "ours, words already counted": lambda: thrown_away(ready),
            "join": lambda: thrown_away(joined),
            "reading alone": lambda: thrown_away(given),
        }
        told("PySpark, local[2]", rows, in_turn(ways, rounds), "at most 1.3 of join")


@contextmanager
def spark() -> Iterator[Native]:
    """Start Spark on two cores."""
    session: Any = importlib.import_module("pyspark.sql").SparkSession
    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    started = session.builder.master("local[2]").config(map=settings).getOrCreate()
    started.sparkContext.setLogLevel("ERROR")
    try:
        yield started
    finally:
        started.stop()


def of_spark(frame: Native) -> pl.DataFrame:
    """Fetch a frame of Spark by way of Parquet."""
    with tempfile.TemporaryDirectory() as folder:
        frame.write.parquet(f"{folder}/written")
        return pl.read_parquet(f"{folder}/written/*.parquet")


def thrown_away(frame: Native) -> None:
    """Work out every row, and keep none."""
    frame.write.format("noop").mode("overwrite").save()


def by_broadcasting(session: Native, given: Native) -> Native:
    """Join a table that each task gets whole by six words."""
    functions = importlib.import_module("pyspark.sql.functions")
    there = table().with_columns(pl.col(CRITERIA).fill_null(""))
    named = there.rename({name: f"of_{name}" for name in CRITERIA})
    right = session.createDataFrame(named.to_arrow()).cache()
    filled = (
        functions.coalesce(given[name], functions.lit("")) == right[f"of_{name}"]
        for name in CRITERIA
    )
    joined = given.join(functions.broadcast(right), on=[*filled], how="left")
    return joined.drop(*(f"of_{name}" for name in CRITERIA))


def with_dask(rows: int, rounds: int) -> None:
    """Beside a merge of each partition; both start from partitions in memory."""
    dask = importlib.import_module("dask.dataframe")
    right = table().to_pandas().astype(dict.fromkeys(CRITERIA, "str"))
    with tempfile.TemporaryDirectory() as folder:
        given = dask.read_parquet(in_files(drawn(rows), Path(folder) / "given")).persist()
        ready = decided(given)
        merged = given.map_partitions(by_merging, right)
        require_equal(
            {"ours": lambda: ready, "merge": lambda: merged},
            lambda found: pl.from_pandas(found.compute()),
        )
        ways = {
            "ours": lambda: decided(given).persist(),
            "ours, words already counted": ready.persist,
            "merge": merged.persist,
        }
        told("Dask, by partitions", rows, in_turn(ways, rounds), "at most 1.3 of merge")


def by_merging(part: Native, right: Native) -> Native:
    """Merge one partition with the table."""
    return part.merge(right, on=CRITERIA, how="left")


# --- memory ---


def memory(rows: int, _: int) -> None:
    """Tell the peak of a call beside the size of its input, each in a process of its own."""
    print(f"peak memory, {rows:,} rows; target: at most 2 of the input")
    for engine, form in itertools.product(INPUTS, FORMS):
        facts = in_child("peak", engine, form, str(rows))
        before, least = facts["input"] / MEGABYTE, (facts["input"] + facts["results"]) / MEGABYTE
        above = facts["above"] / MEGABYTE
        print(
            f"    {engine:8} {form:12} input {before:8.1f} MB, peak {before + above:8.1f} MB, "
            f"{(before + above) / before:5.2f} of the input; input and results {least:8.1f} MB, "
            f"{(before + above) / least:5.2f} of that",
            flush=True,
        )


def in_child(*arguments: str) -> dict[str, Any]:
    """Run a part of this file in a process of its own, and read what it tells."""
    command = [sys.executable, "-W", "ignore", __file__, "child", *arguments]
    done = subprocess.run(  # noqa: S603 -- this file
        command, check=True, capture_output=True, text=True, env=os.environ | FREEING
    )
    facts: dict[str, Any] = json.loads(done.stdout)
    return facts


FREEING: Final = {
    "_RJEM_MALLOC_CONF": "dirty_decay_ms:0,muzzy_decay_ms:0",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_MMAP_THRESHOLD_": "65536",
}
"""So that memory which is free is not still counted: for polars, pyarrow and the rest."""

INPUTS: Final[Mapping[str, Callable[[pl.DataFrame, str], Native]]] = {
    "polars": of_form,
    "pandas": as_pandas,
    "pyarrow": as_arrow,
}


def peak(engine: str, form: str, rows: str) -> dict[str, float]:
    """Measure one call, as it is after a call on few rows."""
    make = INPUTS[engine]
    decided(make(drawn(1000), form))
    given = make(drawn(int(rows)), form)
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak begins here
    before = status("VmRSS")
    found = decided(given)
    above = status("VmHWM") - before
    return {"input": size(given), "results": size(found) - size(given), "above": above}


def status(name: str) -> int:
    """Read one fact of this process from Linux, in bytes."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith(name))


def size(frame: Native) -> int:
    """Find how much memory a frame takes."""
    if isinstance(frame, pl.DataFrame):
        return int(frame.estimated_size())
    usage = getattr(frame, "memory_usage", None)
    return int(usage(deep=True).sum()) if usage else int(frame.nbytes)


# --- growth, agreement, and rows that do not fit in memory ---


def growth(rows: int, rounds: int) -> None:
    """Tell the cost of a row from a thousand rows on."""
    print("cost of a row, with every word checked; no target")
    for number in itertools.takewhile(lambda few: few <= rows, (10**size for size in range(3, 9))):
        frame = drawn(number)
        text, categories = as_pandas(frame, "text"), as_pandas(frame, "categories")
        ways = {
            "polars": lambda frame=frame: decided(frame),
            "pandas, text": lambda text=text: decided(text),
            "pandas, categories": lambda categories=categories: decided(categories),
        }
        times = in_turn(ways, max(rounds, min(100, 100_000 // number)))
        costs = (f"{name} {times[name][0] * 1e9 / number:9.1f} ns" for name in ways)
        print(f"    {number:>12,} rows:  {'  '.join(costs)}", flush=True)


def agreement(rows: int, rounds: int) -> None:
    """Tell what it costs to compare assessors, and to widen a long frame on a cluster."""
    long = ratings(rows)
    compared = {"ours": lambda: frames.agreement(long, success.SUCCESS, replicates=1)}
    told("agreement, polars, ratings", rows, in_turn(compared, rounds), "none is set")
    with tempfile.TemporaryDirectory() as folder, spark() as session:
        wide = session.read.parquet(str(in_files(drawn(rows), Path(folder) / "wide")))
        given = session.read.parquet(str(in_files(long, Path(folder) / "long")))
        ways = {
            "ours": lambda: thrown_away(frames.widen(given, success.SUCCESS)),
            "agreement": lambda: frames.agreement(given, success.SUCCESS, replicates=1),
            "decide, as many wide rows": lambda: thrown_away(decided(wide)),
        }
        told("widen, PySpark, ratings", rows, in_turn(ways, rounds), "none is set")


def ratings(rows: int) -> pl.DataFrame:
    """Draw long rows, one a rating: three assessors rate each case on six criteria."""
    numbers = np.random.default_rng(0)
    each = np.arange(rows)
    return pl.DataFrame(
        {
            "case": pl.Series(each // 18).cast(pl.String),
            "criterion": pl.Series(CRITERIA).gather(each % 6),
            "assessor": pl.Series(["Ann", "Ben", "Cleo"]).gather(each // 6 % 3),
            "grade": pl.Series(GRADES).gather(numbers.integers(0, 3, rows)),
        }
    )


def stream(rows: int, _: int, folder: Path | None = None) -> None:
    """Summarise rows of Parquet that are not read at once, each engine in its own process."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        start = time.perf_counter()
        for number in range(0, rows, CHUNK):
            part = drawn(min(CHUNK, rows - number), seed=number)
            part.write_parquet(Path(name) / f"part-{number // CHUNK:04}.parquet")
        written = sum(file.stat().st_size for file in Path(name).iterdir())
        took = time.perf_counter() - start
        print(f"{rows:,} rows of Parquet: {written / MEGABYTE:,.0f} MB, written in {took:.0f} s")
        for engine in SUMMARIES:
            facts = in_child("summary", engine, name)
            clock, work = (facts[which] * 1e9 / rows for which in ("clock", "work"))
            print(f"    {engine:8} {facts['clock']:8.1f} s, {clock:.1f} ns a row", end=", ")
            print(f"{work:.1f} of all cores, peak of the process", end=" ")
            print(f"{facts['peak'] / MEGABYTE:.0f} MB (target: under 1,000)")
            for row in facts["summary"]:
                print("       ", *row, flush=True)


def summary(engine: str, folder: str) -> dict[str, Any]:
    """Decide every row, and count what comes out."""
    found: list[tuple[Any, ...]] = []
    clock, work = timed(lambda: found.extend(SUMMARIES[engine](f"{folder}/*.parquet")))
    ordered = sorted(found, key=lambda row: -row[-1])
    return {"clock": clock, "work": work, "peak": status("VmHWM"), "summary": ordered}


def by_polars(files: str) -> list[tuple[Any, ...]]:
    """Stream through polars."""
    counts = decided(pl.scan_parquet(files)).group_by(RESULTS).len()
    return counts.collect(engine="streaming").rows()


def by_duckdb(files: str) -> list[tuple[Any, ...]]:
    """Stream through DuckDB."""
    duckdb = importlib.import_module("duckdb")
    connection = duckdb.connect(config={"memory_limit": "700MB"})
    connection.execute("set enable_progress_bar = false")
    names = ", ".join(RESULTS)
    counts = decided(connection.read_parquet(files)).aggregate(f"{names}, count(*)", names)
    return counts.fetchall()


SUMMARIES: Final = {"polars": by_polars, "duckdb": by_duckdb}


# --- what libraries for decisions by several criteria do ---


def peers(rows: int, rounds: int) -> None:
    """Beside a weighted sum of scikit-criteria and of pymcdm: grades as numbers, and no gaps.

    Neither sorts into ordered classes, has vetoes, reads words or keeps gaps. What they can do is
    the share of the criteria that reach a grade, once for each grade; what is above two thirds is
    then taken by hand. They get numbers, we get words.
    """
    numbers = np.random.default_rng(0).integers(0, len(GRADES), (rows, len(CRITERIA)))
    words = {
        name: pl.Series(GRADES).gather(numbers[:, place]) for place, name in enumerate(CRITERIA)
    }
    frame = pl.DataFrame(words)
    ours = frames.decide(frame, success.SUCCESS, MAJORITY)["verdict_lowest"]
    sums = {"scikit-criteria": summed_by_skcriteria, "pymcdm": summed_by_pymcdm}
    for name, summed in sums.items():
        if by_shares(numbers, summed) != ours.to_list():
            sys.exit(f"{name} comes to something else")
    ways = {
        "ours": lambda: frames.decide(frame, success.SUCCESS, MAJORITY),
        **{name: lambda summed=summed: by_shares(numbers, summed) for name, summed in sums.items()},
    }
    told("majority of full cards", rows, in_turn(ways, rounds), "none is set")
    print(f"    scikit-criteria, of a matrix with a gap: {refusal(summed_by_skcriteria)}")
    print(f"    pymcdm, of a matrix with a gap: {refusal(summed_by_pymcdm)}")


def by_shares(numbers: Native, summed: Callable[[Native], Native]) -> list[str]:
    """Take the best grade that two thirds of the criteria reach."""
    best = np.zeros(len(numbers), dtype=int)
    for grade in range(1, len(GRADES)):
        best[summed((numbers >= grade).astype(float)) >= 2 / 3] = grade
    return [GRADES[grade] for grade in best]


def summed_by_skcriteria(matrix: Native) -> Native:
    """Sum by the model of weighted sums."""
    skcriteria = importlib.import_module("skcriteria")
    simple = importlib.import_module("skcriteria.agg.simple")
    count = matrix.shape[1]
    weighted = skcriteria.mkdm(matrix, [max] * count, weights=[1 / count] * count)
    return simple.WeightedSumModel().evaluate(weighted).e_.score


def summed_by_pymcdm(matrix: Native) -> Native:
    """Sum by the model of weighted sums, of columns as they are."""
    methods = importlib.import_module("pymcdm.methods")
    count = matrix.shape[1]
    model = methods.WSM(normalization_function=lambda column, cost: column)  # noqa: ARG005 -- by name
    return model(matrix, np.full(count, 1 / count), np.ones(count))


def refusal(summed: Callable[[Native], Native]) -> str:
    """Say what a model does where a grade is missing."""
    matrix = np.ones((3, len(CRITERIA)))
    matrix[0, 0] = np.nan
    try:
        return f"gives {summed(matrix)[0]} for its row"
    except ValueError as error:
        return f"refused ({str(error)[:40]} ...)"


# --- what is run ---


PARTS: Final[Mapping[str, Callable[[int, int], None]]] = {
    "polars": with_polars,
    "pandas": with_pandas,
    "pyarrow": with_arrow,
    "duckdb": with_duckdb,
    "spark": with_spark,
    "dask": with_dask,
    "memory": memory,
    "growth": growth,
    "agreement": agreement,
    "peers": peers,
    "stream": stream,
}
BY_HAND: Final = {"peers", "stream"}
"""What is run only where it is named: it needs other libraries, or time and room."""

CHILDREN: Final[Mapping[str, Callable[..., dict[str, Any]]]] = {"peak": peak, "summary": summary}


def main(arguments: Sequence[str]) -> None:
    """Run the parts that are named, or all but those that are run only where they are named."""
    parser = argparse.ArgumentParser(description="; ".join(PARTS))
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    parser.add_argument("--rows", nargs="+", type=int, default=[10**6, 10**7])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args(arguments)
    parts = given.parts or [name for name in PARTS if name not in BY_HAND]
    for name, rows in itertools.product(parts, given.rows):
        part = functools.partial(stream, folder=given.folder) if name == "stream" else PARTS[name]
        part(rows, given.rounds)


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        print(json.dumps(CHILDREN[sys.argv[2]](*sys.argv[3:])))
    else:
        main(sys.argv[1:])
