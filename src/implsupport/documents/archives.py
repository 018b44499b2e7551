"""The archives that workbooks are, looked through before anything opens them.

A workbook is a ZIP archive of XML. A hostile one unpacks to gigabytes, has cells where there are
none, or names things in the world outside. So its entries are counted and measured first, and its
XML is read once by a parser that keeps nothing, which also reads the texts that cells share.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce
from pathlib import Path
from typing import Final, Literal
from xml.parsers import expat

from implsupport.documents.files import Limits, unreadable
from implsupport.documents.findings import Found, Place, refusal
from implsupport.errors import DocumentError, shown

__all__ = ["MOST_COLUMNS", "MOST_ROWS", "shared_texts"]

MOST_ROWS: Final = 20_000
"""The most rows that a sheet may have."""

MOST_COLUMNS: Final = 500
"""The most columns that a sheet may have."""

_MOST_ENTRIES: Final = 1_000
_GROWTH: Final = 8  # how many times its limit of bytes a workbook may unpack to
_RATIO: Final = 200  # how many times its size an entry may unpack to
_SMALL: Final = 2**20  # an entry up to this many bytes may unpack from next to nothing
_CELLS: Final = 1.5  # how many cells there may be for a value: some are blank, but have a border
_ELEMENTS: Final = 4  # how many elements a value takes
_MOST_OTHERS: Final = 100_000  # and how many the rest of a workbook has
_MOST_ATTRIBUTES: Final = 100
_LONGEST: Final = 2**20  # bytes from the beginning of one element to that of the next

# What has no business in a study, by a part of the name of its entry.
_FOREIGN: Final = {
    "vbaproject": "macros",
    "macrosheets/": "macros",
    "activex/": "controls",
    "embeddings/": "embedded files",
    "externallinks/": "links to other files",
}
_FOREIGN_TYPES: Final = {b"macroenabled": "macros", b"sheet.binary": "binary sheets"}
_TYPES: Final = "[Content_Types].xml"
_COMPRESSIONS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"


def shared_texts(path: Path, data: bytes, limits: Limits) -> list[str]:
    """Check that a workbook can be opened without harm, and read the texts that its cells share.

    Args:
        path: The file, for what is told of it.
        data: What it holds.
        limits: How much it may hold.

    Returns:
        The texts, in order, written as the workbook escapes them.

    Raises:
        DocumentError: If it is not a workbook, or one that should not be opened.
    """
    if data.startswith(_COMPOUND):
        sentence = "the workbook is encrypted, or an old .xls; save it as .xlsx without a password"
        raise unreadable(path, "file", sentence)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _require_harmless(path, archive.infolist(), limits)
            return _walked(path, archive, limits)
    except DocumentError:
        raise
    except Exception as error:
        sentence = (
            f"the file is not a workbook, or a damaged one ({str(error).lower()}); save it as .xlsx"
        )
        raise unreadable(path, "file", sentence) from error


# --- the entries ---


def _require_harmless(path: Path, entries: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse an archive for what its directory says, and tell all of it."""
    place = Place(str(path))
    found = [Found(place, code, (), sentence) for code, sentence in _harms(entries, limits)]
    if found:
        raise refusal(found)


_Told = tuple[Literal["limit", "construct"], str]


def _harms(entries: Sequence[zipfile.ZipInfo], limits: Limits) -> Iterator[_Told]:
    most = limits.size * _GROWTH
    if len(entries) > _MOST_ENTRIES:
        yield "limit", f"{len(entries):,} entries are more than the {_MOST_ENTRIES:,} allowed"
        return
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > most:
        yield "limit", f"it unpacks to {unpacked:,} bytes, more than the {most:,} allowed"
    names = Counter(entry.filename.casefold() for entry in entries)
    for entry in entries:
        yield from _harm(entry)
        if names.pop(entry.filename.casefold(), 1) > 1:
            yield "construct", f"the entry {shown(entry.filename)} is there more than once"
    if _TYPES.casefold() not in {entry.filename.casefold() for entry in entries}:
        yield "construct", "the archive is not a workbook; save the file as .xlsx"


def _harm(entry: zipfile.ZipInfo) -> Iterator[_Told]:
    name = entry.filename
    if entry.file_size > max(_SMALL, entry.compress_size * _RATIO):
        yield "limit", f"the entry {shown(name)} unpacks to more than {_RATIO} times its size"
    if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
        yield "construct", f"the entry {shown(name)} leads out of the archive"
    if entry.flag_bits & 1:
        yield "construct", f"the entry {shown(name)} is encrypted; save without a password"
    if entry.compress_type not in _COMPRESSIONS:
        yield "construct", f"the entry {shown(name)} is packed in a way that no workbook uses"
    for part, what in _FOREIGN.items():
        if part in name.casefold():
            yield "construct", f"the workbook has {what} ({shown(name)}); save it as .xlsx without"


# --- the XML ---


class _Harm(Exception):  # noqa: N818 -- it never leaves this module
    """What is found in the XML of an entry."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def _walked(path: Path, archive: zipfile.ZipFile, limits: Limits) -> list[str]:
    """Read every entry, and give the texts of the one that holds them."""
    walk = _Walk(limits)
    for entry in archive.infolist():
        data = archive.read(entry)
        try:
            _require_types(entry.filename, data)
            walk.take(data, is_xml=entry.filename.casefold().endswith((".xml", ".rels")))
        except _Harm as harm:
            sentence = f"in {shown(entry.filename)} {harm}"
            raise unreadable(path, harm.code, sentence) from None
    return walk.texts


def _require_types(name: str, data: bytes) -> None:
    """Refuse the kinds of workbook that the list of types tells of."""
    said = data.replace(b"\0", b"").lower() if name == _TYPES else b""
    for part, what in _FOREIGN_TYPES.items():
        if part in said:
            raise _Harm("construct", f"there are {what}; save the workbook as .xlsx without")


class _Walk:
    """Reads XML to its end, counts, and keeps nothing but the shared texts.

    Rows and cells must stand in their order: what is out of order, openpyxl leaves out.
    """

    def __init__(self, limits: Limits) -> None:
        """Allow as many elements and cells as the values need."""
        self.texts: list[str] = []
        self._elements = limits.values * _ELEMENTS
        self._others = _MOST_OTHERS
        self._cells = int(limits.values * _CELLS)
        self._values = limits.values
        self._has_texts = False

    def take(self, data: bytes, *, is_xml: bool) -> None:
        """Read one entry; what is no XML may be there, as long as nobody takes it for XML."""
        self._parser = parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_types
        parser.StartElementHandler = self._begin
        self._at = 0
        try:
            parser.Parse(data, True)  # noqa: FBT003 -- expat takes no names
            _require_short(len(data) - self._at)
        except expat.ExpatError as error:
            if is_xml:
                raise _Harm("syntax", f"the XML is damaged ({error})") from None

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        """Look at the first element, which tells what the rest is."""
        self._parser.StartElementHandler = self._elsewhere
        if name.endswith("}worksheet"):
            self._row = self._column = 0
            self._parser.StartElementHandler = self._in_sheet
        elif name.endswith("}sst"):
            self._begin_texts()
        self._measure(attributes)

    def _elsewhere(self, _: str, attributes: dict[str, str]) -> None:
        self._measure(attributes)
        self._others -= 1
        if self._others < 0:
            raise _Harm("limit", "there is more beside the sheets than a study needs")

    def _count(self, attributes: dict[str, str]) -> None:
        self._measure(attributes)
        self._elements = _fewer(self._elements)

    def _measure(self, attributes: dict[str, str]) -> None:
        if len(attributes) > _MOST_ATTRIBUTES:
            raise _Harm("limit", f"an element has more than {_MOST_ATTRIBUTES} attributes")
        at = self._parser.CurrentByteIndex
        _require_short(at - self._at)
        self._at = at

    # --- a sheet ---

    def _in_sheet(self, name: str, attributes: dict[str, str]) -> None:
        self._count(attributes)
        match name.rpartition("}")[2]:
            case "row":
                self._row = _later(self._row, attributes.get("r"), _ROW)
                self._column = 0
            case "c":
                self._cells = _fewer(self._cells)
                self._column = _later(self._column, attributes.get("r"), _CELL, self._row)
            case "v" | "is" | "f" if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
                most = f"{MOST_ROWS:,} rows and {MOST_COLUMNS} columns"
                raise _Harm("limit", f"something stands outside the {most} that a sheet may have")
            case "v" | "is":
                self._values = _fewer(self._values)
            case _:
                pass

    # --- shared texts ---

    def _begin_texts(self) -> None:
        if self._has_texts:
            raise _Harm("construct", "there is a second table of shared texts")
        self._has_texts = True
        self._pieces: list[str] = []
        self._is_spoken = False
        self._parser.StartElementHandler = self._in_text
        self._parser.EndElementHandler = self._after_text

    def _in_text(self, name: str, attributes: dict[str, str]) -> None:
        self._count(attributes)
        if name.endswith("}rPh"):
            self._is_spoken = True
        elif name.endswith("}t") and not self._is_spoken:
            self._parser.CharacterDataHandler = self._pieces.append

    def _after_text(self, name: str) -> None:
        self._parser.CharacterDataHandler = None
        if name.endswith("}rPh"):
            self._is_spoken = False
        elif name.endswith("}si"):
            self.texts.append("".join(self._pieces))
            self._pieces.clear()


_CELL: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ROW: Final = re.compile(r"()([0-9]{1,7})")


def _later(last: int, name: str | None, form: re.Pattern[str], row: int = 0) -> int:
    """Read the number of a row or of a cell's column, which is greater than the last one."""
    if name is None:
        return last + 1
    found = form.fullmatch(name)
    number = _number(found) if found and int(found[2]) == (row or int(found[2])) else 0
    if number <= last:
        raise _Harm("construct", f"the row or cell {shown(name)} is not in its place")
    return number


def _number(found: re.Match[str]) -> int:
    """Number a row, or a column by its letters: A is 1."""
    if not found[1]:
        return int(found[2])
    return reduce(lambda number, letter: number * 26 + ord(letter) - ord("A") + 1, found[1], 0)


def _refuse_types(*_: object) -> None:
    """Refuse what makes much of little, or reads other files: no workbook needs it."""
    raise _Harm("construct", "a document type is declared, which no workbook does")


def _require_short(length: int) -> None:
    """Refuse what makes a reader that reads in pieces begin again and again."""
    if length > _LONGEST:
        raise _Harm("limit", f"an element or a comment has more than {_LONGEST:,} bytes")


def _fewer(left: int) -> int:
    """Take one from what is left."""
    if not left:
        raise _Harm("limit", "there are more values than allowed; allow more")
    return left - 1
