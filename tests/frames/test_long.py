"""Long frames: to wide cards, to panels, and what is refused."""

import datetime as dt
import importlib
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import narwhals.stable.v2 as nw
import pytest

from implsupport import frames, panels
from implsupport.errors import FrameError, FrameworkError, UnknownTermError
from implsupport.evaluation.panels import Panel
from implsupport.frameworks.governance import GOVERNANCE
from implsupport.frameworks.matland import MATLAND
from implsupport.frameworks.success import SUCCESS, Criterion
from implsupport.terms import Gap

numpy: Any = importlib.import_module("numpy")
pandas: Any = importlib.import_module("pandas")
polars: Any = importlib.import_module("polars")

Native: TypeAlias = Any
"""A frame, or a part of one, as its own library knows it."""

Make: TypeAlias = Callable[[Mapping[str, Sequence[object]]], Native]
Rows: TypeAlias = Callable[..., list[tuple[object, ...]]]

CRITERIA: Final = [criterion.key for criterion in Criterion]
FIELDS: Final = ("case", "criterion", "assessor", "layer", "grade", "note")

RATINGS: Final = [
    ("hwb", "clarity", "B", None, "relative-success", "x"),
    ("hwb", "Clarity", "A", None, "Relative failure", None),
    ("care-act", "politics", "A", "local", None, None),
    ("hwb", "politics", "A", None, "conflicted-attainment", "y"),
    ("care-act", "clarity", "A", "local", "not-stated", None),
    ("care-act", "clarity", "A", "national", "no anchor fits", None),
]


def of_rows(rows: Sequence[Sequence[object]], names: Sequence[str] = FIELDS) -> dict[str, Any]:
    """Lay rows out as columns."""
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}


CARDS: Final = [
    ("hwb", "B", None, "relative-success", None),
    ("hwb", "A", None, "relative-failure", "conflicted-attainment"),
    ("care-act", "A", "local", "not-stated", "not-assessed"),
    ("care-act", "A", "national", "no-anchor-fits", None),
]


# --- wide ---


def test_a_long_frame_becomes_a_wide_one(make: Make, rows: Rows) -> None:
    """A row for each case, assessor and layer, a column for each criterion, its mark as key."""
    wide = frames.widen(make(of_rows(RATINGS)), SUCCESS)
    found = rows(wide, "case", "assessor", "layer", "clarity", "politics")

    assert [*nw.from_native(wide).collect_schema().names()] == [
        "case",
        "assessor",
        "layer",
        *CRITERIA,
    ]
    assert sorted(found, key=repr) == sorted(CARDS, key=repr)


def test_cards_stand_in_the_order_in_which_they_begin(make_eager: Make, rows: Rows) -> None:
    """As far as the engine has an order of rows."""
    wide = frames.widen(make_eager(of_rows(RATINGS)), SUCCESS)

    assert rows(wide, "case", "assessor", "layer", "clarity", "politics") == CARDS


def test_what_is_lazy_stays_lazy(make_lazy: Make) -> None:
    """The cards are gathered when they are fetched."""
    long = make_lazy(of_rows(RATINGS))

    assert type(frames.widen(long, SUCCESS)) is type(long)


def test_a_wide_frame_can_be_scored(make_eager: Make, rows: Rows) -> None:
    """What comes out of one verb goes into the other."""
    scored = frames.score(frames.widen(make_eager(of_rows(RATINGS)), SUCCESS), SUCCESS)

    assert rows(scored, "lowest", "gaps") == [
        ("relative-success", 5),
        ("relative-failure", 4),
        (None, 6),
        (None, 6),
    ]


def test_fields_may_have_other_columns(make_eager: Make, rows: Rows) -> None:
    """Whatever the columns are called."""
    names = ("policy", "what", "case", "layer", "mark", "note")
    named = {"case": "policy", "criterion": "what", "assessor": "case", "grade": "mark"}
    wide = frames.widen(make_eager(of_rows(RATINGS, names)), SUCCESS, columns=named)

    assert rows(wide, "policy", "case", "layer", "clarity", "politics") == CARDS


def test_two_rows_for_one_criterion_of_a_card_are_refused(make: Make) -> None:
    """However the criterion is spelt; the error gives an example."""
    twice = [*RATINGS[:2], ("hwb", "CLARITY", "A", None, None, None)]

    with pytest.raises(FrameError) as caught:
        frames.widen(make(of_rows(twice)), SUCCESS)

    assert [(one.code, one.rows) for one in caught.value.findings] == [("repeated", 1)]
    assert "agree in 'case', 'assessor', 'layer', 'criterion'" in str(caught.value)
    assert "such as those of ('hwb', 'A', " in str(caught.value)
    assert ", 'clarity') (1 has several); no column was found for 'object', " in str(caught.value)


def test_a_row_without_a_criterion_is_refused(make_eager: Make) -> None:
    """It judges nothing, and so does another of the same card."""
    unnamed = [*RATINGS, *[("hwb", None, "A", None, None, None)] * 2]

    with pytest.raises(FrameError) as caught:
        frames.widen(make_eager(of_rows(unnamed)), SUCCESS)

    assert str(caught.value) == "column 'criterion': has no value in 2 rows"


def test_what_cannot_be_read_of_a_long_frame_is_told_at_once(make_eager: Make) -> None:
    """Words of criteria and grades, a gap in place of a criterion, a column that is not there."""
    wrong = [("clarty", "patchy"), ("not-stated", "relative-success"), ("clarity", "not-stated")]

    with pytest.raises(FrameError) as caught:
        frames.widen(make_eager(of_rows(wrong, ("criterion", "grade"))), SUCCESS)

    assert [(one.code, one.column, one.given) for one in caught.value.findings] == [
        ("missing", "case", ""),
        ("word", "criterion", "'clarty'"),
        ("word", "criterion", "'not-stated'"),
        ("word", "grade", "'patchy'"),
    ]


def test_a_column_with_the_name_of_a_criterion_is_refused() -> None:
    """Two columns cannot have it."""
    long = polars.DataFrame(of_rows(RATINGS, ("case", "criterion", "clarity", "l", "grade", "n")))

    with pytest.raises(FrameError, match="column 'clarity': is there already"):
        frames.widen(long, SUCCESS, columns={"assessor": "clarity"})


def test_a_field_that_there_is_not_is_refused() -> None:
    """The error names the fields, and the nearest."""
    with pytest.raises(UnknownTermError, match=r"'cases' is not a field of a long frame.*'case'"):
        frames.widen(polars.DataFrame(of_rows(RATINGS)), SUCCESS, columns={"cases": "policy"})


def test_a_key_is_no_rubric() -> None:
    """The error says what to give."""
    key: Any = "success"

    with pytest.raises(FrameworkError, match="give the rubric itself"):
        frames.widen(polars.DataFrame(of_rows(RATINGS)), key)


def test_a_row_without_a_case_is_refused(make: Make) -> None:
    """Null or blank, and with all else that is wrong: no card can be of nothing."""
    rows = [
        *RATINGS,
        (None, "clarity", "A", None, "relative-success", None),
        (" ", "politics", "A", None, "relative-failure", None),
        ("hwb", "", "A", None, "relative-failure", None),
    ]

    with pytest.raises(FrameError) as caught:
        frames.widen(make(of_rows(rows)), SUCCESS)

    assert [(one.code, one.column, one.rows) for one in caught.value.findings] == [
        ("empty", "case", 2),
        ("empty", "criterion", 1),
    ]


def test_a_case_may_be_a_number(make: Make, rows: Rows) -> None:
    """It goes out as it came in."""
    rated = [(7, "clarity", "A", "relative-success"), (8, "clarity", "A", "relative-failure")]
    names = ("case", "criterion", "assessor", "grade")
    wide = frames.widen(make(of_rows(rated, names)), SUCCESS)

    assert sorted(rows(wide, "case", "clarity")) == [
        (7, "relative-success"),
        (8, "relative-failure"),
    ]


def test_a_number_that_is_missing_is_no_case(make: Make) -> None:
    """Null or NaN."""
    rated = [(7.0, "clarity", "relative-success"), (None, "clarity", "relative-failure")]

    with pytest.raises(FrameError, match=r"^column 'case': has no value in 1 row$"):
        frames.widen(make(of_rows(rated, ("case", "criterion", "grade"))), SUCCESS)


@pytest.mark.parametrize("read", [frames.widen, frames.panel])
def test_space_around_a_name_is_refused(make: Make, read: Callable[..., object]) -> None:
    """Else the ratings of one card would stand on two; a panel refuses it too."""
    rows = [
        ("x", "clarity", "Ann", "local", "relative-success", None),
        ("x ", "politics", "Ann", " local", "relative-success", None),
        ("x ", "complexity", None, "local", "relative-success", None),
    ]
    refused = [("case", "'x '", 2, "x"), ("layer", "' local'", 1, "local")]

    with pytest.raises(FrameError) as caught:
        read(make(of_rows(rows)), SUCCESS)

    assert [
        (one.column, one.given, one.rows, one.nearest) for one in caught.value.findings
    ] == refused


@pytest.mark.parametrize("read", [frames.widen, frames.panel])
def test_names_that_differ_in_case_alone_are_refused(
    make: Make, read: Callable[..., object]
) -> None:
    """The one in most rows is taken for the right one: two layers are never compared."""
    rows = [
        ("x", "clarity", "ANN", "Local", "relative-success", None),
        ("x", "politics", "Ann", "local", "relative-success", None),
        ("X", "complexity", "Ann", "local", "relative-success", None),
    ]
    refused = [
        ("case", "'X'", 1, "x"),
        ("assessor", "'ANN'", 1, "Ann"),
        ("layer", "'Local'", 1, "local"),
    ]

    with pytest.raises(FrameError) as caught:
        read(make(of_rows(rows)), SUCCESS)

    assert [
        (one.column, one.given, one.rows, one.nearest) for one in caught.value.findings
    ] == refused


@pytest.mark.parametrize("read", [frames.widen, frames.panel])
def test_two_spellings_of_a_part_are_refused(make: Make, read: Callable[..., object]) -> None:
    """Else what is judged of one part would stand on two cards."""
    rows = [("x", "Visits", "clarity", None), ("x", "visits", "politics", None)]
    with pytest.raises(FrameError) as caught:
        read(make(of_rows(rows, ("case", "part", "criterion", "grade"))), SUCCESS)

    assert [(one.column, one.given, one.nearest) for one in caught.value.findings] == [
        ("part", "'visits'", "Visits")
    ]


def test_text_that_is_blank_is_missing(make: Make, rows: Rows) -> None:
    """In a grade as in a layer, in a wide frame as in a panel."""
    rated = [
        ("x", "clarity", "A", "", "", None),
        ("x", "politics", "A", " ", "relative-success", None),
        ("x", "complexity", "A", None, None, None),
    ]
    wide = frames.widen(make(of_rows(rated)), SUCCESS)
    found = frames.panel(make(of_rows(rated)), SUCCESS)

    assert rows(wide, "layer", "clarity", "politics", "complexity") == [
        (None, "not-assessed", "relative-success", "not-assessed")
    ]
    assert found == Panel.of(
        SUCCESS,
        [
            ("x", None, None, criterion, "A", None, None, grade or Gap.NOT_ASSESSED)
            for _, criterion, _, _, grade, _ in rated
        ],
    )


# --- columns that are not read ---

POOLED: Final = [
    ("x", "clarity", "A", "relative-success", "national"),
    ("x", "clarity", "B", "relative-failure", "local"),
]


@pytest.mark.parametrize("read", [frames.widen, frames.panel, frames.agreement])
def test_a_field_by_another_spelling_is_not_passed_over(
    make: Make, read: Callable[..., object]
) -> None:
    """Else the judgements of two layers would be pooled in silence; the error says the ways out."""
    long = make(of_rows(POOLED, ("case", "criterion", "assessor", "grade", "Layer")))

    with pytest.raises(FrameError) as caught:
        read(long, SUCCESS)

    assert str(caught.value) == (
        "column 'Layer': is not read, and may be the field 'layer', for which there is no column; "
        "rename it, or name it as columns={'layer': 'Layer'}, or drop it"
    )


def test_each_way_out_of_that_is_taken(make_eager: Make, rows: Rows) -> None:
    """Naming it, and dropping it, which pools."""
    long = make_eager(of_rows(POOLED, ("case", "criterion", "assessor", "grade", "Layer")))
    dropped = nw.from_native(long).drop("Layer").to_native()
    named = frames.widen(long, SUCCESS, columns={"layer": "Layer"})

    assert rows(named, "Layer", "clarity") == [
        ("national", "relative-success"),
        ("local", "relative-failure"),
    ]
    assert frames.agreement(dropped, SUCCESS, "percent").overall.value == 0


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("LAYER", "layer"),
        (" Date ", "date"),
        ("dates", "date"),
        ("parts", "part"),
        ("dtae", "date"),
        ("layr", "layer"),
        ("Layers", "layer"),
        ("assesor", "assessor"),
        ("Assessors", "assessor"),
        ("assesser", "assessor"),
        ("asseessor", "assessor"),
        ("Objekt", "object"),
    ],
)
def test_a_slip_in_the_name_of_a_field_is_told(name: str, field: str) -> None:
    """Before anything that follows from it, such as rows that judge one thing twice."""
    long = polars.DataFrame(of_rows(POOLED, ("case", "criterion", name, "grade", "note")))

    with pytest.raises(FrameError) as caught:
        frames.widen(long, SUCCESS)

    assert [(one.code, one.column, one.nearest) for one in caught.value.findings] == [
        ("name", name, field)
    ]


OTHERS: Final = (
    "notes",
    "region",
    "data",
    "rate",
    "updated",
    "dated",
    "player",
    "later",
    "lawyer",
    "party",
    "port",
    "art",
    "case_id",
    "cases",
    "grades",
    "subject",
    "objective",
    "accessor",
    "assessment",
    "",
)


def test_other_columns_are_left_out(make: Make, rows: Rows) -> None:
    """Though their names are words like those of fields, or of fields that are there."""
    others = [f"{other}!" for other in OTHERS]
    rated = [(*POOLED[0], *others)]
    long = make(of_rows(rated, ("case", "criterion", "assessor", "grade", "Note", *OTHERS)))

    assert rows(frames.widen(long, SUCCESS), "case", "clarity") == [("x", "relative-success")]
    assert len(frames.panel(long, SUCCESS).items) == 1


def test_a_field_that_is_there_has_no_other_spelling() -> None:
    """The other column is some other."""
    names = ("case", "criterion", "assessor", "grade", "layer", "Layer", 5)
    long = pandas.DataFrame([(*row, "?", 5) for row in POOLED], columns=names)

    assert len(frames.panel(long, SUCCESS).items) == 2


@pytest.mark.parametrize("read", [frames.widen, frames.panel])
def test_rows_that_could_be_told_apart_are_not_to_be_dropped(
    make_eager: Make, read: Callable[..., object]
) -> None:
    """The error says for which fields no column was found."""
    long = make_eager(of_rows(POOLED, ("case", "criterion", "rater", "grade", "note")))

    with pytest.raises(FrameError) as caught:
        read(long, SUCCESS)

    assert str(caught.value).endswith(
        " (1 has several); no column was found for 'object', 'part', 'assessor', 'layer', "
        "'date': name it in columns= if one tells them apart, else keep one row of each"
    )


@pytest.mark.parametrize("read", [frames.widen, frames.panel, frames.agreement])
@pytest.mark.parametrize("columns", [["case"], "case", []])
def test_columns_that_are_no_mapping_are_refused(
    read: Callable[..., object], columns: object
) -> None:
    """Which field has which column could only be guessed."""
    with pytest.raises(FrameworkError, match="is not a mapping of fields to columns"):
        read(polars.DataFrame(of_rows(RATINGS)), SUCCESS, columns=columns)


@pytest.mark.parametrize("read", [frames.widen, frames.panel])
def test_what_is_wrong_with_the_columns_is_told_with_the_words(
    make: Make, read: Callable[..., object]
) -> None:
    """No name of a column, a column that is read twice, and a grade that is no word."""
    long = make(of_rows([("x", "clarity", "A", "l", "patchy", "n")]))

    with pytest.raises(FrameError) as caught:
        read(long, SUCCESS, columns={"date": None, "part": "layer"})

    assert [(one.code, one.column) for one in caught.value.findings] == [
        ("name", None),
        ("name", "layer"),
        ("word", "grade"),
    ]
    assert "column 'layer': is read for the part and the layer" in str(caught.value)


# --- panels ---

JUDGED: Final = [
    (case, None, None, criterion, assessor, layer, None, grade or "not-assessed")
    for case, criterion, assessor, layer, grade, _ in RATINGS
]


def test_a_long_frame_is_read_as_a_panel(make: Make) -> None:
    """The same as of the rows themselves."""
    found = frames.panel(make(of_rows(RATINGS)), SUCCESS)

    assert found == Panel.of(SUCCESS, JUDGED)


def test_agreement_is_that_of_the_panel(make_eager: Make) -> None:
    """The same value, with the coefficient, the pooling and the seed that were asked for."""
    long = make_eager(of_rows(RATINGS))
    found = frames.agreement(long, SUCCESS, "percent", pool=True, replicates=5, seed=3)
    panel = Panel.of(SUCCESS, JUDGED)

    assert found == panels.agreement(panel, "percent", pool=True, replicates=5, seed=3)
    assert found.overall.units == 1


def test_positions_are_read_on_the_axes_of_a_typology(make_eager: Make) -> None:
    """Each axis on its own scale."""
    names = ("case", "criterion", "assessor", "grade")
    placed = [("hwb", "ambiguity", "A", "low"), ("hwb", "Conflict", "A", "conflicting evidence")]
    found = frames.panel(make_eager(of_rows(placed, names)), MATLAND)
    rows = [(case, None, None, axis, name, None, None, word) for case, axis, name, word in placed]

    assert found == Panel.of(MATLAND, rows)


@pytest.mark.parametrize(
    ("dates", "texts"),
    [
        ([2023, 2024], ["2023", "2024"]),
        ([2023.0, math.nan], ["2023", None]),
        (["", "2023-01"], [None, "2023-01"]),
        ([dt.date(2023, 1, 5), None], ["2023-01-05", None]),
        ([dt.datetime(2023, 1, 5, 9, tzinfo=dt.UTC), None], ["2023-01-05", None]),
        ([" ", "2023-01"], [None, "2023-01"]),
    ],
)
def test_dates_and_years_are_taken_as_text(
    make_eager: Make, dates: list[object], texts: list[str | None]
) -> None:
    """However the frame keeps them; blanks are missing as nulls are."""
    names = ("case", "criterion", "grade", "date")
    rated = [("x", "clarity", "relative-success"), ("y", "clarity", "relative-success")]
    rows = [(*row, date) for row, date in zip(rated, dates, strict=True)]
    found = frames.panel(make_eager(of_rows(rows, names)), SUCCESS)

    assert {item.case: item.date for item in found.items} == dict(zip("xy", texts, strict=True))


@pytest.mark.parametrize(
    ("cases", "texts"),
    [
        ([10000001.0, 10000002.0], ["10000001", "10000002"]),
        ([1e22, 0.1234567890123], ["0.1234567890123", "10000000000000000000000"]),
        ([-1.0, 1234567.5], ["-1", "1234567.5"]),
        ([2**62, 2**62 + 1], ["4611686018427387904", "4611686018427387905"]),
    ],
)
def test_numbers_are_taken_as_text_with_every_digit(
    make: Make, cases: list[float], texts: list[str]
) -> None:
    """Two cases are two, however long their numbers are."""
    rated = [(case, "clarity", "relative-success") for case in cases]
    found = frames.panel(make(of_rows(rated, ("case", "criterion", "grade"))), SUCCESS)

    assert [item.case for item in found.items] == texts


def test_numbers_among_objects_are_written_as_others_are() -> None:
    """Whatever library they come from."""
    cases = pandas.Series([numpy.float64(2.5), "x", numpy.float64(3)], dtype=object)
    long = pandas.DataFrame({"case": cases, "criterion": "clarity", "grade": "relative-success"})

    assert [item.case for item in frames.panel(long, SUCCESS).items] == ["2.5", "3", "x"]


def test_what_a_panel_would_refuse_is_told_with_the_words(make_eager: Make) -> None:
    """Objects, dates and names, each once with the number of its rows, and of many the first."""
    names = ("case", "criterion", "object", "date", "grade")
    wrong = [("x", "clarity", "programme", "June", "patchy")] * 20_000
    wrong += [("x ", "politics", "policy", f"{year}-13", "relative-success") for year in range(60)]

    with pytest.raises(FrameError) as caught:
        frames.panel(make_eager(of_rows(wrong, names)), SUCCESS)

    found = caught.value.findings
    assert [(one.column, one.given, one.rows) for one in (*found[:3], found[-1])] == [
        ("grade", "'patchy'", 20_000),
        ("object", "'programme'", 20_000),
        ("date", "'June'", 20_000),
        ("case", "'x '", 60),
    ]
    assert (len(found), caught.value.more, found[1].nearest) == (53, 11, "support-programme")
    assert "is not a date; expected text as YYYY, YYYY-MM or YYYY-MM-DD, or no value" in str(
        caught.value
    )


def test_steps_are_dates_of_positions(make_eager: Make) -> None:
    """As a panel reads them."""
    names = ("case", "criterion", "date", "grade")
    long = make_eager(of_rows([("x", "ambiguity", "step 2", "low")], names))

    with pytest.raises(FrameError, match="'step 2' in 1 row is not a date"):
        frames.panel(long, SUCCESS, columns={})

    assert [item.date for item in frames.panel(long, MATLAND).items] == ["step 2"]


def test_a_rating_given_twice_is_refused(make_eager: Make) -> None:
    """The error names the columns that agree, and a row."""
    with pytest.raises(FrameError) as caught:
        frames.panel(make_eager(of_rows([*RATINGS, RATINGS[1]])), SUCCESS)

    assert [(one.code, one.rows) for one in caught.value.findings] == [("repeated", 1)]
    assert "agree in 'case', 'criterion', 'assessor', 'layer', such as" in str(caught.value)
    assert "hwb, clarity, A" in str(caught.value)
    assert "row 7" in str(caught.value)


def test_what_cannot_be_read_as_a_panel_is_told_at_once(make_eager: Make) -> None:
    """Cases and criteria that are missing, criteria and grades that are not known."""
    names = ("case", "criterion", "grade")
    wrong = [
        (None, "clarity", "patchy"),
        ("x", None, "relative-success"),
        ("x", "clarty", "patchy"),
        ("y", "Clarity", "patchy"),
        ("y", "politics", "relative-sucess"),
    ]

    with pytest.raises(FrameError) as caught:
        frames.panel(make_eager(of_rows(wrong, names)), SUCCESS)

    assert [(one.code, one.column, one.given, one.rows) for one in caught.value.findings] == [
        ("empty", "case", "", 1),
        ("empty", "criterion", "", 1),
        ("word", "criterion", "'clarty'", 1),
        ("word", "grade", "'patchy'", 2),
        ("word", "grade", "'relative-sucess'", 1),
    ]


def test_a_panel_needs_its_columns() -> None:
    """The error names those that are not there, and what can be read of the others."""
    with pytest.raises(FrameError) as caught:
        frames.panel(polars.DataFrame({"criterion": ["clarty"]}), SUCCESS)

    assert [(one.code, one.column) for one in caught.value.findings] == [
        ("missing", "case"),
        ("missing", "grade"),
        ("word", "criterion"),
    ]


def test_a_grid_has_no_panel() -> None:
    """Its columns are no scale."""
    grid: Any = GOVERNANCE

    with pytest.raises(FrameworkError, match="a panel is of a rubric, or of a typology"):
        frames.panel(polars.DataFrame(of_rows(RATINGS)), grid)


def test_the_axes_of_a_typology_are_read_by_their_own_scales() -> None:
    """A grade of the success framework is none of them."""
    names = ("case", "criterion", "grade")
    rows = [("x", "ambiguity", "hihg"), ("x", "conflict", "relative-success")]

    with pytest.raises(FrameError) as caught:
        frames.panel(pandas.DataFrame(of_rows(rows, names)), MATLAND)

    assert [one.nearest for one in caught.value.findings] == ["high", None]
    assert [str(one).split(";")[0] for one in caught.value.findings] == [
        "column 'grade': 'hihg' in 1 row is not a term of Ambiguity",
        "column 'grade': 'relative-success' in 1 row is not a term of Conflict",
    ]
