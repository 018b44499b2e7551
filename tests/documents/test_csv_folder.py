"""Folders of CSV files: what is written is read, and what is wrong is told at its cell."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from implsupport import cases, testing
from implsupport.documents import csv_folder
from implsupport.documents.files import LIMITS, Limits
from implsupport.documents.tables import TABLES
from implsupport.errors import DocumentError
from implsupport.frameworks import CATALOGUE
from implsupport.records import Study

SMALL = Study.model_validate(
    {
        "title": "Ours",
        "policies": [{"key": "a", "title": "A, or B", "note": 'says "so"\nand more'}],
        "bodies": [{"key": "b", "title": "B", "functions": ["=1+1", "'tis", " x "]}],
    }
)
STUDIES = {"empty": Study(title="Ours"), "small": SMALL} | {
    "built-in": cases.study(),
    "illustration": cases.illustration(),
}


def read(path: Path, limits: Limits = LIMITS) -> Study:
    """Read a folder by the frameworks that are shipped."""
    return csv_folder.read(path, frameworks=CATALOGUE, limits=limits)


def write(study: Study, path: Path) -> None:
    """Write a folder, in the place of what is there."""
    csv_folder.write(study, path, overwrite=True)


def contents(path: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    return {file.name: file.read_bytes() for file in path.iterdir()}


def told(path: Path, limits: Limits = LIMITS) -> list[str]:
    """Read a folder, and tell what is wrong with it, without the name of the folder."""
    with pytest.raises(DocumentError) as caught:
        read(path, limits)
    return [str(one).replace(f"{path}{os.sep}", "") for one in caught.value.findings]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a small study."""
    write(SMALL, tmp_path / "study")
    return tmp_path / "study"


# --- there and back ---


@pytest.mark.parametrize("study", STUDIES.values(), ids=STUDIES)
def test_what_is_written_reads_back_equal(study: Study, tmp_path: Path) -> None:
    """Every field, in every table."""
    write(study, tmp_path / "study")

    assert read(tmp_path / "study") == study


@pytest.mark.parametrize("study", STUDIES.values(), ids=STUDIES)
def test_what_was_read_is_written_with_the_same_bytes(study: Study, tmp_path: Path) -> None:
    """So that a folder can lie in version control."""
    write(study, tmp_path / "first")
    write(read(tmp_path / "first"), tmp_path / "second")

    assert contents(tmp_path / "first") == contents(tmp_path / "second")


@given(testing.studies())
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_study_reads_back_equal(tmp_path: Path, study: Study) -> None:
    """Also one that nobody would write; and the same bytes when it is written again."""
    write(study, tmp_path / "first")
    write(read(tmp_path / "first"), tmp_path / "second")

    assert read(tmp_path / "first") == study
    assert contents(tmp_path / "first") == contents(tmp_path / "second")


def test_there_is_a_file_for_every_table(folder: Path) -> None:
    """One without a row has its header."""
    assert set(contents(folder)) == {f"{table.name}.csv" for table in TABLES}
    assert contents(folder)["relations.csv"] == b"source,target,kind,status\n"


def test_a_text_is_quoted_where_it_must_be(folder: Path) -> None:
    """Marks of the form are doubled, and what looks like a formula has an apostrophe."""
    assert contents(folder)["policies.csv"] == (
        b'key,title,year,jurisdiction,note\na,"A, or B",,,"says ""so""\nand more"\n'
    )
    assert contents(folder)["bodies.functions.csv"] == (
        b"parent_row,position,function\n1,1,'=1+1\n1,2,'tis\n1,3, x \n"
    )


def replace(folder: Path, name: str, old: bytes, new: bytes) -> None:
    """Change what a file holds."""
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data.replace(old, new))


READ_TOO: dict[str, Callable[[bytes], bytes]] = {
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "line ends of other systems": lambda data: data.replace(b"\n", b"\r\n"),
    "no line end at the end": lambda data: data.rstrip(b"\n"),
    "blank lines at the end": lambda data: data + b"\n,,,,\n",
    "columns without a name or anything in them": lambda data: data.replace(
        b"note", b"note,,"
    ).replace(b'more"', b'more",,'),
    "quotation marks that need not be": lambda data: data.replace(b"key", b'"key"'),
}


@pytest.mark.parametrize("change", READ_TOO.values(), ids=READ_TOO)
def test_what_spreadsheets_write_is_read_too(
    change: Callable[[bytes], bytes], folder: Path
) -> None:
    """Marks and line ends do not change what is read."""
    policies = folder / "policies.csv"
    policies.write_bytes(change(policies.read_bytes()))

    assert read(folder) == SMALL


def test_a_row_may_end_in_a_blank_cell(folder: Path) -> None:
    """Also the last one, without a line end."""
    (folder / "policies.csv").write_bytes(b"key,title,year,jurisdiction,note\na,A,,,")

    assert read(folder).policies[0].note is None


def test_text_stays_what_it_says(folder: Path) -> None:
    """Only a field of numbers makes a number of it."""
    rows = b"key,title,year,jurisdiction,note\na,010,2014,1.10,no\n"
    (folder / "policies.csv").write_bytes(rows)
    policy = read(folder).policies[0]

    assert (policy.title, policy.year, policy.jurisdiction, policy.note) == (
        "010",
        2014,
        "1.10",
        "no",
    )


def test_a_table_without_a_file_is_empty(folder: Path) -> None:
    """And what is no table by its name is passed over."""
    (folder / "bodies.csv").unlink()
    (folder / "bodies.functions.csv").unlink()
    (folder / "notes.docx").write_bytes(b"")
    (folder / ".~lock.policies.csv").write_bytes(b"")

    assert read(folder) == SMALL.model_copy(update={"bodies": ()})


# --- what is wrong ---


@pytest.mark.parametrize(
    ("name", "old", "new", "sentences"),
    [
        (
            "bodies.csv",
            b"b,B,,ours",
            b"b,B,,ours,and more",
            [
                (
                    "bodies.csv:2:5: bodies: the row has 5 cells, and the header 4; a text with a "
                    "comma needs quotation marks around it"
                )
            ],
        ),
        (
            "bodies.csv",
            b"b,B,,ours",
            b"b,B",
            [
                (
                    "bodies.csv:2:2: bodies: the row has 2 cells, and the header 4; write a comma "
                    "for each cell that is blank"
                )
            ],
        ),
        (
            "policies.csv",
            b"a,",
            b"Not a key,",
            [
                (
                    "policies.csv:2:1: policies[0].key: 'Not a key' is not a key; expected "
                    "lower-case words joined by hyphens; did you mean 'not-a-key'?"
                )
            ],
        ),
        (
            "policies.csv",
            b'"A, or B"',
            b"Caf\xe9",
            [
                (
                    "policies.csv:2:2: policies[0].title: the byte 0xE9 is not UTF-8; save the "
                    "file as UTF-8"
                )
            ],
        ),
        (
            "policies.csv",
            b"and more",
            b"a\xe2\x80\xaeb\0",
            [
                (
                    "policies.csv:2:5: policies[0].note: the character U+202E is not seen, or "
                    "taken for another; take it out"
                ),
                (
                    "policies.csv:2:5: policies[0].note: the character U+0000 is not seen, or "
                    "taken for another; take it out"
                ),
            ],
        ),
        (
            "study.csv",
            b"Ours,ours",
            b",oors",
            [
                "study.csv:2:1: title: no 'title' is given, which Study needs",
                (
                    "study.csv:2:2: status: 'oors' is not a term of Status; expected one of "
                    "'source', 'adapted', 'ours'; did you mean 'ours'?"
                ),
            ],
        ),
        (
            "study.csv",
            b"title,status\nOurs,ours\n",
            b"",
            ["study.csv:1:1: study: '' is not a column of study; expected title, status"],
        ),
        (
            "policies.csv",
            b'"A, or B"',
            b'A "or" B',
            [
                (
                    "policies.csv:2:2: policies: a quotation mark stands alone; put two for one, "
                    "and one at either end"
                )
            ],
        ),
        (
            "policies.csv",
            b'so""\nand more"',
            b"so",
            [
                (
                    "policies.csv:2:5: policies: a quotation mark stands alone; put two for one, "
                    "and one at either end"
                )
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(
    name: str, old: bytes, new: bytes, sentences: list[str], folder: Path
) -> None:
    """The line where the row begins, and the number of the cell."""
    replace(folder, name, old, new)

    assert told(folder) == sentences


WAY_OUT = "and the header 4; a text with a comma needs quotation marks around it"
TOO_FEW = "and the header 4; write a comma for each cell that is blank"


@pytest.mark.parametrize(
    ("row", "sentences"),
    [
        (
            b"b",
            [
                f"bodies.csv:2:1: bodies: the row has 1 cells, {TOO_FEW}",
                "bodies.csv:2:2: bodies[0].title: no 'title' is given, which Body needs",
            ],
        ),
        (
            b",B",
            [
                "bodies.csv:2:1: bodies[0].key: no 'key' is given, which Body needs",
                f"bodies.csv:2:2: bodies: the row has 2 cells, {TOO_FEW}",
            ],
        ),
        (
            b"b,B,,ours,and,more",
            [f"bodies.csv:2:5: bodies: the row has 6 cells, {WAY_OUT}"],
        ),
    ],
)
def test_a_row_of_another_length_is_told_at_its_end(
    row: bytes, sentences: list[str], folder: Path
) -> None:
    """What it lacks is told where it would stand."""
    replace(folder, "bodies.csv", b"b,B,,ours", row)

    assert told(folder) == sentences


CONTROLS = ["\x1b[31mred", "\t=1+1", "\r=1+1", "\u202e=1+1", "a\x00", "a\x07"]


@pytest.mark.parametrize("text", CONTROLS)
def test_an_attack_that_records_refuse_is_refused_with_its_path(text: str, folder: Path) -> None:
    """Control characters, in quotation marks or not."""
    replace(folder, "policies.csv", b"A, or B", text.encode())

    assert told(folder)[0].startswith("policies.csv:2:2: policies[0].title: ")
    assert "U+00" in told(folder)[0] or "U+202E" in told(folder)[0]


def test_everything_is_told_at_once(folder: Path) -> None:
    """In every file, whatever kind of thing it is."""
    replace(folder, "policies.csv", b"key,title", b"key,titel")
    replace(folder, "bodies.csv", b"b,B,,ours", b"b,B,,oors")
    replace(folder, "bodies.functions.csv", b"1,2", b"9,2")
    (folder / "body.csv").write_bytes(b"")
    places = [sentence.partition(": ")[0] for sentence in told(folder)]

    assert places == [
        "bodies.csv:2:4",
        "bodies.functions.csv:3:1",
        "bodies.functions.csv:4:2",
        "body.csv:1:1",
        "policies.csv:1:2",
    ]


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_cells_that_something_else_parts_are_told(mark: str, folder: Path) -> None:
    """As spreadsheet programs write CSV where a comma stands in numbers; with a way out."""
    rows = f'key{mark}title{mark}"year"{mark}jurisdiction{mark}note\r\na{mark}"A, or B"\r\n'
    (folder / "policies.csv").write_bytes(b"\xef\xbb\xbf" + rows.encode())

    assert told(folder) == [
        (
            f"policies.csv:1:1: policies: the cells are parted by {mark!r}, and not by commas; "
            "save it as CSV with commas, in UTF-8"
        )
    ]


def test_a_mark_in_a_name_parts_nothing(folder: Path) -> None:
    """Where commas part the cells, or what it parts are no columns."""
    replace(folder, "policies.csv", b"note", b"note;title;key")
    (folder / "relations.csv").write_bytes(b"a;b\n")

    assert [sentence.partition(": ")[0] for sentence in told(folder)] == [
        "policies.csv:1:1",
        "policies.csv:1:5",
        "relations.csv:1:1",
    ]


@pytest.mark.parametrize("above", [b"Policies,,,,\n", b"sep=,\r\n", b"\n\n"])
def test_a_header_that_does_not_stand_first_is_told(above: bytes, folder: Path) -> None:
    """With its line; what stands above is not guessed at."""
    policies = folder / "policies.csv"
    policies.write_bytes(above + policies.read_bytes())
    line = above.count(b"\n") + 1

    assert told(folder) == [
        (
            f"policies.csv:1:1: policies: the names of the columns stand in line {line}; take out "
            "what stands above them"
        )
    ]


def test_what_stands_below_no_name_is_told(folder: Path) -> None:
    """Only where nothing does, the column is passed over."""
    replace(folder, "bodies.csv", b"status", b"status,,")
    replace(folder, "bodies.csv", b"b,B,,ours", b"b,B,,ours,,stray")

    assert told(folder) == [
        (
            "bodies.csv:2:5: bodies: the row has 6 cells, and the header 4; a text with a comma "
            "needs quotation marks around it"
        )
    ]


def test_a_file_with_the_name_of_no_table_is_told(folder: Path) -> None:
    """It would be left out, and nobody would know."""
    (folder / "polices.csv").write_bytes(b"")

    assert told(folder)[0].startswith("polices.csv:1:1: 'polices' is not a table of Study;")
    assert told(folder)[0].endswith("did you mean 'policies'?")


def test_a_folder_without_a_study_is_told(folder: Path) -> None:
    """A folder that was half replaced has none either."""
    (folder / "study.csv").unlink()

    assert told(folder) == [
        f"{folder}:1:1: title: there is no study.csv, which says the title of the study"
    ]


def test_a_link_is_not_followed(folder: Path) -> None:
    """It may lead out of the folder."""
    (folder / "policies.csv").rename(folder.parent / "elsewhere.csv")
    (folder / "policies.csv").symlink_to(folder.parent / "elsewhere.csv")

    assert told(folder) == ["policies.csv:1:1: this is a link; put the file itself into the folder"]


def test_more_than_fifty_bytes_that_are_not_text_are_counted(folder: Path) -> None:
    """The file is not read any further."""
    (folder / "policies.csv").write_bytes(b"key\n" + b"\xff" * 60)
    with pytest.raises(DocumentError) as caught:
        read(folder)

    assert (len(caught.value.findings), caught.value.more) == (50, 10)


def test_a_file_in_another_encoding_is_told(folder: Path) -> None:
    """What two bytes make a character cannot be read as UTF-8 at all."""
    policies = folder / "policies.csv"
    policies.write_bytes(policies.read_text().encode("utf-16"))

    assert told(folder) == [
        "policies.csv:1:1: the file is UTF-16, UTF-32 or no text; save it as UTF-8"
    ]


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        (Limits(values=10), "the folder holds more than the 10 values allowed; allow more"),
        (Limits(values=16), "the folder holds more than the 16 values allowed; allow more"),
        (Limits(size=500), "the files hold more than the 500 bytes allowed; allow more"),
    ],
)
def test_a_folder_that_holds_too_much_is_refused(
    limits: Limits, sentence: str, folder: Path
) -> None:
    """Counted over all its files."""
    assert told(folder, limits) == [f"{folder}:1:1: {sentence}"]


def test_a_folder_may_hold_all_that_is_allowed(folder: Path) -> None:
    """To the value, of which the names of columns are none, and to the byte."""
    size = sum(len(data) for data in contents(folder).values())

    assert read(folder, Limits(values=17)) == SMALL
    assert read(folder, Limits(size=size)) == SMALL


def test_whoever_allows_larger_files_reads_them(folder: Path) -> None:
    """One file may hold as much as the folder."""
    text = "x" * LIMITS.size
    replace(folder, "policies.csv", b"A, or B", text.encode())

    assert read(folder, Limits(size=2 * LIMITS.size)).policies[0].title == text


def test_no_more_is_told_of_records_than_is_allowed(folder: Path) -> None:
    """The rest is not looked at."""
    replace(folder, "study.csv", b"Ours,ours", b"Ours,oors")
    replace(folder, "bodies.csv", b"b,B,,ours", b"b,B,,oors")

    assert told(folder, Limits(findings=1))[0] == (
        "study.csv:2:1: more than 1 things are wrong; mend those that are told and read it again"
    )


def test_a_study_names_the_rubrics_of_the_frameworks_that_it_is_read_with(tmp_path: Path) -> None:
    """Those that are shipped count only if they are passed on."""
    write(cases.study(), tmp_path / "study")
    with pytest.raises(DocumentError) as caught:
        csv_folder.read(tmp_path / "study", frameworks=(), limits=LIMITS)

    assert caught.value.findings[0].sentence == (
        "no rubric 'success'; there are none; a rubric of your own is passed as frameworks=(...)"
    )


def test_what_stands_in_no_file_is_told_of_the_folder(folder: Path) -> None:
    """As the title of a study whose table has no row."""
    (folder / "study.csv").write_bytes(b"title,status\n")

    assert told(folder) == [f"{folder}:1:1: title: no 'title' is given, which Study needs"]


def add_a_file_of_no_table(folder: Path) -> None:
    """Write a file that nobody would miss."""
    (folder / "polices.csv").write_bytes(b"")


def put_a_link(folder: Path) -> None:
    """Put a link in the place of a table."""
    (folder / "relations.csv").unlink()
    (folder / "relations.csv").symlink_to(folder / "policies.csv")


ODD: dict[str, tuple[Callable[[Path], object], Limits, str, str]] = {
    "a file of no table": (add_a_file_of_no_table, LIMITS, "word", ""),
    "a link": (put_a_link, LIMITS, "file", ""),
    "no study": (lambda folder: (folder / "study.csv").unlink(), LIMITS, "file", "title"),
    "a lone quotation mark": (
        lambda folder: replace(folder, "policies.csv", b'"A, or B"', b'A "or" B'),
        LIMITS,
        "syntax",
        "policies",
    ),
    "a cell too many": (
        lambda folder: replace(folder, "bodies.csv", b"b,B,,ours", b"b,B,,ours,and more"),
        LIMITS,
        "syntax",
        "bodies",
    ),
    "too many values": (lambda _: None, Limits(values=10), "limit", ""),
    "too many bytes": (lambda _: None, Limits(size=500), "limit", ""),
}


@pytest.mark.parametrize("name", ODD)
def test_a_program_can_tell_what_kind_of_thing_is_wrong(name: str, folder: Path) -> None:
    """By its code, and by what it is part of; a person reads the sentence."""
    change, limits, code, part = ODD[name]
    change(folder)
    with pytest.raises(DocumentError) as caught:
        read(folder, limits)

    assert (caught.value.findings[0].code, caught.value.findings[0].path) == (code, part)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Also where a file stands in its place."""
    (tmp_path / "file").write_bytes(b"")

    assert told(tmp_path / "nowhere") == [
        f"{tmp_path}/nowhere:1:1: the folder cannot be read: no such file or directory"
    ]
    assert told(tmp_path / "file") == [
        f"{tmp_path}/file:1:1: the folder cannot be read: not a directory"
    ]


# --- writing in place of what is there ---


def refused(study: Study, path: Path, *, overwrite: bool) -> str:
    """Write a study, and tell why it cannot be written: what kind of thing is wrong, and where."""
    with pytest.raises(DocumentError) as caught:
        csv_folder.write(study, path, overwrite=overwrite)
    (finding,) = caught.value.findings
    return f"{finding.code}: {finding}".replace(str(path), path.name)


def test_a_folder_that_is_there_is_not_replaced_unless_told(folder: Path) -> None:
    """And nothing in it has changed."""
    before = contents(folder)
    sentence = refused(cases.study(), folder, overwrite=False)
    way_out = "pass overwrite=True to replace its tables"

    assert sentence == f"file: study:1:1: the folder is there already; {way_out}"
    assert contents(folder) == before


def test_only_the_tables_of_a_folder_are_replaced(folder: Path) -> None:
    """What else lies there stays, and nothing is left beside it."""
    (folder / "README.md").write_bytes(b"mine")
    write(cases.illustration(), folder)

    assert read(folder) == cases.illustration()
    assert (folder / "README.md").read_bytes() == b"mine"
    assert [path.name for path in folder.parent.iterdir()] == ["study"]


def test_a_folder_that_was_left_half_done_is_written_anew(folder: Path) -> None:
    """It has no study."""
    (folder / "study.csv").unlink()
    write(SMALL, folder)

    assert read(folder) == SMALL


def test_a_file_in_place_of_a_folder_is_not_replaced(tmp_path: Path) -> None:
    """Nor is a link, which may lead anywhere."""
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "link").symlink_to(tmp_path)
    sentence = ":1:1: this is not a folder; give the path of one"

    assert refused(SMALL, tmp_path / "file", overwrite=True) == f"file: file{sentence}"
    assert refused(SMALL, tmp_path / "link", overwrite=True) == f"file: link{sentence}"


def test_a_link_in_a_folder_is_replaced_itself(folder: Path) -> None:
    """What it leads to, outside the folder, stays as it is."""
    outside = folder.parent / "outside.csv"
    outside.write_bytes(b"mine")
    (folder / "policies.csv").unlink()
    (folder / "policies.csv").symlink_to(outside)
    write(SMALL, folder)

    assert outside.read_bytes() == b"mine"
    assert read(folder) == SMALL


def test_what_cannot_be_replaced_is_left_as_it_was(folder: Path) -> None:
    """All is looked at before anything is changed."""
    (folder / "relations.csv").unlink()
    (folder / "relations.csv").mkdir()
    study = (folder / "study.csv").read_bytes()
    sentence = refused(cases.study(), folder, overwrite=True)

    assert sentence == "file: study:1:1: a folder stands where a table belongs; take it away"
    assert (folder / "study.csv").read_bytes() == study


def test_a_folder_in_a_folder_that_is_not_there_cannot_be_written(tmp_path: Path) -> None:
    """The system says why."""
    sentence = refused(SMALL, tmp_path / "no" / "study", overwrite=False)

    assert sentence == "file: study:1:1: the folder cannot be written: no such file or directory"


def test_a_folder_may_have_as_long_a_name_as_any(tmp_path: Path) -> None:
    """While it is written it has another."""
    path = tmp_path / ("a" * 255)
    write(SMALL, path)

    assert read(path) == SMALL
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def cut_short(folder: Path, moved: int) -> Path:
    """Leave a folder as a writer does that is stopped after so many tables of the illustration."""
    write(cases.illustration(), folder.parent / "new")
    (folder.parent / "new" / "study.csv").rename(folder.parent / "new" / "study.tmp")
    waiting = (folder.parent / "new").rename(folder / ".unfinished")
    (folder / "study.csv").unlink()
    for path in sorted(waiting.iterdir())[:moved]:
        path.replace(folder / path.name)
    return folder


def by_hand(sentence: str) -> str:
    """Find what a finding says to type."""
    return sentence.partition("put the rest in its place: ")[2]


@pytest.mark.parametrize("moved", [0, 5, 21])
def test_a_folder_whose_writer_was_stopped_says_how_to_go_on(moved: int, folder: Path) -> None:
    """Old tables may stand beside new ones, so it is not read; what it says to type mends it."""
    cut_short(folder, moved)
    with pytest.raises(DocumentError) as caught:
        read(folder)
    sentence = str(caught.value)
    subprocess.run(["/bin/sh", "-c", by_hand(sentence)], check=True)

    assert sentence == (
        f"{folder}:1:1: a write to this folder was cut short; the rest of it waits in .unfinished; "
        "write the study once more and pass overwrite=True, or put the rest in its place: "
        f"(cd {folder}/.unfinished && mv study.tmp study.csv && mv -f *.csv .. && "
        "rmdir ../.unfinished)"
    )
    assert read(folder) == cases.illustration()
    assert not (folder / ".unfinished").exists()


def test_what_to_type_holds_for_any_name_and_if_it_was_cut_short_too(tmp_path: Path) -> None:
    """A name with a space and a quotation mark; and once more after the first of its steps."""
    folder = tmp_path / "Ann's study"
    write(SMALL, folder)
    cut_short(folder, 3)
    (folder / ".unfinished" / "study.tmp").rename(folder / ".unfinished" / "study.csv")
    with pytest.raises(DocumentError) as caught:
        read(folder)
    sentence = str(caught.value)
    subprocess.run(["/bin/sh", "-c", by_hand(sentence)], check=True)

    assert "study.tmp" not in sentence
    assert read(folder) == cases.illustration()


@pytest.mark.parametrize("moved", [0, 5, 21, 22])
def test_a_folder_whose_writer_was_stopped_is_written_anew(moved: int, folder: Path) -> None:
    """And nothing is left of the writer before."""
    cut_short(folder, moved)
    write(SMALL, folder)

    assert read(folder) == SMALL
    assert not (folder / ".unfinished").exists()
    assert [one.name for one in folder.parent.iterdir()] == ["study"]


def test_what_was_put_in_its_place_to_the_last_table_is_read(folder: Path) -> None:
    """The writer was stopped when only its empty folder was left to be taken away."""
    (folder / ".unfinished").mkdir()

    assert read(folder) == SMALL


def test_new_tables_do_not_wait_behind_a_link(folder: Path) -> None:
    """It may lead out of the folder."""
    (folder / ".unfinished").symlink_to(folder.parent)
    sentence = refused(SMALL, folder, overwrite=True)

    assert sentence == "file: study/.unfinished:1:1: this is a link; take it away"


# Kills a writer a hundred times, early and late, and tells what can be read after each: the old
# study, the new one, or what to type. That is then typed, and the new one must be there.
KILLED = """
import json, os, signal, subprocess, sys, time
from pathlib import Path
from implsupport import cases
from implsupport.documents import csv_folder
from implsupport.documents.files import LIMITS
from implsupport.errors import DocumentError
from implsupport.frameworks import CATALOGUE

path, one, other = Path(sys.argv[1]), cases.study(), cases.illustration()
csv_folder.write(one, path, overwrite=True)
seen = []
for number in range(100):
    child = os.fork()
    if not child:
        while True:
            csv_folder.write(other, path, overwrite=True)
            csv_folder.write(one, path, overwrite=True)
    time.sleep(0.003 * (number % 20))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    try:
        study = csv_folder.read(path, frameworks=CATALOGUE, limits=LIMITS)
        seen.append("whole" if study in (one, other) else "torn")
    except DocumentError as error:
        what, _, by_hand = error.findings[0].sentence.partition("in its place: ")
        subprocess.run(["/bin/sh", "-c", by_hand or "false"], check=True)
        study = csv_folder.read(path, frameworks=CATALOGUE, limits=LIMITS)
        seen.append("mended" if study in (one, other) else "torn")
for left in path.parent.iterdir():
    try:
        study = csv_folder.read(left, frameworks=CATALOGUE, limits=LIMITS)
        seen.append("whole" if study in (one, other) else "torn")
    except DocumentError as error:
        seen.append(error.findings[0].sentence)
print(json.dumps(sorted(set(seen))))
"""


@pytest.mark.long
def test_a_writer_that_is_killed_leaves_no_torn_study(tmp_path: Path) -> None:
    """The old study is there, or the new one, or the folder says how to put it in its place.

    What a killed writer left behind beside the folder is never read as a study.
    """
    command = [sys.executable, "-c", KILLED, str(tmp_path / "study")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)

    assert set(json.loads(done.stdout)) <= {
        "whole",
        "mended",
        "there is no study.csv, which says the title of the study",
    }
    assert {"whole", "mended"} <= set(json.loads(done.stdout))
