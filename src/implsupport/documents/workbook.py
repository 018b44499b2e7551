"""Studies as workbooks: a sheet for each table, and the forms that assessors fill in.

Every cell is written as text. Of what people type a workbook makes numbers and days: a whole
number reads as it was typed, another number or a day only where a field takes it. A formula is
never read: what it gives is not in the file, or may be old.

Raises:
    MissingExtraError: When it is imported without openpyxl and xlsxwriter, which the extra *excel*
        brings.
"""

import datetime as dt
import importlib
import io
import re
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

import attrs

from implsupport.documents.archives import MOST_COLUMNS, MOST_ROWS, shared_texts
from implsupport.documents.files import Limits, read_bytes, unreadable, write_bytes
from implsupport.documents.filled_tables import Cell, Filled, Row, read_tables, unknown
from implsupport.documents.findings import Found, Place, refusal, study_of
from implsupport.documents.forms import Form, is_form, read_forms
from implsupport.documents.tables import (
    TABLES,
    Table,
    neutral,
    no_table,
    path_of,
    plain,
    rows_of,
)
from implsupport.errors import MissingExtraError, shown
from implsupport.matrix import Matrix
from implsupport.records import Study

__all__ = [
    "LONGEST_TEXT",
    "book",
    "make_room",
    "put_table",
    "read",
    "too_long",
    "too_much",
    "write",
]


def _library(name: str) -> Any:  # noqa: ANN401 -- neither library is typed
    """Import a library of the extra."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        library = name.partition(".")[0]
        raise MissingExtraError(__name__, library, "excel") from error


_READER: Final = _library("openpyxl.reader.excel")
_WRITER: Final = _library("xlsxwriter")

_BY_NAME: Final = {table.name: table for table in TABLES}
_PASSED_OVER: Final = frozenset({"contents", "cover", "notes"})

LONGEST_TEXT: Final = 32_767
"""The most characters that a cell may hold, counted as workbooks do: those beyond U+FFFF twice."""


# --- writing ---

# A workbook says when it was made. The same study must be the same bytes whenever it is written.
_MADE: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_LONG: Final = frozenset(
    {
        *("author", "basis", "description", "function", "meaning", "note", "quotation", "reason"),
        *("title", "what to write"),
    }
)
_WIDE, _NARROW = 44, 22  # in characters
_FILL: Final = 0.95  # how much of that a line of words takes
_LINE_HEIGHT: Final = 16  # in points
_MOST_HEIGHT: Final = 400


def write(study: Study, path: Path, *, overwrite: bool) -> None:
    """Write a study as a workbook, with a sheet for each table, be it empty.

    Args:
        study: The study.
        path: The file.
        overwrite: Whether a file that is there already is replaced.

    Raises:
        DocumentError: If a text is too long for a cell, or there are too many rows for a sheet;
            or if the file is there already and may not be replaced, or cannot be written.
    """
    rows = rows_of(study)
    if found := list(too_much(rows, str(path))):
        raise refusal(found)

    def fill(made: Any) -> None:  # noqa: ANN401 -- xlsxwriter is not typed
        for table in TABLES:
            put_table(made, made.add_worksheet(table.name), table, rows[table.name])

    write_bytes(path, book(study.title, fill), overwrite=overwrite)


def too_much(rows: Mapping[str, Sequence[Sequence[str]]], file: str) -> Iterator[Found]:
    """Find what a workbook cannot hold.

    Args:
        rows: The rows of all tables, as `rows_of` writes them.
        file: The name of the file.

    Returns:
        What is too long for a cell, or too much for a sheet.
    """
    for table in TABLES:
        here = rows[table.name]
        if len(here) >= MOST_ROWS:
            sentence = f"{len(here):,} rows are more than a sheet may have, {MOST_ROWS - 1:,}"
            yield Found(Place(file, sheet=table.name), "limit", table.path, sentence)
        for number, row in enumerate(here, start=1):
            for column, text in enumerate(row, start=1):
                if sentence := too_long(text):
                    path = (*path_of(table, number, rows), table.columns[column - 1])
                    place = Place(file, number + 1, column, sheet=table.name)
                    yield Found(place, "limit", path, sentence)


def too_long(text: str) -> str:
    """Say that a text is too long for a cell.

    Args:
        text: What the cell shall say.

    Returns:
        The sentence; empty if the text fits.

    >>> too_long("x" * 32_767), too_long("=" * 32_767)[:24]
    ('', '32,768 characters are mo')
    """
    if len(text) < LONGEST_TEXT // 2:
        return ""
    length = len(neutral(text).encode("utf-16-le")) // 2
    if length <= LONGEST_TEXT:
        return ""
    most = f"more than a cell can hold, {LONGEST_TEXT:,}"
    return f"{length:,} characters are {most}; shorten the text, or write YAML, JSON or CSV"


def book(title: str, fill: Callable[[Any], None]) -> bytes:
    """Make a workbook.

    Args:
        title: Its title.
        fill: Puts sheets into the book of xlsxwriter that it is given.

    Returns:
        The bytes of its file: the same, whenever it is made.
    """
    buffer = io.BytesIO()
    made = _WRITER.Workbook(buffer, _options())
    made.set_properties({"title": title[:255], "created": _MADE})
    fill(made)
    made.close()
    return buffer.getvalue()


def _options() -> dict[str, Any]:
    """Make the options of a book anew: xlsxwriter changes those that it is given."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        # Without a scheme: with one, a program takes the font of the theme instead.
        "default_format_properties": {
            "font_name": "Arial",
            "font_size": 12,
            "font_scheme": "none",
        },
    }


def put_table(
    made: Any,  # noqa: ANN401 -- xlsxwriter is not typed
    sheet: Any,  # noqa: ANN401 -- xlsxwriter is not typed
    table: Table,
    rows: Sequence[Sequence[str]],
    first: int = 0,
) -> int:
    """Put a table into a sheet, every cell as text, with room for a row if it has none.

    Args:
        made: The book of xlsxwriter.
        sheet: Its sheet.
        table: The table: its name in the workbook, and its columns.
        rows: Its rows.
        first: The row of its header, from 0.

    Returns:
        The row after its last, from 0.
    """
    cells = {"border": 1, "num_format": "@", "text_wrap": True, "valign": "top"}
    text, head = made.add_format(cells), made.add_format({**cells, "bold": True})
    widths = [_WIDE if name.rpartition(": ")[2] in _LONG else _NARROW for name in table.columns]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width, made.add_format({"num_format": "@"}))
    after = first + 1 + max(len(rows), 1)
    options = {
        "name": re.sub(r"\W", "_", table.name),
        "columns": [{"header": neutral(name), "header_format": head} for name in table.columns],
        "autofilter": False,
        "banded_rows": False,
        "style": "Table Style Light 15",
    }
    sheet.add_table(first, 0, after - 1, len(table.columns) - 1, options)
    make_room(sheet, first, table.columns, widths)
    blank = [""] * len(table.columns)
    for line, row in enumerate(rows or [blank], start=first + 1):
        make_room(sheet, line, row, widths)
        for column, cell in enumerate(row):
            put = sheet.write_string if cell else sheet.write_blank
            put(line, column, neutral(cell), text)
    return after


def make_room(sheet: Any, line: int, texts: Iterable[str], widths: Iterable[float]) -> None:  # noqa: ANN401 -- xlsxwriter is not typed
    """Make a row as high as its texts need; not every program does so by itself.

    Args:
        sheet: A sheet of xlsxwriter.
        line: The row, from 0.
        texts: What its cells say.
        widths: How wide their columns are, in characters.
    """
    lines = max(
        sum(max(-(-len(part) // int(width * _FILL)), 1) for part in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    if lines > 1:
        sheet.set_row(line, min(lines * _LINE_HEIGHT, _MOST_HEIGHT))


# --- reading ---


def read(
    path: Path,
    *,
    frameworks: Sequence[Matrix[Any, Any, Any]],
    limits: Limits,
    judgeable: bool = False,
) -> Study:
    """Read a study from a workbook.

    A sheet is a table if it is called so, and a form if its name begins with *form*. The sheets
    *cover*, *contents* and *notes* are passed over, and so is one that is blank. A table without
    a sheet is empty. The names of the columns may stand below a title.

    Args:
        path: The file.
        frameworks: The frameworks whose rubrics the study may name.
        limits: How much the file may hold.
        judgeable: Whether what no report can put together is refused too.

    Returns:
        The study; the assessments of the forms come after those of the tables.

    Raises:
        DocumentError: If the file cannot be read, or anything in it is wrong.
    """
    data = read_bytes(path, most=limits.size)
    sheets = _sheets(path, data, shared_texts(path, data, limits))
    found: list[Found] = []
    tables, forms, names = list[Filled](), list[Form](), set[str]()
    for name, rows in sheets:
        place = Place(str(path), sheet=name)
        if name in names:
            sentence = "another sheet has the same name; keep one of them"
            found.append(Found(place, "repeated", (), sentence))
        elif name in _BY_NAME:
            tables.append(_filled(_BY_NAME[name], place, rows, found))
        elif is_form(name, rows):
            forms.append(Form(place, rows))
        elif rows and name.casefold() not in _PASSED_OVER:
            found.append(_no_sheet(place, name))
        names.add(name)
    if "study" not in names:
        sentence = "there is no sheet 'study', which says the title of the study"
        found.append(Found(Place(str(path)), "file", ("title",), sentence))
    reading = read_tables(tables, Place(str(path)), found)
    placed = read_forms(forms, reading, frameworks)
    return study_of(
        reading.values,
        placed,
        frameworks=frameworks,
        found=reading.found,
        most=limits.findings,
        judgeable=judgeable,
    )


def _no_sheet(place: Place, name: str) -> Found:
    """Say that a study has no such sheet, and where what is on it may stand."""
    told = unknown(place, "word", (), no_table(name))
    way = "" if told.nearest else "; put remarks on a sheet called notes"
    return attrs.evolve(told, sentence=f"{told.sentence}{way}")


def _sheets(path: Path, data: bytes, texts: list[str]) -> list[tuple[str, list[Row]]]:
    """Read the cells of every sheet, without the blank rows and cells at the ends."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is passed over: styles, extensions
            return [(sheet.title, _rows(sheet)) for sheet in _opened(data, texts).worksheets]
    except Exception as error:  # of a damaged workbook anything may be raised
        sentence = f"the workbook is damaged ({shown(str(error))}); open it and save it again"
        raise unreadable(path, "file", sentence) from error


class _Archive(zipfile.ZipFile):
    """An archive whose entries are found as often as needed: for the size, and to be read.

    A hostile workbook may list one sheet thousands of times.
    """

    def __init__(self, data: bytes) -> None:
        """Open an archive, but nothing of it."""
        super().__init__(io.BytesIO(data))
        self._times = Counter[str]()

    def getinfo(self, name: str) -> zipfile.ZipInfo:
        """Find an entry once more, to open it."""
        self._times[name] += 1
        if self._times[name] > _MOST_TIMES:
            message = f"{name} is listed again and again"
            raise zipfile.BadZipFile(message)
        return super().getinfo(name)


_MOST_TIMES: Final = 3


def _opened(data: bytes, texts: list[str]) -> Any:  # noqa: ANN401 -- openpyxl is not typed
    """Open a workbook with texts that were read before: openpyxl changes some of them."""
    reader = _READER.ExcelReader(io.BytesIO(data), read_only=True, keep_links=False)
    reader.archive = _Archive(data)
    reader.shared_strings = texts
    reader.read_strings = list
    reader.read()
    if len(reader.wb.sheetnames) < len(reader.parser.sheets):
        message = "a sheet is missing"
        raise zipfile.BadZipFile(message)
    return reader.wb


def _rows(sheet: Any) -> list[Row]:  # noqa: ANN401 -- openpyxl is not typed
    sheet.reset_dimensions()
    lines: Iterable[Iterable[Any]] = sheet.rows
    rows = [
        _trimmed(_cell(cell, line, column) for column, cell in enumerate(row, start=1))
        for line, row in enumerate(islice(lines, MOST_ROWS), start=1)
    ]
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _trimmed(cells: Iterable[Cell]) -> Row:
    row = list(islice(cells, MOST_COLUMNS))
    while row and row[-1].is_blank:
        row.pop()
    return row


_WRONG: Final = {
    "b": ("form", "TRUE or FALSE stands here; make the cell a text cell and type it again"),
    "f": ("form", "a formula stands here; write what it gives in its place"),
}


def _cell(cell: Any, line: int, column: int) -> Cell:  # noqa: ANN401 -- openpyxl is not typed
    """Read a cell as text, and keep what it was."""
    value = cell.value
    if value is None:
        return Cell("", line, column)
    match cell.data_type:
        case "n":
            whole = float(value).is_integer()
            return Cell(
                str(int(value) if whole else value), line, column, "text" if whole else "number"
            )
        case "d":
            return Cell(_day(value, cell.number_format), line, column, "day")
        case "s":
            text = plain(_unescaped(str(value)))
            long = too_long(text)
            return Cell(text, line, column, wrong=(("limit", long),) if long else ())
        case other:
            error = ("form", f"the error {shown(value)} stands here; write what belongs here")
            # A formula of several cells comes as an object.
            text = str(value) if isinstance(value, str | bool) else "="
            return Cell(text, line, column, wrong=(_WRONG.get(other, error),))


# What xlsxwriter writes for a text that looks like an escaped character, or an escaped character.
_ESCAPED: Final = re.compile(r"_x005F(_x[0-9A-Fa-f]{4}_)|_x([0-9A-Fa-f]{4})_")


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: found[1] or chr(int(found[2], 16)), text)


_SAID: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def _day(value: dt.date | dt.time | dt.timedelta, form: str) -> str:
    """Write a day, a month or a year, whichever the cell shows; a time as it is."""
    at_midnight = isinstance(value, dt.datetime) and value.time() == dt.time()
    if (isinstance(value, dt.datetime) and not at_midnight) or not isinstance(value, dt.date):
        return str(value)
    shows = _SAID.sub("", form).lower()
    length = 10 if "d" in shows or "y" not in shows else 7 if "m" in shows else 4
    return value.isoformat()[:length]


_DEEPEST_HEADER: Final = 10


def _filled(table: Table, place: Place, rows: Sequence[Row], found: list[Found]) -> Filled:
    """Find the header of a table, and give each row below it as many cells."""
    first = rows[:_DEEPEST_HEADER] or [[]]
    known = [sum(cell.text in table.columns for cell in row) for row in first]
    at = known.index(max(known))
    header = first[at] or [Cell("", 1, 1)]
    below = list(enumerate(rows[at + 1 :], start=at + 2))
    for _, row in below:
        for cell in row[len(header) :]:
            if not cell.is_blank:
                sentence = f"{shown(cell.text)} stands under no column; take it out"
                where = Place(place.file, cell.line, cell.column, sheet=place.sheet)
                found.append(Found(where, "syntax", table.path, sentence))
    padded = [_padded(row, line, len(header)) for line, row in below]
    return Filled(table, place.file, header, padded, place.sheet)


def _padded(row: Row, line: int, width: int) -> Row:
    missing = (Cell("", line, column + 1) for column in range(len(row), width))
    return [*row[:width], *missing]
