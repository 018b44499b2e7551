"""Forms: what an assessor fills in becomes assessments, and what is wrong is told at its cell."""

from typing import Any

import pytest

from implsupport.documents.filled_tables import Cell, Reading
from implsupport.documents.findings import WORD, Path, Place
from implsupport.documents.forms import PARTS, TOP, Form, is_form, read_forms
from implsupport.frameworks import CATALOGUE

FILE = Place("a.xlsx")
POLICIES = [
    {"key": "care-act", "title": "Care Act"},
    {"key": "haz", "title": "Zones: phase 2"},
    {"key": "one", "title": "Twice"},
    {"key": "two", "title": "Twice"},
    {"key": "nameless"},
    {"title": "Keyless"},
]

OBJECT = ("object", "policy", "Choose what you judge.")
RUBRIC = ("rubric", "success")
HEADER = ("criterion", *(f"Care Act: {part}" for part in PARTS))


def row(number: int, *texts: str) -> list[Cell]:
    """Write a row of a sheet, without the blank cells at its end."""
    cells = [Cell(text, number, column) for column, text in enumerate(texts, start=1)]
    while cells and cells[-1].is_blank:
        cells.pop()
    return cells


def form(*lines: tuple[str, ...], name: str = "form 1") -> Form:
    """Write a form."""
    rows = [row(number, *line) for number, line in enumerate(lines, start=1)]
    return Form(Place("a.xlsx", sheet=name), rows)


def ratings(*lines: tuple[str, ...]) -> Form:
    """Write a form of a policy by the rubric of success, with ratings of the Care Act."""
    return form(("Form 1",), (), OBJECT, RUBRIC, ("layer",), HEADER, *lines)


def read(*forms: Form, assessments: list[Any] | None = None) -> tuple[Reading, list[Any]]:
    """Read forms beside the policies."""
    values: dict[str, Any] = {"policies": POLICIES}
    reading = Reading(
        FILE, values if assessments is None else {**values, "assessments": assessments}
    )
    read_forms(forms, reading, CATALOGUE)
    return reading, reading.values.get("assessments", [])


def told(*forms: Form) -> list[str]:
    """Read forms, and tell what is wrong with them."""
    found = read(*forms)[0].found
    return [f"{one.place}: {one.code}: {one.sentence}" for one in found]


WHOLE = ratings(
    ("legitimacy", "relative-success", "well", "report", "p. 46", "words", "2014"),
    ("stakeholders", "not-stated"),
    ("clarity",),
    (),
    ("legitimacy", "", "", "minutes"),
    ("politics", "", "", "", "p. 3"),
)


def test_a_form_becomes_an_assessment() -> None:
    """A criterion with nothing is left out, and evidence is gathered from all its rows."""
    reading, assessments = read(WHOLE)

    assert reading.found == []
    assert assessments == [
        {
            "policy": "care-act",
            "object": "policy",
            "rubric": "success",
            "ratings": {
                "legitimacy": {
                    "grade": "relative-success",
                    "note": "well",
                    "evidence": [
                        {
                            "source": "report",
                            "locator": "p. 46",
                            "quotation": "words",
                            "date": "2014",
                        },
                        {"source": "minutes"},
                    ],
                },
                "stakeholders": {"gap": "not-stated", "evidence": []},
                "politics": {"evidence": [{"locator": "p. 3"}]},
            },
        }
    ]


PLACES: list[tuple[Path, str]] = [
    (("assessments", 0, "object"), "B3"),
    (("assessments", 0, "rubric"), "B4"),
    (("assessments", 0, "ratings", "legitimacy"), "B7"),
    (("assessments", 0, "ratings", "legitimacy", WORD), "A7"),
    (("assessments", 0, "ratings", "legitimacy", "grade"), "B7"),
    (("assessments", 0, "ratings", "legitimacy", "note"), "C7"),
    (("assessments", 0, "ratings", "legitimacy", "evidence", 0, "date"), "G7"),
    (("assessments", 0, "ratings", "legitimacy", "evidence", 1, "source"), "D11"),
    (("assessments", 0, "ratings", "stakeholders", "gap"), "B8"),
    (("assessments", 0, "ratings", "politics"), "B12"),
    (("assessments", 0, "ratings", "politics", "evidence", 0, "source"), "D12"),
]


@pytest.mark.parametrize(("path", "at"), PLACES)
def test_every_value_has_its_cell(path: Path, at: str) -> None:
    """Also one that is blank, where something belongs."""
    reading = Reading(FILE, {"policies": POLICIES})
    placed = read_forms([WHOLE], reading, CATALOGUE)

    assert str(placed(path)) == f"a.xlsx!form 1!{at}"


def test_what_stands_in_no_form_is_placed_by_the_tables() -> None:
    """The whole is where the file is."""
    placed = read_forms([WHOLE], Reading(FILE), CATALOGUE)

    assert placed(()) == FILE


def test_assessments_of_forms_come_after_those_of_the_tables() -> None:
    """Each form adds one for each policy that it says anything of."""
    header = (*HEADER, "Zones: phase 2: grade or gap", "two: grade or gap", "one: note")
    line = ("clarity", "not-stated", "", "", "", "", "", "relative-success", "", "x")
    first = form(OBJECT, header, line)
    second = form(OBJECT, header, line[:2], name="form 2")
    _, assessments = read(first, second, assessments=[{"policy": "b"}])

    assert [one["policy"] for one in assessments] == ["b", "care-act", "haz", "one", "care-act"]


def test_a_form_that_is_not_filled_in_says_nothing() -> None:
    """Nor is anything wrong with it."""
    reading, assessments = read(ratings(("legitimacy",), ("clarity",)))

    assert (reading.found, assessments) == ([], [])


def test_the_top_of_a_form_goes_into_each_assessment() -> None:
    """What is blank is left out."""
    values = ("policy", "success", "Jane", "2014-05", "")
    form_ = form(*zip(TOP, values, strict=True), HEADER, ("clarity", "not-stated"))
    assessment = read(form_)[1][0]

    assert {name: assessment.get(name) for name in TOP} == {
        "object": "policy",
        "rubric": "success",
        "assessor": "Jane",
        "date": "2014-05",
        "layer": None,
    }


@pytest.mark.parametrize(
    ("mark", "field"),
    [
        ("relative-success", "grade"),
        ("not-stated", "gap"),
        ("relativ-success", "grade"),
        ("not-asessed", "gap"),
        ("conflicting-attainment", "grade"),
        ("nothing like it", "grade"),
    ],
)
def test_a_mark_is_what_it_is_most_like(mark: str, field: str) -> None:
    """So that a mistyped gap is told beside the gaps, and a mistyped grade beside the grades."""
    rating = read(ratings(("clarity", mark)))[1][0]["ratings"]["clarity"]

    assert rating[field] == mark


@pytest.mark.parametrize("top", [(OBJECT,), (OBJECT, ("rubric", "no such"))])
def test_without_a_rubric_a_mark_is_a_gap_or_a_grade(top: tuple[tuple[str, ...], ...]) -> None:
    """That there is no rubric is told by the records."""
    assessment = read(form(*top, HEADER, ("clarity", "patchy"), ("politics", "not-stated")))[1][0]

    assert assessment["ratings"]["clarity"]["grade"] == "patchy"
    assert assessment["ratings"]["politics"]["gap"] == "not-stated"


WRONG: dict[str, tuple[Form, list[str]]] = {
    "no ratings": (
        form(OBJECT),
        ["a.xlsx!form 1!A1: field: no row begins with 'criterion', as the ratings of a form do"],
    ),
    "a column that is no part of a rating": (
        form(("criterion", "Care Act: notes"), ("clarity", "x")),
        [
            (
                "a.xlsx!form 1!B1: field: 'Care Act: notes' is not a column of form; expected "
                "a policy: grade or gap, a policy: note, a policy: source, a policy: page or "
                "passage, a policy: quotation, a policy: source date; did you mean 'note'?"
            )
        ],
    ),
    "a policy that there is not": (
        form(("criterion", "Care Acts: note")),
        [
            (
                "a.xlsx!form 1!B1: field: no policy 'Care Acts'; there are 'Care Act', 'Zones: "
                "phase 2', 'Keyless', 'care-act', 'haz', 'one', 'two', 'nameless'; did you mean "
                "'Care Act'?"
            )
        ],
    ),
    "a title of two policies": (
        form(("criterion", "Twice: note")),
        [
            (
                "a.xlsx!form 1!B1: field: no policy 'Twice'; there are 'Care Act', 'Zones: phase "
                "2', 'Keyless', 'care-act', 'haz', 'one', 'two', 'nameless'"
            )
        ],
    ),
    "a column twice": (
        form(("criterion", "Care Act: note", "care-act: note")),
        ["a.xlsx!form 1!C1: repeated: the column 'care-act: note' is there twice; keep one"],
    ),
    "something under no column": (
        form(("criterion", "", "Care Act: note"), ("clarity", "x"), ("clarity", "", "", "", "y")),
        [
            "a.xlsx!form 1!B2: field: 'x' stands under no column; name the column",
            "a.xlsx!form 1!E3: field: 'y' stands under no column; name the column",
        ],
    ),
    "a row without a criterion": (
        ratings(("", "", "stray")),
        ["a.xlsx!form 1!C7: field: the row names no criterion; say which it is about"],
    ),
    "a text below the criteria": (
        ratings(("clarity", "not-stated"), ("politics",), ("Comments: fine",)),
        [
            (
                "a.xlsx!form 1!A9: word: 'Comments: fine' is no criterion of 'success', and would "
                "be left out; put it into a sheet called notes"
            )
        ],
    ),
    "a mark twice": (
        ratings(("clarity", "not-stated", "x"), ("clarity", "not-assessed", "y")),
        [
            (
                "a.xlsx!form 1!B8: repeated: the criterion has this further up; keep one, and "
                "leave the other blank"
            ),
            (
                "a.xlsx!form 1!C8: repeated: the criterion has this further up; keep one, and "
                "leave the other blank"
            ),
        ],
    ),
}


@pytest.mark.parametrize(("wrong", "sentences"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_form_is_told_at_its_cell(wrong: Form, sentences: list[str]) -> None:
    """With what is allowed, and the nearest."""
    assert sorted(told(wrong)) == sorted(sentences)


def test_a_rating_may_lack_columns() -> None:
    """A mark that has no column is told missing at the first cell of its policy."""
    form_ = form(OBJECT, ("criterion", "haz: note", "Care Act: note"), ("clarity", "", "x"))
    reading = Reading(FILE, {"policies": POLICIES})
    placed = read_forms([form_], reading, CATALOGUE)

    assert reading.values["assessments"][0]["ratings"] == {"clarity": {"note": "x", "evidence": []}}
    assert str(placed(("assessments", 0, "ratings", "clarity"))) == "a.xlsx!form 1!C3"


ODD = (("form", "a formula stands here"),)
SPOTS = [(2, 1), (5, 1), (6, 0), (6, 1), (6, 2), (6, 3)]


@pytest.mark.parametrize(("line", "column"), SPOTS)
def test_a_cell_that_cannot_be_taken_is_told(line: int, column: int) -> None:
    """At the top, in the header, and in the ratings."""
    made = ratings(("clarity", "not-stated", "said", "report"))
    rows = [list(cells) for cells in made.rows]
    rows[line][column] = rows[line][column]._replace(wrong=ODD)
    found = read(Form(made.place, rows))[0].found

    assert "a formula stands here" in [one.sentence for one in found]


@pytest.mark.parametrize(
    ("sheet", "is_one"), [("form 1", True), ("Form of Jane", True), ("the form", False)]
)
def test_a_sheet_is_a_form_by_its_name(sheet: str, is_one: bool) -> None:  # noqa: FBT001 -- a parameter of the table above
    """Whatever comes after the word."""
    assert is_form(sheet, []) is is_one


def test_a_sheet_is_a_form_by_its_columns() -> None:
    """Whoever calls it by the name of its assessor has not spoilt it."""
    assert is_form("Ann", ratings().rows)
    assert not is_form("Ann", form(OBJECT, RUBRIC, ("criterion", "gloss")).rows)


@pytest.mark.parametrize("name", WRONG)
def test_whatever_is_wrong_with_a_form_is_part_of_the_assessments(name: str) -> None:
    """A program finds it by the path, a person by the cell."""
    assert {one.path[:1] for one in read(WRONG[name][0])[0].found} == {("assessments",)}


def test_a_cell_of_a_form_that_cannot_be_read_keeps_its_code() -> None:
    """As a part of what it would have said."""
    formula = Cell("clarity", 7, 1, wrong=(("formula", "a formula is never read"),))
    note = Cell("said", 7, 3, wrong=(("formula", "a formula is never read"),))
    whole = ratings(("clarity", "not-stated"))
    rows = [*whole.rows[:-1], [formula, whole.rows[-1][1], note]]

    assert [(one.code, one.path) for one in read(Form(whole.place, rows))[0].found] == [
        ("formula", ("assessments",)),
        ("formula", ("assessments", 0, "ratings", "clarity", "note")),
    ]


@pytest.mark.parametrize(
    ("line", "column", "path"),
    [
        (2, 1, ("assessments", 0, "object")),
        (5, 1, ("assessments",)),
        (6, 1, ("assessments", 0, "ratings", "clarity", "gap")),
        (6, 3, ("assessments", 0, "ratings", "clarity", "evidence", 0, "source")),
    ],
)
def test_a_cell_that_cannot_be_taken_is_told_by_its_path(
    line: int, column: int, path: Path
) -> None:
    """What it would have said there, or the assessments where that is not known."""
    made = ratings(("clarity", "not-stated", "said", "report"))
    rows = [list(cells) for cells in made.rows]
    rows[line][column] = rows[line][column]._replace(wrong=ODD)

    assert path in [one.path for one in read(Form(made.place, rows))[0].found]


DAY = "2014-05-06"


@pytest.mark.parametrize(
    ("line", "column", "sentences"),
    [
        (2, 1, []),
        (4, 6, []),
        (4, 2, [f"the day {DAY} stands where text belongs; make the cell a text cell and type it"]),
    ],
)
def test_a_day_is_taken_only_where_a_date_belongs(
    line: int, column: int, sentences: list[str]
) -> None:
    """At the top, and of a source; in a note it is what a workbook made of it."""
    top = (OBJECT, RUBRIC, ("date", DAY), HEADER)
    made = form(*top, ("clarity", "not-stated", DAY, "report", "", "", DAY))
    rows = [list(cells) for cells in made.rows]
    rows[line][column] = rows[line][column]._replace(kind="day")
    found = read(Form(made.place, rows))[0].found

    assert [one.sentence.removesuffix(" again") for one in found] == sentences


def test_a_policy_without_a_key_is_found_by_its_title() -> None:
    """That it has none is told by the records; the assessment names none either."""
    form_ = form(OBJECT, ("criterion", "Keyless: grade or gap"), ("clarity", "not-stated"))

    assert [one["policy"] for one in read(form_)[1]] == [""]


def test_only_what_stands_under_no_column_is_told_of() -> None:
    """Not what stands under the next one."""
    form_ = form(OBJECT, ("criterion", "", "Care Act: note"), ("clarity", "", "said"))
    reading, assessments = read(form_)

    assert reading.found == []
    assert assessments[0]["ratings"]["clarity"]["note"] == "said"


def test_of_two_marks_the_first_is_kept() -> None:
    """And so is its place."""
    reading = Reading(FILE, {"policies": POLICIES})
    form_ = ratings(("clarity", "not-stated", "x"), ("clarity", "not-assessed", "y"))
    placed = read_forms([form_], reading, CATALOGUE)

    assert reading.values["assessments"][0]["ratings"]["clarity"] == {
        "gap": "not-stated",
        "note": "x",
        "evidence": [],
    }
    assert str(placed(("assessments", 0, "ratings", "clarity", "gap"))) == "a.xlsx!form 1!B7"


def test_a_rating_stands_at_its_mark_wherever_that_column_is() -> None:
    """Also where the note comes first."""
    header = ("criterion", "Care Act: note", "Care Act: grade or gap")
    made = form(OBJECT, header, ("clarity", "said", "not-stated"))
    placed = read_forms([made], Reading(FILE, {"policies": POLICIES}), CATALOGUE)

    assert str(placed(("assessments", 0, "ratings", "clarity"))) == "a.xlsx!form 1!C3"
