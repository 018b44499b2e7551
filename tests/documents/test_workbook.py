"""Workbooks: what is written is read, what people type is read, and what is neither is told."""

import datetime as dt
import importlib
import io
import re
import runpy
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from implsupport import cases, testing
from implsupport.documents import workbook
from implsupport.documents.archives import MOST_ROWS
from implsupport.documents.files import LIMITS, Limits
from implsupport.documents.tables import TABLES
from implsupport.errors import DocumentError, MissingExtraError
from implsupport.frameworks import CATALOGUE
from implsupport.records import Study

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


# --- what people type ---


def set_cell(sheet: str, place: str, value: object, form: str = "") -> Callable[[Any], None]:
    """Say how a cell is to be changed, and how it is to show what it holds."""

    def change(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
        cell = book[sheet][place]
        cell.number_format = "General"
        cell.value = value
        cell.number_format = form or cell.number_format

    return change


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
    ("policies", "C2", DAY, f"[0].year: the day 2014-05-01 {TEXT_BELONGS}"),
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
        runpy.run_path(str(workbook.__file__))

    assert caught.value.library == library.partition(".")[0]
    assert caught.value.extra == "excel"
    assert isinstance(caught.value.__cause__, ModuleNotFoundError)
