"""Reading the first ratings of several assessors, and refusing what cannot be read."""

import pickle
import random
from collections.abc import Sequence
from typing import Any, TypeAlias, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport.errors import (
    FrameworkError,
    ImplSupportError,
    IncompleteError,
    UnknownKeyError,
    UnknownTermError,
)
from implsupport.evaluation.ratings import (
    OBJECTS,
    Axis,
    Item,
    Panel,
    Stratum,
    date_order,
    item_order,
)
from implsupport.frameworks.matland import MATLAND, Ambiguity, Conflict
from implsupport.frameworks.success import SUCCESS, Attainment, Criterion
from implsupport.matrix import Matrix, Rubric, Typology
from implsupport.records import Assessment, Object, Position
from implsupport.terms import Gap, Scale, Term

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""

Rows: TypeAlias = Sequence[Any]

LOW, MIDDLE, HIGH = Attainment

ROWS: Rows = [
    ("b", "policy", None, "politics", "Ann", "local", "2023", "relative-success"),
    ("b", "policy", None, "clarity", "Ann", "local", "2023", "relative-failure"),
    ("b", "policy", None, "clarity", "Bob", "local", "2023", "conflicted-attainment"),
    ("a", "policy", "part 2", "clarity", "Bob", "local", "2023", "not-stated"),
    ("a", "policy", None, "clarity", None, None, None, "relative-success"),
    ("a", "support-programme", None, "clarity", "Bob", "national", "2022", "relative-success"),
]


def refusal(framework: Wrong, rows: Rows) -> ImplSupportError:
    """Give the error that rows are refused with."""
    with pytest.raises(ImplSupportError) as caught:
        Panel.of(framework, rows)
    return caught.value


def row(**fields: object) -> tuple[object, ...]:
    """Write a row that is well formed but for the fields given."""
    usual: dict[str, object] = {
        "case": "a",
        "object": None,
        "part": None,
        "criterion": "clarity",
        "assessor": "Ann",
        "layer": None,
        "date": None,
        "mark": "relative-success",
    }
    return tuple((usual | fields).values())


def assessment(**fields: object) -> Assessment:
    """Write an assessment with one rating."""
    usual: dict[str, object] = {
        "policy": "a",
        "object": "policy",
        "rubric": "success",
        "ratings": {"clarity": {"grade": "relative-success"}},
        "assessor": "Ann",
    }
    return Assessment.model_validate(usual | fields)


def position(**fields: object) -> Position:
    """Write a position that is graded by words."""
    usual: dict[str, object] = {
        "policy": "a",
        "ambiguity": "low",
        "conflict": "high",
        "assessor": "Ann",
    }
    return Position.model_validate(usual | fields)


# --- rows ---


def test_a_panel_stands_in_order_of_stratum_case_object_part_and_criterion() -> None:
    """What is not said comes first; criteria stand in the order of the page."""
    panel = Panel.of(SUCCESS, ROWS)

    assert panel.items == (
        Item("a", "policy", None, Criterion.CLARITY, None, None),
        Item("a", "policy", "part 2", Criterion.CLARITY, "local", "2023"),
        Item("b", "policy", None, Criterion.CLARITY, "local", "2023"),
        Item("b", "policy", None, Criterion.POLITICS, "local", "2023"),
        Item("a", "support-programme", None, Criterion.CLARITY, "national", "2022"),
    )
    assert panel.assessors == (None, "Ann", "Bob")
    assert panel.strata == (
        Stratum(None, None),
        Stratum("local", "2023"),
        Stratum("national", "2022"),
    )


def test_a_panel_keeps_every_first_rating() -> None:
    """A grade, or the gap with its reason, for those who rated the item."""
    panel = Panel.of(SUCCESS, ROWS)

    assert [dict(ratings) for _, ratings in panel.all_ratings()] == [
        {None: HIGH},
        {"Bob": Gap.NOT_STATED},
        {"Ann": LOW, "Bob": MIDDLE},
        {"Ann": HIGH},
        {"Bob": HIGH},
    ]
    assert [panel.ratings(item) for item in panel.items] == [
        ratings for _, ratings in panel.all_ratings()
    ]


def test_a_panel_is_one_array_of_codes() -> None:
    """A byte for each assessor and item: 0, the places of the grades, and 254 for not-stated."""
    panel = Panel.of(SUCCESS, ROWS)

    assert panel.codes == bytes([3, 0, 0, 0, 0, 0, 0, 1, 3, 0, 0, 251, 2, 0, 3])


@given(st.permutations(ROWS))
def test_the_order_of_rows_does_not_matter(rows: Rows) -> None:
    """The same rows make the same panel."""
    assert Panel.of(SUCCESS, rows) == Panel.of(SUCCESS, ROWS)


def test_a_row_may_name_its_fields() -> None:
    """What a mapping leaves out is not said; a gap has a column of its own."""
    named: list[dict[str, object]] = [
        {"case": "a", "criterion": "clarity", "grade": "relative-success", "gap": None},
        {"case": "a", "criterion": "clarity", "assessor": "Ann", "gap": "not-stated"},
    ]
    given_in_order = [
        row(assessor=None),
        row(mark="not-stated"),
    ]

    assert Panel.of(SUCCESS, named) == Panel.of(SUCCESS, given_in_order)


@pytest.mark.parametrize(
    ("criterion", "mark"),
    [
        ("Clarity", "Relative success"),
        (Criterion.CLARITY, Attainment.RELATIVE_SUCCESS),
        ("CLARITY", "relative_success"),
    ],
)
def test_words_may_be_terms_keys_or_labels(criterion: object, mark: object) -> None:
    """They are read as everywhere."""
    assert Panel.of(SUCCESS, [row(criterion=criterion, mark=mark)]) == Panel.of(SUCCESS, [row()])


def test_a_row_may_be_a_list() -> None:
    """As a reader of files gives it."""
    assert Panel.of(SUCCESS, [list(row())]) == Panel.of(SUCCESS, [row()])


def test_no_rows_make_an_empty_panel() -> None:
    """It has no items, no assessors and no codes."""
    panel = Panel.of(SUCCESS, [])

    assert repr(panel) == "Panel('success': 0 items, 0 assessors)"
    assert (panel.strata, list(panel.all_ratings()), panel.columns()) == ((), [], [])


def test_a_panel_is_frozen_hashes_and_pickles() -> None:
    """It can be kept, compared and sent."""
    panel = Panel.of(SUCCESS, ROWS)

    assert pickle.loads(pickle.dumps(panel)) == panel  # noqa: S301 -- what was just made
    assert hash(panel) == hash(Panel.of(SUCCESS, ROWS))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(panel, "codes", b"")  # noqa: B010 -- a plain assignment is refused statically


def test_a_typology_is_judged_on_its_two_axes() -> None:
    """The criteria are ambiguity and conflict, each on the scale of its own axis."""
    panel = Panel.of(
        MATLAND, [row(criterion="ambiguity", mark="high"), row(criterion="conflict", mark="low")]
    )

    assert panel.criteria is Axis
    assert dict(panel.scales) == {Axis.AMBIGUITY: Ambiguity, Axis.CONFLICT: Conflict}
    assert [dict(ratings) for _, ratings in panel.all_ratings()] == [
        {"Ann": Ambiguity.HIGH},
        {"Ann": Conflict.LOW},
    ]


# --- what is refused ---


def test_all_findings_come_in_one_error_each_with_its_row() -> None:
    """Unknown words, grades of another scale, duplicates and malformed rows together."""
    error = refusal(
        SUCCESS,
        [
            row(),
            row(criterion="clarty"),
            row(mark="patchy"),
            row(mark=Ambiguity.HIGH),
            ("a", "clarity"),
            {"case": "a", "criterion": "clarity", "layr": "local", "grade": "relative-success"},
            row(case=" "),
            row(),
        ],
    )

    assert isinstance(error, UnknownTermError)
    assert str(error) == (
        "row 2: 'clarty' is not a term of Criterion; expected one of 'legitimacy', "
        "'stakeholders', 'clarity', 'complexity', 'politics', 'objectives'; did you mean "
        "'clarity'?; also: row 3, clarity: 'patchy' is not a term of Attainment; expected one of "
        "'relative-failure', 'conflicted-attainment', 'relative-success', 'not-assessed', "
        "'not-stated', 'insufficient-evidence', 'conflicting-evidence', 'no-anchor-fits', "
        "'not-applicable'; also: row 4, clarity: Ambiguity.HIGH is not a term of Attainment; "
        "expected one of 'relative-failure', 'conflicted-attainment', 'relative-success', "
        "'not-assessed', 'not-stated', 'insufficient-evidence', 'conflicting-evidence', "
        "'no-anchor-fits', 'not-applicable'; also: row 5: ('a', 'clarity') is not a row of a "
        "panel; expected case, object, part, criterion, assessor, layer, date, grade or gap; "
        "also: row 6: 'layr' is not a column of a panel; expected case, object, part, criterion, "
        "assessor, layer, date, grade, gap; did you mean 'layer'?; also: row 7: ' ' is not a value "
        "of case; expected text that is not blank; also: 'a, clarity, Ann (row 1: "
        "relative-success; row 8: relative-success)' given twice to 'success'; keep one of each"
    )


def test_duplicates_alone_are_refused_with_their_rows() -> None:
    """An assessor judges an item once, whatever the grade; an assessor without a name too."""
    error = refusal(
        SUCCESS,
        [
            row(),
            row(assessor=None),
            row(mark="not-stated"),
            row(part="2"),
            row(assessor=None),
            row(mark="relative-failure"),
        ],
    )

    assert isinstance(error, IncompleteError)
    assert error.repeated == (
        "a, clarity, Ann (row 1: relative-success; row 3: not-stated)",
        "a, clarity (row 2: relative-success; row 5: relative-success)",
        "a, clarity, Ann (row 1: relative-success; row 6: relative-failure)",
    )


def test_a_duplicate_is_told_with_its_rows_however_many_there_are() -> None:
    """The number of a row is no byte."""
    others = [row(case=f"case-{number}") for number in range(1_000)]
    error = refusal(SUCCESS, [*others, row(), row()])

    assert isinstance(error, IncompleteError)
    assert error.repeated == (
        "a, clarity, Ann (row 1001: relative-success; row 1002: relative-success)",
    )


@pytest.mark.parametrize(
    ("field", "given_value", "expected"),
    [
        ("case", None, "None is not a value of case; expected text that is not blank"),
        ("case", 7, "7 is not a value of case; expected text that is not blank"),
        ("object", "", "'' is not a value of object; expected policy, support-programme, or None"),
        ("object", ["policy"], "['policy'] is not a value of object; expected policy, support-"),
        (
            "object",
            "polcy",
            (
                "'polcy' is not a value of object; expected policy, support-programme, or None; "
                "did you mean 'policy'?"
            ),
        ),
        ("object", "policy ", "'policy ' is not a value of object; expected policy, support-"),
        ("case", "a ", "'a ' is not a value of case; expected 'a' without space around it"),
        ("assessor", " B", "' B' is not a value of assessor; expected 'B' without space around it"),
        ("part", "2\n", "'2\\n' is not a value of part; expected '2' without space around it, or"),
        ("layer", " x", "' x' is not a value of layer; expected 'x' without space around it, or"),
        ("part", 1, "1 is not a value of part; expected text that is not blank, or None"),
        ("assessor", ["Ann"], "['Ann'] is not a value of assessor; expected text that is"),
        ("layer", 0.5, "0.5 is not a value of layer; expected text that is not blank, or None"),
        ("date", 2023, "2023 is not a value of date; expected text as YYYY, YYYY-MM or YYYY-MM-DD"),
        ("date", "June 2023", "'June 2023' is not a value of date; expected text as YYYY, YYYY-"),
        ("date", "2023-02-29", "'2023-02-29' is not a value of date; expected text as YYYY, "),
        ("date", "2023 ", "'2023 ' is not a value of date; expected text as YYYY, YYYY-MM or"),
        ("date", "step 1", "'step 1' is not a value of date; expected text as YYYY, YYYY-MM or"),
        ("criterion", None, "None is not a term of Criterion; expected one of"),
        ("criterion", ["clarity"], "['clarity'] is not a term of Criterion; expected one of"),
        ("mark", None, "clarity: None is not a term of Attainment; expected one of"),
        ("mark", ["high"], "clarity: ['high'] is not a term of Attainment; expected one of"),
        ("mark", 3, "clarity: 3 is not a grade of Attainment; expected a word, for a panel"),
    ],
)
def test_a_field_of_the_wrong_kind_is_refused(
    field: str, given_value: object, expected: str
) -> None:
    """With what was given and what was expected; text is never guessed from numbers."""
    error = refusal(SUCCESS, [row(**{field: given_value})])

    assert str(error).removeprefix("row 1").lstrip(":, ").startswith(expected)


@pytest.mark.parametrize(
    ("field", "names", "expected"),
    [
        ("case", ("X", "x"), "'x' is not a value of case; expected 'X', as row 1 has it, or a"),
        (
            "assessor",
            ("Ann", "ANN"),
            (
                "'ANN' is not a value of assessor; expected 'Ann', as row 1 has it, or a name that "
                "differs in more than case and outer space"
            ),
        ),
        ("layer", ("Local", "local"), "'local' is not a value of layer; expected 'Local', as row"),
        ("part", ("Visits", "visits"), "'visits' is not a value of part; expected 'Visits', as"),
    ],
)
def test_one_name_is_written_in_one_way(field: str, names: tuple[str, str], expected: str) -> None:
    """Otherwise one assessor becomes two, who never judge the same thing: both are shown."""
    one, other = names
    error = refusal(SUCCESS, [row(**{field: one}), row(**{field: other, "criterion": "politics"})])

    assert str(error).startswith(f"row 2: {expected}")


def test_a_name_is_compared_with_those_before_that_are_well_formed() -> None:
    """What has space around it is refused for that, and is no model for others."""
    error = refusal(SUCCESS, [row(assessor="Ann "), row(), row(case="a ", criterion="politics")])

    assert isinstance(error, UnknownTermError)
    assert str(error).startswith("row 1: 'Ann ' is not a value of assessor; expected 'Ann' without")
    assert error.also == (
        "row 3: 'a ' is not a value of case; expected 'a' without space around it",
    )


def test_a_case_may_have_the_name_of_an_assessor() -> None:
    """Only cases are compared with cases, and assessors with assessors."""
    assert Panel.of(SUCCESS, [row(case="Ann", assessor="ann")]).assessors == ("ann",)


@pytest.mark.parametrize("date", ["2023", "2023-06", "2024-02-29"])
def test_a_row_takes_what_a_record_takes(date: str) -> None:
    """The same dates, and the same objects."""
    panel = Panel.of(SUCCESS, [row(object=one, date=date) for one in get_args(Object)])

    assert [item.object for item in panel.items] == list(OBJECTS)


def test_every_finding_of_a_row_is_told() -> None:
    """Not only the first of them."""
    error = refusal(SUCCESS, [row(case="", criterion="clarty")])

    assert isinstance(error, UnknownTermError)
    assert len(error.also) == 1


@pytest.mark.parametrize(
    ("given_row", "expected"),
    [
        ("abcdefgh", "'abcdefgh' is not a row of a panel"),
        (7, "7 is not a row of a panel"),
        (
            {"case": "a", "grade": "relative-success", "gap": "not-stated"},
            "'relative-success' beside 'not-stated' is not a rating of a panel; expected a grade",
        ),
        ({"gap": "relative-success"}, "'relative-success' is not a term of Gap"),
        ({"x": 1, "y": 2}, "'x' is not a column of a panel"),
    ],
)
def test_a_row_that_is_not_well_formed_is_refused(given_row: Wrong, expected: str) -> None:
    """A grade beside a gap is no rating."""
    assert str(refusal(SUCCESS, [given_row])).startswith(f"row 1: {expected}")


class Kind(Term):
    """A vocabulary without an order."""

    ONE = "one"


declare: Wrong = Scale
DEPTH: Wrong = declare("Depth", [(f"METRE_{depth}", f"metre-{depth}") for depth in range(250)])
DEEP: Rubric[Kind, Wrong, int] = Rubric(
    key="deep", title="Deep", rows=Kind, cols=DEPTH, cells={Kind.ONE: tuple(range(1, 251))}
)
NOMINAL: Typology[Kind, Kind, Kind] = Typology(
    key="nominal", title="Nominal", rows=Kind, cols=Kind, cells={Kind.ONE: [Kind.ONE]}
)
PLAIN: Matrix[Kind, Kind, int] = Matrix(
    key="plain", title="Plain", rows=Kind, cols=Kind, cells={Kind.ONE: [1]}
)


@pytest.mark.parametrize(
    ("framework", "problem"),
    [
        (DEEP, "'deep' cannot be used: Depth is not a scale of at most 249 grades"),
        (NOMINAL, "'nominal' cannot be used: Kind is not a scale of at most 249 grades"),
        (
            PLAIN,
            (
                "'panel' cannot be used: Matrix('plain') is neither: a panel is of a rubric, or of "
                "a typology whose axes are scales; give the framework itself, not its key"
            ),
        ),
        ("success", "'panel' cannot be used: 'success' is neither: a panel is of a rubric, or"),
    ],
)
def test_a_framework_without_scales_is_refused(framework: Wrong, problem: str) -> None:
    """There would be nothing to compare."""
    error = refusal(framework, [])

    assert isinstance(error, FrameworkError)
    assert str(error).startswith(problem)


@pytest.mark.parametrize(
    ("framework", "given_rows", "expected"),
    [
        (SUCCESS, [assessment(), assessment()], "read assessments with Panel.of_assessments"),
        (MATLAND, [position(), position()], "read positions with Panel.of_positions"),
        (
            SUCCESS,
            ["case", "criterion", "assessor", "grade"],
            "if this is a column of a data frame, read the frame with frames.panel",
        ),
    ],
    ids=["assessments", "positions", "the columns of a data frame"],
)
def test_what_another_reader_takes_is_refused_once(
    framework: Wrong, given_rows: Wrong, expected: str
) -> None:
    """With that reader, and not row by row."""
    error = refusal(framework, given_rows)

    assert isinstance(error, UnknownTermError)
    assert (error.where, error.hint, error.also) == ("row 1", expected, ())
    assert str(error).endswith(f"is not a row of a panel; expected {error.expected[0]}; {expected}")


def test_a_record_among_rows_is_one_finding_of_all() -> None:
    """Where rows come first, the call was meant as it is."""
    error = refusal(SUCCESS, [row(), assessment(), row(criterion="clarty")])

    assert isinstance(error, UnknownTermError)
    assert (error.where, len(error.also)) == ("row 2", 1)


def test_what_nothing_reads_has_no_hint() -> None:
    """A number is no row."""
    error = refusal(SUCCESS, [3])

    assert isinstance(error, UnknownTermError)
    assert (error.given, error.hint) == ("3", "")


# --- assessments ---


def test_assessments_make_a_panel() -> None:
    """Each rating is a row; a criterion left out has none."""
    panel = Panel.of_assessments(
        SUCCESS,
        [
            assessment(layer="local", date="2023"),
            assessment(
                assessor="Bob",
                ratings={"clarity": {"gap": "not-stated"}},
                layer="local",
                date="2023",
            ),
        ],
    )

    assert panel == Panel.of(
        SUCCESS,
        [
            row(object="policy", layer="local", date="2023"),
            row(object="policy", layer="local", date="2023", assessor="Bob", mark="not-stated"),
        ],
    )


def test_all_findings_in_assessments_come_in_one_error() -> None:
    """Another rubric, unknown words and a duplicate, each with its number."""
    with pytest.raises(UnknownTermError) as caught:
        Panel.of_assessments(
            SUCCESS,
            [
                assessment(),
                assessment(rubric="other"),
                assessment(ratings={"clarty": {"grade": "relative-success"}}),
                assessment(ratings={"politics": {"grade": "patchy"}}),
                assessment(assessor="ann "),
                assessment(),
            ],
        )

    assert str(caught.value).startswith(
        "assessment 2: 'other' is not a rubric of a panel; expected 'success': a panel is of one "
        "rubric; also: assessment 3: 'clarty' is not a term of Criterion"
    )
    assert [sentence.split(": ")[0] for sentence in caught.value.also] == [
        "assessment 3",
        "assessment 4, politics",
        "assessment 5",
        "'a, clarity, Ann (assessment 1",
    ]


def test_what_a_record_holds_is_taken_as_it_stands() -> None:
    """Free text is compared exactly, with its outer space."""
    panel = Panel.of_assessments(SUCCESS, [assessment(assessor="Ann ", layer=" local")])

    assert (panel.assessors, panel.items[0].layer) == (("Ann ",), " local")


def test_two_spellings_of_a_layer_in_assessments_are_refused() -> None:
    """They would be two layers, and what they say a finding that there is none of."""
    given = [assessment(assessor="Ann", layer="Local"), assessment(assessor="Bob", layer="local ")]
    with pytest.raises(UnknownTermError) as caught:
        Panel.of_assessments(SUCCESS, given)

    assert caught.value.where == "assessment 2"
    assert caught.value.given == "'local '"


# --- positions ---


@pytest.mark.parametrize("field", ["part", "assessor", "layer"])
def test_two_spellings_of_a_name_in_positions_are_refused(field: str) -> None:
    """A part and a layer as an assessor."""
    one, other = {field: "North"}, {field: "north"}
    with pytest.raises(UnknownTermError) as caught:
        Panel.of_positions(MATLAND, [position(**one), position(**other)])

    assert caught.value.where == "position 2"
    assert caught.value.expected[0] == "'North', as position 1 has it"


def test_positions_make_a_panel() -> None:
    """What they judge is the policy; each axis is a row."""
    panel = Panel.of_positions(
        MATLAND, [position(part="visits"), position(assessor="Bob", conflict="not-stated")]
    )

    assert panel == Panel.of(
        MATLAND,
        [
            row(object="policy", part="visits", criterion="ambiguity", mark="low"),
            row(object="policy", part="visits", criterion="conflict", mark="high"),
            row(object="policy", assessor="Bob", criterion="ambiguity", mark="low"),
            row(object="policy", assessor="Bob", criterion="conflict", mark="not-stated"),
        ],
    )


def test_a_step_stands_for_the_date_where_there_is_none() -> None:
    """Two steps of one policy are two strata, and no duplicate."""
    panel = Panel.of_positions(
        MATLAND, [position(step=1), position(step=2), position(step=3, date="2023")]
    )

    assert [at.date for at in panel.strata] == ["2023", "step 1", "step 2"]


def test_steps_stand_in_the_order_of_their_numbers() -> None:
    """After what has no date and after dates; as a text, step 10 would come before step 2."""
    given = [position(step=step) for step in (10, 9, 2, 100)]
    panel = Panel.of_positions(MATLAND, [*given, position(date="2023"), position()])
    steps = ["step 2", "step 9", "step 10", "step 100"]

    assert [at.date for at in panel.strata] == [None, "2023", *steps]
    assert sorted(["step 10", "2023", "step 9", None], key=date_order) == [
        None,
        "2023",
        "step 9",
        "step 10",
    ]


def test_a_row_of_a_typology_may_have_a_step_too() -> None:
    """So a panel of positions can be written as rows."""
    rows = [
        row(object="policy", criterion="ambiguity", mark="low", date="step 12"),
        row(object="policy", criterion="conflict", mark="high", date="step 12"),
    ]

    assert Panel.of(MATLAND, rows) == Panel.of_positions(MATLAND, [position(step=12)])


def test_numbers_are_refused_with_the_way_out() -> None:
    """A panel compares words; every number is found, with its position."""
    with pytest.raises(UnknownTermError) as caught:
        Panel.of_positions(
            MATLAND, [position(), position(ambiguity=0.5, conflict=1, basis="a survey")]
        )

    assert str(caught.value) == (
        "position 2, ambiguity: 0.5 is not a grade of Ambiguity; expected a word, for a panel "
        "compares words: grade it, or leave it out; also: position 2, conflict: 1.0 is not a "
        "grade of Conflict; expected a word, for a panel compares words: grade it, or leave it out"
    )


# --- parts of a panel ---


def test_only_keeps_the_items_that_are_as_said() -> None:
    """And the assessors who rated any of them."""
    panel = Panel.of(SUCCESS, ROWS)

    assert panel.only(layer="local", date="2023", case="b") == Panel.of(SUCCESS, ROWS[:3])
    assert panel.only(criterion="Politics") == Panel.of(SUCCESS, ROWS[:1])
    assert panel.only(layer=None).assessors == (None,)
    assert panel.only() == panel


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (
            {"layr": "local"},
            "'layr' is not a field of Item; expected case, object, part, criterion",
        ),
        ({"criterion": "clarty"}, "'clarty' is not a term of Criterion"),
        ({"criterion": None}, "'' is not a term of Criterion"),
    ],
)
def test_only_refuses_what_no_item_has(where: dict[str, Wrong], expected: str) -> None:
    """A misspelt field would keep nothing, in silence."""
    panel = Panel.of(SUCCESS, ROWS)

    with pytest.raises(UnknownTermError, match=expected):
        panel.only(**where)


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ({"case": "y"}, "no case 'y'; there are 'a', 'b'"),
        (
            {"layer": "lokal"},
            "no layer 'lokal'; there are 'local', 'national'; did you mean 'local'?",
        ),
        ({"part": "3"}, "no part '3'; there are 'part 2'"),
        ({"date": 2023}, "no date 2023; there are '2023', '2022'"),
        (
            {"object": "polcy"},
            "no object 'polcy'; there are 'policy', 'support-programme'; did you mean 'policy'?",
        ),
    ],
)
def test_only_refuses_what_the_panel_has_never_met(where: dict[str, Wrong], sentence: str) -> None:
    """A misspelt case would keep nothing, in silence."""
    panel = Panel.of(SUCCESS, ROWS)

    with pytest.raises(UnknownKeyError) as caught:
        panel.only(**where)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    "where",
    [
        {"criterion": "objectives"},
        {"object": None},
        {"case": "b", "layer": "national"},
        {"object": "support-programme", "date": "2023"},
    ],
)
def test_only_keeps_nothing_of_what_could_be_and_was_not_rated(where: dict[str, Wrong]) -> None:
    """That is an answer, and no misspelling."""
    assert Panel.of(SUCCESS, ROWS).only(**where).items == ()


def test_pooled_forgets_layers_and_dates() -> None:
    """An assessor who judged an item of several layers has as many lines."""
    panel = Panel.of(
        SUCCESS,
        [
            row(layer="local", date="2023"),
            row(layer="national", date="2023", mark="relative-failure"),
            row(layer="local", date="2022", assessor="Bob", mark="not-stated"),
            row(case="b", layer="local", date="2023", assessor="Bob"),
        ],
    ).pooled()

    assert panel.items == (
        Item("a", None, None, Criterion.CLARITY, None, None),
        Item("b", None, None, Criterion.CLARITY, None, None),
    )
    assert panel.assessors == ("Ann", "Ann", "Bob")
    assert [bytes(column) for column in panel.columns()] == [b"\3\0", b"\1\0", b"\xfb\3"]


@pytest.mark.parametrize("item", [("x",), None, Item("a", None, None, Criterion.CLARITY, None, "")])
def test_ratings_are_of_an_item_of_the_panel(item: Wrong) -> None:
    """The error names those that there are."""
    panel = Panel.of(SUCCESS, ROWS)

    with pytest.raises(UnknownKeyError) as caught:
        panel.ratings(item)

    assert caught.value.what == "item"
    assert caught.value.expected == (
        "a, policy, clarity",
        "a, policy, part 2, clarity, local, 2023",
        "b, policy, clarity, local, 2023",
        "b, policy, politics, local, 2023",
        "a, support-programme, clarity, national, 2022",
    )


def test_pooling_never_joins_objects_or_parts() -> None:
    """They are different things."""
    panel = Panel.of(
        SUCCESS, [row(object="policy"), row(object="support-programme"), row(part="2")]
    )

    assert len(panel.pooled().items) == 3


def test_items_stand_in_the_order_that_is_told() -> None:
    """`item_order` is the order of the items of a panel, whatever the rows."""
    panel = Panel.of(SUCCESS, ROWS)
    mixed = random.Random(1).sample(panel.items, len(panel.items))  # noqa: S311 -- no secret

    assert tuple(sorted(mixed, key=item_order(SUCCESS))) == panel.items
