"""The verbs over columns: names in and out, gaps, and what is refused."""

import importlib
import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, TypeAlias

import narwhals.stable.v2 as nw
import pytest

from implsupport import Scale, Term, Typology, frames, readings, verdicts
from implsupport.errors import (
    FrameError,
    FrameworkError,
    IncompleteError,
    UnknownKeyError,
    UnknownTermError,
)
from implsupport.evaluation.verdicts import MAJORITY, SortingRule
from implsupport.frameworks.governance import GOVERNANCE, Level, Locus
from implsupport.frameworks.matland import MATLAND, Implementation
from implsupport.frameworks.success import SUCCESS, Attainment, Criterion

pandas: Any = importlib.import_module("pandas")
polars: Any = importlib.import_module("polars")
pyarrow: Any = importlib.import_module("pyarrow")

Native: TypeAlias = Any
"""A frame, or a part of one, as its own library knows it."""

Columns: TypeAlias = dict[str, Sequence[object]]
Make: TypeAlias = Callable[[Mapping[str, Sequence[object]]], Native]
Rows: TypeAlias = Callable[..., list[tuple[object, ...]]]

CRITERIA: Final = [criterion.key for criterion in Criterion]
KINDS: Final = [kind.key for kind in Implementation]

AXIS: Final = ["low", "high", "High", " LOW ", "not-stated", "Not applicable", None]
AXES: Final = [*itertools.product(AXIS, AXIS)]
CELLS: Final = [*itertools.product([*Locus, None], [*Level, None])]


def kind_of(row: str | None, col: str | None) -> str | None:
    """Classify one policy; with a gap there is no kind."""
    found = readings.candidates(MATLAND, row or "not-stated", col or "not-stated")
    return found[0].key if len(found) == 1 else None


def of_success(**columns: Sequence[object]) -> Columns:
    """Lay out cards that succeed in everything but the columns given."""
    size = max(map(len, columns.values()), default=1)
    plain: Columns = {"id": [*range(size)]}
    plain |= {name: ["relative-success"] * size for name in CRITERIA}
    return plain | columns


# --- classify and place ---


def test_classify_picks_the_cell_that_one_case_falls_in(make: Make, rows: Rows) -> None:
    """Keys, labels, gaps and nulls on both axes."""
    columns = {
        "id": [*range(len(AXES))],
        "a": [row for row, _ in AXES],
        "c": [col for _, col in AXES],
    }
    found = frames.classify(make(columns), MATLAND, row="a", col="c")

    assert sorted(rows(found, "id", "kind")) == [
        (number, kind_of(*pair)) for number, pair in enumerate(AXES)
    ]


def test_place_names_the_cell_that_an_activity_stands_in(make: Make, rows: Rows) -> None:
    """All nine cells as labels, and what has none."""
    columns = {
        "id": [*range(len(CELLS))],
        "locus": [locus and locus.label for locus, _ in CELLS],
        "level": [level and level.label for _, level in CELLS],
    }
    found = frames.place(make(columns), GOVERNANCE, row="locus", col="level")

    assert sorted(rows(found, "id", "activity_type"), key=repr) == sorted(
        [
            (number, GOVERNANCE[locus, level].key if locus and level else None)
            for number, (locus, level) in enumerate(CELLS)
        ],
        key=repr,
    )


# --- locate ---

DEGREES: Final = [None, math.nan, -0.0, 0.1, 0.25, 0.3, 0.5, 0.7, 0.9, 1.0]
PLACES: Final = [*itertools.product(DEGREES, DEGREES)]
LOCATED: Final = (*KINDS, "kind", "margin", "borderline")


def located(row: float | None, col: float | None) -> tuple[object, ...]:
    """Locate one policy, where NaN is not known."""
    axes = [None if axis is None or math.isnan(axis) else axis for axis in (row, col)]
    location = readings.locate(MATLAND, *axes)
    kind = location.kind
    told = (kind.key if kind else None, location.margin, location.borderline)
    return (*location.memberships.values(), *told)


def test_locate_grades_every_row_as_one_case(make: Make, rows: Rows) -> None:
    """Memberships, kind, margin and whether an axis sits on its crossover, to the last digit."""
    columns = {
        "id": [*range(len(PLACES))],
        "a": [row for row, _ in PLACES],
        "c": [col for _, col in PLACES],
    }
    found = rows(frames.locate(make(columns), MATLAND, row="a", col="c"), "id", *LOCATED)

    assert repr(sorted(found)) == repr(
        [(number, *located(*pair)) for number, pair in enumerate(PLACES)]
    )


@pytest.mark.parametrize("values", [[0, 1, 1], [None, None, None]])
def test_locate_takes_whole_numbers_and_columns_of_nothing(
    make_eager: Make, rows: Rows, values: list[int | None]
) -> None:
    """0 and 1 are degrees, and a column without a value may be of any type."""
    found = frames.locate(make_eager({"a": values, "c": [0.25] * 3}), MATLAND, row="a", col="c")

    assert rows(found, *LOCATED) == [located(value, 0.25) for value in values]


class Side(Scale):
    """Two grades."""

    LEFT = "left"
    RIGHT = "right"


class Colour(Term):
    """Fewer kinds than cells."""

    RED = "red"
    BLUE = "blue"


FLAG: Final = Typology(
    key="flag",
    title="Flag",
    rows=Side,
    cols=Side,
    cells={Side.LEFT: (Colour.RED, Colour.BLUE), Side.RIGHT: (Colour.BLUE, Colour.RED)},
)


def test_a_kind_in_several_cells_has_the_greatest_of_their_memberships(rows: Rows) -> None:
    """As for one case."""
    rows_of, cols = [0.2, 0.8, None], [0.3, 0.4, 0.5]
    frame = polars.DataFrame({"a": rows_of, "c": cols})
    found = frames.locate(frame, FLAG, row="a", col="c")

    assert rows(found, "red", "blue") == [
        tuple(readings.locate(FLAG, *pair).memberships.values())
        for pair in zip(rows_of, cols, strict=True)
    ]


# --- names ---


def test_columns_are_found_by_criterion(make_eager: Make, rows: Rows) -> None:
    """A criterion may be a key, a label or a term; others have the column of their key."""
    columns = of_success() | {"p": ["relative-failure"], "c": ["conflicted-attainment"]}
    named = {"Politics": "p", Criterion.CLARITY: "c"}
    found = frames.score(make_eager(columns), SUCCESS, columns=named)

    assert rows(found, "lowest", "highest") == [("relative-failure", "relative-success")]


def test_a_prefix_stands_before_every_result(make_eager: Make) -> None:
    """So that two rules can stand side by side."""
    first = frames.decide(make_eager(of_success()), SUCCESS, MAJORITY, prefix="two thirds: ")
    found = frames.decide(first, SUCCESS, verdicts.WEAKEST, prefix="all_", on_error="gap")

    assert nw.from_native(found).columns[7:] == [
        "two thirds: verdict_lowest",
        "two thirds: verdict_highest",
        "two thirds: settled",
        "all_verdict_lowest",
        "all_verdict_highest",
        "all_settled",
        "all_unread",
        "all_reason",
    ]


def test_a_name_with_quotation_marks_is_a_name(make_lazy: Make, rows: Rows) -> None:
    """Of a column as of a result."""
    columns = {"the 'a'": ["high"], "c'd": ["low"]}
    found = frames.classify(make_lazy(columns), MATLAND, row="the 'a'", col="c'd", prefix="it's ")

    assert rows(found, "it's kind") == [("experimental",)]


def test_a_column_named_as_the_key_of_a_join_is_left_alone(make_lazy: Make, rows: Rows) -> None:
    """A name that is free is found for it."""
    columns = {"key": ["high"], "_KEY": ["low"]}
    found = frames.classify(make_lazy(columns), MATLAND, row="key", col="_KEY")

    assert rows(found, "key", "_KEY", "kind") == [("high", "low", "experimental")]


def test_a_criterion_that_the_rubric_does_not_have_is_refused() -> None:
    """Every such word, in one error."""
    named = {"polities": "x", "stakeholder": "y"}

    with pytest.raises(UnknownTermError, match=r"did you mean 'politics'.*'stakeholders'"):
        frames.score(polars.DataFrame(of_success()), SUCCESS, columns=named)


def test_a_criterion_named_twice_is_refused() -> None:
    """By its key and by its label."""
    named = {"politics": "x", "Politics": "y"}

    with pytest.raises(IncompleteError, match="'politics' given twice"):
        frames.score(polars.DataFrame(of_success()), SUCCESS, columns=named)


def test_columns_that_are_no_mapping_are_refused() -> None:
    """Which criterion has which column could only be guessed."""
    named: Any = ["politics", "clarity"]

    with pytest.raises(FrameworkError, match="is not a mapping of criteria to columns"):
        frames.score(polars.DataFrame(of_success()), SUCCESS, columns=named)


def test_a_column_that_several_criteria_are_read_from_is_refused(make_eager: Make) -> None:
    """Though one is not named: a grade would count twice. What is wrong with it is told once."""
    frame = make_eager(of_success(politics=["patchy"]))

    with pytest.raises(FrameError) as caught:
        frames.score(frame, SUCCESS, columns={"clarity": "politics"})

    assert [(one.code, one.given) for one in caught.value.findings] == [
        ("name", "politics"),
        ("word", "'patchy'"),
    ]
    assert str(caught.value).splitlines()[0] == (
        "column 'politics': is read for criterion 'clarity' and criterion 'politics', and would "
        "count 2 times; name a column of its own for each"
    )


@pytest.mark.parametrize(
    ("verb", "framework"),
    [(frames.classify, MATLAND), (frames.place, GOVERNANCE), (frames.locate, MATLAND)],
)
def test_one_column_for_both_axes_is_refused(
    verb: Callable[..., object], framework: object
) -> None:
    """It could only be one of them."""
    frame = polars.DataFrame({"a": [None]})

    with pytest.raises(FrameError, match="column 'a': is read for the row and the column"):
        verb(frame, framework, row="a", col="a")


def test_criteria_may_take_the_columns_of_others(make_eager: Make, rows: Rows) -> None:
    """What counts is that each has its own."""
    frame = make_eager(of_success(clarity=["relative-failure"]))
    named = {"Politics": "clarity", "clarity": "politics"}

    assert rows(frames.score(frame, SUCCESS, columns=named), "lowest", "gaps") == [
        ("relative-failure", 0)
    ]


UNNAMED: Final[Mapping[str, Any]] = {
    "nothing": None,
    "a number": 0,
    "a list": ["clarity"],
    "a column": pandas.Series(["high"]),
}


@pytest.mark.parametrize("what", UNNAMED)
def test_what_is_no_name_of_a_column_is_told_with_all_else(make: Make, what: str) -> None:
    """Other columns are read, and none is taken for it."""
    frame = make({"clarity": ["high"], "c": ["lo"]})

    with pytest.raises(FrameError) as caught:
        frames.classify(frame, MATLAND, row=UNNAMED[what], col="c")

    assert [(one.code, one.column) for one in caught.value.findings] == [
        ("name", None),
        ("word", "c"),
    ]
    assert "which is no text; give the name of a column as text" in str(caught.value)


def test_of_a_table_without_names_none_is_read() -> None:
    """Whoever reads a file without a header has numbers for them."""
    frame = pandas.DataFrame([["high", "low"]])

    with pytest.raises(FrameError) as caught:
        frames.classify(frame, MATLAND, row=0, col=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] -- what is refused

    assert str(caught.value).splitlines()[1] == (
        "the column is read from 1, which is no text; give the name of a column as text, and "
        "rename columns that have no such name; there are 0, 1"
    )


def test_columns_that_are_not_read_may_have_any_name(rows: Rows) -> None:
    """Numbers too, whatever the verb."""
    frame = pandas.DataFrame({0: [1], "a": [1.0], "c": [0.0], 7: [2]})

    assert rows(frames.locate(frame, MATLAND, row="a", col="c"), "kind") == [("experimental",)]


# --- what is refused before a row is read ---


def test_a_rule_that_is_not_fit_is_refused_whatever_the_frame_holds() -> None:
    """It has no weight for a criterion; there is no row that could show it."""
    rule = SortingRule(key="few", majority=Fraction(1, 2), weights={"clarity": 1})

    with pytest.raises(FrameworkError, match="no weight for 'legitimacy'"):
        frames.decide(polars.DataFrame(of_success())[:0], SUCCESS, rule)


class Wind(Scale):
    """Three grades."""

    CALM = "calm"
    FRESH = "fresh"
    STRONG = "strong"


WINDS: Final = Typology(
    key="winds",
    title="Winds",
    rows=Side,
    cols=Wind,
    cells=dict.fromkeys(Side, (Colour.RED, Colour.BLUE, Colour.RED)),
)


def test_a_typology_that_cannot_be_graded_is_refused() -> None:
    """One of its axes has three grades."""
    with pytest.raises(FrameworkError, match="Wind is not a scale of two grades"):
        frames.locate(polars.DataFrame({"a": [0.5]}), WINDS, row="a", col="a")


VERBS: Final[Mapping[str, tuple[Callable[[Any, Any], object], str]]] = {
    "classify": (lambda frame, key: frames.classify(frame, key, row="id", col="id"), "typology"),
    "locate": (lambda frame, key: frames.locate(frame, key, row="id", col="id"), "typology"),
    "place": (lambda frame, key: frames.place(frame, key, row="id", col="id"), "grid"),
    "score": (lambda frame, key: frames.score(frame, key, prefix="of "), "rubric"),
    "decide": (lambda frame, key: frames.decide(frame, key, MAJORITY), "rubric"),
}


@pytest.mark.parametrize("name", list(VERBS))
def test_a_key_in_place_of_a_framework_is_refused(name: str) -> None:
    """The error says what to give."""
    verb, what = VERBS[name]

    with pytest.raises(FrameworkError, match=f"'success' is not a {what}; give the {what} itself"):
        verb(polars.DataFrame(of_success()), "success")


def test_another_way_of_taking_errors_is_refused() -> None:
    """The error names those there are."""
    on_error: Any = "gaps"

    with pytest.raises(UnknownTermError, match=r"'gaps' is not a .*'raise', 'gap'.*mean 'gap'"):
        frames.score(polars.DataFrame(of_success()), SUCCESS, on_error=on_error)


NO_FRAMES: Final[Mapping[str, Any]] = {
    "NoneType": None,
    "dict": {"clarity": ["relative-success"]},
    "Series": pandas.Series(["relative-success"]),
    "ChunkedArray": pyarrow.chunked_array([["relative-success"]]),
}


@pytest.mark.parametrize("name", NO_FRAMES)
def test_what_is_no_frame_is_refused(name: str) -> None:
    """The error says what it is, and whose frames are read."""
    with pytest.raises(FrameError) as caught:
        frames.score(NO_FRAMES[name], SUCCESS)

    assert [one.code for one in caught.value.findings] == ["engine"]
    assert str(caught.value) == (
        f"a {name} is not a data frame; expected one of pandas, polars, pyarrow, DuckDB, Dask, "
        "PySpark; make a frame of it first"
    )


def test_a_prefix_that_is_no_text_is_refused() -> None:
    """It would stand in the names of the results."""
    prefix: Any = None

    with pytest.raises(UnknownTermError, match=r"None is not .* prefix; expected text, or ''"):
        frames.score(polars.DataFrame(of_success()), SUCCESS, prefix=prefix)


def test_a_rule_may_be_named_by_its_key(make_eager: Make, rows: Rows) -> None:
    """As for one card."""
    frame = make_eager(of_success(clarity=["relative-failure", None]))
    names = ("verdict_lowest", "verdict_highest", "settled")
    by_key, by_rule = (frames.decide(frame, SUCCESS, rule) for rule in ("majority", MAJORITY))

    assert rows(by_key, *names) == rows(by_rule, *names)


def test_a_rule_that_there_is_not_is_refused() -> None:
    """The error names the nearest."""
    with pytest.raises(UnknownKeyError, match=r"no rule 'majorty'; .*did you mean 'majority'"):
        frames.decide(polars.DataFrame(of_success()), SUCCESS, "majorty")


# --- what is wrong with a frame ---

WRONG: Final = of_success(
    clarity=["patchy", "patchy", "Relative success", None],
    politics=["relative-sucess", "patchy", "patchy", "patchy"],
)
MARKS: Final = (
    "expected one of 'relative-failure', 'conflicted-attainment', 'relative-success', "
    "'not-assessed', 'not-stated', 'insufficient-evidence', 'conflicting-evidence', "
    "'no-anchor-fits', 'not-applicable'"
)


def test_every_unknown_word_is_told_with_its_rows(make: Make) -> None:
    """On every engine the same sentences: column, word, rows, what was expected, nearest match."""
    with pytest.raises(FrameError) as caught:
        frames.score(make(WRONG), SUCCESS)

    assert str(caught.value).splitlines() == [
        f"column 'clarity': 'patchy' in 2 rows is not a term of Attainment; {MARKS}",
        f"column 'politics': 'patchy' in 3 rows is not a term of Attainment; {MARKS}",
        (
            "column 'politics': 'relative-sucess' in 1 row is not a term of Attainment; "
            f"{MARKS}; did you mean 'relative-success'?"
        ),
    ]


def test_all_that_is_wrong_with_a_frame_is_told_at_once(make_eager: Make) -> None:
    """Columns that are not there, names that are taken, types and words."""
    columns = of_success(clarity=["patchy", None], objectives=[1, 2], Gaps=[0, 0])
    del columns["politics"]

    with pytest.raises(FrameError) as caught:
        frames.score(make_eager(columns), SUCCESS)

    assert [(one.code, one.column, one.rows) for one in caught.value.findings] == [
        ("missing", "politics", 0),
        ("taken", "gaps", 0),
        ("word", "clarity", 1),
        ("type", "objectives", 2),
    ]


def test_a_frame_of_other_columns_is_told_what_is_not_there() -> None:
    """None of the columns is read then."""
    with pytest.raises(FrameError) as caught:
        frames.locate(polars.DataFrame({"x": [1]}), MATLAND, row="a", col="c")

    assert str(caught.value) == (
        "column 'a': is not there, and the row is read from it; there are 'x'\n"
        "column 'c': is not there, and the column is read from it; there are 'x'"
    )


def test_of_very_many_unknown_words_the_commonest_are_told() -> None:
    """An error stays readable, and says how much more there is."""
    words = [f"word-{number}" for number in range(2_000)] + ["word-7"] * 3
    columns = of_success(clarity=[*words])

    with pytest.raises(FrameError) as caught:
        frames.score(polars.DataFrame(columns), SUCCESS)

    assert (len(caught.value.findings), caught.value.more) == (50, 1_950)
    assert (caught.value.findings[0].given, caught.value.findings[0].rows) == ("'word-7'", 4)


def test_numbers_that_are_no_degrees_are_told_with_their_rows(make: Make) -> None:
    """How many, and how far they go."""
    columns: Columns = {"a": [0.5, 1.5, None, -0.5], "c": [70.0, 0.5, math.nan, 0.0]}

    with pytest.raises(FrameError) as caught:
        frames.locate(make(columns), MATLAND, row="a", col="c")

    assert str(caught.value).splitlines() == [
        (
            "column 'a': 2 rows have no degree of Ambiguity; expected a number from 0 to 1, and "
            "these go from -0.5 to 1.5"
        ),
        (
            "column 'c': 1 row has no degree of Conflict; expected a number from 0 to 1, and "
            "these go from 0.0 to 70.0"
        ),
    ]


NUMBERS: Final = "numbers from 0 to 1; write numbers, in a column of a type of numbers"


def test_words_and_truths_are_no_degrees(make_eager: Make) -> None:
    """A column of another type is told with the rows that have a value."""
    columns: Columns = {"a": ["high", None, "low"], "c": [True, False, True]}

    with pytest.raises(FrameError) as caught:
        frames.locate(make_eager(columns), MATLAND, row="a", col="c")

    assert str(caught.value).splitlines() == [
        f"column 'a': holds String in 2 rows, not {NUMBERS}",
        f"column 'c': holds Boolean in 3 rows, not {NUMBERS}",
    ]


@pytest.mark.parametrize("number", [3, 2.5])
def test_what_is_no_text_is_told_with_the_way_out(make: Make, number: float) -> None:
    """Whatever the engine calls the type, the error gives a key to write."""
    columns = of_success(politics=["relative-success"] * 2) | {"clarity": [number, None]}
    way_out = r"in 1 row, not text or categories; write each as text, by its key, such as 'rel"

    with pytest.raises(FrameError, match=f"column 'clarity': holds [A-Z][A-Za-z0-9]* {way_out}"):
        frames.score(make(columns), SUCCESS)


@pytest.mark.parametrize(
    ("clarity", "holds"),
    [
        ([1, "relative-success", None], "int in 1 row"),
        ([Attainment.RELATIVE_SUCCESS, "relative-success", 2.5], "Attainment, float in 2 rows"),
    ],
)
def test_of_a_column_of_objects_only_those_are_told_that_are_no_text(
    clarity: list[object], holds: str
) -> None:
    """Terms among them: their keys are read."""
    columns = of_success(politics=["relative-success"] * 3) | {"clarity": clarity}

    with pytest.raises(FrameError, match=f"column 'clarity': holds {holds}, not text"):
        frames.score(pandas.DataFrame(columns), SUCCESS)


def test_objects_that_are_all_text_are_not_passed_over() -> None:
    """Where an engine does not see that they are text, that is told: they are not missing."""
    clarity = polars.Series("clarity", ["relative-success"], dtype=polars.Object)

    with pytest.raises(FrameError, match="column 'clarity': holds Object in 1 row, not text"):
        frames.score(polars.DataFrame(of_success()).with_columns(clarity), SUCCESS)


def test_a_name_that_is_taken_in_another_case_is_told_as_it_stands() -> None:
    """So that it can be found."""
    frame = polars.DataFrame(of_success() | {"Lowest": [1]})

    with pytest.raises(FrameError, match="'lowest': is there already as 'Lowest', which some"):
        frames.score(frame, SUCCESS)


def test_text_that_is_blank_is_missing(make: Make, rows: Rows) -> None:
    """As null is, and as a blank cell of a document; it is no word that could not be read."""
    columns = of_success(clarity=["", " \t", "relative-failure"])
    found = frames.score(make(columns), SUCCESS, on_error="gap")

    assert sorted(rows(found, "id", "lowest", "gaps", "unread")) == [
        (0, "relative-success", 1, 0),
        (1, "relative-success", 1, 0),
        (2, "relative-failure", 0, 0),
    ]


@pytest.mark.parametrize("nothing", [[None, None], [math.nan, math.nan]])
def test_a_column_without_a_value_may_be_of_any_type(
    make: Make, rows: Rows, nothing: list[float | None]
) -> None:
    """Of a criterion that nobody judged a reader may make numbers."""
    found = frames.score(
        make(of_success(clarity=["relative-success"] * 2) | {"politics": nothing}), SUCCESS
    )

    assert rows(found, "lowest", "gaps") == [("relative-success", 1)] * 2


# --- words that count as gaps ---


def test_words_that_cannot_be_read_may_count_as_gaps(make: Make, rows: Rows) -> None:
    """No row is dropped; each tells how many words and which columns."""
    found = frames.score(make(WRONG), SUCCESS, on_error="gap")
    of_clarity = "clarity: not a term of Attainment"
    of_politics = "politics: not a term of Attainment"

    assert sorted(rows(found, "id", "lowest", "gaps", "unread", "reason")) == [
        (0, "relative-success", 2, 2, f"{of_clarity}; {of_politics}"),
        (1, "relative-success", 2, 2, f"{of_clarity}; {of_politics}"),
        (2, "relative-success", 1, 1, of_politics),
        (3, "relative-success", 2, 1, of_politics),
    ]


def test_a_word_that_cannot_be_read_leaves_a_verdict_open(make_eager: Make, rows: Rows) -> None:
    """It is filled with the lowest and the best grade, as any gap that is applicable."""
    columns = of_success(legitimacy=["patchy"], clarity=["patchy"], politics=["patchy"])
    found = frames.decide(make_eager(columns), SUCCESS, MAJORITY, on_error="gap")

    assert rows(found, "verdict_lowest", "verdict_highest", "settled", "unread") == [
        ("relative-failure", "relative-success", False, 3)
    ]


def test_where_all_words_can_be_read_that_is_recorded(make_eager: Make, rows: Rows) -> None:
    """The columns are there in any case."""
    found = frames.score(make_eager(of_success()), SUCCESS, on_error="gap")

    assert rows(found, "unread", "reason") == [(0, None)]


def test_numbers_that_are_no_degrees_may_count_as_not_known(make: Make, rows: Rows) -> None:
    """The membership is null then, and the reason is told."""
    columns: Columns = {"id": [0, 1, 2], "a": [0.75, 1.5, -1.0], "c": [0.25, 0.5, 2.0]}
    found = frames.locate(make(columns), MATLAND, row="a", col="c", on_error="gap")
    of_a, of_c = "a: not a degree of Ambiguity", "c: not a degree of Conflict"

    assert sorted(rows(found, "id", *LOCATED, "unread", "reason")) == [
        (0, *located(0.75, 0.25), 0, None),
        (1, *located(None, 0.5), 1, of_a),
        (2, *located(None, None), 2, f"{of_a}; {of_c}"),
    ]


def test_types_are_refused_though_words_count_as_gaps() -> None:
    """Numbers in place of words are no spelling."""
    columns = of_success() | {"politics": [3]}

    with pytest.raises(FrameError, match="holds Int64 in 1 row, not text or categories"):
        frames.score(polars.DataFrame(columns), SUCCESS, on_error="gap")


def test_whatever_stands_in_a_column_of_objects_is_told() -> None:
    """In pandas text may be followed by anything."""
    clarity: Sequence[object] = [*["relative-success"] * 100, 3, 2.5, b"x"]
    columns = of_success(politics=["relative-success"] * 103) | {"clarity": clarity}

    with pytest.raises(FrameError) as caught:
        frames.score(pandas.DataFrame(columns).astype({"clarity": object}), SUCCESS)

    assert [one.given for one in caught.value.findings] == ["2.5", "3", "b'x'"]
