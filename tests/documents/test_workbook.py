"""Workbooks: what is written is read, what people type is read, and what is neither is told."""

import datetime as dt
import importlib
import io
import re
import runpy
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from copy import copy as copied
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from implsupport import cases, testing
from implsupport.documents import workbook
from implsupport.documents.archives import MOST_ROWS
from implsupport.documents.files import LIMITS, Limits
from implsupport.documents.tables import TABLES, Table, no_table
from implsupport.errors import DocumentError, MissingExtraError
from implsupport.frameworks import CATALOGUE
from implsupport.records import Study
from tests.documents.costs import calls_of

OPENPYXL: Any = importlib.import_module("openpyxl")  # it has no types of its own

SMALL = Study.model_validate(
    {
        "title": "Ours",
        "policies": [{"key": "a", "title": "A", "year": 2014, "note": " two\nlines "}],
        "positions": [{"policy": "a", "ambiguity": 0.1, "conflict": "not-stated", "basis": "told"}],
        "bodies": [{"key": "b", "title": "B", "functions": ["=1+1", "'tis", " x "]}],
    }
)
STUDIES = {"empty": Study(title="Ours"), "small": SMALL} | {
    "built-in": cases.study(),
    "illustration": cases.illustration(),
}


def read(path: Path, limits: Limits = LIMITS) -> Study:
    """Read a workbook by the frameworks that are shipped."""
    return workbook.read(path, frameworks=CATALOGUE, limits=limits)


def write(study: Study, path: Path) -> None:
    """Write a workbook, in the place of what is there."""
    workbook.write(study, path, overwrite=True)


def changed(path: Path, change: Callable[[Any], object]) -> Path:
    """Open a workbook as people do, change it, and save it."""
    book = OPENPYXL.load_workbook(path)
    change(book)
    book.save(path)
    return path


def told(path: Path) -> list[str]:
    """Read a workbook, and tell what is wrong with it, without the name of the file."""
    with pytest.raises(DocumentError) as caught:
        read(path)
    return [str(one).replace(str(path), path.name) for one in caught.value.findings]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write a small study."""
    write(SMALL, tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


# --- there and back ---


@pytest.mark.parametrize("study", STUDIES.values(), ids=STUDIES)
def test_what_is_written_reads_back_equal(study: Study, path: Path) -> None:
    """Every field, in every table."""
    write(study, path)

    assert read(path) == study


@pytest.mark.parametrize("study", STUDIES.values(), ids=STUDIES)
def test_what_was_read_is_written_with_the_same_bytes(study: Study, path: Path) -> None:
    """Nothing tells when it was written."""
    write(study, path)
    first = path.read_bytes()
    write(read(path), path)

    assert path.read_bytes() == first


@given(testing.studies())
@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_study_reads_back_equal(path: Path, study: Study) -> None:
    """Also one that nobody would write; and the same bytes when it is written again."""
    write(study, path)
    first = path.read_bytes()
    write(read(path), path)

    assert read(path) == study
    assert path.read_bytes() == first


@pytest.mark.parametrize("study", STUDIES.values(), ids=STUDIES)
def test_a_workbook_that_was_opened_and_saved_reads_the_same(study: Study, path: Path) -> None:
    """Though another program has written it."""
    write(study, path)

    assert read(changed(path, lambda _: None)) == study


WRITER = """
import hashlib, sys
from pathlib import Path
from implsupport import cases
from implsupport.documents import workbook
path = Path(sys.argv[1])
workbook.write(cases.illustration(), path, overwrite=True)
print(hashlib.sha256(path.read_bytes()).hexdigest())
"""


def test_the_bytes_are_the_same_in_any_process(path: Path) -> None:
    """Whatever the hash seed and the time zone."""
    command = [sys.executable, "-c", WRITER, str(path)]
    settings = ({"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"})
    said = {
        subprocess.run(command, check=True, capture_output=True, env=env).stdout for env in settings
    }

    assert len(said) == 1


def parts(path: Path) -> dict[str, str]:
    """Read every part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_there_is_a_sheet_for_every_table(path: Path) -> None:
    """In order, each with a table that is marked as one."""
    names = re.findall(r'<sheet name="([^"]*)"', parts(path)["xl/workbook.xml"])
    tables = [name for name in parts(path) if name.startswith("xl/tables/")]

    assert names == [table.name for table in TABLES]
    assert len(tables) == len(TABLES)


def test_every_cell_is_text(path: Path) -> None:
    """There is no formula, no number and no link."""
    cells = re.findall(r'<c r="[A-Z]+[0-9]+"([^>]*)', "".join(parts(path).values()))

    assert {re.sub(' s="[0-9]+"', "", kind) for kind in cells} == {' t="s"', "/"}
    assert "<f>" not in "".join(parts(path).values())


def test_a_workbook_that_is_there_is_not_replaced_unless_told(path: Path) -> None:
    """It stays as it is."""
    before = path.read_bytes()
    with pytest.raises(DocumentError) as caught:
        workbook.write(cases.study(), path, overwrite=False)

    assert "overwrite=True" in str(caught.value)
    assert path.read_bytes() == before


# --- how it looks ---


def test_every_cell_of_a_table_is_set_for_text(path: Path) -> None:
    """In a font that every machine has; whoever types a number into it has typed text."""
    cell = OPENPYXL.load_workbook(path)["policies"]["E2"]

    assert (cell.font.name, cell.font.sz, cell.font.scheme, cell.font.b) == (
        "Arial",
        12,
        None,
        False,
    )
    assert (cell.number_format, cell.alignment.vertical, cell.alignment.wrap_text) == (
        "@",
        "top",
        True,
    )
    assert cell.border.left.style == "thin"


def test_the_names_of_the_columns_stand_out(path: Path) -> None:
    """They are bold, and otherwise as the cells below them."""
    cell = OPENPYXL.load_workbook(path)["policies"]["E1"]

    assert cell.font.b is True
    assert (cell.number_format, cell.border.left.style) == ("@", "thin")


def test_a_table_is_marked_as_one_without_stripes_or_filters(path: Path) -> None:
    """From its header to its last row, of which there is one even in an empty table."""
    made = parts(path)
    tables = OPENPYXL.load_workbook(path)["policies"].tables
    style = tables["policies"].tableStyleInfo

    assert (tables["policies"].ref, tables["policies"].autoFilter) == ("A1:E2", None)
    assert (style.name, style.showRowStripes) == ("TableStyleLight15", False)
    assert 'name="positions_evidence"' in made["xl/tables/table6.xml"]
    assert 'ref="A1:F2"' in made["xl/tables/table6.xml"]


def test_columns_of_sentences_are_wider(path: Path) -> None:
    """Twice as wide as those of words."""
    columns = re.findall(r"<col [^>]*>", parts(path)["xl/worksheets/sheet4.xml"])

    assert [re.findall(r'(?:min|width|style)="([^"]*)"', column) for column in columns] == [
        ["1", "22.7109375", "1"],
        ["2", "44.7109375", "1"],
        ["3", "22.7109375", "1"],
        ["4", "22.7109375", "1"],
        ["5", "44.7109375", "1"],
    ]


def test_what_is_typed_below_a_table_is_text_too(path: Path) -> None:
    """So a day that is typed there stays as it was typed."""
    columns = OPENPYXL.load_workbook(path)["policies"].column_dimensions

    assert {columns[name].number_format for name in "ABCDE"} == {"@"}


def test_a_column_is_as_wide_as_its_last_word_asks(path: Path) -> None:
    """In a form the name of the policy stands before it."""
    table = Table("form", ("criterion", "Care Act: note"))

    def fill(book: Any) -> None:  # noqa: ANN401 -- xlsxwriter is not typed
        workbook.put_table(book, book.add_worksheet("form"), table, [])

    path.write_bytes(workbook.book("Ours", fill))
    columns = OPENPYXL.load_workbook(path)["form"].column_dimensions

    assert [round(columns[name].width) for name in "AB"] == [23, 45]


def test_a_header_is_as_high_as_its_names_need(path: Path) -> None:
    """The titles of policies may be long."""
    table = Table("form", ("criterion", f"{'x' * 60}: grade"))

    def fill(book: Any) -> None:  # noqa: ANN401 -- xlsxwriter is not typed
        workbook.put_table(book, book.add_worksheet("form"), table, [], 2)

    path.write_bytes(workbook.book("Ours", fill))
    rows = OPENPYXL.load_workbook(path)["form"].row_dimensions

    assert (rows[2].height, rows[4].height) == (None, None)
    assert rows[3].height == pytest.approx(64, abs=0.75)


def test_whatever_is_put_into_a_book_is_text(path: Path) -> None:
    """Formulas, numbers and addresses are none there."""

    def fill(book: Any) -> None:  # noqa: ANN401 -- xlsxwriter is not typed
        book.add_worksheet("notes").write_row(0, 0, ["=1+1", "1", "https://example.org"])

    path.write_bytes(workbook.book("Ours", fill))
    cells = OPENPYXL.load_workbook(path)["notes"][1]

    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [
        ("=1+1", "s", None),
        ("1", "s", None),
        ("https://example.org", "s", None),
    ]


def test_a_book_is_made_without_other_files(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it says stands nowhere but in it: there is no room for anything else."""
    monkeypatch.setattr(tempfile, "tempdir", str(path / "none"))

    def fill(book: Any) -> None:  # noqa: ANN401 -- xlsxwriter is not typed
        book.add_worksheet("notes").write_string(0, 0, "Ours")

    assert workbook.book("Ours", fill).startswith(b"PK")


def test_there_are_as_many_texts_in_a_row_as_there_are_columns() -> None:
    """Or its height would be that of some of them."""

    def fill(book: Any) -> None:  # noqa: ANN401 -- xlsxwriter is not typed
        workbook.make_room(book.add_worksheet("notes"), 1, ["a"], [44, 22])

    with pytest.raises(ValueError, match="longer"):
        workbook.book("Ours", fill)


@pytest.mark.parametrize(
    ("texts", "height"),
    [
        (["x" * 41, "x"], None),
        (["x" * 42, "x"], 32),
        (["x", "x" * 21], 32),
        (["a\n\nb", ""], 48),
        (["x" * 82, "x" * 60], 48),
        (["x" * 4100, ""], 400),
    ],
)
def test_a_row_is_as_high_as_its_texts_need(
    texts: list[str], height: float | None, path: Path
) -> None:
    """Lines break at 41 characters and at 20; no row is higher than a screen.

    Newer releases of xlsxwriter round to whole pixels, of three quarters of a point.
    """

    def fill(book: Any) -> None:  # noqa: ANN401 -- xlsxwriter is not typed
        workbook.make_room(book.add_worksheet("notes"), 1, texts, [44, 22])

    path.write_bytes(workbook.book("Ours", fill))

    found = OPENPYXL.load_workbook(path)["notes"].row_dimensions[2].height

    assert found == pytest.approx(height, abs=0.75)


def test_a_row_of_a_table_is_as_high_as_its_texts_need(path: Path) -> None:
    """The note has three lines."""
    sheet = OPENPYXL.load_workbook(path)["policies"]

    assert sheet.row_dimensions[1].height is None
    assert sheet.row_dimensions[2].height == pytest.approx(32, abs=0.75)


def test_a_workbook_has_the_title_of_its_study_and_no_time(path: Path) -> None:
    """As far as a title may go: 255 characters."""
    write(Study(title="x" * 300), path)
    said = OPENPYXL.load_workbook(path).properties

    assert said.title == "x" * 255
    assert said.created == dt.datetime(2000, 1, 1)  # noqa: DTZ001 -- workbooks know no time zones


# --- what a workbook cannot hold ---

LONG = "x" * 32_767
WIDE = "\N{GRINNING FACE}" * 16_383  # each counts twice


@pytest.mark.parametrize("text", [LONG, WIDE])
def test_a_text_of_the_most_characters_is_written_whole(text: str, path: Path) -> None:
    """Nothing is cut."""
    write(Study(title=text), path)

    assert read(path).title == text


@pytest.mark.parametrize("text", [f"{LONG}x", f"{WIDE}xx", f"={LONG[1:]}"])
def test_a_text_that_is_too_long_is_refused(text: str, path: Path) -> None:
    """With its path; an apostrophe before it counts, too."""
    study = Study.model_validate(
        {"title": "A", "sources": [{"key": "a", "title": "A", "authors": ["B", text]}]}
    )
    with pytest.raises(DocumentError) as caught:
        write(study, path)

    assert [str(one).replace(str(path), "a.xlsx") for one in caught.value.findings] == [
        (
            "a.xlsx!sources.authors!C3: sources[0].authors[1].author: 32,768 characters are more "
            "than a cell can hold, 32,767; shorten the text, or write YAML, JSON or CSV"
        )
    ]


def test_more_rows_than_a_sheet_may_have_are_refused(path: Path) -> None:
    """One is for the header."""
    authors = ["A"] * MOST_ROWS
    study = {"title": "A", "sources": [{"key": "a", "title": "A", "authors": authors}]}
    with pytest.raises(DocumentError) as caught:
        write(Study.model_validate(study), path)

    assert [one.sentence for one in caught.value.findings] == [
        "20,000 rows are more than a sheet may have, 19,999"
    ]


AUTHORS = {table.name: list[list[str]]() for table in TABLES}


@pytest.mark.parametrize(
    ("number", "found"),
    [
        (MOST_ROWS - 1, []),
        (MOST_ROWS, [("limit", ("sources", "authors"), "f!sources.authors!A1")]),
    ],
)
def test_the_most_rows_of_a_sheet_are_one_less_for_the_header(
    number: int, found: list[tuple[str, tuple[str, ...], str]]
) -> None:
    """What is too much is told of the sheet."""
    rows = AUTHORS | {"sources.authors": [["1", "1", "A"]] * number}

    assert [(one.code, one.path, str(one.place)) for one in workbook.too_much(rows, "f")] == found


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("=" * 32_766, ""),
        ("=" * 32_767, "32,768 characters are more than a cell can hold, 32,767"),
        ("\N{GRINNING FACE}" * 16_384, "32,768 characters are more than a cell can hold, 32,767"),
    ],
)
def test_characters_are_counted_as_a_workbook_counts_them(text: str, sentence: str) -> None:
    """The apostrophe before a formula counts, and a face counts twice."""
    assert workbook.too_long(text).partition(";")[0] == sentence


def test_what_is_too_long_has_a_code(path: Path) -> None:
    """Nothing is written."""
    before = path.read_bytes()
    with pytest.raises(DocumentError) as caught:
        write(Study(title=f"{LONG}x"), path)

    assert [(one.code, one.path) for one in caught.value.findings] == [("limit", "title")]
    assert path.read_bytes() == before


# --- what people type ---


def set_cell(sheet: str, place: str, value: object, form: str = "") -> Callable[[Any], None]:
    """Say how a cell is to be changed, and how it is to show what it holds."""

    def change(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
        cell = book[sheet][place]
        cell.number_format = "General"
        cell.value = value
        cell.number_format = form or cell.number_format

    return change


def with_border(path: Path, place: str) -> Path:
    """Copy a workbook, and give a blank cell of it a border."""
    copy = path.with_stem(place)
    copy.write_bytes(path.read_bytes())

    def change(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
        book["policies"][place].border = copied(book["policies"]["A2"].border)

    return changed(copy, change)


@pytest.mark.parametrize(
    ("place", "value", "field"),
    [
        ("C2", 1999, {"year": 1999}),
        ("C2", 1999.0, {"year": 1999}),
        ("B2", 1984, {"title": "1984"}),
        ("E2", "'=1+1", {"note": "=1+1"}),
        ("E2", "_x000D_\nend", {"note": "\nend"}),
    ],
)
def test_what_people_type_is_read_as_they_typed_it(
    place: str, value: object, field: dict[str, Any], path: Path
) -> None:
    """Whole numbers anywhere; the line ends of other systems as line feeds."""
    read_back = read(changed(path, set_cell("policies", place, value))).policies[0]

    assert read_back == SMALL.policies[0].model_copy(update=field)


def test_a_number_is_read_where_a_field_takes_it(path: Path) -> None:
    """A degree, for one."""
    assert read(changed(path, set_cell("positions", "C2", 0.7))).positions[0].ambiguity == 0.7


DAY = dt.datetime(2014, 5, 1)  # noqa: DTZ001 -- workbooks know no time zones


@pytest.mark.parametrize(
    ("form", "date"),
    [
        ("yyyy-mm-dd", "2014-05-01"),
        ("[$-809]d mmmm yyyy;@", "2014-05-01"),
        ("mmm-yy", "2014-05"),
        ('yyyy"d"', "2014"),
    ],
)
def test_a_day_is_read_where_a_date_belongs(form: str, date: str, path: Path) -> None:
    """As far as the cell shows it: a workbook makes a day of a month that is typed."""
    assert read(changed(path, set_cell("positions", "F2", DAY, form))).positions[0].date == date


NOON = dt.datetime(2014, 5, 1, 12)  # noqa: DTZ001 -- workbooks know no time zones
TEXT_BELONGS = "stands where text belongs; make the cell a text cell and type it again"
NO_DATE = "is not a date; expected text as YYYY, YYYY-MM or YYYY-MM-DD"

REFUSED = [
    (
        "policies",
        "B2",
        "=1+1",
        "[0].title: a formula stands here; write what it gives in its place",
    ),
    (
        "policies",
        "B2",
        True,
        "[0].title: TRUE or FALSE stands here; make the cell a text cell and type it again",
    ),
    (
        "policies",
        "B2",
        "#N/A",
        "[0].title: the error '#N/A' stands here; write what belongs here",
    ),
    ("policies", "B2", 1.1, f"[0].title: the number 1.1 {TEXT_BELONGS}"),
    ("policies", "B2", DAY, f"[0].title: the day 2014-05-01 {TEXT_BELONGS}"),
    (
        "policies",
        "C2",
        DAY,
        (
            "[0].year: the day 2014-05-01 stands where a number belongs; make the cell a number "
            "cell and type it again"
        ),
    ),
    (
        "policies",
        "C2",
        1.5,
        "[0].year: 1.5 is not a year; expected a whole number from 1 to 9999",
    ),
    ("positions", "F2", NOON, f"[0].date: '2014-05-01 12:00:00' {NO_DATE}"),
    ("positions", "F2", dt.time(12), f"[0].date: '12:00:00' {NO_DATE}"),
    ("policies", "H2", "stray", ": 'stray' stands under no column; take it out"),
    (
        "policies",
        "B1",
        "titel",
        (
            ": 'titel' is not a column of policies; expected key, title, year, jurisdiction, "
            "note; did you mean 'title'?"
        ),
    ),
]


@pytest.mark.parametrize(("sheet", "place", "value", "sentence"), REFUSED)
def test_what_cannot_be_taken_is_told_at_its_cell(
    sheet: str, place: str, value: object, sentence: str, path: Path
) -> None:
    """With its path, and the way out."""
    sentences = told(changed(path, set_cell(sheet, place, value)))

    assert f"a.xlsx!{sheet}!{place}: {sheet}{sentence}" in sentences


SEVERAL: Any = OPENPYXL.worksheet.formula.ArrayFormula("H2:H3", "=A1:A2")


@pytest.mark.parametrize(
    ("value", "said"), [("=1+1", "=1+1"), ("#N/A", "#N/A"), (True, "True"), (SEVERAL, "=")]
)
def test_what_no_cell_may_hold_is_named_where_it_stands_under_no_column(
    value: object, said: str, path: Path
) -> None:
    """By what it says; of a formula of several cells that is its sign."""
    assert told(changed(path, set_cell("policies", "H2", value))) == [
        f"a.xlsx!policies!H2: policies: '{said}' stands under no column; take it out"
    ]


def test_what_is_blank_at_the_end_of_its_row_is_told_at_its_cell(path: Path) -> None:
    """Though a workbook need not hold such cells."""
    assert told(changed(path, set_cell("bodies.functions", "C2", None))) == [
        (
            "a.xlsx!bodies.functions!C2: bodies[0].functions[0]: '' is blank; "
            "write something or leave it out"
        )
    ]


@pytest.mark.parametrize("places", [("A20001", "A40000"), ("SG2", "XFD2")])
def test_blank_cells_outside_of_what_a_sheet_may_have_cost_nothing(
    places: tuple[str, str], path: Path
) -> None:
    """However far out somebody has set a border; there may be 20,000 rows and 500 columns."""
    near, far = (with_border(path, place) for place in places)

    assert calls_of(lambda: read(far)) == pytest.approx(calls_of(lambda: read(near)), abs=1000)


def rewritten(path: Path, name: str, old: str, new: str) -> Path:
    """Change what a part of a workbook says."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, said in parts(path).items():
            archive.writestr(part, said.replace(old, new) if part == name else said)
    path.write_bytes(buffer.getvalue())
    return path


def test_a_text_that_no_program_could_have_written_is_told(path: Path) -> None:
    """It has more characters than a cell can hold."""
    rewritten(path, "xl/sharedStrings.xml", "<t>Ours</t>", f"<t>{LONG}x</t>")

    assert told(path) == [
        (
            "a.xlsx!study!A2: title: 32,768 characters are more than a cell can hold, 32,767; "
            "shorten the text, or write YAML, JSON or CSV"
        )
    ]


def test_a_day_that_is_written_as_text_is_read(path: Path) -> None:
    """As some programs write it."""
    changed(path, set_cell("positions", "F2", DAY, "yyyy-mm-dd"))
    sheet = next(name for name, said in parts(path).items() if "<v>41760</v>" in said)
    rewritten(path, sheet, 't="n"><v>41760</v>', 't="d"><v>2014-05-01</v>')

    assert read(path).positions[0].date == "2014-05-01"


def test_a_whole_number_is_read_however_it_is_written(path: Path) -> None:
    """Some programs write it with an exponent."""
    changed(path, set_cell("policies", "C2", 1999))
    rewritten(path, "xl/worksheets/sheet4.xml", "<v>1999</v>", "<v>1.999E3</v>")

    assert read(path).policies[0].year == 1999


def test_a_text_that_stands_in_its_cell_is_read(path: Path) -> None:
    """Most programs keep all texts in one place; some do not."""
    cell, inline = '<c r="A2" s="3" t="s"><v>2</v>', '<c r="A2" t="inlineStr"><is><t>Mine</t></is>'
    rewritten(path, "xl/worksheets/sheet1.xml", cell, inline)

    assert read(path).title == "Mine"


def test_a_character_that_is_escaped_is_read_as_what_it_is(path: Path) -> None:
    """By its number, which has four digits of base 16."""
    rewritten(path, "xl/sharedStrings.xml", "<t>Ours</t>", "<t>_x004F_urs</t>")

    assert read(path).title == "Ours"


def test_what_is_missing_is_told_at_its_blank_cell(path: Path) -> None:
    """There it is to be typed."""
    assert told(changed(path, set_cell("bodies", "B2", None))) == [
        "a.xlsx!bodies!B2: bodies[0].title: no 'title' is given, which Body needs"
    ]


def with_title(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """Put a title above a table, and blank rows below it."""
    book["policies"].insert_rows(1, 3)
    book["policies"]["A1"] = "The policies"
    book["policies"]["A99"] = None


def with_other_sheets(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """Add sheets that are no tables, and take one away that is blank."""
    book.create_sheet("Cover")["A1"] = "Read this first"
    book.create_sheet("notes")["A1"] = "Read this next"
    book.create_sheet("Sheet1")
    del book["relations"]


@pytest.mark.parametrize("change", [with_title, with_other_sheets])
def test_what_people_add_is_passed_over(change: Callable[[Any], None], path: Path) -> None:
    """Titles, covers, notes, and sheets with nothing in them."""
    assert read(changed(path, change)) == SMALL


def test_a_sheet_of_another_name_is_told(path: Path) -> None:
    """It would be left out, and nobody would know."""

    def rename(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
        book["policies"].title = "polices"

    sentences = told(changed(path, rename))

    assert "a.xlsx!polices!A1: 'polices' is not a table of Study; expected study" in sentences[0]
    assert sentences[0].endswith("did you mean 'policies'?")


def test_a_workbook_without_a_study_is_told(path: Path) -> None:
    """The title is missing."""

    def empty(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
        del book["study"]

    assert told(changed(path, empty)) == [
        "a.xlsx:1:1: title: there is no sheet 'study', which says the title of the study"
    ]


def test_a_table_may_be_blank(path: Path) -> None:
    """But then it has no column."""

    def clear(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
        book["relations"].delete_rows(1, 9)

    assert told(changed(path, clear)) == [
        (
            "a.xlsx!relations!A1: relations: '' is not a column of relations; expected source, "
            "target, kind, status"
        )
    ]


def test_a_blank_row_in_a_table_is_told(path: Path) -> None:
    """It would change the numbers of the rows below."""

    def part(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
        book["policies"].insert_rows(2)

    assert told(changed(path, part)) == [
        "a.xlsx!policies!A2: policies: the row is blank; take it out"
    ]


def test_a_form_is_read_beside_the_tables(path: Path) -> None:
    """And what is wrong in it is told at its cell."""

    def add(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
        sheet = book.create_sheet("Form of Jane")
        for row in (("object", "policy"), ("rubric", "success"), ("criterion", "A: grade or gap")):
            sheet.append(row)
        sheet.append(("clarity", "not-stated"))
        sheet.append(("politics", "relativ-success"))

    sentences = told(changed(path, add))

    assert sentences == [
        (
            "a.xlsx!Form of Jane!B5: assessments[0].ratings.politics.grade: 'relativ-success' is "
            "not a term of Attainment; expected one of 'relative-failure', "
            "'conflicted-attainment', 'relative-success'; did you mean 'relative-success'?"
        )
    ]


def test_a_link_to_another_workbook_is_not_followed(path: Path) -> None:
    """Nothing is looked for where it leads."""
    link = '<externalReferences><externalReference r:id="rId99"/></externalReferences>'
    rewritten(path, "xl/workbook.xml", "</sheets>", f"</sheets>{link}")
    place = '<Relationship Id="rId99" Type="none" Target="externalLinks/none.xml"/>'
    rewritten(path, "xl/_rels/workbook.xml.rels", "</Relationships>", f"{place}</Relationships>")

    assert read(path) == SMALL


# --- what is wrong with a workbook ---


def a_sheet_of_no_table(path: Path) -> None:
    """Add a sheet that would be left out."""
    changed(path, lambda book: book.create_sheet("polices").append(["key"]))


def a_sheet_of_remarks(path: Path) -> None:
    """Add a sheet whose name is like that of no table."""
    changed(path, lambda book: book.create_sheet("Remarks by Ann").append(["late"]))


def no_study(path: Path) -> None:
    """Take away the sheet that has the title."""
    changed(path, lambda book: book.remove(book["study"]))


def no_workbook(path: Path) -> None:
    """Give another file the name of a workbook."""
    path.write_bytes(b"title: Ours")


def two_of_a_name(path: Path) -> None:
    """Call the last sheet as the first."""
    rewritten(path, "xl/workbook.xml", 'name="relations"', 'name="study"')


def no_sheet(path: Path) -> None:
    """List a sheet that is not there."""
    rewritten(path, "xl/_rels/workbook.xml.rels", "worksheets/sheet22.xml", "worksheets/none.xml")


def listed(path: Path, *names: str) -> None:
    """List the first sheet in the place of others."""
    for name in names:
        rewritten(path, "xl/_rels/workbook.xml.rels", f"worksheets/{name}", "worksheets/sheet1.xml")


def listed_again(path: Path) -> None:
    """List the first sheet four times."""
    listed(path, "sheet2.xml", "sheet3.xml", "sheet4.xml")


def listed_thrice(path: Path) -> None:
    """List the first sheet three times."""
    listed(path, "sheet2.xml", "sheet3.xml")


def no_number(path: Path) -> None:
    """Say that a cell holds a number, and put words into it."""
    changed(path, set_cell("positions", "C2", 0.7))
    rewritten(path, "xl/worksheets/sheet5.xml", "<v>0.7</v>", "<v>some</v>")


def a_stray_cell(path: Path) -> None:
    """Type something beside a table."""
    changed(path, set_cell("policies", "H2", "stray"))


SAVE = "open it and save it again"
ODD: dict[str, tuple[Callable[[Path], None], str, str, str]] = {
    "a sheet of no table": (
        a_sheet_of_no_table,
        "word",
        "",
        "a.xlsx!polices!A1: 'polices' is not a table of Study",
    ),
    "a sheet of remarks": (
        a_sheet_of_remarks,
        "word",
        "",
        f"a.xlsx!Remarks by Ann!A1: {no_table('Remarks by Ann')}; put remarks on a sheet",
    ),
    "no study": (
        no_study,
        "file",
        "title",
        "a.xlsx:1:1: title: there is no sheet 'study', which says the title of the study",
    ),
    "no workbook": (
        no_workbook,
        "file",
        "",
        "a.xlsx:1:1: the file is not a workbook, or a damaged one (file is not a zip file)",
    ),
    "two of a name": (
        two_of_a_name,
        "repeated",
        "",
        "a.xlsx!study!A1: another sheet has the same name; keep one of them",
    ),
    "a sheet that is missing": (
        no_sheet,
        "file",
        "",
        f"a.xlsx:1:1: the workbook is damaged ('a sheet is missing'); {SAVE}",
    ),
    "a sheet that is listed again and again": (
        listed_again,
        "file",
        "",
        (
            "a.xlsx:1:1: the workbook is damaged "
            f"('xl/worksheets/_rels/sheet1.xml.rels is listed again and again'); {SAVE}"
        ),
    ),
    "a sheet that is listed three times": (
        listed_thrice,
        "file",
        "",
        (
            "a.xlsx:1:1: the workbook is damaged "
            f"('xl/worksheets/sheet1.xml is listed again and again'); {SAVE}"
        ),
    ),
    "a number that is none": (
        no_number,
        "file",
        "",
        "a.xlsx:1:1: the workbook is damaged (\"could not convert string to float: 'some'\")",
    ),
    "a stray cell": (
        a_stray_cell,
        "syntax",
        "policies",
        "a.xlsx!policies!H2: policies: 'stray' stands under no column; take it out",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_wrong_with_a_workbook_is_told_with_its_code(name: str, path: Path) -> None:
    """A program goes by the code, and by what it is part of; a person reads the sentence."""
    change, code, part, sentence = ODD[name]
    change(path)
    with pytest.raises(DocumentError) as caught:
        read(path)
    finding = caught.value.findings[0]

    assert (finding.code, finding.path) == (code, part)
    assert str(finding).replace(str(path), "a.xlsx").startswith(sentence)


@pytest.mark.parametrize("value", ["=1+1", True, "#N/A", 1.1, DAY])
def test_what_no_cell_may_hold_has_the_code_of_a_wrong_form(value: object, path: Path) -> None:
    """Formulas, marks, errors, numbers and days, where text belongs."""
    changed(path, set_cell("policies", "B2", value))
    with pytest.raises(DocumentError) as caught:
        read(path)

    assert [(one.code, one.path) for one in caught.value.findings] == [
        ("form", "policies[0].title")
    ]


def test_a_text_that_no_program_could_have_written_has_the_code_of_a_limit(path: Path) -> None:
    """It is too long for a cell."""
    rewritten(path, "xl/sharedStrings.xml", "<t>Ours</t>", f"<t>{LONG}x</t>")
    with pytest.raises(DocumentError) as caught:
        read(path)

    assert [one.code for one in caught.value.findings] == ["limit"]


def test_a_study_names_the_rubrics_of_the_frameworks_that_it_is_read_with(path: Path) -> None:
    """Those that are shipped count only if they are passed on."""
    write(cases.illustration(), path)
    with pytest.raises(DocumentError) as caught:
        workbook.read(path, frameworks=(), limits=LIMITS)

    assert "there are none; a rubric of your own is passed as frameworks=(...)" in str(caught.value)


def test_a_workbook_may_be_as_large_as_is_allowed(path: Path) -> None:
    """And no larger."""
    size = path.stat().st_size
    with pytest.raises(DocumentError) as caught:
        read(path, Limits(size=size - 1))

    assert caught.value.findings[0].sentence.startswith(f"the file is larger than the {size - 1:,}")


def test_no_more_is_told_of_records_than_is_allowed(path: Path) -> None:
    """The rest is not looked at."""
    changed(path, set_cell("study", "B2", "oors"))
    changed(path, set_cell("bodies", "D2", "oors"))
    with pytest.raises(DocumentError) as caught:
        read(path, Limits(findings=1))

    assert caught.value.findings[0].sentence.startswith("more than 1 things are wrong")


def test_what_stands_in_no_sheet_is_told_of_the_workbook(path: Path) -> None:
    """As the title of a study whose table has no row."""
    changed(path, lambda book: book["study"].delete_rows(2))

    assert told(path) == ["a.xlsx:1:1: title: no 'title' is given, which Study needs"]


@pytest.mark.parametrize(
    ("form", "date"),
    [
        ("YYYY-MM", "2014-05"),
        ("dd", "2014-05-01"),
        ("hh:mm", "2014-05-01"),
        ("m/d", "2014-05-01"),
    ],
)
def test_a_day_that_shows_no_year_is_read_whole(form: str, date: str, path: Path) -> None:
    """So is one that shows only a time; of a month and a year the day is left out."""
    assert read(changed(path, set_cell("positions", "F2", DAY, form))).positions[0].date == date


def under(rows: int) -> Callable[[Any], None]:
    """Say how many rows are to stand above a table."""

    def change(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
        book["policies"].insert_rows(1, rows)
        book["policies"]["A1"] = "The policies"

    return change


def test_a_header_is_looked_for_in_the_first_ten_rows(path: Path) -> None:
    """Whatever stands in the rows above it."""
    assert read(changed(path, under(9))) == SMALL


def test_a_header_that_stands_below_the_tenth_row_is_not_found(path: Path) -> None:
    """What stands first is taken for it."""
    assert told(changed(path, under(10)))[0].startswith(
        "a.xlsx!policies!A1: policies: 'The policies' is not a column of policies"
    )


# --- texts that records refuse ---


@pytest.mark.parametrize("text", ["\x1b[31mred", "\t=1+1", "\r=1+1", "\u202e=1+1", "\x00", "a\x07"])
def test_an_attack_that_records_refuse_is_refused_with_its_path(text: str, path: Path) -> None:
    """Control characters, escaped as workbooks escape them."""

    def fill(book: Any) -> None:  # noqa: ANN401 -- xlsxwriter is not typed
        sheet = book.add_worksheet("study")
        sheet.write_string(0, 0, "title")
        sheet.write_string(0, 1, "status")
        sheet.write_string(1, 0, text)

    path.write_bytes(workbook.book("A study", fill))

    assert told(path)[0].startswith("a.xlsx!study!A2: title: ")
    assert "holds the control character U+" in told(path)[0]


# --- without the libraries ---

HIDDEN = """
import sys
sys.modules[sys.argv[1]] = None
from implsupport import documents
from implsupport.errors import MissingExtraError
try:
    documents.read("study.xlsx")
except MissingExtraError as error:
    print(error)
"""
SENTENCE = (
    "implsupport.documents.workbook needs {}, which is not installed; install it with: "
    'pip install "implsupport[excel]"'
)


@pytest.mark.parametrize("library", ["openpyxl", "xlsxwriter"])
def test_without_its_libraries_a_workbook_says_what_to_install(library: str) -> None:
    """The rest of the documents needs neither."""
    command = [sys.executable, "-c", HIDDEN, library]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout

    assert said.strip() == SENTENCE.format(library)


@pytest.mark.parametrize("library", ["openpyxl.reader.excel", "xlsxwriter"])
def test_the_error_is_one_of_this_library(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps its facts, and what Python said is its cause."""
    monkeypatch.setitem(sys.modules, library, None)  # as Python marks what is not there
    with pytest.raises(MissingExtraError) as caught:
        runpy.run_path(str(workbook.__file__), run_name=workbook.__name__)

    assert str(caught.value) == SENTENCE.format(library.partition(".")[0])
    assert caught.value.library == library.partition(".")[0]
    assert caught.value.extra == "excel"
    assert isinstance(caught.value.__cause__, ModuleNotFoundError)
