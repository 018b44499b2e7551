"""The workbook that assessors fill in: how it is laid out, what it offers, and that it is read."""

import importlib
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from implsupport import documents
from implsupport.documents.forms import PARTS
from implsupport.documents.templates import template
from implsupport.errors import DocumentError
from implsupport.frameworks.success import SUCCESS, Attainment, Criterion
from implsupport.matrix import Rubric
from implsupport.records import Policy
from implsupport.terms import Gap, Scale, Term

OPENPYXL: Any = importlib.import_module("openpyxl")  # it has no types of its own

LONG = "Integrated local partnerships for the health and care of older people, and their carers"
CASES = [
    Policy(key="care-act", title="Care Act", year=2014),
    Policy(key="long", title=LONG),
    *(Policy(key=f"area-{number}", title=f"Area {number}") for number in range(13)),
]
MARKS = [*(grade.key for grade in Attainment), *(gap.key for gap in Gap)]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a template for two assessors and fifteen policies."""
    path = tmp_path_factory.mktemp("template") / "study.xlsx"
    template(path, cases=CASES, assessors=["Jane", ""])
    return path


@pytest.fixture(scope="module")
def book(path: Path) -> Any:  # noqa: ANN401 -- openpyxl is not typed
    """Open it as another program does."""
    return OPENPYXL.load_workbook(path)


def parts(path: Path) -> dict[str, str]:
    """Read every part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


# --- the layout ---


def test_the_sheets_are_a_cover_notes_a_form_for_each_assessor_and_the_tables(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """In this order, and none is hidden."""
    names = book.sheetnames

    assert names[:7] == [
        "cover",
        "notes",
        "form 1",
        "form 2",
        "study",
        "sources",
        "sources.authors",
    ]
    assert {sheet.sheet_state for sheet in book} == {"visible"}


def test_the_names_of_sheets_are_short(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """Fewer than 31 characters."""
    assert max(map(len, book.sheetnames)) < 31


def test_the_first_cell_of_a_sheet_is_its_title(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """In larger letters, and below it stands what the sheet holds."""
    assert [sheet["A1"].value for sheet in book][:4] == [
        "Assessment workbook",
        "Notes",
        "Form 1: Jane",
        "Form 2",
    ]
    assert {sheet["A1"].font.sz for sheet in book} == {16}
    assert all(sheet["A2"].value for sheet in book)


def test_no_cells_are_merged(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """Nor is a row or a column hidden."""
    dimensions = [
        one
        for sheet in book
        for one in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values())
    ]

    assert not [sheet for sheet in book if sheet.merged_cells.ranges]
    assert not [one for one in dimensions if one.hidden]


def test_nothing_is_said_by_colour(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """No cell is filled."""
    fills = {cell.fill.fill_type for sheet in book for row in sheet for cell in row}

    assert fills == {None}


def tables(path: Path) -> list[list[str]]:
    """Read the columns of every table that is marked as one."""
    marked = (said for name, said in parts(path).items() if name.startswith("xl/tables/"))
    return [re.findall(r'<tableColumn id="[0-9]+" name="([^"]*)"', said) for said in marked]


def test_every_column_of_a_table_has_a_name_of_its_own(path: Path) -> None:
    """Whatever the case of its letters."""
    folded = [[name.casefold() for name in columns] for columns in tables(path)]

    assert all(columns and "" not in columns for columns in folded)
    assert all(len(set(columns)) == len(columns) for columns in folded)


def test_every_sheet_but_the_cover_holds_a_table_or_two(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """The notes and the forms have two, and say so."""
    counts = {sheet.title: len(sheet.tables) for sheet in book}

    assert [counts.pop(name) for name in ("cover", "notes", "form 1", "form 2")] == [0, 2, 2, 2]
    assert set(counts.values()) == {1}


def test_the_names_of_tables_differ(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """In the whole workbook."""
    names = [name for sheet in book for name in sheet.tables]

    assert len(set(names)) == len(names)


def test_the_cover_says_what_every_sheet_holds(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """With a way to it."""
    links = [cell.hyperlink.location for (cell,) in book["cover"]["A1:A99"] if cell.hyperlink]

    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_the_cover_says_where_the_framework_is_from(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """With the caveats of its source."""
    said = "\n".join(str(cell.value) for (cell,) in book["cover"]["A1:A99"])

    assert SUCCESS.source is not None
    assert SUCCESS.source.citation in said
    assert all(caveat in said for caveat in SUCCESS.caveats)


# --- the forms ---


def test_criteria_go_down_and_policies_across(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """Each policy has a column for every part of a rating."""
    header = [cell.value for cell in book["form 1"][11]]

    assert header[:7] == ["criterion", *(f"Care Act: {part}" for part in PARTS)]
    assert header[7] == f"{LONG}: grade or gap"
    assert len(header) == 1 + 15 * len(PARTS)
    assert [book["form 1"].cell(row, 1).value for row in range(12, 18)] == [
        criterion.key for criterion in Criterion
    ]


def test_the_top_of_a_form_asks_what_is_judged_and_by_whom(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """The rubric is filled in, and the assessor where there is a name."""
    tops = [
        [(row[0].value, row[1].value) for row in book[name]["A5:B9"]]
        for name in ("form 1", "form 2")
    ]

    assert tops[0] == [
        ("object", None),
        ("rubric", "success"),
        ("assessor", "Jane"),
        ("date", None),
        ("layer", None),
    ]
    assert tops[1][2] == ("assessor", None)


def offered(book: Any, sheet: str, place: str) -> list[str]:  # noqa: ANN401 -- openpyxl is not typed
    """Read the words that a cell lets people choose from."""
    rules = book[sheet].data_validations.dataValidation
    found = [rule.formula1 for rule in rules if place in rule.sqref]
    name, cells = found[0].split("!")
    return [row[0].value for row in book[name][cells.replace("$", "")]]


OFFERED = [
    ("form 1", "B12", MARKS),
    ("form 1", "H17", MARKS),
    ("form 1", "B5", ["policy", "support-programme"]),
    ("form 1", "B6", ["success"]),
    ("study", "B5", ["source", "adapted", "ours"]),
    ("decisions", "D5", [criterion.key for criterion in Criterion]),
    ("decisions", "E5", [grade.key for grade in Attainment]),
    ("relations", "C5", ["accountable-to", "member-of", "supports", "informs"]),
    ("activities.cells", "C504", ["system", "organisation", "individual"]),
    ("positions", "C5", ["low", "high", *(gap.key for gap in Gap)]),
]


@pytest.mark.parametrize(("sheet", "place", "words"), OFFERED)
def test_a_cell_offers_the_words_that_it_takes(
    sheet: str,
    place: str,
    words: list[str],
    book: Any,  # noqa: ANN401 -- openpyxl is not typed
) -> None:
    """Grades and gaps, and the words of every vocabulary."""
    assert offered(book, sheet, place) == words


KEYS = [
    ("form 1", "D12", "sources"),
    ("positions", "A5", "policies"),
    ("relations", "A5", "bodies"),
]


@pytest.mark.parametrize(("sheet", "place", "table"), KEYS)
def test_a_cell_offers_the_keys_of_another_table(
    sheet: str,
    place: str,
    table: str,
    book: Any,  # noqa: ANN401 -- openpyxl is not typed
) -> None:
    """Others may be written: of the bibliography, or of a row that comes later."""
    rules = book[sheet].data_validations.dataValidation
    rule = next(rule for rule in rules if place in rule.sqref)

    assert rule.formula1 == f"{table}!$A$5:$A$504"
    assert not rule.showErrorMessage


def test_a_note_at_each_mark_says_what_the_grades_mean(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """In the words of the framework."""
    notes = {
        cell.coordinate: cell.comment.text
        for row in book["form 2"]
        for cell in row
        if cell.comment is not None
    }

    assert len(notes) == 15 * len(Criterion)
    assert notes["B12"].splitlines()[::2] == [
        "legitimacy",
        *(f"{grade.key}: {anchor}" for grade, anchor in SUCCESS.row("legitimacy").items()),
    ]


def test_the_notes_hold_every_anchor(book: Any) -> None:  # noqa: ANN401 -- openpyxl is not typed
    """For those who cannot open the note of a cell."""
    said = {cell.value for row in book["notes"] for cell in row}

    assert {anchor for _, anchor in SUCCESS.items()} <= said


# --- there and back ---


def test_a_template_reads_as_a_study_before_it_is_filled_in(path: Path) -> None:
    """With its policies, and nothing judged."""
    study = documents.read(path)

    assert (study.title, study.policies) == ("Untitled study", tuple(CASES))
    assert study.assessments == ()


def filled(path: Path, **cells: str) -> Path:
    """Fill in cells of the first form."""
    book = OPENPYXL.load_workbook(path)
    for place, text in cells.items():
        book["form 1"][place] = text
    book.save(path)
    return path


def test_a_form_that_is_filled_in_is_read(tmp_path: Path) -> None:
    """In part, as forms mostly are."""
    path = tmp_path / "study.xlsx"
    template(path, cases=CASES, assessors=["Jane"])
    cells = {"B12": "relative-success", "D12": "care-act-report", "E12": "p. 46", "A18": "clarity"}
    filled(
        path, B5="support-programme", B8="2014-05", H13="not-stated", B18="not-assessed", **cells
    )
    first, second = documents.read(path).assessments

    assert (first.policy, first.assessor, first.date) == ("care-act", "Jane", "2014-05")
    assert first.ratings["legitimacy"].evidence[0].locator == "p. 46"
    assert first.ratings["clarity"].gap is Gap.NOT_ASSESSED
    assert (second.policy, list(second.ratings)) == ("long", ["stakeholders"])


def test_what_is_missing_in_a_form_is_told_once(tmp_path: Path) -> None:
    """For all policies of the form."""
    path = tmp_path / "study.xlsx"
    template(path, cases=CASES)
    filled(path, B12="relative-success", H12="relative-success")
    with pytest.raises(DocumentError) as caught:
        documents.read(path)

    assert [str(one).replace(str(path), "a.xlsx") for one in caught.value.findings] == [
        "a.xlsx!form 1!B5: assessments[0].object: no 'object' is given, which Assessment needs"
    ]


def test_a_template_is_the_same_bytes_each_time(path: Path, tmp_path: Path) -> None:
    """Nothing tells when it was written."""
    template(tmp_path / "study.xlsx", cases=CASES, assessors=["Jane", ""])

    assert (tmp_path / "study.xlsx").read_bytes() == path.read_bytes()


def test_by_default_there_is_one_form_and_one_policy(tmp_path: Path) -> None:
    """To be named."""
    template(tmp_path / "study.xlsx")
    book = OPENPYXL.load_workbook(tmp_path / "study.xlsx")

    assert book["form 1"]["B11"].value == "First policy: grade or gap"
    assert "form 2" not in book.sheetnames


class Thing(Term):
    """What is judged."""

    BREAD = "bread", "what is baked"


class Taste(Scale):
    """How it tastes."""

    BAD = "bad"
    GOOD = "good"


OWN = Rubric(key="own", title="Ours", rows=Thing, cols=Taste, cells={Thing.BREAD: ("stale", "new")})


def test_a_rubric_of_ones_own_has_a_template(tmp_path: Path) -> None:
    """Without a source or a caveat."""
    path = tmp_path / "study.xlsx"
    template(path, rubric=OWN)
    filled(path, B5="policy", B12="good")
    study = documents.read(path, frameworks=(OWN,))

    assert study.assessments[0].ratings["bread"].grade == "good"


TITLES = [
    ("two policies of one title", ["Twice", "twice"], ["key-0", "key-1"]),
    ("a title that is a key", ["key-1", "Other"], ["key-0", "Other"]),
    ("a title of two lines", ["Two\nlines", "Other"], ["key-0", "Other"]),
    ("a long title", ["x" * 201, "x" * 200], ["key-0", "x" * 200]),
    ("a title like a formula", ["=1+1", "Other: more"], ["'=1+1", "Other: more"]),
]


@pytest.mark.parametrize(
    ("titles", "names"), [case[1:] for case in TITLES], ids=[case[0] for case in TITLES]
)
def test_a_policy_is_called_by_its_title_or_else_by_its_key(
    titles: list[str], names: list[str], tmp_path: Path
) -> None:
    """So that every column has a name of its own, and is read."""
    path = tmp_path / "study.xlsx"
    template(path, cases=[Policy(key=f"key-{at}", title=one) for at, one in enumerate(titles)])
    header = [cell.value for cell in OPENPYXL.load_workbook(path)["form 1"][11]]
    filled(path, B5="policy", B12="not-stated", H12="not-stated")

    assert header[1 :: len(PARTS)] == [f"{name}: grade or gap" for name in names]
    assert [one.policy for one in documents.read(path).assessments] == ["key-0", "key-1"]


# --- what is refused ---


def test_more_policies_than_a_form_can_hold_are_refused(tmp_path: Path) -> None:
    """A sheet has 500 columns at most."""
    many = [Policy(key=f"p{at}", title=f"P{at}") for at in range(84)]
    template(tmp_path / "most.xlsx", cases=many[:83])
    with pytest.raises(DocumentError) as caught:
        template(tmp_path / "more.xlsx", cases=many)

    assert documents.read(tmp_path / "most.xlsx").policies == tuple(many[:83])
    assert caught.value.findings[0].sentence == (
        "84 policies are more than a form can hold, 83; make two of them"
    )


def test_a_text_that_is_too_long_for_a_cell_is_refused(tmp_path: Path) -> None:
    """Of a policy, or the name of an assessor."""
    long = "x" * 32_768
    policy = Policy(key="a", title="A", note=long)
    with pytest.raises(DocumentError) as caught:
        template(tmp_path / "study.xlsx", cases=[policy], assessors=["Jane", long])

    assert [one.path for one in caught.value.findings] == ["assessor", "policies[0].note"]
    assert not (tmp_path / "study.xlsx").exists()


def test_policies_of_one_key_are_refused(tmp_path: Path) -> None:
    """As a study refuses them."""
    with pytest.raises(ValidationError, match="the key of policies"):
        template(tmp_path / "study.xlsx", cases=[CASES[0], CASES[0]])


def test_a_file_that_is_there_is_not_replaced_unless_told(tmp_path: Path) -> None:
    """It may be filled in."""
    path = tmp_path / "study.xlsx"
    path.write_bytes(b"mine")
    with pytest.raises(DocumentError, match="overwrite=True"):
        template(path)

    assert path.read_bytes() == b"mine"
