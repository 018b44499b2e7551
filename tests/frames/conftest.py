"""Frames of every engine, made of the same columns."""

import importlib
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

import narwhals.stable.v2 as nw
import pytest

# What these libraries say of their own types is not checked here.
dask: Any = importlib.import_module("dask.dataframe")
duckdb: Any = importlib.import_module("duckdb")
pandas: Any = importlib.import_module("pandas")
polars: Any = importlib.import_module("polars")
pyarrow: Any = importlib.import_module("pyarrow")

Native: TypeAlias = Any
"""A frame, or a part of one, as its own library knows it."""

Columns: TypeAlias = Mapping[str, Sequence[object]]
Make: TypeAlias = Callable[[Columns], Native]

DASK: Final = pytest.mark.filterwarnings(
    "ignore:Dask support is moving out of Narwhals:FutureWarning"  # and nothing to move to, yet
)
SPARK: Final = pytest.mark.filterwarnings(
    "ignore:PySpark does not yet fully support pandas:FutureWarning"  # it makes no frames of it
)


def is_text(values: Sequence[object]) -> bool:
    """Tell whether a column holds words."""
    return any(isinstance(value, str) for value in values)


def texts(columns: Columns) -> list[str]:
    """Name the columns that hold words."""
    return [name for name, values in columns.items() if is_text(values)]


def as_pandas(columns: Columns, dtype: object) -> Native:
    """Make a frame of pandas, its words of some type, its rows numbered by nothing in order."""
    frame = pandas.DataFrame({name: list(values) for name, values in columns.items()})
    frame.index = [len(frame) // 2 - number for number in range(len(frame))]
    return frame.astype(dict.fromkeys(texts(columns), dtype))


def as_arrow(columns: Columns) -> Native:
    """Make a table of pyarrow, in two chunks."""
    table = pyarrow.table(dict(columns))
    half = len(table) // 2
    return pyarrow.concat_tables([table[:half], table[half:]])


OPEN: Final[list[Native]] = []
"""Connections, for some releases close one that nobody names."""


def as_duckdb(columns: Columns) -> Native:
    """Make a relation of DuckDB, on a connection of its own."""
    connection = duckdb.connect()
    OPEN.append(connection)
    connection.register("given", pyarrow.table(dict(columns)))
    connection.execute("create table kept as select * from given")
    return connection.table("kept")


def as_dask(columns: Columns) -> Native:
    """Make a frame of Dask, in three partitions."""
    frame = pandas.DataFrame({name: list(values) for name, values in columns.items()})
    return dask.from_pandas(frame, npartitions=3)


def with_dictionaries(columns: Columns) -> Native:
    """Make a table of pyarrow whose words are written in dictionaries, one a chunk."""
    table = as_arrow(columns)
    for name in texts(columns):
        place = table.column_names.index(name)
        chunks = [chunk.dictionary_encode() for chunk in table[name].chunks]
        table = table.set_column(place, name, pyarrow.chunked_array(chunks))
    return table


def with_enumerations(columns: Columns) -> Native:
    """Make a frame of polars whose words are enumerated."""
    known = {name: dict.fromkeys(columns[name]) for name in texts(columns)}
    words = {name: [one for one in of if one is not None] for name, of in known.items()}
    frame = polars.DataFrame(dict(columns))
    return frame.with_columns(frame[name].cast(polars.Enum(of)) for name, of in words.items())


def with_categories(columns: Columns) -> Native:
    """Make a frame of polars whose words are categories."""
    frame = polars.DataFrame(dict(columns))
    return frame.with_columns(frame[name].cast(polars.Categorical) for name in texts(columns))


EAGER: Final[Mapping[str, Make]] = {
    "pandas-object": lambda columns: as_pandas(columns, object),
    "pandas-text": lambda columns: as_pandas(columns, "string[python]"),
    "pandas-pyarrow": lambda columns: as_pandas(columns, pandas.ArrowDtype(pyarrow.string())),
    "pandas-categories": lambda columns: as_pandas(columns, "category"),
    "polars": lambda columns: polars.DataFrame(dict(columns)),
    "polars-categories": with_categories,
    "polars-enumerations": with_enumerations,
    "pyarrow": as_arrow,
    "pyarrow-dictionaries": with_dictionaries,
}

LAZY: Final[Mapping[str, Make]] = {
    "polars-lazy": lambda columns: polars.LazyFrame(dict(columns)),
    "polars-lazy-categories": lambda columns: with_categories(columns).lazy(),
    "duckdb": as_duckdb,
    "dask": as_dask,
}

MARKS: Final = {"dask": DASK, "pyspark": SPARK}


def of(*names: str) -> list[Any]:
    """Name engines, each with what it may warn of."""
    return [pytest.param(name, marks=MARKS.get(name, ())) for name in names]


@pytest.fixture(scope="session")
def spark() -> Iterator[Native]:
    """Start Spark on two cores of this machine."""
    session: Any = importlib.import_module("pyspark.sql").SparkSession
    settings = {
        # Java compiles for a short run, and not for hours.
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    started = session.builder.master("local[2]").config(map=settings).getOrCreate()
    started.sparkContext.setLogLevel("ERROR")
    yield started
    started.stop()


def maker(name: str, request: pytest.FixtureRequest) -> Make:
    """Find how frames of an engine are made; Spark starts when it is first asked for."""
    if name != "pyspark":
        return {**EAGER, **LAZY}[name]
    session = request.getfixturevalue("spark")
    return lambda columns: session.createDataFrame(pyarrow.table(dict(columns))).repartition(2)


@pytest.fixture
def frames_of(request: pytest.FixtureRequest) -> Callable[[str], Make]:
    """Find how frames of a named engine are made."""
    return lambda name: maker(name, request)


@pytest.fixture(params=of(*EAGER, *LAZY, "pyspark"))
def make(request: pytest.FixtureRequest) -> Make:
    """Make frames of one engine after the other."""
    return maker(request.param, request)


@pytest.fixture(params=of("pandas-object", "polars", "pyarrow"))
def make_eager(request: pytest.FixtureRequest) -> Make:
    """Make eager frames of one library after the other."""
    return maker(request.param, request)


@pytest.fixture(params=of("polars-lazy", "duckdb", "dask", "pyspark"))
def make_lazy(request: pytest.FixtureRequest) -> Make:
    """Make lazy frames of one engine after the other."""
    return maker(request.param, request)


def plain(value: object) -> object:
    """Write NaN as None."""
    return None if isinstance(value, float) and math.isnan(value) else value


def values(series: Native) -> list[object]:
    """List the values of a column; of arrow, only numbers have a missing value beside None."""
    listed: list[object] = series.to_arrow().to_pylist()
    return [*map(plain, listed)] if series.dtype.is_float() else listed


@pytest.fixture
def rows() -> Callable[..., list[tuple[object, ...]]]:
    """List the values of columns row by row, in the frame's own order."""

    def listed(native: Native, *names: str) -> list[tuple[object, ...]]:
        frame = nw.from_native(native).select(*names)
        fetched = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
        return [*zip(*(values(fetched[name]) for name in names), strict=True)]

    return listed
