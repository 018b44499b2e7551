"""Hostile workbooks: none crashes the reader or keeps it busy, and each is refused for what it is.

Each is read in a process of its own, with 512 MB of memory and 5 seconds of the processor.
"""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from implsupport import documents
from implsupport.documents.archives import MOST_COLUMNS, MOST_ROWS, shared_texts
from implsupport.documents.files import LIMITS, Limits
from implsupport.errors import DocumentError

# --- a workbook by hand ---

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
TYPES = "[Content_Types].xml"
BOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"


def sheet(inside: str) -> str:
    """Write a sheet."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{inside}</sheetData></worksheet>'


def cell(place: str, text: str) -> str:
    """Write a cell with a text of its own."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


PARTS = {
    TYPES: (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{BOOK}" ContentType="{KIND}.sheet.main+xml"/>'
        f'<Override PartName="/{SHEET}" ContentType="{KIND}.worksheet+xml"/>'
        f'<Override PartName="/{TEXTS}" ContentType="{KIND}.sharedStrings+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="{BOOK}"/></Relationships>'
    ),
    BOOK: (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="study" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
    STYLES: f'<styleSheet xmlns="{MAIN}"/>',
    TEXTS: f'<sst xmlns="{MAIN}"><si><t>Ours</t></si></sst>',
    SHEET: sheet(
        f'<row r="1">{cell("A1", "title")}{cell("B1", "status")}</row>'
        f'<row r="2"><c r="A2" t="s"><v>0</v></c>{cell("B2", "ours")}</row>'
    ),
}


def packed(
    changes: Mapping[str, str | bytes],
    compression: int = zipfile.ZIP_DEFLATED,
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Pack a workbook, some of its parts changed, and more after them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, part in [*{**PARTS, **changes}.items(), *(more or {}).items()]:
            archive.writestr(zipfile.ZipInfo(name), part, compression)
    return buffer.getvalue()


def stored(**changes: str) -> bytes:
    """Pack a workbook without making it smaller, so that its size says nothing."""
    return packed({globals()[name]: part for name, part in changes.items()}, zipfile.ZIP_STORED)


def letters(column: int) -> str:
    """Name a column."""
    first, last = divmod(column - 1, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


def encrypted() -> bytes:
    """Say of an entry that it is encrypted."""
    data = bytearray(packed({}))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def wide(inside: str, rows: int) -> str:
    """Write rows as wide as a sheet may be."""
    names = [letters(column) for column in range(1, MOST_COLUMNS + 1)]
    row = "".join(f'<c r="{name}#">{inside}</c>' for name in names)
    numbers = map(str, range(1, rows + 1))
    return sheet("".join(f'<row r="#">{row}</row>'.replace("#", number) for number in numbers))


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
MACRO_TYPES = PARTS[TYPES].replace(f"{KIND}.sheet", "application/vnd.ms-excel.sheet.macroEnabled")
ALL_SHEETS = "".join(f'<sheet name="s{at}" sheetId="{at}" r:id="rId1"/>' for at in range(2, 9000))
MISSING = '<sheet name="gone" sheetId="2" r:id="rId2"/></sheets>'
NAMES = "".join(f'<definedName name="n{at}">study!$A$1</definedName>' for at in range(60_000))
GONE = f'<Relationship Id="rId2" Type="{OFFICE}/worksheet" Target="gone.xml"/></Relationships>'
ATTRIBUTES = " ".join(f'a{at}=""' for at in range(300_000))
RELATIONS = "xl/_rels/workbook.xml.rels"

HOSTILE: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "no archive": (lambda: b"title: Ours", "file", "not a workbook, or a damaged one"),
    "an archive that is cut": (lambda: packed({})[:-100], "file", "not a workbook, or a damaged"),
    "an old workbook, or one with a password": (
        lambda: b"\xd0\xcf\x11\xe0" + bytes(600),
        "file",
        "save it as .xlsx without a password",
    ),
    "an entry that is encrypted": (encrypted, "construct", "is encrypted"),
    "no workbook in the archive": (
        lambda: packed({}).replace(b"[Content_Types]", b"[Content-Types]"),
        "construct",
        "the archive is not a workbook",
    ),
    "another document": (
        lambda: packed({TYPES: PARTS[TYPES].replace("spreadsheetml", "wordprocessingml")}),
        "file",
        "File contains no valid workbook part",
    ),
    "an entry that unpacks to much": (
        lambda: packed({}, more={"xl/media/x.bin": bytes(2**29)}),
        "limit",
        "more than the 33,554,432 allowed",
    ),
    "an entry that unpacks to much of its size": (
        lambda: packed({}, more={"xl/media/x.bin": bytes(2**24)}),
        "limit",
        "unpacks to more than 200 times its size",
    ),
    "many entries": (
        lambda: packed({}, more={f"x{at}": "" for at in range(5000)}),
        "limit",
        "5,007 entries are more than the 1,000 allowed",
    ),
    "an entry twice": (
        lambda: packed({}, more={SHEET.upper(): ""}),
        "construct",
        "is there more than once",
    ),
    "a path that leads out": (
        lambda: packed({}, more={"xl/../../x": ""}),
        "construct",
        "leads out of the archive",
    ),
    "a path from the root": (
        lambda: packed({}, more={"/etc/passwd": ""}),
        "construct",
        "leads out of the archive",
    ),
    "another kind of packing": (
        lambda: packed({}, zipfile.ZIP_LZMA),
        "construct",
        "packed in a way that no workbook uses",
    ),
    "macros": (
        lambda: packed({}, more={"xl/vbaProject.bin": ""}),
        "construct",
        "the workbook has macros",
    ),
    "macros by its type": (lambda: packed({TYPES: MACRO_TYPES}), "construct", "there are macros"),
    "links to other files": (
        lambda: packed({}, more={"xl/externalLinks/externalLink1.xml": "<a/>"}),
        "construct",
        "the workbook has links to other files",
    ),
    "embedded files": (
        lambda: packed({}, more={"xl/embeddings/x.bin": ""}),
        "construct",
        "the workbook has embedded files",
    ),
    "entities that multiply": (
        lambda: packed({SHEET: LAUGHS + PARTS[SHEET]}),
        "construct",
        "a document type is declared",
    ),
    "entities in another encoding": (
        lambda: packed({SHEET: f"\ufeff{LAUGHS}{PARTS[SHEET]}".encode("utf-16-le")}),
        "construct",
        "a document type is declared",
    ),
    "an entity from outside": (
        lambda: packed({BOOK: OUTSIDE + PARTS[BOOK]}),
        "construct",
        "a document type is declared",
    ),
    "XML that is damaged": (
        lambda: packed({SHEET: PARTS[SHEET][:-20]}),
        "syntax",
        "the XML is damaged (unclosed token",
    ),
    "elements without number": (
        lambda: stored(SHEET=sheet("<a/>" * 900_000)),
        "limit",
        "there are more values than allowed",
    ),
    "elements in one another": (
        lambda: stored(SHEET=sheet("<a>" * 400_000 + "</a>" * 400_000)),
        "limit",
        "an element or a comment has more than 1,048,576 bytes",
    ),
    "elements beside the sheets": (
        lambda: packed(
            {BOOK: PARTS[BOOK].replace("</w", f"<definedNames>{NAMES * 2}</definedNames></w")}
        ),
        "limit",
        "there is more beside the sheets than a study needs",
    ),
    "an element with many attributes": (
        lambda: stored(SHEET=sheet(f"<a {ATTRIBUTES}/>")),
        "limit",
        "an element has more than 100 attributes",
    ),
    "a long attribute": (
        lambda: stored(SHEET=sheet(f'<row r="1" x="{"x" * 4_000_000}"/>')),
        "limit",
        "an element or a comment has more than 1,048,576 bytes",
    ),
    "a long comment": (
        lambda: stored(SHEET=f"{PARTS[SHEET]}<!--{'x' * 4_000_000}-->"),
        "limit",
        "an element or a comment has more than 1,048,576 bytes",
    ),
    "values without number": (
        lambda: packed({SHEET: wide("<v>1</v>", 500)}),
        "limit",
        "there are more values than allowed",
    ),
    "blank cells without number": (
        lambda: packed({SHEET: wide("", 650)}),
        "limit",
        "there are more values than allowed",
    ),
    "as many blank cells as there may be": (
        lambda: packed({SHEET: wide("", 600)}),
        "field",
        "'' is not a column of study",
    ),
    "a cell too far down": (
        lambda: packed({SHEET: sheet(f'<row r="{MOST_ROWS + 1}">{cell("A20001", "x")}</row>')}),
        "limit",
        "something stands outside the 20,000 rows and 500 columns",
    ),
    "a cell too far right": (
        lambda: packed({SHEET: sheet(f'<row r="1">{cell("SG1", "x")}</row>')}),
        "limit",
        "something stands outside the 20,000 rows and 500 columns",
    ),
    "rows out of order": (
        lambda: packed({SHEET: sheet('<row r="2"/><row r="1"/>')}),
        "construct",
        "the row or cell '1' is not in its place",
    ),
    "cells out of order": (
        lambda: packed({SHEET: sheet(f'<row r="1">{cell("B1", "x")}{cell("A1", "x")}</row>')}),
        "construct",
        "the row or cell 'A1' is not in its place",
    ),
    "a cell of another row": (
        lambda: packed({SHEET: sheet(f'<row r="1">{cell("A2", "x")}</row>')}),
        "construct",
        "the row or cell 'A2' is not in its place",
    ),
    "a cell without a name": (
        lambda: packed({SHEET: sheet(f'<row r="1">{cell("1A", "x")}</row>')}),
        "construct",
        "the row or cell '1A' is not in its place",
    ),
    "a sheet again and again": (
        lambda: packed({BOOK: PARTS[BOOK].replace("</sheets>", f"{ALL_SHEETS}</sheets>")}),
        "file",
        "is listed again and again",
    ),
    "a sheet that is missing": (
        lambda: packed(
            {
                BOOK: PARTS[BOOK].replace("</sheets>", MISSING),
                RELATIONS: PARTS[RELATIONS].replace("</Relationships>", GONE),
            }
        ),
        "file",
        "a sheet is missing",
    ),
    "two sheets of one name": (
        lambda: packed(
            {
                BOOK: PARTS[BOOK].replace("</sheets>", MISSING.replace("gone", "study")),
                RELATIONS: PARTS[RELATIONS].replace("</Relationships>", GONE),
            },
            more={"xl/gone.xml": PARTS[SHEET]},
        ),
        "repeated",
        "another sheet has the same name",
    ),
    "a text that is missing": (
        lambda: packed({SHEET: PARTS[SHEET].replace("<v>0</v>", "<v>9</v>")}),
        "file",
        "the workbook is damaged ('list index out of range')",
    ),
    "texts twice": (
        lambda: packed({}, more={"xl/more.xml": PARTS[TEXTS]}),
        "construct",
        "there is a second table of shared texts",
    ),
    "a number of a million digits": (
        lambda: packed({SHEET: sheet(f'<row r="1"><c r="A1"><v>{"9" * 10**6}</v></c></row>')}),
        "file",
        "the workbook is damaged",
    ),
    "a formula": (
        lambda: packed({SHEET: PARTS[SHEET].replace("<v>0</v>", "<f>1+1</f><v>0</v>")}),
        "form",
        "a formula stands here",
    ),
}

# Reads each file in a process of its own, and tells how it ended.
EACH = """
import json, os, resource, sys
from implsupport import documents
from implsupport.documents import workbook

def limited(path):
    resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))
    resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
    try:
        return ["read", documents.read(path).title]
    except documents.DocumentError as error:
        return [error.findings[0].code, str(error)]

ends = {}
for path in sys.argv[1:]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.write(writing, json.dumps(limited(path)).encode()[:60_000])
        os._exit(0)
    _, status = os.waitpid(child, 0)
    os.close(writing)
    said = os.read(reading, 65_536)
    os.close(reading)
    ends[path] = json.loads(said) if said else ["crashed", str(status)]
print(json.dumps(ends))
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write every hostile workbook."""
    folder = tmp_path_factory.mktemp("hostile")
    paths = {name: folder / f"{at}.xlsx" for at, name in enumerate(HOSTILE)}
    for name, (make, _, _) in HOSTILE.items():
        paths[name].write_bytes(make())
    return paths


@pytest.fixture(scope="module")
def ends(files: dict[str, Path]) -> dict[str, list[str]]:
    """Read every hostile workbook, and tell how each reading ended."""
    command = [sys.executable, "-c", EACH, *map(str, files.values())]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    said = json.loads(done.stdout)
    return {name: said[str(path)] for name, path in files.items()}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_for_what_it_is(
    name: str, ends: dict[str, list[str]]
) -> None:
    """No crash, no waiting, and the reason in words."""
    _, code, sentence = HOSTILE[name]

    assert ends[name][0] == code
    assert sentence in ends[name][1]


@pytest.mark.parametrize("name", HOSTILE)
def test_the_refusal_can_be_caught(name: str, files: dict[str, Path]) -> None:
    """It is the one error that a file is refused with, at the file or one of its cells."""
    with pytest.raises(DocumentError) as caught:
        documents.read(files[name])

    assert caught.value.findings[0].place.startswith(str(files[name]))


# --- what is let through ---

RICH = (
    f'<sst xmlns="{MAIN}"><si><r><rPr><b/></rPr><t>one </t></r><r><t>two</t></r></si>'
    '<si><t>spoken</t><rPh sb="0" eb="1"><t>unsaid</t></rPh></si><si/></sst>'
)


def texts(changes: Mapping[str, str | bytes], limits: Limits = LIMITS) -> list[str]:
    """Read the shared texts of a workbook."""
    return shared_texts(Path("study.xlsx"), packed(changes), limits)


def test_the_texts_that_cells_share_are_read() -> None:
    """Their parts in one, without how they are spoken."""
    assert texts({TEXTS: RICH}) == ["one two", "spoken", ""]


def test_a_workbook_needs_no_shared_texts() -> None:
    """Cells may have their own."""
    assert texts({TEXTS: "<a/>"}) == []


HARMLESS = {
    "what is no XML": {"xl/printerSettings1.bin": b"\0\1"},
    "rows and cells without numbers": {SHEET: sheet("<row><c/><c/></row><row><c/></row>")},
    "a blank row far down": {SHEET: sheet('<row r="1048576"><c r="XFD1048576"/></row>')},
    "a picture": {"xl/media/image1.png": b"\x89PNG"},
}


@pytest.mark.parametrize("changes", HARMLESS.values(), ids=HARMLESS)
def test_what_programs_write_is_let_through(changes: Mapping[str, str | bytes]) -> None:
    """Though it is of no use."""
    assert texts(changes) == ["Ours"]


def test_a_caller_may_allow_more() -> None:
    """The limits of values and bytes go with the caller's."""
    with pytest.raises(DocumentError) as caught:
        texts({}, Limits(values=2))

    assert "there are more values than allowed; allow more" in str(caught.value)
    assert texts({SHEET: wide("<v>1</v>", 500)}, Limits(values=250_000)) == ["Ours"]


def test_everything_that_the_directory_of_an_archive_shows_is_told() -> None:
    """Not the first thing alone."""
    more = {"/x": "", "xl/vbaProject.bin": "", "xl/activeX/x.bin": ""}
    with pytest.raises(DocumentError) as caught:
        shared_texts(Path("study.xlsx"), packed({}, more=more), LIMITS)

    assert [str(one).partition("(")[0] for one in caught.value.findings] == [
        "study.xlsx:1:1: the entry '/x' leads out of the archive",
        "study.xlsx:1:1: the workbook has macros ",
        "study.xlsx:1:1: the workbook has controls ",
    ]
