"""Studies as a folder of CSV files: a file for each table, `policies.csv`.

The files are UTF-8, their cells parted by commas, their lines ended by line feeds; a byte order
mark and other line ends are read too. Every cell is text. A place in them is *file:line:column*:
the line where the row begins, and the number of the cell in the row.
"""

import os
import re
import secrets
import shlex
import shutil
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from implsupport.documents.files import Limits, failure, read_bytes, unreadable
from implsupport.documents.filled_tables import Cell, Filled, read_tables, unknown
from implsupport.documents.findings import Found, Place, refusal, study_of
from implsupport.documents.tables import TABLES, Table, neutral, no_table, plain, rows_of
from implsupport.documents.texts import Lines, decoded
from implsupport.matrix import Matrix
from implsupport.records import Study

__all__ = ["read", "write"]

_BY_FILE: Final = {f"{table.name}.csv": table for table in TABLES}
_STUDY: Final = "study.csv"
_HELD_BACK: Final = "study.tmp"  # what it is called until all else is in its place
_UNFINISHED: Final = ".unfinished"  # where new tables lie that are to replace those of a folder


# --- writing ---


def write(study: Study, path: Path, *, overwrite: bool) -> None:
    """Write a study as a folder of CSV files, one for each table, be it empty.

    All files are written into a new folder first, which is then put in its place in one step.
    Where there is a folder already, the new one is put into it as `.unfinished`, and its tables
    replace the old ones, one by one: `study.csv` is taken away first and put last; while it is
    held back it has another name. Other files of the folder stay.

    So whenever this is cut short, the old study is there, or the new one is; and a folder in
    which old tables stand beside new ones is not read as a study. Reading it says what to type
    to put the rest in its place; writing to it again does so too.

    Args:
        study: The study.
        path: The folder.
        overwrite: Whether the tables of a folder that is there already are replaced.

    Raises:
        DocumentError: If it is there already and may not be replaced, if it is no folder, or if
            it cannot be written.
    """
    _require_free(path, overwrite=overwrite)
    made = {f"{name}.csv": _written(name, rows) for name, rows in rows_of(study).items()}
    made[_HELD_BACK] = made.pop(_STUDY)
    there = Path(os.path.abspath(path))  # noqa: PTH100 -- `resolve` would follow a link
    beside = there.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        beside.mkdir()
        for name, data in made.items():
            _keep(beside / name, data)
        _put(beside, there)
    except OSError as error:
        raise failure(path, "the folder cannot be written", error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _require_free(path: Path, *, overwrite: bool) -> None:
    """Refuse what is there already, or is no folder whose tables are files."""
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        raise unreadable(path, "file", "this is not a folder; give the path of one")
    if path.exists() and not overwrite:
        way_out = "pass overwrite=True to replace its tables"
        raise unreadable(path, "file", f"the folder is there already; {way_out}")
    if any((path / name).is_dir() for name in _BY_FILE):
        raise unreadable(path, "file", "a folder stands where a table belongs; take it away")
    if (path / _UNFINISHED).is_symlink():
        raise unreadable(path / _UNFINISHED, "file", "this is a link; take it away")


def _written(name: str, rows: Iterable[Sequence[str]]) -> bytes:
    lines = [_BY_FILE[f"{name}.csv"].columns, *rows]
    return "".join(f"{','.join(map(_cell, line))}\n" for line in lines).encode()


def _cell(text: str) -> str:
    text = neutral(text)
    return '"' + text.replace('"', '""') + '"' if _MARKED.search(text) else text


_MARKED: Final = re.compile(r'[",\r\n]')


def _keep(path: Path, data: bytes) -> None:
    """Write a new file, and make sure that it is on the disk."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _put(beside: Path, path: Path) -> None:
    """Put a new folder in its place, or its files in the place of those of an old one."""
    if not path.exists():
        (beside / _HELD_BACK).rename(beside / _STUDY)
        beside.rename(path)
        return
    _finish(path)
    beside.rename(path / _UNFINISHED)
    _finish(path)


def _finish(path: Path) -> None:
    """Put the tables that wait in a folder in their places, if any do; `study.csv` is the last."""
    waiting = path / _UNFINISHED
    if names := _waiting(path):
        (path / _STUDY).unlink(missing_ok=True)
        for name in names:
            (waiting / name).replace(path / (_STUDY if name == _HELD_BACK else name))
    with suppress(FileNotFoundError):
        waiting.rmdir()


def _waiting(path: Path) -> list[str]:
    """Name the tables that wait in a folder to be put in their places, in order of their names."""
    there = {one.name for one in (path / _UNFINISHED).glob("*")}
    return sorted(there & {*_BY_FILE, _HELD_BACK})


# --- reading ---


def read(
    path: Path,
    *,
    frameworks: Sequence[Matrix[Any, Any, Any]],
    limits: Limits,
    judgeable: bool = False,
) -> Study:
    """Read a study from a folder of CSV files.

    A table without a file is empty. Files with other endings are passed over.

    Args:
        path: The folder.
        frameworks: The frameworks whose rubrics the study may name.
        limits: How much all its files together may hold.
        judgeable: Whether what no report can put together is refused too.

    Returns:
        The study.

    Raises:
        DocumentError: If the folder cannot be read, or anything in it is wrong.
    """
    found: list[Found] = []
    _require_finished(path)
    files = _files(path, found)
    _require_small(path, files, limits)
    tables = [_table(file, table, limits, found) for file, table in files.items()]
    whole = [table for table in tables if table]
    values = sum(1 for table in whole for row in table.rows for cell in row if not cell.is_blank)
    if values > limits.values:
        sentence = f"the folder holds more than the {limits.values:,} values allowed; allow more"
        raise unreadable(path, "limit", sentence)
    if len(whole) < len(tables):
        raise refusal(found)
    reading = read_tables(whole, Place(str(path)), found)
    return study_of(
        reading.values,
        reading.placed,
        frameworks=frameworks,
        found=reading.found,
        most=limits.findings,
        judgeable=judgeable,
    )


def _require_finished(path: Path) -> None:
    """Refuse a folder whose tables were being replaced when the writer was stopped."""
    if names := _waiting(path):
        there = shlex.quote(str(path / _UNFINISHED))
        named = f"mv {_HELD_BACK} {_STUDY} && " if _HELD_BACK in names else ""
        by_hand = f"(cd {there} && {named}mv -f *.csv .. && rmdir ../{_UNFINISHED})"
        what = f"a write to this folder was cut short; the rest of it waits in {_UNFINISHED}"
        way_out = "write the study once more and pass overwrite=True, or put the rest in its place"
        raise unreadable(path, "file", f"{what}; {way_out}: {by_hand}")


def _files(path: Path, found: list[Found]) -> dict[Path, Table]:
    """Find the tables of a folder, and tell of what is called like one but is none."""
    try:
        names = sorted(os.listdir(path))  # noqa: PTH208 -- the names alone are asked for
    except OSError as error:
        raise failure(path, "the folder cannot be read", error) from error
    files: dict[Path, Table] = {}
    for name in names:
        if not name.lower().endswith(".csv") or name.startswith("."):
            continue
        file = path / name
        if name not in _BY_FILE:
            found.append(unknown(Place(str(file)), "word", (), no_table(file.stem)))
        elif file.is_symlink():
            sentence = "this is a link; put the file itself into the folder"
            found.append(Found(Place(str(file)), "file", (), sentence))
        else:
            files[file] = _BY_FILE[name]
    if _STUDY not in names:
        sentence = f"there is no {_STUDY}, which says the title of the study"
        found.append(Found(Place(str(path)), "file", ("title",), sentence))
    return files


def _require_small(path: Path, files: Iterable[Path], limits: Limits) -> None:
    """Refuse files that are too large together; each is read up to the limit at most."""
    if sum(file.stat().st_size for file in files) > limits.size:
        sentence = f"the files hold more than the {limits.size:,} bytes allowed; allow more"
        raise unreadable(path, "limit", sentence)


def _table(file: Path, table: Table, limits: Limits, found: list[Found]) -> Filled | None:
    """Read one file, if it can be parted into cells."""
    text, hidden = decoded(read_bytes(file, most=limits.size), str(file))
    if mark := _other_mark(text, table):
        way_out = "save it as CSV with commas, in UTF-8"
        sentence = f"the cells are parted by {mark!r}, and not by commas; {way_out}"
        found.append(Found(Place(str(file)), "syntax", table.path, sentence))
        return None
    rows, starts, broken = _parted(text)
    if broken:
        sentence = "a quotation mark stands alone; put two for one, and one at either end"
        place = Place(str(file), broken.line, broken.column)
        found.append(Found(place, "syntax", table.path, sentence))
        return None
    _mark(rows, starts, hidden, Lines(text, str(file)))
    if line := _late_header(rows, table):
        sentence = f"the names of the columns stand in line {line}; take out what stands above them"
        found.append(Found(Place(str(file)), "syntax", table.path, sentence))
        return None
    header, *below = _without_blank_columns(rows) or [[Cell("", 1, 1)]]
    return Filled(
        table, str(file), header, [_fitted(row, header, table, file, found) for row in below]
    )


_OTHER_MARKS: Final = ";\t|"
_DEEPEST_HEADER: Final = 10


def _other_mark(text: str, table: Table) -> str | None:
    """Find what parts the cells of a header in which no comma does, as some programs write them."""
    header = text[: 2**10].splitlines()[0] if text else ""
    for mark in _OTHER_MARKS:
        names = {cell.strip(' "') for cell in header.split(mark)}
        if "," not in header and len(names & {*table.columns}) > 1:
            return mark
    return None


def _late_header(rows: Sequence[Sequence[Cell]], table: Table) -> int | None:
    """Find the line of a header that does not stand in the first, where that has none of it."""
    known = [sum(cell.text in table.columns for cell in row) for row in rows[:_DEEPEST_HEADER]]
    if not known or known[0] or max(known) <= 1:
        return None
    return rows[known.index(max(known))][0].line


def _without_blank_columns(rows: Sequence[list[Cell]]) -> Sequence[list[Cell]]:
    """Leave out what stands below the blank end of the header, of each row where that is blank."""
    header = rows[0] if rows else []
    wide = len(header)
    named = max((at for at, cell in enumerate(header, start=1) if not cell.is_blank), default=wide)
    return [
        [*row[:named], *row[wide:]] if all(cell.is_blank for cell in row[named:wide]) else row
        for row in rows
    ]


_CELL: Final = re.compile(
    r"""(?: "(?P<quoted> [^"]*+ (?: ""[^"]*+ )*+ )" | (?P<bare> [^",\r\n]*+ ) )
        (?P<end> , | \r\n | \n | \r | \Z )""",
    re.VERBOSE,
)
_LINE_END: Final = re.compile(r"\r\n?|\n")


def _parted(text: str) -> tuple[list[list[Cell]], list[int], Cell | None]:
    """Part a text into rows and cells; also tell where each cell begins, and where it breaks."""
    rows: list[list[Cell]] = []
    starts: list[int] = []
    spot, line, row = 0, 1, list[Cell]()
    first = line
    while spot < len(text) or row:
        match = _CELL.match(text, spot)
        if match is None:
            return rows, starts, Cell("", first, len(row) + 1)
        said = match["bare"] if match["quoted"] is None else match["quoted"].replace('""', '"')
        row.append(Cell(plain(said), first, len(row) + 1))
        starts.append(spot)
        spot, line = match.end(), line + len(_LINE_END.findall(match[0]))
        if match["end"] != ",":
            rows.append(row)
            row, first = [], line
    return rows, starts, None


def _mark(
    rows: Sequence[list[Cell]], starts: Sequence[int], hidden: Sequence[Found], lines: Lines
) -> None:
    """Keep what was found in the text with the cells that it was found in."""
    cells = [(row, at) for row in rows for at in range(len(row))] if hidden else []
    begins = [_spot(lines.place(start)) for start, _ in zip(starts, cells, strict=False)]
    for one in hidden:
        row, at = cells[bisect_right(begins, _spot(one.place)) - 1]
        row[at] = row[at]._replace(wrong=(*row[at].wrong, (one.code, one.sentence)))


def _spot(place: Place) -> tuple[int, int]:
    return place.line, place.column


def _fitted(
    row: Sequence[Cell], header: Sequence[Cell], table: Table, file: Path, found: list[Found]
) -> list[Cell]:
    """Give a row as many cells as the header has; a line with nothing in it is a blank row."""
    here, wanted = len(row), len(header)
    if here != wanted and not (here == 1 and row[0].is_blank):
        too_many = "a text with a comma needs quotation marks around it"
        way_out = too_many if here > wanted else "write a comma for each cell that is blank"
        sentence = f"the row has {here} cells, and the header {wanted}; {way_out}"
        place = Place(str(file), row[0].line, min(here, wanted + 1))
        found.append(Found(place, "syntax", table.path, sentence))
    missing = (Cell("", row[0].line, column + 1) for column in range(here, wanted))
    return [*row[:wanted], *missing]
