"""Tables as a file holds them, and the plain values of a study that they make."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, reduce
from itertools import groupby
from typing import Any, Final, Literal, NamedTuple, TypeAlias

import attrs

from implsupport.documents.findings import WORD, Found, Path, Place, refusal
from implsupport.documents.shapes import Shape, number_or_text, study_shape
from implsupport.documents.tables import TABLES, Table
from implsupport.errors import UnknownKeyError, UnknownTermError, nearest, shown

__all__ = ["Cell", "Filled", "Reading", "Row", "foreign", "read_tables", "unknown"]


# --- what a file holds ---


class Cell(NamedTuple):
    """A cell of a file.

    Attributes:
        text: What it says; empty if it is blank.
        line: Its line, or its row in a sheet, from 1.
        column: Its column, from 1.
        kind: What a workbook holds in it: text or a whole number, another number, or a day.
        wrong: What keeps it from being taken, each as code and sentence.
    """

    text: str
    line: int
    column: int
    kind: Literal["text", "number", "day"] = "text"
    wrong: tuple[tuple[str, str], ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is in it."""
        return not self.text and not self.wrong


Row: TypeAlias = Sequence[Cell]
"""A row of a file."""


@attrs.frozen
class Filled:
    """A table as a file holds it.

    Attributes:
        table: Which table it is.
        file: The name of the file.
        header: The cells that name the columns.
        rows: The rows below, each with a cell for each column.
        sheet: The name of its sheet, in a workbook.
    """

    table: Table
    file: str
    header: Row
    rows: Sequence[Row]
    sheet: str = ""

    def at(self, cell: Cell) -> Place:
        """Tell where one of its cells stands.

        Args:
            cell: The cell.
        """
        return Place(self.file, cell.line, cell.column, sheet=self.sheet)


def foreign(cell: Cell, field: str, *, number: bool = False) -> tuple[tuple[str, str], ...]:
    """Tell why a field cannot take what a cell holds, whatever it says.

    A workbook makes days and numbers of what people type. Where text belongs that has changed
    what they typed, so it is refused; a whole number reads as it was typed.

    Args:
        cell: The cell.
        field: The name of the field.
        number: Whether the field takes numbers.

    Returns:
        The reasons, each as code and sentence.

    >>> foreign(Cell("0.7", 2, 1, kind="number"), "locator")[0][1]
    'the number 0.7 stands where text belongs; make the cell a text cell and type it again'
    """
    is_fit = {"text": True, "number": number, "day": field == "date"}[cell.kind]
    if is_fit:
        return cell.wrong
    what, sort = ("a number", "number") if number else ("text", "text")
    way_out = f"make the cell a {sort} cell and type it again"
    sentence = f"the {cell.kind} {cell.text} stands where {what} belongs; {way_out}"
    return (*cell.wrong, ("form", sentence))


# --- what it makes ---


@attrs.frozen
class _Block:
    """A table whose columns are known, with its rows numbered from 1."""

    filled: Filled
    columns: Mapping[str, int]
    rows: tuple[tuple[int, Row], ...]

    @property
    def table(self) -> Table:
        return self.filled.table

    def cell(self, row: Row, column: str) -> Cell:
        """Read the cell of a column; one that is missing is blank, and stands at the header."""
        at = self.columns.get(column)
        return self.filled.header[0]._replace(text="") if at is None else row[at]


@attrs.frozen
class _Entry:
    """A row that was taken, and what was made of it."""

    block: _Block
    row: Row
    value: Any

    def place(self, column: str) -> Place:
        return self.block.filled.at(self.block.cell(self.row, column))


@attrs.frozen
class Reading:
    """What is read from the tables of a file.

    Attributes:
        root: Where the file itself is told of.
        values: The plain values of a study.
        found: What is wrong in the tables themselves.
    """

    root: Place
    values: dict[str, Any] = attrs.field(factory=dict[str, Any])
    found: list[Found] = attrs.field(factory=list[Found])
    _entries: dict[Path, _Entry] = attrs.field(factory=dict[Path, _Entry])
    # Of each table the way to each of its rows; None for a row that could not be taken.
    _ways: dict[str, dict[int, Path | None]] = attrs.field(
        factory=dict[str, dict[int, Path | None]]
    )

    def placed(self, path: Path) -> Place | None:
        """Tell where the value at a path stands.

        Args:
            path: The path; it may end in `WORD`.

        Returns:
            The place, or None if no table has it.
        """
        is_word = path[-1:] == (WORD,)
        way = path[:-1] if is_word else path
        if entry := self._entries.get(way):
            return entry.place(_main_column(entry.block.table, is_word=is_word))
        if entry := self._entries.get(way[:-1]):
            column = _column(entry.block.table, way[-1])
            return entry.place(column) if column else None
        return None if way else self.root

    def tell(self, place: Place, code: str, path: Path, sentence: str) -> None:
        """Keep a finding.

        Args:
            place: Where it stands.
            code: What kind of thing it is.
            path: What it is part of.
            sentence: What is wrong.
        """
        self.found.append(Found(place, code, path, sentence))

    def _tell_wrong(
        self, filled: Filled, cell: Cell, wrong: Iterable[tuple[str, str]], path: Path
    ) -> None:
        for code, sentence in wrong:
            self.tell(filled.at(cell), code, path, sentence)

    def take(self, filled: Filled) -> bool:
        """Read one table; the one that its rows belong to has been read.

        Args:
            filled: The table.

        Returns:
            Whether it could be made out.
        """
        block = _Block(filled, self._columns(filled), self._rows(filled))
        ways = self._ways[block.table.name] = dict.fromkeys(number for number, _ in block.rows)
        for number, row, path in self._rows_taken(block) if block.columns else ():
            value = self._value(block, row, path)
            self._entries[path] = _Entry(block, row, value)
            ways[number] = path
            self._store(path, value)
        return bool(block.columns)

    def _columns(self, filled: Filled) -> dict[str, int]:
        """Find the columns by their names; tell of those that are missing, foreign or double."""
        table, columns = filled.table, dict[str, int]()
        for at, cell in enumerate(filled.header):
            self._tell_wrong(filled, cell, cell.wrong, table.path)
            if cell.text not in table.columns:
                self.found.append(wrong := _no_column(filled, cell))
                if wrong.nearest:  # so that what is told is this, and not what follows from it
                    columns.setdefault(wrong.nearest, at)
            elif columns.setdefault(cell.text, at) != at:
                sentence = f"the column {shown(cell.text)} is there twice; keep one"
                self.tell(filled.at(cell), "repeated", table.path, sentence)
        for name in table.columns if columns else ():
            if name not in columns:
                sentence = f"the column {name!r} is missing; expected {_quoted(table.columns)}"
                self.tell(filled.at(filled.header[0]), "field", table.path, sentence)
        return columns

    def _rows(self, filled: Filled) -> tuple[tuple[int, Row], ...]:
        """Number the rows; those that are blank count, but only the last may be so."""
        numbered = enumerate(filled.rows, start=1)
        rows = tuple((number, row) for number, row in numbered if not _is_blank(row))
        last = rows[-1][0] if rows else 0
        for is_blank, run in groupby(filled.rows[:last], key=_is_blank):
            first, *others = run
            if is_blank:
                all_of_them = f"this row and the {len(others):,} below it are blank; take them out"
                sentence = all_of_them if others else "the row is blank; take it out"
                self.tell(filled.at(first[0]), "form", filled.table.path, sentence)
        return rows

    def _rows_taken(self, block: _Block) -> Iterator[tuple[int, Row, Path]]:
        """Find the way to what each row holds, and make room for it."""
        table = block.table
        if table.name == "study":
            yield from self._only(block)
        elif table.parent:
            yield from self._children(block)
        else:
            self.values[table.name] = []
            for at, (number, row) in enumerate(block.rows):
                yield number, row, (table.name, at)

    def _only(self, block: _Block) -> Iterator[tuple[int, Row, Path]]:
        """Take the one row of the study itself."""
        for number, row in block.rows[:1]:
            yield number, row, ()
        for _, row in block.rows[1:]:
            sentence = "a study has one row; take this one out"
            self.tell(block.filled.at(row[0]), "repeated", (), sentence)

    def _children(self, block: _Block) -> Iterator[tuple[int, Row, Path]]:
        """Gather the rows that belong to one row of the parent, in the order of that one."""
        table = block.table
        families: dict[Path, list[tuple[int, Row]]] = {
            path: [] for path in self._ways.get(table.parent, {}).values() if path is not None
        }
        for number, row in block.rows:
            for name in table.index:
                cell = block.cell(row, name)
                self._tell_wrong(block.filled, cell, foreign(cell, name, number=True), table.path)
            if (parent := self._parent(block, row)) is not None:
                families[parent].append((number, row))
        by_word = table.index[1] != "position"
        for parent, family in families.items():
            self._entries[parent].value[table.field] = {} if by_word else []
            ways = self._words(block, family) if by_word else self._positions(block, family)
            for number, row, step in ways:
                yield number, row, (*parent, table.field, step)

    def _parent(self, block: _Block, row: Row) -> Path | None:
        """Find the row of the parent that a row belongs to, if that one was taken."""
        table, cell = block.table, block.cell(row, "parent_row")
        ways = self._ways.get(table.parent, {})
        number = int(cell.text) if _is_count(cell.text) else 0
        if number not in ways:
            there = f"its rows are 1 to {max(ways)}" if ways else "it has none"
            sentence = f"{shown(cell.text)} is not a row of {table.parent}; {there}"
            self.tell(block.filled.at(cell), "key", table.path, sentence)
        return ways.get(number)

    def _words(
        self, block: _Block, family: Sequence[tuple[int, Row]]
    ) -> Iterator[tuple[int, Row, str]]:
        """Read the word of each row; a word is given once."""
        seen: set[str] = set()
        for number, row in family:
            cell = block.cell(row, block.table.index[1])
            if cell.text in seen:
                sentence = f"{shown(cell.text)} is given twice; keep one"
                self.tell(block.filled.at(cell), "repeated", block.table.path, sentence)
            else:
                seen.add(cell.text)
                yield number, row, cell.text

    def _positions(
        self, block: _Block, family: Sequence[tuple[int, Row]]
    ) -> Iterator[tuple[int, Row, int]]:
        """Put rows in the order of their positions, which are 1 to their number."""
        free = {str(position) for position in range(1, len(family) + 1)}
        by_position: list[tuple[int, int, Row]] = []
        for number, row in family:
            cell = block.cell(row, "position")
            if cell.text in free:
                free.remove(cell.text)
                by_position.append((int(cell.text), number, row))
            else:
                left = f"those of this parent_row are 1 to {len(family)}, each once"
                sentence = f"{shown(cell.text)} is not a position that is left; {left}"
                self.tell(block.filled.at(cell), "form", block.table.path, sentence)
        for step, (_, number, row) in enumerate(sorted(by_position)):
            yield number, row, step

    def _value(self, block: _Block, row: Row, path: Path) -> Any:  # noqa: ANN401 -- plain values
        """Make the plain value of a row, and tell of the cells that cannot be taken."""
        table = block.table
        parts = {field: self._part(block, row, field, path) for field in table.fields}
        if table.row == "record":
            return {field: part for field, part in parts.items() if part != ""}
        return parts[table.fields[0]] if table.row == "text" else list(parts.values())

    def _part(self, block: _Block, row: Row, field: str, path: Path) -> str | float:
        cell, number = block.cell(row, field), _shape(block.table).of(field).number
        way = (*path, _step(block.table, field)) if block.table.row != "text" else path
        self._tell_wrong(block.filled, cell, foreign(cell, field, number=number), way)
        return number_or_text(cell.text) if number else cell.text

    def _store(self, path: Path, value: Any) -> None:  # noqa: ANN401 -- plain values
        if not path:
            self.values.update(value)
            return
        *way, name, step = path
        holder: Any = self._entries[tuple(way)].value if way else self.values
        if isinstance(step, int):
            holder[name].append(value)
        else:
            holder[name][step] = value


def _is_blank(row: Row) -> bool:
    return all(cell.is_blank for cell in row)


_LONGEST_COUNT: Final = 9


def _is_count(text: str) -> bool:
    """Tell whether a text is a whole number from 1, written without leading zeros."""
    digits = text.isascii() and text.isdigit() and len(text) <= _LONGEST_COUNT
    return digits and not text.startswith("0")


@cache
def _shape(table: Table) -> Shape:
    """Give the shape of a row."""
    if table.name == "study":
        return study_shape()
    return reduce(lambda shape, step: shape.of(step).of(0), map(str, table.path), study_shape())


def _step(table: Table, field: str) -> int | str:
    """Give the last step of the way to a field: its name, or its number in a pair."""
    return table.fields.index(field) if table.row == "pair" else field


def _column(table: Table, step: int | str) -> str | None:
    """Find the column of the last step of a way."""
    steps = {_step(table, field): field for field in table.fields}
    return steps.get(step)


def _main_column(table: Table, *, is_word: bool) -> str:
    """Find the column that stands for the whole row."""
    return table.index[1] if is_word and table.index else table.fields[0]


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(map(repr, words))


def _no_column(filled: Filled, cell: Cell) -> Found:
    """Say that a table has no such column; of names not yet in the header, tell the nearest."""
    table, there = filled.table, {one.text for one in filled.header}
    if cell.is_blank and len(filled.header) > 1:
        sentence = f"a column has no name; expected {', '.join(table.columns)}"
        return Found(filled.at(cell), "field", table.path, sentence, table.columns)
    near = nearest(cell.text, [column for column in table.columns if column not in there])
    given = shown(cell.text)
    error = UnknownTermError(given, table.name, table.columns, near, noun="column")
    found = unknown(filled.at(cell), "field", table.path, error)
    parted = next((mark for mark in ";\t|" if mark in cell.text and len(filled.header) == 1), None)
    if parted is None:
        return found
    return attrs.evolve(found, sentence=f"{error}; part the cells with commas, not {parted!r}")


def unknown(
    place: Place, code: str, path: Path, error: UnknownTermError | UnknownKeyError
) -> Found:
    """Make a finding of a word that is not known.

    Args:
        place: Where it stands.
        code: What kind of thing it is.
        path: What it is part of.
        error: The error that says so.

    Returns:
        The finding.
    """
    return Found(place, code, path, str(error), error.expected, error.nearest)


def read_tables(tables: Sequence[Filled], root: Place, found: Sequence[Found] = ()) -> Reading:
    """Read the tables of a file.

    Args:
        tables: The tables, at most one of each, in any order.
        root: Where the file itself is told of.
        found: What was found wrong with the file before.

    Returns:
        The plain values of a study, where each stands, and what is wrong.

    Raises:
        DocumentError: If the columns of a table cannot be made out at all.
    """
    by_name = {filled.table.name: filled for filled in tables}
    in_order = [by_name[table.name] for table in TABLES if table.name in by_name]
    reading = Reading(root, found=[*found])
    made_out = [reading.take(filled) for filled in in_order]
    if not all(made_out):
        raise refusal(reading.found)
    return reading
