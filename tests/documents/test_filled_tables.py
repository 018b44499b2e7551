"""Tables as a file holds them: what they make, and all that can be wrong with them."""

from typing import Any, Literal

import pytest

from implsupport.documents.filled_tables import Cell, Filled, Reading, foreign, read_tables
from implsupport.documents.findings import WORD, Found, Path, Place
from implsupport.documents.tables import TABLES
from implsupport.errors import DocumentError

BY_NAME = {table.name: table for table in TABLES}
ROOT = Place("study")

STUDY = ("title,status", "Ours,ours")
POLICIES = ("key,title,year,jurisdiction,note", "a,A,2014,,", "b,B,,,", "c,C,010,,")
SOURCES = ("key,title,year,doi,url", "a,A,,,", "b,B,,,")
AUTHORS = ("parent_row,position,author", "2,2,Second", "2,1,First", "1,1,Only")
ASSESSMENTS = (
    "policy,object,rubric,assessor,date,layer,status",
    "a,policy,success,,,,",
    "b,policy,success,,,,",
)
RATINGS = ("parent_row,criterion,grade,gap,note", "2,clarity,,not-stated,", "1,clarity,,,")
EVIDENCE = ("parent_row,position,source,locator,quotation,date", "1,1,a,p. 1,,2014")
ACTIVITIES = ("key,title,policy,status", "a,A,a,")
CELLS = ("parent_row,position,locus,level", "1,1,system,directive")
APPROACHES = ("key,title,theme,description,status", "a,A,,,")
MODELS = ("parent_row,model,extent", "1,problem-solving,yes")


def table(name: str, *lines: str) -> Filled:
    """Fill a table with lines of cells parted by commas."""
    rows = [
        [Cell(text, number, column) for column, text in enumerate(line.split(","), start=1)]
        for number, line in enumerate(lines, start=1)
    ]
    return Filled(BY_NAME[name], f"{name}.csv", rows[0], rows[1:])


def read(**tables: tuple[str, ...]) -> Reading:
    """Read tables; two underscores in a name stand for a dot."""
    filled = [table(name.replace("__", "."), *lines) for name, lines in tables.items()]
    return read_tables(filled, ROOT)


def told(**tables: tuple[str, ...]) -> list[str]:
    """Read tables, and tell what is wrong with them."""
    return [f"{one.place}: {one.code}: {one.sentence}" for one in read(**tables).found]


def whole() -> Reading:
    """Read every kind of table."""
    return read(
        study=STUDY,
        policies=POLICIES,
        sources=SOURCES,
        sources__authors=AUTHORS,
        assessments=ASSESSMENTS,
        assessments__ratings=RATINGS,
        assessments__ratings__evidence=EVIDENCE,
        activities=ACTIVITIES,
        activities__cells=CELLS,
        approaches=APPROACHES,
        approaches__models=MODELS,
    )


def test_tables_make_the_plain_values_of_a_study() -> None:
    """Blank cells are left out, and only a field of numbers makes a number of text."""
    assert whole().found == []
    assert whole().values == {
        "title": "Ours",
        "status": "ours",
        "policies": [
            {"key": "a", "title": "A", "year": 2014},
            {"key": "b", "title": "B"},
            {"key": "c", "title": "C", "year": "010"},
        ],
        "sources": [
            {"key": "a", "title": "A", "authors": ["Only"]},
            {"key": "b", "title": "B", "authors": ["First", "Second"]},
        ],
        "assessments": [
            {
                "policy": "a",
                "object": "policy",
                "rubric": "success",
                "ratings": {"clarity": {"evidence": []}},
            },
            {
                "policy": "b",
                "object": "policy",
                "rubric": "success",
                "ratings": {
                    "clarity": {
                        "gap": "not-stated",
                        "evidence": [{"source": "a", "locator": "p. 1", "date": "2014"}],
                    }
                },
            },
        ],
        "activities": [
            {"key": "a", "title": "A", "policy": "a", "cells": [["system", "directive"]]}
        ],
        "approaches": [{"key": "a", "title": "A", "models": {"problem-solving": "yes"}}],
    }


PLACES: list[tuple[Path, str]] = [
    ((), "study.csv:2:1"),
    (("title",), "study.csv:2:1"),
    (("status",), "study.csv:2:2"),
    (("policies", 1), "policies.csv:3:1"),
    (("policies", 1, "year"), "policies.csv:3:3"),
    (("policies", 1, "year", WORD), "policies.csv:3:3"),
    (("sources", 1, "authors", 0), "sources.authors.csv:3:3"),
    (("assessments", 1, "ratings", "clarity"), "assessments.ratings.csv:2:3"),
    (("assessments", 1, "ratings", "clarity", WORD), "assessments.ratings.csv:2:2"),
    (
        ("assessments", 1, "ratings", "clarity", "evidence", 0, "date"),
        "assessments.ratings.evidence.csv:2:6",
    ),
    (("activities", 0, "cells", 0), "activities.cells.csv:2:3"),
    (("activities", 0, "cells", 0, 1), "activities.cells.csv:2:4"),
    (("approaches", 0, "models", "problem-solving"), "approaches.models.csv:2:3"),
    (("approaches", 0, "models", "problem-solving", WORD), "approaches.models.csv:2:2"),
]


@pytest.mark.parametrize(("path", "place"), PLACES)
def test_every_value_has_its_place(path: Path, place: str) -> None:
    """A record is where its first field is, a word of a mapping where it stands."""
    assert str(whole().placed(path)) == place


NOWHERE: list[Path] = [("policies",), ("policies", 9), ("policies", 0, "no"), ("bodies", 0, "key")]


@pytest.mark.parametrize("path", NOWHERE)
def test_what_no_table_holds_has_no_place(path: Path) -> None:
    """It is told at what it would be part of."""
    assert whole().placed(path) is None


def test_without_a_study_table_the_whole_is_told_at_the_file() -> None:
    """The empty path always has a place."""
    assert read(policies=POLICIES).placed(()) == ROOT


@pytest.mark.parametrize(
    ("lines", "sentences"),
    [
        (
            ("key,titel,year,jurisdiction,note", "a,A,,,"),
            [
                (
                    "policies.csv:1:2: field: 'titel' is not a column of policies; expected key, "
                    "title, year, jurisdiction, note; did you mean 'title'?"
                ),
            ],
        ),
        (
            ("key,name,year,jurisdiction,note", "a,A,,,"),
            [
                (
                    "policies.csv:1:2: field: 'name' is not a column of policies; expected key, "
                    "title, year, jurisdiction, note"
                ),
                (
                    "policies.csv:1:1: field: the column 'title' is missing; expected 'key', "
                    "'title', 'year', 'jurisdiction', 'note'"
                ),
            ],
        ),
        (
            ("key,title,,year,jurisdiction,note",),
            [
                (
                    "policies.csv:1:3: field: a column has no name; expected key, title, year, "
                    "jurisdiction, note"
                )
            ],
        ),
        (
            ("key,title,year,key,jurisdiction,note",),
            ["policies.csv:1:4: repeated: the column 'key' is there twice; keep one"],
        ),
        (
            (*POLICIES, ",,,,", "d,D,,,", ",,,,"),
            ["policies.csv:5:1: form: the row is blank; take it out"],
        ),
        (
            (*POLICIES, ",,,,", ",,,,", ",,,,", "d,D,,,"),
            ["policies.csv:5:1: form: this row and the 2 below it are blank; take them out"],
        ),
    ],
)
def test_a_table_is_told_what_is_wrong_with_it(
    lines: tuple[str, ...], sentences: list[str]
) -> None:
    """Columns are exact, and blank rows stand at the end alone."""
    assert told(policies=lines) == sentences


def test_a_column_that_is_missing_is_blank_in_every_row() -> None:
    """The rest is read, and what is missing is told at the header."""
    reading = read(policies=("key,year,jurisdiction,note", "a,2014,,"))

    assert reading.values["policies"] == [{"key": "a", "year": 2014}]
    assert str(reading.placed(("policies", 0, "title"))) == "policies.csv:1:1"


def test_a_study_has_one_row() -> None:
    """Further rows are told, and not taken."""
    assert told(study=(*STUDY, "Theirs,ours")) == [
        "study.csv:3:1: repeated: a study has one row; take this one out"
    ]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("3,1,Lost", "2:1: key: '3' is not a row of sources; its rows are 1 to 2"),
        ("0,1,Lost", "2:1: key: '0' is not a row of sources; its rows are 1 to 2"),
        ("01,1,Lost", "2:1: key: '01' is not a row of sources; its rows are 1 to 2"),
        (",1,Lost", "2:1: key: '' is not a row of sources; its rows are 1 to 2"),
        ("9999999999,1,A", "2:1: key: '9999999999' is not a row of sources; its rows are 1 to 2"),
        ("１,1,Lost", "2:1: key: '１' is not a row of sources; its rows are 1 to 2"),  # noqa: RUF001
        (
            "1,2,Late",
            (
                "2:2: form: '2' is not a position that is left; those of this parent_row are "
                "1 to 1, each once"
            ),
        ),
    ],
)
def test_a_row_belongs_to_a_row_of_the_parent_and_has_a_position(line: str, sentence: str) -> None:
    """Both are whole numbers from 1, in digits."""
    authors = ("parent_row,position,author", line)

    assert told(sources=SOURCES, sources__authors=authors) == [f"sources.authors.csv:{sentence}"]


def test_what_follows_from_a_misspelt_column_is_not_told() -> None:
    """It is read as the column that is nearest; of two the first."""
    tables = {"policies": ("Key,Keys,Title,year,jurisdiction,note", "a,b,A,,,")}

    assert [
        sentence.partition(": field: ")[2].partition(";")[0] for sentence in told(**tables)
    ] == [
        "'Key' is not a column of policies",
        "'Keys' is not a column of policies",
        "'Title' is not a column of policies",
    ]
    assert read(**tables).values["policies"] == [{"key": "a", "title": "A"}]


def test_a_position_is_given_once() -> None:
    """The second of two is told."""
    authors = ("parent_row,position,author", "1,1,First", "1,1,Second")

    assert told(sources=SOURCES, sources__authors=authors) == [
        (
            "sources.authors.csv:3:2: form: '1' is not a position that is left; those of this "
            "parent_row are 1 to 2, each once"
        )
    ]


def test_a_word_of_a_mapping_is_given_once() -> None:
    """The first is kept."""
    ratings = ("parent_row,criterion,grade,gap,note", "1,clarity,,,", "1,clarity,,,")

    assert told(assessments=ASSESSMENTS, assessments__ratings=ratings) == [
        "assessments.ratings.csv:3:2: repeated: 'clarity' is given twice; keep one"
    ]


def test_rows_without_a_table_of_their_parent_are_lost() -> None:
    """There is no row that they can belong to."""
    assert told(sources__authors=("parent_row,position,author", "1,1,Lost")) == [
        "sources.authors.csv:2:1: key: '1' is not a row of sources; it has none"
    ]


def test_of_what_belongs_to_a_row_that_was_not_taken_nothing_is_said() -> None:
    """That the row was not taken has been said."""
    ratings = ("parent_row,criterion,grade,gap,note", "9,clarity,,,")

    assert told(
        assessments=ASSESSMENTS,
        assessments__ratings=ratings,
        assessments__ratings__evidence=EVIDENCE,
    ) == ["assessments.ratings.csv:2:1: key: '9' is not a row of assessments; its rows are 1 to 2"]


@pytest.mark.parametrize(
    ("header", "hint"),
    [
        ("key;title;year", "; part the cells with commas, not ';'"),
        ("key\ttitle\tyear", "; part the cells with commas, not '\\t'"),
        ("key|title|year|jurisdiction|note", "; part the cells with commas, not '|'"),
        ("", ""),
    ],
)
def test_a_table_without_a_column_cannot_be_made_out(header: str, hint: str) -> None:
    """Where something else parts the cells, that is said; what the rows hold is not guessed."""
    with pytest.raises(DocumentError) as caught:
        read(policies=(header, "a"))

    assert len(caught.value.findings) == 1
    assert caught.value.findings[0].sentence.endswith(f"jurisdiction, note{hint}")


def cell(kind: Literal["text", "number", "day"], text: str = "2014") -> Cell:
    """Make a cell as a workbook has it."""
    return Cell(text, 1, 1, kind=kind)


@pytest.mark.parametrize(
    ("made", "field", "number"),
    [
        (cell("text"), "title", False),
        (cell("text"), "year", True),
        (cell("number"), "ambiguity", True),
        (cell("day"), "date", False),
    ],
)
def test_a_field_takes_what_fits_it(made: Cell, field: str, number: bool) -> None:  # noqa: FBT001 -- a parameter of the table above
    """Numbers where numbers belong, days where a date does, text everywhere."""
    assert foreign(made, field, number=number) == ()


@pytest.mark.parametrize(
    ("made", "field"),
    [(cell("number"), "title"), (cell("day"), "locator"), (cell("day"), "year")],
)
def test_a_workbook_must_not_have_changed_what_was_typed(made: Cell, field: str) -> None:
    """A number or a day where text belongs is refused."""
    assert [code for code, _ in foreign(made, field, number=field == "year")] == ["form"]


def with_wrong(name: str, at: int, *lines: str) -> list[tuple[str, str]]:
    """Read a table with something wrong in one cell of its last row, and tell what is found."""
    filled = table(name, *lines)
    row: list[Any] = list((filled.rows or [filled.header])[-1])
    row[at] = row[at]._replace(wrong=(("form", "a formula stands here"),))
    tables = [
        table("sources", *SOURCES),
        Filled(filled.table, filled.file, filled.header, [row]),
    ]
    found = read_tables(tables, ROOT).found
    return [(".".join(map(str, one.path)), one.sentence) for one in found]


@pytest.mark.parametrize(
    ("name", "at", "lines", "path"),
    [
        ("policies", 1, POLICIES[:2], "policies.0.title"),
        ("sources.authors", 2, AUTHORS[:1] + AUTHORS[3:], "sources.0.authors.0"),
        ("sources.authors", 0, AUTHORS[:1] + AUTHORS[3:], "sources.authors"),
        ("study", 0, STUDY, "title"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_told_with_its_path(
    name: str, at: int, lines: tuple[str, ...], path: str
) -> None:
    """So that records say nothing more of it."""
    assert with_wrong(name, at, *lines) == [(path, "a formula stands here")]


def test_a_header_that_cannot_be_taken_is_told() -> None:
    """What is wrong in it comes before that it names no column."""
    header = [*table("study", *STUDY).header[:1], Cell("status", 1, 2, wrong=(("form", "odd"),))]
    found = read_tables([Filled(BY_NAME["study"], "study.csv", header, [])], ROOT).found

    assert [one.sentence for one in found] == ["odd"]


def test_a_cell_in_a_sheet_is_placed_there() -> None:
    """Row and column are told as workbooks tell them."""
    filled = Filled(BY_NAME["study"], "a.xlsx", [Cell("title", 4, 2)], [], sheet="study")

    assert str(filled.at(filled.header[0])) == "a.xlsx!study!B4"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("key,title,key", "a,A,a"), (1, 3, "repeated")),
        (("key,year,jurisdiction,note", "a,,,"), (1, 1, "field")),
        (("key,title,year,jurisdiction,note", ",,,,", "a,A,,,"), (2, 1, "form")),
    ],
)
def test_what_is_wrong_with_a_table_is_part_of_its_list(
    lines: tuple[str, ...], found: tuple[int, int, str]
) -> None:
    """A program finds it by the path, a person by the place."""
    line, column, code = found

    assert (Place("policies.csv", line, column), code, ("policies",)) in [
        (one.place, one.code, one.path) for one in read(policies=lines).found
    ]


def test_only_the_first_row_of_a_study_is_taken() -> None:
    """The others are told as parts of the study, and what they say is lost with them."""
    reading = read(study=("title,status", "Ours,ours", "Theirs,ours"))

    assert reading.values["title"] == "Ours"
    assert [(one.code, one.path) for one in reading.found] == [("repeated", ())]


def test_a_cell_that_is_wrong_in_its_heading_is_told_there() -> None:
    """By its own code, as a part of the list."""
    wrong = (("form", "the formula is never read"),)
    header = [Cell("key", 1, 1, wrong=wrong), Cell("title", 1, 2)]
    filled = Filled(BY_NAME["policies"], "policies.csv", header, [])
    found = read_tables([filled], ROOT).found

    assert (Place("policies.csv", 1, 1), "form", ("policies",)) in [
        (one.place, one.code, one.path) for one in found
    ]


def test_a_day_where_a_number_belongs_is_refused_with_a_way_out() -> None:
    """As the year of a source that was typed as a day."""
    assert foreign(Cell("1999-01-05", 2, 1, kind="day"), "year", number=True) == (
        (
            "form",
            (
                "the day 1999-01-05 stands where a number belongs; make the cell a number cell and "
                "type it again"
            ),
        ),
    )


def test_what_a_workbook_made_of_a_text_is_refused_with_a_way_out() -> None:
    """Where nothing is said of it, a field takes text."""
    assert foreign(Cell("0.7", 2, 1, kind="number"), "locator") == (
        (
            "form",
            "the number 0.7 stands where text belongs; make the cell a text cell and type it again",
        ),
    )


@pytest.mark.parametrize(
    ("author", "code"),
    [("3,1,First", "key"), ("1,0,First", "form"), ("1,2,First", "form")],
)
def test_a_row_that_belongs_nowhere_is_told_as_a_part_of_its_list(author: str, code: str) -> None:
    """Rows and positions are counted from 1, with none left out."""
    found = read(sources=SOURCES, sources__authors=("parent_row,position,author", author)).found

    assert [(one.code, one.path) for one in found] == [(code, ("sources", "authors"))]


def test_a_word_given_twice_is_told_as_a_part_of_its_list() -> None:
    """The first is kept."""
    ratings = (RATINGS[0], "1,clarity,,not-stated,", "1,clarity,,,")
    found = read(assessments=ASSESSMENTS, assessments__ratings=ratings).found

    assert [(one.code, one.path) for one in found] == [("repeated", ("assessments", "ratings"))]


def test_what_a_workbook_makes_of_numbers_and_days_is_taken_where_they_belong() -> None:
    """Numbers of rows and positions, years and dates."""
    evidence = table("assessments.ratings.evidence", *EVIDENCE)
    first, position, *others, day = evidence.rows[0]
    row = [first._replace(kind="number"), position._replace(kind="number"), *others]
    filled = Filled(
        evidence.table, evidence.file, evidence.header, [[*row, day._replace(kind="day")]]
    )
    tables = [
        table("assessments", *ASSESSMENTS),
        table("assessments.ratings", RATINGS[0], "1,clarity,,not-stated,"),
        filled,
    ]
    [key, title, year, *rest] = (policies := table("policies", *POLICIES[:2])).rows[0]
    years = [[key, title, year._replace(kind="number"), *rest]]
    numbers = Filled(policies.table, policies.file, policies.header, years)

    assert read_tables([numbers, *tables], ROOT).found == []


def test_a_column_that_is_none_is_told_with_those_there_are() -> None:
    """For programs to read, with the nearest."""
    found = read(policies=("kex,title,year,jurisdiction,note", "a,A,,,")).found
    expected = ("key", "title", "year", "jurisdiction", "note")

    assert (expected, "key") in [(one.expected, one.nearest) for one in found]


def test_what_was_found_before_is_kept() -> None:
    """It stands beside what the tables are found to hold."""
    before = Found(ROOT, "character", (), "it is not seen")

    assert read_tables([table("study", *STUDY)], ROOT, [before]).found == [before]


def test_a_table_of_blank_rows_alone_is_an_empty_one() -> None:
    """All of them stand at its end; nothing is wrong with that."""
    assert told(study=STUDY, policies=(POLICIES[0], ",,,,", ",,,,")) == []
