"""A study as tables: which there are, what they say, and that nothing in them is a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from implsupport import records, testing
from implsupport.documents.tables import (
    TABLES,
    Table,
    neutral,
    no_table,
    path_of,
    plain,
    rows_of,
)
from implsupport.records import Study

BY_NAME = {table.name: table for table in TABLES}
RECORDS: dict[str, type[BaseModel]] = {
    "study": records.Study,
    "sources": records.Source,
    "policies": records.Policy,
    "positions": records.Position,
    "assessments": records.Assessment,
    "assessments.ratings": records.Rating,
    "decisions": records.Decision,
    "activities": records.Activity,
    "approaches": records.SupportApproach,
    "bodies": records.Body,
    "relations": records.Relation,
    "positions.evidence": records.Evidence,
    "activities.evidence": records.Evidence,
    "assessments.ratings.evidence": records.Evidence,
}

FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "\n=1+1",
    "'=1+1",
    "''=1+1",
    "＝1+1",  # noqa: RUF001 -- the wide forms that some spreadsheets take, too
    "＋1",  # noqa: RUF001
    "－1",  # noqa: RUF001
    "＠A1",  # noqa: RUF001
    "<r><t>mark-up</t></r>",
]
NO_FORMULAS = ["1+1", "'tis so", "a=b", "", "'", "'' quoted ''", "<b>"]


def fields(name: str) -> set[str]:
    """Name the fields of a record that a table or its child tables hold."""
    children = {table.field for table in TABLES if table.parent == name}
    lists = {table.field for table in TABLES if not table.parent} - {"study"}
    return {*BY_NAME[name].fields, *children, *(lists if name == "study" else ())}


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_of_a_record_has_a_column_or_a_table(name: str) -> None:
    """What a record holds is in the tables, and nothing else."""
    assert fields(name) == set(RECORDS[name].model_fields)


@pytest.mark.parametrize("name", RECORDS)
def test_columns_stand_in_the_order_of_the_fields(name: str) -> None:
    """The columns of a table are in the order of the record."""
    in_order = [field for field in RECORDS[name].model_fields if field in BY_NAME[name].fields]

    assert list(BY_NAME[name].fields) == in_order


def test_a_table_comes_after_the_one_that_its_rows_belong_to() -> None:
    """So that reading them in order finds every parent."""
    names = ["", *BY_NAME]

    assert all(names.index(table.parent) < names.index(table.name) for table in TABLES)


def test_the_name_of_a_table_can_be_that_of_a_sheet() -> None:
    """Sheets have names of fewer than 31 characters."""
    assert max(map(len, BY_NAME)) < 31


def test_child_tables_begin_with_the_row_of_their_parent() -> None:
    """Then comes the position, or the word that is mapped."""
    seconds = {table.index[1] for table in TABLES if table.parent}

    assert {table.index[0] for table in TABLES if table.parent} == {"parent_row"}
    assert seconds == {"position", "criterion", "model"}


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    """Also after spaces, in wide letters, and as the mark-up of xlsxwriter."""
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", NO_FORMULAS)
def test_other_text_stays_as_it_is(text: str) -> None:
    """An apostrophe of its own is kept when it is read."""
    assert (neutral(text), plain(text)) == (text, text)


@given(st.text(st.sampled_from("'=+-@\t\r\n <r>a1")) | st.text())
def test_an_apostrophe_that_was_put_there_is_taken_away_and_no_other(text: str) -> None:
    """Reading undoes exactly what writing did."""
    assert plain(neutral(text)) == text


STUDY = Study.model_validate(
    {
        "title": "Ours",
        "sources": [{"key": "a", "title": "A"}, {"key": "b", "title": "B", "authors": ["X", "Y"]}],
        "policies": [
            {"key": "a", "title": "A", "year": 2014},
            {"key": "b", "title": "B", "note": "said"},
        ],
        "positions": [
            {"policy": "a", "ambiguity": 0.7, "conflict": "not-stated", "basis": "a survey"}
        ],
        "assessments": [
            {
                "policy": "a",
                "object": "policy",
                "rubric": "success",
                "ratings": {
                    "clarity": {"grade": "relative-success", "evidence": [{"source": "a"}]},
                    "politics": {"gap": "not-stated"},
                },
            }
        ],
        "activities": [
            {"key": "a", "title": "A", "policy": "a", "cells": [["system", "directive"]]}
        ],
        "approaches": [{"key": "a", "title": "A", "models": {"problem-solving": "in-part"}}],
    }
)


def test_a_blank_cell_is_written_for_none() -> None:
    """Terms are written as keys, and numbers as Python writes them."""
    assert rows_of(STUDY)["policies"] == [("a", "A", "2014", "", ""), ("b", "B", "", "", "said")]
    assert rows_of(STUDY)["positions"][0][:6] == ("a", "", "0.7", "not-stated", "a survey", "")


def test_lists_and_mappings_have_rows_that_name_their_parent() -> None:
    """The number of the parent's row and the position count from 1."""
    assert rows_of(STUDY)["sources.authors"] == [("2", "1", "X"), ("2", "2", "Y")]
    assert rows_of(STUDY)["activities.cells"] == [("1", "1", "system", "directive")]
    assert rows_of(STUDY)["approaches.models"] == [("1", "problem-solving", "in-part")]
    assert rows_of(STUDY)["assessments.ratings"] == [
        ("1", "clarity", "relative-success", "", ""),
        ("1", "politics", "", "not-stated", ""),
    ]


PATHS = [
    ("study", 1, ()),
    ("policies", 2, ("policies", 1)),
    ("sources.authors", 2, ("sources", 1, "authors", 1)),
    ("approaches.models", 1, ("approaches", 0, "models", "problem-solving")),
    ("assessments.ratings.evidence", 1, ("assessments", 0, "ratings", "clarity", "evidence", 0)),
]


@pytest.mark.parametrize(("name", "number", "path"), PATHS)
def test_a_row_has_a_path(name: str, number: int, path: tuple[int | str, ...]) -> None:
    """The way from the study to what the row holds."""
    assert path_of(BY_NAME[name], number, rows_of(STUDY)) == path


@given(testing.studies())
def test_every_text_of_a_study_is_in_its_rows(study: Study) -> None:
    """Each table has as many cells in a row as it has columns."""
    rows = rows_of(study)

    assert all(len(row) == len(BY_NAME[name].columns) for name in rows for row in rows[name])


def test_a_name_that_is_no_table_is_told_with_the_nearest() -> None:
    """The error names every table."""
    error = no_table("polices")

    assert (error.nearest, error.expected) == ("policies", tuple(BY_NAME))
    assert str(error).startswith("'polices' is not a table of Study; expected ")


def test_a_list_of_the_study_has_no_parent() -> None:
    """Its name is its field."""
    table = Table("policies", ("key",))

    assert (table.parent, table.field, table.path) == ("", "policies", ("policies",))
