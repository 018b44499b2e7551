"""One semantics on every engine: what a frame says is what the functions for one case say."""

import functools
import importlib
import itertools
import random
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

import narwhals.stable.v2 as nw
import pytest

from implsupport import Rubric, Scale, Term, frames, readings, success, verdicts
from implsupport.errors import FrameError
from implsupport.evaluation.verdicts import MAJORITY_WITH_VETO
from implsupport.frames import engines
from implsupport.frameworks.matland import MATLAND, Ambiguity, Conflict
from implsupport.frameworks.success import SUCCESS, Attainment, Criterion
from implsupport.terms import Gap

duckdb: Any = importlib.import_module("duckdb")
dask: Any = importlib.import_module("dask.dataframe")
pandas: Any = importlib.import_module("pandas")
polars: Any = importlib.import_module("polars")
pyarrow: Any = importlib.import_module("pyarrow")

DASK: Final = pytest.mark.filterwarnings("ignore:Dask support is moving out of Narwhals")
SPARK: Final = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas")

Native: TypeAlias = Any
"""A frame, or a part of one, as its own library knows it."""

Columns: TypeAlias = dict[str, Sequence[object]]
Make: TypeAlias = Callable[[Mapping[str, Sequence[object]]], Native]
Rows: TypeAlias = Callable[..., list[tuple[object, ...]]]

EAGER: Final = (
    "pandas-object",
    "pandas-text",
    "pandas-pyarrow",
    "pandas-categories",
    "polars",
    "polars-categories",
    "polars-enumerations",
    "pyarrow",
    "pyarrow-dictionaries",
)
CRITERIA: Final = [criterion.key for criterion in Criterion]
PASSES: Final = ("relative-success",) * 6
RESULTS: Final = ("lowest", "highest", "gaps", "verdict_lowest", "verdict_highest", "settled")

MARKS: Final = (*Attainment, Gap.NOT_APPLICABLE, Gap.NOT_ASSESSED)
PROFILES: Final = [*itertools.product(MARKS, repeat=6)]


def as_key(mark: Term) -> str | None:
    """Write a mark as its key."""
    return mark.key


def as_label(mark: Term) -> str | None:
    """Write a mark as people may: the label, not all in lower case."""
    return mark.label.title()


def or_null(mark: Term) -> str | None:
    """Write a mark as its key, and *not-assessed* as nothing."""
    return None if mark is Gap.NOT_ASSESSED else mark.key


FORMS: Final = [as_key, as_label, or_null]


def of_words(profiles: Sequence[Sequence[str | None]]) -> Columns:
    """Lay profiles out as columns, numbered from 0."""
    columns: Columns = {"id": [*range(len(profiles))]}
    return columns | {
        name: [profile[place] for profile in profiles] for place, name in enumerate(CRITERIA)
    }


def key(term: Term | None) -> str | None:
    """Write a term as frames do."""
    return None if term is None else term.key


def judged(words: Sequence[str | None]) -> tuple[object, ...]:
    """Judge one case with the functions for one case."""
    card = success.score(
        {name: word or "not-assessed" for name, word in zip(CRITERIA, words, strict=True)}
    )
    verdict = verdicts.decide(card, MAJORITY_WITH_VETO)
    of_card = key(card.lowest), key(card.highest), len(card.gaps)
    return (*of_card, key(verdict.lowest), key(verdict.highest), verdict.settled)


@functools.cache
def all_judged() -> list[tuple[object, ...]]:
    """Judge every profile of the success framework, numbered from 0."""
    return [(number, *judged([*map(as_key, p)])) for number, p in enumerate(PROFILES)]


@functools.cache
def drawn() -> list[tuple[str | None, ...]]:
    """Draw 100,000 rows of keys, labels, all gaps and nothing."""
    numbers = random.Random(5)  # noqa: S311 -- to be repeated, not secret
    words = [form(mark) for form in FORMS for mark in (*Attainment, *Gap)]
    return [tuple(numbers.choices(words, k=6)) for _ in range(100_000)]


@functools.cache
def drawn_judged() -> list[tuple[object, ...]]:
    """Judge the rows that were drawn."""
    return [(number, *judged(words)) for number, words in enumerate(drawn())]


def both(frame: Native) -> Native:
    """Score and decide."""
    return frames.decide(frames.score(frame, SUCCESS), SUCCESS, MAJORITY_WITH_VETO)


@pytest.mark.parametrize("form", FORMS)
def test_every_profile_is_judged_as_one_case_is(
    make: Make, rows: Rows, form: Callable[[Term], str | None]
) -> None:
    """All 15,625 profiles, as keys, as labels, and with nulls: words, bounds and verdicts."""
    frame = make(of_words([[*map(form, profile)] for profile in PROFILES]))

    assert sorted(rows(both(frame), "id", *RESULTS)) == all_judged()


def test_random_rows_are_judged_as_one_case_is(make: Make, rows: Rows) -> None:
    """100,000 rows, in which a column holds several spellings of one word."""
    frame = make(of_words(drawn()))

    assert sorted(rows(both(frame), "id", *RESULTS)) == drawn_judged()


# --- what stays as it was ---


def test_the_same_kind_of_frame_comes_back(make: Make) -> None:
    """What is lazy stays lazy, and no engine's frame becomes another's."""
    frame = make(of_words(drawn()[:50]))

    assert type(both(frame)) is type(frame)


@pytest.mark.parametrize(
    ("engine", "times"),
    [("pandas-object", 1), ("polars", 1), ("pyarrow", 1), ("polars-lazy", 4), ("duckdb", 4)],
)
def test_rows_keep_their_order(
    frames_of: Callable[[str], Make], rows: Rows, engine: str, times: int
) -> None:
    """Where an engine has an order of rows it is kept, though several threads work on them."""
    several = of_words(drawn() * times)
    found = rows(both(frames_of(engine)(several)), "id", "gaps")

    assert [number for number, _ in found] == several["id"]
    assert [gaps for _, gaps in found] == [row[3] for row in drawn_judged()] * times


def test_other_columns_are_left_as_they_were(make: Make, rows: Rows) -> None:
    """Notes, numbers and the ratings themselves are there as before, the results behind them."""
    columns: Columns = {"note": ["a", "b", None], **of_words(drawn()[:3]), "n": [1.5, 2.5, 3.5]}
    found = both(make(columns))

    assert [*nw.from_native(found).collect_schema().names()] == [*columns, *RESULTS]
    assert sorted(rows(found, "id", "note", "n", *CRITERIA)) == [
        (number, *(columns[name][number] for name in ("note", "n", *CRITERIA)))
        for number in range(3)
    ]


def test_a_frame_without_rows_gives_one_without_rows(make: Make, rows: Rows) -> None:
    """The columns of the results are there all the same."""
    narrow = nw.from_native(make(of_words(drawn()[:6])))
    empty = narrow.filter(nw.col("id") < 0).to_native()

    assert rows(both(empty), "id", *RESULTS) == []


# --- names that cannot be told apart ---

TWICE: Final[Mapping[str, Callable[[Native, str], Native]]] = {
    "pandas-object": lambda frame, name: pandas.concat([frame, frame[[name]]], axis=1),
    "pyarrow": lambda frame, name: frame.append_column(name, frame[name]),
    "dask": lambda frame, name: dask.concat([frame, frame[[name]]], axis=1),
    "pyspark": lambda frame, name: frame.select("*", frame[name]),
}


@pytest.mark.parametrize("name", ["clarity", "id"])
@pytest.mark.parametrize(
    "engine",
    [
        "pandas-object",
        "pyarrow",
        pytest.param("dask", marks=DASK),
        pytest.param("pyspark", marks=SPARK),
    ],
)
def test_two_columns_of_one_name_are_refused(
    frames_of: Callable[[str], Make], engine: str, name: str
) -> None:
    """Where an engine allows for them; whether they are read or not."""
    frame = TWICE[engine](frames_of(engine)(of_words([PASSES])), name)

    with pytest.raises(FrameError, match=f"column '{name}': is the name of 2 columns"):
        frames.score(frame, SUCCESS)


# --- categories ---

CATEGORIES: Final = ["patchy", "low", "High"]


def categorical(words: Sequence[str | None]) -> Native:
    """Make a frame of pandas."""
    return pandas.DataFrame(dict.fromkeys("ac", pandas.Categorical(words, CATEGORIES)))


def enumeration(words: Sequence[str | None]) -> Native:
    """Make a frame of polars."""
    return polars.DataFrame(
        dict.fromkeys("ac", polars.Series(words, dtype=polars.Enum(CATEGORIES)))
    )


def dictionary(words: Sequence[str | None]) -> Native:
    """Make a table of pyarrow, in which a missing value is a word of the dictionary."""
    known = [*CATEGORIES, None]
    codes = pyarrow.array([known.index(word) for word in words])
    words_of = pyarrow.DictionaryArray.from_arrays(codes, pyarrow.array(known))
    return pyarrow.table(dict.fromkeys("ac", words_of))


OPEN: Final[list[Native]] = []
"""Connections, for some releases close one that nobody names."""


def connected() -> Native:
    """Connect to a database of DuckDB."""
    OPEN.append(duckdb.connect())
    return OPEN[-1]


def enumerated(words: Sequence[str | None]) -> Native:
    """Make a relation of DuckDB."""
    connection = connected()
    unnested = "unnest(?::varchar[])::enum('patchy', 'low', 'High')"
    connection.execute(f"create table kept as select {unnested} as c, c as a", [words])
    return connection.table("kept")


CATEGORICAL: Final[Mapping[str, Callable[[Sequence[str | None]], Native]]] = {
    "pandas": categorical,
    "polars": enumeration,
    "polars-lazy": lambda words: enumeration(words).lazy(),
    "pyarrow": dictionary,
    "duckdb": enumerated,
    "dask": lambda words: dask.from_pandas(categorical(words), npartitions=2),
    "dask-unknown": lambda words: dask.from_pandas(
        categorical(words).astype(object), npartitions=2
    ).astype("category"),
}


KINDS: Final = {
    "pandas": nw.Categorical,
    "polars": nw.Categorical,
    "polars-lazy": nw.Categorical,
    "pyarrow": nw.Categorical,
    "dask": nw.Categorical,
    "duckdb": nw.String,
}
"""How the kinds of cases, which have no order, come out of categories."""


@DASK
@pytest.mark.parametrize("engine", KINDS)
def test_of_categories_come_categories(engine: str) -> None:
    """Where the engine has them without a type of their own."""
    found = frames.classify(CATEGORICAL[engine](["low", "High"]), MATLAND, row="a", col="c")

    assert nw.from_native(found).collect_schema()["kind"] == KINDS[engine]


@pytest.mark.parametrize("name", ["pandas-categories", "polars-categories", "polars-enumerations"])
def test_grades_of_categories_come_in_their_order(
    frames_of: Callable[[str], Make], name: str
) -> None:
    """From the lowest to the highest, so that tables of verdicts are sorted as they should be."""
    given = {row.key: ["relative-success", None] for row in success.Criterion}
    found = frames.decide(frames_of(name)(given), success.SUCCESS, verdicts.MAJORITY)
    dtype = nw.Enum([grade.key for grade in success.Attainment])

    assert nw.from_native(found).schema["verdict_highest"] == dtype


@DASK
@pytest.mark.parametrize("engine", CATEGORICAL)
def test_categories_of_no_row_are_not_refused(rows: Rows, engine: str) -> None:
    """A category may be there that is no term."""
    frame = CATEGORICAL[engine](["low", None, "High", "low"])
    found = frames.classify(frame, MATLAND, row="a", col="c")

    assert rows(found, "kind") == [("administrative",), (None,), ("symbolic",), ("administrative",)]


@DASK
@pytest.mark.parametrize("engine", CATEGORICAL)
def test_categories_of_a_row_are_refused(engine: str) -> None:
    """As any other word."""
    frame = CATEGORICAL[engine](["low", None, "patchy", "patchy"])

    with pytest.raises(FrameError, match="'patchy' in 2 rows is not a term of Ambiguity"):
        frames.classify(frame, MATLAND, row="a", col="c")


# --- laziness ---


def poisoned(make: Make) -> Native:
    """Make a frame with a column that cannot be worked out."""
    frame = nw.from_native(make({"note": ["untouched"] * 100, **of_words(drawn()[:100])}))
    return frame.with_columns(nw.col("note").cast(nw.Int64).alias("poison")).to_native()


def test_of_a_lazy_frame_only_the_words_are_asked_for(make_lazy: Make, rows: Rows) -> None:
    """The call does not meet the column that fails; who fetches the frame does."""
    found = both(poisoned(make_lazy))

    with pytest.raises(Exception, match="untouched"):
        rows(found, "id", "poison", *RESULTS)


# --- many profiles ---


class Light(Scale):
    """How it looks, least to most."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


WORDS: Final[Sequence[str | None]] = ("red", "amber", "Green", "not-stated", "not-applicable", None)


def rubric_of(criteria: int) -> Rubric[Term, Light, str]:
    """Make a rubric of many criteria."""
    make: Any = Term
    rows: type[Term] = make("Many", [(f"C{number}", f"c-{number}") for number in range(criteria)])
    cells = dict.fromkeys(rows, ("stop", "care", "go"))
    return Rubric(key="lights", title="Lights", rows=rows, cols=Light, cells=cells)


def lights(rubric: Rubric[Term, Light, str]) -> Sequence[Sequence[str | None]]:
    """Draw 60 cards, some of them alike."""
    numbers = random.Random(7)  # noqa: S311 -- to be repeated, not secret
    cards = [numbers.choices(WORDS, k=len(rubric.rows)) for _ in range(40)]
    return cards + cards[:20]


def as_columns(rubric: Rubric[Term, Light, str]) -> Columns:
    """Lay the cards out as columns, numbered from 0."""
    cards = lights(rubric)
    columns: Columns = {"id": [*range(60)]}
    return columns | {
        row.key: [card[place] for card in cards] for place, row in enumerate(rubric.rows)
    }


def lights_judged(rubric: Rubric[Term, Light, str]) -> list[tuple[object, ...]]:
    """Judge the cards one by one."""
    told: list[tuple[object, ...]] = []
    for number, card in enumerate(lights(rubric)):
        ratings = {
            row.key: word or "not-assessed" for row, word in zip(rubric.rows, card, strict=True)
        }
        verdict = verdicts.decide(readings.score(rubric, ratings), verdicts.MAJORITY)
        told.append((number, key(verdict.lowest), key(verdict.highest), verdict.settled))
    return told


def test_of_too_many_profiles_those_of_the_frame_are_judged(make: Make, rows: Rows) -> None:
    """Of 12 criteria there are too many for a table."""
    rubric = rubric_of(12)
    found = frames.decide(make(as_columns(rubric)), rubric, verdicts.MAJORITY)

    assert sorted(rows(found, "id", *RESULTS[3:])) == lights_judged(rubric)


@pytest.mark.parametrize("engine", [*EAGER, pytest.param("dask", marks=DASK)])
def test_a_profile_may_be_too_long_for_a_whole_number(
    frames_of: Callable[[str], Make], rows: Rows, engine: str
) -> None:
    """Of 40 criteria there are more profiles than numpy can number."""
    rubric, make = rubric_of(40), frames_of(engine)
    found = frames.decide(make(as_columns(rubric)), rubric, verdicts.MAJORITY)

    assert sorted(rows(found, "id", *RESULTS[3:])) == lights_judged(rubric)


def test_a_frame_of_many_criteria_may_be_empty(make_lazy: Make, rows: Rows) -> None:
    """There is nothing to look up then."""
    rubric = rubric_of(12)
    empty = nw.from_native(make_lazy(as_columns(rubric))).filter(nw.col("id") < 0).to_native()

    assert rows(frames.score(empty, rubric), "lowest", "highest", "gaps") == []


# --- where an engine is named ---


def test_no_other_module_names_an_engine() -> None:
    """What is done in another way on another engine is done in one place."""
    modules = Path(frames.__file__).parent.rglob("*.py")
    naming = [file for file in modules if "nw.Implementation." in file.read_text("utf-8")]

    assert naming == [Path(engines.__file__)]


# --- words as codes ---

GIVEN: Final[Columns] = {"a": ["low", None, "High", "low"], "b": ["high", "low", None, "high"]}
AXES: Final = {"a": Ambiguity, "b": Conflict}


def test_eager_frames_write_codes_where_numpy_is_there(
    make_eager: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And where it is not, they do not."""
    frame = nw.from_native(make_eager(GIVEN))
    with_numpy = engines.written(frame, AXES)
    monkeypatch.setitem(sys.modules, "numpy", None)

    assert with_numpy is not None
    assert engines.written(frame, AXES) is None


def test_lazy_frames_write_no_codes(make_lazy: Make) -> None:
    """They are looked up by their engine."""
    assert engines.written(nw.from_native(make_lazy(GIVEN)), AXES) is None


@pytest.mark.parametrize("engine", EAGER)
def test_codes_are_the_places_of_words(frames_of: Callable[[str], Make], engine: str) -> None:
    """Words that are expected and words that are not; a missing value is the last place."""
    frame = nw.from_native(frames_of(engine)(GIVEN))
    written = engines.written(frame, AXES) or {}
    read = {
        name: [[*words, None][code] for code in places.tolist()]
        for name, (words, places) in written.items()
    }

    assert read == GIVEN


# --- without numpy, and without a way ---


@pytest.mark.parametrize("engine", ["polars", "polars-categories", "pyarrow"])
def test_the_results_are_the_same_without_numpy(
    frames_of: Callable[[str], Make], rows: Rows, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    """Words are replaced by engines that write no codes."""
    frame = frames_of(engine)(of_words(drawn()[:5_000]))
    monkeypatch.setitem(sys.modules, "numpy", None)
    found = both(frame)
    monkeypatch.undo()

    assert rows(found, "id", *RESULTS) == drawn_judged()[:5_000]


def test_a_lazy_frame_of_another_engine_is_refused() -> None:
    """The error names the engines that there are, and the way out."""
    frame: Any = nw.from_native(pandas.DataFrame(of_words([PASSES]))).lazy()

    with pytest.raises(FrameError) as caught:
        frames.score(frame, SUCCESS)

    assert str(caught.value) == (
        "lazy frames of pandas are not read; expected one of 'dask', 'duckdb', 'polars', "
        "'pyspark', or a frame that was collected"
    )
